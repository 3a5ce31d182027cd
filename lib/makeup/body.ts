import { type FigureSet, figureSetsOf, noFigures } from './figure-set';
import { fillText, type MeasuredText, measureText } from './flow';
import type { BriefStory, Grid } from './sheet';
import { columnStart, type TextColumns, textColumnsOf, widestText } from './text-columns';

/**
 * Bodies: the text columns and pictures of a story without its head, as a rectangle of exactly so
 * many lines. The text of an exact body fills every column to its last line; what makes that
 * possible are the looseness of paragraphs, the crop of pictures and the choice of columns.
 */
export interface Body {
	lines: number;
	columns: TextColumns;
	figures: FigureSet;
	/** The first of the text columns that the pictures cover. */
	figureColumn: number;
	text: MeasuredText;
	/** Height and first line of each text column that holds text, in reading order. */
	frames: BodyFrame[];
	cost: number;
}

export interface BodyFrame {
	column: number;
	y: number;
	h: number;
}

/** The cheapest body for each number of lines; undefined where none exists. */
export type BodyTable = (Body | undefined)[];

/** The text of one story in the measures that it is asked for, each made once. */
export interface Copy {
	story: BriefStory;
	grid: Grid;
	/** Characters of the whole text, roughly. */
	length: number;
	measure(width: number): MeasuredText;
}

/** The fewest lines of a text column under or beside a picture. */
export const shortestColumn = 4;
/** Text that takes no more lines may run over a wider measure: the words under a photograph. */
const fewLines = 6;
/** Characters from which a text is long: it is set in basic columns, unless it is the lead's. */
const longText = 2000;
const cost = {
	/** Measures other than the basic column's, by their distance from it in ems, and what exceeds 22 em. */
	measure: 0.07,
	wide: 0.3,
	wideFrom: 44,
	/** Columns of two or three lines. */
	stubby: 2,
	/** Pictures at the left, over the beginning of the text. */
	figuresFirst: 0.15,
	/** Bodies dearer than the cheapest by more are not worth a flow. */
	spread: 6,
};

export function toCopy(story: BriefStory, grid: Grid): Copy {
	const measured = new Map<number, MeasuredText>();
	return {
		story,
		grid,
		length: story.blocks.reduce((sum, block) => sum + block.text.length, 0),
		measure(width) {
			const known = measured.get(width) ?? measureText(story.blocks, width, grid);
			measured.set(width, known);
			return known;
		},
	};
}

/** What it costs to fill columns of those heights to the line; infinite when the text cannot. */
export function fillCost(text: MeasuredText, heights: number[]): number {
	if (heights.length === 0) return text.max === 0 ? 0 : Number.POSITIVE_INFINITY;
	return fillText(text, heights)?.cost ?? Number.POSITIVE_INFINITY;
}

/** A body before its text is flowed. */
export interface Draft {
	columns: TextColumns;
	figures: FigureSet;
	figureColumn: number;
	cost: number;
}

/** The cheapest exact bodies of some drafts, cheapest first. */
export function bodiesOf(copy: Copy, drafts: Draft[]): BodyTable {
	const best: BodyTable = new Array(copy.grid.lines + 1).fill(undefined);
	const priceOf = (lines: number) => best[lines]?.cost ?? Number.POSITIVE_INFINITY;
	let cheapest = Number.POSITIVE_INFINITY;
	for (const draft of drafts) {
		if (draft.cost > cheapest + cost.spread) break;
		const text = copy.measure(draft.columns.width);
		for (const lines of exactLines(draft, text, copy.grid.lines)) {
			const heights = heightsOf(framesOf(draft, lines));
			const least = draft.cost + stubbyCost(heights);
			// Filling the columns is the dear part: only for what could still be the cheapest.
			if (!(least < priceOf(lines))) continue;
			const total = least + fillCost(text, heights);
			if (!(total < priceOf(lines))) continue;
			best[lines] = { ...draft, lines, text, frames: framesOf(draft, lines), cost: total };
			cheapest = Math.min(cheapest, total);
		}
	}
	return best;
}

