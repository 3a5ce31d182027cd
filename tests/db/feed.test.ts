import fs from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleContent } from '@/lib/article/schema';
import { db, publishedDb } from '@/lib/db';
import { withdrawArticle } from '@/lib/edition/amend';
import { publishEdition } from '@/lib/edition/publish';
import { type FeedFormat, feedEndings } from '@/lib/feed/feed';
import { countLatest } from '@/lib/feed/published';
import { addPicture } from '@/lib/media/write';
import { readerPage } from '@/lib/site/door';
import { stopCutter } from '@/lib/site/font-cutter';
import { consumeOutbox } from '@/lib/site/outbox';
import { pages } from '@/lib/site/pages';
import { matchPattern, type ReaderPage } from '@/lib/site/reader-page';
import { renderPage } from '@/lib/site/render';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { figure, p } from '@/prisma/seed/story';
import { corrected, laidOut, locked } from '../factories';
import { faultsOfAtom, faultsOfJsonFeed, faultsOfNewsSitemap, faultsOfRss, faultsOfSitemap } from '../feed-validators';

const site = 'http://127.0.0.1:3000';
const faultsOf: Record<FeedFormat, (text: string) => string[]> = {
	xml: faultsOfRss,
	atom: faultsOfAtom,
	json: faultsOfJsonFeed,
};
let newsroom: Newsroom;
let mediaId: string;
let feeds: string[];
let stories: { id: string; revision: number }[];

beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
	const square = { width: 1200, height: 800, channels: 3 as const, background: '#345' };
	const jpeg = await sharp({ create: square }).jpeg().toBuffer();
	mediaId = (await addPicture(newsroom.actors.desk_editor, jpeg, { filename: 'lake.jpg' })).id;
	const [seriesSlug] = await db.series.findMany({ select: { slug: true } });
	feeds = [
		...['', '/column/min-sheng', `/series/${seriesSlug?.slug}`, '/tag/jiao-tong'],
		`/reporter/${newsroom.reporterIds.get('沈知远')}`,
	];
	const edition = await laidOut(newsroom, '2026-06-10', [[everywhere('步道通了'), everywhere('第二件事')]]);
	await locked(newsroom, edition.id);
	await publishEdition(newsroom.actors.chief_on_duty, { id: edition.id });
	stories = edition.articles;
	await settle();
});
afterAll(async () => {
	await stopCutter();
	await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
});

function everywhere(headline: string): Partial<ArticleContent> {
	const link = { type: 'link' as const, attrs: { href: '/column/min-sheng' } };
	const linked = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: '见本栏', marks: [link] }] };
	return {
		headline,
		columnId: newsroom.columnIds.get('民生') ?? null,
		seriesId: [...newsroom.seriesIds.values()][0] ?? null,
		tagIds: [newsroom.tagIds.get('交通') ?? ''],
		bylines: [
			{ role: 'reporter', name: '沈知远', office: '', reporterId: newsroom.reporterIds.get('沈知远') ?? null },
			{ role: 'photographer', name: '程野', office: '', reporterId: null },
		],
		body: {
			type: 'doc',
			content: [
				p('环湖步道昨天<全线>贯通。'),
				figure(mediaId, '步道一景', '程野 摄', '湖边'),
				linked,
				p('走一圈要两个小时。'),
			],
		},
	};
}

async function settle(): Promise<void> {
	while (await consumeOutbox());
}

/** What the door of an address answers. */
function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
	const candidates = pages.filter(({ pattern }) => matchPattern(pattern, path));
	return readerPage(...candidates)(new Request(site + path, { headers }));
}

const text = async (path: string) => (await ask(path)).text();

