import { type Body, type BodyTable, bodiesOf, type Copy, figureX, toCopy } from './body';
import { type FigureSet, figureSetsOf } from './figure-set';
import type { MeasuredText } from './flow';
import { spanUnits } from './grid';
import { type Head, type HeadText, headsOf, headTextOf, lastResortHead, whiteCost } from './head';
import { looseShapes, oversetShapes } from './loose-shape';
import type { BriefFigure, BriefStory, Grid, Priority, SheetBlock } from './sheet';
import { stepsOf } from './step-shape';
import { columnStart } from './text-columns';

/**
 * Shapes: the forms that a story can take on the page. A shape is a head and a body; since both cost
 * what they cost whatever the other is, the cheapest shape of a height is found by adding the
 * cheapest head of every height to the cheapest body of every height:
 *
 *     top 盖文题          picture above      left 左题             vertical 竖题        step 六边形
 *     ┌───────────┐     ┌───────────┐     ┌─────┬─────┬───┐     ┌───┬─────┬───┐     ┌───────────┐
 *     │ 标题       │     │ ▒▒▒▒▒▒▒▒▒ │     │标题  │     │   │     │ 标 │     │   │     │ 标题       │
 *     ├───┬───┬───┤     │ 标题       │     │ 标题 │     │   │     │ 题 │     │   │     ├───┬───┬───┤
 *     │   │   │▒▒▒│     ├───┬───┬───┤     └─────┴─────┴───┘     └───┴─────┴───┘     │   │   │   │
 *     └───┴───┴───┘     └───┴───┴───┘                                               └───┤   │   │
 *                                                                                       └───┴───┘
 */
export interface Shape {
	/** Basic columns. */
	span: number;
	/** Lines of the rectangle; of a step, of the rectangle around it. */
	lines: number;
	cost: number;
	relation: SheetBlock['relation'];
	edges: HeadEdges;
	boxed: boolean;
	head: Head;
	/** ½ em and lines from the top left corner, like all that follows. */
	headBox: ShapeBox;
	text: MeasuredText;
	/** Text columns in reading order; `w` in ½ em. */
	frames: ShapeBox[];
	figures: ShapeFigure[];
	/** The step in the foot: the first `cols` basic columns end at `left` lines, the others at `right`. */
	step?: { cols: number; left: number; right: number };
	/** Lines at the foot of the rectangle that stay white; 0 in an exact shape. */
	white: number;
	/** Lines of text that find no room; 0 in an exact shape. */
	overset: number;
}

export interface ShapeBox {
	x: number;
	y: number;
	w: number;
	h: number;
}

/** A picture with its caption; `pictureLines` without. */
export interface ShapeFigure {
	figure: BriefFigure;
	x: number;
	y: number;
	wEm: number;
	h: number;
	pictureLines: number;
}

/**
 * Ends of a shape's top edge that its horizontal head reaches: 1 left, 2 right. Where the heads of two
 * neighbours meet on one line, they read as one (碰题). A 竖题, a box, a picture above the head: 0; a head
 * at the left of its text: 1.
 */
export type HeadEdges = 0 | 1 | 2 | 3;

export interface ShapeSettings {
	grid: Grid;
	/** What the editor has fixed. */
	spans?: number[];
	pt?: number;
	relation?: SheetBlock['relation'];
	boxed?: boolean;
}

/** All shapes of a story. The same story and settings give the same shapes. */
export interface StoryShapes {
	/**
	 * Cost of the cheapest exact rectangle: text fills its columns to the line, no white below, nothing
	 * overset; infinite where there is none. `costs[edges][span][lines]`.
	 */
	costs: Float64Array[][];
	/** The shape behind a cost; undefined where it is infinite. */
	rect(edges: HeadEdges, span: number, lines: number): Shape | undefined;
	/** The cheapest rectangle that may leave up to ten lines white. */
	loose(span: number, lines: number): Shape | undefined;
	/** A rectangle too small for the text. */
	overset(span: number, lines: number): Shape | undefined;
	/** L-shapes 咬合, cheapest first; found when first asked for. */
	readonly steps: StepShape[];
}

/**
 * A shape with a step in its foot (咬合): head over the whole span, every text column one basic column
 * wide. The ends differ by 6 lines at least, and each stands 5 lines or more below the head.
 */
export interface StepShape {
	span: number;
	/** Basic columns before the step. */
	cols: number;
	/** Where the columns before the step and after it end, in lines from the top of the story. */
	leftLines: number;
	rightLines: number;
	/** What the shape costs, as far as it is known before its text is flowed. */
	cost: number;
	/** The shape; undefined when the text cannot fill it to the line. */
	shape(): Shape | undefined;
}

