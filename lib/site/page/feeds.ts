import { oneLine } from '@/lib/article/article';
import { type FeedStory, listArticleAddresses, listFeedStories } from '@/lib/article/published';
import { findColumn, listAllHeadings } from '@/lib/column/published';
import { listLatestEditions, listPageAddresses } from '@/lib/edition/published';
import { type FeedEntry, toRss } from '@/lib/feed/feed';
import { sitemapLimit, toSitemap } from '@/lib/feed/sitemap';
import { listReporterAddresses } from '@/lib/reporter/published';
import { revalidate } from '@/lib/site/answer';
import { type FileAnswer, missing, type ReaderPage } from '@/lib/site/reader-page';
import type { Shell } from '@/lib/site/shell';
import { siteTags } from '@/lib/site/tags';
import { origin } from '@/lib/site/version';
import { truncate } from '@/lib/text';
import { chineseDate, pageLabel } from '@/lib/time';

const storiesInFeed = 40;
const editionsInFeed = 30;
const summaryLength = 160;

function xml(mime: string, body: string, tags: readonly string[]): FileAnswer {
	const headers = { 'Content-Type': `${mime}; charset=utf-8`, 'Cache-Control': revalidate };
	return { kind: 'file', headers, body, tags, keep: 'table' };
}

function toEntry(story: FeedStory): FeedEntry {
	return {
		path: `/article/${story.id}`,
		title: oneLine(story.headline),
		summary: truncate(story.text.replace(/\n+/g, ' '), summaryLength),
		authors: story.authors,
		section: story.pageName,
		publishedAt: story.publishedAt,
		updatedAt: story.updatedAt,
	};
}

function headOf({ paper }: Shell, title: string, description: string, path: string, feedPath: string) {
	return { title, description, origin: origin(), path, feedPath, copyright: `《${paper.name}》${paper.sponsor}` };
}

/** `/feed.xml`: the latest stories. */
export const feedPage: ReaderPage = {
	pattern: '/feed.xml',
	async answer(_params, { shell }) {
		const stories = await listFeedStories({ paperId: shell.paper.id }, storiesInFeed);
		const head = headOf(shell, shell.paper.name, shell.paper.slogan, '/', '/feed.xml');
		const tags = [siteTags.latest, ...stories.map((story) => siteTags.article(story.id))];
		return xml('application/rss+xml', toRss(head, stories.map(toEntry)), tags);
	},
};

/** `/column/{slug}/feed.xml`: the latest stories of a column. */
export const columnFeedPage: ReaderPage = {
	pattern: '/column/:slug/feed.xml',
	async answer({ slug = '' }, { shell }) {
		const column = await findColumn(shell.paper.id, slug);
		if (!column) return missing();
		const stories = await listFeedStories({ paperId: shell.paper.id, columnId: column.id }, storiesInFeed);
		const path = `/column/${slug}`;
		const head = headOf(shell, `${column.name} - ${shell.paper.name}`, column.intro, path, `${path}/feed.xml`);
		const tags = [siteTags.column(column.id), ...stories.map((story) => siteTags.article(story.id))];
		return xml('application/rss+xml', toRss(head, stories.map(toEntry)), tags);
	},
};

/** `/paper/feed.xml`: one entry an edition. */
export const paperFeedPage: ReaderPage = {
	pattern: '/paper/feed.xml',
	async answer(_params, { shell }) {
		const editions = await listLatestEditions(shell.paper.id, editionsInFeed);
		const entries = editions.map(({ date, issueNo, pages, publishedAt }) => ({
			path: `/paper/${date}/1`,
			title: `${shell.paper.name} ${chineseDate(date)}`,
			summary: `第 ${issueNo} 期：${pages.map(({ no, name }) => `${pageLabel(no)} ${name}`).join('，')}`,
			authors: [],
			section: '',
			publishedAt,
			updatedAt: publishedAt,
		}));
		const head = headOf(shell, `${shell.paper.name} 版面`, '每期报纸', '/paper', '/paper/feed.xml');
		return xml('application/rss+xml', toRss(head, entries), [siteTags.latest]);
	},
};

/** `/sitemap.xml`: every page, the latest first. */
export const sitemapPage: ReaderPage = {
	pattern: '/sitemap.xml',
	async answer(_params, { shell: { paper } }) {
		const [articles, pages, headings, reporters] = await Promise.all([
			listArticleAddresses(paper.id, sitemapLimit),
			listPageAddresses(paper.id, sitemapLimit),
			listAllHeadings(paper.id),
			listReporterAddresses(paper.id),
		]);
		const entries = [
			{ path: '/' },
			...headings.columns.map(({ slug }) => ({ path: `/column/${slug}` })),
			...headings.series.map(({ slug }) => ({ path: `/series/${slug}` })),
			...headings.tags.map(({ slug }) => ({ path: `/tag/${slug}` })),
			...reporters.map(({ id }) => ({ path: `/reporter/${id}` })),
			...pages.map(({ date, no, updatedAt }) => ({ path: `/paper/${date}/${no}`, updatedAt })),
			...articles.map(({ id, updatedAt }) => ({ path: `/article/${id}`, updatedAt })),
		];
		return xml('application/xml', toSitemap(origin(), entries), [siteTags.latest]);
	},
};

/** `/robots.txt`: the paper is for everybody, the newsroom is not. */
export const robotsPage: ReaderPage = {
	pattern: '/robots.txt',
	async answer() {
		const closed = ['/desk', '/login', '/invite', '/api', '/search'].map((path) => `Disallow: ${path}`);
		const body = ['User-agent: *', ...closed, '', `Sitemap: ${origin()}/sitemap.xml`, ''].join('\n');
		return {
			kind: 'file',
			headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': revalidate },
			body,
			tags: [siteTags.paper],
			keep: 'table',
		};
	},
};
