import { type Body, type BodyFrame, fillCost, heightsOf, shortestColumn } from './body';
import { aspectCost, type Draftsman, figuresAt, framesAt, headTable, shareCost, spanCost, spansOf } from './draftsman';
import { type FigureSet, figureSetsOf, noFigures } from './figure-set';
import { spanUnits } from './grid';
import type { Shape, StepShape } from './shape';
import { columnStart } from './text-columns';

/**
 * Shapes with a step in their foot (咬合, 六边形): a horizontal head over the whole span, every text column
 * one basic column wide, the first `cols` of them ending at one line and the others at another.
 * Since the step may be anywhere, the columns hold any number of lines; pictures stand at the top of
 * the last columns.
 */

const smallestStep = 6;
const leastBody = 5;
const widest = 5;
const most = 20_000;
/** Pictures tried for each span. */
const mostSets = 8;
const cost = {
	/** Six corners where four would do. */
	step: 0.2,
};

/** A head and pictures over so many lines of text: the room left is fixed, the step is not. */
interface StepPlan {
	span: number;
	head: { head: Shape['head']; lines: number };
	figures: FigureSet;
	cost: number;
}

/** Where the columns before the step and after it end, in lines from the top of the story. */
type Step = NonNullable<Shape['step']>;

/** The steps of a story, cheapest first, 20,000 at most; none for a boxed story. */
export function stepsOf(draftsman: Draftsman): StepShape[] {
	const { story, grid, boxed, relation, copy } = draftsman;
	if (boxed || copy.length === 0 || (relation !== undefined && relation !== 'top')) return [];
	const widestSpan = story.priority === 1 ? grid.cols : Math.min(widest, grid.cols);
	const totals = totalsOf(draftsman);
	const tables = spansOf(draftsman)
		.filter((span) => span >= 2 && span <= widestSpan)
		.map((span) => {
			const plans = plansOf(draftsman, span);
			return { span, plans, costs: stepCosts(draftsman, span, plans, totals) };
		});
	const limit = cheapestOf(tables.map(({ costs }) => costs));
	return tables
		.flatMap(({ span, plans, costs }) =>
			stepsWithin(costs, limit, grid.lines + 1).map(
				({ step, cost: total }): StepShape => ({
					span,
					cols: step.cols,
					leftLines: step.left,
					rightLines: step.right,
					cost: total,
					shape: () => setStep(draftsman, plans, totals, step),
				}),
			),
		)
		.sort((a, b) => a.cost - b.cost)
		.slice(0, most);
}

/** The cost up to which steps are kept. */
function cheapestOf(tables: Float64Array[]): number {
	const finite: number[] = [];
	for (const costs of tables) for (const total of costs) if (total < Number.POSITIVE_INFINITY) finite.push(total);
	return Float64Array.from(finite).sort()[Math.min(most, finite.length) - 1] ?? 0;
}

/** The steps of a table that cost no more than a limit. */
function stepsWithin(costs: Float64Array, limit: number, side: number): { step: Step; cost: number }[] {
	const steps: { step: Step; cost: number }[] = [];
	for (let at = 0; at < costs.length; at++) {
		if (costs[at]! > limit) continue;
		const step = { cols: Math.floor(at / side / side) + 1, left: Math.floor(at / side) % side, right: at % side };
		steps.push({ step, cost: costs[at]! });
	}
	return steps;
}

/**
 * What the steps of a span cost at least, the text taken as cheap as its number of lines allows: at
 * ((cols − 1) · side + left) · side + right, where side is one more than the page's lines.
 */
function stepCosts({ grid }: Draftsman, span: number, plans: StepPlan[], totals: Float64Array): Float64Array {
	const side = grid.lines + 1;
	const costs = new Float64Array((span - 1) * side * side).fill(Number.POSITIVE_INFINITY);
	const aspects = Float64Array.from({ length: side }, (_, lines) => aspectCost(span, lines, grid));
	const width = 2 * grid.colEm;
	const [least, greatest] = [totals.findIndex(Number.isFinite), totals.length - 1];
	if (least < 0) return costs;
	for (const plan of plans) {
		const { lines: top } = plan.head;
		const covered = plan.figures.cols * (plan.figures.lines + 1);
		const headBox = { w: spanUnits(grid, span), h: top };
		const shares = totals.map((text, lines) => text + plan.cost + shareCost(headBox, lines * width));
		for (let cols = 1; cols < span; cols++) {
			const others = span - cols;
			for (let left = top + leastBody; left <= grid.lines; left++) {
				const before = cols * (left - top) - covered;
				const from = Math.max(top + leastBody, top + Math.ceil((least - before) / others));
				const to = Math.min(grid.lines, top + Math.floor((greatest - before) / others));
				for (let right = from; right <= to; right++) {
					if (Math.abs(left - right) < smallestStep || !hasRoom(plan, cols, left, right)) continue;
					const at = ((cols - 1) * side + left) * side + right;
					const total = shares[before + others * (right - top)]! + aspects[Math.max(left, right)]!;
					if (total < costs[at]!) costs[at] = total;
				}
			}
		}
	}
	return costs;
}

