/**
 * Placement by cuts: a rectangle is cut from edge to edge in two, each part again, until every part
 * holds one story. A dynamic programme over sets of stories, widths and heights knows the cheapest
 * such arrangement of *every* set in *every* rectangle, after Gange, Marriott and Stuckey (DocEng
 * 2012), so that other searches can ask for it in no time (`knot.ts`).
 *
 * Stories are numbered by rank. Of two parts the one that holds the higher rank stands above or at
 * the left, so the first story takes the top left corner:
 *
 *     ┌──────────────┬─────┐
 *     │ 0            │ 2   │     0 beside 2, over 1 beside 3
 *     ├───────┬──────┴─────┤
 *     │ 1     │ 3          │
 *     └───────┴────────────┘
 *
 * Costs are kept apart by the heads at the top edge of a part: whether a horizontal head reaches its
 * left end (1), its right end (2). Two parts side by side cost a head contact 碰题 only where both
 * reach the cut. Work grows with 3ⁿ: `maxStories` bounds it. Few heights of a set are possible when
 * its text must fill them to the line, so the programme runs over lists of heights, not over all.
 */

export const maxStories = 10;

/** Columns and lines of the grid. */
export interface CellRect {
	col: number;
	cols: number;
	y: number;
	h: number;
}

export type Placed = CellRect & { story: number; edges: number };

export interface SliceInput {
	cols: number;
	lines: number;
	/** Cost of a story with heads reaching `edges`, at a span and a height; infinite where it does not exist: `costs[story][edges][span][lines]`. */
	costs: Float64Array[][][];
	/** The cost of empty cells; infinite where a page must be full. */
	emptyCell: number;
}

/** The cheapest arrangement of each set of stories in each rectangle. */
export interface Slices {
	input: SliceInput;
	/** Costs of a set at a span: at `4 · lines + edges`. */
	rows: Float64Array[];
	/** The least of the four. */
	any: Float64Array[];
	/** Heights with a finite cost, rising. */
	heights: number[][];
	/** Cells that each set takes at least and, with the rules under its stories, at most. */
	least: number[];
	most: number[];
	/** Combinations looked at. */
	nodes: number;
}

/** A white line, with a rule in its middle, between two parts. */
export const ruleLines = 1;
export const never = Number.POSITIVE_INFINITY;

const cost = {
	/** 碰题: heads of two parts side by side on one line. */
	contact: 8,
	/** 断版: each line of an upright rule beyond what a page bears. */
	longRule: 0.04,
	/** 通线: a rule from edge to edge. */
	throughRule: 0.8,
	/** A story above one of higher rank. */
	inversion: 0.04,
	emptyPart: 4,
};

/** Index of a set at a span into `rows`, `any` and `heights`. */
export function at(slices: Slices, set: number, span: number): number {
	return set * (slices.input.cols + 1) + span;
}

/** From small sets to large, from narrow to wide: what a row needs is there before it. */
export function fillSlices(input: SliceInput): Slices {
	const slices: Slices = { input, rows: [], any: [], heights: [], least: [], most: [], nodes: 0 };
	for (let set = 0; set < 1 << input.costs.length; set++) {
		for (let span = 0; span <= input.cols; span++) {
			const row = startRow(input, set, span);
			for (const part of span > 0 ? firstParts(set) : []) {
				if (part === set) continue;
				stack(slices, row, part, set ^ part, span);
				for (let left = 1; left < span; left++) join(slices, row, part, set ^ part, left, span - left);
			}
			closeRow(slices, row);
		}
		measureSet(slices, set);
	}
	return slices;
}

function measureSet(slices: Slices, set: number): void {
	if (!isSingle(set)) {
		const first = set & -set;
		slices.least.push(slices.least[first]! + slices.least[set ^ first]!);
		slices.most.push(slices.most[first]! + slices.most[set ^ first]!);
		return;
	}
	let [least, most] = [set === 0 ? 0 : never, 0];
	for (let span = 1; set !== 0 && span <= slices.input.cols; span++) {
		for (const h of slices.heights[at(slices, set, span)]!) {
			least = Math.min(least, span * h);
			most = Math.max(most, span * (h + ruleLines));
		}
	}
	slices.least.push(least);
	slices.most.push(most);
}

/** Without any cut: nothing, or one story. */
function startRow(input: SliceInput, set: number, span: number): Float64Array {
	const row = new Float64Array(4 * (input.lines + 1)).fill(never);
	if (set === 0) {
		for (let h = 0; h <= input.lines; h++) row[4 * h] = emptyCost(input, span, h);
		return row;
	}
	if (span === 0 || !isSingle(set)) return row;
	for (let edges = 0; edges < 4; edges++) {
		input.costs[storyOf(set)]![edges]![span]!.forEach((value, h) => {
			row[4 * h + edges] = value;
		});
	}
	return row;
}

function closeRow(slices: Slices, row: Float64Array): void {
	const any = new Float64Array(slices.input.lines + 1);
	const heights: number[] = [];
	for (let h = 0; h < any.length; h++) {
		any[h] = Math.min(row[4 * h]!, row[4 * h + 1]!, row[4 * h + 2]!, row[4 * h + 3]!);
		if (any[h]! < never) heights.push(h);
	}
	slices.rows.push(row);
	slices.any.push(any);
	slices.heights.push(heights);
}

export function emptyCost(input: SliceInput, span: number, h: number): number {
	return span * h === 0 ? 0 : cost.emptyPart + span * h * input.emptyCell;
}

