import { isRunning, isText, keyOf, type Node, wordsIn } from './tree';
import { cutWords, isMarkOnly } from './words';

/**
 * Which block was which. Blocks of two versions are laid side by side so that the words they share, all together, are
 * as many as possible without crossing: the classic alignment of sentences in two languages (Gale & Church 1993), with
 * shared words for a measure. Pairs that share too little are none. Paragraphs that were parted or joined are found
 * beside the pairs; what was carried elsewhere is found last, among what is left over.
 */

/**
 * A place of the alignment, in order. `pair`: these blocks became those; several on a side only where running text was
 * parted or joined. `gone` and `come`: no counterpart. `left` and `moved`, with one number: it went from there to here.
 */
export type Place =
	| { kind: 'pair'; before: Node[]; after: Node[] }
	| { kind: 'gone'; before: Node }
	| { kind: 'come'; after: Node }
	| { kind: 'left'; before: Node; move: number }
	| { kind: 'moved'; before: Node; after: Node; move: number };

/** Two blocks are versions of one when they share this part of their words; half and half shares 0.5. */
const alike = 0.4;
/** What was carried elsewhere is only recognised where this much of it stayed as it was, and it is no mere phrase. */
const alikeMoved = 0.75;
const leastMoved = 8;
/** A neighbour of which this part stood in the other's paragraph was parted from it, or joined to it. */
const parted = 0.6;

/** Lays two lists of blocks side by side. Guaranteed: each block stands at exactly one place, in its list's order. */
export function alignBlocks(before: readonly Node[], after: readonly Node[]): Place[] {
	const [a, b] = [before.map(measure), after.map(measure)];
	const pairs = pairUp(a, b);
	pairInGaps(a, b, pairs);
	const groups = joinParted(a, b, pairs);
	return toPlaces(a, b, groups);
}

/** Words with how often they come, and the weight of all; marks are none, for every sentence has them. */
interface Counted {
	words: Map<string, number>;
	weight: number;
}

/** A block with what is asked of it again and again. Most blocks are equal on both sides: their words are not counted. */
interface Measured extends Counted {
	node: Node;
	key: string;
}

const measured = new WeakMap<Node, Measured>();

function measure(node: Node): Measured {
	const known = measured.get(node);
	if (known) return known;
	let counted: Counted | undefined;
	const counts = () => {
		counted ??= count(wordsIn(node));
		return counted;
	};
	const fresh: Measured = {
		node,
		key: keyOf(node),
		get words() {
			return counts().words;
		},
		get weight() {
			return counts().weight;
		},
	};
	measured.set(node, fresh);
	return fresh;
}

function count(text: string): Counted {
	const words = new Map<string, number>();
	let weight = 0;
	for (const word of cutWords(text)) {
		if (isMarkOnly(word)) continue;
		words.set(word, (words.get(word) ?? 0) + 1);
		weight += weightOf(word);
	}
	return { words, weight };
}

/** 的, 了, 在 are in every paragraph: they say little about which one it is. */
function weightOf(word: string): number {
	return word.length === 1 ? 0.5 : word.length;
}

/** The weight of the words that two blocks share. */
function shared(a: Measured, b: Measured): number {
	const [few, many] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words];
	let sum = 0;
	for (const [word, count] of few) sum += Math.min(count, many.get(word) ?? 0) * weightOf(word);
	return sum;
}

const families: readonly (readonly string[])[] = [
	['bulletList', 'orderedList'],
	['tableCell', 'tableHeader'],
];

/** Whether one can have become the other: of one type, or both running text, or both lists. */
function areKin(a: Node, b: Node): boolean {
	if (a.type === b.type || (isRunning(a) && isRunning(b))) return true;
	return families.some((family) => family.includes(a.type) && family.includes(b.type));
}

/** What a pair is worth; 0 where it is none. Equal blocks count most, a picture by its file. */
function worthOf(a: Measured, b: Measured): number {
	if (a.key === b.key) return a.weight + 2;
	if (!areKin(a.node, b.node)) return 0;
	if (a.node.attrs?.media !== undefined && a.node.attrs.media === b.node.attrs?.media) return a.weight + 1;
	// An empty line into which somebody wrote is that line, where nothing has a better claim.
	if (Math.min(a.weight, b.weight) === 0 && isText(a.node) && isText(b.node))
		return a.weight + b.weight === 0 ? 0.5 : 0.1;
	const common = shared(a, b);
	return 2 * common >= alike * (a.weight + b.weight) && common > 0 ? common : 0;
}

type Pairs = Map<number, number>;

