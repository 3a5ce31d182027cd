import { stat } from 'node:fs/promises';
import type { Archive } from '@/lib/article/archive/archive';
import { oneLine } from '@/lib/article/article';
import { figuresOf, mediaOf } from '@/lib/article/body';
import { listHeadingsById } from '@/lib/column/published';
import { listLatestEditions } from '@/lib/edition/published';
import {
	type FeedEntry,
	type FeedFormat,
	type FeedHead,
	type FeedImage,
	feedEndings,
	feedFormats,
	toFeed,
} from '@/lib/feed/feed';
import { countLatest, type FeedStory, listFeedStories } from '@/lib/feed/published';
import { escapeXml } from '@/lib/feed/xml';
import { mediaPath } from '@/lib/media/files';
import { pickRendition } from '@/lib/media/media';
import { listPictures, type PublishedPicture } from '@/lib/media/published';
import { revalidate } from '@/lib/site/answer';
import { summaryOf } from '@/lib/site/article-document';
import { feedContent } from '@/lib/site/feed-content';
import { pictureSources } from '@/lib/site/picture-address';
import { type FileAnswer, missing, type ReaderPage } from '@/lib/site/reader-page';
import type { Shell } from '@/lib/site/shell';
import { siteTags } from '@/lib/site/tags';
import { origin } from '@/lib/site/version';
import { chineseDate, pageLabel } from '@/lib/time';
import { findSubject, tagsOfSubject } from './subject';

/** Stories in a feed: the paper's own has all of the latest edition besides, up to a limit. */
export const storiesInFeed = 40;
const mostInFeed = 160;
const editionsInFeed = 30;
/** Of the picture that a feed offers beside the text. */
const enclosureWidth = 960;

/** `/feed.xml`, `/feed.atom`, `/feed.json`: the latest stories. */
export const feedPages = feedEndings.map(
	(format): ReaderPage => ({
		pattern: `/feed.${format}`,
		async answer(_params, { shell }) {
			const { name, slogan, id: paperId } = shell.paper;
			const latest = Math.min(await countLatest(paperId), mostInFeed);
			const stories = await listFeedStories({ paperId }, Math.max(storiesInFeed, latest));
			const head = { title: name, description: slogan || name, path: '/' };
			return feedOfStories(format, shell, { head, stories, tags: [siteTags.latest] });
		},
	}),
);

export const columnFeedPages = feedsOf('column');
export const seriesFeedPages = feedsOf('series');
export const tagFeedPages = feedsOf('tag');
export const reporterFeedPages = feedsOf('reporter');

/** `/column/{slug}/feed.xml`, `.atom`, `.json`: the latest stories of a column; of a series, a tag, a reporter. */
function feedsOf(kind: Archive['kind']): ReaderPage[] {
	return feedEndings.map((format) => ({
		pattern: `/${kind}/:key/feed.${format}`,
		async answer({ key = '' }, { shell }) {
			const subject = await findSubject(kind, shell.paper.id, key);
			if (!subject) return missing();
			const { name, intro, path } = subject;
			const stories = await listFeedStories(subject, storiesInFeed);
			const head = { title: `${name} - ${shell.paper.name}`, description: intro || name, path };
			return feedOfStories(format, shell, { head, stories, tags: tagsOfSubject(subject) });
		},
	}));
}

/** `/paper/feed.xml`, `.atom`, `.json`: one entry an edition. */
export const paperFeedPages = feedEndings.map(
	(format): ReaderPage => ({
		pattern: `/paper/feed.${format}`,
		async answer(_params, { shell }) {
			const { name, id: paperId } = shell.paper;
			const editions = await listLatestEditions(paperId, editionsInFeed);
			const entries = editions.map((edition) => entryOfEdition(name, edition));
			const head = { title: `${name} 版面`, description: `《${name}》每期报纸的版面`, path: '/paper' };
			return feedAnswer(format, shell, { head, entries, tags: [siteTags.latest] });
		},
	}),
);

type Edition = Awaited<ReturnType<typeof listLatestEditions>>[number];

