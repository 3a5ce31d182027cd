import type { ArticleContent } from '../schema';
import { alignBlocks, type Place } from './align';
import { compareFlows, flowSide, type Run, toFlow, wholeFlow } from './flow';
import { compareTexts, type TextRun } from './text-difference';
import { canonical, fromTree, type Head, headOf, isText, keyOf, type Node, proseIn, proseNames, toTree } from './tree';

/**
 * The difference of two contents of an article, as a 花脸稿 shows it: what stayed, what was struck, what was written
 * in, block by block and word by word. It holds both contents whole: `sideOf` gives either back. Who did it is added by
 * blame.ts as `by`.
 */
export type NodeDifference =
	/** Untouched. */
	| { kind: 'same'; node: Node }
	| TextDifference
	| BlockDifference
	/** Here stood a block that was carried elsewhere, to where the same `move` is. */
	| { kind: 'left'; move: number; node: Node; by?: number };

/** Running text: one block, or several that were parted or joined, with breaks among the runs. */
export interface TextDifference {
	kind: 'text';
	/** The first block on each side, without its words; one is missing where the block came or went. */
	before?: Head;
	after?: Head;
	runs: Run[];
	/** Set where it stands elsewhere than it did. */
	move?: number;
	by?: number;
}

/** Any other block: a picture, a table and its cells, a list, the head of the article. */
export interface BlockDifference {
	kind: 'block';
	before?: Head;
	after?: Head;
	/** Attributes that are prose, by words: captions, headlines, names. */
	prose: Record<string, ProseRun[]>;
	/** Other attributes that differ. */
	changed: { name: string; by?: number }[];
	children: NodeDifference[];
	move?: number;
	by?: number;
}

export type ProseRun = TextRun & { by?: number };

/**
 * The difference of two contents. Guaranteed: `sideOf(…, 'before')` and `sideOf(…, 'after')` equal the two contents,
 * neighbouring texts that are set alike taken for one text, as every editor writes them.
 */
export function compareContents(before: ArticleContent, after: ArticleContent): NodeDifference {
	return compareNodes(toTree(before), toTree(after));
}

/** One of the two contents that a difference was made of. */
export function sideOf(difference: NodeDifference, side: 'before' | 'after'): ArticleContent {
	const [root] = nodesOf(difference, side, new Map());
	if (!root) throw new Error('A difference of contents has both sides');
	return fromTree(root);
}

/** Whether nothing differs. */
export function isUnchanged(difference: NodeDifference): boolean {
	return difference.kind === 'same';
}

/** The difference of two nodes that are versions of one. */
export function compareNodes(before: Node, after: Node): NodeDifference {
	if (keyOf(before) === keyOf(after)) return { kind: 'same', node: after };
	if (isText(before) || isText(after)) return compareRunning([before], [after]);
	const names = proseNames(after.type);
	return {
		kind: 'block',
		before: headOf(before),
		after: headOf(after),
		prose: Object.fromEntries(names.map((name) => [name, compareTexts(proseIn(before, name), proseIn(after, name))])),
		changed: changedAttributes(before, after).map((name) => ({ name })),
		children: compareChildren(before, after),
	};
}

function compareRunning(before: Node[], after: Node[]): TextDifference {
	const [from, to] = [toFlow(before), toFlow(after)];
	return {
		kind: 'text',
		...(from.head && { before: from.head }),
		...(to.head && { after: to.head }),
		runs: compareFlows(from, to),
	};
}

/** Attributes that differ and are not prose, and `type` where that differs. */
export function changedAttributes(before: Head, after: Head): string[] {
	const names = new Set([...Object.keys(before.attrs ?? {}), ...Object.keys(after.attrs ?? {})]);
	for (const name of proseNames(after.type)) names.delete(name);
	const changed = [...names].filter((name) => canonical(before.attrs?.[name]) !== canonical(after.attrs?.[name]));
	return before.type === after.type ? changed : ['type', ...changed];
}

function compareChildren(before: Node, after: Node): NodeDifference[] {
	return placesOf(before, after).map(toDifference);
}

/** What holds one paragraph as a rule: that one was reworded, however little is left of its words. */
const holders = ['tableCell', 'tableHeader', 'listItem'];

