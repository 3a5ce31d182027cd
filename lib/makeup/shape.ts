import { type Plans, spansOf, toDraftsman, toShape } from './draftsman';
import type { MeasuredText } from './flow';
import type { Head } from './head';
import { looseShapes, oversetShapes } from './loose-shape';
import { drawRects } from './rect-shape';
import type { BriefFigure, BriefStory, Grid, SheetBlock } from './sheet';
import { stepsOf } from './step-shape';

/**
 * Shapes: the forms that a story can take on the page.
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

export function shapesOf(story: BriefStory, settings: ShapeSettings): StoryShapes {
	const draftsman = toDraftsman(story, settings);
	const { grid } = settings;
	const plans = ([0, 1, 2, 3] as HeadEdges[]).map(() => Array.from({ length: grid.cols + 1 }, (): Plans => []));
	for (const span of spansOf(settings)) drawRects(draftsman, span, plans);
	const costs = plans.map((spans) => spans.map((row) => costsOf(row, grid)));
	const loose: (Shape | undefined)[][] = [];
	const looseOf = (span: number) => {
		loose[span] ??= looseShapes(draftsman, span);
		return loose[span];
	};
	let steps: StepShape[] | undefined;
	return {
		costs,
		rect: (edges, span, lines) => toShape(draftsman, { span, lines, edges }, plans[edges]?.[span]?.[lines]),
		loose: (span, lines) => looseOf(span)[lines],
		overset: (span, lines) => oversetShapes(draftsman, looseOf(span))[lines],
		get steps() {
			steps ??= stepsOf(draftsman);
			return steps;
		},
	};
}

function costsOf(row: Plans, grid: Grid): Float64Array {
	const costs = new Float64Array(grid.lines + 1).fill(Number.POSITIVE_INFINITY);
	row.forEach((plan, lines) => {
		if (plan) costs[lines] = plan.cost;
	});
	return costs;
}
