import { z } from 'zod';

/**
 * 修改建议: changes that stand in a body beside what they would change. Text carries them as marks `insertion` and
 * `deletion`; a block carries them as its attribute `change`. This file knows what a body is with each of them taken
 * or refused; it looks at JSON only, so that screens and server agree.
 */

/** Whose suggestion it is and since when; all parts of one suggestion share its id. */
export const SuggestedBy = z.strictObject({
	id: z.string().regex(/^[0-9a-z]{8,24}$/),
	userId: z.string().regex(/^[0-9A-Za-z_-]{1,40}$/),
	/** ISO 8601, UTC */
	at: z.iso.datetime(),
});
export type SuggestedBy = z.infer<typeof SuggestedBy>;

export const Insertion = z.strictObject({ type: z.literal('insertion'), attrs: SuggestedBy });
export const Deletion = z.strictObject({ type: z.literal('deletion'), attrs: SuggestedBy });

/**
 * What is suggested of a block itself, apart from its text. `insertion`: the block, or its beginning where text stands
 * in it that was there before, is new. `deletion`: it is to go; text that stays joins the block before. `was`: what it
 * was called, or what its attributes were, before somebody suggested otherwise.
 */
export function changeOf<Was extends z.ZodRawShape>(was: Was) {
	return z
		.strictObject({
			insertion: SuggestedBy.optional(),
			deletion: SuggestedBy.optional(),
			was: SuggestedBy.extend(was).optional(),
		})
		.refine((change) => Object.values(change).some(Boolean));
}

interface BlockChange {
	insertion?: SuggestedBy | undefined;
	deletion?: SuggestedBy | undefined;
	was?: (SuggestedBy & { type?: string; attrs?: Record<string, unknown> }) | undefined;
}

/** A node of a body as this file sees it. */
export interface SuggestionNode {
	type: string;
	text?: string | undefined;
	attrs?: Record<string, unknown> | undefined;
	marks?: readonly { type: string; attrs?: object | undefined }[] | undefined;
	content?: readonly SuggestionNode[] | undefined;
}

export type Verdict = 'accept' | 'reject' | 'keep';
export type Judge = (suggestion: SuggestedBy) => Verdict;

/** Blocks of running text: the text of one may join another's. */
export const textBlockTypes = ['paragraph', 'subhead', 'question', 'answer', 'pullQuote'] as const;

const isTextBlock = (node: SuggestionNode | undefined) =>
	(textBlockTypes as readonly string[]).includes(node?.type ?? '');

/** What is suggested of a block. */
export function changeIn(node: SuggestionNode): BlockChange {
	return (node.attrs?.change as BlockChange | undefined) ?? {};
}

function markOf(node: SuggestionNode, type: 'insertion' | 'deletion'): SuggestedBy | undefined {
	return node.marks?.find((mark) => mark.type === type)?.attrs as SuggestedBy | undefined;
}

/** All suggestions that a node itself carries, not those inside it. */
export function suggestionsOn(node: SuggestionNode): SuggestedBy[] {
	const { insertion, deletion, was } = changeIn(node);
	const all = [insertion, deletion, was, markOf(node, 'insertion'), markOf(node, 'deletion')];
	return all.filter((one) => one !== undefined);
}

/** Whether a node or anything in it carries a suggestion. */
export function hasSuggestion(node: SuggestionNode): boolean {
	return suggestionsOn(node).length > 0 || (node.content?.some(hasSuggestion) ?? false);
}

/** Every suggestion mark in reading order; one suggestion may come several times. */
export function listSuggestionsIn(nodes: readonly SuggestionNode[]): SuggestedBy[] {
	return nodes.flatMap((node) => [...suggestionsOn(node), ...listSuggestionsIn(node.content ?? [])]);
}

/** Whether all that carries one id is one person’s of one moment. */
export function areConsistent(nodes: readonly SuggestionNode[]): boolean {
	const known = new Map<string, string>();
	return listSuggestionsIn(nodes).every(({ id, userId, at }) => {
		const by = `${userId} ${at}`;
		const before = known.get(id) ?? by;
		known.set(id, by);
		return before === by;
	});
}

/**
 * Blocks with each suggestion taken, refused or left as `judge` says. Guaranteed: blocks without suggestions come back
 * as they are, the same objects; nothing suggested of the rest remains but what is kept; neighbouring texts of equal
 * marks are one text. The result may be empty.
 */
export function settleBlocks<Node extends SuggestionNode>(blocks: readonly Node[], judge: Judge): Node[] {
	if (!blocks.some(hasSuggestion)) return [...blocks];
	return settleAll(blocks, judge) as Node[];
}

function settleAll(blocks: readonly SuggestionNode[], judge: Judge): SuggestionNode[] {
	return joinShells(blocks, judge).flatMap((block) => wholeOrLess(settleNode(block, judge)));
}

/** A list or an item without anything in it is none; of a gallery one picture may be left, which then stands alone. */
function wholeOrLess(node: SuggestionNode): readonly SuggestionNode[] {
	const { type, content = [] } = node;
	if (type === 'gallery' && content.length < 2) return content;
	return content.length === 0 && ['bulletList', 'orderedList', 'listItem'].includes(type) ? [] : [node];
}

/**
 * Decides on the blocks themselves. A block that goes gives the text that stays to the block before, where there is one
 * of its kind; what nobody but a suggestion had put there goes with it.
 */