/** Parts of an article are paired by what they are, cells of a row by where they stand, all else by what it says. */
function placesOf(before: Node, after: Node): Place[] {
	const [a, b] = [before.content ?? [], after.content ?? []];
	const isFixed =
		after.type === 'article' ||
		(after.type === 'tableRow' && a.length === b.length) ||
		(holders.includes(after.type) && a.length === 1 && b.length === 1);
	if (!isFixed) return alignBlocks(a, b);
	return a.map((node, index) => ({ kind: 'pair', before: [node], after: [b[index] as Node] }));
}

function toDifference(place: Place): NodeDifference {
	switch (place.kind) {
		case 'pair': {
			const [before, after] = [place.before[0] as Node, place.after[0] as Node];
			const isOne = place.before.length === 1 && place.after.length === 1;
			return isOne ? compareNodes(before, after) : compareRunning(place.before, place.after);
		}
		case 'gone':
			return oneSided('deleted', place.before);
		case 'come':
			return oneSided('inserted', place.after);
		case 'left':
			return { kind: 'left', move: place.move, node: place.before };
		case 'moved':
			return { ...movedFrom(place.before, place.after), move: place.move };
	}
}

function movedFrom(before: Node, after: Node): TextDifference | BlockDifference {
	const difference = compareNodes(before, after);
	return difference.kind === 'text' || difference.kind === 'block' ? difference : opened(after);
}

/** An unchanged node as a difference in which everything stayed, for who draws all nodes alike. */
export function opened(node: Node): TextDifference | BlockDifference {
	const head = headOf(node);
	const content = [...(node.content ?? [])];
	if (isText(node)) {
		return { kind: 'text', before: head, after: head, runs: content.length > 0 ? [{ op: 'same', content }] : [] };
	}
	const prose = proseNames(node.type).map((name) => {
		const text = proseIn(node, name);
		return [name, text === '' ? [] : [{ op: 'same', text }]];
	});
	const children = content.map((child): NodeDifference => ({ kind: 'same', node: child }));
	return { kind: 'block', before: head, after: head, prose: Object.fromEntries(prose), changed: [], children };
}

/** A block that wholly came, or wholly went, with all that is in it. */
function oneSided(op: 'inserted' | 'deleted', node: Node): TextDifference | BlockDifference {
	const side = op === 'inserted' ? 'after' : 'before';
	if (isText(node)) return { kind: 'text', [side]: headOf(node), runs: wholeFlow(op, toFlow([node])) };
	const run = (name: string): ProseRun[] => {
		const text = proseIn(node, name);
		return text === '' ? [] : [{ op, text }];
	};
	return {
		kind: 'block',
		[side]: headOf(node),
		prose: Object.fromEntries(proseNames(node.type).map((name) => [name, run(name)])),
		changed: [],
		children: (node.content ?? []).map((child) => oneSided(op, child)),
	};
}

/** What stands at a place of one side. A block that was carried away stands, on the side before, where it was left. */
function nodesOf(difference: NodeDifference, side: 'before' | 'after', moved: Map<number, NodeDifference>): Node[] {
	switch (difference.kind) {
		case 'same':
			return [difference.node];
		case 'left': {
			const from = moved.get(difference.move);
			return side === 'before' && from ? standing(from, side) : [];
		}
		default:
			return side === 'before' && difference.move !== undefined ? [] : standing(difference, side);
	}
}

function standing(difference: NodeDifference, side: 'before' | 'after'): Node[] {
	if (difference.kind === 'same' || difference.kind === 'left') return [];
	const head = difference[side];
	if (!head) return [];
	if (difference.kind === 'text') return flowSide(head, difference.runs, side);
	const moved = new Map(difference.children.flatMap((child) => moveOf(child)));
	const content = difference.children.flatMap((child) => nodesOf(child, side, moved));
	return [content.length > 0 ? { ...head, content } : head];
}

function moveOf(difference: NodeDifference): [number, NodeDifference][] {
	const isMoved = difference.kind === 'text' || difference.kind === 'block';
	return isMoved && difference.move !== undefined ? [[difference.move, difference]] : [];
}
