import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveArticle } from '@/lib/article/write';
import { db, publishedDb } from '@/lib/db';
import { correctArticle } from '@/lib/edition/amend';
import { publishOnline } from '@/lib/edition/publish-online';
import { newId } from '@/lib/id';
import { reviewSheetDocument } from '@/lib/review-sheet/print-review-sheet';
import { getReviewSheet } from '@/lib/review-sheet/read';
import { stopCutter } from '@/lib/site/font-cutter';
import { getChainEnd } from '@/lib/trace/read';
import { returnArticle, signFirst, signOffArticle, signSecond, submitArticle } from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { p } from '@/prisma/seed/story';
import { at, content, draft } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});
afterAll(async () => {
	await stopCutter();
	await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
});

const body = (...texts: string[]) => ({ type: 'doc' as const, content: texts.map((text) => p(text)) });

/** Saves as the next version; answers what an act is told. */
async function rewrite(
	seen: { id: string; revision: number },
	changed: Parameters<typeof content>[0],
	writer = newsroom.actors.reporter,
) {
	const { id, revision: baseRevision } = seen;
	const request = { id, baseRevision, requestId: crypto.randomUUID(), content: content(changed) };
	return at(await saveArticle(writer, request));
}

describe('a review sheet', () => {
	it('tells who judged what, what was carried, returned, flagged, answered, published and corrected', async () => {
		const { reporter, desk_editor, department_head, chief_on_duty, page_editor, proofreader } = newsroom.actors;
		const first = {
			headline: '环湖步道\n全线贯通',
			deck: '走一圈两小时',
			body: body('环湖步道昨天全线贯通，走一圈两小时。'),
		};
		let seen = at(await draft(reporter, first));
		const { id } = seen;
		await submitArticle(reporter, seen);
		await signFirst(desk_editor, seen);
		await returnArticle(department_head, { ...seen, reason: 'facts', returnTo: null, note: '里程要核实' });
		seen = await rewrite(seen, { ...first, body: body('环湖步道昨天全线贯通，走一圈要两个半小时。') });
		await submitArticle(reporter, seen);
		await signFirst(desk_editor, seen);
		await signSecond(department_head, seen);
		// A mark that no stage judges: both signatures go over.
		const marked = { ...first, body: body('环湖步道昨天全线贯通。走一圈要两个半小时。') };
		seen = await rewrite(seen, marked, page_editor);
		await db.paper.update({ where: { id: newsroom.paperId }, data: { reviewMode: 'flagged' } });
		await signOffArticle(chief_on_duty, seen);
		await answerRemarks(id, seen.revision);
		await publishOnline(chief_on_duty, seen);
		const sheet = await getReviewSheet(proofreader, id);

		expect(
			sheet.reviews.map(({ stage, verdict, standing, actorName }) => [stage, verdict, standing, actorName]),
		).toEqual([
			['first', 'signed', 'void', desk_editor.name],
			['second', 'returned', 'return', department_head.name],
			['first', 'signed', 'carried', desk_editor.name],
			['second', 'signed', 'carried', department_head.name],
			['first', 'carried', 'holds', expect.any(String)],
			['second', 'carried', 'holds', expect.any(String)],
			['final', 'signed', 'holds', chief_on_duty.name],
		]);
		expect(sheet).toMatchObject({
			revision: 3,
			authorName: reporter.name,
			savers: [
				{ name: reporter.name, revisions: 2 },
				{ name: page_editor.name, revisions: 1 },
			],
		});
		expect(sheet.blocking).toMatchObject([{ text: '两小时还是两个半？', resolverName: desk_editor.name }]);
		expect(sheet.comments).toEqual({ total: 1, open: 1 });
		expect(sheet.publication).toMatchObject({ pageNo: 0, revision: 3 });
		expect(sheet.acts.map(({ act }) => act)).not.toContain('article.save');
		expect(sheet.anchor).toEqual(await getChainEnd(chief_on_duty));

		const html = await reviewSheetDocument(sheet);
		const text = html.slice(html.indexOf('<body>')).replace(/<[^>]*>/g, ' ');
		for (const said of [
			'环湖步道 全线贯通',
			'复审退稿（事实待核）',
			'里程要核实',
			'初审签名延续',
			'已延续',
			'两小时还是两个半？',
		]) {
			expect(text).toContain(said);
		}
		expect(text).toContain(sheet.anchor.hash.slice(0, 8));
		expect(html).toMatch(/<html lang="zh-CN">.*<title>审稿单《环湖步道 全线贯通》<\/title>/s);
		expect(html.match(/src:url\(data:font\/sfnt/g)?.length).toBe(3);
		expect(html).not.toMatch(/https?:\/\//);
	});

	it('shows in red who signed what he should not have, and corrections', async () => {
		const { reporter, desk_editor, department_head, chief_on_duty } = newsroom.actors;
		await db.paper.update({ where: { id: newsroom.paperId }, data: { reviewMode: 'flagged' } });
		const both = { ...desk_editor, roles: ['desk_editor' as const, 'department_head' as const] };
		let seen = at(await draft(reporter, { headline: '两点开会' }));
		await submitArticle(reporter, seen);
		await signFirst(both, seen);
		await signSecond(both, { ...seen, flag: '部主任出差' });
		await signOffArticle(chief_on_duty, seen);
		await publishOnline(chief_on_duty, seen);
		const amendment = {
			kind: 'correction' as const,
			wrong: '两点',
			right: '三点',
			foundBy: '读者',
			cause: 'reporting' as const,
			note: '',
		};
		seen = await rewrite(seen, { headline: '三点开会', amendment });
		await submitArticle(reporter, seen);
		await signFirst(desk_editor, { ...seen, flag: '轮值' });
		await signSecond(department_head, seen);
		await signOffArticle(chief_on_duty, seen);
		await correctArticle(chief_on_duty, seen);
		const html = await reviewSheetDocument(await getReviewSheet(chief_on_duty, seen.id));
		expect(html).toMatch(/class="rs-red">违反审者分离，理由：部主任出差</);
		expect(html).toContain('“两点”应为“三点”。');
		expect(html).toContain('发现人：读者');
	});

	it('is for who may read the story', async () => {
		const { id } = await draft(newsroom.actors.reporter);
		await expect(getReviewSheet(newsroom.colleague, id)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(getReviewSheet(newsroom.actors.reporter, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
		expect((await getReviewSheet(newsroom.actors.reporter, id)).reviews).toEqual([]);
	});
});

/** A comment that held a signature and one that does not, a hit let stand, an error that was found. */
async function answerRemarks(articleId: string, revision: number): Promise<void> {
	const { paperId } = newsroom;
	const { desk_editor, proofreader } = newsroom.actors;
	const comment = { paperId, articleId, revision, authorId: proofreader.userId };
	await db.comment.create({
		data: {
			...{ ...comment, id: newId(), text: '两小时还是两个半？', exact: '两个半小时', blocking: true },
			...{ resolvedAt: new Date(), resolverId: desk_editor.userId },
		},
	});
	await db.comment.create({ data: { ...comment, id: newId(), text: '图还没到' } });
	const actor = { actorId: desk_editor.userId, actorName: desk_editor.name };
	await db.checkIgnore.create({
		data: { ...actor, id: newId(), paperId, articleId, rule: 'words', text: '贯通', reason: '专用说法' },
	});
	await db.proofMark.create({
		data: {
			id: newId(),
			paperId,
			articleId,
			revision,
			actorId: proofreader.userId,
			place: 'body',
			wrong: '步到',
			right: '步道',
		},
	});
}