/** Every head at every height over every set of pictures. */
function plansOf(draftsman: Draftsman, span: number): StepPlan[] {
	const { story, grid } = draftsman;
	const base = spanCost(draftsman, span) + cost.step;
	const columns = { count: span, width: 2 * grid.colEm, gap: 2 * grid.gapEm };
	const input = { figures: story.figures, priority: story.priority, columns, grid };
	const sets = story.figures.length > 0 ? figureSetsOf(input).slice(0, mostSets) : [noFigures];
	return headTable(draftsman.heads(spanUnits(grid, span) / 2)).flatMap(({ head, lines, cost: headCost }) =>
		sets.map((figures) => ({ span, head: { head, lines }, figures, cost: base + headCost + figures.cost })),
	);
}

/** Cost by total lines of the text in basic columns; infinite where no looseness gives that number. */
function totalsOf({ copy, grid }: Draftsman): Float64Array {
	const text = copy.measure(2 * grid.colEm);
	const totals = new Float64Array(text.max + 1).fill(Number.POSITIVE_INFINITY);
	for (let lines = text.min; lines <= text.max; lines++) totals[lines] = fillCost(text, [lines]);
	// In several columns the white above a subhead may fall away at a column's top.
	const whites = text.blocks.filter((block, i) => block.type === 'subhead' && i > 0).length;
	for (let lines = text.min; lines <= text.max; lines++) {
		for (let more = 1; more <= whites; more++)
			totals[lines] = Math.min(totals[lines]!, totals[lines + more] ?? totals[lines]!);
	}
	return totals;
}

/** Whether text stands under the pictures in every column that they cover. */
function hasRoom({ span, head, figures }: StepPlan, cols: number, left: number, right: number): boolean {
	if (figures.cols === 0) return true;
	const under = head.lines + figures.lines + 1 + shortestColumn;
	return right >= under && (span - figures.cols >= cols || left >= under);
}

/** The cheapest plan that can be filled for those ends. */
function setStep(draftsman: Draftsman, plans: StepPlan[], totals: Float64Array, step: Step): Shape | undefined {
	const { copy, grid } = draftsman;
	const text = copy.measure(2 * grid.colEm);
	let best: Shape | undefined;
	for (const plan of plans) {
		const { span, head } = plan;
		if (Math.min(step.left, step.right) < head.lines + leastBody) continue;
		if (!hasRoom(plan, step.cols, step.left, step.right)) continue;
		const frames = framesOfStep(plan, step);
		const total = frames.reduce((sum, frame) => sum + frame.h, 0);
		if (!Number.isFinite(totals[total] ?? Number.POSITIVE_INFINITY)) continue;
		const share = shareCost({ w: spanUnits(grid, span), h: head.lines }, total * 2 * grid.colEm);
		const least = plan.cost + share + aspectCost(span, Math.max(step.left, step.right), grid);
		if (!(least < (best?.cost ?? Number.POSITIVE_INFINITY))) continue;
		const whole = least + fillCost(text, heightsOf(frames));
		if (!(whole < (best?.cost ?? Number.POSITIVE_INFINITY))) continue;
		best = toStepShape(draftsman, plan, step, frames, whole);
	}
	return best;
}

function framesOfStep({ span, head, figures }: StepPlan, step: Step): BodyFrame[] {
	return Array.from({ length: span }, (_, column) => {
		const end = (column < step.cols ? step.left : step.right) - head.lines;
		const y = column >= span - figures.cols ? figures.lines + 1 : 0;
		return { column, y, h: end - y };
	});
}

function toStepShape(
	{ copy, grid }: Draftsman,
	{ span, head, figures }: StepPlan,
	step: Step,
	frames: BodyFrame[],
	whole: number,
): Shape {
	const columns = { count: span, width: 2 * grid.colEm, gap: 2 * grid.gapEm };
	const text = copy.measure(columns.width);
	const lines = Math.max(step.left, step.right);
	const figureColumn = span - figures.cols;
	const body: Body = { lines: lines - head.lines, columns, figures, figureColumn, text, frames, cost: whole };
	return {
		span,
		lines,
		cost: whole,
		relation: 'top',
		edges: 3,
		boxed: false,
		head: head.head,
		headBox: { x: 0, y: 0, w: spanUnits(grid, span), h: head.lines },
		text,
		frames: framesAt(body, { x: 0, y: head.lines }),
		figures: figuresAt(figures, { x: columnStart(columns, figureColumn), y: head.lines }),
		step,
		white: 0,
		overset: 0,
	};
}
