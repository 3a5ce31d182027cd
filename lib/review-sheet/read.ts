import type { Prisma } from '@/generated/prisma/client';
import { bylineText } from '@/lib/article/byline';
import { getArticleForAct } from '@/lib/article/read';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { ruleFamilies } from '@/lib/check/rules';
import { type Db, databaseNow, db } from '@/lib/db';
import { dateToIso } from '@/lib/time';
import { chainEnd } from '@/lib/trace/read';
import { type ReviewSheet, standingsOf } from './review-sheet';

/** Acts that move nothing on: a sheet would be full of them. */
const leftOut = ['article.save', 'article.askLock', 'article.giveLock', 'article.keepLock'];
/** Of a story that never ends, the latest acts. */
const mostActs = 400;

const sheetSelect = {
	id: true,
	paperId: true,
	state: true,
	revision: true,
	desk: true,
	urgent: true,
	dueAt: true,
	embargoUntil: true,
	plannedWords: true,
	holdReason: true,
	createdAt: true,
	paper: { select: { name: true } },
	author: { select: { name: true } },
	current: {
		select: {
			kicker: true,
			headline: true,
			deck: true,
			dateline: true,
			words: true,
			hash: true,
			column: { select: { name: true } },
			bylines: { select: { role: true, name: true, office: true }, orderBy: { order: 'asc' } },
		},
	},
	placements: {
		select: { priority: true, page: { select: { no: true, name: true, edition: { select: { date: true } } } } },
		orderBy: [{ page: { edition: { date: 'asc' } } }, { page: { no: 'asc' } }],
	},
	reviews: {
		select: {
			stage: true,
			verdict: true,
			returnTo: true,
			reason: true,
			hash: true,
			revision: true,
			actorId: true,
			note: true,
			flag: true,
			createdAt: true,
			actor: { select: { name: true } },
		},
		orderBy: { createdAt: 'asc' },
	},
	comments: {
		where: { parentId: null },
		select: {
			blocking: true,
			exact: true,
			text: true,
			createdAt: true,
			resolvedAt: true,
			author: { select: { name: true } },
			resolver: { select: { name: true } },
		},
		orderBy: { createdAt: 'asc' },
	},
	ignores: {
		select: { rule: true, text: true, reason: true, actorName: true, createdAt: true },
		orderBy: { createdAt: 'asc' },
	},
	proofMarks: {
		select: {
			place: true,
			wrong: true,
			right: true,
			revision: true,
			createdAt: true,
			actor: { select: { name: true } },
		},
		orderBy: { createdAt: 'asc' },
	},
	publication: true,
	amendments: { orderBy: { at: 'asc' } },
} satisfies Prisma.ArticleSelect;

/** The review sheet of a story, all of it as it stood at one moment. */
export async function getReviewSheet(actor: Actor, id: string): Promise<ReviewSheet> {
	must(actor, 'article.read', await getArticleForAct(db, actor, id));
	return db.$transaction(
		async (tx) => {
			const row = await tx.article.findUniqueOrThrow({ where: { id }, select: sheetSelect });
			return {
				...factsOf(row),
				...judgedOf(row),
				...publishedOf(row),
				savers: await listSavers(tx, id),
				acts: await listActs(tx, row.paperId, id),
				anchor: await chainEnd(tx, row.paperId),
				madeAt: await databaseNow(tx),
				madeBy: actor.name,
			};
		},
		{ isolationLevel: 'RepeatableRead' },
	);
}

type SheetRow = Prisma.ArticleGetPayload<{ select: typeof sheetSelect }>;

function factsOf({ current, paper, author, placements, ...row }: SheetRow) {
	const { kicker, headline, deck, dateline, words, hash, column, bylines } = current;
	const { id, state, revision, desk, urgent, dueAt, embargoUntil, plannedWords, holdReason, createdAt } = row;
	return {
		...{ id, state, revision, desk, urgent, dueAt, embargoUntil, plannedWords, holdReason, createdAt },
		...{ kicker, headline, deck, words, hash },
		paper: paper.name,
		byline: bylineText(bylines, dateline) || dateline,
		authorName: author.name,
		columnName: column?.name ?? '',
		slots: placements.map(({ priority, page }) => ({
			date: dateToIso(page.edition.date),
			no: page.no,
			name: page.name,
			priority,
		})),
	};
}

/** What people have said of it: reviews, comments, answers to the checks, proof marks. */
function judgedOf({ current, reviews, comments, ignores, proofMarks }: SheetRow) {
	const standings = standingsOf(reviews, current.hash);
	const others = comments.filter((comment) => !comment.blocking);
	return {
		reviews: reviews.map(({ actor, actorId: _id, createdAt, ...review }, index) => ({
			...review,
			actorName: actor.name,
			at: createdAt,
			standing: standings[index] ?? 'void',
		})),
		blocking: comments
			.filter((comment) => comment.blocking)
			.map(({ author, resolver, createdAt, exact, text, resolvedAt }) => ({
				...{ exact, text, resolvedAt, at: createdAt },
				authorName: author.name,
				resolverName: resolver?.name ?? null,
			})),
		comments: { total: others.length, open: others.filter(({ resolvedAt }) => !resolvedAt).length },
		ignores: ignores.map(({ rule, createdAt, ...ignore }) => ({ ...ignore, rule: ruleName(rule), at: createdAt })),
		proofMarks: proofMarks.map(({ actor, createdAt, ...mark }) => ({ ...mark, actorName: actor.name, at: createdAt })),
	};
}

function publishedOf({ publication, amendments }: SheetRow): Pick<ReviewSheet, 'publication' | 'amendments'> {
	return {
		publication: publication && {
			date: dateToIso(publication.editionDate),
			pageNo: publication.pageNo,
			pageName: publication.pageName,
			revision: publication.revision,
			at: publication.publishedAt,
		},
		amendments: amendments.map(({ kind, at, actorName, wrong, right, foundBy, note, notice, toRevision }) => ({
			...{ kind, at, actorName, wrong, right, foundBy, note, notice, toRevision },
		})),
	};
}

const rules = new Map(ruleFamilies.flatMap((family) => family.rules.map((rule) => [rule.id, rule.name] as const)));

/** A rule that is no more stands as it was recorded. */
function ruleName(id: string): string {
	return rules.get(id) ?? id;
}

async function listSavers(tx: Db, articleId: string): Promise<ReviewSheet['savers']> {
	const groups = await tx.articleRevision.groupBy({ by: ['actorId'], where: { articleId }, _count: true });
	const users = await tx.user.findMany({
		where: { id: { in: groups.map((group) => group.actorId) } },
		select: { id: true, name: true },
	});
	const names = new Map(users.map((user) => [user.id, user.name]));
	return groups
		.map(({ actorId, _count }) => ({ name: names.get(actorId) ?? '', revisions: _count }))
		.sort((a, b) => b.revisions - a.revisions);
}

async function listActs(tx: Db, paperId: string, articleId: string): Promise<ReviewSheet['acts']> {
	const rows = await tx.trace.findMany({
		where: { paperId, subjectType: 'article', subjectId: articleId, act: { startsWith: 'article.', notIn: leftOut } },
		orderBy: { seq: 'desc' },
		take: mostActs,
		select: { seq: true, at: true, actorName: true, act: true, detail: true, after: true },
	});
	return rows.reverse().map(({ seq, after, ...row }) => ({ ...row, seq: Number(seq), hash: after }));
}
