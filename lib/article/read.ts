import type { Prisma } from '@/generated/prisma/client';
import type {
	AmendmentKind,
	ArticleState,
	NoticeState,
	ReturnReason,
	ReviewStage,
	ReviewVerdict,
} from '@/generated/prisma/enums';
import { can, must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { WorkflowAct } from '@/lib/workflow/rules';
import { signedStages, signersOf, stages } from '@/lib/workflow/signatures';
import { allowedActs, type GuardedArticle, separationNow } from '@/lib/workflow/workflow';
import { Body } from './body';
import { type ErrorRate, errorRate } from './error-rate';
import { Amendment, type ArticleContent } from './schema';

const guardedSelect = {
	id: true,
	paperId: true,
	state: true,
	revision: true,
	authorId: true,
	desk: true,
	heldFrom: true,
	embargoUntil: true,
	takenById: true,
	paper: { select: { reviewMode: true } },
	placements: { select: { pageId: true } },
	publication: {
		select: {
			revision: true,
			withdrawnAt: true,
			editionDate: true,
			pageNo: true,
			content: { select: { hash: true } },
		},
	},
	reviews: {
		select: { stage: true, verdict: true, returnTo: true, hash: true, revision: true, actorId: true },
		orderBy: { createdAt: 'asc' },
	},
	_count: { select: { amendments: { where: { kind: 'correction' } } } },
	comments: {
		where: { resolvedAt: null, parentId: null, OR: [{ blocking: true }, { proposal: { not: '' } }] },
		select: { blocking: true, proposal: true },
	},
	current: {
		select: {
			hash: true,
			headline: true,
			text: true,
			suggestions: true,
			columnId: true,
			seriesId: true,
			bylines: { select: { reporterId: true, reporter: { select: { userId: true } } } },
			tags: { select: { tagId: true } },
		},
	},
} satisfies Prisma.ArticleSelect;

type GuardedRow = Prisma.ArticleGetPayload<{ select: typeof guardedSelect }>;

/** An article with what the guard and the tags of stored pages need to know of it. */
export type ArticleForAct = GuardedArticle & {
	id: string;
	paperId: string;
	revision: number;
	current: GuardedRow['current'];
	placements: GuardedRow['placements'];
	publication: GuardedRow['publication'];
	reviews: GuardedRow['reviews'];
	/** Whether what readers have is a corrected version. */
	isCorrected: boolean;
};

/** Loads an article of the actor's paper for an act; refuses where there is none. */
export async function getArticleForAct(tx: Db, actor: Actor, id: string): Promise<ArticleForAct> {
	const [article] = await listArticlesForAct(tx, actor, [id]);
	if (!article) throw new Refusal('not-found', '没有这篇稿件，或者它不在本报。');
	return article;
}

/**
 * The same for several articles at once; those that do not exist are left out. Embargoes are judged as of `at`, the
 * transaction's beginning where nothing else is said.
 */
export async function listArticlesForAct(
	tx: Db,
	actor: Actor,
	ids: readonly string[],
	at?: Date,
): Promise<ArticleForAct[]> {
	const rows = await tx.article.findMany({
		where: { id: { in: [...ids] }, paperId: actor.paperId },
		select: guardedSelect,
	});
	const now = at ?? (rows.some((row) => row.embargoUntil) ? await databaseNow(tx) : new Date(0));
	return rows.map((row) => {
		const published = row.publication?.withdrawnAt === null ? row.publication : null;
		return {
			...row,
			bylineUserIds: row.current.bylines.flatMap((byline) => byline.reporter?.userId ?? []),
			signed: signedStages(row.reviews, row.current.hash),
			signers: signersOf(row.reviews),
			reviewMode: row.paper.reviewMode,
			blockingComments: row.comments.filter(({ blocking }) => blocking).length,
			// What is proposed for a head field waits as a comment.
			openSuggestions: row.current.suggestions + row.comments.filter(({ proposal }) => proposal !== '').length,
			// The checks run over the whole text: a command that signs asks them itself.
			unresolvedErrors: 0,
			isEmbargoed: row.embargoUntil !== null && row.embargoUntil > now,
			isPublished: published !== null,
			isPrinted: published !== null && published.pageNo > 0,
			isPlaced: row.placements.length > 0,
			isCorrected: row._count.amendments > 0,
		};
	});
}

export const revisionSelect = {
	number: true,
	kicker: true,
	headline: true,
	deck: true,
	dateline: true,
	columnId: true,
	seriesId: true,
	webTitle: true,
	feedTitle: true,
	wechatTitle: true,
	amendment: true,
	body: true,
	text: true,
	words: true,
	hash: true,
	createdAt: true,
	actor: { select: { name: true } },
	bylines: { select: { role: true, name: true, office: true, reporterId: true }, orderBy: { order: 'asc' } },
	tags: { select: { tagId: true }, orderBy: { tagId: 'asc' } },
} satisfies Prisma.ArticleRevisionSelect;

/** A stored revision as the content that a writer saves. */
export function toContent(
	revision: Prisma.ArticleRevisionGetPayload<{ select: typeof revisionSelect }>,
): ArticleContent {
	const { kicker, headline, deck, dateline, columnId, seriesId, webTitle, feedTitle, wechatTitle, bylines } = revision;
	return {
		kicker,
		headline,
		deck,
		dateline,
		columnId,
		seriesId,
		tagIds: revision.tags.map((tag) => tag.tagId),
		bylines,
		webTitle,
		feedTitle,
		wechatTitle,
		amendment: Amendment.nullable().parse(revision.amendment),
		body: Body.parse(revision.body),
	};
}

/** One article with its present content, its reviews and what this person may do with it. */
export interface ArticleForEdit {
	id: string;
	state: ArticleState;
	revision: number;
	content: ArticleContent;
	words: number;
	hash: string;
	authorId: string;
	authorName: string;
	/** Who saved the present revision, and when (ISO 8601). */
	actorName: string;
	savedAt: string;
	/** The revision that readers have; null where it is not published or was withdrawn. */
	publishedRevision: number | null;
	/** Where it is published or placed. */
	places: { date: string; pageNo: number; pageName: string }[];
	/** Latest first. */
	reviews: {
		stage: ReviewStage;
		verdict: ReviewVerdict;
		returnTo: ReviewStage | null;
		reason: ReturnReason | null;
		revision: number;
		actorName: string;
		note: string;
		/** Why one person signed what he should not have; shown in red. */
		flag: string;
		at: string;
	}[];
	/** What was changed of it after publication, latest first, and which outlets are seen to have it. */
	amendments: {
		kind: AmendmentKind;
		note: string;
		actorName: string;
		at: string;
		notice: NoticeState;
		receipts: { outlet: string; path: string; ok: boolean; at: string }[];
	}[];
	/** Stages whose signatures hold for the present content. */
	signed: readonly ReviewStage[];
	/** Why this person should not sign the stage at hand, where the paper lets him for a reason that he states. */
	separation?: string;
	urgent: boolean;
	/** ISO 8601; null where it has none. */
	dueAt: string | null;
	embargoUntil: string | null;
	/** When it goes online by itself, and why it did not. */
	publishAt: string | null;
	publishTrouble: string;
	/** How many 字 it is to have; null where nobody asked for a length. */
	plannedWords: number | null;
	/** Whether this person may set when it is due, when it goes online, and how long it is to be. */
	mayPlan: { schedule: boolean; time: boolean; length: boolean };
	/** Why it is held. */
	holdReason: string;
	/** What proofreaders found and editors took over, weighed; null where there is nothing. */
	errorRate: ErrorRate | null;
	may: Record<WorkflowAct | 'signOffOnline', boolean>;
}

export async function getArticleForEdit(actor: Actor, id: string): Promise<ArticleForEdit> {
	const article = await getArticleForAct(db, actor, id);
	must(actor, 'article.read', article);
	const row = await db.article.findUniqueOrThrow({
		where: { id },
		select: {
			author: { select: { name: true } },
			urgent: true,
			dueAt: true,
			embargoUntil: true,
			holdReason: true,
			publishAt: true,
			publishTrouble: true,
			plannedWords: true,
			amendments: {
				select: {
					kind: true,
					note: true,
					actorName: true,
					at: true,
					notice: true,
					receipts: { select: { outlet: true, path: true, ok: true, at: true }, orderBy: { at: 'asc' } },
				},
				orderBy: { at: 'desc' },
			},
			current: { select: revisionSelect },
			proofMarks: { select: { place: true, wrong: true, right: true } },
			placements: {
				select: { page: { select: { no: true, name: true, edition: { select: { date: true } } } } },
			},
			reviews: {
				select: {
					stage: true,
					verdict: true,
					returnTo: true,
					reason: true,
					revision: true,
					note: true,
					flag: true,
					createdAt: true,
					actor: { select: { name: true } },
				},
				orderBy: { createdAt: 'desc' },
				take: 50,
			},
		},
	});
	return {
		id,
		state: article.state,
		revision: row.current.number,
		content: toContent(row.current),
		words: row.current.words,
		hash: row.current.hash,
		authorId: article.authorId,
		authorName: row.author.name,
		actorName: row.current.actor.name,
		savedAt: row.current.createdAt.toISOString(),
		publishedRevision: article.isPublished ? (article.publication?.revision ?? null) : null,
		places: row.placements.map(({ page }) => ({
			date: page.edition.date.toISOString().slice(0, 10),
			pageNo: page.no,
			pageName: page.name,
		})),
		reviews: row.reviews.map(({ actor: { name }, createdAt, ...review }) => ({
			...review,
			actorName: name,
			at: createdAt.toISOString(),
		})),
		amendments: row.amendments.map(({ at, receipts, ...amendment }) => ({
			...amendment,
			at: at.toISOString(),
			receipts: receipts.map((receipt) => ({ ...receipt, at: receipt.at.toISOString() })),
		})),
		signed: article.signed,
		separation: separationNow(article, actor),
		urgent: row.urgent,
		dueAt: row.dueAt?.toISOString() ?? null,
		embargoUntil: row.embargoUntil?.toISOString() ?? null,
		publishAt: row.publishAt?.toISOString() ?? null,
		publishTrouble: row.publishTrouble,
		plannedWords: row.plannedWords,
		mayPlan: {
			schedule: can(actor, 'article.schedule', article),
			time: can(actor, 'article.publishOnline') && !article.isPublished,
			length: can(actor, 'article.plan', article),
		},
		holdReason: row.holdReason,
		errorRate: row.proofMarks.length > 0 ? errorRate(row.proofMarks, row.current.words) : null,
		may: withOnline(actor, article),
	};
}

/** What may be done now; 签发并上网 is two acts in one. */
function withOnline(actor: Actor, article: ArticleForAct): ArticleForEdit['may'] {
	const may = allowedActs(article, actor);
	const signedOff = { ...article, state: 'signed_off' as const, signed: stages };
	return { ...may, signOffOnline: may.signOff && allowedActs(signedOff, actor).publishOnline };
}

/** The content of one saved revision; null where the article has none of that number. */
export async function getRevisionContent(actor: Actor, id: string, number: number): Promise<ArticleContent | null> {
	must(actor, 'article.read', await getArticleForAct(db, actor, id));
	const where = { articleId_number: { articleId: id, number } };
	const revision = await db.articleRevision.findUnique({ where, select: revisionSelect });
	return revision && toContent(revision);
}