/** A story as its shapes are made. */
export interface Draftsman extends ShapeSettings {
	story: BriefStory;
	copy: Copy;
	text: HeadText;
	boxed: boolean;
	/** Horizontal heads over a width in ems; those of last resort where no span has another. */
	heads(widthEm: number): Head[];
}

/** What the frame of a boxed story takes of its width (½ em) and height. */
export const boxFrame = { units: 4, lines: 2 };
const cost = {
	aspect: 0.5,
	aspectIdeal: 1.35,
	/** A column more or less than suits the rank. */
	spanOutside: { 1: 4, 2: 1.2, 3: 1, 4: 1 },
	/** T8: a head too big or too small for its body. */
	headShare: 0.5,
	/** A picture above the head. */
	over: 0.3,
};
const aspectLimits = { min: 0.22, max: 5.5 };
const headShares = { min: 0.06, max: 0.6 };
/** Spans in basic columns of a six-column page that suit a rank. */
const suitedSpan: Record<Priority, [number, number]> = { 1: [4, 6], 2: [2, 4], 3: [2, 3], 4: [1, 2] };

export function shapesOf(story: BriefStory, settings: ShapeSettings): StoryShapes {
	const draftsman = toDraftsman(story, settings);
	const { grid } = settings;
	const picks = ([0, 1, 2, 3] as HeadEdges[]).map(() => Array.from({ length: grid.cols + 1 }, (): Picks => []));
	for (const span of spansOf(settings)) drawTop(draftsman, span, picks);
	const costs = picks.map((spans) => spans.map((row) => costsOf(row, grid)));
	const loose: (Shape | undefined)[][] = [];
	const looseOf = (span: number) => {
		loose[span] ??= looseShapes(draftsman, span);
		return loose[span];
	};
	let steps: StepShape[] | undefined;
	return {
		costs,
		rect: (edges, span, lines) => toShape(draftsman, span, edges, picks[edges]?.[span]?.[lines]),
		loose: (span, lines) => looseOf(span)[lines],
		overset: (span, lines) => oversetShapes(draftsman, looseOf(span))[lines],
		get steps() {
			steps ??= stepsOf(draftsman);
			return steps;
		},
	};
}

export function toDraftsman(story: BriefStory, settings: ShapeSettings): Draftsman {
	const { grid, pt } = settings;
	const boxed = settings.boxed ?? story.boxed === true;
	const text = headTextOf(story);
	const known = new Map<number, Head[]>();
	const widths = spansOf(settings).map((span) => (spanUnits(grid, span) - (boxed ? boxFrame.units : 0)) / 2);
	const find = (widthEm: number): Head[] => {
		const heads = known.get(widthEm) ?? headsOf(text, widthEm, grid, pt);
		known.set(widthEm, heads);
		return heads;
	};
	const fitsNowhere = widths.every((widthEm) => find(widthEm).length === 0);
	const heads = (widthEm: number) => (fitsNowhere ? [lastResortHead(text, widthEm, grid, pt)] : find(widthEm));
	return { ...settings, story, copy: toCopy(story, grid), text, boxed, heads };
}

export function spansOf({ grid, spans }: ShapeSettings): number[] {
	const all = Array.from({ length: grid.cols }, (_, i) => i + 1);
	return spans ? all.filter((span) => spans.includes(span)) : all;
}

/** How a shape is put together; what is dear to make is made when it is asked for. */
export interface Pick {
	relation: Shape['relation'];
	head: Head;
	headLines: number;
	body: Body;
	/** Pictures above the head. */
	over?: FigureSet;
	cost: number;
}

/** By lines. */
type Picks = (Pick | undefined)[];

/** Heads over bodies, pictures in the body or above the head. */
function drawTop(draftsman: Draftsman, span: number, picks: Picks[][]): void {
	const { story, copy, grid, boxed, relation } = draftsman;
	if (relation !== undefined && relation !== 'top') return;
	const inner = spanUnits(grid, span) - (boxed ? boxFrame.units : 0);
	const heads = headTable(draftsman.heads(inner / 2));
	const bodies = bodiesOf(copy, inner, true);
	stack(draftsman, span, heads, bodies, undefined, picks[boxed ? 0 : 3]![span]!);
	if (story.figures.length === 0) return;
	const whole = { count: 1, width: inner, gap: 0 };
	const overs = figureSetsOf({ figures: story.figures, priority: story.priority, columns: whole, grid });
	const plain = overs.length > 0 ? bodiesOf(copy, inner, false) : [];
	for (const over of overs) stack(draftsman, span, heads, plain, over, picks[0]![span]!);
}

