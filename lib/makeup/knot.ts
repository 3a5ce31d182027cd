import { costIn, overlaps, type Plan, planIn, type Region } from './region';
import type { StepShape } from './shape';
import { at, type CellRect, contactCost, never, type Placed, placeSet, ruleLines } from './slice';

/**
 * A page cut from edge to edge has a rule from edge to edge, which is the taboo 通线. One story with a
 * step in its foot (咬合) ties the parts of a page together so that no rule runs through: its head
 * spans all its columns, its foot has two heights, and four rectangles stand around it, each filled
 * by `slice.ts`:
 *
 *     ┌─────────┬─────┐
 *     │ over    │     │        over   what stands above the story, over the same columns; mostly nothing
 *     ├─────────┤ be- │        beside as deep as the foot at its side
 *     │ STORY   │ side│        under  below the foot at the page's edge
 *     │   ┌─────┴─────┤        rest   everything else, from the other foot down
 *     ├───┤           │
 *     │un-│ rest      │        The same mirrored; `under` may be the deeper or the lower part,
 *     │der│           │        and nothing stands under a foot that reaches the page's.
 *     └───┴───────────┘
 */
export interface Knot {
	cost: number;
	/** What stands where, lines apart. */
	key: string;
	/** The story with the step, and where its top left corner stands. */
	story: number;
	step: StepShape;
	col: number;
	y: number;
	place: () => Placed[];
}

export interface KnotSearch {
	region: Region;
	/** The part of the page to fill: the page without what spans it at its head and foot. */
	area: CellRect;
	steps: StepShape[][];
	/** All stories, as a set. */
	all: number;
	/** Most combinations to look at. */
	effort: number;
	/** How many knots are wanted. */
	count: number;
	/** Chance, in [0, 1): it varies the order of the trials. */
	random: () => number;
}

/** A search on its way. */
interface Hunt extends KnotSearch {
	/** Cheapest first. */
	found: Knot[];
	/** What a knot must cost less than to be kept. */
	limit: number;
	/** Combinations looked at. */
	nodes: number;
	/** Sets that fill a rectangle, by rectangle. */
	lists: Map<string, number[]>;
}

/** The cheapest knots of a page, cheapest first, and the combinations looked at. */
export function knotsOf(search: KnotSearch): { knots: Knot[]; nodes: number } {
	const hunt: Hunt = { ...search, found: [], limit: never, nodes: 0, lists: new Map() };
	for (const trial of trialsOf(hunt)) {
		if (hunt.nodes > search.effort) break;
		tryTrial(hunt, trial);
	}
	return { knots: hunt.found, nodes: hunt.nodes };
}

/** Divides the other stories among the rectangles around a step: first those under it and beside it, which few sets fill. */
function tryTrial(hunt: Hunt, trial: Trial): void {
	const { region } = hunt;
	const { story, step, over, rects } = trial;
	const others = hunt.all & ~(1 << story) & ~over;
	const base = step.cost + (over === 0 ? 0 : costIn(region, rects.over, over));
	hunt.nodes++;
	if (base >= hunt.limit) return;
	for (const under of setsIn(hunt, rects.under)) {
		hunt.nodes++;
		if ((under & ~others) !== 0) continue;
		const withUnder = base + costIn(region, rects.under, under);
		if (withUnder >= hunt.limit) continue;
		for (const beside of setsIn(hunt, rects.beside)) {
			hunt.nodes++;
			// Mirrored, the first story in rank is beside: it keeps the top left corner.
			if ((beside & ~(others & ~under)) !== 0 || (trial.mirrored && (beside & 1) === 0)) continue;
			const rest = others & ~under & ~beside;
			const withRest = withUnder + costIn(region, rects.rest, rest);
			if (withRest >= hunt.limit) continue;
			const neighbour = planBeside(region, trial, beside);
			const cost = withRest + neighbour.cost;
			if (cost < hunt.limit) keep(hunt, trial, { under, beside, rest }, { ...neighbour, cost });
		}
	}
}

/** Of the knots that differ in lines only the cheapest is kept: what is judged later should differ. */
function keep(
	hunt: Hunt,
	trial: Trial,
	sets: Record<'under' | 'beside' | 'rest', number>,
	{ cost, place }: Plan,
): void {
	const { region, found } = hunt;
	const { story, step, col, y, over, rects } = trial;
	const key = `${story},${step.span},${step.cols},${col},${over},${sets.under},${sets.beside}`;
	const twin = found.findIndex((other) => other.key === key);
	if (twin >= 0 && found[twin]!.cost <= cost) return;
	if (twin >= 0) found.splice(twin, 1);
	const placeAll = () => [
		...(over === 0 ? [] : planIn(region, rects.over, over).place()),
		...planIn(region, rects.under, sets.under).place(),
		...place(),
		...planIn(region, rects.rest, sets.rest).place(),
	];
	const before = found.findIndex((other) => other.cost > cost);
	found.splice(before < 0 ? found.length : before, 0, { cost, key, story, step, col, y, place: placeAll });
	if (found.length > hunt.count) found.pop();
	if (found.length === hunt.count) hunt.limit = found.at(-1)!.cost;
}

/** The sets that fill a rectangle; the empty one alone where there is nothing to fill. Around something fixed, small sets only. */
function setsIn({ region, all, lists }: Hunt, rect: CellRect): number[] {
	if (rect.cols <= 0 || rect.h <= 0) return nothing;
	const key = `${rect.col},${rect.cols},${rect.y},${rect.h}`;
	const known = lists.get(key);
	if (known) return known;
	const list: number[] = [];
	const isFree = isFreeOf(region, rect);
	for (let set = isFree ? 1 : 0; set <= all; set++) {
		if ((set & ~all) !== 0 || (!isFree && bits(set) > 3)) continue;
		if (costIn(region, rect, set) < never) list.push(set);
	}
	lists.set(key, list);
	return list;
}

