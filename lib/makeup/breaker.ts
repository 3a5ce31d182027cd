import { breakKind, type Clusters, toClusters } from './cluster';
import type { BrokenLine } from './sheet';

/**
 * Total-fit line breaking on the half-em grid, after Knuth and Plass, "Breaking Paragraphs into
 * Lines" (1981), with the rules of CLREQ (level GB) and GB/T 15834-2011: no closing mark at a line's
 * start, no opening mark at its end, squeeze before stretch 先挤进后推出.
 *
 *   measure 8 em, indent 2 em:       　　今天上午，澄
 *                                    湖大桥合龙，比
 *                                    计划早二十天。
 *
 * A dynamic programme over the places between clusters. For each place where a line may end it keeps
 * a row: the cheapest way to reach it for every number of lines (Knuth and Plass's "looseness"), so
 * that a paragraph knows all the lengths it can take and their costs. A place is reached from the
 * few places about one measure before it; the rows lie one after the other in one flat table.
 *
 * Costs are whole numbers (hundredths of what `Breaks` tells), so equal is equal: the same text
 * gives the same lines everywhere, and a paragraph that continues after a line's end is broken as
 * the rest of it would be by itself.
 */

export interface BreakSettings {
	/** ½ em before the first line. */
	indent?: number;
	/** Most that a gap may be stretched. At 11–13 em less than 0.12 leaves paragraphs without a solution. */
	maxStretchEm?: number;
}

/** The line counts that a text can be set in. */
export interface Breaks {
	/** By rising count; costs are comparable between texts. */
	options: { lines: number; cost: number }[];
	/** The count that costs least. */
	best: number;
	/** The lines for a count of `options`, else for the best. */
	lines(count?: number): BrokenLine[];
}

const defaultStretchEm = 0.12;
/** What the lines may be stretched by that keep a text from being set at the limit: as few of them as can be. */
const looseStretchEm = 0.3;
/** Counts further from the best than this are never worth their looks. */
const reach = { fewer: 3, more: 4 };
/** Counts that a row keeps, the cheapest in their middle; only an endless paragraph has more. */
const widestRow = 24;

/** In hundredths. */
const cost = {
	/** A mark at a line's end loses its right half, at its start its left half: GB/T 15834 §5.1.10 asks for it. */
	lineEndMark: 30,
	lineStartMark: 50,
	/** Any half-em taken out of the marks inside a line, and the square of their number, those of points dearer. */
	squeeze: 500,
	squeezeMark: 150,
	squeezePoint: 50,
	stretch: 700,
	stretchUnitEm: 0.05,
	stretchShare: 300,
	dashFirst: 600,
	/** 孤字: a last line of one character and its marks. */
	lonelyCharacter: 6000,
	/** A line stretched to the limit and beyond, times the square of how far: rather any number of other costs. */
	loose: 1e6,
	prohibited: 1e11,
};
/** What loose lines and a prohibited edge cost in `Breaks`, beside the costs of the page. */
const shown = { loose: 50, prohibited: 1000 };

interface Setting {
	clusters: Clusters;
	measure: number;
	indent: number;
	/** Beyond this a line is loose; beyond `utmostStretchEm` it is none. */
	maxStretchEm: number;
	utmostStretchEm: number;
	/** Nothing forbidden any more: what forbids a break costs dearly instead. */
	desperate: boolean;
}

/**
 * Breaks a normalised text, or its clusters, to a measure in ½ em. Always succeeds: a text that the
 * rules cannot set (a long address in a narrow column) is set against them, at a cost that shows.
 */
export function breakText(source: string | Clusters, measure: number, settings: BreakSettings = {}): Breaks {
	const { indent = 0, maxStretchEm = defaultStretchEm } = settings;
	const whole = typeof source === 'string' ? toClusters(source) : source;
	if (whole.count === 0) return { options: [{ lines: 0, cost: 0 }], best: 0, lines: () => [] };
	const setting = { clusters: whole, measure, indent, maxStretchEm, desperate: false };
	// Latin runs are cut that no line holds; then those that the first line does not.
	for (const widest of [measure, measure - indent]) {
		if (whole.widest > widest) setting.clusters = toClusters(whole.text, widest);
		for (const utmostStretchEm of [maxStretchEm, looseStretchEm, Number.POSITIVE_INFINITY]) {
			const tried = { ...setting, utmostStretchEm };
			if (search(tried)) return toBreaks(tried);
		}
	}
	const last = { ...setting, utmostStretchEm: Number.POSITIVE_INFINITY, desperate: true };
	search(last);
	return toBreaks(last);
}

