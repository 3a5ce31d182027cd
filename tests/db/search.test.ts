import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findArticle } from '@/lib/article/published';
import type { ArticleContent } from '@/lib/article/schema';
import { saveArticle } from '@/lib/article/write';
import { updateHeading } from '@/lib/column/write';
import { db, publishedDb } from '@/lib/db';
import { correctArticle, withdrawArticle } from '@/lib/edition/amend';
import { publishEdition } from '@/lib/edition/publish';
import { publishOnline } from '@/lib/edition/publish-online';
import { readAsk, type SearchFilters } from '@/lib/search/ask';
import { findFilters } from '@/lib/search/filter/published';
import { fold } from '@/lib/search/fold';
import { listRelated, searchStories } from '@/lib/search/published';
import { foldedWords } from '@/lib/search/search';
import { startIndexing } from '@/lib/search/start';
import { offerOthers, suggest } from '@/lib/search/suggest/published';
import { countWords, indexWaiting, owePastRules } from '@/lib/search/write';
import { submitArticle } from '@/lib/workflow/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { figure, p } from '@/prisma/seed/story';
import { signThrice } from '@/prisma/seed/write-story';
import { at, content, draft, laidOut, locked, searchable, signed } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});
afterAll(() => Promise.all([db.$disconnect(), publishedDb.$disconnect()]));

const find = (query: string, filters?: SearchFilters, order?: 'best' | 'latest') =>
	searchStories(newsroom.paperId, { words: foldedWords(query), filters, order });
const ids = async (query: string, filters?: SearchFilters, order?: 'best' | 'latest') =>
	(await find(query, filters, order)).hits.map((hit) => hit.id);
const labels = async (typed: string) => (await suggest(newsroom.paperId, typed)).map(({ label }) => label);
const ask = (query: string) => readAsk(new URLSearchParams(query)).ask;

async function publish(date: string, contents: Partial<ArticleContent>[]): Promise<{ id: string; revision: number }[]> {
	const edition = await laidOut(newsroom, date, [contents]);
	await locked(newsroom, edition.id);
	await publishEdition(newsroom.actors.chief_on_duty, { id: edition.id });
	return edition.articles;
}

const body = (...texts: string[]): ArticleContent['body'] => ({ type: 'doc', content: texts.map((text) => p(text)) });

