import type { ArticleState } from '@/generated/prisma/enums';
import { type HeldLock, type LockView, lockView } from '../lock/lock';

/** An article as the newsroom may watch it: what moves while somebody writes. */
export interface LiveArticle {
	id: string;
	paperId: string;
	authorId: string;
	desk: string;
	state: ArticleState;
	revision: number;
	/** Changes with every comment. */
	comments: string;
	lock: HeldLock | null;
	/** By the database's clock. */
	now: Date;
}

/** Somebody in whose tab an article is open and on the screen. */
export interface Viewer {
	userId: string;
	name: string;
	tab: string;
}

/** What a tab that shows an article is told, whole each time: a message that is lost does no harm. */
export interface LiveStatus extends LockView {
	state: ArticleState;
	/** Another one than before: comments were made, changed or settled. */
	comments: string;
	/** Who else has it on the screen, each once, the writer too. */
	others: { name: string; isMe: boolean }[];
}

export function liveStatus(article: LiveArticle, viewer: Viewer, viewers: Iterable<Viewer>): LiveStatus {
	const others = new Map<string, { name: string; isMe: boolean }>();
	for (const { userId, name, tab } of viewers) {
		if (tab !== viewer.tab) others.set(userId, { name, isMe: userId === viewer.userId });
	}
	return {
		...lockView(article, viewer),
		state: article.state,
		comments: article.comments,
		others: [...others.values()],
	};
}
