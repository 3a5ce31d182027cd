import { linesOfPt } from './grid';
import { normalize } from './normalize';
import { choppedRows, displayWidth, setRows } from './rows';
import type { BriefStory, Grid, HeadPart, HeadRole, Priority } from './sheet';

/**
 * Heads: which sizes the headline of a story may take over a width, in which rows, and how many
 * lines the whole head is then high. The arithmetic is the textbook's 标题的计算:
 *
 *     capacity = ⌊width in em · 9 / size⌋             six columns of 13 em, 30 pt: ⌊83 · 9 / 30⌋ = 24 characters
 *     height   = Σ size / 11.25 + white               30 + 21 pt: 4.53 + 3 = 7.53, 8 lines
 *     竖题     = characters · size / 11.25 + one character of white above and below
 *
 * White is a line above, between and below the rows; a head may do with 0.6 or take up to two.
 */
export interface Head {
	parts: HeadPart[];
	/** Lines that the head may be high, and those that suit it best. */
	min: number;
	ideal: number;
	max: number;
	/** Size of the headline in points. */
	pt: number;
	/** Without that of its height: `whiteCost`. */
	cost: number;
}

/** What a head is made of, in the normalisation of the body; a line feed is a forced break. */
export interface HeadText
	extends Pick<BriefStory, 'priority' | 'series' | 'column' | 'kicker' | 'headline' | 'deck' | 'byline'> {
	/** People of the byline: their names are not broken. */
	names: string[];
}

/** Sizes in points by rank, best first. The scales do not overlap: a lesser story never has the bigger head. */
const headSizes: Record<Priority, number[]> = {
	1: [54, 48, 42, 36, 32],
	2: [30, 26, 24, 21],
	3: [20, 18, 16],
	4: [15, 14, 12],
};
/** Height that a row of each part takes, in its own size; who draws a head sets its rows at least that high. */
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
/** 引题 and 副题 beside the headline, largest first, and the least that still stands out from the body. */
const secondShare = [0.6, 0.55, 0.5];
const leastSecondPt = 10.5;
/** Lines of white at each gap, and what stands free of a banner's rules at least. */
const white = { min: 0.6, ideal: 1, max: 2, underBanner: 0.6 };
/** Share of its capacity that the widest row had better fill. */
export const goodFill = { min: 0.62, max: 0.98 };
const letterSpace = { mostEm: 0.25, fillTo: 0.8, mostCharacters: 12 };
/** Rows that end elsewhere although a phrase ends inside one. */
const innerPhrase = /[ ，；：、]./u;
/** In a column narrower than this a lesser headline may take a third row. */
const narrowEm = 14;
const cost = { row: 0.25, emptiness: 2, tightness: 0.1, parted: 0.4, step: { 1: 0.4, 2: 0.2, 3: 0.2, 4: 0.2 } };

/** The texts of a story's head. */
export function headTextOf(story: BriefStory): HeadText {
	const normal = (text: string) => text.split('\n').map(normalize).join('\n');
	const optional = (text: string | undefined) => (text ? normal(text) : undefined);
	return {
		priority: story.priority,
		series: optional(story.series),
		column: optional(story.column),
		kicker: optional(story.kicker),
		headline: normal(story.headline),
		deck: optional(story.deck),
		byline: optional(story.byline),
		names: (story.byline ?? '').split(/[^\p{Script=Han}·]+/u).filter((word) => word.length >= 2 && word.length <= 6),
	};
}

/** Ems of a size in a width of body ems: as many full characters as the whole part of it says. */
export function capacityOf(widthEm: number, pt: number): number {
	return (widthEm * bodyPt) / pt;
}

/** Lines of rows of those sizes, with `perGap` lines of white above, between and below. */
export function headLinesOf(pts: number[], perGap: number, grid: Grid): number {
	return Math.ceil(linesOfPt(grid, sum(pts)) + perGap * (pts.length + 1) - 1e-9);
}