describe('what readers find', () => {
	it('is nothing that is not published, whatever its state, nor what was withdrawn', async () => {
		const words = { headline: '金丝雀', body: body('金丝雀在唱。') };
		await draft(newsroom.actors.reporter, words);
		const embargoed = await signed(newsroom, words);
		await db.article.update({ where: { id: embargoed.id }, data: { embargoUntil: new Date('2099-01-01') } });
		const next = await laidOut(newsroom, '2026-03-02', [[words]]);
		await searchable();
		const canary = async () => [
			await ids('金丝雀'),
			await labels('金丝'),
			await publishedDb.$queryRaw`SELECT 1 FROM "PublishedSearch" WHERE "text" LIKE '%金丝雀%'`,
			(await offerOthers(newsroom.paperId, ask('q=金丝雀好&no=1'), ['金丝雀好'])).queries,
		];
		expect(await canary()).toEqual([[], [], [], []]);
		const { searchDoc, searchJob, searchWord } = publishedDb;
		for (const count of [() => searchDoc.count(), () => searchJob.count(), () => searchWord.count()])
			await expect(count()).rejects.toThrow(/denied/);

		await locked(newsroom, next.id);
		await publishEdition(newsroom.actors.chief_on_duty, { id: next.id });
		// At the commit: the row that the desk had is the readers'.
		expect(await ids('金丝雀')).toEqual([next.articles[0]?.id]);
		await searchable();
		expect(await ids('金丝雀')).toEqual([next.articles[0]?.id]);
		expect(await labels('金丝')).toEqual(['金丝雀']);

		await withdrawArticle(newsroom.actors.chief_on_duty, { id: next.articles[0]?.id ?? '', note: '事实有误，撤稿。' });
		expect(await canary()).toEqual([[], [], [], []]);
		await searchable();
		expect(await canary()).toEqual([[], [], [], []]);
	});

	it('is the revision that they have, while the desk writes the next', async () => {
		const [story] = await publish('2026-03-03', [{ headline: '灯塔亮了', body: body('灯塔昨夜亮起。') }]);
		const id = story?.id ?? '';
		await searchable();
		const { desk_editor, chief_on_duty } = newsroom.actors;
		const amendment = {
			...{ kind: 'correction' as const, wrong: '灯塔', right: '航标', foundBy: '读者', cause: 'other' as const },
			note: '题中“灯塔”应为“航标”。',
		};
		const next = content({ headline: '航标亮了', body: body('航标昨夜亮起。'), amendment });
		const change = { id, baseRevision: story?.revision ?? 0, requestId: crypto.randomUUID(), content: next };
		const saved = at(await saveArticle(desk_editor, change));
		await searchable();
		expect(await ids('灯塔')).toEqual([id]);
		expect(await ids('航标')).toEqual([]);
		expect(await db.searchDoc.count({ where: { articleId: id } })).toBe(2);
		await submitArticle(desk_editor, saved);
		await signThrice(newsroom, saved);
		await correctArticle(chief_on_duty, saved);
		expect(await ids('灯塔')).toEqual([]);
		expect(await ids('航标')).toEqual([id]);
		await searchable();
		expect(await db.searchDoc.count({ where: { articleId: id } })).toBe(1);
	});

	it('is found by title, heads, bylines, tags, captions and text, however it is written, in this order', async () => {
		const { mediaId } = await picture();
		const tagId = newsroom.tagIds.get('交通') ?? '';
		const stories = await publish('2026-03-04', [
			{ headline: '正文里有', body: body('人们说云梯　造得好。') },
			{
				headline: '图说里有',
				body: { type: 'doc', content: [p('正文。'), figure(mediaId, '雲梯一景', '程野 摄', '')] },
			},
			{ headline: '肩题里有', kicker: '云梯来了', body: body('正文。') },
			{ headline: '云\n梯', body: body('正文。') },
			{
				headline: '署名里有',
				bylines: [{ role: 'author', name: '云梯', office: '', reporterId: null }],
				body: body('正文。'),
			},
			{ headline: '标签里有', tagIds: [tagId], body: body('正文。') },
		]);
		await searchable();
		const titles = (await find('雲梯')).hits.map(({ headline }) => headline.replaceAll('\n', ''));
		expect(titles.slice(0, 2)).toEqual(['云梯', '肩题里有']);
		expect(titles.slice(2, 4).toSorted()).toEqual(['图说里有', '署名里有']);
		expect(titles.slice(4)).toEqual(['正文里有']);
		const caption = (await find('云梯')).hits.find(({ headline }) => headline === '图说里有');
		expect(caption?.captions).toEqual(['雲梯一景']);
		expect(await ids('交通')).toContain(stories[5]?.id);
		expect(await ids('云　梯')).toHaveLength(5);
		expect(await labels('云梯')).toEqual(expect.arrayContaining(['云梯']));
	});

	it('passes every filter, alone and together', async () => {
		const columnId = newsroom.columnIds.get('民生') ?? '';
		const tagId = newsroom.tagIds.get('交通') ?? '';
		const reporterId = newsroom.reporterIds.get('沈知远') ?? '';
		const signedBy = [{ role: 'reporter' as const, name: '沈知远', office: '', reporterId }];
		const [story] = await publish('2026-03-05', [
			{ headline: '风筝飞了', columnId, tagIds: [tagId], bylines: signedBy, body: body('风筝。') },
			{ headline: '风筝落了', body: body('风筝。') },
		]);
		await publish('2026-03-06', [{ headline: '风筝又飞', body: body('风筝。') }]);
		await searchable();
		const all = { columnId, tagId, reporterIds: [reporterId], pageNo: 1, from: '2026-03-05', to: '2026-03-05' };
		expect(await ids('风筝', all)).toEqual([story?.id]);
		for (const name of ['columnId', 'tagId', 'reporterIds'] as const) {
			expect([name, await ids('风筝', { [name]: all[name] })]).toEqual([name, [story?.id]]);
		}
		expect(await ids('风筝', { from: '2026-03-06' })).toHaveLength(1);
		expect(await ids('风筝', { to: '2026-03-05' })).toHaveLength(2);
		expect(await ids('风筝', { pageNo: 2 })).toEqual([]);
		expect(await ids('', { from: '2026-03-05', to: '2026-03-06' })).toHaveLength(3);
		const { total, counted, columns, years } = await find('风筝');
		expect({ total, counted }).toEqual({ total: 3, counted: 'exactly' });
		expect(columns).toEqual([{ id: columnId, stories: 1 }]);
		expect(years).toEqual([{ year: 2026, stories: 3 }]);
		expect((await find('风筝', {}, 'latest')).hits[0]?.headline).toBe('风筝又飞');
	});

	it('goes online with its page to come, and is found at once', async () => {
		const story = await signed(newsroom, { headline: '热气球上网', body: body('热气球。') });
		await searchable();
		await publishOnline(newsroom.actors.chief_on_duty, at(story));
		expect(await ids('热气球')).toEqual([story.id]);
		await searchable();
		expect(await ids('热气球', {}, 'latest')).toEqual([story.id]);
	});
});

