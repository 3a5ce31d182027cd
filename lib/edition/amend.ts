import type { Prisma } from '@/generated/prisma/client';
import { isSameAmendment, missingOfAmendment, noteOfAmendment } from '@/lib/article/amendment';
import { titleOf } from '@/lib/article/article';
import { nameRevisions } from '@/lib/article/history/write';
import { type ArticleForAct, getArticleForAct } from '@/lib/article/read';
import { Amendment } from '@/lib/article/schema';
import { staleArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { siteTags } from '@/lib/site/tags';
import { writeOutbox, writeTrace } from '@/lib/trace/write';
import type { ActInput, WithdrawInput } from '@/lib/workflow/schema';
import { mustDecide } from '@/lib/workflow/workflow';
import { setState } from '@/lib/workflow/write';
import { composePages, mustFit } from './compose';
import { withJumps } from './design/read';
import { tagsOf } from './publication-tags';
import { publishing } from './publish';
import { insertPageVersions } from './version';

const peopleAndTags = {
	bylines: { select: { reporterId: true } },
	tags: { select: { tagId: true } },
} as const;

/** What readers have of an article before it is amended. */
const publishedSelect = {
	revision: true,
	columnId: true,
	seriesId: true,
	editionDate: true,
	pageNo: true,
	content: { select: { hash: true, amendment: true, ...peopleAndTags } },
} as const;

/**
 * 更正 and 更新: what was signed anew takes the place of what readers had, with the note that was reviewed with it; its
 * page gets a new version. A correction of what was printed is owed a notice in the next issue.
 */
export async function correctArticle(actor: Actor, input: ActInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, input.id);
		const { to: state } = mustDecide('correct', article, actor);
		if (article.revision !== input.revision) throw staleArticle();
		const before = await tx.publication.findUniqueOrThrow({
			where: { articleId: article.id },
			select: publishedSelect,
		});
		const amendment = await requireAmendment(tx, article, before.content.amendment);
		await setState(tx, article, state);
		await nameRevisions(tx, actor, 'correct', [article]);
		const now = await databaseNow(tx);
		const note = noteOfAmendment(amendment);
		await tx.publication.update({
			where: { articleId: article.id },
			data: {
				revision: article.revision,
				columnId: article.current.columnId,
				seriesId: article.current.seriesId,
				updatedAt: now,
			},
		});
		const { kind, wrong, right, foundBy, cause } = amendment;
		await insertAmendment(tx, actor, article, {
			kind,
			wrong,
			right,
			foundBy,
			cause,
			note,
			fromRevision: before.revision,
			toRevision: article.revision,
			editionDate: before.editionDate,
			pageNo: before.pageNo,
			notice: kind === 'correction' && article.isPrinted ? 'owed' : 'none',
		});
		await remakePages(tx, actor, article, { act: 'article.correct', note, before, state });
	}, publishing);
}

/** The amendment of the present content: whole, and not the one that readers have read already. */
async function requireAmendment(tx: Db, article: ArticleForAct, published: unknown): Promise<Amendment> {
	const { amendment } = await tx.articleRevision.findUniqueOrThrow({
		where: { articleId_number: { articleId: article.id, number: article.revision } },
		select: { amendment: true },
	});
	const present = Amendment.nullable().parse(amendment);
	const missing = missingOfAmendment(present);
	if (!present || missing.length > 0) throw new Refusal('invalid', `还不能发布：${missing.join('；')}。`);
	if (isSameAmendment(present, Amendment.nullable().parse(published))) {
		throw new Refusal('invalid', '更正说明还是上一次的，请写明这一次改了什么。');
	}
	return present;
}

/** 撤稿: readers see a notice in its place at once; the record keeps everything. */
export async function withdrawArticle(actor: Actor, input: WithdrawInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, input.id);
		const { to: state } = mustDecide('withdraw', article, actor);
		await setState(tx, article, state);
		const { note } = input;
		const before = await tx.publication.update({
			where: { articleId: article.id },
			data: { withdrawnAt: await databaseNow(tx), withdrawNote: note },
			select: publishedSelect,
		});
		await insertAmendment(tx, actor, article, {
			kind: 'withdrawal',
			note,
			fromRevision: before.revision,
			toRevision: null,
			editionDate: before.editionDate,
			pageNo: before.pageNo,
			notice: 'none',
		});
		await remakePages(tx, actor, article, { act: 'article.withdraw', note, before, state });
	}, publishing);
}

type NewAmendment = Omit<
	Prisma.AmendmentUncheckedCreateInput,
	'id' | 'paperId' | 'articleId' | 'actorId' | 'actorName'
>;

async function insertAmendment(tx: Db, actor: Actor, article: ArticleForAct, amendment: NewAmendment): Promise<void> {
	const { userId: actorId, name: actorName, paperId } = actor;
	await tx.amendment.create({
		data: { ...amendment, id: newId(), paperId, articleId: article.id, actorId, actorName },
	});
}

interface Change {
	act: 'article.correct' | 'article.withdraw';
	note: string;
	/** What readers had. */
	before: { columnId: string | null; seriesId: string | null; content: Tagged & { hash: string } };
	state: string;
}

interface Tagged {
	bylines: { reporterId: string | null }[];
	tags: { tagId: string }[];
}

/** Gives the published pages of an article a new version, records why, and names what shows it. */
async function remakePages(tx: Db, actor: Actor, article: ArticleForAct, change: Change): Promise<void> {
	const { act, note, before, state } = change;
	const placed = article.placements.map((placement) => placement.pageId);
	const made = await composePages(tx, {
		id: { in: await withJumps(tx, article.id, placed) },
		edition: { publishedAt: { not: null } },
	});
	mustFit(made);
	await insertPageVersions(tx, actor, made, 'published');
	await writeTrace(tx, actor, {
		act,
		subjectType: 'article',
		subjectId: article.id,
		subject: titleOf(article.current.headline),
		before: before.content.hash,
		after: article.current.hash,
		detail: { from: article.state, to: state, revision: article.revision, note },
	});
	const dates = [...new Set(made.map((page) => page.brief.page.date))];
	const touched = [
		...tagsOf(article),
		...tagsOf({ id: article.id, current: { ...before.content, ...before } }),
		siteTags.latest,
		siteTags.amendments,
		...dates.map(siteTags.edition),
	];
	await writeOutbox(tx, actor, act, article.id, [...new Set(touched)]);
}
