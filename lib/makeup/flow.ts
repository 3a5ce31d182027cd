import { type Breaks, breakText } from './breaker';
import { type Clusters, toClusters } from './cluster';
import { normalize } from './normalize';
import type { BriefBlock, BrokenLine, Grid, SheetLine } from './sheet';

/**
 * Text into columns, exactly: a dynamic programme over the slots where each block may begin chooses
 * how many lines each paragraph takes (looseness), so that the columns are full to the line.
 *
 * Slots are the lines of all columns, counted from 0 through the columns in reading order:
 *
 *   heights 4, 3          slot 0  　　码头上忙开了，       slot 4  第九号船归来，人
 *                              1  老人说：“今年         　   5  声起来了。
 *                              2  头一回。”             　   6  　　灯还亮着。
 *                              3  　　清晨湖上，
 *
 * Impossible, whatever it costs (makeup.md §2.4, T4 and T5):
 * - 孤行: a paragraph's last line alone at the top of a column;
 * - 背题: a subhead at the foot of a column with fewer than two lines under it.
 *
 * A text that must fill its columns leaves each block only a few slots to begin at: those that the
 * blocks before it can reach and from which the blocks after it can reach the end. So asking costs
 * microseconds, and shapes ask thousands of times.
 */

/** The blocks of a story, broken to one measure. */
export interface MeasuredText {
	blocks: { type: BriefBlock['type']; breaks: Breaks }[];
	/** Fewest lines of the whole, without white above subheads, and most, with it. */
	min: number;
	max: number;
	table: FlowTable;
}

/** A way to fill columns. */
export interface Flow {
	/** The lines of each column; made when asked for, since most flows are only compared. */
	columns(): SheetLine[][];
	/** Lines left empty at the columns' feet; 0: every column is full to the line. */
	slack: number;
	cost: number;
}

const subheadPt = 10.5;
const paragraphIndent = 4;
const cost = {
	/** A paragraph's first line alone at the foot of a column. */
	orphan: 0.4,
	/** A question at the foot of a column, its answer at the top of the next. */
	parted: 2,
	skippedLine: 0.7,
	slackLine: 0.18,
	emptyColumn: 8,
	/** One unit of the breaker's cost, beside the costs of the page. */
	looseness: 0.012,
};
/** Lines that must follow a subhead in its column. */
const linesUnderSubhead = 2;
const kinds = { text: 0, subhead: 1, question: 2 } as const;

/** What the programme reads of a text, in flat tables. */
interface FlowTable {
	/** Of each block, one of `kinds`. */
	kind: Uint8Array;
	/** Lines that must stand under a subhead: two, or what is left of the text. */
	under: Uint8Array;
	/** Lines that surely stand between the last subhead and block `i`; two if more, or if there is none. */
	since: Uint8Array;
	/** The options of block `i` are those from `first[i]` to before `first[i + 1]`. */
	first: Int32Array;
	lines: Int32Array;
	cost: Float64Array;
	/** Slots that the blocks from `i` on take, at least and at most. */
	fewest: Int32Array;
	most: Int32Array;
}

/** Clusters by block, so that the measures of a story share them. A block whose text was changed is cut again. */
const clustered = new WeakMap<BriefBlock, { source: string; clusters: Clusters }>();

/** Breaks the blocks of a story to a measure in ½ em. */
export function measureText(blocks: BriefBlock[], measure: number, grid: Grid): MeasuredText {
	const measured = blocks.map((block) => ({ type: block.type, breaks: breakBlock(block, measure, grid) }));
	const table = toTable(measured);
	return { blocks: measured, min: table.fewest[0]!, max: table.most[0]!, table };
}

function clustersOf(block: BriefBlock): Clusters {
	const known = clustered.get(block);
	if (known?.source === block.text) return known.clusters;
	const clusters = toClusters(normalize(block.text));
	clustered.set(block, { source: block.text, clusters });
	return clusters;
}

function breakBlock(block: BriefBlock, measure: number, grid: Grid): Breaks {
	const clusters = clustersOf(block);
	if (block.type !== 'subhead') return breakText(clusters, measure, { indent: paragraphIndent });
	const lines = balancedLines(clusters, Math.floor((measure * grid.bodyPt) / subheadPt));
	return { options: [{ lines: lines.length, cost: 0 }], best: lines.length, lines: () => lines };
}

