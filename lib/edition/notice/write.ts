import { titleOf } from '@/lib/article/article';
import { ArticleContent } from '@/lib/article/schema';
import { createArticleIn } from '@/lib/article/write';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { chineseDate, dateToIso } from '@/lib/time';
import { writeTrace } from '@/lib/trace/write';
import type { NoticeInput, WaiveNoticeInput } from './schema';

/** 写更正稿: begins the story that prints a correction, in the words that readers of the web have had. It is reviewed like any. */
export async function writeNotice(actor: Actor, { id }: NoticeInput): Promise<{ articleId: string }> {
	must(actor, 'edition.place');
	must(actor, 'article.create');
	return db.$transaction(async (tx) => {
		const owed = await requireOwed(tx, actor, id);
		if (owed.noticeId) return { articleId: owed.noticeId };
		const day = chineseDate(dateToIso(owed.editionDate));
		const headline = titleOf(owed.article.current.headline);
		const text = `本报${day}第${owed.pageNo}版刊登的《${headline}》一文有误：${owed.note.replace(/。$/, '')}。特此更正。`;
		const content = ArticleContent.parse({
			headline: '更正',
			body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
		});
		// Before the story's trace, which no lock may follow (lib/trace/README.md): somebody may be waiving it.
		await tx.$executeRaw`SELECT 1 FROM "Amendment" WHERE "id" = ${id} FOR UPDATE`;
		const article = await createArticleIn(tx, actor, { requestId: crypto.randomUUID(), content });
		const taken = await tx.amendment.updateMany({ where: { id, noticeId: null }, data: { noticeId: article.id } });
		if (taken.count !== 1) throw new Refusal('taken', '刚有人写了这条更正稿，请刷新后打开。');
		return { articleId: article.id };
	});
}

/** 豁免: print owes this notice no more, for a reason that stays. */
export async function waiveNotice(actor: Actor, { id, why }: WaiveNoticeInput): Promise<void> {
	must(actor, 'edition.publish');
	await db.$transaction(async (tx) => {
		const owed = await requireOwed(tx, actor, id);
		await tx.amendment.update({
			where: { id },
			data: { notice: 'waived', waivedWhy: why, waivedBy: actor.name, settledAt: await databaseNow(tx) },
		});
		await writeTrace(tx, actor, {
			act: 'article.waiveNotice',
			subjectType: 'article',
			subjectId: owed.articleId,
			subject: titleOf(owed.article.current.headline),
			detail: { note: why },
		});
	});
}

/** What was owed and stands in the edition that appears, is printed. */
export async function settleNotices(tx: Db, articleIds: readonly string[]): Promise<void> {
	await tx.amendment.updateMany({
		where: { noticeId: { in: [...articleIds] }, notice: 'owed' },
		data: { notice: 'printed', settledAt: await databaseNow(tx) },
	});
}

async function requireOwed(tx: Db, actor: Actor, id: string) {
	const owed = await tx.amendment.findFirst({
		where: { id, paperId: actor.paperId },
		select: {
			articleId: true,
			notice: true,
			noticeId: true,
			note: true,
			editionDate: true,
			pageNo: true,
			article: { select: { current: { select: { headline: true } } } },
		},
	});
	if (!owed) throw new Refusal('not-found', '没有这条更正，或者它不在本报。');
	if (owed.notice !== 'owed') throw new Refusal('wrong-state', '这条更正已经刊登或豁免，请刷新后核对。');
	return owed;
}
