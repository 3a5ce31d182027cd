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
	if (!isRoomRight(region.slices, rect, anchors, set)) return noPlan;
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

/** Whether what is free in a rectangle is not too little for the stories and, where none may stay empty, not too much. */
function isRoomRight(slices: Slices, rect: CellRect, anchors: CellRect[], set: number): boolean {
	let free = rect.cols * rect.h;
	for (const anchor of anchors) free -= sharedCells(anchor, rect);
	if (slices.least[set]! > free) return false;
	// A rule may stand above and below every story and everything fixed.
	const rules = anchors.reduce((sum, anchor) => sum + 2 * ruleLines * anchor.cols, 2 * rect.cols);
	return slices.input.emptyCell < never || slices.most[set]! + rules >= free;
}

function sharedCells(a: CellRect, b: CellRect): number {
	const cols = Math.min(a.col + a.cols, b.col + b.cols) - Math.max(a.col, b.col);
	const lines = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
	return Math.max(0, cols) * Math.max(0, lines);
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

/**
 * Cuts of a rectangle along the edges of what is fixed in it; a rule's line is left free at each. What spans the
 * rectangle from side to side divides it whatever else is done, so it is cut off first and nothing else is tried.
 */
function* cutsAlong(anchors: CellRect[], rect: CellRect): Generator<[CellRect, CellRect]> {
	const foot = rect.y + rect.h;
	const right = rect.col + rect.cols;
	const across = anchors.find((anchor) => anchor.col <= rect.col && anchor.col + anchor.cols >= right);
	if (across) {
		yield cutAcross(rect, across.y > rect.y ? across.y : across.y + across.h, across.y <= rect.y);
		return;
	}
	const down = anchors.find((anchor) => anchor.y <= rect.y && anchor.y + anchor.h >= foot);
	if (down) {
		yield cutDown(rect, down.col > rect.col ? down.col : down.col + down.cols);
		return;
	}
	for (const edge of new Set(anchors.flatMap((anchor) => [anchor.y, anchor.y + anchor.h]))) {
		if (edge <= rect.y || edge >= foot) continue;
		const isFoot = anchors.some((anchor) => anchor.y + anchor.h === edge);
		const white = isFoot ? edge : edge - ruleLines;
		// What begins or ends in the line of white would have no white of its own.
		if (anchors.some((anchor) => anchor.y === white || anchor.y + anchor.h === white + ruleLines)) continue;
		yield cutAcross(rect, edge, isFoot);
	}
	for (const edge of new Set(anchors.flatMap((anchor) => [anchor.col, anchor.col + anchor.cols]))) {
		if (edge > rect.col && edge < right) yield cutDown(rect, edge);
	}
}

/** Above and below a line; the rule's line is the one below what ends there, else the one above what begins. */
function cutAcross(rect: CellRect, edge: number, isFoot: boolean): [CellRect, CellRect] {
	const y = edge + (isFoot ? ruleLines : 0);
	return [
		{ ...rect, h: edge - rect.y - (isFoot ? 0 : ruleLines) },
		{ ...rect, y, h: rect.y + rect.h - y },
	];
}

function cutDown(rect: CellRect, edge: number): [CellRect, CellRect] {
	return [
		{ ...rect, cols: edge - rect.col },
		{ ...rect, col: edge, cols: rect.col + rect.cols - edge },
	];
}
