import { isWide } from './characters';

/** What is known of a line of text; an empty text is a blank line. */
export interface LineFact {
	text: string;
	indented: boolean;
}

/** Lines that make one paragraph, by their index, and how they are put together. */
export interface LineGroup {
	lines: number[];
	glue: 'join' | 'break';
}

/** Where lines come from: a text file's are paragraphs, a page's were broken with a purpose. */
type Source = 'text' | 'html';

const ending = /[。！？…!?.”"』」）)：:；;]$/;
const opening =
	/^(?:[•●▪▫◦‣∙·◆■□▲△○][\s\u3000]*|[-*–—][\s\u3000]+|\d{1,3}[.、．)）](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,4}[章节条]|[问答][:：])/;

/** In half-width columns: a wide character takes two. */
export function columnsOf(text: string): number {
	let columns = 0;
	for (const character of text) columns += isWide(character) ? 2 : 1;
	return columns;
}

/**
 * Which lines make a paragraph. A blank line and an indent begin one. Lines that were cut at a fixed width, as e-mail
 * and PDF files have them, run together; for that the evidence must be plain. Every line that is not blank is in
 * exactly one group, in order.
 */
export function groupLines(lines: readonly LineFact[], source: Source): LineGroup[] {
	const width = wrapWidth(lines);
	return stretchesOf(lines).flatMap((stretch) => {
		const own = stretch.map((index) => lines[index]!);
		const cutAt = width ?? (source === 'html' ? wrapWidth(own) : undefined);
		if (cutAt !== undefined) return unwrap(lines, stretch, cutAt);
		if (source === 'text' || areSentences(own))
			return stretch.map((index): LineGroup => ({ lines: [index], glue: 'break' }));
		return [{ lines: stretch, glue: 'break' }];
	});
}

/** Lines between blank lines and indents. */
function stretchesOf(lines: readonly LineFact[]): number[][] {
	const stretches: number[][] = [];
	lines.forEach((line, index) => {
		if (line.text === '') return;
		const before = lines[index - 1];
		if (!before || before.text === '' || line.indented) stretches.push([index]);
		else stretches.at(-1)!.push(index);
	});
	return stretches;
}

/** A line that is not full ends its paragraph, and one that opens like an item begins one. */
function unwrap(lines: readonly LineFact[], stretch: readonly number[], width: number): LineGroup[] {
	const groups: LineGroup[] = [];
	for (const index of stretch) {
		const open = groups.at(-1);
		const before = lines[open?.lines.at(-1) ?? -1];
		if (open && before && isFull(before, width) && !opening.test(lines[index]!.text)) open.lines.push(index);
		else groups.push({ lines: [index], glue: 'join' });
	}
	return groups;
}

/** Whole sentences, one a line, are paragraphs; a verse or an address keeps its breaks. */
function areSentences(lines: readonly LineFact[]): boolean {
	return (
		lines.length > 1 && lines.slice(0, -1).every((line) => ending.test(line.text) && line.text.length >= minSentence)
	);
}

const minSentence = 10;

/** Narrower text is not wrapped by a program but by its writer. */
const minWrapColumns = 36;

/**
 * The width, in columns, at which the text was cut; undefined where nothing shows that it was. The evidence: most lines
 * that another follows at once are as long as the longest, and of these most end in mid-sentence.
 */
function wrapWidth(lines: readonly LineFact[]): number | undefined {
	const inner = lines.filter((line, index) => {
		const next = lines[index + 1];
		return line.text !== '' && next !== undefined && next.text !== '' && !next.indented;
	});
	if (inner.length < 3) return undefined;
	const width = Math.max(...lines.map((line) => columnsOf(line.text)));
	if (width < minWrapColumns) return undefined;
	const full = inner.filter((line) => isFull(line, width));
	const cut = full.filter((line) => !ending.test(line.text));
	return full.length >= 3 && full.length >= inner.length * 0.5 && cut.length >= full.length * 0.5 ? width : undefined;
}

/** A wide character or two are kept from an edge by the rules of line breaking; of Latin words a whole one may be. */
function isFull(line: LineFact, width: number): boolean {
	const columns = columnsOf(line.text);
	const letters = [...line.text].length;
	const wide = columns - letters;
	const slack = wide > letters * 0.7 ? 5 : wide > letters * 0.3 ? 8 : 14;
	return columns >= width - slack;
}