describe('findFilters', () => {
	it('takes slugs, names and numbers, and says what it does not know', async () => {
		const column = await db.column.findFirstOrThrow({ where: { name: '民生' } });
		const known = await findFilters(newsroom.paperId, ask(`column=${column.slug}&reporter=沈知远&tag=交通&no=1`));
		expect(known.troubles).toEqual([]);
		expect(known.filters).toMatchObject({ columnId: column.id, pageNo: 1 });
		expect(known.names).toEqual({ column: '民生', reporter: '沈知远', tag: '交通' });
		const unknown = await findFilters(newsroom.paperId, ask('column=none&reporter=无此人&tag=无此'));
		expect(unknown.troubles).toHaveLength(3);
	});
});

describe('offerOthers', () => {
	it('offers fewer words, parts of a long one, and what there is without the filters', async () => {
		await publish('2026-03-07', [{ headline: '琉璃瓦修好', body: body('琉璃瓦。') }]);
		await searchable();
		const others = (query: string, fields = '') =>
			offerOthers(newsroom.paperId, ask(`q=${query}${fields}`), foldedWords(query));
		expect((await others('琉璃瓦 没有的词')).queries).toEqual(['琉璃瓦']);
		expect((await others('琉璃瓦厂')).queries).toContain('琉璃瓦');
		expect(await others('琉璃瓦', '&no=9')).toMatchObject({ unfiltered: { total: 1, counted: 'exactly' } });
	});
});

describe('the index', () => {
	it('holds what a search by brute force holds, for any text and query', async () => {
		const letters = fc.constantFrom(..."湖水魚鱼说說，。“” 　5５gＧa'\\%_𠮷\u200b");
		const texts = fc.sample(fc.string({ unit: letters, minLength: 1, maxLength: 30 }), { numRuns: 40, seed: 20261129 });
		const stories: { id: string; revision: number }[] = [];
		for (const text of texts) stories.push(await draft(newsroom.actors.reporter, { headline: '题', body: body(text) }));
		await putOut('2026-03-08', stories);
		const filters = { from: '2026-03-08', to: '2026-03-08' };
		const folded = stories.map(({ id }, at) => ({ id, text: fold(texts[at] ?? '') }));
		const anyQuery = fc.string({ unit: letters, minLength: 1, maxLength: 5 });
		await fc.assert(
			fc.asyncProperty(anyQuery, async (query) => {
				const words = foldedWords(query);
				if (words.length === 0) return;
				const found: string[] = [];
				for (const page of [1, 2]) {
					const { hits } = await searchStories(newsroom.paperId, { words, filters, page });
					found.push(...hits.map(({ id }) => id));
				}
				const held = folded.filter(({ text }) => words.every((word) => text.includes(word))).map(({ id }) => id);
				expect(found.toSorted()).toEqual(held.toSorted());
			}),
			{ numRuns: 150 },
		);
	});

	it('has the stories of a tag by its new name, found by the old one until then, after what somebody waits for', async () => {
		const id = [...newsroom.tagIds.values()].at(-1) ?? '';
		const before = await db.tag.findUniqueOrThrow({ where: { id } });
		const story = await draft(newsroom.actors.reporter, { headline: '无关', tagIds: [id], body: body('正文。') });
		await putOut('2026-03-13', [story]);
		expect(await ids(before.name, { tagId: id })).toContain(story.id);
		const { admin } = newsroom.actors;
		const tag = { kind: 'tag' as const, id, intro: '只改简介', columnKind: 'plain' as const };
		await updateHeading(admin, { ...tag, name: before.name });
		expect(await db.searchJob.count()).toBe(0);
		await updateHeading(admin, { ...tag, name: '菖蒲節' });
		expect(await db.searchJob.findMany({ select: { articleId: true, late: true } })).toContainEqual({
			...{ articleId: story.id, late: true },
		});
		expect(await ids(before.name)).toContain(story.id);
		await searchable();
		expect(await ids('菖蒲节')).toEqual([story.id]);
		expect(await ids(before.name)).not.toContain(story.id);
	});

	it('is made anew where other rules have made it, and readers find meanwhile', async () => {
		await db.searchDoc.updateMany({ data: { version: 0 } });
		const owed = await owePastRules();
		expect(owed).toBeGreaterThan(5);
		expect(await owePastRules()).toBe(0);
		expect(await ids('琉璃瓦')).toHaveLength(1);
		await searchable();
		expect(await db.searchDoc.count({ where: { version: 0 } })).toBe(0);
		expect(await ids('琉璃瓦')).toHaveLength(1);
	});

	it('takes what somebody waits for before what is made anew, and drops what is gone', async () => {
		await db.searchJob.createMany({ data: [{ articleId: 'gone', late: true }] });
		const { id } = await draft(newsroom.actors.reporter);
		expect(await indexWaiting(1)).toBe(1);
		expect(await db.searchDoc.count({ where: { articleId: id } })).toBe(1);
		expect(await indexWaiting(1)).toBe(1);
		expect(await indexWaiting(1)).toBe(0);
	});

	it('tries alone, and after the others, what has failed before', async () => {
		const { id } = await draft(newsroom.actors.reporter);
		await searchable();
		await db.searchJob.create({ data: { articleId: id, attempts: 3, notBefore: new Date(0) } });
		const other = await draft(newsroom.actors.reporter);
		await indexWaiting();
		expect(await db.searchDoc.count({ where: { articleId: other.id } })).toBe(1);
		expect(await db.searchJob.findMany({ select: { articleId: true } })).toEqual([{ articleId: id }]);
		expect(await indexWaiting()).toBe(1);
		expect(await db.searchJob.count()).toBe(0);
	});
});

