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

type Page = ReturnType<typeof assemble>;

/** A page and what it took to find it. */
export interface Solution {
	page: Page;
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
	const found = exactSearch(problem);
	const { nodes } = found.region.slices;
	const first = cutPage(problem, found) ?? lockedPage(problem, found);
	if (first) yield { page: first, nodes };
	if (effort.nodes > 0) yield* tiedPages(problem, found, effort, first?.score.total ?? never);
}

/** What exact pages are looked up in. */
export function exactSearch(problem: Problem): Search {
	return toSearch(
		problem,
		problem.shapes.map(({ costs }) => costs),
		never,
	);
}

/** The cheapest page of cuts. */
function cutPage(problem: Problem, found: Search): Page | undefined {
	const page = pageRect(problem.frame);
	if (costIn(found.region, page, found.all) === never) return undefined;
	const placed = planIn(found.region, page, found.all).place();
	return assemble(problem.frame, toPlacements(problem, found, placed));
}

/** Where much is locked and cuts alone do not fill what is free: with a step in one of its corners. */
function lockedPage(problem: Problem, found: Search): Page | undefined {
	const { kept, fixed } = problem.frame;
	if (kept.length + fixed.length === 0) return undefined;
	const steps = stepsOfUnits(problem, found.units);
	const nook = nookOf(found.region, pageRect(problem.frame), steps, found.all);
	return nook && withStep(problem, found, nook);
}

/** Pages tied by a knot, each better than the one before. */
function* tiedPages(problem: Problem, found: Search, effort: Effort, known: number): Generator<Solution> {
	const { region, all, units } = found;
	const count = Math.max(fewestKnots, Math.round(effort.nodes / nodesPerKnot));
	const steps = stepsOfUnits(problem, units);
	const limits = { effort: effort.nodes, count, random: effort.random };
	const { knots, nodes } = knotsOf({ region, area: openArea(problem.frame), steps, all, ...limits });
	let best = known;
	for (const knot of knots) {
		const page = withStep(problem, found, knot);
		if (!page || !isFull(page) || page.score.total! >= best) continue;
		best = page.score.total!;
		yield { page, nodes: region.slices.nodes + nodes };
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
function withStep(
	problem: Problem,
	found: Search,
	{ story: unit, step, col, y, place }: Knot | Nook,
): Page | undefined {
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

export function pageRect({ grid }: Pick<Frame, 'grid'>): CellRect {
	return { col: 0, cols: grid.cols, y: 0, h: grid.lines };
}

/** What is placed, its costs by story, and where. */
export interface Search {
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
