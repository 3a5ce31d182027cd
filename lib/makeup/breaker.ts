import { type Cluster, clusterize, mayBreak } from './cluster';
import type { BrokenLine } from './sheet';

/**
 * Total-fit line breaking on the half-em grid, after Knuth and Plass (1981) with the rules of CLREQ
 * and GB/T 15834: no closing mark at a line's start, no opening mark at its end, squeeze before
 * stretch. A dynamic programme over the break points keeps, for each point, the cheapest way to reach
 * it for every number of lines; so a paragraph knows all the lengths it can take and their costs.
 *
 *   measure 8 em, indent 2 em:       　　今天上午，澄
 *                                    湖大桥合龙，比
 *                                    计划早二十天。
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
/** What a paragraph may be stretched by that has no solution at the limit: one such line, not all of them. */
const looseStretchEm = 0.3;
/** Counts further from the best than this are never worth their looks. */
const reach = { fewer: 2, more: 3 };
const cost = {
	lineEndMark: 0.3,
	squeeze: 1,
	squeezeShare: 12,
	stretch: 2,
	stretchUnit: 0.05,
	stretchShare: 3,
	dashFirst: 3,
	/** 孤字: a last line of one character and its mark. */
	lonelyCharacter: 60,
	prohibited: 1000,
};

/** A way to reach a break point in a number of lines. */
interface Step {
	cost: number;
	from: number;
	fit: Fit;
}

/** How the clusters from `i` to `end` fill a measure. */
interface Fit {
	cost: number;
	/** Half-ems taken out of soft marks; negative: half-ems to be spread over the gaps. */
	squeeze: number;
	ragged: boolean;
}

interface Paragraph {
	text: string;
	clusters: Cluster[];
	/** Width of the clusters before the index. */
	width: number[];
	/** Soft full-width marks before the index. */
	soft: number[];
	measure: number;
	indent: number;
	maxStretchEm: number;
	/** Nothing forbidden any more: what forbids a break costs dearly instead. */
	desperate: boolean;
}

/**
 * Breaks a normalised text to a measure in ½ em. Always succeeds: a text that the rules cannot set
 * (a long address in a narrow column) is set against them, at a cost that shows.
 */
export function breakText(text: string, measure: number, settings: BreakSettings = {}): Breaks {
	const { indent = 0, maxStretchEm = defaultStretchEm } = settings;
	if (text === '') return { options: [{ lines: 0, cost: 0 }], best: 0, lines: () => [] };
	for (const stretchEm of [maxStretchEm, looseStretchEm, Number.POSITIVE_INFINITY]) {
		const paragraph = toParagraph(text, { measure, indent, maxStretchEm: stretchEm, desperate: false });
		const steps = search(paragraph);
		if (steps.at(-1)!.size > 0) return toBreaks(paragraph, steps);
	}
	const last = toParagraph(text, { measure, indent, maxStretchEm: Number.POSITIVE_INFINITY, desperate: true });
	return toBreaks(last, search(last));
}

type Setting = Pick<Paragraph, 'measure' | 'indent' | 'maxStretchEm' | 'desperate'>;

function toParagraph(text: string, setting: Setting): Paragraph {
	const clusters = clusterize(text, setting.desperate);
	const width = [0];
	const soft = [0];
	clusters.forEach((cluster, i) => {
		width.push(width[i]! + cluster.width);
		soft.push(soft[i]! + (isSqueezable(cluster) ? 1 : 0));
	});
	return { text, clusters, width, soft, ...setting };
}

function isSqueezable(cluster: Cluster | undefined): boolean {
	return cluster?.soft === true && !cluster.half;
}

/** For each break point the cheapest step that reaches it, by number of lines. */
function search(paragraph: Paragraph): Map<number, Step>[] {
	const count = paragraph.clusters.length;
	const steps = Array.from({ length: count + 1 }, () => new Map<number, Step>());
	steps[0]!.set(0, { cost: 0, from: 0, fit: { cost: 0, squeeze: 0, ragged: true } });
	for (let i = 0; i < count; i++) {
		if (steps[i]!.size === 0) continue;
		for (let j = i + 1; j <= count; j++) {
			if (minimalWidth(paragraph, i, j) > available(paragraph, i) && j > i + 1) break;
			const breakCost = j === count ? 0 : costOfBreak(paragraph, j);
			if (breakCost === undefined) continue;
			const fit = fitLine(paragraph, i, j);
			if (!fit) continue;
			for (const [lines, step] of steps[i]!) {
				const total = step.cost + fit.cost + breakCost;
				const known = steps[j]!.get(lines + 1);
				if (!known || total < known.cost) steps[j]!.set(lines + 1, { cost: total, from: i, fit });
			}
		}
	}
	return steps;
}

/** Cost of ending a line before cluster `j`; undefined: forbidden. */
function costOfBreak(paragraph: Paragraph, j: number): number | undefined {
	const after = paragraph.clusters[j]!;
	if (!mayBreak(paragraph.clusters[j - 1]!, after)) return paragraph.desperate ? cost.prohibited : undefined;
	return after.kind === 'dash' ? cost.dashFirst : 0;
}

function available(paragraph: Paragraph, i: number): number {
	return paragraph.measure - (i === 0 ? paragraph.indent : 0);
}

