import { type Body, type BodyFrame, fillCost, heightsOf, shortestColumn } from './body';
import { aspectCost, type Draftsman, figuresAt, framesAt, headTable, spanCost, spansOf } from './draftsman';
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
const most = 4000;
/** Pictures tried for each span. */
const mostSets = 8;
const cost = {
	/** Six corners where four would do. */
	step: 0.2,
};

/** A head and pictures over so many lines of text: the room left is fixed, the step is not. */
interface Plan {
	span: number;
	head: { head: Shape['head']; lines: number };
	figures: FigureSet;
	cost: number;
}

/** The steps of a story, cheapest first, 4,000 at most; none for a boxed story. */
export function stepsOf(draftsman: Draftsman): StepShape[] {
	const { story, grid, boxed, relation } = draftsman;
	if (boxed || (relation !== undefined && relation !== 'top')) return [];
	const widestSpan = story.priority === 1 ? grid.cols : Math.min(widest, grid.cols);
	const spans = spansOf(draftsman).filter((span) => span >= 2 && span <= widestSpan);
	return spans
		.flatMap((span) => stepsOfSpan(draftsman, span))
		.sort((a, b) => a.cost - b.cost)
		.slice(0, most);
}

function stepsOfSpan(draftsman: Draftsman, span: number): StepShape[] {
	const plans = plansOf(draftsman, span);
	if (plans.length === 0) return [];
	const { grid } = draftsman;
	const totals = totalsOf(draftsman);
	const side = grid.lines + 1;
	const best = new Float64Array((span - 1) * side * side).fill(Number.POSITIVE_INFINITY);
	for (const plan of plans) {
		for (const { cols, left, right, text } of endsOf(plan, totals, grid.lines)) {
			const aspect = aspectCost(span, Math.max(left, right), grid);
			const at = ((cols - 1) * side + left) * side + right;
			if (aspect === Number.POSITIVE_INFINITY) continue;
			best[at] = Math.min(best[at]!, plan.cost + text + aspect);
		}
	}
	const steps: StepShape[] = [];
	best.forEach((total, at) => {
		if (total === Number.POSITIVE_INFINITY) return;
		const cols = Math.floor(at / side / side) + 1;
		const [leftLines, rightLines] = [Math.floor(at / side) % side, at % side];
		const shape = () => setStep(draftsman, plans, totals, { cols, left: leftLines, right: rightLines });
		steps.push({ span, cols, leftLines, rightLines, cost: total, shape });
	});
	return steps;
}

/** Every head at every height over every set of pictures. */
function plansOf(draftsman: Draftsman, span: number): Plan[] {
	const { story, grid, copy } = draftsman;
	if (copy.length === 0) return [];
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

interface Ends {
	cols: number;
	left: number;
	right: number;
	text: number;
}

/** The pairs of ends that leave room for exactly the text. */
function* endsOf(plan: Plan, totals: Float64Array, lines: number): Generator<Ends> {
	const { span, figures } = plan;
	const head = plan.head.lines;
	const covered = figures.cols * (figures.lines + 1);
	const least = totals.findIndex(Number.isFinite);
	if (least < 0) return;
	for (let cols = 1; cols < span; cols++) {
		const others = span - cols;
		for (let left = head + leastBody; left <= lines; left++) {
			const before = cols * (left - head) - covered;
			const from = Math.max(head + leastBody, head + Math.ceil((least - before) / others));
			const to = Math.min(lines, head + Math.floor((totals.length - 1 - before) / others));
			for (let right = from; right <= to; right++) {
				if (Math.abs(left - right) < smallestStep) continue;
				const text = totals[before + others * (right - head)]!;
				if (text === Number.POSITIVE_INFINITY || !hasRoom(plan, cols, left, right)) continue;
				yield { cols, left, right, text };
			}
		}
	}
}

/** Whether text stands under the pictures in every column that they cover. */
function hasRoom({ span, head, figures }: Plan, cols: number, left: number, right: number): boolean {
	if (figures.cols === 0) return true;
	const under = head.lines + figures.lines + 1 + shortestColumn;
	return right >= under && (span - figures.cols >= cols || left >= under);
}

/** The cheapest plan that can be filled for those ends. */
function setStep(
	draftsman: Draftsman,
	plans: Plan[],
	totals: Float64Array,
	step: { cols: number; left: number; right: number },
): Shape | undefined {
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
		const aspect = aspectCost(span, Math.max(step.left, step.right), grid);
		if (aspect === Number.POSITIVE_INFINITY || (best && plan.cost + aspect >= best.cost)) continue;
		const whole = plan.cost + aspect + fillCost(text, heightsOf(frames));
		if (!(whole < (best?.cost ?? Number.POSITIVE_INFINITY))) continue;
		best = toStepShape(draftsman, plan, step, frames, whole);
	}
	return best;
}

function framesOfStep({ span, head, figures }: Plan, step: { cols: number; left: number; right: number }): BodyFrame[] {
	return Array.from({ length: span }, (_, column) => {
		const end = (column < step.cols ? step.left : step.right) - head.lines;
		const y = column >= span - figures.cols ? figures.lines + 1 : 0;
		return { column, y, h: end - y };
	});
}

function toStepShape(
	{ copy, grid }: Draftsman,
	{ span, head, figures }: Plan,
	step: { cols: number; left: number; right: number },
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
