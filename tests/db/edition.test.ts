import { beforeAll, describe, expect, it } from 'vitest';
import { saveArticle } from '@/lib/article/write';
import { db, publishedDb } from '@/lib/db';
import { correctArticle, withdrawArticle } from '@/lib/edition/amend';
import { listStoryPool } from '@/lib/edition/plan/read';
import { publishEdition } from '@/lib/edition/publish';
import { getEdition } from '@/lib/edition/read';
import {
	changePlacement,
	createEdition,
	createPage,
	movePage,
	placeArticle,
	removePage,
	retireEdition,
	unplaceArticle,
} from '@/lib/edition/write';
import type { Sheet } from '@/lib/makeup/sheet';
import { siteTags } from '@/lib/site/tags';
import { submitArticle } from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { p } from '@/prisma/seed/story';
import { signThrice } from '@/prisma/seed/write-story';
import { content, draft, laidOut, locked, signed } from '../factories';

const amendment = {
	kind: 'correction' as const,
	wrong: '错',
	right: '改',
	foundBy: '读者',
	cause: 'proofing' as const,
	note: '标题“错”应为“改”。',
};
let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

const stateOf = async (id: string) => (await db.article.findUniqueOrThrow({ where: { id } })).state;
const lastOutbox = () => db.outbox.findFirstOrThrow({ orderBy: { id: 'desc' } });
const sheetStories = (sheet: unknown) => (sheet as Sheet).blocks.map((block) => block.story);

describe('planning', () => {
	it('numbers issues and pages, moves and removes pages', async () => {
		const { page_editor } = newsroom.actors;
		const { id } = await createEdition(page_editor, { date: '2026-03-01', pages: ['要闻', '综合'] });
		await createPage(page_editor, { editionId: id, name: '副刊' });
		const [front, second, third] = (await getEdition(page_editor, '2026-03-01')).pages;
		await movePage(page_editor, { id: third?.id ?? '', to: 'up' });
		await removePage(page_editor, { id: second?.id ?? '' });
		const pages = (await getEdition(page_editor, '2026-03-01')).pages.map(({ no, name }) => ({ no, name }));
		expect(pages).toEqual([
			{ no: 1, name: '要闻' },
			{ no: 2, name: '副刊' },
		]);
		await expect(createEdition(page_editor, { date: '2026-03-01', pages: ['要闻'] })).rejects.toMatchObject({
			code: 'taken',
		});
		expect(front?.no).toBe(1);
	});

	it('does not retire an edition with stories on it', async () => {
		const { id } = await laidOut(newsroom, '2026-03-02', [[{}]]);
		await expect(retireEdition(newsroom.actors.page_editor, { id })).rejects.toMatchObject({ code: 'wrong-state' });
	});
});

describe('placing', () => {
	it('takes only what is signed, and only once on a page', async () => {
		const { page_editor, reporter } = newsroom.actors;
		const { pageIds } = await laidOut(newsroom, '2026-03-03', [[{}]]);
		const pageId = pageIds[0] ?? '';
		const unsigned = await draft(reporter);
		await expect(placeArticle(page_editor, { articleId: unsigned.id, pageId, priority: 3 })).rejects.toMatchObject({
			code: 'wrong-state',
		});
		const article = await signed(newsroom, { headline: '池中的稿' });
		expect((await listStoryPool(page_editor)).map((story) => story.articleId)).toContain(article.id);
		await placeArticle(page_editor, { articleId: article.id, pageId, priority: 2 });
		await expect(placeArticle(page_editor, { articleId: article.id, pageId, priority: 2 })).rejects.toMatchObject({
			code: 'taken',
		});
		await changePlacement(page_editor, { articleId: article.id, pageId, priority: 1 });
		await unplaceArticle(page_editor, { articleId: article.id, pageId });
		expect(await stateOf(article.id)).toBe('signed_off');
	});

	it('puts a story back on its page when it is signed again', async () => {
		const { desk_editor } = newsroom.actors;
		const { articles } = await laidOut(newsroom, '2026-03-04', [[{}]]);
		const id = articles[0]?.id ?? '';
		const request = { id, baseRevision: 1, requestId: crypto.randomUUID(), content: content({ headline: '上版后改' }) };
		await saveArticle(desk_editor, request);
		expect((await getEdition(desk_editor, '2026-03-04')).blockers).toEqual([
			'第1版《上版后改》修改后还没有签发',
			'第1版还没有付印（组版中）',
		]);
		await signThrice(newsroom, { id, revision: 2 });
		expect(await stateOf(id)).toBe('placed');
		expect((await getEdition(desk_editor, '2026-03-04')).blockers).toEqual(['第1版还没有付印（组版中）']);
	});
});

