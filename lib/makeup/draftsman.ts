import { type Body, type BodyTable, bodiesOf, type Copy, draftsOf, figureX, toCopy } from './body';
import type { FigureSet } from './figure-set';
import { spanUnits } from './grid';
import { type Head, type HeadText, headsOf, headTextOf, lastResortHead, whiteCost } from './head';
import type { HeadEdges, Shape, ShapeBox, ShapeFigure, ShapeSettings } from './shape';
import type { BriefStory, Grid, Priority } from './sheet';
import { columnStart } from './text-columns';
import { verticalHeadsOf } from './vertical-head';

/**
 * A story as its shapes are drawn: its heads and bodies, each found once, and what the parts of a
 * shape cost. A head and a body cost what they cost whatever the other is, so the cheapest shape of a
 * height is found by adding the cheapest head of every height to the cheapest body of every height.
 */
export interface Draftsman extends ShapeSettings {
	story: BriefStory;
	copy: Copy;
	text: HeadText;
	boxed: boolean;
	/** Horizontal heads over a width in ems; those of last resort where no span has another. */
	heads(widthEm: number): Head[];
	/** 竖题 in a box of that width in ems. */
	verticalHeads(widthEm: number): Head[];
	/** Exact bodies in a width of ½ ems. */
	bodies(inner: number, withFigures: boolean): BodyTable;
}

/** What the frame of a boxed story takes of its width (½ em) and height. */
const boxFrame = { units: 4, lines: 2 };
const cost = {
	aspect: 0.5,
	aspectIdeal: 1.35,
	/** A column more or less than suits the rank. */
	spanOutside: { 1: 4, 2: 1.2, 3: 1, 4: 1 },
	/** T8: a head too big or too small for its body. */
	headShare: 0.5,
};
const aspectLimits = { min: 0.22, max: 5.5 };
const headShares = { min: 0.06, max: 0.6 };
/** Spans in basic columns of a six-column page that suit a rank. */
const suitedSpan: Record<Priority, [number, number]> = { 1: [4, 6], 2: [2, 4], 3: [2, 3], 4: [1, 2] };

export function toDraftsman(story: BriefStory, settings: ShapeSettings): Draftsman {
	const { grid, pt } = settings;
	const boxed = settings.boxed ?? story.boxed === true;
	const text = headTextOf(story);
	const copy = toCopy(story, grid);
	const find = memo((widthEm: number) => headsOf(text, widthEm, grid, pt));
	const bodies = memo((key: number) => bodiesOf(copy, draftsOf(copy, key >> 1, key % 2 === 1)));
	const fitsNowhere = spansOf(settings).every((span) => find(innerWidth(grid, span, boxed) / 2).length === 0);
	return {
		...settings,
		story,
		copy,
		text,
		boxed,
		heads: (widthEm) => (fitsNowhere ? [lastResortHead(text, widthEm, grid, pt)] : find(widthEm)),
		verticalHeads: memo((widthEm: number) => verticalHeadsOf(text, widthEm, grid, pt)),
		bodies: (inner, withFigures) => bodies(2 * inner + (withFigures ? 1 : 0)),
	};
}

function memo<Value>(make: (key: number) => Value): (key: number) => Value {
	const known = new Map<number, Value>();
	return (key) => {
		const value = known.get(key) ?? make(key);
		known.set(key, value);
		return value;
	};
}

/** The spans that a story may take. */
export function spansOf({ grid, spans }: ShapeSettings): number[] {
	const all = Array.from({ length: grid.cols }, (_, i) => i + 1);
	return spans ? all.filter((span) => spans.includes(span)) : all;
}

/** ½ em inside the frame of a boxed story, or of the whole span. */
export function innerWidth(grid: Grid, span: number, boxed: boolean): number {
	return spanUnits(grid, span) - (boxed ? boxFrame.units : 0);
}

/** Where the inside of a shape begins. */
export function insetOf(boxed: boolean): { x: number; y: number } {
	return boxed ? { x: boxFrame.units / 2, y: boxFrame.lines / 2 } : { x: 0, y: 0 };
}

