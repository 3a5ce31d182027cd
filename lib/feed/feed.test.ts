import { describe, expect, it } from 'vitest';
import { type FeedEntry, toRss } from './feed';
import { sitemapLimit, toSitemap } from './sitemap';

const head = {
	title: '澄湖日报',
	description: '办一张自己的报纸',
	origin: 'https://paper.example',
	path: '/',
	feedPath: '/feed.xml',
	copyright: '',
};
const entry: FeedEntry = {
	path: '/article/a1',
	title: '湖边<路>修好了 & 通了',
	summary: '环湖步道昨天全线贯通]]>。',
	authors: ['沈知远'],
	section: '要闻',
	publishedAt: new Date('2026-11-21T22:00:00Z'),
	updatedAt: new Date('2026-11-22T01:00:00Z'),
};

describe('toRss', () => {
	it('carries title, permanent address, writer and time, whatever marks they hold', () => {
		const rss = toRss(head, [entry]);
		expect(rss).toContain('<link>https://paper.example/article/a1</link>');
		expect(rss).toContain('<guid isPermaLink="false">https://paper.example/article/a1</guid>');
		expect(rss).toContain('湖边<路>修好了 & 通了]]>');
		expect(rss).toContain('沈知远');
		expect(rss).toContain('<pubDate>Sat, 21 Nov 2026 22:00:00 GMT</pubDate>');
		expect(rss.match(/<!\[CDATA\[/g)?.length).toBe(rss.match(/\]\]>/g)?.length);
	});

	it('is the same for the same entries', () => {
		expect(toRss(head, [entry])).toBe(toRss(head, [entry]));
	});
});

describe('toSitemap', () => {
	it('gives absolute addresses, escaped, with their last change', () => {
		const map = toSitemap('https://paper.example', [{ path: '/a?b&c', updatedAt: new Date(0) }, { path: '/' }]);
		expect(map).toContain('<loc>https://paper.example/a?b&amp;c</loc><lastmod>1970-01-01T00:00:00.000Z</lastmod>');
		expect(map).toContain('<url><loc>https://paper.example/</loc></url>');
	});

	it.each([sitemapLimit - 1, sitemapLimit, sitemapLimit + 1])('holds %i addresses or as many as it may', (count) => {
		const map = toSitemap('', Array(count).fill({ path: '/a' }));
		expect(map.match(/<url>/g)).toHaveLength(Math.min(count, sitemapLimit));
	});
});
