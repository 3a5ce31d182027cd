/**
 * Placement by cuts: the page is cut from edge to edge in two, each part again, until every part
 * holds one story. A dynamic programme over sets of stories, widths and heights finds the cheapest
 * of all such pages for given costs of every story at every size, after Gange, Marriott and Stuckey
 * (DocEng 2012). Exponential in the number of stories: `maxStories` bounds it.
 *
 * Stories are numbered by rank. Of two parts the one that holds the higher rank stands above or at
 * the left, so the first story takes the top left corner:
 *
 *     ┌──────────────┬─────┐
 *     │ 0            │ 2   │     0 beside 2, over 1 beside 3
 *     ├───────┬──────┴─────┤
 *     │ 1     │ 3          │
 *     └───────┴────────────┘
 */

export const maxStories = 9;

/** Columns and lines of the grid. */
export interface CellRect {
	col: number;
	cols: number;
	y: number;
	h: number;
}

export interface SliceInput {
	cols: number;
	lines: number;
	/** Cost of a story at a span and a height, infinite where it does not exist: `costs[story][span][lines]`. */
	costs: Float64Array[][];
	/** Rectangles that are taken. */
	anchors: CellRect[];
}

export interface Slices {
	placed: Placed[];
	cost: number;
	/** Combinations looked at. */
	nodes: number;
}

export type Placed = CellRect & { story: number };

const cost = {
	/** 碰题: two parts side by side have their heads on one line. */
	sideBySide: 0.35,
	/** 断版: each line of an upright rule beyond what a page bears. */
	longRule: 0.04,
	/** 通线: a rule from edge to edge. */
	throughRule: 0.8,
	/** A story above one of higher rank. */
	inversion: 0.04,
	emptyCell: 0.4,
	emptyPart: 4,
};
/** A white line, with a rule in its middle, between two parts. */
const ruleLines = 1;
const never = Number.POSITIVE_INFINITY;

/** The cheapest page; undefined when none exists. */
export function slicePage(input: SliceInput): Slices | undefined {
	const tables = fillTables(input);
	const page = { col: 0, cols: input.cols, y: 0, h: input.lines };
	const plan = planAround(tables, page, input.anchors, (1 << input.costs.length) - 1);
	return plan.cost === never ? undefined : { placed: plan.place(), cost: plan.cost, nodes: tables.nodes };
}

interface Tables {
	input: SliceInput;
	/** Cheapest cost by height of each set of stories at each span: `rows[set][span][lines]`. */
	rows: Float64Array[][];
	/** The first height with a finite cost. */
	lowest: number[][];
	nodes: number;
}

/** From small sets to large, from narrow to wide: what a row needs is there before it. */
function fillTables(input: SliceInput): Tables {
	const tables: Tables = { input, rows: [], lowest: [], nodes: 0 };
	for (let set = 0; set < 1 << input.costs.length; set++) {
		tables.rows.push([]);
		tables.lowest.push([]);
		for (let span = 0; span <= input.cols; span++) {
			const row = startRow(input, set, span);
			tables.rows[set]!.push(row);
			for (const part of span > 0 ? firstParts(set) : []) {
				if (part !== set) stack(tables, row, part, set ^ part, span);
				for (let left = 1; left < span; left++) join(tables, row, part, set ^ part, left, span - left);
			}
			const low = row.findIndex(Number.isFinite);
			tables.lowest[set]!.push(low < 0 ? input.lines + 1 : low);
		}
	}
	return tables;
}

/** Without any cut: nothing, or one story. */
function startRow(input: SliceInput, set: number, span: number): Float64Array {
	if (set === 0) return Float64Array.from({ length: input.lines + 1 }, (_, h) => emptyCost(span, h));
	if (span > 0 && isSingle(set)) return Float64Array.from(input.costs[storyOf(set)]![span]!);
	return new Float64Array(input.lines + 1).fill(never);
}

function emptyCost(span: number, h: number): number {
	return span * h === 0 ? 0 : cost.emptyPart + span * h * cost.emptyCell;
}

function isSingle(set: number): boolean {
	return (set & (set - 1)) === 0;
}

function storyOf(single: number): number {
	return 31 - Math.clz32(single);
}

/** The parts of a set that hold its highest rank; the whole set is one of them. */
function* firstParts(set: number): Generator<number> {
	const first = set & -set;
	const others = set ^ first;
	for (let part = others; set !== 0; part = (part - 1) & others) {
		yield part | first;
		if (part === 0) return;
	}
}

function stack(tables: Tables, row: Float64Array, top: number, bottom: number, span: number): void {
	const above = tables.rows[top]![span]!;
	const below = tables.rows[bottom]![span]!;
	const low = tables.lowest[bottom]![span]! + ruleLines;
	const extra = stacking(tables.input, top, bottom, span);
	for (let a = tables.lowest[top]![span]!; a + low < row.length; a++) {
		const upper = above[a]! + extra;
		for (let h = a + low; h < row.length; h++) {
			const total = upper + below[h - a - ruleLines]!;
			if (total < row[h]!) row[h] = total;
		}
		tables.nodes += row.length - a - low;
	}
}

function join(tables: Tables, row: Float64Array, first: number, second: number, left: number, right: number): void {
	const a = tables.rows[first]![left]!;
	const b = tables.rows[second]![right]!;
	const from = Math.max(tables.lowest[first]![left]!, tables.lowest[second]![right]!);
	for (let h = from; h < row.length; h++) {
		const total = a[h]! + b[h]! + contact(second, h, row.length - 1);
		if (total < row[h]!) row[h] = total;
	}
	tables.nodes += Math.max(0, row.length - from);
}