/**
 * The rows of all places. The row of place `j` speaks of `size[j]` line counts from `fewest[j]` on;
 * its entries begin at `start[j]`. An entry that no way leads to has an infinite cost.
 */
interface Rows {
	fewest: Int32Array;
	size: Int32Array;
	start: Int32Array;
	cost: Float64Array;
	/** The place where the line begins that ends here. */
	from: Int32Array;
	used: number;
}

/** Working memory of one search, kept for the next; whoever needs the lines searches again. */
const rows: Rows = {
	fewest: new Int32Array(0),
	size: new Int32Array(0),
	start: new Int32Array(0),
	cost: new Float64Array(0),
	from: new Int32Array(0),
	used: 0,
};
/** Ways to the place at hand: where the last line begins and what it costs. */
const ways = { from: [] as number[], cost: [] as number[], count: 0 };

/** Fills the rows of all places; whether the text's end is within reach. */
function search(setting: Setting): boolean {
	const { clusters, measure, utmostStretchEm } = setting;
	const { count, before } = clusters;
	empty(count);
	const stretch = 2 * Math.min(utmostStretchEm, measure);
	// The last place from which a line that ends here can be stretched to its measure.
	let near = 0;
	for (let j = 1; j <= count; j++) {
		if (j < count && clusters.breaks[j] === breakKind.never && !setting.desperate) continue;
		while (near < j - 1 && before[j]! - before[near + 1]! + stretch * (j - near - 2) >= measure) near++;
		findWays(setting, j === count || setting.desperate ? j - 1 : near, j);
		if (ways.count > 0) addRow(j);
	}
	return rows.size[count]! > 0;
}

function empty(count: number): void {
	if (rows.size.length <= count) {
		rows.fewest = new Int32Array(2 * count + 64);
		rows.size = new Int32Array(2 * count + 64);
		rows.start = new Int32Array(2 * count + 64);
	}
	rows.size.fill(0, 0, count + 1);
	reserve(1);
	rows.fewest[0] = 0;
	rows.size[0] = 1;
	rows.start[0] = 0;
	rows.cost[0] = 0;
	rows.used = 1;
}

/** Looks back from place `j` for the places where a line that ends here may begin. */
function findWays(setting: Setting, nearest: number, j: number): void {
	const { clusters, measure, desperate } = setting;
	const { before, brackets, points } = clusters;
	const end = clusters.inkEnd[j]!;
	ways.count = 0;
	const atEnd = j === clusters.count ? 0 : costOfBreak(clusters, j);
	for (let i = nearest; i >= 0; i--) {
		const least = before[end]! - before[i]! - (brackets[end]! - brackets[i]!) - (points[end]! - points[i]!) - 2;
		if (least > measure && !(desperate && i === j - 1)) return;
		if (rows.size[i] === 0) continue;
		const line = costOfLine(setting, i, j);
		if (line < 0) continue;
		ways.from[ways.count] = i;
		ways.cost[ways.count++] = line + atEnd;
	}
}

/** Cost of ending a line before cluster `j`. */
function costOfBreak(clusters: Clusters, j: number): number {
	const kind = clusters.breaks[j];
	if (kind === breakKind.never) return cost.prohibited;
	return kind === breakKind.dashFirst ? cost.dashFirst : 0;
}

