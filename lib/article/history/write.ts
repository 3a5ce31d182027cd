import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { writeTrace } from '@/lib/trace/write';
import { titleOf } from '../article';
import { type ArticleForAct, getArticleForAct, getRevisionContent } from '../read';
import { type SavedArticle, saveArticle } from '../write';
import { type NamedAct, nameOfAct } from './names';
import type { NameInput, RestoreInput } from './schema';

/**
 * 稿次名 of an act, part of the act's transaction and told by its trace: the revisions that were sent for review,
 * signed, published are called so. An act that is repeated on one revision names it once.
 */
export async function nameRevisions(
	tx: Db,
	actor: Actor,
	act: NamedAct,
	articles: readonly { id: string; revision: number }[],
): Promise<void> {
	await tx.revisionName.createMany({
		data: articles.map(({ id, revision }) => ({
			paperId: actor.paperId,
			articleId: id,
			number: revision,
			name: nameOfAct[act],
			actorId: actor.userId,
			actorName: actor.name,
		})),
		skipDuplicates: true,
	});
}

/** Gives a revision a name of the person's own. */
export async function nameRevision(actor: Actor, { id, number, name }: NameInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await forNaming(tx, actor, id);
		const revision = await tx.articleRevision.findUnique({
			where: { articleId_number: { articleId: id, number } },
			select: { number: true },
		});
		if (!revision) throw new Refusal('not-found', '没有这一稿，请刷新历史后再试。');
		const { count } = await tx.revisionName.createMany({
			data: [{ paperId: actor.paperId, articleId: id, number, name, actorId: actor.userId, actorName: actor.name }],
			skipDuplicates: true,
		});
		if (count === 0) throw new Refusal('taken', `第 ${number} 稿已经叫“${name}”。`);
		await recordName(tx, actor, article, { act: 'article.name', number, name });
	});
}

/** Takes such a name away. Those that acts gave stay: they are part of what happened. */
export async function unnameRevision(actor: Actor, { id, number, name }: NameInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await forNaming(tx, actor, id);
		const { count } = await tx.revisionName.deleteMany({ where: { articleId: id, number, name } });
		if (count === 0) throw new Refusal('not-found', `第 ${number} 稿已经不叫“${name}”。`);
		await recordName(tx, actor, article, { act: 'article.unname', number, name });
	});
}

async function forNaming(tx: Db, actor: Actor, id: string): Promise<ArticleForAct> {
	const article = await getArticleForAct(tx, actor, id);
	must(actor, 'article.name', article);
	return article;
}

async function recordName(
	tx: Db,
	actor: Actor,
	article: ArticleForAct,
	{ act, number, name }: { act: string; number: number; name: string },
): Promise<void> {
	await writeTrace(tx, actor, {
		act,
		subjectType: 'article',
		subjectId: article.id,
		subject: titleOf(article.current.headline),
		detail: { revision: number, called: name },
	});
}

/**
 * 恢复: an old content becomes the next revision, by the rules of every save: the guard, the one writer, compare and
 * set, signatures carried or voided. Nothing that stood meanwhile is lost, and restoring that undoes it.
 */
export async function restoreRevision(
	actor: Actor,
	{ id, number, baseRevision, requestId }: RestoreInput,
): Promise<SavedArticle> {
	const content = await getRevisionContent(actor, id, number);
	if (!content) throw new Refusal('not-found', '没有这一稿，请刷新历史后再试。');
	const as = { act: 'article.restore', detail: { restored: number } };
	const saved = await saveArticle(actor, { id, baseRevision, requestId, content }, as).catch(sayingNothingHappened);
	if (saved.revision === baseRevision) throw new Refusal('invalid', `第 ${number} 稿和现在的内容一样，不用恢复。`);
	return saved;
}

/** A late save keeps what was written; here nothing was. */
function sayingNothingHappened(error: unknown): never {
	const isLate = error instanceof Refusal && error.code === 'stale';
	throw isLate ? new Refusal('stale', '这篇稿件刚才又保存过，所以没有恢复。请刷新，看过新的改动再决定。') : error;
}