describe('publishEdition', () => {
	it('makes all pages and stories public together, with trace and outbox', async () => {
		const { chief_on_duty } = newsroom.actors;
		const { id, articles } = await laidOut(newsroom, '2026-03-05', [[{ headline: '头条' }, {}], [{}]]);
		expect(await publishedDb.publishedArticle.count({ where: { id: { in: articles.map((a) => a.id) } } })).toBe(0);
		await locked(newsroom, id);
		await publishEdition(chief_on_duty, { id });
		const published = await publishedDb.publishedArticle.findMany({
			where: { editionDate: new Date('2026-03-05') },
			orderBy: [{ pageNo: 'asc' }, { rank: 'asc' }],
		});
		expect(published.map(({ pageNo, rank, headline }) => [pageNo, rank, headline])).toEqual([
			[1, 0, '头条'],
			[1, 1, '湖边的路修好了'],
			[2, 0, '湖边的路修好了'],
		]);
		const pages = await publishedDb.publishedPage.findMany({ where: { editionId: id }, orderBy: { no: 'asc' } });
		expect(pages.map(({ no, number }) => [no, number])).toEqual([
			[1, 1],
			[2, 1],
		]);
		expect(await stateOf(articles[0]?.id ?? '')).toBe('published');
		expect(
			await db.trace.count({ where: { act: 'article.publish', subjectId: { in: articles.map((a) => a.id) } } }),
		).toBe(3);
		const { event, touched } = await lastOutbox();
		expect(event).toBe('edition.publish');
		expect(touched).toEqual(
			expect.arrayContaining([
				siteTags.latest,
				siteTags.edition('2026-03-05'),
				siteTags.article(articles[0]?.id ?? ''),
			]),
		);
	});

	it('publishes nothing when one story is not signed at what stands on the page', async () => {
		const { chief_on_duty, desk_editor } = newsroom.actors;
		const { id, articles } = await laidOut(newsroom, '2026-03-06', [[{}], [{}]]);
		const last = articles[1];
		const change = {
			id: last?.id ?? '',
			baseRevision: 1,
			requestId: crypto.randomUUID(),
			content: content({ headline: '没签的改动' }),
		};
		await saveArticle(desk_editor, change);
		await expect(publishEdition(chief_on_duty, { id })).rejects.toThrow(/没签的改动/);
		expect(await publishedDb.publishedEdition.count({ where: { id } })).toBe(0);
		expect(await db.publication.count({ where: { articleId: { in: articles.map((a) => a.id) } } })).toBe(0);
		expect(await stateOf(articles[0]?.id ?? '')).toBe('placed');
	});

	it('publishes nothing before every page is locked, and then what was locked, making nothing up', async () => {
		const { chief_on_duty } = newsroom.actors;
		const { id, pageIds } = await laidOut(newsroom, '2026-03-07', [[{}]]);
		await expect(publishEdition(chief_on_duty, { id })).rejects.toThrow(/第1版还没有付印/);
		await locked(newsroom, id);
		await publishEdition(chief_on_duty, { id });
		const versions = await db.pageVersion.findMany({
			where: { pageId: pageIds[0] },
			orderBy: { number: 'asc' },
			select: { stage: true, published: true, hash: true, sheet: true },
		});
		expect(versions.map(({ stage, published }) => stage ?? published)).toEqual([
			'first_proof',
			'second_proof',
			'third_proof',
			'clean_proof',
			1,
		]);
		expect(versions[4]).toMatchObject({ hash: versions[3]?.hash, sheet: versions[3]?.sheet });
	});

	it('refuses a proof of text that does not fit rather than cutting it', async () => {
		const long = {
			type: 'doc' as const,
			// No two paragraphs alike: the checks would hold a story that repeats itself.
			content: Array.from({ length: 480 }, (_, n) =>
				p(`环湖步道第${n + 1}段昨天全线贯通，从北桥走到这里要${n + 2}分钟。`),
			),
		};
		const { id } = await laidOut(newsroom, '2026-03-08', [[{ headline: '太长的稿', body: long }]]);
		await expect(locked(newsroom, id)).rejects.toThrow(/放不下.*太长的稿/);
	});

	it('publishes once when two chiefs press at the same time', async () => {
		const { chief_on_duty } = newsroom.actors;
		const { id } = await laidOut(newsroom, '2026-03-09', [[{}], [{}]]);
		await locked(newsroom, id);
		const results = await Promise.allSettled([
			publishEdition(chief_on_duty, { id }),
			publishEdition(chief_on_duty, { id }),
		]);
		expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
		expect(await db.pageVersion.count({ where: { page: { editionId: id }, published: { not: null } } })).toBe(2);
		expect(await db.outbox.count({ where: { event: 'edition.publish', subject: id } })).toBe(1);
	});

	it('is not for a page editor', async () => {
		const { id } = await laidOut(newsroom, '2026-03-10', [[{}]]);
		await expect(publishEdition(newsroom.actors.page_editor, { id })).rejects.toMatchObject({ code: 'forbidden' });
	});
});