interface PricedHead {
	head: Head;
	lines: number;
	cost: number;
}

/** The cheapest head for each height. */
export function headTable(heads: Head[]): PricedHead[] {
	const best: PricedHead[] = [];
	for (const head of heads) {
		for (let lines = head.min; lines <= head.max; lines++) {
			const total = head.cost + whiteCost(head, lines);
			if (total < (best[lines]?.cost ?? Number.POSITIVE_INFINITY)) best[lines] = { head, lines, cost: total };
		}
	}
	return best.filter((entry) => entry !== undefined);
}

/** Keeps for each height the cheapest of all heads over all bodies. */
function stack(
	draftsman: Draftsman,
	span: number,
	heads: PricedHead[],
	bodies: BodyTable,
	over: FigureSet | undefined,
	best: Picks,
): void {
	const { grid, boxed } = draftsman;
	const more = (boxed ? boxFrame.lines : 0) + (over?.lines ?? 0);
	const base = spanCost(draftsman, span) + (over ? over.cost + cost.over : 0);
	for (const body of bodies) {
		if (!body) continue;
		for (const { head, lines, cost: headCost } of heads) {
			const whole = lines + body.lines + more;
			if (whole > grid.lines) break;
			const aspect = aspectCost(span, whole, grid);
			if (aspect === undefined) continue;
			const share = shareCost(lines, body.lines);
			const total = base + body.cost + headCost + aspect + share;
			if (total < (best[whole]?.cost ?? Number.POSITIVE_INFINITY)) {
				best[whole] = { relation: 'top', head, headLines: lines, body, over, cost: total };
			}
		}
	}
}

/** T8 题大文小 题小文大: areas of one width compare as their lines. */
export function shareCost(headLines: number, bodyLines: number): number {
	const share = headLines / Math.max(1, bodyLines);
	return share < headShares.min || share > headShares.max ? cost.headShare : 0;
}

export function aspectCost(span: number, lines: number, grid: Grid): number | undefined {
	const aspect = spanUnits(grid, span) / 2 / (lines * grid.linePitchEm);
	if (aspect < aspectLimits.min || aspect > aspectLimits.max) return undefined;
	return Math.abs(Math.log(aspect / cost.aspectIdeal)) * cost.aspect;
}

export function spanCost({ story, grid }: Draftsman, span: number): number {
	const [from, to] = suitedSpan[story.priority].map((cols) => (cols * grid.cols) / 6) as [number, number];
	return Math.max(0, from - span, span - to) * cost.spanOutside[story.priority];
}

function costsOf(row: Picks, grid: Grid): Float64Array {
	return Float64Array.from({ length: grid.lines + 1 }, (_, lines) => row[lines]?.cost ?? Number.POSITIVE_INFINITY);
}

/** Puts a shape together. */
export function toShape(
	{ grid, boxed }: Draftsman,
	span: number,
	edges: HeadEdges,
	pick: Pick | undefined,
): Shape | undefined {
	if (!pick) return undefined;
	const { relation, head, headLines, body, over } = pick;
	const inset = boxed ? { x: boxFrame.units / 2, y: boxFrame.lines / 2 } : { x: 0, y: 0 };
	const headY = inset.y + (over?.lines ?? 0);
	const bodyY = headY + headLines;
	const figures = [
		...(over ? moved(over.items, inset.x, inset.y) : []),
		...moved(body.figures.items, inset.x + figureX(body), bodyY),
	];
	return {
		span,
		lines: bodyY + body.lines + inset.y,
		cost: pick.cost,
		relation,
		edges,
		boxed,
		head,
		headBox: { x: inset.x, y: headY, w: spanUnits(grid, span) - 2 * inset.x, h: headLines },
		text: body.text,
		frames: framesAt(body, inset.x, bodyY),
		figures,
		white: 0,
		overset: 0,
	};
}

/** The text columns of a body whose top left corner stands at a point. */
export function framesAt({ columns, frames }: Body, x: number, y: number): ShapeBox[] {
	return frames.map((frame) => ({
		x: x + columnStart(columns, frame.column),
		y: y + frame.y,
		w: columns.width,
		h: frame.h,
	}));
}

export function moved(figures: ShapeFigure[], x: number, y: number): ShapeFigure[] {
	return figures.map((figure) => ({ ...figure, x: figure.x + x, y: figure.y + y }));
}
