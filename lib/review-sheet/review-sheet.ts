import type { AmendmentKind, ArticleState, NoticeState } from '@/generated/prisma/enums';
import type { IsoDate } from '@/lib/time';
import type { ChainPlace } from '@/lib/trace/chain';
import type { Judgement } from '@/lib/workflow/review-words';
import { type ReviewRow, signedStages } from '@/lib/workflow/signatures';

/** Everything that a review sheet 审稿单 tells of a story, as it stood at one moment. */
export interface ReviewSheet {
	paper: string;
	id: string;
	kicker: string;
	headline: string;
	deck: string;
	byline: string;
	state: ArticleState;
	/** SHA-256 of the content, to which signatures are bound. */
	hash: string;
	revision: number;
	words: number;
	plannedWords: number | null;
	authorName: string;
	desk: string;
	columnName: string;
	createdAt: Date;
	urgent: boolean;
	dueAt: Date | null;
	embargoUntil: Date | null;
	holdReason: string;
	slots: { date: IsoDate; no: number; name: string; priority: number }[];
	/** How many versions each person has saved, the most first. */
	savers: { name: string; revisions: number }[];
	/** Oldest first. */
	reviews: ReviewLine[];
	/** Comments that hold a signature. */
	blocking: CommentLine[];
	/** How many others there are, and how many of those are open. */
	comments: { total: number; open: number };
	/** Hits of the checks that somebody let stand. */
	ignores: { rule: string; text: string; reason: string; actorName: string; at: Date }[];
	proofMarks: { place: string; wrong: string; right: string; actorName: string; revision: number; at: Date }[];
	/** Where readers have it; null where they do not. */
	publication: { date: IsoDate; pageNo: number; pageName: string; revision: number; at: Date } | null;
	/** 更正 更新 撤稿, oldest first. */
	amendments: AmendmentLine[];
	/** What was done with it, but for saves, oldest first. */
	acts: { seq: number; at: Date; actorName: string; act: string; detail: unknown; hash: string }[];
	/** Where the record ended when this was made. */
	anchor: ChainPlace;
	madeAt: Date;
	madeBy: string;
}

export interface ReviewLine extends Judgement {
	actorName: string;
	at: Date;
	revision: number;
	hash: string;
	note: string;
	flag: string;
	standing: Standing;
}

export interface CommentLine {
	authorName: string;
	at: Date;
	/** The words that it is about. */
	exact: string;
	text: string;
	resolverName: string | null;
	resolvedAt: Date | null;
}

export interface AmendmentLine {
	kind: AmendmentKind;
	at: Date;
	actorName: string;
	wrong: string;
	right: string;
	foundBy: string;
	note: string;
	notice: NoticeState;
	toRevision: number | null;
}

/** Whether a signature counts: for the present content; through one carried from it; no more. A return is a return. */
export type Standing = 'holds' | 'carried' | 'void' | 'return';

export const standingNames: Record<Standing, string> = { holds: '有效', carried: '已延续', void: '已失效', return: '' };

/** What became of each review, oldest first. */
export function standingsOf(reviews: readonly ReviewRow[], hash: string): Standing[] {
	const holding = new Set(signedStages(reviews, hash));
	return reviews.map((review, index) => {
		if (review.verdict === 'returned') return 'return';
		if (!holding.has(review.stage)) return 'void';
		const later = reviews
			.slice(index + 1)
			.filter(({ stage, verdict }) => stage === review.stage && verdict !== 'returned');
		if (later.length === 0) return review.hash === hash ? 'holds' : 'void';
		return later.every(({ verdict }) => verdict === 'carried') ? 'carried' : 'void';
	});
}
