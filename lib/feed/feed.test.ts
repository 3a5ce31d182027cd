import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	faultsOfAtom,
	faultsOfJsonFeed,
	faultsOfNewsSitemap,
	faultsOfRss,
	faultsOfSitemap,
} from '@/tests/feed-validators';
import { type FeedEntry, type FeedFormat, feedEndings, toFeed } from './feed';
import { parseSitemapPart, sitemapLimit, sitemapPath, toNewsSitemap, toSitemap, toSitemapIndex } from './sitemap';

const head = {
	title: '澄湖日报',
	description: '办一张自己的报纸',
	origin: 'https://paper.example',
	path: '/',
	publisher: '澄湖日报',
	copyright: '',
};
const entry: FeedEntry = {
	path: '/article/a1',
	title: '湖边<路>修好了 & 通了',
	summary: '环湖步道昨天全线贯通]]>。',
	html: '<p>环湖步道<strong>昨天</strong>全线贯通]]&gt;。</p>',
	authors: ['沈知远', '陆佳禾'],
	categories: ['要闻', '交通 & <出行>'],
	image: { path: '/media/m1/960.webp', mime: 'image/webp', bytes: 4711, title: '步道 "一景"' },
	publishedAt: new Date('2026-11-21T22:00:00Z'),
	updatedAt: new Date('2026-11-22T01:00:00Z'),
};
const faultsOf: Record<FeedFormat, (text: string) => string[]> = {
	xml: faultsOfRss,
	atom: faultsOfAtom,
	json: faultsOfJsonFeed,
};

describe('toFeed', () => {
	it.each(feedEndings)('%s holds to its specification, full or empty', (format) => {
		expect(
			faultsOf[format](toFeed(format, head, [entry, { ...entry, path: '/article/a2', image: undefined }])),
		).toEqual([]);
		expect(faultsOf[format](toFeed(format, head, []))).toEqual([]);
	});

	it.each(feedEndings)('%s holds to it whatever was written', (format) => {
		const text = fc.string({ unit: 'binary', maxLength: 40 });
		fc.assert(
			fc.property(text, text, text, text, (title, summary, author, category) => {
				const written = {
					...entry,
					title: `题${title}`,
					summary,
					authors: [`人${author}`],
					categories: [`类${category}`],
				};
				expect(faultsOf[format](toFeed(format, { ...head, title: `报${title}` }, [written]))).toEqual([]);
			}),
			{ numRuns: 100 },
		);
	});

	it('RSS carries title, permanent address, writers, time, the whole text and the picture', () => {
		const rss = toFeed('xml', head, [entry]);
		expect(rss).toContain('<link>https://paper.example/article/a1</link>');
		expect(rss).toContain('<guid isPermaLink="false">https://paper.example/article/a1</guid>');
		expect(rss).toContain('湖边<路>修好了 & 通了]]>');
		expect(rss).toContain('<dc:creator>沈知远</dc:creator>');
		expect(rss).toContain('<dc:creator>陆佳禾</dc:creator>');
		expect(rss).toContain('<pubDate>Sat, 21 Nov 2026 22:00:00 GMT</pubDate>');
		expect(rss).toContain('<strong>昨天</strong>');
		expect(rss).toMatch(/<enclosure [^>]*url="https:\/\/paper.example\/media\/m1\/960.webp"/);
		expect(rss).toContain('length="4711"');
		expect(rss.match(/<!\[CDATA\[/g)?.length).toBe(rss.match(/\]\]>/g)?.length);
	});

	it('Atom says its language and gives a title that is no markup', () => {
		const atom = toFeed('atom', head, [entry]);
		expect(atom).toContain('xml:lang="zh-CN"');
		expect(atom).toContain('湖边&lt;路&gt;修好了 &amp; 通了]]>');
		expect(atom).toContain('<updated>2026-11-22T01:00:00.000Z</updated>');
		expect(atom).toContain('<published>2026-11-21T22:00:00.000Z</published>');
	});

	it('JSON Feed names all who sign, and the paper where nobody does', () => {
		const [signed, unsigned] = JSON.parse(toFeed('json', head, [entry, { ...entry, path: '/b', authors: [] }])).items;
		expect(signed.authors).toEqual([{ name: '沈知远' }, { name: '陆佳禾' }]);
		expect(unsigned.authors).toEqual([{ name: '澄湖日报' }]);
		expect(signed).toMatchObject({ content_html: entry.html, tags: entry.categories, title: entry.title });
		expect(signed.attachments).toEqual([
			{
				url: 'https://paper.example/media/m1/960.webp',
				mime_type: 'image/webp',
				title: '步道 "一景"',
				size_in_bytes: 4711,
			},
		]);
	});

	it.each(feedEndings)('%s is the same for the same entries', (format) => {
		expect(toFeed(format, head, [entry])).toBe(toFeed(format, head, [entry]));
	});
});