describe('feeds', () => {
	it.each(feedEndings)(
		'%s of the paper, a column, a series, a tag and a reporter hold to their specification',
		async (format) => {
			for (const base of feeds) {
				const feed = await text(`${base}/feed.${format}`);
				expect([base, faultsOf[format](feed)]).toEqual([base, []]);
				for (const { id } of stories) expect(feed).toContain(`${site}/article/${id}`);
				expect(feed).toContain('沈知远');
				expect(feed).toContain('民生');
				expect(feed).toContain('交通');
			}
			expect(faultsOf[format](await text(`/paper/feed.${format}`))).toEqual([]);
			expect(await text(`/paper/feed.${format}`)).toContain(`${site}/paper/2026-06-10/1`);
		},
	);

	it('carry the whole text as clean markup with absolute addresses, and the picture with its length', async () => {
		const { items } = JSON.parse(await text('/column/min-sheng/feed.json'));
		const html: string = items[0].content_html;
		expect(html).toContain('<p>环湖步道昨天&lt;全线&gt;贯通。</p>');
		expect(html).toContain(`<a href="${site}/column/min-sheng">见本栏</a>`);
		expect(html).toContain(`<img src="${site}/media/${mediaId}/960.webp" width="1200" height="800" alt="湖边">`);
		expect(html).toContain('步道一景');
		expect(html).not.toMatch(/class=|srcset|style=|loading=|"\//);
		const [attachment] = items[0].attachments;
		const picture = await db.mediaAsset.findUniqueOrThrow({ where: { id: mediaId } });
		const renditions = picture.renditions as { width: number; file: string }[];
		const { mediaPath } = await import('@/lib/media/files');
		const { size } = fs.statSync(mediaPath(renditions.find(({ width }) => width === 960)?.file ?? ''));
		expect(attachment).toMatchObject({ url: `${site}/media/${mediaId}/960.webp`, size_in_bytes: size });
		expect(items[0].authors).toEqual([{ name: '沈知远' }]);
	});

	it.each(feedEndings)('%s is not sent again to who has it', async (format) => {
		const path = `/column/min-sheng/feed.${format}`;
		const first = await ask(path);
		expect(first.status).toBe(200);
		expect(first.headers.get('content-type')).toMatch(/^application\/(rss\+xml|atom\+xml|feed\+json)/);
		const again = await ask(path, { 'If-None-Match': first.headers.get('etag') ?? '' });
		expect([again.status, await again.text()]).toEqual([304, '']);
		expect((await ask(path, { 'If-None-Match': '"other"' })).status).toBe(200);
	});

	it('go without a picture whose file is lost', async () => {
		const { mediaPath } = await import('@/lib/media/files');
		const { renditions } = await db.mediaAsset.findUniqueOrThrow({ where: { id: mediaId } });
		const file = mediaPath(
			(renditions as { width: number; file: string }[]).find(({ width }) => width === 960)?.file ?? '',
		);
		const page = pages.find(({ pattern }) => pattern === '/feed.json') as ReaderPage;
		const attachments = async () =>
			JSON.parse(String((await renderPage(page, '/feed.json')).body)).items[0].attachments;
		expect(await attachments()).toHaveLength(1);
		fs.renameSync(file, `${file}.away`);
		expect(await attachments()).toBeUndefined();
		fs.renameSync(`${file}.away`, file);
	});

	it('of the paper have all of its latest edition: so many are counted, with what came online since', async () => {
		expect(await countLatest(newsroom.paperId)).toBe(stories.length);
	});

	it('are named in three formats in the head of the pages that they follow', async () => {
		for (const base of feeds) {
			const page = await text(base || '/');
			for (const format of feedEndings)
				expect(page).toMatch(new RegExp(`rel="alternate"[^>]*href="${base}/feed.${format}"`));
		}
	});

	it('are not there where there is nothing to follow', async () => {
		for (const path of ['/column/no/feed.atom', '/tag/no/feed.json', '/reporter/no/feed.xml']) {
			expect([path, (await ask(path)).status]).toEqual([path, 404]);
		}
	});
});

describe('maps of the site', () => {
	it('hold to their protocol, and robots.txt names them', async () => {
		expect(faultsOfSitemap(await text('/sitemap.xml'), 'sitemapindex')).toEqual([]);
		expect(faultsOfSitemap(await text('/sitemap/site.xml'), 'urlset')).toEqual([]);
		const month = await text('/sitemap/2026-06.xml');
		expect(faultsOfSitemap(month, 'urlset')).toEqual([]);
		for (const { id } of stories) expect(month).toContain(`${site}/article/${id}<`);
		expect(month).toContain(`${site}/paper/2026-06-10/1<`);
		expect((await ask('/sitemap/2026-05.xml')).status).toBe(404);
		const robots = await text('/robots.txt');
		for (const map of ['/sitemap.xml', '/news-sitemap.xml']) expect(robots).toContain(`Sitemap: ${site}${map}`);
	});

	it('of news hold what was published within two days by the clock of the database', async () => {
		const map = await text('/news-sitemap.xml');
		expect(faultsOfNewsSitemap(map)).toEqual([]);
		for (const { id } of stories) expect(map).toContain(`/article/${id}<`);
		const [first, second] = stories;
		await db.publication.update({
			where: { articleId: first!.id },
			data: { publishedAt: new Date(Date.now() - 49 * 3_600_000) },
		});
		const later = await text('/news-sitemap.xml');
		expect(later).not.toContain(`/article/${first!.id}<`);
		expect(later).toContain(`/article/${second!.id}<`);
		expect(await db.storedPage.count({ where: { path: '/news-sitemap.xml' } })).toBe(0);
	});
});

describe('what changes', () => {
	it('is corrected in the text of feeds, with its note; what is withdrawn leaves feeds, maps and archives', async () => {
		const [first, second] = stories;
		await corrected(newsroom, first!, { ...everywhere('环湖步道通了'), note: '标题漏了字。' });
		await settle();
		const atom = await text('/column/min-sheng/feed.atom');
		expect(faultsOfAtom(atom)).toEqual([]);
		expect(atom).toContain('环湖步道通了');
		expect(atom).toContain('标题漏了字。');
		await withdrawArticle(newsroom.actors.chief_on_duty, { id: second!.id, note: '撤稿说明' });
		await settle();
		const places = [
			...feeds.flatMap((base) => feedEndings.map((format) => `${base}/feed.${format}`)),
			...feeds.slice(1).flatMap((base) => [base, `${base}/2026`, `${base}/2026/6`]),
			...['/sitemap/2026-06.xml', '/news-sitemap.xml'],
		];
		for (const path of places) expect([path, (await text(path)).includes(second!.id)]).toEqual([path, false]);
		expect(await text('/column/min-sheng/2026/6')).toContain(first!.id);
	});
});

describe('an archive', () => {
	it('has addresses of years, months and leaves, and of nothing else', async () => {
		const statuses = async (paths: string[]) =>
			Promise.all(paths.map(async (path) => [path, (await ask(path)).status]));
		for (const base of feeds.slice(1)) {
			const expected = [
				...[[`${base}/2026`, 200] as const, [`${base}/2026/6`, 200] as const, [`${base}/1`, 308] as const],
				...[[`${base}/2026/6/1`, 308] as const, [`${base}/2026/6/2`, 404] as const, [`${base}/2026/7`, 404] as const],
				...[[`${base}/2025`, 404] as const, [`${base}/2026/13`, 404] as const, [`${base}/2`, 404] as const],
			];
			expect(await statuses(expected.map(([path]) => path))).toEqual(expected);
		}
		const paper = ['/paper/2026', '/paper/2026/6', '/paper/2026/7', '/paper/2025'];
		expect((await statuses(paper)).map(([, status]) => status)).toEqual([200, 200, 404, 404]);
		expect(await text('/paper/2026')).toContain('href="/paper/2026-06-10/1"');
		expect(await text('/paper/2026-06-10/1')).toContain('href="/paper/2026/6"');
	});
});
