import { beforeAll, describe, expect, it } from 'vitest';
import { listArticles } from '@/lib/article/list/read';
import { getArticleForEdit } from '@/lib/article/read';
import { createArticle, saveArticle } from '@/lib/article/write';
import { db } from '@/lib/db';
import { findStories } from '@/lib/search/read';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { p } from '@/prisma/seed/story';
import { content, draft, emptyContent } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});

const body = (text: string) => ({ body: { type: 'doc' as const, content: [p(text)] } });
const traceOf = (subjectId: string) =>
	db.trace.findMany({ where: { subjectId }, orderBy: { id: 'asc' }, select: { act: true, before: true, after: true } });

describe('createArticle', () => {
	it('keeps the article, its first revision and the trace together', async () => {
		const { reporter } = newsroom.actors;
		const article = await draft(reporter, { headline: '新稿', ...body('第一段。') });
		const read = await getArticleForEdit(reporter, article.id);
		expect(read).toMatchObject({ state: 'draft', revision: 1, words: 4, content: { headline: '新稿' } });
		expect(await traceOf(article.id)).toEqual([{ act: 'article.create', before: '', after: article.hash }]);
	});

	it('answers a retried request with the first article', async () => {
		const requestId = crypto.randomUUID();
		const { reporter } = newsroom.actors;
		const [first, second] = await Promise.all([
			createArticle(reporter, { requestId, content: content() }),
			createArticle(reporter, { requestId, content: content() }),
		]);
		expect(second.id).toBe(first.id);
	});

	it('is not for a proofreader', async () => {
		const attempt = createArticle(newsroom.actors.proofreader, { requestId: crypto.randomUUID() });
		await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
	});
});

describe('saveArticle', () => {
	it('makes the next revision and leaves the former as it was', async () => {
		const { reporter } = newsroom.actors;
		const article = await draft(reporter, body('旧的。'));
		const saved = await saveArticle(reporter, {
			id: article.id,
			baseRevision: 1,
			requestId: crypto.randomUUID(),
			content: content(body('新的文字。')),
		});
		expect(saved).toMatchObject({ revision: 2, words: 5, state: 'draft' });
		const texts = await db.articleRevision.findMany({
			where: { articleId: article.id },
			orderBy: { number: 'asc' },
			select: { text: true },
		});
		expect(texts).toEqual([{ text: '旧的。' }, { text: '新的文字。' }]);
		expect((await traceOf(article.id)).at(-1)).toEqual({
			act: 'article.save',
			before: article.hash,
			after: saved.hash,
		});
	});

	it('keeps the titles for other outlets and what an amendment says', async () => {
		const { reporter } = newsroom.actors;
		const amendment = {
			kind: 'correction' as const,
			wrong: '三公里',
			right: '五公里',
			foundBy: '读者',
			cause: 'reporting' as const,
			note: '步道长五公里，原文误作三公里。',
		};
		const titles = { webTitle: '环湖步道通了', feedTitle: '环湖步道全线贯通', wechatTitle: '走，去湖边' };
		const article = await draft(reporter);
		const saved = await saveArticle(reporter, {
			id: article.id,
			baseRevision: 1,
			requestId: crypto.randomUUID(),
			content: content({ ...titles, amendment }),
		});
		expect(saved.hash).not.toBe(article.hash);
		const read = await getArticleForEdit(reporter, article.id);
		expect(read.content).toEqual(content({ ...titles, amendment }));
		const again = { id: article.id, baseRevision: 2, requestId: crypto.randomUUID(), content: content() };
		expect((await saveArticle(reporter, again)).hash).toBe(article.hash);
		expect((await getArticleForEdit(reporter, article.id)).content).toEqual(content());
	});

	it('refuses who saves on an old revision, and keeps both texts', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const article = await draft(reporter);
		const save = (requestId: string, text: string) => ({
			id: article.id,
			baseRevision: 1,
			requestId,
			content: content(body(text)),
		});
		await saveArticle(desk_editor, save(crypto.randomUUID(), '编辑改的。'));
		const late = saveArticle(reporter, save(crypto.randomUUID(), '记者改的。'));
		await expect(late).rejects.toMatchObject({ code: 'stale' });
		expect((await getArticleForEdit(reporter, article.id)).content.body.content).toEqual([p('编辑改的。')]);
	});

	it('lets exactly one of sixteen simultaneous writers win', async () => {
		const { reporter } = newsroom.actors;
		const article = await draft(reporter);
		const results = await Promise.allSettled(
			Array.from({ length: 16 }, (_, writer) =>
				saveArticle(reporter, {
					id: article.id,
					baseRevision: 1,
					requestId: crypto.randomUUID(),
					content: content(body(`第${writer}人写的。`)),
				}),
			),
		);
		expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
		for (const result of results) {
			if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'stale' });
		}
		expect(await db.articleRevision.count({ where: { articleId: article.id } })).toBe(2);
	});

	it('answers a retry with the same revision, even after others have saved', async () => {
		const { reporter } = newsroom.actors;
		const article = await draft(reporter);
		const request = {
			id: article.id,
			baseRevision: 1,
			requestId: crypto.randomUUID(),
			content: content(body('一次。')),
		};
		const first = await saveArticle(reporter, request);
		await saveArticle(reporter, {
			...request,
			baseRevision: 2,
			requestId: crypto.randomUUID(),
			content: content(body('二次。')),
		});
		expect(await saveArticle(reporter, request)).toMatchObject({ revision: first.revision, hash: first.hash });
		expect(await db.articleRevision.count({ where: { articleId: article.id } })).toBe(3);
	});

	it('makes no revision of what has not changed', async () => {
		const { reporter } = newsroom.actors;
		const article = await draft(reporter, body('一样。'));
		const again = { id: article.id, baseRevision: 1, requestId: crypto.randomUUID(), content: content(body('一样。')) };
		expect(await saveArticle(reporter, again)).toMatchObject({ revision: 1, savedAt: article.savedAt });
	});

	it('refuses names of columns, reporters and pictures that the paper does not have', async () => {
		const { reporter } = newsroom.actors;
		const article = await draft(reporter);
		const save = (overrides: Parameters<typeof content>[0]) =>
			saveArticle(reporter, {
				id: article.id,
				baseRevision: 1,
				requestId: crypto.randomUUID(),
				content: content(overrides),
			});
		await expect(save({ columnId: 'nowhere' })).rejects.toMatchObject({ code: 'invalid' });
		await expect(save({ tagIds: ['nowhere'] })).rejects.toMatchObject({ code: 'invalid' });
		const figure = { type: 'figure' as const, attrs: { media: 'nowhere', caption: '', credit: '', alt: '' } };
		await expect(save({ body: { type: 'doc', content: [figure] } })).rejects.toMatchObject({ code: 'invalid' });
	});
});

