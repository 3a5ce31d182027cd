import { firstOf, firstOfNext } from '@/lib/article/archive/archive';
import { listMonthsOfPaper } from '@/lib/article/archive/published';
import { oneLine } from '@/lib/article/article';
import { listAllHeadings } from '@/lib/column/published';
import { listArticleAddresses, listNews, listPageAddresses } from '@/lib/feed/published';
import { newsLimit, parseSitemapPart, sitemapPath, toNewsSitemap, toSitemap, toSitemapIndex } from '@/lib/feed/sitemap';
import { listReporterAddresses } from '@/lib/reporter/published';
import { revalidate } from '@/lib/site/answer';
import { type FileAnswer, missing, type ReaderPage } from '@/lib/site/reader-page';
import { siteTags } from '@/lib/site/tags';
import { origin } from '@/lib/site/version';

/** Stories in one map; the rest of what the protocol allows is for the pages of that month. */
const storiesInMap = 40_000;

function xml(body: string): FileAnswer {
	return {
		kind: 'file',
		headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': revalidate },
		body,
		tags: [siteTags.latest],
		keep: 'table',
	};
}

/** `/sitemap.xml`: the index over the map of what lasts and one map a month. */
export const sitemapPage: ReaderPage = {
	pattern: '/sitemap.xml',
	async answer(_params, { shell: { paper } }) {
		const months = await listMonthsOfPaper(paper.id);
		const parts = months.flatMap(({ month, stories, changedAt }) =>
			Array.from({ length: Math.ceil(stories / storiesInMap) }, (_, index) => ({
				path: sitemapPath({ month, part: index + 1 }),
				updatedAt: changedAt,
			})),
		);
		return xml(toSitemapIndex(origin(), [{ path: '/sitemap/site.xml', updatedAt: months[0]?.changedAt }, ...parts]));
	},
};

/** `/sitemap/site.xml`: the front and the lists. */
export const siteSitemapPage: ReaderPage = {
	pattern: '/sitemap/site.xml',
	async answer(_params, { shell: { paper } }) {
		const [{ columns, series, tags }, reporters] = await Promise.all([
			listAllHeadings(paper.id),
			listReporterAddresses(paper.id),
		]);
		return xml(
			toSitemap(origin(), [
				{ path: '/' },
				...columns.map(({ slug }) => ({ path: `/column/${slug}` })),
				...series.map(({ slug }) => ({ path: `/series/${slug}` })),
				...tags.map(({ slug }) => ({ path: `/tag/${slug}` })),
				...reporters.map(({ id }) => ({ path: `/reporter/${id}` })),
			]),
		);
	},
};

/** `/sitemap/2026-11.xml`: the pages and stories of a month, the latest first. */
export const monthSitemapPage: ReaderPage = {
	pattern: '/sitemap/:name.xml',
	async answer({ name = '' }, { shell: { paper } }) {
		const asked = parseSitemapPart(name);
		if (!asked) return missing();
		const days = { from: firstOf(asked.month), before: firstOfNext(asked.month) };
		const [stories, pages] = await Promise.all([
			listArticleAddresses(paper.id, days, { skip: (asked.part - 1) * storiesInMap, take: storiesInMap }),
			asked.part === 1 ? listPageAddresses(paper.id, days) : [],
		]);
		if (stories.length === 0) return missing();
		return xml(
			toSitemap(origin(), [
				...pages.map(({ date, no, updatedAt }) => ({ path: `/paper/${date}/${no}`, updatedAt })),
				...stories.map(({ id, updatedAt }) => ({ path: `/article/${id}`, updatedAt })),
			]),
		);
	},
};

/** `/news-sitemap.xml`: what was published within two days. Kept nowhere: what it holds goes by the clock. */
export const newsSitemapPage: ReaderPage = {
	pattern: '/news-sitemap.xml',
	byQuery: true,
	async answer(_params, { shell: { paper } }) {
		const news = await listNews(paper.id, newsLimit);
		const entries = news.map(({ id, headline, publishedAt }) => ({
			path: `/article/${id}`,
			title: oneLine(headline),
			publishedAt,
		}));
		return xml(toNewsSitemap(origin(), paper.name, entries));
	},
};

/** `/robots.txt`: the paper is for everybody, the newsroom is not. */
export const robotsPage: ReaderPage = {
	pattern: '/robots.txt',
	async answer() {
		const closed = ['/desk', '/login', '/invite', '/api', '/search'].map((path) => `Disallow: ${path}`);
		const maps = ['/sitemap.xml', '/news-sitemap.xml'].map((path) => `Sitemap: ${origin()}${path}`);
		return {
			kind: 'file',
			headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': revalidate },
			body: ['User-agent: *', ...closed, '', ...maps, ''].join('\n'),
			tags: [siteTags.paper],
			keep: 'table',
		};
	},
};
