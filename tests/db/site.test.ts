import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleContent } from '@/lib/article/schema';
import { createHeading } from '@/lib/column/write';
import { db, publishedDb } from '@/lib/db';
import { withdrawArticle } from '@/lib/edition/amend';
import { publishEdition } from '@/lib/edition/publish';
import { publishOnline } from '@/lib/edition/publish-online';
import { addPicture } from '@/lib/media/write';
import { readAsk } from '@/lib/search/ask';
import { findFilters } from '@/lib/search/filter/published';
import { type SearchHit, searchStories } from '@/lib/search/published';
import { foldedWords } from '@/lib/search/search';
import { suggest } from '@/lib/search/suggest/published';
import { stopCutter } from '@/lib/site/font-cutter';
import { forgetAll, siteMemory } from '@/lib/site/memory';
import { consumeOutbox } from '@/lib/site/outbox';
import { loadPage } from '@/lib/site/page-store';
import { renderPicture } from '@/lib/site/picture';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { factBox, figure, gallery, p } from '@/prisma/seed/story';
import { at, corrected, draft, laidOut, locked, searchable, signed } from '../factories';
import { read } from '../read';

let newsroom: Newsroom;
let ids: { columnId: string; tagId: string; seriesId: string; reporterId: string; mediaId: string };
const today = '2026-06-10';
const map = `/sitemap/${today.slice(0, 7)}.xml`;

beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
	const square = { width: 1200, height: 800, channels: 3 as const, background: '#345' };
	const jpeg = await sharp({ create: square }).jpeg().toBuffer();
	const { id: mediaId } = await addPicture(newsroom.actors.desk_editor, jpeg, { filename: 'lake.jpg' });
	ids = {
		columnId: newsroom.columnIds.get('民生') ?? '',
		tagId: newsroom.tagIds.get('交通') ?? '',
		seriesId: [...newsroom.seriesIds.values()][0] ?? '',
		reporterId: newsroom.reporterIds.get('沈知远') ?? '',
		mediaId,
	};
});
afterAll(async () => {
	await stopCutter();
	await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
});

async function settle(): Promise<void> {
	while (await consumeOutbox());
}

async function search(query: string): Promise<SearchHit[]> {
	await searchable();
	return (await searchStories(newsroom.paperId, { words: foldedWords(query) })).hits;
}

/** A story that stands under every kind of heading. */
function everywhere(headline: string): Partial<ArticleContent> {
	return {
		headline,
		columnId: ids.columnId,
		seriesId: ids.seriesId,
		tagIds: [ids.tagId],
		bylines: [{ role: 'reporter', name: '沈知远', office: '', reporterId: ids.reporterId }],
		body: { type: 'doc', content: [p('环湖步道昨天全线贯通。'), figure(ids.mediaId, '步道一景', '程野 摄', '湖边')] },
	};
}

async function publish(date: string, contents: Partial<ArticleContent>[][]) {
	const edition = await laidOut(newsroom, date, contents);
	await locked(newsroom, edition.id);
	await publishEdition(newsroom.actors.chief_on_duty, { id: edition.id });
	return edition;
}

function correct(id: string, revision: number, changed: Partial<ArticleContent>, note: string): Promise<void> {
	return corrected(newsroom, { id, revision }, { ...changed, note });
}

it('leads from /paper to the front, which says so, as long as there is no paper', async () => {
	expect(await read('/paper')).toMatchObject({ status: 302 });
	expect((await read('/')).text).toContain('第一期报纸还没有出版。');
});

