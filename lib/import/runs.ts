import type { Inline } from '@/lib/article/body';
import { isWide, normaliseCharacters } from './characters';

/** Text with its marks. In a finished run a line feed is a forced break. */
export interface Run {
	text: string;
	bold: boolean;
	href?: string;
}

/** A forced break in text that is not finished: there a line feed is only white space. */
export const lineBreak = '\u2028';

/** One line of a paragraph, tidied. */
export interface Line {
	runs: Run[];
	text: string;
	/** Whether it began with the indent of a new paragraph. */
	indented: boolean;
}

const space = /[ \t\n\f\r\v]/;
const wideSpace = '\u3000';
/** Two ideographic spaces, or four of the narrow kind that only a typist's hand or &nbsp; brings. */
const indent = /^[ \t\n\f\r]*(?:\u3000[ \u3000]*\u3000|\u3000(?=\S)|\u00a0[ \u00a0]{3,})/;

/** Cuts unfinished runs at their breaks; each line is tidied, empty ones stay as empty lines. */
export function linesOf(runs: readonly Run[]): Line[] {
	const lines: Run[][] = [[]];
	for (const run of runs) {
		const [first = '', ...rest] = run.text.replace(/[\u0085\u2029]/g, lineBreak).split(lineBreak);
		lines.at(-1)!.push({ ...run, text: first });
		for (const text of rest) lines.push([{ ...run, text }]);
	}
	return lines.map((line) => {
		const tidied = tidy(line);
		return { runs: tidied, text: textOf(tidied), indented: indent.test(textOf(line)) };
	});
}

/**
 * White space as it prints: a run of it is one space, at the ends there is none, and where only the source's line was
 * broken between two wide characters there is none either. An ideographic space stays one.
 */
function tidy(line: readonly Run[]): Run[] {
	const out: Run[] = [];
	let last: string | undefined;
	let gap: { run: Run; wide: boolean; broken: boolean } | undefined;
	for (const run of line) {
		let text = '';
		for (const character of normaliseCharacters(run.text)) {
			if (space.test(character) || character === wideSpace) {
				gap ??= { run, wide: false, broken: false };
				gap.wide ||= character === wideSpace;
				gap.broken ||= character === '\n';
				continue;
			}
			if (gap && last !== undefined) {
				const between = gapText(gap, last, character);
				if (gap.run === run) text += between;
				else out.push({ ...gap.run, text: between });
			}
			gap = undefined;
			text += character;
			last = character;
		}
		out.push({ ...run, text });
	}
	return mergeRuns(out);
}

function gapText({ wide, broken }: { wide: boolean; broken: boolean }, before: string, after: string): string {
	if (wide) return wideSpace;
	return broken && isWide(before) && isWide(after) ? '' : ' ';
}

/** Without empty runs, and with neighbours of equal marks as one. */
export function mergeRuns(runs: readonly Run[]): Run[] {
	const merged: Run[] = [];
	for (const run of runs) {
		if (run.text === '') continue;
		const last = merged.at(-1);
		if (last && last.bold === run.bold && last.href === run.href) last.text += run.text;
		else merged.push({ ...run });
	}
	return merged;
}

export function textOf(runs: readonly Run[]): string {
	return runs.map((run) => run.text).join('');
}

/** The runs between two offsets of their text. */
export function sliceRuns(runs: readonly Run[], from: number, to = Number.POSITIVE_INFINITY): Run[] {
	let at = 0;
	return mergeRuns(
		runs.map((run) => {
			const start = at;
			at += run.text.length;
			return { ...run, text: run.text.slice(Math.max(from - start, 0), Math.max(to - start, 0)) };
		}),
	);
}

/** Lines as one text. A `join` leaves a space only where letters would run together. */
export function joinLines(lines: readonly Line[], glue: 'join' | 'break'): Run[] {
	return mergeRuns(
		lines.flatMap((line, index) => {
			const before = lines[index - 1];
			if (!before) return line.runs;
			const between = glue === 'break' ? '\n' : spaceBetween(before.text, line.text);
			return [{ ...(before.runs.at(-1) ?? { bold: false }), text: between }, ...line.runs];
		}),
	);
}

/** The lines of one group as one text. */
export function joinGroup(
	lines: readonly Line[],
	{ lines: group, glue }: { lines: number[]; glue: 'join' | 'break' },
): Run[] {
	return joinLines(
		group.map((index) => lines[index]!),
		glue,
	);
}

/** What stands between the parts of a text that was broken at the edge of a page or a screen. */
export function spaceBetween(before: string, after: string): '' | ' ' {
	const [last, first] = [[...before].at(-1), [...after][0]];
	if (last === undefined || first === undefined || isWide(last) || isWide(first)) return '';
	return last === '-' && /\p{L}/u.test(first) ? '' : ' ';
}

/** Whether every printed character is bold. */
export function isAllBold(runs: readonly Run[]): boolean {
	return runs.length > 0 && runs.every((run) => run.bold || run.text.trim() === '');
}

/** Finished runs as a body's inline content; undefined where there is none. */
export function toInline(runs: readonly Run[]): Inline[] | undefined {
	const inline = mergeRuns(runs).flatMap(({ text, bold, href }): Inline[] => {
		const marks = [
			...(bold ? [{ type: 'bold' as const }] : []),
			...(href === undefined ? [] : [{ type: 'link' as const, attrs: { href } }]),
		];
		return text
			.split('\n')
			.flatMap((part, index): Inline[] => [
				...(index === 0 ? [] : [{ type: 'hardBreak' as const }]),
				...(part === '' ? [] : [{ type: 'text' as const, text: part, ...(marks.length > 0 && { marks }) }]),
			]);
	});
	return inline.length > 0 ? inline : undefined;
}
