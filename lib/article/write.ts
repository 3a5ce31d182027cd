import type { Prisma } from '@/generated/prisma/client';
import type { ArticleState } from '@/generated/prisma/enums';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db, isUniqueViolation } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { countWords } from '@/lib/text';
import { type TraceEntry, writeTrace } from '@/lib/trace/write';
import { mustDecide, mustWrite } from '@/lib/workflow/workflow';
import { titleOf } from './article';
import { emptyBody, openSuggestions, plainText, suggestedMediaOf } from './body';
import { carrySignatures, weighSignatures } from './carry';
import { contentHash } from './hash';
import { requireLock } from './lock/write';
import { type ArticleForAct, getArticleForAct } from './read';
import { ArticleContent, type CreateArticleInput, type SaveArticleInput } from './schema';
import { fatesDetail, recordProofMarks, settleProposals, weighSuggestions } from './suggested';
import { foreignSuggestions } from './suggestion-fate';

/** What a save answers, a retried one with the same figures. */
export interface SavedArticle {
	id: string;
	revision: number;
	words: number;
	hash: string;
	state: ArticleState;
	/** ISO 8601 */
	savedAt: string;
}

/** Starts an article; its first revision is empty unless content comes along. */
export async function createArticle(actor: Actor, input: CreateArticleInput, origin?: Origin): Promise<SavedArticle> {
	must(actor, 'article.create');
	return onceOnly(actor, input.requestId, (tx) => createArticleIn(tx, actor, input, origin));
}

/** Where a new article comes from when nobody begins to write it: what the record says of it. */
export type Origin = Pick<TraceEntry, 'act' | 'detail'>;

/** The same inside a transaction of the caller's. */
export async function createArticleIn(
	tx: Db,
	actor: Actor,
	input: CreateArticleInput,
	origin: Origin = { act: 'article.create' },
): Promise<SavedArticle> {
	const content = input.content ?? ArticleContent.parse({ body: emptyBody });
	if (foreignSuggestions(emptyBody, content.body, actor.userId).length > 0) {
		throw new Refusal('invalid', '新稿件里有别人的修改建议，请先在原稿上处理。');
	}
	const id = newId();
	await requireReferences(tx, actor, content);
	await tx.article.create({
		data: { id, paperId: actor.paperId, revision: 1, authorId: actor.userId, desk: actor.department },
	});
	const saved = await insertRevision(tx, actor, {
		...{ articleId: id, number: 1, requestId: input.requestId, content },
		hash: contentHash(content),
	});
	await writeTrace(tx, actor, {
		...origin,
		subjectType: 'article',
		subjectId: id,
		subject: titleOf(content.headline),
		after: saved.hash,
	});
	return { ...saved, state: 'draft' };
}

/**
 * Saves an article's content as its next revision, when nobody else is its writer and nobody has saved
 * since `baseRevision` (compare and set). A content equal to the present one makes no revision. `as` is what
 * the record calls it where it is more than a save.
 */
export async function saveArticle(
	actor: Actor,
	input: SaveArticleInput,
	as: { act: string; detail?: Prisma.InputJsonObject } = { act: 'article.save' },
): Promise<SavedArticle> {
	return onceOnly(actor, input.requestId, async (tx) => {
		const article = await getArticleForAct(tx, actor, input.id);
		const way = mustWrite(article, actor);
		await requireLock(tx, actor, article, input.tab);
		if (article.revision !== input.baseRevision) throw staleArticle();
		const hash = contentHash(input.content);
		if (article.current.hash === hash) return presentRevision(tx, article.id, article.state);
		await requireReferences(tx, actor, input.content);
		const fates = await weighSuggestions(tx, actor, article, input.content, way);
		const number = article.revision + 1;
		const signatures = await weighSignatures(tx, article, input.content, hash);
		const state = stateOfSave(actor, { ...article, signed: signatures.stages }, hash, way);
		const now = await databaseNow(tx);
		const taken = await tx.article.updateMany({
			where: { id: article.id, revision: article.revision, state: article.state },
			data: { revision: number, state, updatedAt: now, ...(state !== article.state && { stateSince: now }) },
		});
		if (taken.count !== 1) throw staleArticle();
		const saved = await insertRevision(tx, actor, {
			articleId: article.id,
			number,
			requestId: input.requestId,
			content: input.content,
			hash,
		});
		await carrySignatures(tx, article, signatures, { number, hash });
		const accepted = [...fates.accepted, ...(await settleProposals(tx, actor, article, input.content))];
		await recordProofMarks(tx, article, number, accepted);
		await writeTrace(tx, actor, {
			act: as.act,
			subjectType: 'article',
			subjectId: article.id,
			subject: titleOf(input.content.headline),
			before: article.current.hash,
			after: saved.hash,
			detail: {
				revision: number,
				...as.detail,
				...(state !== article.state && { from: article.state, to: state }),
				...(signatures.change && { change: signatures.change }),
				...(signatures.voided.length > 0 && { voided: signatures.voided }),
				...fatesDetail({ ...fates, accepted }, actor),
			},
		});
		return { ...saved, state };
	});
}

