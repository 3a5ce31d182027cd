import type { CommentThread } from '@/lib/article/comment/read';
import type { CommentPlace } from '@/lib/article/comment/schema';
import type { Suggestion } from '@/lib/article/suggestion-list';

export type RemarkFilter = 'open' | 'mine' | 'blocking' | 'all';

export const filterNames: Record<RemarkFilter, string> = {
	open: '未解决',
	mine: '与我有关',
	blocking: '须处理',
	all: '全部',
};

/** A comment or a suggestion, with its place in the text where it has one. */
export type Remark =
	| { kind: 'comment'; id: string; thread: CommentThread; position: number }
	| { kind: 'suggestion'; id: string; suggestion: Suggestion; position: number };

/** The remarks of an article for the list. */
export interface RemarkGroups {
	/** In text order, what is on the whole article and on the head first. */
	placed: Remark[];
	/** Open comments whose words stand nowhere any more. */
	orphaned: Remark[];
	resolved: Remark[];
}

interface Given {
	threads: readonly CommentThread[];
	suggestions: readonly Suggestion[];
	/** Where in the document comments and suggestions stand. */
	places: ReadonlyMap<string, number>;
	filter: RemarkFilter;
	userId: string;
}

const headOrder: Record<CommentPlace, number> = { article: 0, kicker: 1, headline: 2, deck: 3, dateline: 4, body: 5 };

/** Comments and suggestions that pass the filter, grouped and in order. */
export function listRemarks({ threads, suggestions, places, filter, userId }: Given): RemarkGroups {
	const comments = threads.filter((thread) => passes(thread, filter, userId));
	const remarks = comments.map(
		(thread): Remark => ({ kind: 'comment', id: thread.id, thread, position: orderOf(thread, places) }),
	);
	const isShown = filter === 'mine' ? (one: Suggestion) => one.userId === userId : () => filter !== 'blocking';
	const suggested = suggestions.filter(isShown).map(
		(suggestion): Remark => ({
			kind: 'suggestion',
			id: suggestion.id,
			suggestion,
			position: headOrder.body + (places.get(suggestion.id) ?? 0),
		}),
	);
	const isResolved = (remark: Remark) => remark.kind === 'comment' && remark.thread.resolved !== null;
	const open = [...remarks.filter((remark) => !isResolved(remark)), ...suggested];
	return {
		placed: open.filter(({ position }) => position < lost).sort((a, b) => a.position - b.position),
		orphaned: open.filter(({ position }) => position === lost),
		resolved: remarks.filter(isResolved),
	};
}

const lost = Number.POSITIVE_INFINITY;

function orderOf({ id, place, anchor }: CommentThread, places: ReadonlyMap<string, number>): number {
	if (place !== 'body' || anchor.exact === '') return headOrder[place];
	const position = places.get(id);
	return position === undefined ? lost : headOrder.body + position;
}

function passes(thread: CommentThread, filter: RemarkFilter, userId: string): boolean {
	switch (filter) {
		case 'open':
			return thread.resolved === null;
		case 'blocking':
			return thread.resolved === null && thread.blocking;
		case 'mine':
			return (
				thread.resolved === null &&
				[thread, ...thread.replies].some(
					({ authorId, mentions }) => authorId === userId || mentions.some(({ id }) => id === userId),
				)
			);
		case 'all':
			return true;
	}
}