/** The horizontal heads over `widthEm`, cheapest first, in the sizes of the rank or the one asked for; empty when no size fits. */
export function headsOf(text: HeadText, widthEm: number, grid: Grid, pt?: number): Head[] {
	const heads = sizesOf(text, pt).flatMap((size, step) => {
		const head = headAt({ text, widthEm, grid, pt: size, most: maxRows(text, widthEm) });
		return head && isWhole(head) ? [{ ...head, cost: head.cost + step * cost.step[text.priority] }] : [];
	});
	return heads.filter((head) => !heads.some((other) => isBetter(other, head))).sort((a, b) => a.cost - b.cost);
}

/** A head for a headline that no size of its rank can set over a width: the smallest, in as many rows as it takes. */
export function lastResortHead(text: HeadText, widthEm: number, grid: Grid, lockedPt?: number): Head {
	const pt = sizesOf(text, lockedPt).at(-1)!;
	for (let most = 3; most <= 12; most++) {
		const head = headAt({ text, widthEm, grid, pt, most });
		if (head) return { ...head, cost: head.cost + most };
	}
	const rows = choppedRows(text.headline.replaceAll('\n', ''), capacityOf(widthEm, pt));
	return { ...toHead(partsOf(text, widthEm, { role: 'headline', pt, rows }), pt, grid), cost: 20 };
}

/** What a head costs at a height: white that is more or less than suits it. */
export function whiteCost(head: Pick<Head, 'ideal'>, lines: number): number {
	const off = Math.abs(lines - head.ideal);
	return off * 0.08 + off * off * 0.03;
}

/**
 * Space between the characters of a part's rows, in ems of its own size: a short headline, kicker or
 * deck is spread, by a quarter of its size at most, towards 0.8 of `widthEm` (body ems). Of a 竖题
 * `widthEm` is the length that it may take.
 */
export function letterSpaceEm(part: HeadPart, widthEm: number): number {
	if (part.role !== 'headline' && part.role !== 'kicker' && part.role !== 'deck') return 0;
	const most = Math.max(...part.rows.map((row) => [...row].length));
	if (most < 2 || most > letterSpace.mostCharacters) return 0;
	const room = letterSpace.fillTo * capacityOf(widthEm, part.pt) - widest(part.rows);
	return Math.max(0, Math.min(letterSpace.mostEm, Math.floor((room / (most - 1)) * 100) / 100));
}

export function sizesOf(text: HeadText, pt: number | undefined): number[] {
	return pt === undefined ? headSizes[text.priority] : [pt];
}

/** Width of the widest row in its own ems. */
export function widest(rows: string[]): number {
	return Math.max(...rows.map(displayWidth));
}

/** Cost of a part's rows: their number, and how well they fill a width. */
function rowsCost(part: HeadPart, widthEm: number): number {
	const most = Math.max(...part.rows.map((row) => [...row].length));
	const fill = (widest(part.rows) + (most - 1) * letterSpaceEm(part, widthEm)) / capacityOf(widthEm, part.pt);
	const loose = Math.max(0, goodFill.min - fill) * cost.emptiness;
	const parted = part.rows.length > 1 && part.rows.some((row) => innerPhrase.test(row)) ? cost.parted : 0;
	return (part.rows.length - 1) * cost.row + loose + parted + (fill > goodFill.max ? cost.tightness : 0);
}

/** Whether no book title of the headline is broken between two rows. */
function isWhole({ parts }: Pick<Head, 'parts'>): boolean {
	const { rows } = parts.find((part) => part.role === 'headline')!;
	return rows.every((row) => row.split('《').length === row.split('》').length);
}

function isBetter(a: Head, b: Head): boolean {
	return a.cost < b.cost && a.min <= b.min && a.max >= b.max;
}

function maxRows(text: HeadText, widthEm: number): number {
	const forced = text.headline.split('\n').length;
	return Math.max(forced, widthEm < narrowEm && text.priority >= 3 ? 3 : 2);
}