/** Where a save leaves the article; one that puts back what readers have ends its next version. */
function stateOfSave(actor: Actor, article: ArticleForAct, hash: string, way: 'save' | 'suggest'): ArticleState {
	const { publication } = article;
	const isBack = article.isPublished && (!article.isPlaced || article.isPrinted) && publication?.content.hash === hash;
	if (isBack) return article.isCorrected ? 'corrected' : 'published';
	return mustDecide(way, article, actor).to;
}

/** What every late writer is told; the door adds the version that was saved meanwhile. */
export function staleArticle(): Refusal {
	return new Refusal('stale', '这篇稿件已有更新的版本。您写的内容没有丢，请对照后再保存。');
}

/** Runs a save once for each request id: a retry answers what the first one did. */
async function onceOnly(
	actor: Actor,
	requestId: string,
	save: (tx: Db) => Promise<SavedArticle>,
): Promise<SavedArticle> {
	try {
		return await db.$transaction(save);
	} catch (error) {
		// Whatever the first one changed may be why its retry is refused.
		const isRepeated = isUniqueViolation(error) || error instanceof Refusal;
		const winner = isRepeated ? await findSaved(actor, requestId) : undefined;
		if (winner) return winner;
		throw isUniqueViolation(error) ? staleArticle() : error;
	}
}

async function findSaved(actor: Actor, requestId: string): Promise<SavedArticle | undefined> {
	const row = await db.articleRevision.findUnique({
		where: { requestId },
		select: {
			number: true,
			words: true,
			hash: true,
			createdAt: true,
			actorId: true,
			article: { select: { id: true, state: true } },
		},
	});
	if (!row) return undefined;
	if (row.actorId !== actor.userId) throw new Refusal('invalid', '保存请求的编号重复，请刷新页面后再试。');
	return {
		id: row.article.id,
		state: row.article.state,
		revision: row.number,
		words: row.words,
		hash: row.hash,
		savedAt: row.createdAt.toISOString(),
	};
}

async function presentRevision(tx: Db, id: string, state: ArticleState): Promise<SavedArticle> {
	const { current } = await tx.article.findUniqueOrThrow({
		where: { id },
		select: { current: { select: { number: true, words: true, hash: true, createdAt: true } } },
	});
	const { number, words, hash, createdAt } = current;
	return { id, state, revision: number, words, hash, savedAt: createdAt.toISOString() };
}

interface NewRevision {
	articleId: string;
	number: number;
	requestId: string;
	content: ArticleContent;
	hash: string;
}

async function insertRevision(tx: Db, actor: Actor, revision: NewRevision): Promise<Omit<SavedArticle, 'state'>> {
	const { content, articleId, number } = revision;
	const text = plainText(content.body);
	const { kicker, headline, deck, dateline, columnId, seriesId, webTitle, feedTitle, wechatTitle, body } = content;
	const row = await tx.articleRevision.create({
		data: {
			id: newId(),
			paperId: actor.paperId,
			articleId,
			number,
			requestId: revision.requestId,
			actorId: actor.userId,
			kicker,
			headline,
			deck,
			dateline,
			columnId,
			seriesId,
			webTitle,
			feedTitle,
			wechatTitle,
			amendment: content.amendment ?? undefined,
			body,
			text,
			words: countWords(text),
			suggestions: openSuggestions(body).length,
			hash: revision.hash,
			bylines: {
				createMany: { data: content.bylines.map((byline, order) => ({ ...byline, order, paperId: actor.paperId })) },
			},
			tags: { createMany: { data: content.tagIds.map((tagId) => ({ tagId })) } },
			media: { createMany: { data: suggestedMediaOf(body).map((mediaId) => ({ mediaId })) } },
		},
		select: { words: true, hash: true, createdAt: true },
	});
	return { id: articleId, revision: number, words: row.words, hash: row.hash, savedAt: row.createdAt.toISOString() };
}

/** Refuses content that names a column, series, tag, reporter or picture that this paper does not have. */
async function requireReferences(tx: Db, actor: Actor, content: ArticleContent): Promise<void> {
	const { paperId } = actor;
	const reporterIds = [...new Set(content.bylines.flatMap((byline) => byline.reporterId ?? []))];
	const tagIds = [...new Set(content.tagIds)];
	if (tagIds.length !== content.tagIds.length) throw new Refusal('invalid', '同一个标签加了两次。');
	const media = suggestedMediaOf(content.body);
	// One connection carries the transaction, so that these run one after another; most articles need two.
	const checks: {
		name: string;
		ids: string[];
		count: (where: { id: { in: string[] }; paperId: string }) => Promise<number>;
	}[] = [
		{ name: '栏目', ids: content.columnId ? [content.columnId] : [], count: (where) => tx.column.count({ where }) },
		{ name: '主题横幅', ids: content.seriesId ? [content.seriesId] : [], count: (where) => tx.series.count({ where }) },
		{ name: '标签', ids: tagIds, count: (where) => tx.tag.count({ where }) },
		{ name: '记者', ids: reporterIds, count: (where) => tx.reporter.count({ where }) },
		{ name: '图片', ids: media, count: (where) => tx.mediaAsset.count({ where }) },
	];
	for (const { name, ids, count } of checks) {
		if (ids.length > 0 && (await count({ id: { in: ids }, paperId })) !== ids.length) {
			throw new Refusal('invalid', `稿件里的${name}在本报找不到，可能已被删除，请重新选择。`);
		}
	}
}