describe('a running index', () => {
	it('has what was saved and what was published a moment later, and ends in order', async () => {
		const stop = startIndexing();
		try {
			const { id } = await signed(newsroom, { headline: '萤火虫夜游', body: body('萤火虫。') });
			await publishOnline(newsroom.actors.chief_on_duty, { id, revision: 1 });
			await expect.poll(() => ids('萤火虫'), { timeout: 10_000, interval: 50 }).toEqual([id]);
			await expect.poll(() => db.searchJob.count(), { timeout: 10_000, interval: 50 }).toBe(0);
			expect(await ids('萤火虫', { pageNo: 0 })).toEqual([id]);
		} finally {
			await stop();
		}
	});
});

describe('listRelated', () => {
	it('takes those that share tags first, then those that share rare words, never itself, the same each time', async () => {
		const tagId = newsroom.tagIds.get('教育') ?? [...newsroom.tagIds.values()][1] ?? '';
		const stories = await publish('2026-03-09', [
			{ headline: '古桥修缮完工', tagIds: [tagId], body: body('古桥。') },
			{ headline: '校门口的路', tagIds: [tagId], body: body('校门。') },
			{ headline: '古桥修缮开始', body: body('石料。') },
			{ headline: '天气转凉', body: body('降温。') },
		]);
		await searchable();
		await countWords();
		const [own, tagged, worded] = stories.map(({ id }) => id);
		const article = (await findArticle(own ?? ''))?.article;
		if (!article) throw new Error('It is published');
		const related = () => listRelated(article, 6);
		const found = (await related()).map(({ id }) => id);
		expect(found.slice(0, 2)).toEqual([tagged, worded]);
		expect(found).not.toContain(own);
		expect((await related()).map(({ id }) => id)).toEqual(found);
		await withdrawArticle(newsroom.actors.chief_on_duty, { id: tagged ?? '', note: '撤稿。' });
		expect((await related()).map(({ id }) => id)).toEqual([worded]);
	});
});

/** Puts stories before readers as they are, unsigned. */
async function putOut(date: string, stories: readonly { id: string; revision: number }[]): Promise<void> {
	const now = new Date();
	await db.publication.createMany({
		data: stories.map(({ id, revision }, rank) => ({
			...{ articleId: id, paperId: newsroom.paperId, revision, editionDate: new Date(date) },
			...{ pageNo: 1, pageName: '要闻', rank, publishedAt: now, updatedAt: now },
		})),
	});
	await searchable();
}

async function picture(): Promise<{ mediaId: string }> {
	const { default: sharp } = await import('sharp');
	const { addPicture } = await import('@/lib/media/write');
	const square = { width: 900, height: 600, channels: 3 as const, background: '#345' };
	const jpeg = await sharp({ create: square }).jpeg().toBuffer();
	const { id } = await addPicture(newsroom.actors.desk_editor, jpeg, { filename: 'x.jpg' });
	return { mediaId: id };
}