export function isSingle(set: number): boolean {
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

function stack(slices: Slices, row: Float64Array, top: number, bottom: number, span: number): void {
	const upper = at(slices, top, span);
	const lower = at(slices, bottom, span);
	const below = slices.heights[lower]!;
	const above = slices.heights[upper]!;
	if (above.length === 0 || below.length === 0) return;
	const { lines } = slices.input;
	const topRow = slices.rows[upper]!;
	const bottomRow = slices.any[lower]!;
	const extra = stackCost(slices.input, top, bottom, span);
	for (const a of above) {
		const t0 = topRow[4 * a]! + extra;
		const t1 = topRow[4 * a + 1]! + extra;
		const t2 = topRow[4 * a + 2]! + extra;
		const t3 = topRow[4 * a + 3]! + extra;
		for (const b of below) {
			const h = a + ruleLines + b;
			if (h > lines) break;
			const value = bottomRow[b]!;
			const k = 4 * h;
			if (t0 + value < row[k]!) row[k] = t0 + value;
			if (t1 + value < row[k + 1]!) row[k + 1] = t1 + value;
			if (t2 + value < row[k + 2]!) row[k + 2] = t2 + value;
			if (t3 + value < row[k + 3]!) row[k + 3] = t3 + value;
			slices.nodes++;
		}
	}
}

/** What it costs to stack two parts over a span. */
function stackCost(input: SliceInput, top: number, bottom: number, span: number): number {
	let inversions = 0;
	for (let upper = top; upper !== 0; upper &= upper - 1) {
		// The stories of the lower part that outrank this one of the upper part.
		for (let better = bottom & ((upper & -upper) - 1); better !== 0; better &= better - 1) inversions++;
	}
	return inversions * cost.inversion + (span === input.cols ? cost.throughRule : 0);
}

function join(
	slices: Slices,
	row: Float64Array,
	first: number,
	second: number,
	leftSpan: number,
	rightSpan: number,
): void {
	const left = at(slices, first, leftSpan);
	const right = at(slices, second, rightSpan);
	const rightAny = slices.any[right]!;
	const a = slices.rows[left]!;
	const b = slices.rows[right]!;
	for (const h of slices.heights[left]!) {
		if (rightAny[h]! === never) continue;
		slices.nodes++;
		for (let f = 0; f < 4; f++) {
			const value = a[4 * h + f]!;
			if (value === never) continue;
			for (let g = 0; g < 4; g++) {
				const total = value + b[4 * h + g]! + joinCost(slices.input, second, h, f, g);
				const k = 4 * h + ((f & 1) | (g & 2));
				if (total < row[k]!) row[k] = total;
			}
		}
	}
}

/** What it costs to set two parts side by side at a height, by the edges that their heads reach. */
function joinCost(input: SliceInput, second: number, h: number, left: number, right: number): number {
	if (second === 0) return 0;
	return Math.max(0, h - input.lines / 2) * cost.longRule + contactCost(left, right);
}

/** 碰题, where both heads reach the cut. */
export function contactCost(left: number, right: number): number {
	return (left & 2) !== 0 && (right & 1) !== 0 ? cost.contact : 0;
}

/** The edges with which a set is cheapest in a rectangle. */
export function bestEdges(slices: Slices, set: number, span: number, h: number): number {
	const row = slices.rows[at(slices, set, span)]!;
	let best = 0;
	for (let f = 1; f < 4; f++) if (row[4 * h + f]! < row[4 * h + best]!) best = f;
	return best;
}

/** The rectangles behind a cost, found again by looking for the cut that has it. */
export function placeSet(slices: Slices, rect: CellRect, set: number, edges: number): Placed[] {
	if (set === 0) return [];
	const { input } = slices;
	const costOf = (part: number, span: number, h: number, f: number) => slices.rows[at(slices, part, span)]![4 * h + f]!;
	const anyOf = (part: number, span: number, h: number) => slices.any[at(slices, part, span)]![h]!;
	const goal = costOf(set, rect.cols, rect.h, edges);
	const isGoal = (total: number) => Math.abs(total - goal) < 1e-9;
	if (isSingle(set) && isGoal(input.costs[storyOf(set)]![edges]![rect.cols]![rect.h]!)) {
		return [{ ...rect, story: storyOf(set), edges }];
	}
	for (const part of firstParts(set)) {
		const rest = set ^ part;
		const extra = stackCost(input, part, rest, rect.cols);
		for (let h = 1; rest !== 0 && h + ruleLines < rect.h; h++) {
			const lower = { ...rect, y: rect.y + h + ruleLines, h: rect.h - h - ruleLines };
			if (!isGoal(costOf(part, rect.cols, h, edges) + extra + anyOf(rest, rect.cols, lower.h))) continue;
			const below = placeSet(slices, lower, rest, bestEdges(slices, rest, lower.cols, lower.h));
			return [...placeSet(slices, { ...rect, h }, part, edges), ...below];
		}
		for (let cols = 1; cols < rect.cols; cols++) {
			const right = { ...rect, col: rect.col + cols, cols: rect.cols - cols };
			for (let f = edges & 1; f < 4; f += 2) {
				for (let g = edges & 2; g < (edges & 2) + 2; g++) {
					const total = costOf(part, cols, rect.h, f) + costOf(rest, right.cols, rect.h, g);
					if (!isGoal(total + joinCost(input, rest, rect.h, f, g))) continue;
					return [...placeSet(slices, { ...rect, cols }, part, f), ...placeSet(slices, right, rest, g)];
				}
			}
		}
	}
	throw new Error('A cost in the tables that no cut has');
}
