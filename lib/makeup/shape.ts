import { type FigureSet, figureSetsOf, type TextColumns } from './figure-set';
import { flowText, type MeasuredText, measureText } from './flow';
import { spanUnits } from './grid';
import { type Head, headsOf } from './head';
import type { BriefStory, Grid, Priority } from './sheet';

/** One way to set a story in a rectangle of whole columns. */
export interface Shape {
	/** Basic columns. */
	span: number;
	/** Lines of the rectangle. */
	lines: number;
	cost: number;
	head: Head;
	headLines: number;
	text: MeasuredText;
	columns: TextColumns;
	figures: FigureSet;
	bodyLines: number;
	/** Lines at the foot of the rectangle that stay white. */
	white: number;
	/** Lines of text that find no room. */
	overset: number;
}

export interface ShapeSettings {
	grid: Grid;
	/** Also offer rectangles too small for the text. */
	allowOverset: boolean;
}

const gap = 2;
const width = { min: 18, max: 48 };
/** Text of fewer lines may run over a wider measure: the words under a photograph. */
const fewLines = 6;
const shortestColumn = 4;
const mostWhite = 10;
/** What the frame of a boxed story takes of its width and height. */
const boxFrame = { units: 4, lines: 2 };
const cost = {
	aspect: 0.5,
	aspectIdeal: 1.35,
	/** The first line of white across one column under a story; each further one costs more. */
	whiteLine: 0.3,
	whiteGrowth: 0.06,
	oversetLine: 40,
	/** Measures other than the basic column's, by their distance from it in ems. */
	measure: 0.07,
	/** A column more or less than suits the rank. */
	spanOutside: { 1: 4, 2: 1.2, 3: 1, 4: 1 },
	headWhite: 0.12,
	/** Columns of two or three lines. */
	stubby: 2,
};
const aspectLimits = { min: 0.22, max: 5.5 };
/** Spans in basic columns of a six-column page that suit a rank. */
const suitedSpan: Record<Priority, [number, number]> = { 1: [4, 6], 2: [2, 4], 3: [2, 3], 4: [1, 2] };

/**
 * The cheapest shape of a story for every span and height: `shapes[span][lines]`, undefined where
 * none exists. Each was flowed for real: what it promises can be set.
 */
export function shapesOf(story: BriefStory, settings: ShapeSettings): SpanShapes[] {
	const { grid } = settings;
	const measured = new Map<number, MeasuredText>();
	const measure = (units: number): MeasuredText => {
		const known = measured.get(units) ?? measureText(story.blocks, units, grid);
		measured.set(units, known);
		return known;
	};
	const shapes: SpanShapes[] = [[]];
	for (let span = 1; span <= grid.cols; span++) {
		const best: SpanShapes = new Array(grid.lines + 1).fill(undefined);
		findShapes(best, story, span, measure, grid);
		if (settings.allowOverset) for (const shape of oversetShapes(best, story, grid)) keepBest(best, shape);
		fillWithWhite(best);
		shapes.push(best);
	}
	return shapes;
}

/** The shapes of one span by their lines. */
export type SpanShapes = (Shape | undefined)[];

function keepBest(best: SpanShapes, shape: Shape): void {
	if (shape.lines >= best.length) return;
	const known = best[shape.lines];
	if (!known || shape.cost < known.cost) best[shape.lines] = shape;
}

/** A height that no shape has exactly takes the next lower shape and white under it. */
function fillWithWhite(best: SpanShapes): void {
	for (let lines = 1; lines < best.length; lines++) {
		const lower = best[lines - 1];
		if (!lower || lower.white === mostWhite) continue;
		const added = lower.span * (cost.whiteLine + lower.white * cost.whiteGrowth);
		const padded = { ...lower, lines, white: lower.white + 1, cost: lower.cost + added };
		keepBest(best, padded);
	}
}

/** A shape before its text is flowed: what it costs at least. */
type Draft = Omit<Shape, 'white' | 'overset'>;
type DraftBody = Omit<Draft, 'lines' | 'head' | 'headLines'>;

function findShapes(
	best: SpanShapes,
	story: BriefStory,
	span: number,
	measure: (units: number) => MeasuredText,
	grid: Grid,
): void {
	const inner = spanUnits(grid, span) - (story.boxed ? boxFrame.units : 0);
	const heads = headsOf(story, inner / 2, grid);
	for (const columns of columnSets(inner)) {
		const text = measure(columns.width);
		if (columns.width > width.max && text.max > fewLines) continue;
		const base = spanCost(story, span, grid) + Math.abs(columns.width / 2 - grid.colEm) * cost.measure;
		for (const figures of figureSetsOf(story.figures, story.priority, columns, grid)) {
			for (const bodyLines of bodyRange(text, columns, figures, grid)) {
				const body = { span, text, columns, figures, bodyLines, cost: base + figures.cost };
				const drafts = heads.flatMap((head) => draftsOf(head, body, story, grid)).filter(isPromising);
				// Flowing the text is the dear part: only for what could still be the cheapest.
				const heights = drafts.length > 0 ? columnHeights(columns, figures, bodyLines) : undefined;
				const flow = heights && flowText(text, heights);
				if (!flow) continue;
				for (const draft of drafts) keepBest(best, { ...draft, cost: draft.cost + flow.cost, white: 0, overset: 0 });
			}
		}
	}

	function isPromising(draft: Draft): boolean {
		return draft.cost < (best[draft.lines]?.cost ?? Number.POSITIVE_INFINITY);
	}
}