export interface PricedHead {
	head: Head;
	lines: number;
	cost: number;
}

/** The cheapest head for each height, by rising height. */
export function headTable(heads: Head[], costAt: (head: Head, lines: number) => number = whiteCost): PricedHead[] {
	const best: (PricedHead | undefined)[] = [];
	for (const head of heads) {
		for (let lines = head.min; lines <= head.max; lines++) {
			const total = head.cost + costAt(head, lines);
			if (total < (best[lines]?.cost ?? Number.POSITIVE_INFINITY)) best[lines] = { head, lines, cost: total };
		}
	}
	return best.filter((entry) => entry !== undefined);
}

/** T8 题大文小 题小文大: what a head costs beside so much text, by their areas. */
export function shareCost({ w, h }: { w: number; h: number }, textArea: number): number {
	const share = (w * h) / textArea;
	return textArea > 0 && (share < headShares.min || share > headShares.max) ? cost.headShare : 0;
}

/** ½ em × lines of the text columns of a body. */
export function textAreaOf({ columns, frames }: Pick<Body, 'columns' | 'frames'>): number {
	return frames.reduce((sum, frame) => sum + frame.h, 0) * columns.width;
}

/** Infinite where a shape would be too long or too flat. */
export function aspectCost(span: number, lines: number, grid: Grid): number {
	const aspect = spanUnits(grid, span) / 2 / (lines * grid.linePitchEm);
	if (aspect < aspectLimits.min || aspect > aspectLimits.max) return Number.POSITIVE_INFINITY;
	return Math.abs(Math.log(aspect / cost.aspectIdeal)) * cost.aspect;
}

export function spanCost({ story, grid }: Draftsman, span: number): number {
	const [from, to] = suitedSpan[story.priority].map((cols) => (cols * grid.cols) / 6) as [number, number];
	return Math.max(0, from - span, span - to) * cost.spanOutside[story.priority];
}

/** How a shape is put together; ½ em and lines from its top left corner. */
export interface Plan {
	relation: Shape['relation'];
	head: Head;
	headBox: ShapeBox;
	body: Body;
	bodyAt: { x: number; y: number };
	/** Pictures at the top of the shape, above its head. */
	over?: FigureSet;
	cost: number;
}

/** The cheapest way for every number of lines. */
export type Plans = (Plan | undefined)[];

/** Whether something of a cost would be the cheapest of its height. */
export function isCheaper(best: ({ cost: number } | undefined)[], lines: number, total: number): boolean {
	return total < (best[lines]?.cost ?? Number.POSITIVE_INFINITY);
}

/** Puts a shape together. */
export function toShape(
	{ boxed }: Draftsman,
	{ span, lines, edges }: { span: number; lines: number; edges: HeadEdges },
	plan: Plan | undefined,
): Shape | undefined {
	if (!plan) return undefined;
	const { relation, head, headBox, body, bodyAt, over } = plan;
	const inset = insetOf(boxed);
	return {
		span,
		lines,
		cost: plan.cost,
		relation,
		edges,
		boxed,
		head,
		headBox,
		text: body.text,
		frames: framesAt(body, bodyAt),
		figures: [
			...(over ? figuresAt(over, inset) : []),
			...figuresAt(body.figures, { x: bodyAt.x + figureX(body), y: bodyAt.y }),
		],
		white: 0,
		overset: 0,
	};
}

/** The text columns of a body whose top left corner stands at a point. */
export function framesAt(
	{ columns, frames }: Pick<Body, 'columns' | 'frames'>,
	{ x, y }: { x: number; y: number },
): ShapeBox[] {
	return frames.map((frame) => ({
		x: x + columnStart(columns, frame.column),
		y: y + frame.y,
		w: columns.width,
		h: frame.h,
	}));
}

export function figuresAt({ items }: FigureSet, { x, y }: { x: number; y: number }): ShapeFigure[] {
	return items.map((item) => ({ ...item, x: item.x + x, y: item.y + y }));
}