/** Enters the row of place `j`: for every line count the cheapest of its ways, the first of equals. */
function addRow(j: number): void {
	let fewest = Number.POSITIVE_INFINITY;
	let most = 0;
	for (let way = 0; way < ways.count; way++) {
		const i = ways.from[way]!;
		fewest = Math.min(fewest, rows.fewest[i]! + 1);
		most = Math.max(most, rows.fewest[i]! + rows.size[i]!);
	}
	const size = most - fewest + 1;
	const start = rows.used;
	reserve(start + size);
	rows.cost.fill(Number.POSITIVE_INFINITY, start, start + size);
	for (let way = 0; way < ways.count; way++) {
		const i = ways.from[way]!;
		const shift = start + rows.fewest[i]! + 1 - fewest;
		for (let k = 0; k < rows.size[i]!; k++) {
			const total = rows.cost[rows.start[i]! + k]! + ways.cost[way]!;
			if (total >= rows.cost[shift + k]!) continue;
			rows.cost[shift + k] = total;
			rows.from[shift + k] = i;
		}
	}
	rows.start[j] = start;
	rows.fewest[j] = fewest;
	rows.size[j] = size;
	rows.used = start + size;
	if (size > widestRow) narrow(j);
}

/** Keeps of a row the counts around the cheapest. */
function narrow(j: number): void {
	const start = rows.start[j]!;
	const row = rows.cost.subarray(start, start + rows.size[j]!);
	const cheapest = row.indexOf(Math.min(...row));
	const skip = Math.max(0, Math.min(cheapest - widestRow / 2, row.length - widestRow));
	rows.start[j] = start + skip;
	rows.fewest[j] = rows.fewest[j]! + skip;
	rows.size[j] = widestRow;
}

function reserve(length: number): void {
	if (length <= rows.cost.length) return;
	const { cost: costs, from } = rows;
	rows.cost = new Float64Array(2 * length);
	rows.from = new Int32Array(2 * length);
	rows.cost.set(costs);
	rows.from.set(from);
}

/** Half-ems by which the line from place `i` to `j` is wider than its measure at its natural width. */
function excess(setting: Setting, i: number, j: number): number {
	const { clusters, measure, indent } = setting;
	return clusters.before[lineEnd(clusters, i, j)]! - clusters.before[i]! - measure + (i === 0 ? indent : 0);
}

function lineEnd(clusters: Clusters, i: number, j: number): number {
	return Math.max(clusters.inkEnd[j]!, i + 1);
}

/** What the line from place `i` to `j` costs; negative: it cannot be set. */
function costOfLine(setting: Setting, i: number, j: number): number {
	const over = excess(setting, i, j);
	const isLast = j === setting.clusters.count;
	if (over > 0) return costOfSqueeze(setting, i, j, over);
	if (isLast) return i > 0 && isLonely(setting.clusters, i, j) ? cost.lonelyCharacter : 0;
	return over === 0 ? 0 : costOfStretch(setting, i, j, -over / 2);
}

/** 先挤进: the line's last mark first, then its first, then the brackets inside it, then 、，；： */
function costOfSqueeze(setting: Setting, i: number, j: number, over: number): number {
	const { clusters, desperate } = setting;
	const end = lineEnd(clusters, i, j);
	let left = over;
	let total = 0;
	if (clusters.givesLast[end - 1] === 1) {
		left--;
		total += cost.lineEndMark;
	}
	if (left > 0 && end - 1 > i && clusters.givesFirst[i] === 1) {
		left--;
		total += cost.lineStartMark;
	}
	if (left === 0) return total;
	const brackets = end - 1 > i ? clusters.brackets[end - 1]! - clusters.brackets[i + 1]! : 0;
	const points = end - 1 > i ? clusters.points[end - 1]! - clusters.points[i + 1]! : 0;
	if (left > brackets + points) return desperate && j === i + 1 ? cost.prohibited : -1;
	return total + cost.squeeze + left * left * cost.squeezeMark + Math.max(0, left - brackets) * cost.squeezePoint;
}

function costOfStretch(setting: Setting, i: number, j: number, ems: number): number {
	const gaps = lineEnd(setting.clusters, i, j) - i - 1;
	if (gaps === 0) return setting.desperate ? cost.prohibited : -1;
	const gap = ems / gaps;
	if (gap > setting.utmostStretchEm) return -1;
	const share = gap / cost.stretchUnitEm;
	if (gap > setting.maxStretchEm) return cost.loose * Math.round((gap / setting.maxStretchEm) ** 2);
	return cost.stretch + Math.round(cost.stretchShare * share * share);
}