/** Subheads are set ragged; one that needs two rows gets rows of the same length. */
function balancedLines(clusters: Clusters, measure: number): BrokenLine[] {
	let breaks = breakText(clusters, measure);
	const { best } = breaks;
	const width = clusters.before[clusters.count]!;
	for (let narrower = measure - 2; best > 1 && narrower * best >= width; narrower -= 2) {
		const tried = breakText(clusters, narrower, { maxStretchEm: Number.POSITIVE_INFINITY });
		if (tried.best === best) breaks = tried;
	}
	return breaks.lines().map((line) => ({ ...line, fit: 'last', stretchEm: 0 }));
}

function toTable(blocks: MeasuredText['blocks']): FlowTable {
	const count = blocks.length;
	const options = blocks.flatMap(({ breaks }) => breaks.options);
	const table: FlowTable = {
		kind: new Uint8Array(count),
		under: new Uint8Array(count),
		since: new Uint8Array(count + 1).fill(linesUnderSubhead),
		first: new Int32Array(count + 1),
		lines: Int32Array.from(options, (option) => option.lines),
		cost: Float64Array.from(options, (option) => option.cost * cost.looseness),
		fewest: new Int32Array(count + 1),
		most: new Int32Array(count + 1),
	};
	for (const [i, { type, breaks }] of blocks.entries()) {
		table.kind[i] = type === 'subhead' ? kinds.subhead : type === 'q' ? kinds.question : kinds.text;
		table.first[i + 1] = table.first[i]! + breaks.options.length;
		const since = type === 'subhead' ? 0 : table.since[i]! + breaks.options[0]!.lines;
		table.since[i + 1] = Math.min(linesUnderSubhead, since);
	}
	for (let i = count - 1; i >= 0; i--) {
		const isSubhead = table.kind[i] === kinds.subhead;
		table.under[i] = isSubhead ? Math.min(linesUnderSubhead, table.fewest[i + 1]!) : 0;
		table.fewest[i] = table.fewest[i + 1]! + table.lines[table.first[i]!]!;
		table.most[i] = table.most[i + 1]! + table.lines[table.first[i + 1]! - 1]! + (isSubhead && i > 0 ? 1 : 0);
	}
	return table;
}

/**
 * Fills columns of the given heights to the line; undefined when the text cannot. Asking costs
 * microseconds, whether it can or not.
 */
export function fillText(text: MeasuredText, heights: readonly number[]): Flow | undefined {
	const total = solve(text.table, heights, true).cost;
	if (total === Number.POSITIVE_INFINITY) return undefined;
	const columns = [...heights];
	return { cost: total, slack: 0, columns: () => toColumns(text, columns, placesOf(text.table, columns, true).places) };
}

/**
 * Flows a text into columns of the given heights: full to the line when that can be, else with lines
 * left empty at the columns' feet; undefined when the text is too long for them.
 */
export function flowText(text: MeasuredText, heights: readonly number[]): Flow | undefined {
	const full = fillText(text, heights);
	if (full) return full;
	const columns = [...heights];
	const { cost: total, places } = placesOf(text.table, columns, false);
	if (total === Number.POSITIVE_INFINITY) return undefined;
	const filled = places.reduce((sum, place) => sum + linesIn(place) + (place.white ? 1 : 0), 0);
	return { cost: total, slack: sumOf(columns) - filled, columns: () => toColumns(text, columns, places) };
}

/** How every place was reached, for the one flow whose lines are asked for: `slots` entries for each block. */
interface Trace {
	slots: number;
	/** For the slot after a block: the slot where it began; its complement if it leaves a slot empty inside. */
	began: Int32Array;
	/** For the slot where a block begins: one more than the slot where the foot of a column was left empty, else 0. */
	left: Int32Array;
}

interface Solution {
	cost: number;
	/** The slot after the last line. */
	end: number;
}

const none: Solution = { cost: Number.POSITIVE_INFINITY, end: 0 };
/** Working memory of one call, kept for the next: costs by slot before and after a block, slots that begin a column. */
const work = { now: new Float64Array(512), next: new Float64Array(512), tops: new Uint8Array(512) };

