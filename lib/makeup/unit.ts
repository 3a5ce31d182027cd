import { type CellRect, never, type Placed, ruleLines } from './slice';

/**
 * Stories that are placed as one: alone, or several short ones in a stack, so that a page of many
 * briefs stays within what `slice.ts` can search. Costs are by edges, span and lines, as there.
 */
export interface Unit {
	/** Indexes of the stories, from top to bottom. */
	stories: number[];
	/** How much text it holds. */
	size: number;
}

type Costs = Float64Array[][];

/** At most `most` units: the two smallest neighbours in rank are joined until they are few enough. */
export function toUnits(sizes: number[], most: number): Unit[] {
	const units: Unit[] = sizes.map((size, story) => ({ stories: [story], size }));
	while (units.length > most) {
		let at = 0;
		for (let i = 1; i + 1 < units.length; i++) if (pairSize(units, i) <= pairSize(units, at)) at = i;
		const [upper, lower] = units.splice(at, 2) as [Unit, Unit];
		units.splice(at, 0, { stories: [...upper.stories, ...lower.stories], size: upper.size + lower.size });
	}
	return units;
}

function pairSize(units: Unit[], at: number): number {
	return units[at]!.size + units[at + 1]!.size;
}

/** Costs of a unit from those of its stories; its edges are those of its first. */
export function unitCosts(unit: Unit, costs: Costs[]): Costs {
	return unit.stories
		.map((story) => costs[story]!)
		.reduceRight((lower, upper) => {
			const below = least(lower);
			return upper.map((spans) => spans.map((row, span) => stackRows(row, below[span]!)));
		});
}

/** The cheapest of the edges, by span and lines. */
function least(costs: Costs): Float64Array[] {
	return costs[0]!.map((row, span) => row.map((_, h) => Math.min(...costs.map((spans) => spans[span]![h]!))));
}

function stackRows(upper: Float64Array, lower: Float64Array): Float64Array {
	const row = new Float64Array(upper.length).fill(never);
	upper.forEach((cost, a) => {
		if (cost === never) return;
		for (let b = 0; a + ruleLines + b < row.length; b++) {
			const h = a + ruleLines + b;
			row[h] = Math.min(row[h]!, cost + lower[b]!);
		}
	});
	return row;
}

/** Divides the rectangle of a unit among its stories. */
export function placeUnit(unit: Unit, rect: CellRect & { edges: number }, costs: Costs[]): Placed[] {
	const [first, ...others] = unit.stories;
	if (others.length === 0) return [{ ...rect, story: first! }];
	const rest = { stories: others, size: unit.size };
	const upper = costs[first!]![rect.edges]![rect.cols]!;
	const below = unitCosts(rest, costs).map((spans) => spans[rect.cols]!);
	const lower = (lines: number) => Math.min(...below.map((row) => row[lines]!));
	const total = (lines: number) => upper[lines]! + lower(rect.h - lines - ruleLines);
	let h = 1;
	for (let a = 2; a + ruleLines < rect.h; a++) if (total(a) < total(h)) h = a;
	const left = rect.h - h - ruleLines;
	const edges = below.findIndex((row) => row[left] === lower(left));
	const foot = { ...rect, y: rect.y + h + ruleLines, h: left, edges };
	return [{ ...rect, h, story: first! }, ...placeUnit(rest, foot, costs)];
}
