import { assemble, cellsOf, cellsOfBlock, type Frame, type Placement } from './assemble';
import { type Knot, knotsOf } from './knot';
import { type Nook, nookOf } from './nook';
import { costIn, planIn, type Region, regionOf } from './region';
import type { Shape, StepShape, StoryShapes } from './shape';
import type { BriefStory, Sheet } from './sheet';
import { type CellRect, fillSlices, maxStories, never, type Placed, ruleLines, type SliceInput } from './slice';
import { openLines } from './taboo';
import { placeUnit, toUnits, type Unit, unitCosts } from './unit';

/** Stories to place on a page around what is fixed on it. */
export interface Problem {
	frame: Frame;
	/** By rank. */
	stories: BriefStory[];
	shapes: StoryShapes[];
}

/** How far a search may go. */
export interface Effort {
	/** Combinations to look at besides those of the first page; 0: the first page will do. */
	nodes: number;
	random: () => number;
}

/** A page and what it took to find it. */
export interface Solution {
	page: ReturnType<typeof assemble>;
	nodes: number;
}

/** For so many combinations one more of the cheapest knots is set and judged. */
const nodesPerKnot = 33_000;
const fewestKnots = 24;
/** Over the square of the stories: steps of a story that are tried. With fewer stories each has fewer places to go. */
const trialsPerPage = 320_000;

/**
 * Pages that hold every story whole and have no hole, each better than the one before; none where
 * no such page exists among those that the search knows.
 */
export function* exactPages(problem: Problem, effort: Effort): Generator<Solution> {
	const found = toSearch(
		problem,
		problem.shapes.map(({ costs }) => costs),
		never,
	);
	const { units, region, all } = found;
	const page = pageRect(problem.frame);
	let { nodes } = region.slices;
	let best = never;
	if (costIn(region, page, all) < never) {
		const placed = planIn(region, page, all).place();
		const first = assemble(problem.frame, toPlacements(problem, found, placed));
		best = first.score.total!;
		yield { page: first, nodes };
	}
	const { kept, fixed } = problem.frame;
	const isLocked = kept.length + fixed.length > 0;
	if (effort.nodes === 0 && !(isLocked && best === never)) return;
	const steps = stepsOfUnits(problem, units);
	if (isLocked && best === never) {
		const nook = nookOf(region, page, steps, all);
		if (nook) yield { page: withStep(problem, found, nook)!, nodes };
	}
	if (effort.nodes === 0) return;
	const area = openArea(problem.frame);
	const count = Math.max(fewestKnots, Math.round(effort.nodes / nodesPerKnot));
	const search = knotsOf({ region, area, steps, all, effort: effort.nodes, count, random: effort.random });
	nodes += search.nodes;
	for (const knot of search.knots) {
		const next = withStep(problem, found, knot);
		if (!next || !isFull(next) || next.score.total! >= best) continue;
		best = next.score.total!;
		yield { page: next, nodes };
	}
}

function stepsOfUnits({ shapes }: Problem, units: Unit[]): StepShape[][] {
	const most = Math.round(trialsPerPage / units.length ** 2);
	return units.map(({ stories: [story, ...others] }) =>
		others.length > 0 ? [] : shapes[story!]!.steps.slice(0, most),
	);
}

/** The page without what spans it at its head and foot. */
function openArea({ brief, grid }: Frame): CellRect {
	const { from, to } = openLines(brief.anchors, grid);
	const y = from > 0 ? from + ruleLines : 0;
	return { col: 0, cols: grid.cols, y, h: (to < grid.lines ? to - ruleLines : to) - y };
}

/** The page of a step and what stands around it; undefined where the text does not fill the step to the line. */
function withStep(problem: Problem, found: Search, { story: unit, step, col, y, place }: Knot | Nook) {
	const shape = step.shape();
	if (!shape) return undefined;
	const story = problem.stories[found.units[unit]!.stories[0]!]!;
	const rect = { col, cols: shape.span, y, h: shape.lines };
	return assemble(problem.frame, [{ story, shape, rect }, ...toPlacements(problem, found, place())]);
}

/** Whether nothing is empty and nothing is left over. */
export function isFull({ free }: Pick<Sheet, 'free'>): boolean {
	return free.holes === 0 && free.overset.length === 0;
}