/** The pairs that share most without crossing. Equal blocks at both ends are paired without asking. */
function pairUp(a: readonly Measured[], b: readonly Measured[]): Pairs {
	const pairs: Pairs = new Map();
	const most = Math.min(a.length, b.length);
	let head = 0;
	while (head < most && a[head]?.key === b[head]?.key) pairs.set(head, head++);
	let tail = 0;
	while (tail < most - head && a.at(-1 - tail)?.key === b.at(-1 - tail)?.key) {
		tail++;
		pairs.set(a.length - tail, b.length - tail);
	}
	const [innerA, innerB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
	for (const [i, j] of bestChain(innerA, innerB)) pairs.set(head + i, head + j);
	return pairs;
}

/** Dynamic programme over both lists: at most 600 × 600 cells. */
function bestChain(a: readonly Measured[], b: readonly Measured[]): [number, number][] {
	if (a.length === 0 || b.length === 0) return [];
	const worth = worthOfPairs(a, b);
	const width = b.length + 1;
	const best = new Float64Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			const pair = worth[i * b.length + j] as number;
			const skip = Math.max(best[(i + 1) * width + j] as number, best[i * width + j + 1] as number);
			best[i * width + j] = Math.max(skip, pair > 0 ? pair + (best[(i + 1) * width + j + 1] as number) : 0);
		}
	}
	const chain: [number, number][] = [];
	for (let i = 0, j = 0; i < a.length && j < b.length; ) {
		const here = best[i * width + j] as number;
		const pair = worth[i * b.length + j] as number;
		if (pair > 0 && here === pair + (best[(i + 1) * width + j + 1] as number)) chain.push([i++, j++]);
		else if (here === best[(i + 1) * width + j]) i++;
		else j++;
	}
	return chain;
}

/** Up to this many pairs all are weighed; beyond, those that share a word which few blocks have. */
const maxWeighed = 4000;
const rare = 4;

function worthOfPairs(a: readonly Measured[], b: readonly Measured[]): Float64Array {
	const worth = new Float64Array(a.length * b.length);
	const weigh = (i: number, j: number) => {
		worth[i * b.length + j] = worthOf(a[i] as Measured, b[j] as Measured);
	};
	if (a.length * b.length <= maxWeighed) {
		for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) weigh(i, j);
		return worth;
	}
	const index = new Map<string, number[]>();
	for (const [j, { words, key }] of b.entries()) {
		for (const word of [key, ...words.keys()]) index.set(word, [...(index.get(word) ?? []), j]);
	}
	for (const [i, { words, key }] of a.entries()) {
		const candidates = new Set(index.get(key));
		for (const word of words.keys()) {
			const holders = index.get(word) ?? [];
			if (holders.length <= rare) for (const j of holders) candidates.add(j);
		}
		for (const j of candidates) weigh(i, j);
	}
	return worth;
}

/** What is changed as a whole is replaced where it stood: a subhead reworded, a picture or a cell exchanged. */
const replaceable = ['subhead', 'figure', 'gallery', 'factBox', 'factTitle', 'embed', 'table', 'tableRow', 'listItem'];

/** Pairs in order what pairs on both sides left over, where as many of one type were there as are now. */
function pairInGaps(a: readonly Measured[], b: readonly Measured[], pairs: Pairs): void {
	for (const { from, to } of gaps(a.length, b.length, pairs)) {
		for (const type of replaceable) {
			const olds = from.filter((i) => a[i]?.node.type === type);
			const news = to.filter((j) => b[j]?.node.type === type);
			if (olds.length !== news.length) continue;
			const ends = [...pairs].filter(([i]) => from.includes(i));
			const isFree = (i: number, j: number) => ends.every(([x, y]) => x < i === y < j);
			for (const [index, i] of olds.entries()) {
				const j = news[index] as number;
				if (!isFree(i, j)) continue;
				pairs.set(i, j);
				ends.push([i, j]);
			}
		}
	}
}

/** The unpaired stretches between pairs, as indices of both lists. */
function gaps(lengthOfA: number, lengthOfB: number, pairs: Pairs): { from: number[]; to: number[] }[] {
	const found: { from: number[]; to: number[] }[] = [];
	let [i, j] = [0, 0];
	const bounds = [...pairs].sort(([x], [y]) => x - y);
	for (const [endOfA, endOfB] of [...bounds, [lengthOfA, lengthOfB] as const]) {
		if (endOfA > i && endOfB > j) found.push({ from: range(i, endOfA), to: range(j, endOfB) });
		[i, j] = [endOfA + 1, endOfB + 1];
	}
	return found;
}

function range(from: number, to: number): number[] {
	return Array.from({ length: to - from }, (_, index) => from + index);
}

/** A pair with the neighbours that were parted from it or joined to it; ends are exclusive. */
interface Group {
	a: [number, number];
	b: [number, number];
}

/**
 * Widens pairs of running text over unpaired neighbours whose words stood in the other's text: a paragraph that was
 * parted reads as one with a new break in it, not as one cut short and one written anew.
 */
