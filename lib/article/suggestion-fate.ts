import { diffArrays } from 'diff';
import { type Block, baseBody, openSuggestions } from './body';
import { canonical } from './canonical';
import type { ArticleContent } from './schema';
import { changeIn, type Judge, type SuggestionNode, settleBlocks } from './suggestion';
import { listSuggestions, type Suggestion } from './suggestion-list';

type Blocks = { content: readonly Block[] };

/** What became of suggestions between two saves. */
export interface Fates {
	accepted: Suggestion[];
	rejected: Suggestion[];
}

/**
 * What became of the suggestions that `before` had and `after` has no more. One is accepted where what it put in stands
 * and what it struck is gone, else rejected; where both happened in part, the greater part tells.
 */
export function fatesOf(before: Blocks, after: Blocks): Fates {
	const left = new Set(openSuggestions(after).map(({ id }) => id));
	const gone = listSuggestions(before).filter(({ id }) => !left.has(id));
	if (gone.length === 0) return { accepted: [], rejected: [] };
	const isGone = new Set(gone.map(({ id }) => id));
	const settled = (verdict: 'accept' | 'reject') =>
		settleBlocks(before.content, ({ id }) => (isGone.has(id) ? verdict : 'keep'));
	// Mostly one key was pressed: all of them have one fate, and nothing else was changed.
	if (isSame(settled('accept'), after.content)) return { accepted: gone, rejected: [] };
	if (isSame(settled('reject'), after.content)) return { accepted: [], rejected: gone };
	const votes = votesOf(before, after);
	const isAccepted = ({ id }: Suggestion) => (votes.get(id) ?? 0) > 0;
	return { accepted: gone.filter(isAccepted), rejected: gone.filter((one) => !isAccepted(one)) };
}

function isSame(a: readonly Block[], b: readonly Block[]): boolean {
	return canonical(withoutRoom(a)) === canonical(withoutRoom(b));
}

/** An empty paragraph, as the editor writes it and as others do. */
const room = new Set([{ type: 'paragraph' }, { type: 'paragraph', content: [] }].map(canonical));

/** Empty paragraphs at the end only give the cursor room; a body may have them or not. */
function withoutRoom(blocks: readonly Block[]): readonly Block[] {
	const last = blocks.findLastIndex((block) => !room.has(canonical(block)));
	return blocks.slice(0, last + 1);
}

interface Token {
	key: string;
	/** Suggestions that want it to stand, and those that want it gone. */
	wanted: string[];
	unwanted: string[];
}

/** Beyond so many differences two bodies have nothing to do with each other. */
const mostEdits = 6000;

/** For each suggestion, how many more of its tokens went its way than did not. */
function votesOf(before: Blocks, after: Blocks): Map<string, number> {
	const old = tokensOf(before.content);
	const changes = diffArrays(old, tokensOf(after.content), {
		comparator: (a, b) => a.key === b.key,
		maxEditLength: mostEdits,
	});
	const votes = new Map<string, number>();
	const count = (ids: string[], by: 1 | -1) => {
		for (const id of ids) votes.set(id, (votes.get(id) ?? 0) + by);
	};
	let at = 0;
	for (const change of changes ?? []) {
		if (change.added) continue;
		for (const { wanted, unwanted } of old.slice(at, at + change.count)) {
			count(change.removed ? unwanted : wanted, 1);
			count(change.removed ? wanted : unwanted, -1);
		}
		at += change.count;
	}
	return votes;
}

/** Blocks' beginnings and characters, each with the suggestions on it. */
function tokensOf(nodes: readonly SuggestionNode[]): Token[] {
	return nodes.flatMap((node) => {
		const { insertion, deletion, was } = changeIn(node);
		const marked = (type: string) =>
			node.marks?.find((mark) => mark.type === type)?.attrs as { id: string } | undefined;
		const ids = (...signs: ({ id: string } | undefined)[]) => signs.flatMap((sign) => sign?.id ?? []);
		const wanted = ids(insertion, was, marked('insertion'));
		const unwanted = ids(deletion, marked('deletion'));
		if (node.text !== undefined) return [...node.text].map((key) => ({ key, wanted, unwanted }));
		const { change: _change, ...attrs } = node.attrs ?? {};
		const key = `<${node.type}${Object.keys(attrs).length > 0 ? canonical(attrs) : ''}`;
		return [{ key, wanted, unwanted }, ...tokensOf(node.content ?? [])];
	});
}

/**
 * Why a save is more than suggesting, as a sentence; nothing where it is not. Who may only suggest leaves everything as
 * it was: the head, what stands of the body, and what others suggest. Only his own suggestions come, change and go.
 */
export function moreThanSuggested(before: ArticleContent, after: ArticleContent, userId: string): string | undefined {
	const { body: oldBody, ...oldHead } = before;
	const { body: newBody, ...newHead } = after;
	if (canonical(oldHead) !== canonical(newHead)) return '您可以提修改建议，不能直接改标题、署名和归类。';
	if (!isSame(baseBody(oldBody).content, baseBody(newBody).content)) return '您可以提修改建议，不能直接改正文。';
	const withoutOwn: Judge = (suggestion) => (suggestion.userId === userId ? 'reject' : 'keep');
	const others = (body: Blocks) => settleBlocks(body.content, withoutOwn);
	return isSame(others(oldBody), others(newBody)) ? undefined : '别人的修改建议只能由编辑采纳或不采纳。';
}

/** Suggestions of `after` that are not this person’s and that `before` did not have. */
export function foreignSuggestions(before: Blocks, after: Blocks, userId: string): string[] {
	const known = new Set(openSuggestions(before).map(({ id }) => id));
	return openSuggestions(after)
		.filter((one) => one.userId !== userId && !known.has(one.id))
		.map(({ id }) => id);
}
