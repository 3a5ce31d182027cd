import type { ArticleContent } from '../schema';
import {
	type BlockDifference,
	changedAttributes,
	compareNodes,
	type NodeDifference,
	type TextDifference,
} from './difference';
import { lengthOf } from './flow';
import { type Head, isText, type Node, proseIn, proseNames, toTree } from './tree';

/**
 * Who brought what: follows every unit of text, every block and attribute through a row of contents, each compared with
 * the one before it. A thing keeps its `Fate` as long as it stands; what is written in gets a new one, what is struck
 * is noted as gone. Credit.ts then tells, of the difference between the first and the last content, which content
 * brought each run. Contents are known by their number in the row; the first is 0.
 */
export interface Fate {
	/** The content that brought it; 0 where the first one had it. */
	born: number;
	/** The first content that no longer has it. */
	gone?: number;
	/** The last content in which it stands elsewhere than before. */
	moved?: number;
	/** The last content in which it is set otherwise: bold, linked. */
	set?: number;
}

/** The fate of a block itself. */
export interface BlockFate extends Fate {
	/** The last content in which it, or a word in it, differs. */
	touched: number;
	/** By attribute, and `type`: the last content in which it is another. */
	attrs: Record<string, number>;
}

/** A node of one content with the fates of all that is in it. */
export interface Traced {
	fate: BlockFate;
	/** Of running text: one fate a unit. */
	units: Fate[];
	/** Of prose attributes: one fate a unit. */
	prose: Record<string, Fate[]>;
	children: Traced[];
}

/** A row of contents as far as it has been followed. */
export interface Blame {
	first: Node;
	now: Node;
	atFirst: Traced;
	atLast: Traced;
	/** Number of the last content. */
	number: number;
}

export function startBlame(content: ArticleContent): Blame {
	const first = toTree(content);
	const atFirst = bornNode(first, 0);
	return { first, now: first, atFirst, atLast: atFirst, number: 0 };
}

/** Follows everything into the next content. The fates of what it no longer has are noted in place. */
export function addContent(blame: Blame, content: ArticleContent): Blame {
	const now = toTree(content);
	const number = blame.number + 1;
	const [atLast] = followList([blame.atLast], [compareNodes(blame.now, now)], number);
	return { ...blame, now, number, atLast: atLast as Traced };
}

function bornUnits(count: number, number: number): Fate[] {
	return Array.from({ length: count }, () => ({ born: number }));
}

function bornNode(node: Node, number: number): Traced {
	const content = node.content ?? [];
	const units = isText(node) ? content.reduce((sum, inline) => sum + lengthOf(inline), 0) : 0;
	return {
		fate: { born: number, touched: number, attrs: {} },
		units: bornUnits(units, number),
		prose: Object.fromEntries(
			proseNames(node.type).map((name) => [name, bornUnits(proseIn(node, name).length, number)]),
		),
		children: isText(node) ? [] : content.map((child) => bornNode(child, number)),
	};
}

/** Notes the same of a node and of everything in it. */
function note(traced: Traced, what: 'gone' | 'moved', number: number): void {
	traced.fate[what] = number;
	traced.fate.touched = number;
	for (const fate of [...traced.units, ...Object.values(traced.prose).flat()]) fate[what] = number;
	for (const child of traced.children) note(child, what, number);
}

/** How many blocks of one side a difference covers. */
export function countOf(difference: NodeDifference, side: 'before' | 'after'): number {
	if (difference.kind === 'same') return 1;
	if (difference.kind === 'left') return side === 'before' ? 1 : 0;
	// What was carried here is counted, on the side before, where it was left.
	if (!difference[side] || (side === 'before' && difference.move !== undefined)) return 0;
	if (difference.kind === 'block') return 1;
	const other = side === 'before' ? 'inserted' : 'deleted';
	return 1 + difference.runs.filter((run) => 'break' in run && run.op !== other).length;
}

