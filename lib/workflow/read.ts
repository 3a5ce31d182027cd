import type { Prisma } from '@/generated/prisma/client';
import type { ArticleState, ReviewMode, ReviewStage } from '@/generated/prisma/enums';
import { titleOf } from '@/lib/article/article';
import { can, must } from '@/lib/auth/can';
import { type Actor, hasRole } from '@/lib/auth/roles';
import { databaseNow, db } from '@/lib/db';
import { dateToIso, type IsoDate } from '@/lib/time';
import { stages } from './signatures';

/** A story as the boards show it. */
export interface BoardRow {
	id: string;
	headline: string;
	state: ArticleState;
	desk: string;
	authorName: string;
	/** Who has taken it for its first review. */
	takenBy: string | null;
	words: number;
	urgent: boolean;
	dueAt: Date | null;
	/** Since when it has been in its state. */
	since: Date;
	blockingComments: number;
	/** What readers have of it is older. */
	isRewriting: boolean;
}

/** A story that somebody signed and that has been changed since. */
export interface ChangedRow extends BoardRow {
	stage: ReviewStage;
	/** The revision that was signed. */
	signedRevision: number;
	revision: number;
	/** Whether the signature went over to the new content all the same. */
	isCarried: boolean;
}

const rowSelect = {
	id: true,
	state: true,
	desk: true,
	urgent: true,
	dueAt: true,
	stateSince: true,
	takenById: true,
	revision: true,
	authorId: true,
	author: { select: { name: true } },
	publication: { select: { withdrawnAt: true } },
	current: { select: { headline: true, words: true, hash: true } },
	_count: { select: { comments: { where: { blocking: true, resolvedAt: null, parentId: null } } } },
} satisfies Prisma.ArticleSelect;

type Row = Prisma.ArticleGetPayload<{ select: typeof rowSelect }>;

/** What is urgent first, then what is due first, then what has waited longest. */
const order: Prisma.ArticleOrderByWithRelationInput[] = [
	{ urgent: 'desc' },
	{ dueAt: { sort: 'asc', nulls: 'last' } },
	{ stateSince: 'asc' },
];
const most = 200;

function toRow(row: Row, takers: ReadonlyMap<string, string>): BoardRow {
	return {
		id: row.id,
		headline: titleOf(row.current.headline),
		state: row.state,
		desk: row.desk,
		authorName: row.author.name,
		takenBy: (row.takenById && takers.get(row.takenById)) || null,
		words: row.current.words,
		urgent: row.urgent,
		dueAt: row.dueAt,
		since: row.stateSince,
		blockingComments: row._count.comments,
		isRewriting: row.publication !== null && row.publication.withdrawnAt === null,
	};
}

async function toRows(rows: readonly Row[]): Promise<BoardRow[]> {
	const ids = [...new Set(rows.flatMap((row) => row.takenById ?? []))];
	const users =
		ids.length > 0 ? await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }) : [];
	const takers = new Map(users.map(({ id, name }) => [id, name]));
	return rows.map((row) => toRow(row, takers));
}

/** Everything that waits for this person, or that he waits for. */
export interface MyWork {
	/** He may sign it now. */
	toSign: BoardRow[];
	/** Came back to him. */
	returned: BoardRow[];
	/** His own, on its way through the reviews. */
	underWay: BoardRow[];
	/** His own, not yet submitted. */
	drafts: BoardRow[];
	/** Signed by him in the last month, changed since. */
	changed: ChangedRow[];
}

export async function getMyWork(actor: Actor): Promise<MyWork> {
	must(actor, 'article.list');
	const own = { paperId: actor.paperId, authorId: actor.userId };
	const list = (where: Prisma.ArticleWhereInput) =>
		db.article.findMany({ where, orderBy: order, take: most, select: rowSelect });
	const [toSign, returned, underWay, drafts, changed] = await Promise.all([
		list(signable(actor)).then(toRows),
		list({ ...own, state: 'returned' }).then(toRows),
		list({
			...own,
			state: {
				in: ['submitted', 'first_review', 'second_review', 'final_review', 'signed_off', 'placed', 'locked', 'held'],
			},
		}).then(toRows),
		list({ ...own, state: 'draft' }).then(toRows),
		listChanged(actor),
	]);
	return { toSign, returned, underWay, drafts, changed };
}

/** How many stories wait for him: to be signed, or to be written anew. */
export function countWork(actor: Actor): Promise<number> {
	const returned = { paperId: actor.paperId, authorId: actor.userId, state: 'returned' as const };
	return db.article.count({ where: { OR: [signable(actor), returned] } });
}

/** The guard's rules on who may sign what, as a where-clause: role, desk, and not what he wrote or signed before. */
function signable(actor: Actor): Prisma.ArticleWhereInput {
	const desks = actor.desks.length > 0 ? { desk: { in: ['', ...actor.desks] } } : {};
	const mine: Prisma.ArticleWhereInput[] = [
		...(hasRole(actor, 'desk_editor')
			? [
					{
						...desks,
						state: { in: ['submitted', 'first_review'] satisfies ArticleState[] },
						...unsigned(actor, 'first'),
					},
				]
			: []),
		...(hasRole(actor, 'department_head')
			? [{ ...desks, state: 'second_review' as const, ...unsigned(actor, 'second') }]
			: []),
		...(can(actor, 'article.signOff') ? [{ state: 'final_review' as const, ...unsigned(actor, 'final') }] : []),
	];
	// Inside another OR, Prisma takes an empty one for no condition at all.
	if (mine.length === 0) return { id: { in: [] } };
	return { paperId: actor.paperId, authorId: { not: actor.userId }, OR: mine };
}

