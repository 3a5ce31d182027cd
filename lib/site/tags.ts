import type { IsoDate } from '@/lib/time';

/**
 * The names by which stored pages are purged. A page carries the tag of everything it shows; a
 * command's outbox row names the tags of everything it changed. No other file spells a tag. Pure, so
 * that every room may import it.
 */
export const siteTags = {
	/** The paper's own name, duties and the list of its columns: on every page. */
	paper: 'paper',
	/** Corrections, updates and withdrawals: the page that lists them. */
	amendments: 'amendments',
	/** The latest edition: the front, `/paper`, feeds, sitemaps, search. */
	latest: 'latest',
	/** The day that it is: whether today's paper is out, today's place in a calendar. */
	today: 'today',
	article: (id: string) => `article:${id}`,
	/** All pages of one day, and their neighbours' links to it. */
	edition: (date: IsoDate) => `edition:${date}`,
	column: (id: string) => `column:${id}`,
	series: (id: string) => `series:${id}`,
	tag: (id: string) => `tag:${id}`,
	reporter: (id: string) => `reporter:${id}`,
	/**
	 * The stories under a heading or of a reporter, by its tag, which stands for the name alone: a new story changes the lists,
	 * not the thousands of older ones that name the same column.
	 */
	storiesOf: (tag: string) => `stories:${tag}`,
	media: (id: string) => `media:${id}`,
	/** A cut face, by the hash in its address. Never purged: a font is swept when no stored page carries its tag. */
	font: (hash: string) => `font:${hash}`,
} as const;
