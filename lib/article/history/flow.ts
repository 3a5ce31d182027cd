import { compareTexts, type Op } from './text-difference';
import { canonical, type Head, headOf, type Node } from './tree';

/**
 * Running text as one string, so that words are compared across the borders of paragraphs, bold print and links, with
 * what is needed to get the nodes back. A place in the text is counted in UTF-16 units; a forced break and the break
 * between two paragraphs are one unit each.
 */
export interface Flow {
	text: string;
	/** Inline nodes in order, each with where it begins. */
	parts: { at: number; node: Node }[];
	/** Where the second and each further paragraph begins: its break stands at `at`, its words behind it. */
	breaks: { at: number; head: Head }[];
	head: Head | undefined;
}

/** A stretch of text with one fate. `by`: in which of the compared contents it came or went (blame.ts). */
export type Run =
	| { op: Op; content: Node[]; by?: number }
	/** The words stayed; how they are set, or what they link to, changed. */
	| { op: 'marked'; content: Node[]; was: Node[]; by?: number }
	/** The end of a paragraph; the heads are those of the paragraph that begins. */
	| { op: Op; break: { before?: Head; after?: Head }; by?: number };

const paragraphBreak = '\u2029';
const unknownNode = '\ufffc';

/** One or several text nodes as a flow. */
export function toFlow(nodes: readonly Node[]): Flow {
	const flow: Flow = { text: '', parts: [], breaks: [], head: nodes[0] && headOf(nodes[0]) };
	for (const [index, node] of nodes.entries()) {
		if (index > 0) {
			flow.breaks.push({ at: flow.text.length, head: headOf(node) });
			flow.text += paragraphBreak;
		}
		for (const inline of node.content ?? []) {
			flow.parts.push({ at: flow.text.length, node: inline });
			flow.text += unitsOf(inline);
		}
	}
	return flow;
}

/** What a node is in the flow's text. A paragraph separator in somebody's text must not be taken for a break. */
function unitsOf({ type, text }: Node): string {
	if (text !== undefined) return text.replaceAll(paragraphBreak, '\u2028');
	return type === 'hardBreak' ? '\n' : unknownNode;
}

/** How many units an inline node takes. */
export function lengthOf(node: Node): number {
	return node.text?.length ?? 1;
}

/** The inline nodes of a stretch that holds no paragraph break. */
function slice({ parts }: Flow, from: number, to: number): Node[] {
	const nodes: Node[] = [];
	for (const { at, node } of parts) {
		const [start, end] = [Math.max(from, at), Math.min(to, at + lengthOf(node))];
		if (start >= end) continue;
		nodes.push(node.text === undefined ? node : { ...node, text: node.text.slice(start - at, end - at) });
	}
	return nodes;
}

/** Inline nodes from unit `from` to unit `to`. */
export function sliceInline(content: readonly Node[], from: number, to: number): Node[] {
	let at = 0;
	const parts = content.map((node) => {
		const part = { at, node };
		at += lengthOf(node);
		return part;
	});
	return slice({ parts } as Flow, from, to);
}

/** The runs from one flow to the other, in order. */
export function compareFlows(before: Flow, after: Flow): Run[] {
	const runs: Run[] = [];
	let [i, j] = [0, 0];
	for (const { op, text } of compareTexts(before.text, after.text)) {
		if (op === 'same') runs.push(...sameRuns(before, after, i, j, text.length));
		else if (op === 'deleted') runs.push(...oneSided(op, before, i, text.length));
		else runs.push(...oneSided(op, after, j, text.length));
		if (op !== 'inserted') i += text.length;
		if (op !== 'deleted') j += text.length;
	}
	return runs;
}

/** A flow that wholly came, or wholly went. */
export function wholeFlow(op: 'inserted' | 'deleted', flow: Flow): Run[] {
	return oneSided(op, flow, 0, flow.text.length);
}

function oneSided(op: 'inserted' | 'deleted', flow: Flow, from: number, length: number): Run[] {
	return cutAtBreaks(flow, from, length).map(({ at, length, head }) =>
		head
			? { op, break: op === 'inserted' ? { after: head } : { before: head } }
			: { op, content: slice(flow, at, at + length) },
	);
}

/** A stretch in pieces that are text or one break. */
function cutAtBreaks(flow: Flow, from: number, length: number): { at: number; length: number; head?: Head }[] {
	const pieces: { at: number; length: number; head?: Head }[] = [];
	let at = from;
	for (const { at: place, head } of flow.breaks) {
		if (place < from || place >= from + length) continue;
		if (place > at) pieces.push({ at, length: place - at });
		pieces.push({ at: place, length: 1, head });
		at = place + 1;
	}
	if (at < from + length) pieces.push({ at, length: from + length - at });
	return pieces;
}

/** The words stayed: cut where on either side another node begins, so that each piece is set alike throughout. */
function sameRuns(before: Flow, after: Flow, i: number, j: number, length: number): Run[] {
	const runs: Run[] = [];
	const headsBefore = new Map(before.breaks.map(({ at, head }) => [at, head]));
	for (const { at, length: size, head } of cutAtBreaks(after, j, length)) {
		const was = i + at - j;
		const headBefore = headsBefore.get(was);
		if (head) runs.push({ op: 'same', break: { ...(headBefore && { before: headBefore }), after: head } });
		else runs.push(...evenPieces(before, after, was, at, size));
	}
	return runs;
}

function evenPieces(before: Flow, after: Flow, i: number, j: number, length: number): Run[] {
	const cuts = new Set([0, length]);
	for (const { at } of before.parts) if (at > i && at < i + length) cuts.add(at - i);
	for (const { at } of after.parts) if (at > j && at < j + length) cuts.add(at - j);
	const ends = [...cuts].sort((a, b) => a - b);
	const runs: Run[] = [];
	for (const [index, end] of ends.slice(1).entries()) {
		const start = ends[index] as number;
		const was = slice(before, i + start, i + end);
		const content = slice(after, j + start, j + end);
		const last = runs.at(-1);
		if (canonical(was) !== canonical(content)) runs.push({ op: 'marked', content, was });
		else if (last?.op === 'same' && 'content' in last) last.content.push(...content);
		else runs.push({ op: 'same', content });
	}
	return runs;
}

/** One side's paragraphs from runs: what `toFlow` was given. Neighbouring texts that are set alike are one. */
export function flowSide(head: Head, runs: readonly Run[], side: 'before' | 'after'): Node[] {
	const unwanted: Op = side === 'before' ? 'inserted' : 'deleted';
	const nodes: { head: Head; content: Node[] }[] = [{ head, content: [] }];
	for (const run of runs) {
		if (run.op === unwanted) continue;
		if ('break' in run) nodes.push({ head: run.break[side] as Head, content: [] });
		else nodes.at(-1)?.content.push(...(run.op === 'marked' && side === 'before' ? run.was : run.content));
	}
	return nodes.map(({ head, content }) => {
		const merged = mergeTexts(content);
		return merged.length > 0 ? { ...head, content: merged } : head;
	});
}

function mergeTexts(content: readonly Node[]): Node[] {
	const merged: Node[] = [];
	for (const node of content) {
		const last = merged.at(-1);
		const isOneText = last?.text !== undefined && node.text !== undefined;
		if (isOneText && canonical(last.marks ?? []) === canonical(node.marks ?? [])) {
			merged[merged.length - 1] = { ...last, text: `${last.text}${node.text}` };
		} else merged.push(node);
	}
	return merged;
}
