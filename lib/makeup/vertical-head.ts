import { linesOfPt } from './grid';
import {
	bylineOf,
	goodFill,
	type Head,
	type HeadText,
	heightOf,
	labelsOf,
	rowHeight,
	secondSizes,
	sizesOf,
} from './head';
import { displayWidth, setRows } from './rows';
import type { Grid, HeadPart } from './sheet';

/**
 * 竖题: a head in whole basic columns at the left of its text. From top to bottom of its box: series and
 * column in horizontal rows; the vertical columns of type, from right to left kicker, headline,
 * deck, the first row of each rightmost; the byline in horizontal rows at the foot. Height in lines =
 * (characters + 2) · size / 11.25: one character of white above and below.
 */

const mostCharacters = 14;
const mostRows = 2;
/** Ems of the shortest row, where there are two. */
const shortestRow = 3;
/** White beside the columns of type, in body ems. */
const sideEm = 1;
/** The least share of the box's width that the columns of type take. */
const leastWidth = 0.35;
const cost = { emptiness: 1.5, step: 0.2 };

/** The vertical heads in a box `widthEm` wide: `min` to `max` are the heights that the box may have. */
export function verticalHeadsOf(text: HeadText, widthEm: number, grid: Grid, pt?: number): Head[] {
	return sizesOf(text, pt).flatMap((size, step) =>
		rowSetsOf(text).flatMap((rows) => {
			const head = headAt(text, { role: 'headline', pt: size, rows }, widthEm, grid);
			return head ? [{ ...head, cost: head.cost + step * cost.step }] : [];
		}),
	);
}

/** The headline in one row and in two, as far as they are short enough. */
function rowSetsOf({ headline, names }: HeadText): string[][] {
	const whole = setRows(headline, mostCharacters, mostRows, names);
	if (!whole) return [];
	const sets = [whole];
	const width = displayWidth(headline);
	for (let capacity = Math.ceil(width / 2); whole.length === 1 && capacity < width; capacity++) {
		const two = setRows(headline, capacity, 2, names);
		if (two?.every((row) => displayWidth(row) >= shortestRow)) return [...sets, two];
	}
	return sets;
}

function headAt(text: HeadText, headline: HeadPart, widthEm: number, grid: Grid): Head | undefined {
	const length = lengthOf(headline, grid);
	const kicker = secondsAt({ role: 'kicker', words: text.kicker, headlinePt: headline.pt, length, grid });
	const deck = secondsAt({ role: 'deck', words: text.deck, headlinePt: headline.pt, length, grid });
	if (!kicker || !deck) return undefined;
	const columns = [...kicker, headline, ...deck];
	const used = columns.reduce((sum, part) => sum + columnEm(part), sideEm);
	if (used > widthEm || used < leastWidth * widthEm) return undefined;
	const labels = labelsOf(text, widthEm);
	const byline = bylineOf(text, widthEm);
	const around = [...labels, ...byline].map((part) => heightOf(part, grid) + 1).reduce((sum, lines) => sum + lines, 0);
	const min = Math.ceil(around + length);
	return {
		parts: [...labels, ...columns, ...byline],
		pt: headline.pt,
		min,
		ideal: Math.round(around + length / 0.85),
		max: Math.round(around + length / goodFill.min),
		cost: (headline.rows.length - 1) * 0.1 + (1 - used / widthEm) * cost.emptiness,
	};
}

/** Lines that the columns of a part need, with a character of white above and below. */
function lengthOf({ rows, pt }: HeadPart, grid: Grid): number {
	return linesOfPt(grid, (Math.max(...rows.map(verticalLength)) + 2) * pt);
}

/** Body ems that the columns of a part are wide. */
function columnEm({ role, rows, pt }: HeadPart): number {
	return (rows.length * pt * rowHeight[role]) / 9;
}

interface SecondInput {
	role: 'kicker' | 'deck';
	words: string | undefined;
	headlinePt: number;
	/** Lines of the headline. */
	length: number;
	grid: Grid;
}

/** Kicker or deck, if there is one, in one column or two no longer than the headline; undefined where it does not fit. */
function secondsAt({ role, words, headlinePt, length, grid }: SecondInput): HeadPart[] | undefined {
	if (!words) return [];
	for (const most of [1, mostRows]) {
		for (const pt of secondSizes(headlinePt)) {
			const capacity = length / linesOfPt(grid, pt) - 1;
			const rows = setRows(words, capacity, most);
			if (rows?.every((row) => verticalLength(row) <= capacity)) return [{ role, pt, rows }];
		}
	}
	return undefined;
}

/**
 * Length of a row set vertically, in ems of its size: Han 1, up to three digits together 1 (纵中横), a single
 * capital 1, longer numbers and words lie on their side.
 */
export function verticalLength(row: string): number {
	let length = 0;
	for (const [run] of row.matchAll(/[!-~À-ÿ]+|[\s\S]/gu)) {
		length += /^(?:\d{1,3}|[A-Z])$/.test(run) ? 1 : displayWidth(run);
	}
	return length;
}