function unsigned({ userId }: Actor, stage: ReviewStage): Prisma.ArticleWhereInput {
	const others = stages.filter((one) => one !== stage);
	return { reviews: { none: { actorId: userId, verdict: 'signed', stage: { in: others } } } };
}

/** What this person signed in the last month and what has been changed since: his newest signature of each story. */
async function listChanged(actor: Actor): Promise<ChangedRow[]> {
	const signed = await db.review.findMany({
		where: {
			paperId: actor.paperId,
			actorId: actor.userId,
			verdict: 'signed',
			createdAt: { gt: new Date(Date.now() - 30 * 86_400_000) },
			article: { state: { notIn: ['withdrawn', 'spiked'] } },
		},
		orderBy: { createdAt: 'desc' },
		distinct: ['articleId'],
		take: most,
		select: { stage: true, revision: true, hash: true, article: { select: rowSelect } },
	});
	const changed = signed.filter(({ hash, article }) => hash !== article.current.hash);
	const carried = await db.review.findMany({
		where: {
			actorId: actor.userId,
			verdict: 'carried',
			OR: changed.map(({ article }) => ({ articleId: article.id, hash: article.current.hash })),
		},
		select: { articleId: true },
	});
	const holds = new Set(carried.map(({ articleId }) => articleId));
	const rows = await toRows(changed.map(({ article }) => article));
	return changed.flatMap(({ stage, revision, article }, index) => {
		const row = rows[index];
		const change = { stage, signedRevision: revision, revision: article.revision, isCarried: holds.has(article.id) };
		return row ? [{ ...row, ...change }] : [];
	});
}

const onTheWay: ArticleState[] = [
	'returned',
	'submitted',
	'first_review',
	'second_review',
	'final_review',
	'signed_off',
	'held',
];

/** The desk by stage: every story between its author and its page; of one department where that is asked. */
export async function listStages(
	actor: Actor,
	desk?: string,
): Promise<{ stages: { state: ArticleState; rows: BoardRow[] }[]; desks: string[] }> {
	must(actor, 'review.board');
	const where = { paperId: actor.paperId, state: { in: onTheWay } };
	const [found, desks] = await Promise.all([
		db.article.findMany({
			where: {
				...where,
				...(desk && { desk }),
				placements: { none: { page: { edition: { publishedAt: { not: null } } } } },
			},
			orderBy: order,
			take: 2 * most,
			select: rowSelect,
		}),
		db.article.groupBy({ by: ['desk'], where, orderBy: { desk: 'asc' } }),
	]);
	const rows = await toRows(found);
	return {
		stages: onTheWay.map((state) => ({ state, rows: rows.filter((row) => row.state === state) })),
		desks: desks.map((group) => group.desk).filter(Boolean),
	};
}

/** A page of an edition to come, and what it lacks. */
export interface PageBoardRow {
	no: number;
	name: string;
	stories: { id: string; headline: string; state: ArticleState; words: number; urgent: boolean }[];
}

export interface EditionBoardRow {
	date: IsoDate;
	issueNo: number;
	publishAt: Date | null;
	publishTrouble: string;
	pages: PageBoardRow[];
}

/** The editions to come with the stories of their pages; whatever is not signed is what they lack. */
export async function listEditionBoards(actor: Actor): Promise<EditionBoardRow[]> {
	must(actor, 'review.board');
	const rows = await db.edition.findMany({
		where: { paperId: actor.paperId, publishedAt: null, retiredAt: null },
		orderBy: { date: 'asc' },
		take: 3,
		select: {
			date: true,
			issueNo: true,
			publishAt: true,
			publishTrouble: true,
			pages: {
				orderBy: { no: 'asc' },
				select: {
					no: true,
					name: true,
					placements: {
						orderBy: [{ priority: 'asc' }, { order: 'asc' }],
						select: {
							article: {
								select: { id: true, state: true, urgent: true, current: { select: { headline: true, words: true } } },
							},
						},
					},
				},
			},
		},
	});
	return rows.map(({ pages, date, ...edition }) => ({
		...edition,
		date: dateToIso(date),
		pages: pages.map(({ placements, ...page }) => ({
			...page,
			stories: placements.map(({ article: { current, ...article } }) => ({
				...article,
				headline: titleOf(current.headline),
				words: current.words,
			})),
		})),
	}));
}

/** The moment by which boards tell ages and deadlines. */
export const getBoardTime = (): Promise<Date> => databaseNow(db);

/** How strictly the paper keeps writers and signers apart. */
export async function getReviewMode(actor: Actor): Promise<ReviewMode> {
	must(actor, 'setting.manage');
	const paper = await db.paper.findUniqueOrThrow({ where: { id: actor.paperId }, select: { reviewMode: true } });
	return paper.reviewMode;
}