/** A head over a body, at every height that its white allows. */
function draftsOf(head: Head, body: DraftBody, story: BriefStory, grid: Grid): Draft[] {
	const drafts: Draft[] = [];
	for (let headLines = head.min; headLines <= head.max; headLines++) {
		const lines = headLines + body.bodyLines + (story.boxed ? boxFrame.lines : 0);
		const aspect = aspectCost(spanUnits(grid, body.span) / 2 / (lines * grid.linePitchEm));
		if (aspect === undefined || lines > grid.lines) continue;
		const white = Math.abs(headLines - head.min - 1) * cost.headWhite;
		const stubby = body.columns.count > 1 && body.bodyLines < shortestColumn ? cost.stubby : 0;
		drafts.push({ ...body, lines, head, headLines, cost: body.cost + head.cost + aspect + white + stubby });
	}
	return drafts;
}

/** 破栏: the ways to divide a width in equal columns of whole half-ems; whole ems where there is a choice. */
function columnSets(inner: number): TextColumns[] {
	const sets: TextColumns[] = [];
	for (let count = 1; count <= 8; count++) {
		const columnWidth = (inner - gap * (count - 1)) / count;
		if (!Number.isInteger(columnWidth) || columnWidth < width.min) continue;
		if (columnWidth > width.max && count > 1) continue;
		sets.push({ count, width: columnWidth, gap });
	}
	const even = sets.filter((set) => set.width % 2 === 0);
	return even.some((set) => set.width <= width.max) ? even : sets;
}

/** Heights of the text columns under a set of pictures; undefined when what is left of a column is too short. */
export function columnHeights(columns: TextColumns, figures: FigureSet, bodyLines: number): number[] | undefined {
	const under = bodyLines - figures.lines;
	const free = columns.count - figures.cols;
	// The pictures may reach the foot exactly; else a line of white and some text stand under them.
	if (figures.cols > 0 && under === 0 && free > 0) return new Array(free).fill(bodyLines);
	if (figures.cols > 0 && under - 1 < (free > 0 ? shortestColumn : 1)) return undefined;
	return [...new Array(free).fill(bodyLines), ...new Array(figures.cols).fill(under - 1)];
}

/** Heights of the text columns, in lines, that may hold text and pictures without loss. */
function bodyRange(text: MeasuredText, columns: TextColumns, figures: FigureSet, grid: Grid): number[] {
	const from = Math.max(1, Math.floor((text.min + figures.cols * figures.lines) / columns.count));
	const covered = figures.cols * (figures.lines + 1);
	const to = Math.min(grid.lines, Math.ceil((text.max + covered) / columns.count) + 1);
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

function aspectCost(aspect: number): number | undefined {
	if (aspect < aspectLimits.min || aspect > aspectLimits.max) return undefined;
	return Math.abs(Math.log(aspect / cost.aspectIdeal)) * cost.aspect;
}

function spanCost(story: BriefStory, span: number, grid: Grid): number {
	const [from, to] = suitedSpan[story.priority].map((cols) => (cols * grid.cols) / 6) as [number, number];
	return Math.max(0, from - span, span - to) * cost.spanOutside[story.priority];
}

/** Cuts the lowest shape of a span line by line, down to a head and a few lines of text. */
function* oversetShapes(best: SpanShapes, story: BriefStory, grid: Grid): Generator<Shape> {
	const lowest = best.find((shape) => shape !== undefined);
	if (!lowest) return;
	for (let bodyLines = lowest.bodyLines - 1; bodyLines >= 1; bodyLines--) {
		const heights = columnHeights(lowest.columns, lowest.figures, bodyLines);
		if (!heights) return;
		const capacity = heights.reduce((sum, height) => sum + height, 0);
		const overset = Math.max(1, lowest.text.min - capacity);
		const lines = lowest.lines - (lowest.bodyLines - bodyLines);
		// The higher the rank, the dearer its words.
		const weight = ((lowest.columns.width / 2 / grid.colEm) * (6 - story.priority)) / 2;
		yield { ...lowest, lines, bodyLines, overset, cost: lowest.cost + overset * weight * cost.oversetLine };
	}
}