/** Of each move, what was carried. */
export function carriedOf(before: readonly Traced[], differences: readonly NodeDifference[]): Map<number, Traced> {
	const carried = new Map<number, Traced>();
	let at = 0;
	for (const difference of differences) {
		if (difference.kind === 'left') carried.set(difference.move, before[at] as Traced);
		at += countOf(difference, 'before');
	}
	return carried;
}

function followList(before: readonly Traced[], differences: readonly NodeDifference[], number: number): Traced[] {
	const carried = carriedOf(before, differences);
	let at = 0;
	return differences.flatMap((difference) => {
		const count = countOf(difference, 'before');
		const olds = before.slice(at, at + count);
		at += count;
		if (difference.kind === 'same') return olds;
		if (difference.kind === 'left') return [];
		const from = difference.move === undefined ? undefined : carried.get(difference.move);
		if (from) note(from, 'moved', number);
		return followOne(from ? [from] : olds, difference, number);
	});
}

function followOne(olds: Traced[], difference: TextDifference | BlockDifference, number: number): Traced[] {
	if (!difference.after) {
		for (const old of olds) note(old, 'gone', number);
		return [];
	}
	if (difference.kind === 'text') return followText(olds, difference, number);
	const [old] = olds;
	const { before, after, prose, children } = difference;
	if (old && before) setAttributes(old.fate, before, after, number);
	return [
		{
			fate: old?.fate ?? { born: number, touched: number, attrs: {} },
			units: [],
			prose: Object.fromEntries(
				Object.entries(prose).map(([name, runs]) => [name, followUnits(old?.prose[name] ?? [], runs, number)]),
			),
			children: followList(old?.children ?? [], children, number),
		},
	];
}

function setAttributes(fate: BlockFate, before: Head, after: Head, number: number): void {
	fate.touched = number;
	for (const name of changedAttributes(before, after)) fate.attrs[name] = number;
}

interface Stretch {
	op: 'same' | 'inserted' | 'deleted' | 'marked';
	text: string;
}

/** The fates of a text's units after it changed. */
function followUnits(olds: readonly Fate[], runs: readonly Stretch[], number: number): Fate[] {
	let at = 0;
	return runs.flatMap(({ op, text }) => {
		if (op === 'inserted') return bornUnits(text.length, number);
		const taken = olds.slice(at, at + text.length);
		at += text.length;
		if (op === 'same') return taken;
		for (const fate of taken) fate[op === 'deleted' ? 'gone' : 'set'] = number;
		return op === 'deleted' ? [] : taken;
	});
}

/** Running text: its runs go over the borders of the blocks on both sides. */
function followText(olds: Traced[], { before, after, runs }: TextDifference, number: number): Traced[] {
	const rest = [...olds];
	let old = rest.shift();
	const fresh = (): BlockFate => ({ born: number, touched: number, attrs: {} });
	const begin = (fate: BlockFate): Traced => ({ fate, units: [], prose: {}, children: [] });
	const news = [begin(old?.fate ?? fresh())];
	let at = 0;
	if (old && before && after) setAttributes(old.fate, before, after, number);
	for (const run of runs) {
		if (!('break' in run)) {
			const length = run.content.reduce((sum, node) => sum + lengthOf(node), 0);
			const stretch = { op: run.op, text: ' '.repeat(length) };
			news.at(-1)?.units.push(...followUnits(old?.units.slice(at) ?? [], [stretch], number));
			if (run.op !== 'inserted') at += length;
			continue;
		}
		if (run.op !== 'inserted') {
			old = rest.shift();
			at = 0;
		}
		if (run.op === 'deleted' && old) old.fate.gone = number;
		if (run.op !== 'deleted') news.push(begin((run.op === 'same' && old?.fate) || fresh()));
		if (run.break.before && run.break.after && old) setAttributes(old.fate, run.break.before, run.break.after, number);
	}
	for (const one of [...olds, ...news]) one.fate.touched = number;
	return news;
}