function joinParted(a: readonly Measured[], b: readonly Measured[], pairs: Pairs): Group[] {
	const groups: Group[] = [...pairs].sort(([x], [y]) => x - y).map(([i, j]) => ({ a: [i, i + 1], b: [j, j + 1] }));
	for (const [index, group] of groups.entries()) {
		const [i, j] = [group.a[0], group.b[0]];
		if (!isRunning((a[i] as Measured).node) || a[i]?.key === b[j]?.key) continue;
		const last = groups[index - 1];
		const next = groups[index + 1];
		widen(a, group.a, wordsOf(b, group.b), [last?.a[1] ?? 0, next?.a[0] ?? a.length]);
		if (group.a[1] - group.a[0] === 1) {
			widen(b, group.b, wordsOf(a, group.a), [last?.b[1] ?? 0, next?.b[0] ?? b.length]);
		}
	}
	return groups;
}

function wordsOf(list: readonly Measured[], [from, to]: [number, number]): Map<string, number> {
	const words = new Map<string, number>();
	for (const one of list.slice(from, to)) {
		for (const [word, count] of one.words) words.set(word, (words.get(word) ?? 0) + count);
	}
	return words;
}

/** Takes neighbours into `span`, within `limits`, as long as most of their words are still free in the other's text. */
function widen(list: readonly Measured[], span: [number, number], pool: Map<string, number>, limits: [number, number]) {
	take(pool, list[span[0]] as Measured);
	const isPart = (one: Measured | undefined) =>
		one !== undefined && isRunning(one.node) && one.weight > 0 && inPool(pool, one) >= parted * one.weight;
	while (span[1] < limits[1] && isPart(list[span[1]])) take(pool, list[span[1]++] as Measured);
	while (span[0] > limits[0] && isPart(list[span[0] - 1])) take(pool, list[--span[0]] as Measured);
}

function inPool(pool: Map<string, number>, { words }: Measured): number {
	let sum = 0;
	for (const [word, count] of words) sum += Math.min(count, pool.get(word) ?? 0) * weightOf(word);
	return sum;
}

function take(pool: Map<string, number>, { words }: Measured): void {
	for (const [word, count] of words) pool.set(word, Math.max(0, (pool.get(word) ?? 0) - count));
}

/** Everything in order: what is gone before what came, moves told from both. */
function toPlaces(a: readonly Measured[], b: readonly Measured[], groups: readonly Group[]): Place[] {
	const places: Place[] = [];
	const moves = findMoves(a, b, groups);
	let [i, j] = [0, 0];
	for (const group of [...groups, { a: [a.length, a.length], b: [b.length, b.length] } as Group]) {
		for (; i < group.a[0]; i++) {
			const before = (a[i] as Measured).node;
			const move = moves.from.get(i);
			places.push(move === undefined ? { kind: 'gone', before } : { kind: 'left', before, move });
		}
		for (; j < group.b[0]; j++) {
			const after = (b[j] as Measured).node;
			const move = moves.to.get(j);
			places.push(move ? { kind: 'moved', after, ...move } : { kind: 'come', after });
		}
		if (i === a.length && j === b.length) break;
		const nodes = (list: readonly Measured[], [from, to]: [number, number]) =>
			list.slice(from, to).map(({ node }) => node);
		places.push({ kind: 'pair', before: nodes(a, group.a), after: nodes(b, group.b) });
		[i, j] = [group.a[1], group.b[1]];
	}
	return places;
}

interface Moves {
	from: Map<number, number>;
	to: Map<number, { before: Node; move: number }>;
}

/** What is gone here and came there nearly as it was; the most alike first. */
function findMoves(a: readonly Measured[], b: readonly Measured[], groups: readonly Group[]): Moves {
	const isOutside = (side: 'a' | 'b') => (index: number) =>
		groups.every((group) => index < group[side][0] || index >= group[side][1]);
	const gone = range(0, a.length).filter(isOutside('a'));
	const come = range(0, b.length).filter(isOutside('b'));
	const moves: Moves = { from: new Map(), to: new Map() };
	if (gone.length * come.length > maxWeighed) return moves;
	const found = gone.flatMap((i) =>
		come.map((j) => ({ i, j, likeness: likenessOf(a[i] as Measured, b[j] as Measured) })),
	);
	for (const { i, j } of found
		.filter(({ likeness }) => likeness >= alikeMoved)
		.sort((x, y) => y.likeness - x.likeness)) {
		if (moves.from.has(i) || moves.to.has(j)) continue;
		const move = moves.from.size + 1;
		moves.from.set(i, move);
		moves.to.set(j, { before: (a[i] as Measured).node, move });
	}
	return moves;
}

function likenessOf(a: Measured, b: Measured): number {
	if (!areKin(a.node, b.node)) return 0;
	if (a.node.attrs?.media !== undefined && a.node.attrs.media === b.node.attrs?.media) return 1;
	if (Math.min(a.weight, b.weight) < leastMoved) return 0;
	return (2 * shared(a, b)) / (a.weight + b.weight);
}
