import { type Block, blockTexts } from './body';
import { changeIn, type SuggestedBy, type SuggestionNode, textBlockTypes } from './suggestion';

/** What a suggestion does besides words. */
export type SuggestedAct = 'split' | 'join' | 'add' | 'drop' | 'rename' | 'amend';

/** One place where a suggestion changes words: what stands there, and what would; one of them may be empty. */
export interface SuggestedWords {
	wrong: string;
	right: string;
}

/** A suggestion with all that belongs to it. */
export interface Suggestion extends SuggestedBy {
	/** In reading order. */
	words: SuggestedWords[];
	acts: { act: SuggestedAct; type: string; from?: string }[];
}

/** The suggestions of a body in reading order, each with its words and acts. */
export function listSuggestions(body: { content: readonly Block[] }): Suggestion[] {
	const found = new Map<string, Suggestion>();
	const of = ({ id, userId, at }: SuggestedBy) => {
		const known = found.get(id) ?? { id, userId, at, words: [], acts: [] };
		found.set(id, known);
		return known;
	};
	visit(body.content, of);
	return [...found.values()];
}

type Of = (by: SuggestedBy) => Suggestion;

function visit(nodes: readonly SuggestionNode[], of: Of): void {
	for (const node of nodes) {
		readChange(node, of);
		if (node.content?.some(isInline)) readWords(node.content, of);
		else visit(node.content ?? [], of);
	}
}

function isInline({ type }: SuggestionNode): boolean {
	return type === 'text' || type === 'hardBreak';
}

function readChange(node: SuggestionNode, of: Of): void {
	const { insertion, deletion, was } = changeIn(node);
	const { type } = node;
	if (insertion) of(insertion).acts.push({ act: holdsBase(node) ? 'split' : 'add', type });
	if (deletion) of(deletion).acts.push({ act: isStruckThrough(node) ? 'drop' : 'join', type });
	if (was?.type) of(was).acts.push({ act: 'rename', type, from: was.type });
	if (was?.attrs) {
		const [wrong, right] = [wordsOf({ type, attrs: was.attrs }), wordsOf(node)];
		of(was).acts.push({ act: 'amend', type });
		of(was).words.push(...differingWords(wrong, right));
	}
}

/** Words of a block's own attributes, each by its name. */
function wordsOf({ attrs = {} }: SuggestionNode): [string, string][] {
	return ['caption', 'credit', 'alt', 'title'].map((name) => [name, String(attrs[name] ?? '')]);
}

function differingWords(wrong: [string, string][], right: [string, string][]): SuggestedWords[] {
	return wrong.flatMap(([, text], index) => {
		const other = right[index]?.[1] ?? '';
		return text === other ? [] : [trimCommon(text, other)];
	});
}

/** Two texts without what both begin and end with. */
export function trimCommon(wrong: string, right: string): SuggestedWords {
	const [a, b] = [[...wrong], [...right]];
	const most = Math.min(a.length, b.length);
	let head = 0;
	while (head < most && a[head] === b[head]) head++;
	let tail = 0;
	while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
	const between = (all: string[]) => all.slice(head, all.length - tail).join('');
	return { wrong: between(a), right: between(b) };
}

/** Text or a picture that was there before stands in it. */
function holdsBase(node: SuggestionNode): boolean {
	if (!(textBlockTypes as readonly string[]).includes(node.type) && node.type !== 'listItem') return false;
	return blockTexts({ ...node, attrs: undefined } as Block).some(Boolean);
}

/** Every word of it is struck, or it has none. */
function isStruckThrough({ content = [], text, marks }: SuggestionNode): boolean {
	if (text !== undefined) return marks?.some((mark) => mark.type === 'deletion') ?? false;
	return content.every(isStruckThrough);
}

/** Neighbouring texts of one suggestion are one place, whatever their marks. */
function readWords(nodes: readonly SuggestionNode[], of: Of): void {
	let open = new Map<string, SuggestedWords>();
	for (const node of nodes) {
		const next = new Map<string, SuggestedWords>();
		for (const [sign, side] of sidesOf(node)) {
			const words = next.get(sign.id) ?? open.get(sign.id) ?? { wrong: '', right: '' };
			if (!open.has(sign.id) && !next.has(sign.id)) of(sign).words.push(words);
			words[side] += node.text ?? '\n';
			next.set(sign.id, words);
		}
		open = next;
	}
}

function sidesOf({ marks = [] }: SuggestionNode): [SuggestedBy, 'wrong' | 'right'][] {
	return marks.flatMap(({ type, attrs }): [SuggestedBy, 'wrong' | 'right'][] => {
		if (type === 'deletion') return [[attrs as SuggestedBy, 'wrong']];
		return type === 'insertion' ? [[attrs as SuggestedBy, 'right']] : [];
	});
}
