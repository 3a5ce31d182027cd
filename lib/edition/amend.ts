import { titleOf } from '@/lib/article/article';
import { type ArticleForAct, getArticleForAct } from '@/lib/article/read';
import { staleArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { siteTags } from '@/lib/site/tags';
import { writeOutbox, writeTrace } from '@/lib/trace/write';
import type { CorrectInput, WithdrawInput } from '@/lib/workflow/schema';
import { mustDecide } from '@/lib/workflow/workflow';
import { setState } from '@/lib/workflow/write';
import { composePages, mustFit } from './compose';
import { tagsOf } from './publication-tags';
import { insertPageVersions, publishing } from './publish';

/** 更正: what was signed anew takes the place of what readers had; its page gets a new version. */
export async function correctArticle(actor: Actor, input: CorrectInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, input.id);
		const { to: state } = mustDecide('correct', article, actor);
		if (article.revision !== input.revision) throw staleArticle();
		await setState(tx, article, state);
		const before = await tx.publication.findUniqueOrThrow({
			where: { articleId: article.id },
			select: { columnId: true, seriesId: true, content: { select: { hash: true, ...peopleAndTags } } },
		});
		const now = await databaseNow(tx);
		await tx.publication.update({
			where: { articleId: article.id },
			data: {
				revision: article.revision,
				columnId: article.current.columnId,
				seriesId: article.current.seriesId,
				correction: input.note,
				correctedAt: now,
				updatedAt: now,
			},
		});
		const touched = [...tagsOf(article), ...tagsOf({ id: article.id, current: { ...before.content, ...before } })];
		await remakePages(tx, actor, article, {
			act: 'article.correct',
			note: input.note,
			touched,
			before: before.content.hash,
			state,
		});
	}, publishing);
}

/** 撤稿: readers see a notice in its place at once; the record keeps everything. */
export async function withdrawArticle(actor: Actor, input: WithdrawInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, input.id);
		const { to: state } = mustDecide('withdraw', article, actor);
		await setState(tx, article, state);
		const published = await tx.publication.update({
			where: { articleId: article.id },
			data: { withdrawnAt: await databaseNow(tx), withdrawNote: input.note },
			select: { columnId: true, seriesId: true, content: { select: { hash: true, ...peopleAndTags } } },
		});
		const touched = [
			...tagsOf(article),
			...tagsOf({ id: article.id, current: { ...published.content, ...published } }),
		];
		await remakePages(tx, actor, article, {
			act: 'article.withdraw',
			note: input.note,
			touched,
			before: published.content.hash,
			state,
		});
	}, publishing);
}

const peopleAndTags = {
	bylines: { select: { reporterId: true } },
	tags: { select: { tagId: true } },
} as const;

/** Gives the published pages of an article a new version and records why. */
async function remakePages(
	tx: Db,
	actor: Actor,
	article: ArticleForAct,
	change: { act: string; note: string; touched: string[]; before: string; state: string },
): Promise<void> {
	const made = await composePages(tx, {
		id: { in: article.placements.map((placement) => placement.pageId) },
		edition: { publishedAt: { not: null } },
	});
	mustFit(made);
	await insertPageVersions(tx, actor, made);
	await writeTrace(tx, actor, {
		act: change.act,
		subjectType: 'article',
		subjectId: article.id,
		subject: titleOf(article.current.headline),
		before: change.before,
		after: article.current.hash,
		detail: { from: article.state, to: change.state, revision: article.revision, note: change.note },
	});
	const dates = [...new Set(made.map((page) => page.brief.page.date))];
	const touched = [...change.touched, siteTags.latest, ...dates.map(siteTags.edition)];
	await writeOutbox(tx, actor, change.act, article.id, [...new Set(touched)]);
}
