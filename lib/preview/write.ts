import { titleOf } from '@/lib/article/article';
import { type ArticleForAct, getArticleForAct } from '@/lib/article/read';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { writeTrace } from '@/lib/trace/write';
import { mostOpenLinks, previewHours } from './preview';
import type { CreatePreviewInput, RevokePreviewInput } from './schema';

/** 生成预览链接: who holds it sees the story as it is written, until it is over or revoked. */
export async function createPreview(actor: Actor, input: CreatePreviewInput): Promise<{ id: string }> {
	return db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, input.id);
		must(actor, 'article.preview', article);
		if (article.state === 'spiked' || article.state === 'withdrawn') {
			throw new Refusal('wrong-state', '这篇稿件不再刊发，不能生成预览链接。');
		}
		const now = await databaseNow(tx);
		const open = await tx.previewLink.count({
			where: { articleId: article.id, revokedAt: null, expiresAt: { gt: now } },
		});
		if (open >= mostOpenLinks) {
			throw new Refusal('invalid', `这篇稿件已有 ${mostOpenLinks} 条有效的预览链接，请先撤销不用的。`);
		}
		const id = newId();
		// The seal states the moment in whole seconds; the row must say the same.
		const expiresAt = new Date(Math.floor(now.getTime() / 1000) * 1000 + previewHours * 3_600_000);
		const row = { id, paperId: actor.paperId, articleId: article.id, createdById: actor.userId, createdAt: now };
		await tx.previewLink.create({ data: { ...row, expiresAt } });
		await record(tx, actor, 'preview.create', article, { link: id, until: expiresAt.toISOString() });
		return { id };
	});
}

/** 撤销: whoever holds the link is told so from now on. */
export async function revokePreview(actor: Actor, { id }: RevokePreviewInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const link = await tx.previewLink.findFirst({
			where: { id, paperId: actor.paperId },
			select: { articleId: true },
		});
		if (!link) throw new Refusal('not-found', '没有这条预览链接，请刷新后核对。');
		const article = await getArticleForAct(tx, actor, link.articleId);
		must(actor, 'article.preview', article);
		const revoked = await tx.previewLink.updateMany({
			where: { id, revokedAt: null },
			data: { revokedAt: await databaseNow(tx) },
		});
		if (revoked.count === 0) throw new Refusal('wrong-state', '这条链接已经撤销。');
		await record(tx, actor, 'preview.revoke', article, { link: id });
	});
}

/** That somebody opened it; said once a minute at most, and never in the way of showing it. */
export async function noteSeen(linkId: string): Promise<void> {
	await db.$executeRaw`
		UPDATE "PreviewLink" SET "seenAt" = now()
		WHERE "id" = ${linkId} AND ("seenAt" IS NULL OR "seenAt" < now() - interval '1 minute')`;
}

async function record(
	tx: Db,
	actor: Actor,
	act: string,
	article: ArticleForAct,
	detail: { link: string; until?: string },
): Promise<void> {
	await writeTrace(tx, actor, {
		act,
		subjectType: 'article',
		subjectId: article.id,
		subject: titleOf(article.current.headline),
		after: article.current.hash,
		detail: { ...detail, revision: article.revision },
	});
}