describe('after publication', () => {
	it('an edit touches nothing that readers see until it is signed and published as a correction', async () => {
		const { chief_on_duty, desk_editor } = newsroom.actors;
		const { id: editionId, articles, pageIds } = await laidOut(newsroom, '2026-03-11', [[{ headline: '错了一字' }]]);
		await locked(newsroom, editionId);
		await publishEdition(chief_on_duty, { id: editionId });
		const id = articles[0]?.id ?? '';
		const headline = async () => (await publishedDb.publishedArticle.findUniqueOrThrow({ where: { id } })).headline;
		await saveArticle(desk_editor, {
			id,
			baseRevision: 1,
			requestId: crypto.randomUUID(),
			content: content({ headline: '改了一字', amendment }),
		});
		expect(await stateOf(id)).toBe('draft');
		expect(await headline()).toBe('错了一字');
		await submitArticle(desk_editor, { id, revision: 2 });
		await signThrice(newsroom, { id, revision: 2 });
		await correctArticle(chief_on_duty, { id, revision: 2 });
		expect(await headline()).toBe('改了一字');
		expect(await stateOf(id)).toBe('corrected');
		const page = await publishedDb.publishedPage.findUniqueOrThrow({ where: { id: pageIds[0] ?? '' } });
		expect(page.number).toBe(2);
		expect(JSON.stringify(page.sheet)).toContain('改了一字');
		expect((await lastOutbox()).touched).toEqual(
			expect.arrayContaining([siteTags.article(id), siteTags.edition('2026-03-11'), siteTags.latest]),
		);
	});

	it('a withdrawn story leaves lists and its page, and its notice stays', async () => {
		const { chief_on_duty } = newsroom.actors;
		const {
			id: editionId,
			articles,
			pageIds,
		} = await laidOut(newsroom, '2026-03-12', [[{}, { headline: '要撤的稿' }]]);
		await locked(newsroom, editionId);
		await publishEdition(chief_on_duty, { id: editionId });
		const id = articles[1]?.id ?? '';
		await withdrawArticle(chief_on_duty, { id, note: '内容失实，特此撤稿。' });
		expect(await publishedDb.publishedArticle.count({ where: { id } })).toBe(0);
		expect(await publishedDb.withdrawnArticle.findUnique({ where: { id } })).toMatchObject({
			withdrawNote: '内容失实，特此撤稿。',
		});
		const page = await publishedDb.publishedPage.findUniqueOrThrow({ where: { id: pageIds[0] ?? '' } });
		expect(sheetStories(page.sheet)).toEqual([articles[0]?.id]);
		expect(await db.articleRevision.count({ where: { articleId: id } })).toBe(1);
	});
});

describe("the reader's role", () => {
	it.each(['Article', 'ArticleRevision', 'User', 'Session', 'Trace', 'MediaAsset', 'Publication', 'Reporter'])(
		'cannot read %s',
		async (table) => {
			await expect(publishedDb.$queryRawUnsafe(`SELECT 1 FROM "${table}" LIMIT 1`)).rejects.toThrow(
				/permission denied/,
			);
		},
	);

	it('cannot write', async () => {
		await expect(publishedDb.$executeRawUnsafe(`UPDATE "Paper" SET "name" = 'x'`)).rejects.toThrow(/permission denied/);
	});
});
