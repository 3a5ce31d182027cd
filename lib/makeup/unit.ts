import type { CellRect, Placed } from './slice';

/**
 * Stories that are placed as one: alone, or several short ones in a stack, so that a page of many
 * briefs stays within what `slicePage` can search. Costs are by span and lines, as there.
 */
export interface Unit {
	/** Indexes of the stories, from top to bottom. */
	stories: number[];
	/** How much text it holds. */
	size: number;
}

const ruleLines = 1;

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

/** Costs of a unit from those of its stories. */
export function unitCosts(unit: Unit, costs: Float64Array[][]): Float64Array[] {
	return unit.stories
		.map((story) => costs[story]!)
		.reduce((upper, lower) => upper.map((row, span) => stackRows(row, lower[span]!)));
}

function stackRows(upper: Float64Array, lower: Float64Array): Float64Array {
	const row = new Float64Array(upper.length).fill(Number.POSITIVE_INFINITY);
	upper.forEach((cost, a) => {
		if (!Number.isFinite(cost)) return;
		for (let b = 0; a + ruleLines + b < row.length; b++) {
			const h = a + ruleLines + b;
			row[h] = Math.min(row[h]!, cost + lower[b]!);
		}
	});
	return row;
}

/** Divides the rectangle of a unit among its stories. */
export function placeUnit(unit: Unit, rect: CellRect, costs: Float64Array[][]): Placed[] {
	const [first, ...others] = unit.stories;
	if (others.length === 0) return [{ ...rect, story: first! }];
	const rest = { stories: others, size: unit.size };
	const upper = costs[first!]![rect.cols]!;
	const lower = unitCosts(rest, costs)[rect.cols]!;
	let h = 0;
	for (let a = 1; a + ruleLines < rect.h; a++) {
		const total = (line: number) => upper[line]! + lower[rect.h - line - ruleLines]!;
		if (h === 0 || total(a) < total(h)) h = a;
	}
	const below = { ...rect, y: rect.y + h + ruleLines, h: rect.h - h - ruleLines };
	return [{ ...rect, h, story: first! }, ...placeUnit(rest, below, costs)];
}
