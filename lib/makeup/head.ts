import { linesOfPt } from './grid';
import { normalize } from './normalize';
import { displayWidth, setRows } from './rows';
import type { BriefStory, Grid, HeadPart, HeadRole, Priority } from './sheet';

/**
 * Heads: which sizes the headline of a story may take over a width, in which rows, and how many
 * lines the whole head is then high. The arithmetic is the textbook's: capacity = width · 9 / size,
 * height = Σ size / 11.25 and white above, between and below.
 */
export interface Head {
	parts: HeadPart[];
	/** Lines that the head may be high; what exceeds `min` is white. */
	min: number;
	max: number;
	/** Size of the headline in points. */
	pt: number;
	cost: number;
}

/** Sizes in points by rank, best first. The scales do not overlap: a lesser story never has the bigger head. */
const scales: Record<Priority, number[]> = {
	1: [54, 48, 42, 36, 32],
	2: [30, 26, 24, 21],
	3: [20, 18, 16],
	4: [15, 14, 12],
};
/** Height that a row of each part takes, in its own size; who draws a head sets its rows that high. */
export const rowHeight: Record<HeadRole, number> = {
	series: 1.9,
	column: 1.7,
	kicker: 1.3,
	headline: 1.2,
	deck: 1.35,
	byline: 1.3,
};
const bodyPt = 9;
const seriesPt = 15;
const columnPt = 10.5;
/** Lines of white at each gap: above, between the parts, below. */
const white = { min: 0.2, max: 0.85 };

/** The heads that a story can have over `widthEm`, cheapest first; at least one. */
export function headsOf(source: BriefStory, widthEm: number, grid: Grid): Head[] {
	const story = withNormalHead(source);
	const heads: Head[] = [];
	const scale = scales[story.priority];
	for (const [step, pt] of scale.entries()) {
		const head = headAt(story, widthEm, grid, pt, maxRows(story, widthEm));
		if (head) heads.push({ ...head, cost: head.cost + step * (story.priority === 1 ? 0.4 : 0.2) });
	}
	if (heads.length === 0) return [lastResort(story, widthEm, grid, scale.at(-1)!)];
	return heads.filter((head) => !heads.some((other) => isBetter(other, head))).sort((a, b) => a.cost - b.cost);
}

/** The texts of a head follow the same normalisation as the body; forced breaks stay. */
function withNormalHead(story: BriefStory): BriefStory {
	const normal = (text: string) => text.split('\n').map(normalize).join('\n');
	const optional = (text: string | undefined) => (text === undefined ? undefined : normal(text));
	return {
		...story,
		series: optional(story.series),
		column: optional(story.column),
		kicker: optional(story.kicker),
		headline: normal(story.headline),
		deck: optional(story.deck),
		byline: optional(story.byline),
	};
}

function isBetter(a: Head, b: Head): boolean {
	return a.cost < b.cost && a.min <= b.min && a.max >= b.max;
}

function maxRows(story: BriefStory, widthEm: number): number {
	const forced = story.headline.split('\n').length;
	return Math.max(forced, widthEm < 14 && story.priority >= 3 ? 3 : 2);
}

function headAt(story: BriefStory, widthEm: number, grid: Grid, pt: number, most: number): Head | undefined {
	const capacity = (widthEm * bodyPt) / pt;
	const rows = setRows(story.headline, capacity, most);
	if (!rows) return undefined;
	const fill = Math.max(...rows.map(displayWidth)) / capacity;
	const parts = partsOf(story, widthEm, { role: 'headline', pt, rows });
	return { parts, pt, ...heights(parts, grid), cost: (rows.length - 1) * 0.25 + Math.max(0, 0.55 - fill) * 2 };
}

/** A headline too long for its width: the smallest size, in as many rows as it takes. */
function lastResort(story: BriefStory, widthEm: number, grid: Grid, pt: number): Head {
	for (let most = 3; most <= 12; most++) {
		const head = headAt(story, widthEm, grid, pt, most);
		if (head) return { ...head, cost: head.cost + most };
	}
	const parts = partsOf(story, widthEm, { role: 'headline', pt, rows: [story.headline.replaceAll('\n', '')] });
	return { parts, pt, ...heights(parts, grid), cost: 20 };
}

function partsOf(story: BriefStory, widthEm: number, headline: HeadPart): HeadPart[] {
	const parts: HeadPart[] = [];
	const second = secondSize(headline.pt);
	if (story.series) parts.push(fitted('series', story.series, widthEm - 4, [seriesPt, 12, 10.5]));
	if (story.column) parts.push(fitted('column', story.column, widthEm - 2, [columnPt, bodyPt]));
	if (story.kicker) parts.push(fitted('kicker', story.kicker, widthEm, [second, second * 0.85, 12, 10.5]));
	parts.push(headline);
	if (story.deck) parts.push(fitted('deck', story.deck, widthEm, [second, second * 0.85, 12, 10.5]));
	if (story.byline) parts.push(fitted('byline', story.byline, widthEm, [bodyPt]));
	return parts;
}

/** 引题 and 副题 are about half as big as the 主题. */
function secondSize(headlinePt: number): number {
	return Math.min(21, Math.max(11, Math.round(headlinePt * 0.5)));
}

/** The part in one row at the largest size that allows it, else in more rows at the smallest. */
function fitted(role: HeadRole, text: string, widthEm: number, sizes: number[]): HeadPart {
	const capacity = (pt: number) => (widthEm * bodyPt) / pt;
	for (const pt of sizes) {
		const rows = setRows(text, capacity(pt), text.split('\n').length);
		if (rows) return { role, pt: Math.round(pt * 2) / 2, rows };
	}
	const pt = sizes.at(-1)!;
	return { role, pt, rows: setRows(text, capacity(pt), 20) ?? [text] };
}

function heights(parts: HeadPart[], grid: Grid): { min: number; max: number } {
	const type = parts.reduce((sum, part) => sum + part.rows.length * part.pt * rowHeight[part.role], 0);
	const gaps = parts.length + 1;
	const min = Math.ceil(linesOfPt(grid, type) + white.min * gaps);
	return { min, max: Math.max(min + 1, Math.ceil(linesOfPt(grid, type) + white.max * gaps)) };
}