function joinShells(blocks: readonly SuggestionNode[], judge: Judge): SuggestionNode[] {
	const kept: SuggestionNode[] = [];
	for (const block of blocks) {
		const { insertion, deletion } = changeIn(block);
		const goes = (insertion && judge(insertion) === 'reject') || (deletion && judge(deletion) === 'accept');
		const last = kept.at(-1);
		if (goes && last && canJoin(last, block)) {
			kept[kept.length - 1] = withContent(last, mergeTexts([...(last.content ?? []), ...(block.content ?? [])]));
		} else kept.push(...(goes ? whatStays(block, judge) : [block]));
	}
	return kept;
}

/**
 * A block that goes and has no other to give its text to. It stays for text that stands; where what is left in it is
 * only suggested, or struck, the block comes or goes with that.
 */
function whatStays(block: SuggestionNode, judge: Judge): SuggestionNode[] {
	const left = settleNode(block, judge);
	if (isHollow(left)) return [];
	const change = {
		...(isHollow(settleNode(left, () => 'reject')) && { insertion: firstMark(left, 'insertion') }),
		...(isHollow(settleNode(left, () => 'accept')) && { deletion: firstMark(left, 'deletion') }),
	};
	return Object.keys(change).length > 0 ? [{ ...block, attrs: { ...block.attrs, change } }] : [block];
}

function firstMark(node: SuggestionNode, type: 'insertion' | 'deletion'): SuggestedBy | undefined {
	return markOf(node, type) ?? node.content?.map((child) => firstMark(child, type)).find(Boolean);
}

function canJoin(before: SuggestionNode, after: SuggestionNode): boolean {
	return (isTextBlock(before) && isTextBlock(after)) || (before.type === 'listItem' && after.type === 'listItem');
}

/** No word stands in it. Pictures and rules, which carry no marks, belong to the block that holds them. */
function isHollow({ type, text, content = [] }: SuggestionNode): boolean {
	return text === undefined && type !== 'hardBreak' && content.every(isHollow);
}

function settleNode(node: SuggestionNode, judge: Judge): SuggestionNode {
	if (!hasSuggestion(node)) return node;
	const kept = settleChange(node, judge);
	if (!kept.content) return kept;
	if (isInline(kept)) return withContent(kept, settleInline(kept.content, judge));
	return { ...kept, content: filled(kept.type, settleAll(kept.content, judge)) };
}

/** A node with inline content; without a word it has none. */
function withContent({ content: _before, ...node }: SuggestionNode, content: SuggestionNode[]): SuggestionNode {
	return content.length > 0 ? { ...node, content } : node;
}

function isInline({ type, content }: SuggestionNode): boolean {
	return isTextBlock({ type }) || Boolean(content?.some((node) => node.type === 'text' || node.type === 'hardBreak'));
}

/** What must hold a block holds one. */
function filled(type: string, content: SuggestionNode[]): SuggestionNode[] {
	const least: Record<string, number> = { tableCell: 1, tableHeader: 1, factBox: 2 };
	return content.length < (least[type] ?? 0) ? [...content, { type: 'paragraph' }] : content;
}

function settleChange(node: SuggestionNode, judge: Judge): SuggestionNode {
	const { insertion, deletion, was } = changeIn(node);
	const isKept = (one: SuggestedBy | undefined) => one && judge(one) === 'keep';
	const change = {
		...(isKept(insertion) && { insertion }),
		...(isKept(deletion) && { deletion }),
		...(isKept(was) && { was }),
	};
	const isBack = was && judge(was) === 'reject';
	const { change: _before, ...attrs } = { ...node.attrs, ...(isBack && was.attrs) };
	const all = { ...attrs, ...(Object.keys(change).length > 0 && { change }) };
	const { attrs: _attrs, ...rest } = node;
	return {
		...rest,
		...(isBack && was.type && { type: was.type }),
		...(Object.keys(all).length > 0 && { attrs: all }),
	};
}

function settleInline(nodes: readonly SuggestionNode[], judge: Judge): SuggestionNode[] {
	return mergeTexts(
		nodes.flatMap((node) => {
			const insertion = markOf(node, 'insertion');
			const deletion = markOf(node, 'deletion');
			if ((insertion && judge(insertion) === 'reject') || (deletion && judge(deletion) === 'accept')) return [];
			const marks = node.marks?.filter(
				({ type }) =>
					(type !== 'insertion' || judge(insertion!) === 'keep') &&
					(type !== 'deletion' || judge(deletion!) === 'keep'),
			);
			const { marks: _before, ...rest } = node;
			return [marks?.length ? { ...rest, marks } : rest];
		}),
	);
}

/** Neighbouring texts of equal marks as one. */
function mergeTexts(nodes: readonly SuggestionNode[]): SuggestionNode[] {
	const merged: SuggestionNode[] = [];
	for (const node of nodes) {
		const last = merged.at(-1);
		if (last?.text !== undefined && node.text !== undefined && marksKey(last) === marksKey(node)) {
			merged[merged.length - 1] = { ...last, text: last.text + node.text };
		} else merged.push(node);
	}
	return merged;
}

function marksKey({ marks = [] }: SuggestionNode): string {
	const keys = marks.map(({ type, attrs = {} }) => `${type}${JSON.stringify(Object.entries(attrs).sort())}`);
	return keys.sort().join('|');
}