function entryOfEdition(paper: string, { date, issueNo, pages, publishedAt }: Edition): FeedEntry {
	const links = pages.map(({ no, name }) => {
		const text = escapeXml(`${pageLabel(no)}：${name}`);
		return `<li><a href="${origin()}/paper/${date}/${no}">${text}</a></li>`;
	});
	return {
		path: `/paper/${date}/1`,
		title: `${paper} ${chineseDate(date)}`,
		summary: `第 ${issueNo} 期：${pages.map(({ no, name }) => `${pageLabel(no)} ${name}`).join('，')}`,
		html: `<p>第 ${issueNo} 期，共 ${pages.length} 版。</p><ul>${links.join('')}</ul>`,
		authors: [],
		categories: [],
		publishedAt,
		updatedAt: publishedAt,
	};
}

interface StoriesOfFeed {
	head: Pick<FeedHead, 'title' | 'description' | 'path'>;
	stories: readonly FeedStory[];
	/** Of the list itself. */
	tags: readonly string[];
}

async function feedOfStories(
	format: FeedFormat,
	shell: Shell,
	{ head, stories, tags: ofList }: StoriesOfFeed,
): Promise<FileAnswer> {
	const [pictures, names] = await Promise.all([
		listPictures(stories.flatMap(({ body }) => mediaOf(body))),
		readNames(stories),
	]);
	const entries = await Promise.all(stories.map((story) => entryOfStory(story, pictures, names)));
	const tags = [
		...ofList,
		...stories.map(({ id }) => siteTags.article(id)),
		...[...pictures.keys()].map(siteTags.media),
		...stories.flatMap(({ seriesId }) => (seriesId ? [siteTags.series(seriesId)] : [])),
		...stories.flatMap(({ tagIds }) => tagIds.map(siteTags.tag)),
	];
	return feedAnswer(format, shell, { head, entries, tags: [...new Set(tags)] });
}

/** Names of the columns, series and tags of these stories, by id. */
async function readNames(stories: readonly FeedStory[]): Promise<Map<string, string>> {
	const { columns, series, tags } = await listHeadingsById({
		columns: [...new Set(stories.flatMap(({ columnId }) => columnId ?? []))],
		series: [...new Set(stories.flatMap(({ seriesId }) => seriesId ?? []))],
		tags: [...new Set(stories.flatMap(({ tagIds }) => tagIds))],
	});
	return new Map([...columns, ...series, ...tags].map(({ id, name }) => [id, name]));
}

async function entryOfStory(
	story: FeedStory,
	pictures: ReadonlyMap<string, PublishedPicture>,
	names: ReadonlyMap<string, string>,
): Promise<FeedEntry> {
	const { columnId, seriesId, tagIds } = story;
	const headings = [columnId, seriesId, ...tagIds].flatMap((id) => (id && names.get(id)) || []);
	const summary = summaryOf(story);
	const html = await feedContent(story, pictures, origin());
	return {
		path: `/article/${story.id}`,
		title: oneLine(story.headline),
		summary,
		html: html || `<p>${escapeXml(summary)}</p>`,
		authors: story.authors,
		categories: [...new Set([story.pageName, ...headings])].filter(Boolean),
		image: await enclosureOf(story, pictures),
		publishedAt: story.publishedAt,
		updatedAt: story.updatedAt,
	};
}

/** The story's first picture, in one size and with its length in bytes, as an enclosure must say. */
async function enclosureOf(
	{ body }: FeedStory,
	pictures: ReadonlyMap<string, PublishedPicture>,
): Promise<FeedImage | undefined> {
	const figure = figuresOf(body).find(({ attrs }) => pictures.has(attrs.media));
	const picture = figure && pictures.get(figure.attrs.media);
	const rendition = picture && pickRendition(picture.renditions, enclosureWidth);
	if (!rendition) return undefined;
	// A file that is lost, as after a restore without pictures, costs the feed its picture and nothing else.
	const file = await stat(mediaPath(rendition.file)).catch(() => undefined);
	const { alt, caption } = figure.attrs;
	return file && { path: pictureSources(picture).src, mime: rendition.mime, bytes: file.size, title: alt || caption };
}

interface FeedToAnswer {
	head: StoriesOfFeed['head'];
	entries: readonly FeedEntry[];
	tags: readonly string[];
}

function feedAnswer(format: FeedFormat, { paper }: Shell, { head, entries, tags }: FeedToAnswer): FileAnswer {
	const house = { origin: origin(), publisher: paper.name, copyright: `《${paper.name}》${paper.sponsor}` };
	const headers = { 'Content-Type': `${feedFormats[format].mime}; charset=utf-8`, 'Cache-Control': revalidate };
	return { kind: 'file', headers, body: toFeed(format, { ...head, ...house }, entries), tags, keep: 'table' };
}