/** The slots that a block may begin at, or end before. */
interface Window {
	low: number;
	high: number;
}

function solve(table: FlowTable, heights: readonly number[], exact: boolean, trace?: Trace): Solution {
	const capacity = sumOf(heights);
	if (table.fewest[0]! > capacity || (exact && table.most[0]! < capacity)) return none;
	prepare(heights, capacity);
	const count = table.kind.length;
	let window: Window = { low: 0, high: 0 };
	work.now[0] = 0;
	for (let i = 0; i < count; i++) {
		if (!exact && table.since[i] === linesUnderSubhead) window = skipToTops(window, i, capacity, trace);
		const next = windowAfter(table, i, window, capacity, exact);
		if (next.low > next.high) return none;
		work.next.fill(Number.POSITIVE_INFINITY, next.low, next.high + 1);
		if (table.kind[i] === kinds.subhead) placeSubhead(table, i, window, next, trace);
		else placeText(table, i, window, next, exact, trace);
		[work.now, work.next] = [work.next, work.now];
		window = next;
	}
	const solution = exact ? { cost: work.now[capacity]!, end: capacity } : cheapestEnd(window, heights, capacity);
	return solution.cost === Number.POSITIVE_INFINITY ? none : solution;
}

function prepare(heights: readonly number[], capacity: number): void {
	if (work.now.length < capacity + 2) {
		work.now = new Float64Array(2 * capacity + 2);
		work.next = new Float64Array(2 * capacity + 2);
		work.tops = new Uint8Array(2 * capacity + 2);
	}
	work.tops.fill(0, 0, capacity + 2);
	let top = 0;
	for (const height of heights) {
		work.tops[top] = 1;
		top += height;
	}
	work.tops[capacity] = 1;
}

function windowAfter(table: FlowTable, i: number, now: Window, capacity: number, exact: boolean): Window {
	const least = now.low + table.fewest[i]! - table.fewest[i + 1]!;
	return {
		low: exact ? Math.max(least, capacity - table.most[i + 1]!) : least,
		high: Math.min(now.high + table.most[i]! - table.most[i + 1]! + (exact ? 0 : 1), capacity - table.fewest[i + 1]!),
	};
}

function placeText(table: FlowTable, i: number, now: Window, next: Window, exact: boolean, trace?: Trace): void {
	const { tops } = work;
	const isQuestion = table.kind[i] === kinds.question && i + 1 < table.kind.length;
	// Of a paragraph that takes its last two lines along, one stays behind, two under a subhead.
	const fewestHeld = Math.max(3, 2 + linesUnderSubhead - table.since[i]!);
	for (let slot = now.low; slot <= now.high; slot++) {
		const before = work.now[slot]!;
		if (before === Number.POSITIVE_INFINITY) continue;
		for (let option = table.first[i]!; option < table.first[i + 1]!; option++) {
			const lines = table.lines[option]!;
			// 孤行. Where columns cannot be filled, the line before it may come along and leave its slot empty.
			const isAlone = lines > 1 && tops[slot + lines - 1] === 1;
			if (isAlone && (exact || lines < fewestHeld || tops[slot + lines] === 1)) continue;
			const end = slot + lines + (isAlone ? 1 : 0);
			if (end < next.low || end > next.high) continue;
			let total = before + table.cost[option]! + (isAlone ? cost.skippedLine : 0);
			if (lines > 1 && tops[slot + 1] === 1) total += cost.orphan;
			if (isQuestion && tops[end] === 1) total += cost.parted;
			if (total >= work.next[end]!) continue;
			work.next[end] = total;
			if (trace) trace.began[i * trace.slots + end] = isAlone ? ~slot : slot;
		}
	}
}

function placeSubhead(table: FlowTable, i: number, now: Window, next: Window, trace?: Trace): void {
	const { tops } = work;
	const lines = table.lines[table.first[i]!]!;
	for (let slot = now.low; slot <= now.high; slot++) {
		const total = work.now[slot]!;
		if (total === Number.POSITIVE_INFINITY) continue;
		const end = slot + lines + (tops[slot] === 1 ? 0 : 1);
		if (end < next.low || end > next.high || total >= work.next[end]!) continue;
		if (!isWithinColumn(slot, end + table.under[i]!)) continue; // 背题
		work.next[end] = total;
		if (trace) trace.began[i * trace.slots + end] = slot;
	}
}