describe('the validators', () => {
	it.each<[FeedFormat, string, string]>([
		['xml', '<pubDate>Sat, 21 Nov 2026 22:00:00 GMT</pubDate>', '<pubDate>2026-11-21</pubDate>'],
		['xml', '<title>澄湖日报</title>', ''],
		['xml', '</item>', ''],
		['xml', 'length="4711"', ''],
		['xml', '<dc:creator>沈知远</dc:creator>', '<author>沈知远</author>'],
		['atom', '<updated>2026-11-22T01:00:00.000Z</updated>', '<updated>yesterday</updated>'],
		['atom', 'rel="self"', 'rel="hub"'],
		['atom', '<id>https://paper.example/article/a1</id>', ''],
		['json', '1.1', '1'],
		['json', '"id":"https://paper.example/article/a1"', '"id":7'],
		['json', '2026-11-22T01:00:00.000Z', '22.11.2026'],
	])('find what is wrong in %s: %s', (format, right, wrong) => {
		const feed = toFeed(format, head, [entry]);
		expect(feed).toContain(right);
		expect(faultsOf[format](feed.replace(right, wrong))).not.toEqual([]);
	});
});

const origin = 'https://paper.example';

describe('toSitemap', () => {
	it('gives absolute addresses, escaped, with their last change', () => {
		const map = toSitemap(origin, [{ path: '/a?b&c', updatedAt: new Date(0) }, { path: '/' }]);
		expect(map).toContain('<loc>https://paper.example/a?b&amp;c</loc><lastmod>1970-01-01T00:00:00.000Z</lastmod>');
		expect(map).toContain('<url><loc>https://paper.example/</loc></url>');
		expect(faultsOfSitemap(map, 'urlset')).toEqual([]);
	});

	it('holds as many as the protocol allows, and takes no more', () => {
		const entries = (count: number) => Array.from({ length: count }, (_, at) => ({ path: `/a${at}` }));
		expect(toSitemap(origin, entries(sitemapLimit)).match(/<url>/g)).toHaveLength(sitemapLimit);
		expect(toSitemap(origin, entries(sitemapLimit - 1)).match(/<url>/g)).toHaveLength(sitemapLimit - 1);
		expect(() => toSitemap(origin, entries(sitemapLimit + 1))).toThrow();
	});

	it('has an index', () => {
		const index = toSitemapIndex(origin, [{ path: '/sitemap/2026-11.xml', updatedAt: new Date(0) }]);
		expect(faultsOfSitemap(index, 'sitemapindex')).toEqual([]);
	});

	it.each([
		['2026-11', { month: '2026-11', part: 1 }],
		['2026-11-2', { month: '2026-11', part: 2 }],
		['2026-11-1', undefined],
		['2026-13', undefined],
		['2026', undefined],
		['site', undefined],
	])('reads the name of a part: %s', (name, part) => {
		expect(parseSitemapPart(name)).toEqual(part);
		if (part) expect(sitemapPath(part)).toBe(`/sitemap/${name}.xml`);
	});
});

describe('toNewsSitemap', () => {
	const news = { path: '/article/a1', title: '湖边<路>修好了 & 通了', publishedAt: new Date('2026-11-21T22:00:00Z') };

	it('names the paper, its language, the moment and the title', () => {
		const map = toNewsSitemap(origin, '澄湖日报', [news]);
		expect(faultsOfNewsSitemap(map)).toEqual([]);
		expect(map).toContain('<news:name>澄湖日报</news:name><news:language>zh-cn</news:language>');
		expect(map).toContain('<news:title>湖边&lt;路&gt;修好了 &amp; 通了</news:title>');
	});

	it.each([999, 1000, 1001])('holds %i stories or as many as it may', (count) => {
		const map = toNewsSitemap(
			origin,
			'澄湖日报',
			Array.from({ length: count }, (_, at) => ({ ...news, path: `/a${at}` })),
		);
		expect(map.match(/<url>/g)).toHaveLength(Math.min(count, 1000));
	});
});