/** All ways to divide a width (½ em) and to place the pictures in it, cheapest first; without them where they stand elsewhere. */
export function draftsOf({ story, grid, length }: Copy, inner: number, withFigures: boolean): Draft[] {
	const drafts: Draft[] = [];
	for (const columns of setsFor(textColumnsOf(inner, grid), story, length, grid)) {
		const base = columnsCost(columns, grid);
		const sets = withFigures
			? figureSetsOf({ figures: story.figures, priority: story.priority, columns, grid })
			: [noFigures];
		for (const figures of sets) {
			const draft = { columns, figures, figureColumn: columns.count - figures.cols, cost: base + figures.cost };
			drafts.push(draft);
			const isPartial = figures.cols > 0 && figures.cols < columns.count;
			if (isPartial) drafts.push({ ...draft, figureColumn: 0, cost: draft.cost + cost.figuresFirst });
		}
	}
	return drafts.sort((a, b) => a.cost - b.cost);
}

/** Of all sets those worth measuring the text for: 破栏 is for the lead, boxes and short pieces, and wider than the basic column. */
function setsFor(sets: TextColumns[], story: BriefStory, length: number, grid: Grid): TextColumns[] {
	const basic = 2 * grid.colEm;
	const isFew = (columns: TextColumns) => story.figures.length > 0 && length <= (fewLines * columns.width) / 2;
	const suited = sets.filter((columns) => columns.width <= widestText || isFew(columns));
	const isOnGrid = suited.some(({ width }) => width === basic);
	if (!isOnGrid) return suited;
	const mayBreak = story.priority === 1 || length <= longText;
	return suited.filter(({ width }) => width === basic || (mayBreak && width > basic));
}

function columnsCost({ count, width }: TextColumns, grid: Grid): number {
	if (count === 1 && width > widestText) return cost.wide;
	return Math.abs(width / 2 - grid.colEm) * cost.measure + (width > cost.wideFrom ? cost.wide : 0);
}

/** The heights at which the columns of a draft can hold the text exactly, as far as its length tells. */
function exactLines({ columns, figures }: Draft, text: MeasuredText, most: number): number[] {
	const free = columns.count - figures.cols;
	// Pictures that reach the foot: the text fills the other columns.
	const full = figures.cols > 0 && isBetween(text, free * figures.lines) ? [figures.lines] : [];
	if (text.max === 0) return figures.cols === columns.count ? [figures.lines] : figures.cols === 0 ? [0] : [];
	const covered = figures.cols * (figures.lines + 1);
	const least = figures.cols > 0 ? figures.lines + 1 + (free > 0 ? shortestColumn : 1) : 1;
	const from = Math.max(least, Math.ceil((text.min + covered) / columns.count));
	const to = Math.min(most, Math.floor((text.max + covered) / columns.count));
	for (let lines = from; lines <= to; lines++) full.push(lines);
	return full;
}

function isBetween(text: MeasuredText, lines: number): boolean {
	return text.min <= lines && lines <= text.max;
}

/** The text columns of a draft that is so many lines high. */
export function framesOf({ columns, figures, figureColumn }: Omit<Draft, 'cost'>, lines: number): BodyFrame[] {
	const frames: BodyFrame[] = [];
	for (let column = 0; column < columns.count; column++) {
		const isCovered = column >= figureColumn && column < figureColumn + figures.cols;
		const y = isCovered ? figures.lines + 1 : 0;
		if (lines - y > 0) frames.push({ column, y, h: lines - y });
	}
	return frames;
}

export function heightsOf(frames: BodyFrame[]): number[] {
	return frames.map((frame) => frame.h);
}

function stubbyCost(heights: number[]): number {
	return heights.length > 1 && Math.min(...heights) < shortestColumn ? cost.stubby : 0;
}

/** Where the pictures of a body stand from its top left corner: ½ em, lines. */
export function figureX({ columns, figureColumn }: Pick<Body, 'columns' | 'figureColumn'>): number {
	return columnStart(columns, figureColumn);
}