describe('what is written stays written', () => {
	it.each(['ArticleRevision', 'Trace', 'Review', 'PageVersion'])(
		'%s refuses update, delete and truncate',
		async (table) => {
			await draft(newsroom.actors.reporter);
			await expect(db.$executeRawUnsafe(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow(/append-only/);
			if (table === 'PageVersion' || table === 'Review') return; // no rows yet: nothing for a row trigger to refuse
			await expect(db.$executeRawUnsafe(`UPDATE "${table}" SET "paperId" = 'x'`)).rejects.toThrow(/append-only/);
			await expect(db.$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow(/append-only/);
		},
	);
});

describe('listArticles', () => {
	it('shows a reporter his own stories and an editor all of them', async () => {
		const { reporter, desk_editor } = newsroom.actors;
		const mine = await draft(reporter, { headline: '记者的稿' });
		const theirs = await draft(desk_editor, { headline: '编辑的稿' });
		const ids = async (actor: typeof reporter) => {
			const { where } = await findStories(actor, '的稿');
			return (await listArticles(actor, {}, where)).rows.map((row) => row.id);
		};
		expect(await ids(reporter)).toEqual([mine.id]);
		expect((await ids(desk_editor)).sort()).toEqual([mine.id, theirs.id].sort());
		await expect(getArticleForEdit(reporter, theirs.id)).rejects.toMatchObject({ code: 'forbidden' });
	});

	it('filters by column and title, sorts, and counts by state', async () => {
		const { desk_editor } = newsroom.actors;
		const columnId = newsroom.columnIds.get('民生') ?? null;
		const column = await db.column.findUniqueOrThrow({ where: { id: columnId ?? '' } });
		await draft(desk_editor, { headline: '甲百货', columnId, ...body('一二三四五。') });
		await draft(desk_editor, { headline: '乙百货', columnId, ...body('一。') });
		const { where } = await findStories(desk_editor, '百货');
		const list = await listArticles(desk_editor, { column: column.slug, sort: 'words', order: 'asc' }, where);
		expect(list.rows.map((row) => row.headline)).toEqual(['乙百货', '甲百货']);
		expect(list.total).toBe(2);
		expect(list.byState.draft).toBeGreaterThanOrEqual(2);
	});

	it('treats % and _ in a search as themselves', async () => {
		const { desk_editor } = newsroom.actors;
		await draft(desk_editor, { headline: '增长8%的背后' });
		const list = async (query: string) => listArticles(desk_editor, {}, (await findStories(desk_editor, query)).where);
		expect((await list('8%')).rows.map((row) => row.headline)).toEqual(['增长8%的背后']);
		expect((await list('_%')).total).toBe(0);
	});
});

it('starts an article with nothing in it', async () => {
	const { reporter } = newsroom.actors;
	const article = await createArticle(reporter, { requestId: crypto.randomUUID() });
	expect((await getArticleForEdit(reporter, article.id)).content).toEqual(emptyContent());
});
