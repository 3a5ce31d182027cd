import { randomOf } from '../../lib/makeup/fixture.ts';
import type { Priority } from '../../lib/makeup/sheet.ts';
import { judge, naturalHeight, type PlainPage, type Spot, type Verdict } from './plain-page.ts';

/**
 * Simulated annealing over permutations, after González, Rojas, Pomares, Salmerón and Merelo, "Optimization of web newspaper
 * layout in real time" (Software: Practice and Experience, 2002; program of 2001): stories drop one after the other into the
 * columns where they come to stand highest, and the mean gap that this leaves is made small by swapping two of them or giving
 * one another width. Theirs is a page without a foot; here what passes the foot costs as much as a gap.
 */
export function annealing(page: PlainPage, seed = 1): Verdict {
	const random = randomOf(Math.imul(seed, 0x9e3779b1));
	const heights = heightTable(page);
	let state: State = page.stories.map((_, story) => ({ story, cols: start(page, story) }));
	let cost = costOf(page, drop(page, state, heights));
	let best = { state, cost };
	for (let turn = 0, heat = startHeat; turn < turns; turn++, heat *= cooling) {
		const next = neighbourOf(page, state, random);
		const nextCost = costOf(page, drop(page, next, heights));
		if (nextCost > cost && random() >= Math.exp((cost - nextCost) / heat)) continue;
		[state, cost] = [next, nextCost];
		if (cost < best.cost) best = { state, cost };
	}
	return judge(page, lengthen(page, drop(page, best.state, heights)));
}

const turns = 3000;
/** Cells by which a page may at first become worse. */
const startHeat = 60;
const cooling = 0.998;

/** The order in which stories drop, and their columns. */
type State = { story: number; cols: number }[];

const widest: Record<Priority, [least: number, most: number]> = { 1: [3, 8], 2: [2, 5], 3: [1, 4], 4: [1, 2] };

function start({ stories, grid }: PlainPage, story: number): number {
	const [least, most] = widest[stories[story]!.story.priority];
	return Math.min(grid.cols, Math.round((least + most) / 2));
}

function heightTable({ stories, grid }: PlainPage): number[][] {
	return stories.map((story) =>
		Array.from({ length: grid.cols + 1 }, (_, w) => (w ? naturalHeight(story, w, grid) : 0)),
	);
}

function neighbourOf({ stories, grid }: PlainPage, state: State, random: () => number): State {
	const any = () => Math.floor(random() * state.length);
	const next = [...state];
	const [i, j] = [any(), any()];
	if (random() < 0.5) {
		[next[i], next[j]] = [next[j]!, next[i]!];
		return next;
	}
	const { story } = next[i]!;
	const [least, most] = widest[stories[story]!.story.priority];
	next[i] = { story, cols: least + Math.floor(random() * (Math.min(most, grid.cols) - least + 1)) };
	return next;
}

function drop(page: PlainPage, state: State, heights: number[][]): Spot[] {
	const line = [...page.top];
	return state.map(({ story, cols }) => {
		let [col, y] = [0, Number.POSITIVE_INFINITY];
		for (let at = 0; at + cols <= line.length; at++) {
			const highest = Math.max(...line.slice(at, at + cols));
			if (highest < y) [col, y] = [at, highest];
		}
		const h = heights[story]![cols]!;
		line.fill(y + h + 1, col, col + cols);
		return { story: page.stories[story]!, col, cols, y, h };
	});
}

/** Every story down to what stands below it, so that its text may be set looser. */
function lengthen({ foot }: PlainPage, spots: Spot[]): Spot[] {
	return spots.map((spot) => {
		const below = spots.filter(({ col, cols, y }) => y > spot.y && col < spot.col + spot.cols && spot.col < col + cols);
		const feet = [...below.map(({ y }) => y - 1), ...foot.slice(spot.col, spot.col + spot.cols)];
		return { ...spot, h: Math.min(...feet) - spot.y };
	});
}

/** Cells between stories, under the last ones, and below the foot. */
function costOf(page: PlainPage, spots: Spot[]): number {
	const free = page.foot.reduce((sum, foot, col) => sum + foot - page.top[col]!, 0);
	let used = 0;
	let below = 0;
	for (const { col, cols, y, h } of spots) {
		for (let c = col; c < col + cols; c++) {
			const inside = Math.max(0, Math.min(y + h + 1, page.foot[c]! + 1) - Math.min(y, page.foot[c]! + 1));
			used += inside;
			below += h + 1 - inside;
		}
	}
	return Math.max(0, free - used) + below;
}
