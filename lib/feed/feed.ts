import { Feed } from 'feed';

/** What a feed says of itself. */
export interface FeedHead {
	title: string;
	description: string;
	/** The public address, without a slash at its end. */
	origin: string;
	/** Of the page that it follows. */
	path: string;
	/** Of the feed itself. */
	feedPath: string;
	copyright: string;
}

export interface FeedEntry {
	path: string;
	title: string;
	summary: string;
	authors: readonly string[];
	section: string;
	publishedAt: Date;
	updatedAt: Date;
}

/** RSS 2.0. Same entries, same bytes: what is newest is its date. */
export function toRss(head: FeedHead, entries: readonly FeedEntry[]): string {
	const { title, description, origin, path, feedPath, copyright } = head;
	const newest = entries.reduce((latest, entry) => Math.max(latest, entry.updatedAt.getTime()), 0);
	const feed = new Feed({
		title,
		description,
		id: origin + path,
		link: origin + path,
		language: 'zh-CN',
		updated: new Date(newest),
		generator: false,
		copyright,
		feedLinks: { rss: origin + feedPath },
	});
	for (const entry of entries) {
		feed.addItem({
			title: entry.title,
			id: origin + entry.path,
			link: origin + entry.path,
			description: entry.summary,
			author: entry.authors.map((name) => ({ name })),
			category: entry.section ? [{ name: entry.section }] : [],
			date: entry.publishedAt,
			published: entry.publishedAt,
		});
	}
	return feed.rss2();
}