describe('the reader', () => {
	let id: string;
	let other: string;
	const places = () => [
		'/',
		`/paper/${today}/1`,
		`/article/${id}`,
		`/article/${other}`,
		'/column/min-sheng',
		'/tag/jiao-tong',
		`/series/${newsroom.seriesIds.size > 0 ? 'fen-jin-xin-zheng-cheng-shi-gan-kai-xin-ju' : ''}`,
		`/reporter/${ids.reporterId}`,
		...['xml', 'atom', 'json'].flatMap((format) => [`/feed.${format}`, `/column/min-sheng/feed.${format}`]),
		`/tag/jiao-tong/feed.atom`,
		`/reporter/${ids.reporterId}/feed.json`,
		`/column/min-sheng/2026/6`,
		`/reporter/${ids.reporterId}/2026`,
	];

	beforeAll(async () => {
		const { articles } = await publish(today, [[everywhere('步道通了'), { headline: '另一件事' }], [{}]]);
		id = articles[0]?.id ?? '';
		other = articles[1]?.id ?? '';
		await settle();
	});

	it('shows a published story on every page where it belongs', async () => {
		for (const path of places()) {
			const { status, text } = await read(path);
			expect([path, status, text.includes('步道通了')]).toEqual([path, 200, true]);
		}
		expect((await read(map)).text).toContain(`/article/${id}<`);
		expect((await read('/sitemap.xml')).text).toContain(`${map}<`);
		expect((await read('/paper')).status).toBe(302);
	});

	it('renders the same rows to the same bytes', async () => {
		for (const path of places()) {
			const { etag } = await read(path);
			await db.storedPage.delete({ where: { path } });
			forgetAll();
			expect([path, (await read(path)).etag]).toEqual([path, etag]);
		}
	});

	it('shows nothing of what is not published', async () => {
		const secret = await draft(newsroom.actors.reporter, everywhere('没有签发的秘密'));
		await laidOut(newsroom, '2026-06-11', [[everywhere('明天才出版的秘密')]]);
		expect((await read(`/article/${secret.id}`)).status).toBe(404);
		expect((await read('/paper/2026-06-11/1')).status).toBe(404);
		await settle();
		await db.storedPage.deleteMany();
		forgetAll();
		for (const path of [...places(), '/sitemap.xml', map, '/news-sitemap.xml', '/paper/feed.xml']) {
			expect([path, (await read(path)).text.includes('秘密')]).toEqual([path, false]);
		}
		expect((await read(map)).text).not.toContain(secret.id);
		expect((await read('/news-sitemap.xml')).text).not.toContain(secret.id);
		expect(await search('秘密')).toEqual([]);
	});

	it('answers 404 with the nearest papers where there was none, and keeps no such answer', async () => {
		const { status, text } = await read('/paper/2026-06-01/1');
		expect(status).toBe(404);
		expect(text).toContain(`/paper/${today}/1`);
		for (const path of ['/paper/2026-06-99/1', `/paper/${today}/9`, '/article/nothinghere', '/column/no/2', '/tag/x']) {
			expect([path, (await read(path)).status]).toEqual([path, 404]);
		}
		expect(await db.storedPage.count({ where: { status: 404 } })).toBe(0);
	});

	it('knows no tag and no series before a story under it is published, and not when it was withdrawn', async () => {
		const { admin, chief_on_duty } = newsroom.actors;
		const heading = { name: '未公开的案件', intro: '', columnKind: 'plain' as const };
		const tag = await createHeading(admin, { ...heading, kind: 'tag' });
		const series = await createHeading(admin, { ...heading, kind: 'series' });
		const column = await createHeading(admin, { ...heading, kind: 'column', name: '新设栏目' });
		const secret = { headline: '案件', tagIds: [tag.id], seriesId: series.id };
		const story = await signed(newsroom, secret);
		await db.article.update({ where: { id: story.id }, data: { embargoUntil: new Date('2099-01-01') } });
		const known = async () => {
			await settle();
			await searchable();
			const paths = [
				`/tag/${tag.slug}`,
				`/tag/${tag.slug}/feed.xml`,
				`/series/${series.slug}`,
				`/series/${series.slug}/2`,
			];
			const map = (await read('/sitemap/site.xml')).text;
			return {
				statuses: await Promise.all(paths.map(async (path) => (await read(path)).status)),
				suggested: (await suggest(newsroom.paperId, '未公开')).map(({ detail }) => detail),
				mapped: [`/tag/${tag.slug}<`, `/series/${series.slug}<`].filter((path) => map.includes(path)).length,
				troubles: (await findFilters(newsroom.paperId, readAsk(new URLSearchParams('tag=未公开的案件')).ask)).troubles
					.length,
			};
		};
		const hidden = { statuses: [404, 404, 404, 404], suggested: [], mapped: 0, troubles: 1 };
		expect(await known()).toEqual(hidden);
		expect((await read(`/column/${column.slug}`)).status).toBe(200);
		expect((await read('/sitemap/site.xml')).text).toContain(`/column/${column.slug}<`);

		await db.article.update({ where: { id: story.id }, data: { embargoUntil: null } });
		await publishOnline(chief_on_duty, at(story));
		expect(await known()).toEqual({
			statuses: [200, 200, 200, 404],
			suggested: ['主题', '标签'],
			mapped: 2,
			troubles: 0,
		});
		await withdrawArticle(chief_on_duty, { id: story.id, note: '事实有误，撤稿。' });
		expect(await known()).toEqual(hidden);
	});

	it('moves to the one address of a first page', async () => {
		expect((await read(`/paper/${today}`)).status).toBe(308);
		expect((await read('/column/min-sheng/1')).status).toBe(308);
	});

	it('searches heads, text and bylines whatever their width, and takes signs for themselves', async () => {
		const found = async (query: string) => (await search(query)).map((hit) => hit.id);
		expect(await found('步道通了')).toEqual([id]);
		expect(await found('沈知远')).toContain(id);
		expect(await found('环湖 全线')).toContain(id);
		expect(await found('%')).toEqual([]);
		expect(await found('_')).toEqual([]);
		expect(await found('\\')).toEqual([]);
	});

	it('delivers a picture in its sizes, and nothing else of the folder', async () => {
		const picture = await renderPicture(`/media/${ids.mediaId}/480.webp`);
		expect(picture.status).toBe(200);
		expect((await sharp(picture.body as Uint8Array).metadata()).width).toBe(480);
		expect(picture.headers['Cache-Control']).toContain('immutable');
		for (const path of [`/media/${ids.mediaId}/481.webp`, `/media/${ids.mediaId}/480.jpg`, '/media/nothing/480.webp']) {
			expect((await renderPicture(path)).status).toBe(404);
		}
	});

	it('shows a correction everywhere, with its note, and the old words nowhere', async () => {
		for (const path of places()) await read(path);
		await correct(id, 1, everywhere('环湖步道通了'), '标题漏了“环湖”二字。');
		await settle();
		for (const path of places()) {
			const { text } = await read(path);
			expect([path, text.includes('环湖步道通了')]).toEqual([path, true]);
			expect([path, />步道通了</.test(text)]).toEqual([path, false]);
		}
		expect((await read(`/article/${id}`)).text).toContain('标题漏了“环湖”二字。');
		expect((await read(`/paper/${today}/1`)).text).toContain('本版于');
	});

	it('takes a withdrawn story from every list, answers 410 with the notice, and gives its pictures no more', async () => {
		for (const path of places()) await read(path);
		await loadPage(`/media/${ids.mediaId}/480.webp`, () => renderPicture(`/media/${ids.mediaId}/480.webp`));
		await withdrawArticle(newsroom.actors.chief_on_duty, { id, note: '事实有误，本报撤稿并致歉。' });
		await settle();
		const gone = await read(`/article/${id}`);
		expect(gone.status).toBe(410);
		expect(gone.text).toContain('事实有误，本报撤稿并致歉。');
		for (const path of places().filter((path) => path !== `/article/${id}`)) {
			expect([path, (await read(path)).text.includes('步道通了')]).toEqual([path, false]);
		}
		expect((await read(map)).text).not.toContain(`/article/${id}<`);
		expect(siteMemory().pages.has(`/media/${ids.mediaId}/480.webp`)).toBe(false);
		expect((await renderPicture(`/media/${ids.mediaId}/480.webp`)).status).toBe(404);
	});

	it('heads a story with its title for the web, feeds with theirs, the page with the one that was printed', async () => {
		const titles = { webTitle: '环湖一圈两小时', feedTitle: '环湖步道昨日全通', wechatTitle: '走，去湖边' };
		const { articles } = await publish('2026-04-16', [[{ ...everywhere('印出来的题'), ...titles }]]);
		await settle();
		const article = (await read(`/article/${articles[0]?.id}`)).text;
		expect(article).toContain('<h1 id="headline">环湖一圈两小时</h1>');
		expect(article).toMatch(/<title>环湖一圈两小时/);
		expect(article).toContain('见报标题：印出来的题');
		expect((await read('/column/min-sheng')).text).toContain('环湖一圈两小时');
		const feed = (await read('/feed.xml')).text;
		expect([feed.includes('环湖步道昨日全通'), feed.includes('环湖一圈两小时')]).toEqual([true, false]);
		const page = (await read('/paper/2026-04-16/1')).text;
		expect([page.includes('印出来的题'), page.includes('环湖一圈两小时')]).toEqual([true, false]);
		for (const query of ['印出来的题', '环湖一圈']) {
			expect((await search(query))[0]?.headline).toBe('环湖一圈两小时');
		}
	});

	it('shows facts, galleries and what can be heard, and loads nothing of another house', async () => {
		const picture = (caption: string) => figure(ids.mediaId, caption, '程野 摄', '湖边');
		const attrs = {
			kind: 'audio' as const,
			href: 'https://www.ximalaya.com/sound/1',
			title: '听巡堤人讲',
			seconds: 187,
		};
		const { articles } = await publish('2026-04-17', [
			[
				{
					...everywhere('三样东西'),
					body: {
						type: 'doc',
						content: [
							p('正文。'),
							gallery('湖边一日', picture('晨'), picture('昏')),
							factBox('环湖步道', p('全长二十三公里。')),
							{ type: 'embed', attrs },
						],
					},
				},
			],
		]);
		await settle();
		const { text } = await read(`/article/${articles[0]?.id}`);
		for (const words of [
			'湖边一日',
			'晨',
			'昏',
			'<h2>环湖步道</h2>',
			'全长二十三公里。',
			'听巡堤人讲',
			'3:07　喜马拉雅',
		])
			expect(text).toContain(words);
		expect(text).toMatch(/<a href="https:\/\/www\.ximalaya\.com\/sound\/1" rel="noreferrer">/);
		expect(text).not.toMatch(/<(?:iframe|audio|video)\b|<script[^>]* src="(?!\/assets\/)/);
		expect(text.match(/src="https?:/g)).toBeNull();
		expect((await read(`/paper/2026-04-17/1`)).text).toContain('全长二十三公里。');
	});

	it('links a new day from the days beside it and from the calendar of its month', async () => {
		await publish('2026-06-02', [[{ headline: '月初的报' }]]);
		await settle();
		const far = (await read('/paper/2026-06-02/1')).text;
		expect(far).not.toContain('/paper/2026-06-20/1');
		await read(`/paper/${today}/1`);
		await publish('2026-06-20', [[{ headline: '月末的报' }]]);
		await settle();
		expect((await read('/paper/2026-06-02/1')).text).toContain('/paper/2026-06-20/1');
		expect((await read(`/paper/${today}/1`)).text).toContain('href="/paper/2026-06-20/1" rel="next"');
		expect((await read('/')).text).toContain('月末的报');
	});

	it('names all that the front leads to for who keeps it; what is withdrawn makes another version', async () => {
		const latest = async () => JSON.parse((await read('/paper/latest.json')).text);
		const [first, second] = [await signed(newsroom), await signed(newsroom)];
		for (const story of [first, second]) await publishOnline(newsroom.actors.chief_on_duty, at(story));
		await settle();
		const before = await latest();
		expect(before.paths).toEqual(expect.arrayContaining(['/', `/article/${first.id}`, `/article/${second.id}`]));
		await withdrawArticle(newsroom.actors.chief_on_duty, { id: first.id, note: '有误。' });
		await settle();
		const after = await latest();
		expect(after.paths).not.toContain(`/article/${first.id}`);
		expect(after.version).not.toBe(before.version);
	});
});
