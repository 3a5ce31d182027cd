/**
 * What a line is made of: the clusters that never break inside, with their widths in ½ em. Width
 * rules are those of a Chinese newspaper's half-em grid: Han and full-width marks 2, the dash —— and
 * the ellipsis …… 4, the middle dot 1, digits and Latin letters 1 each, a space 1. What may stand
 * at a line's edges follows CLREQ at its level GB, and GB/T 15834-2011 §5.
 */
export interface Cluster {
	/** UTF-16 offset and length in the text. */
	at: number;
	length: number;
	/** ½ em; of a mark that stands next to another mark, already 1. */
	width: number;
	kind: 'han' | 'close' | 'open' | 'dash' | 'dot' | 'latin' | 'space';
	/** Set half as wide because of its neighbour: two marks together take 1½ em, ？！ 1 em. */
	half: boolean;
	/** May not begin a line. */
	noStart: boolean;
	/** May not end a line. */
	noEnd: boolean;
	/** A line may make it half as wide: brackets, quotation marks and 、，；： but not 。？！ */
	soft: boolean;
}

const closing = '，。、；：？！）》〉」』】〗〕”’］｝';
const opening = '（《〈「『【〖〔“‘［｛';
const firm = '。？！';
const doubled = '？！';
/** Not at the start of a line besides closing marks: connectors, the middle dot, 分隔号, units after a number. */
const neverFirst = '·～–—－/／％‰℃°′″';
/** 分隔号: at neither edge of a line. */
const neverLast = '/／';
/** A Latin run that begins or ends so leans on the word before or after it; a straight quotation mark, whose side is unknown, on both. */
const leansBack = /^(?:[,.;:?!)\]}%/'"]|[-~]$)/;
const leansOn = /[([{/'"]$/;
const latin = /^[!-~À-ÖØ-öø-ɏ０-９Ａ-Ｚａ-ｚ]/;
const clusterPattern =
	/——|……|[!-~À-ÖØ-öø-ɏ０-９Ａ-Ｚａ-ｚ]+[％‰℃°′″]*|[\s\S](?:\p{M}|\p{Cf}|\p{EMod}|(?<=\u200d)\p{Extended_Pictographic})*/gu;

/**
 * Cuts a normalised text into clusters. The clusters' texts, joined, are the text. Latin runs wider
 * than `widest` ½ em are cut into single characters: the last resort for a measure that they do not fit.
 */
export function clusterize(text: string, widest = Number.POSITIVE_INFINITY): Cluster[] {
	const clusters: Cluster[] = [];
	for (const match of text.matchAll(clusterPattern)) {
		const [run] = match;
		let at = match.index;
		for (const part of latinWidth(run) > widest ? run : [run]) {
			clusters.push(clusterOf(part, at));
			at += part.length;
		}
	}
	halveAdjacentMarks(text, clusters);
	return clusters;
}

function clusterOf(text: string, at: number): Cluster {
	const base = { at, length: text.length, half: false, noStart: false, noEnd: false, soft: false };
	if (text === '——' || text === '……') return { ...base, kind: 'dash', width: 4 };
	if (text === '·') return { ...base, kind: 'dot', width: 1, noStart: true };
	if (text === ' ') return { ...base, kind: 'space', width: 1, noStart: true };
	if (latin.test(text)) {
		const edges = { noStart: leansBack.test(text), noEnd: leansOn.test(text) };
		return { ...base, ...edges, kind: 'latin', width: latinWidth(text) };
	}
	if (closing.includes(text)) return { ...base, kind: 'close', width: 2, noStart: true, soft: !firm.includes(text) };
	if (opening.includes(text)) return { ...base, kind: 'open', width: 2, noEnd: true, soft: true };
	return { ...base, kind: 'han', width: 2, noStart: neverFirst.includes(text), noEnd: neverLast.includes(text) };
}

/** Of a Latin run, in ½ em; 0 for any other cluster. Full-width digits and the units after a number are 2. */
function latinWidth(text: string): number {
	if (!latin.test(text)) return 0;
	let width = 0;
	for (let i = 0; i < text.length; i++) width += /[!-~À-ɏ]/.test(text[i]!) ? 1 : 2;
	return width;
}

/**
 * Closing before any mark loses its empty right half; opening after opening its empty left half. Of
 * ？ and ！ together every two take 1 em (GB/T 15834 §5.1.6): ？！ 1 em, ！！！ 2 em.
 */
function halveAdjacentMarks(text: string, clusters: Cluster[]): void {
	let pairs = 0;
	clusters.forEach((cluster, i) => {
		const before = clusters[i - 1];
		if (!before) return;
		const isPair = isDoubled(text, before) && isDoubled(text, cluster);
		pairs = isPair ? pairs + 1 : 0;
		if (before.kind === 'close' && (cluster.kind === 'close' || cluster.kind === 'open')) {
			// The third of ！！！ begins the next pair and keeps its width for now.
			halve(before);
			if (pairs % 2 === 1) halve(cluster);
		} else if (before.kind === 'open' && cluster.kind === 'open') halve(cluster);
	});
}

function isDoubled(text: string, cluster: Cluster): boolean {
	return doubled.includes(text[cluster.at]!);
}

function halve(cluster: Cluster): void {
	cluster.width = 1;
	cluster.half = true;
}

/** What ending a line before a cluster means. */
export const breakKind = { never: 0, free: 1, dashFirst: 2 } as const;

/**
 * The clusters of one text in flat tables, made once and broken to any number of measures. Tables
 * with an entry more than there are clusters speak of the places between them.
 */
export interface Clusters {
	text: string;
	count: number;
	/** Offset of each cluster, then of the text's end. */
	at: Int32Array;
	/** ½ em before each place. */
	before: Int32Array;
	/** Marks before each place that a line can make half as wide: brackets and quotation marks; 、，；： */
	brackets: Int32Array;
	points: Int32Array;
	/** The place where the ink of a line ends that is ended here: spaces at its end hang. */
	inkEnd: Int32Array;
	/** `breakKind` of each place. */
	breaks: Uint8Array;
	/** ½ em that a cluster gives at a line's start (its left half) and end (its right half). */
	givesFirst: Uint8Array;
	givesLast: Uint8Array;
	/** 1 for marks that are half as wide wherever they stand. */
	half: Uint8Array;
	/** 1 for marks of `brackets`, 2 for marks of `points`. */
	soft: Uint8Array;
	/** Widest Latin run that stayed whole, in ½ em. */
	widest: number;
}

/** The clusters of a normalised text in tables; Latin runs wider than `widest` ½ em are cut. */
export function toClusters(text: string, widest = Number.POSITIVE_INFINITY): Clusters {
	const list = clusterize(text, widest);
	const count = list.length;
	const places = () => new Int32Array(count + 1);
	const flags = () => new Uint8Array(count + 1);
	const table: Clusters = {
		text,
		count,
		at: places(),
		before: places(),
		brackets: places(),
		points: places(),
		inkEnd: places(),
		breaks: flags(),
		givesFirst: flags(),
		givesLast: flags(),
		half: flags(),
		soft: flags(),
		widest: 0,
	};
	for (let i = 0; i < count; i++) enter(table, list, i);
	table.at[count] = text.length;
	return table;
}

function enter(table: Clusters, list: Cluster[], i: number): void {
	const cluster = list[i]!;
	const isFull = !cluster.half;
	const soft = !cluster.soft || cluster.half ? 0 : '、，；：'.includes(table.text[cluster.at]!) ? 2 : 1;
	table.at[i] = cluster.at;
	table.before[i + 1] = table.before[i]! + cluster.width;
	table.brackets[i + 1] = table.brackets[i]! + (soft === 1 ? 1 : 0);
	table.points[i + 1] = table.points[i]! + (soft === 2 ? 1 : 0);
	table.inkEnd[i + 1] = cluster.kind === 'space' ? table.inkEnd[i]! : i + 1;
	table.breaks[i] = i === 0 ? breakKind.never : kindOfBreak(list[i - 1]!, cluster);
	table.givesFirst[i] = cluster.kind === 'open' && isFull ? 1 : 0;
	table.givesLast[i] = cluster.kind === 'close' && isFull ? 1 : 0;
	table.half[i] = cluster.half ? 1 : 0;
	table.soft[i] = soft;
	if (cluster.kind === 'latin') table.widest = Math.max(table.widest, cluster.width);
}

function kindOfBreak(a: Cluster, b: Cluster): number {
	// After a space a Latin run stands by itself, whatever it begins with.
	if (a.kind === 'space' && b.kind === 'latin') return breakKind.free;
	if (a.noEnd || b.noStart || (a.kind === 'dash' && b.kind === 'dash')) return breakKind.never;
	return b.kind === 'dash' ? breakKind.dashFirst : breakKind.free;
}