/** Where the ink of a line ends: a space at its end has no width. */
function inkEnd(paragraph: Paragraph, i: number, j: number): number {
	let end = j;
	while (end > i + 1 && paragraph.clusters[end - 1]!.kind === 'space') end--;
	return end;
}

/** Half-ems that the edges of a line can give: its opening mark's left half, its closing mark's right half. */
function edges(paragraph: Paragraph, i: number, end: number): { start: number; end: number } {
	const first = paragraph.clusters[i]!;
	const last = paragraph.clusters[end - 1]!;
	return {
		start: first.kind === 'open' && !first.half && end - 1 > i ? 1 : 0,
		end: last.kind === 'close' && !last.half ? 1 : 0,
	};
}

/** Soft marks inside the line, its edges left out. */
function innerSoft(paragraph: Paragraph, i: number, end: number): number {
	return end - 2 > i ? paragraph.soft[end - 1]! - paragraph.soft[i + 1]! : 0;
}

function minimalWidth(paragraph: Paragraph, i: number, j: number): number {
	const end = inkEnd(paragraph, i, j);
	const edge = edges(paragraph, i, end);
	return paragraph.width[end]! - paragraph.width[i]! - edge.start - edge.end - innerSoft(paragraph, i, end);
}

/** How the line from cluster `i` to before `j` meets its measure; undefined when it cannot. */
function fitLine(paragraph: Paragraph, i: number, j: number): Fit | undefined {
	const end = inkEnd(paragraph, i, j);
	const over = paragraph.width[end]! - paragraph.width[i]! - available(paragraph, i);
	const edge = edges(paragraph, i, end);
	const give = edge.start + edge.end + innerSoft(paragraph, i, end);
	if (over > give && !(paragraph.desperate && j === i + 1)) return undefined;
	if (over > 0) {
		if (over === 1 && edge.end === 1)
			return { cost: cost.lineEndMark, squeeze: 1, ragged: j === paragraph.clusters.length };
		const share = over / Math.max(1, give);
		return {
			cost: cost.squeeze + cost.squeezeShare * share * share,
			squeeze: over,
			ragged: j === paragraph.clusters.length,
		};
	}
	if (j === paragraph.clusters.length) {
		const lonely = i > 0 && paragraph.width[end]! - paragraph.width[i]! <= 4;
		return { cost: lonely ? cost.lonelyCharacter : 0, squeeze: 0, ragged: true };
	}
	if (over === 0) return { cost: 0, squeeze: 0, ragged: false };
	const gaps = end - i - 1;
	if (gaps === 0) return paragraph.desperate ? { cost: cost.prohibited, squeeze: 0, ragged: true } : undefined;
	const stretchEm = -over / 2 / gaps;
	if (stretchEm > paragraph.maxStretchEm) return undefined;
	const share = stretchEm / cost.stretchUnit;
	return { cost: cost.stretch + cost.stretchShare * share * share, squeeze: over, ragged: false };
}

function toBreaks(paragraph: Paragraph, steps: Map<number, Step>[]): Breaks {
	const ends = steps.at(-1)!;
	const all = [...ends].map(([lines, step]) => ({ lines, cost: step.cost })).sort((a, b) => a.lines - b.lines);
	const best = all.reduce((a, b) => (b.cost < a.cost ? b : a)).lines;
	const options = all.filter((o) => o.lines >= best - reach.fewer && o.lines <= best + reach.more);
	return {
		options,
		best,
		lines(count = best) {
			const lines: BrokenLine[] = [];
			let j = paragraph.clusters.length;
			for (let left = ends.has(count) ? count : best; left > 0; left--) {
				const step = steps[j]!.get(left)!;
				lines.unshift(toLine(paragraph, step, j));
				j = step.from;
			}
			return lines;
		},
	};
}

function toLine(paragraph: Paragraph, step: Step, j: number): BrokenLine {
	const { clusters, text } = paragraph;
	const i = step.from;
	const { squeeze, ragged } = step.fit;
	const end = inkEnd(paragraph, i, j);
	return {
		from: clusters[i]!.at,
		to: clusters[j]?.at ?? text.length,
		half: halfMarks(paragraph, i, end, Math.max(0, squeeze)),
		indent: i === 0 ? paragraph.indent : 0,
		fit: ragged ? 'last' : squeeze > 0 ? 'squeeze' : squeeze < 0 ? 'stretch' : 'exact',
		stretchEm: ragged || squeeze >= 0 ? 0 : -squeeze / 2 / (end - i - 1),
	};
}

/**
 * Offsets of the half-width marks of a line: those next to another mark, and as many more as the
 * line has to be squeezed by, in the order of CLREQ: line end, line start, brackets and quotation
 * marks, then 、，；：
 */
function halfMarks(paragraph: Paragraph, i: number, end: number, squeeze: number): number[] {
	const line = paragraph.clusters.slice(i, end);
	const edge = edges(paragraph, i, end);
	const inner = line.slice(1, -1).filter(isSqueezable);
	const isPoint = (cluster: Cluster) => '、，；：'.includes(paragraph.text[cluster.at]!);
	const order = [
		...(edge.end ? [line.at(-1)!] : []),
		...(edge.start ? [line[0]!] : []),
		...inner.filter((cluster) => !isPoint(cluster)),
		...inner.filter(isPoint),
	];
	const squeezed = order.slice(0, squeeze);
	return line.filter((cluster) => cluster.half || squeezed.includes(cluster)).map((cluster) => cluster.at);
}
