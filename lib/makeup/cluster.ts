/**
 * What a line is made of: the clusters that never break inside, with their widths in ½ em. Width
 * rules are those of a Chinese newspaper's half-em grid: Han and full-width marks 2, the dash —— and
 * the ellipsis …… 4, the middle dot 1, digits and Latin letters 1 each, a space 1.
 */
export interface Cluster {
	/** UTF-16 offset and length in the text. */
	at: number;
	length: number;
	/** ½ em; of a mark that stands next to another mark, already 1. */
	width: number;
	kind: 'han' | 'close' | 'open' | 'dash' | 'dot' | 'latin' | 'space';
	/** Set half as wide because of its neighbour: two marks together take 1½ em. */
	half: boolean;
	/** May not begin a line. */
	noStart: boolean;
	/** A line may make it half as wide: brackets, quotation marks and 、，；： but not 。？！ */
	soft: boolean;
}

const closing = '，。、；：？！）》〉」』】〗〕”’］｝';
const opening = '（《〈「『【〖〔“‘［｛';
const firm = '。？！';
/** Not at the start of a line besides closing marks: connectors, the middle dot, 分隔号, units after a number. */
const neverFirst = '·～–—－/／％‰℃°′″';
const latin = /^[!-~À-ÖØ-öø-ɏ]/;
const clusterPattern = /——|……|[!-~À-ÖØ-öø-ɏ]+[‰℃°]*|[\s\S](?:\p{M}|\p{Cf})*/gu;

/**
 * Cuts a normalised text into clusters. The clusters' texts, joined, are the text. With `split`
 * Latin runs are cut into single characters: the last resort for a measure that they do not fit.
 */
export function clusterize(text: string, split = false): Cluster[] {
	const clusters: Cluster[] = [];
	for (const match of text.matchAll(clusterPattern)) {
		const [run] = match;
		const parts = split && latin.test(run) ? [...run] : [run];
		let at = match.index;
		for (const part of parts) {
			clusters.push(clusterOf(part, at));
			at += part.length;
		}
	}
	halveAdjacentMarks(clusters);
	return clusters;
}

function clusterOf(text: string, at: number): Cluster {
	const base = { at, length: text.length, half: false, noStart: neverFirst.includes(text), soft: false };
	if (text === '——' || text === '……') return { ...base, kind: 'dash', width: 4, noStart: false };
	if (text === '·') return { ...base, kind: 'dot', width: 1 };
	if (text === ' ') return { ...base, kind: 'space', width: 1 };
	if (latin.test(text)) return { ...base, kind: 'latin', width: latinWidth(text) };
	if (closing.includes(text)) return { ...base, kind: 'close', width: 2, noStart: true, soft: !firm.includes(text) };
	if (opening.includes(text)) return { ...base, kind: 'open', width: 2, soft: true };
	return { ...base, kind: 'han', width: 2 };
}

function latinWidth(text: string): number {
	return [...text].reduce((width, character) => width + (latin.test(character) ? 1 : 2), 0);
}

/** Closing before any mark loses its empty right half; opening after opening its empty left half. */
function halveAdjacentMarks(clusters: Cluster[]): void {
	clusters.forEach((cluster, i) => {
		const before = clusters[i - 1];
		if (!before) return;
		if (before.kind === 'close' && (cluster.kind === 'close' || cluster.kind === 'open')) halve(before);
		else if (before.kind === 'open' && cluster.kind === 'open') halve(cluster);
	});
}

function halve(cluster: Cluster): void {
	cluster.width = 1;
	cluster.half = true;
}

/** Whether a line may end after `a` and the next begin with `b`. */
export function mayBreak(a: Cluster, b: Cluster): boolean {
	if (a.kind === 'open' || b.noStart || b.kind === 'space') return false;
	return !(a.kind === 'dash' && b.kind === 'dash');
}