/** What stands beside the story, with the heads at its top that suit the story's own head best. */
function planBeside(region: Region, { over, mirrored, rects: { beside } }: Trial, set: number): Plan {
	if (over !== 0 || set === 0 || !isFreeOf(region, beside)) return planIn(region, beside, set);
	const row = region.slices.rows[at(region.slices, set, beside.cols)]!;
	const costs = [0, 1, 2, 3].map((edges) => {
		const touching = mirrored ? contactCost(edges, 3) : contactCost(3, edges);
		return row[4 * beside.h + edges]! + touching;
	});
	const cost = Math.min(...costs);
	return { cost, place: () => placeSet(region.slices, beside, set, costs.indexOf(cost)) };
}

function isFreeOf({ anchors }: Region, rect: CellRect): boolean {
	return !anchors.some((anchor) => overlaps(anchor, rect));
}

const nothing = [0];

interface Trial {
	story: number;
	step: StepShape;
	col: number;
	y: number;
	mirrored: boolean;
	/** The set above the story. */
	over: number;
	rects: Record<'over' | 'under' | 'beside' | 'rest', CellRect>;
}

/**
 * Every place of every step at the sides of the area: first at its top, then under one story. The
 * first story in rank keeps the top left corner. What cannot be among the best is left out.
 */
function* trialsOf(hunt: Hunt): Generator<Trial> {
	const { slices } = hunt.region;
	const order = hunt.steps
		.flatMap((steps, story) => steps.map((step) => ({ story, step, key: step.cost + hunt.random() * spread })))
		.sort((a, b) => a.key - b.key);
	for (const { story, step } of order) {
		if (step.cost >= hunt.limit) continue;
		for (const mirrored of [false, true]) {
			const trial = mirrored || story === 0 ? trialAt(hunt, story, step, mirrored, 0, 0) : undefined;
			if (trial) yield trial;
		}
	}
	for (const { story, step } of order) {
		for (let over = 0; over < hunt.steps.length; over++) {
			if (over === story || (hunt.all & (1 << over)) === 0) continue;
			const upper = at(slices, 1 << over, step.span);
			for (const h of slices.heights[upper]!) {
				if (step.cost + slices.any[upper]![h]! >= hunt.limit) continue;
				for (const mirrored of [false, true]) {
					const trial =
						mirrored || over === 0 ? trialAt(hunt, story, step, mirrored, 1 << over, h + ruleLines) : undefined;
					if (trial) yield trial;
				}
			}
		}
	}
}

/** How far chance moves a step in the order of trials. */
const spread = 1;

function trialAt(
	{ area, region }: KnotSearch,
	story: number,
	step: StepShape,
	mirrored: boolean,
	over: number,
	depth: number,
): Trial | undefined {
	if (mirrored && step.span === area.cols) return undefined;
	const y = area.y + depth;
	const foot = area.y + area.h;
	const right = area.col + area.cols;
	const [left, other] = [y + step.leftLines, y + step.rightLines];
	const low = step.rightLines > step.leftLines ? other : left;
	if (low > foot) return undefined;
	const col = mirrored ? right - step.span : area.col;
	const deep = { col, cols: step.span, y, h: Math.max(step.leftLines, step.rightLines) };
	// With the line of the rule above and below.
	const around = { ...deep, y: y - ruleLines, h: deep.h + 2 * ruleLines };
	if (region.anchors.some((anchor) => overlaps(anchor, around))) return undefined;
	const middle = col + step.cols;
	const [outer, inner] = mirrored ? [other, left] : [left, other];
	// A foot that reaches the page's has nothing under it; one that nearly does leaves a hole.
	if (outer < foot && foot - outer < leastBelow) return undefined;
	if (inner < foot && foot - inner < leastBelow) return undefined;
	const beside = mirrored
		? { col: area.col, cols: col - area.col, y: area.y, h: inner - area.y }
		: { col: col + step.span, cols: right - col - step.span, y: area.y, h: inner - area.y };
	const under = mirrored ? below(middle, right, outer, foot) : below(col, middle, outer, foot);
	const rest = mirrored ? below(area.col, middle, inner, foot) : below(middle, right, inner, foot);
	const above = { col, cols: step.span, y: area.y, h: Math.max(0, depth - ruleLines) };
	const rects = { over: above, under, beside, rest };
	if (Object.values(rects).some((rect) => touchesFixed(region, rect))) return undefined;
	return { story, step, col, y, mirrored, over, rects };
}

/** Whether something fixed stands directly above or below a rectangle, with no line of white between. */
function touchesFixed({ anchors }: Region, { col, cols, y, h }: CellRect): boolean {
	if (h <= 0) return false;
	return anchors.some((anchor) => {
		const isAligned = anchor.col < col + cols && col < anchor.col + anchor.cols;
		return isAligned && (anchor.y === y + h || anchor.y + anchor.h === y);
	});
}

/** From column to column, from under a foot down to the foot of the page. */
function below(from: number, to: number, end: number, foot: number): CellRect {
	return { col: from, cols: to - from, y: end + ruleLines, h: foot - end - ruleLines };
}

/** The lowest part that can stand on a page: a head and a few lines. */
const leastBelow = 6;

function bits(set: number): number {
	let count = 0;
	for (let rest = set; rest !== 0; rest &= rest - 1) count++;
	return count;
}