/** Whether the slots from `from` to before `to` lie in one column. */
function isWithinColumn(from: number, to: number): boolean {
	for (let slot = from + 1; slot < to; slot++) if (work.tops[slot] === 1) return false;
	return true;
}

/** Where columns cannot be filled: a block may leave the foot of a column empty and begin at the next one's top. */
function skipToTops({ low, high }: Window, i: number, capacity: number, trace?: Trace): Window {
	const { tops, now } = work;
	let last = high;
	for (let slot = low; slot <= last; slot++) {
		const before = now[slot]!;
		if (before === Number.POSITIVE_INFINITY) continue;
		let top = slot + 1;
		while (tops[top] !== 1 && top < capacity) top++;
		if (top >= capacity) break;
		if (top > last) now.fill(Number.POSITIVE_INFINITY, last + 1, top + 1);
		last = Math.max(last, top);
		const total = before + (top - slot) * cost.skippedLine;
		if (total >= now[top]!) continue;
		now[top] = total;
		if (trace) trace.left[i * trace.slots + top] = slot + 1;
	}
	return { low, high: last };
}

function cheapestEnd({ low, high }: Window, heights: readonly number[], capacity: number): Solution {
	let best = none;
	for (let end = low; end <= high; end++) {
		const slack = capacity - end;
		const isLastEmpty = heights.length > 1 && slack >= heights.at(-1)!;
		const white = slack * cost.slackLine * (1 + slack / 4) + (isLastEmpty ? cost.emptyColumn : 0);
		const total = work.now[end]! + white;
		if (total < best.cost) best = { cost: total, end };
	}
	return best;
}

/** The slots from `slot` to before `end` that a block takes, a line of white above it among them. */
interface Place {
	slot: number;
	end: number;
	white: boolean;
	/** The slot among them that stays empty, at the foot of a column; −1: none. */
	empty: number;
}

/** The cheapest way to fill columns and the places it gives the blocks; at an infinite cost, none. */
function placesOf(table: FlowTable, heights: readonly number[], exact: boolean): { cost: number; places: Place[] } {
	const count = table.kind.length;
	const slots = sumOf(heights) + 1;
	const trace: Trace = { slots, began: new Int32Array(count * slots), left: new Int32Array(exact ? 0 : count * slots) };
	const solution = solve(table, heights, exact, trace);
	const places: Place[] = [];
	let { end } = solution;
	for (let i = count - 1; i >= 0 && solution !== none; i--) {
		const row = i * slots;
		const began = trace.began[row + end]!;
		const slot = began < 0 ? ~began : began;
		const white = table.kind[i] === kinds.subhead && work.tops[slot] === 0;
		places[i] = { slot, end, white, empty: began < 0 ? end - 3 : -1 };
		end = slot;
		while (!exact && trace.left[row + end]! > 0) end = trace.left[row + end]! - 1;
	}
	return { cost: solution.cost, places };
}

function linesIn({ slot, end, white, empty }: Place): number {
	return end - slot - (white ? 1 : 0) - (empty < 0 ? 0 : 1);
}

function toColumns(text: MeasuredText, heights: readonly number[], places: Place[]): SheetLine[][] {
	const slots: (SheetLine | undefined)[] = new Array(sumOf(heights)).fill(undefined);
	for (const [block, place] of places.entries()) {
		let { slot } = place;
		if (place.white) slots[slot++] = { block, from: 0, to: 0, half: [], indent: 0, fit: 'last', stretchEm: 0 };
		for (const line of text.blocks[block]!.breaks.lines(linesIn(place))) {
			if (slot === place.empty) slot++;
			slots[slot++] = { block, ...line };
		}
	}
	let top = 0;
	return heights.map((height) => {
		top += height;
		return slots.slice(top - height, top).filter((line) => line !== undefined);
	});
}

function sumOf(heights: readonly number[]): number {
	let sum = 0;
	for (const height of heights) sum += height;
	return sum;
}