/** Whether a last line holds one character, or two half-width ones, and marks. */
function isLonely(clusters: Clusters, i: number, j: number): boolean {
	let end = j;
	while (end > i + 1 && clusters.breaks[end - 1] === breakKind.never && isClosing(clusters, end - 1)) end--;
	return clusters.before[end]! - clusters.before[i]! <= 2;
}

function isClosing(clusters: Clusters, i: number): boolean {
	return clusters.givesLast[i] === 1 || clusters.half[i] === 1;
}

/** What the rows of a search tell about its text. */
function toBreaks(setting: Setting): Breaks {
	const { count } = setting.clusters;
	const row = rows.cost.subarray(rows.start[count]!, rows.start[count]! + rows.size[count]!);
	const cheapest = row.indexOf(Math.min(...row));
	const fewest = rows.fewest[count]!;
	const best = fewest + cheapest;
	const options: Breaks['options'] = [];
	for (let k = Math.max(0, cheapest - reach.fewer); k < row.length && k <= cheapest + reach.more; k++) {
		// A count that needs looser lines than the best does is none.
		if (Math.floor(row[k]! / cost.loose) > Math.floor(row[cheapest]! / cost.loose)) continue;
		options.push({ lines: fewest + k, cost: toShown(row[k]!) });
	}
	const has = (lines: number) => options.some((option) => option.lines === lines);
	return { options, best, lines: (lines = best) => toLines(setting, has(lines) ? lines : best) };
}

function toShown(total: number): number {
	const prohibited = Math.floor(total / cost.prohibited);
	const loose = Math.floor((total % cost.prohibited) / cost.loose);
	return (total % cost.loose) / 100 + loose * shown.loose + prohibited * shown.prohibited;
}

function toLines(setting: Setting, count: number): BrokenLine[] {
	search(setting);
	const lines: BrokenLine[] = new Array(count);
	let j = setting.clusters.count;
	for (let left = count; left > 0; left--) {
		const i = rows.from[rows.start[j]! + left - rows.fewest[j]!]!;
		lines[left - 1] = toLine(setting, i, j);
		j = i;
	}
	return lines;
}

function toLine(setting: Setting, i: number, j: number): BrokenLine {
	const { clusters, indent } = setting;
	const over = excess(setting, i, j);
	const gaps = lineEnd(clusters, i, j) - i - 1;
	// A line of one cluster has no gap to stretch: set ragged, as the last one.
	const isRagged = j === clusters.count || (over < 0 && gaps === 0);
	return {
		from: clusters.at[i]!,
		to: clusters.at[j]!,
		half: halfMarks(clusters, i, lineEnd(clusters, i, j), Math.max(0, over)),
		indent: i === 0 ? indent : 0,
		fit: isRagged ? 'last' : over > 0 ? 'squeeze' : over < 0 ? 'stretch' : 'exact',
		stretchEm: isRagged || over >= 0 ? 0 : -over / 2 / gaps,
	};
}

/**
 * Offsets of the half-width marks of a line: those next to another mark, and as many more as the
 * line has to be squeezed by, in the order of CLREQ: line end, line start, brackets and quotation
 * marks, then 、，；：
 */
function halfMarks(clusters: Clusters, i: number, end: number, squeeze: number): number[] {
	const order: number[] = [];
	if (clusters.givesLast[end - 1] === 1) order.push(end - 1);
	if (clusters.givesFirst[i] === 1 && end - 1 > i) order.push(i);
	for (const kind of [1, 2]) {
		for (let k = i + 1; k < end - 1; k++) if (clusters.soft[k] === kind) order.push(k);
	}
	const squeezed = order.slice(0, squeeze);
	const half: number[] = [];
	for (let k = i; k < end; k++) if (clusters.half[k] === 1 || squeezed.includes(k)) half.push(clusters.at[k]!);
	return half;
}
