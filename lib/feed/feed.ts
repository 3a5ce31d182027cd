import { Feed, type Item } from 'feed';
import { escapeXml, withoutControls } from './xml';

/** The formats in which each feed is given, by the ending of its address. */
export const feedFormats = {
	xml: { name: 'RSS', mime: 'application/rss+xml' },
	atom: { name: 'Atom', mime: 'application/atom+xml' },
	json: { name: 'JSON Feed', mime: 'application/feed+json' },
} as const;

export type FeedFormat = keyof typeof feedFormats;
export const feedEndings = Object.keys(feedFormats) as FeedFormat[];

/** What a feed says of itself. */
export interface FeedHead {
	title: string;
	description: string;
	/** The public address, without a slash at its end. */
	origin: string;
	/** Of the page that it follows. */
	path: string;
	/** The paper: who speaks where nobody signs. */
	publisher: string;
	copyright: string;
}

export interface FeedEntry {
	path: string;
	title: string;
	summary: string;
	/** The whole of it as clean HTML with absolute addresses. */
	html: string;
	authors: readonly string[];
	categories: readonly string[];
	image?: FeedImage;
	publishedAt: Date;
	updatedAt: Date;
}

export interface FeedImage {
	path: string;
	mime: string;
	bytes: number;
	title: string;
}

const language = 'zh-CN';

/** The address of a page's feed: `/feed.xml` of the front, `/column/wen-da/feed.atom`. */
export function feedPath(path: string, format: FeedFormat): string {
	return `${path === '/' ? '' : path}/feed.${format}`;
}

/** A feed in one of its formats. Same entries, same bytes: what is newest is its date. */
export function toFeed(format: FeedFormat, head: FeedHead, entries: readonly FeedEntry[]): string {
	switch (format) {
		case 'xml':
			return toRss(head, entries);
		case 'atom':
			return toAtom(head, entries);
		case 'json':
			return toJsonFeed(head, entries);
	}
}

/** RSS 2.0 with Dublin Core's creator, since its own author is a mail address, and the whole text as content:encoded. */
function toRss(head: FeedHead, entries: readonly FeedEntry[]): string {
	const feed = emptyFeed('xml', head, entries);
	for (const entry of entries) {
		feed.addItem({
			...itemOf(head, entry),
			title: entry.title,
			category: entry.categories.map((name) => ({ name })),
			extensions: [
				// Its type knows of single elements alone; what it writes are as many as there are.
				{ name: 'dc:creator', objects: namesOf(head, entry).map((name) => ({ _text: name })) as never },
				{ name: 'atom:updated', objects: { _text: entry.updatedAt.toISOString() } },
			],
		});
	}
	return withoutControls(feed.rss2());
}

/** Atom, RFC 4287. Its titles are markup. */
function toAtom(head: FeedHead, entries: readonly FeedEntry[]): string {
	const feed = emptyFeed('atom', head, entries);
	for (const entry of entries) {
		feed.addItem({
			...itemOf(head, entry),
			title: escapeXml(entry.title),
			author: namesOf(head, entry).map((name) => ({ name })),
			category: entry.categories.map((name) => ({ name, term: name })),
		});
	}
	const said = '<feed xmlns="http://www.w3.org/2005/Atom"';
	return withoutControls(feed.atom1().replace(said, `${said} xml:lang="${language}"`));
}

function emptyFeed(format: FeedFormat, head: FeedHead, entries: readonly FeedEntry[]): Feed {
	const { title, description, origin, path, copyright, publisher } = head;
	return new Feed({
		...{ title, description, language, copyright, generator: false },
		id: origin + path,
		link: origin + path,
		updated: newest(entries),
		author: { name: publisher },
		favicon: `${origin}/icon.svg`,
		feed: origin + feedPath(path, format),
	});
}

function newest(entries: readonly FeedEntry[]): Date {
	return new Date(entries.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt.getTime()), 0));
}

function itemOf({ origin }: FeedHead, { path, summary, html, image, publishedAt, updatedAt }: FeedEntry): Item {
	return {
		title: '',
		id: origin + path,
		link: origin + path,
		description: escapeXml(summary),
		content: html,
		date: updatedAt,
		published: publishedAt,
		...(image && { enclosure: { url: origin + image.path, type: image.mime, length: image.bytes } }),
	};
}

/** Who signs; the paper where nobody does. */
function namesOf({ publisher }: FeedHead, { authors }: FeedEntry): string[] {
	return authors.length > 0 ? [...authors] : [publisher];
}

/** JSON Feed 1.1; the package of the other two knows version 1 alone. */
function toJsonFeed(head: FeedHead, entries: readonly FeedEntry[]): string {
	const { title, description, origin, path, publisher } = head;
	return JSON.stringify({
		version: 'https://jsonfeed.org/version/1.1',
		title,
		home_page_url: origin + path,
		feed_url: origin + feedPath(path, 'json'),
		...(description && { description }),
		icon: `${origin}/icon-512.png`,
		favicon: `${origin}/icon-192.png`,
		language,
		authors: [{ name: publisher, url: `${origin}/` }],
		items: entries.map((entry) => ({
			id: origin + entry.path,
			url: origin + entry.path,
			title: entry.title,
			content_html: entry.html,
			...(entry.summary && { summary: entry.summary }),
			...(entry.image && {
				image: origin + entry.image.path,
				attachments: [
					{
						url: origin + entry.image.path,
						mime_type: entry.image.mime,
						title: entry.image.title,
						size_in_bytes: entry.image.bytes,
					},
				],
			}),
			date_published: entry.publishedAt.toISOString(),
			date_modified: entry.updatedAt.toISOString(),
			authors: namesOf(head, entry).map((name) => ({ name })),
			tags: entry.categories,
			language,
		})),
	});
}
