import { at, bestEdges, type CellRect, emptyCost, never, type Placed, placeSet, ruleLines, type Slices } from './slice';

/**
 * Rectangles with something fixed in them (nameplate, advertisements, locked stories): cut along the
 * edges of what is fixed until each part is free or taken. A cut may run through a fixed rectangle,
 * since it only divides what is left free; so every arrangement of fixed rectangles can be dealt with.
 */
export interface Region {
	slices: Slices;
	anchors: CellRect[];
	/** Plans made so far. */
	plans: Map<string, Plan>;
}

/** How a set fills a rectangle. */
export interface Plan {
	cost: number;
	place: () => Placed[];
}

const noPlan: Plan = { cost: never, place: () => [] };

export function regionOf(slices: Slices, anchors: CellRect[]): Region {
	return { slices, anchors, plans: new Map() };
}

/** What the cheapest way to fill a rectangle with a set costs. */
export function costIn(region: Region, rect: CellRect, set: number): number {
	if (rect.cols <= 0 || rect.h < 0) return set === 0 ? 0 : never;
	const { slices, anchors } = region;
	const isFree = anchors.length === 0 || !anchors.some((anchor) => overlaps(anchor, rect));
	return isFree && rect.h > 0 && slices.input.emptyCell === never
		? slices.any[at(slices, set, rect.cols)]![rect.h]!
		: planIn(region, rect, set).cost;
}

/** The cheapest way to place a set of stories in a rectangle of the page around what is fixed. */
export function planIn(region: Region, rect: CellRect, set: number): Plan {
	// Nothing between two parts but the line of the rule. At no height at all there is a second line, which is a hole.
	if (rect.cols <= 0 || rect.h < 0) return set === 0 ? { cost: 0, place: () => [] } : noPlan;
	const anchors = region.anchors.filter((anchor) => overlaps(anchor, rect));
	if (anchors.length === 0) return planFree(region.slices, rect, set);
	if (anchors.some((anchor) => covers(anchor, rect))) return set === 0 ? { cost: 0, place: () => [] } : noPlan;
	const key = `${rect.col},${rect.cols},${rect.y},${rect.h},${set}`;
	const known = region.plans.get(key);
	if (known) return known;
	let best = noPlan;
	for (const [first, second] of cutsAlong(anchors, rect)) {
		for (let part = set; ; part = (part - 1) & set) {
			const a = planIn(region, first, part);
			const b = a.cost < best.cost ? planIn(region, second, set ^ part) : noPlan;
			const total = a.cost + b.cost;
			if (total < best.cost) best = { cost: total, place: () => [...a.place(), ...b.place()] };
			if (part === 0) break;
		}
	}
	region.plans.set(key, best);
	return best;
}

/** A rectangle with nothing fixed in it: filled, or, where cells may stay empty, filled from the top. */
function planFree(slices: Slices, rect: CellRect, set: number): Plan {
	if (rect.h === 0) {
		const lost = slices.input.emptyCell === never ? never : emptyCost(slices.input, rect.cols, 1);
		return set === 0 ? { cost: lost, place: () => [] } : noPlan;
	}
	const row = slices.any[at(slices, set, rect.cols)]!;
	let best = { cost: row[rect.h]!, h: rect.h };
	if (slices.input.emptyCell < never) {
		for (let h = 0; h < rect.h; h++) {
			const total = row[h]! + emptyCost(slices.input, rect.cols, rect.h - h);
			if (total < best.cost) best = { cost: total, h };
		}
	}
	const { cost, h } = best;
	return { cost, place: () => placeSet(slices, { ...rect, h }, set, bestEdges(slices, set, rect.cols, h)) };
}

export function overlaps(a: CellRect, b: CellRect): boolean {
	return a.col < b.col + b.cols && b.col < a.col + a.cols && a.y < b.y + b.h && b.y < a.y + a.h;
}

function covers(a: CellRect, b: CellRect): boolean {
	return a.col <= b.col && a.col + a.cols >= b.col + b.cols && a.y <= b.y && a.y + a.h >= b.y + b.h;
}

/** Cuts of a rectangle along the edges of what is fixed in it; a rule's line is left free at each. */
function* cutsAlong(anchors: CellRect[], rect: CellRect): Generator<[CellRect, CellRect]> {
	const foot = rect.y + rect.h;
	for (const edge of new Set(anchors.flatMap((anchor) => [anchor.y, anchor.y + anchor.h]))) {
		if (edge <= rect.y || edge >= foot) continue;
		const isFoot = anchors.some((anchor) => anchor.y + anchor.h === edge);
		const y = edge + (isFoot ? ruleLines : 0);
		const upper = { ...rect, h: edge - rect.y - (isFoot ? 0 : ruleLines) };
		yield [upper, { ...rect, y, h: foot - y }];
	}
	for (const edge of new Set(anchors.flatMap((anchor) => [anchor.col, anchor.col + anchor.cols]))) {
		if (edge <= rect.col || edge >= rect.col + rect.cols) continue;
		const left = { ...rect, cols: edge - rect.col };
		yield [left, { ...rect, col: edge, cols: rect.col + rect.cols - edge }];
	}
}