/** What it costs to stack two parts over a span. */
function stacking(input: SliceInput, top: number, bottom: number, span: number): number {
	let inversions = 0;
	for (let upper = top; upper !== 0; upper &= upper - 1) {
		// The stories of the lower part that outrank this one of the upper part.
		for (let better = bottom & ((upper & -upper) - 1); better !== 0; better &= better - 1) inversions++;
	}
	return inversions * cost.inversion + (span === input.cols ? cost.throughRule : 0);
}

/** What it costs to set two parts side by side at a height. */
function contact(second: number, h: number, lines: number): number {
	return second === 0 ? 0 : cost.sideBySide + Math.max(0, h - lines / 2) * cost.longRule;
}

/** The rectangles behind a cost of the tables, found again by looking for the cut that has it. */
function place(tables: Tables, rect: CellRect, set: number): Placed[] {
	if (set === 0) return [];
	const costOf = (part: number, span: number, h: number) => tables.rows[part]![span]![h]!;
	const goal = costOf(set, rect.cols, rect.h);
	const isGoal = (total: number) => Math.abs(total - goal) < 1e-9;
	if (isSingle(set) && isGoal(tables.input.costs[storyOf(set)]![rect.cols]![rect.h]!)) {
		return [{ ...rect, story: storyOf(set) }];
	}
	for (const part of firstParts(set)) {
		const rest = set ^ part;
		const extra = stacking(tables.input, part, rest, rect.cols);
		for (let h = 1; rest !== 0 && h + ruleLines < rect.h; h++) {
			const lower = { ...rect, y: rect.y + h + ruleLines, h: rect.h - h - ruleLines };
			if (!isGoal(costOf(part, rect.cols, h) + extra + costOf(rest, rect.cols, lower.h))) continue;
			return [...place(tables, { ...rect, h }, part), ...place(tables, lower, rest)];
		}
		for (let cols = 1; cols < rect.cols; cols++) {
			const right = { ...rect, col: rect.col + cols, cols: rect.cols - cols };
			if (
				!isGoal(
					costOf(part, cols, rect.h) + costOf(rest, right.cols, rect.h) + contact(rest, rect.h, tables.input.lines),
				)
			)
				continue;
			return [...place(tables, { ...rect, cols }, part), ...place(tables, right, rest)];
		}
	}
	throw new Error('A cost in the tables that no cut has');
}

interface Plan {
	cost: number;
	place: () => Placed[];
}

const noPlan: Plan = { cost: never, place: () => [] };

/** The cheapest way to place a set in a rectangle around anchors: cut along their edges until no anchor is left. */
function planAround(tables: Tables, rect: CellRect, anchors: CellRect[], set: number): Plan {
	const inside = anchors.filter((anchor) => overlaps(anchor, rect));
	if (inside.length === 0) return planFree(tables, rect, set);
	if (inside.some((anchor) => covers(anchor, rect))) return set === 0 ? { cost: 0, place: () => [] } : noPlan;
	let best = noPlan;
	for (const [first, second] of cutsAlong(inside, rect)) {
		for (let part = set; ; part = (part - 1) & set) {
			const a = planAround(tables, first, inside, part);
			const b = a.cost < best.cost ? planAround(tables, second, inside, set ^ part) : noPlan;
			const total = a.cost + b.cost;
			if (total < best.cost) best = { cost: total, place: () => [...a.place(), ...b.place()] };
			if (part === 0) break;
		}
	}
	return best;
}

/** A rectangle without anchors: filled, or filled from the top and empty at its foot. */
function planFree(tables: Tables, rect: CellRect, set: number): Plan {
	const row = tables.rows[set]![rect.cols]!;
	let best = { cost: row[rect.h]!, h: rect.h };
	for (let h = 0; h < rect.h; h++) {
		const total = row[h]! + emptyCost(rect.cols, rect.h - h);
		if (total < best.cost) best = { cost: total, h };
	}
	return { cost: best.cost, place: () => place(tables, { ...rect, h: best.h }, set) };
}

function overlaps(a: CellRect, b: CellRect): boolean {
	return a.col < b.col + b.cols && b.col < a.col + a.cols && a.y < b.y + b.h && b.y < a.y + a.h;
}

function covers(a: CellRect, b: CellRect): boolean {
	return a.col <= b.col && a.col + a.cols >= b.col + b.cols && a.y <= b.y && a.y + a.h >= b.y + b.h;
}

/** Cuts of a rectangle along the edges of its anchors that go through none of them; a rule's line is left free. */
function* cutsAlong(anchors: CellRect[], rect: CellRect): Generator<[CellRect, CellRect]> {
	for (const edge of new Set(anchors.flatMap((anchor) => [anchor.y, anchor.y + anchor.h]))) {
		const isThrough = anchors.some((anchor) => anchor.y < edge && anchor.y + anchor.h > edge);
		if (isThrough || edge <= rect.y || edge >= rect.y + rect.h) continue;
		const endsAnchor = anchors.some((anchor) => anchor.y + anchor.h === edge);
		const upper = { ...rect, h: edge - rect.y - (endsAnchor ? 0 : ruleLines) };
		const y = edge + (endsAnchor ? ruleLines : 0);
		yield [upper, { ...rect, y, h: rect.y + rect.h - y }];
	}
	for (const edge of new Set(anchors.flatMap((anchor) => [anchor.col, anchor.col + anchor.cols]))) {
		const isThrough = anchors.some((anchor) => anchor.col < edge && anchor.col + anchor.cols > edge);
		if (isThrough || edge <= rect.col || edge >= rect.col + rect.cols) continue;
		const left = { ...rect, cols: edge - rect.col };
		yield [left, { ...rect, col: edge, cols: rect.col + rect.cols - edge }];
	}
}