/** The page that is left when no exact one exists: with white at the feet of stories or, with `cut`, with text left over. */
export function loosePage(problem: Problem, cut: boolean): Solution | undefined {
	const costs = problem.stories.map((_, story) => looseCosts(problem, story, cut));
	const found = toSearch(problem, costs, emptyCell);
	const { region, all } = found;
	const plan = planIn(region, pageRect(problem.frame), all);
	if (plan.cost === never) return undefined;
	const placements = toPlacements(problem, found, plan.place(), cut);
	return { page: assemble(problem.frame, placements), nodes: region.slices.nodes };
}

/** The cost of a cell that nothing covers, where there is no other way. */
const emptyCell = 0.4;

function pageRect({ grid }: Frame): CellRect {
	return { col: 0, cols: grid.cols, y: 0, h: grid.lines };
}

/** What is placed, its costs by story, and where. */
interface Search {
	units: Unit[];
	costs: SliceInput['costs'];
	region: Region;
	/** All units, as a set. */
	all: number;
}

function toSearch(problem: Problem, costs: SliceInput['costs'], empty: number): Search {
	const { grid, anchors, kept, fixed } = problem.frame;
	const units = toUnits(problem.stories.map(sizeOf), maxStories);
	const input = {
		cols: grid.cols,
		lines: grid.lines,
		costs: units.map((unit) => unitCosts(unit, costs)),
		emptyCell: empty,
	};
	const taken = [
		...anchors,
		...kept.flatMap((block) => cellsOfBlock(block, grid)),
		...fixed.flatMap(({ shape, rect }) => cellsOf(shape, rect)),
	];
	const region = regionOf(fillSlices(input), taken);
	return { units, costs, region, all: (1 << units.length) - 1 };
}

/** Costs of a story that may leave white under it or lose lines, for want of an exact shape. */
function looseCosts({ frame, shapes }: Problem, story: number, cut: boolean): Float64Array[][] {
	const { grid } = frame;
	const loose = Array.from({ length: grid.cols + 1 }, (_, span) =>
		Float64Array.from(
			{ length: grid.lines + 1 },
			(_, lines) => looseShape(shapes[story]!, span, lines, cut)?.cost ?? never,
		),
	);
	const none = loose.map((row) => new Float64Array(row.length).fill(never));
	return [none, none, none, loose];
}

/** The cheapest shape of that size, with white at its foot or with text left over if it must be. */
export function looseShape(shapes: StoryShapes, span: number, lines: number, cut: boolean): Shape | undefined {
	const exact = exactShape(shapes, span, lines);
	if (exact) return exact;
	const loose = shapes.loose(span, lines);
	return loose ?? (cut ? shapes.overset(span, lines) : undefined);
}

/** The cheapest exact shape of that size. */
export function exactShape(shapes: StoryShapes, span: number, lines: number): Shape | undefined {
	const costs = shapes.costs.map((rows) => rows[span]?.[lines] ?? never);
	const edges = costs.indexOf(Math.min(...costs));
	return costs[edges] === never ? undefined : shapes.rect(edges as 0 | 1 | 2 | 3, span, lines);
}

function toPlacements(
	{ stories, shapes }: Problem,
	{ units, costs }: Search,
	placed: Placed[],
	cut = false,
): Placement[] {
	return placed.flatMap((part) => {
		const unit = units[part.story]!;
		const alone = unit.stories.length === 1;
		const parts = alone ? [{ ...part, story: unit.stories[0]! }] : placeUnit(unit, part, costs);
		return parts.map(({ story, edges, ...rect }) => {
			const own = shapes[story]!;
			const shape = own.rect(edges as 0 | 1 | 2 | 3, rect.cols, rect.h) ?? looseShape(own, rect.cols, rect.h, cut);
			if (!shape) throw new Error(`No shape of ${stories[story]!.id} at ${rect.cols} × ${rect.h}`);
			return { story: stories[story]!, shape, rect };
		});
	});
}

function sizeOf(story: BriefStory): number {
	const text = story.blocks.reduce((sum, block) => sum + block.text.length, 0);
	return text + story.figures.length * 200;
}

/** The first exact page; undefined where there is none. */
export function solve(problem: Problem): Solution | undefined {
	for (const solution of exactPages(problem, { nodes: 0, random: () => 0 })) {
		return isFull(solution.page) ? solution : undefined;
	}
	return undefined;
}