interface HeadInput {
	text: HeadText;
	widthEm: number;
	grid: Grid;
	pt: number;
	/** Most rows of the headline. */
	most: number;
}

function headAt({ text, widthEm, grid, pt, most }: HeadInput): Head | undefined {
	const rows = setRows(text.headline, capacityOf(widthEm, pt), most, text.names);
	if (!rows) return undefined;
	const headline: HeadPart = { role: 'headline', pt, rows };
	return { ...toHead(partsOf(text, widthEm, headline), pt, grid), cost: rowsCost(headline, widthEm) };
}

function toHead(parts: HeadPart[], pt: number, grid: Grid): Omit<Head, 'cost'> {
	const pts = parts.flatMap((part) => part.rows.map(() => part.pt));
	const banner = parts[0]?.role === 'series' ? white.underBanner : 0;
	const type = sum(parts.map((part) => heightOf(part, grid))) + banner;
	const min = Math.max(headLinesOf(pts, white.min, grid), Math.ceil(type));
	const ideal = Math.max(min, headLinesOf(pts, white.ideal, grid));
	return { parts, pt, min, ideal, max: Math.max(ideal, headLinesOf(pts, white.max, grid)) };
}

function partsOf(text: HeadText, widthEm: number, headline: HeadPart): HeadPart[] {
	const { kicker, deck, names } = text;
	const sizes = secondSizes(headline.pt);
	return [
		...labelsOf(text, widthEm),
		...fitted({ role: 'kicker', text: kicker, widthEm, sizes, most: 1, names }),
		headline,
		...fitted({ role: 'deck', text: deck, widthEm, sizes, most: 2, names }),
		...bylineOf(text, widthEm),
	];
}

/** What stands above the head proper: the series and the column. */
export function labelsOf({ series, column }: HeadText, widthEm: number): HeadPart[] {
	return [
		...fitted({ role: 'series', text: series, widthEm: widthEm - 4, sizes: [seriesPt, 12, 10.5], most: 1 }),
		...fitted({ role: 'column', text: column, widthEm: widthEm - 2, sizes: [columnPt, bodyPt], most: 1 }),
	];
}

export function bylineOf({ byline }: HeadText, widthEm: number): HeadPart[] {
	return fitted({ role: 'byline', text: byline, widthEm, sizes: [bodyPt], most: 1 });
}

/** Sizes for 引题 and 副题, half a point apart at least. */
export function secondSizes(headlinePt: number): number[] {
	const sizes = secondShare.map((share) => Math.max(leastSecondPt, Math.floor(headlinePt * share * 2) / 2));
	return [...new Set(sizes)];
}

interface FittedInput {
	role: HeadRole;
	text: string | undefined;
	widthEm: number;
	/** Largest first. */
	sizes: number[];
	/** Most rows, unless more are forced. */
	most: number;
	names?: string[];
}

/** The part, if there is one, in one row at the largest size that allows it, else in `most`, else in as many as the smallest takes. */
function fitted({ role, text, widthEm, sizes, most, names = [] }: FittedInput): HeadPart[] {
	if (!text) return [];
	const forced = text.split('\n').length;
	for (const rowCount of new Set([forced, Math.max(forced, most)])) {
		for (const pt of sizes) {
			const rows = setRows(text, capacityOf(widthEm, pt), rowCount, names);
			if (rows) return [{ role, pt, rows }];
		}
	}
	const pt = sizes.at(-1)!;
	const capacity = capacityOf(widthEm, pt);
	return [{ role, pt, rows: setRows(text, capacity, 20, names) ?? choppedRows(text.replaceAll('\n', ''), capacity) }];
}

/** Lines that the rows of a part take. */
export function heightOf({ role, rows, pt }: HeadPart, grid: Grid): number {
	return linesOfPt(grid, rows.length * pt * rowHeight[role]);
}

function sum(values: number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
