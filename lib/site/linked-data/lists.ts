import { storiesPerPage } from '@/lib/article/archive/archive';
import { oneLine } from '@/lib/article/article';
import type { StoryRow } from '@/lib/article/published';
import type { PublishedPaper } from '@/lib/edition/published';
import type { PublishedPicture } from '@/lib/media/published';
import type { PublishedReporter } from '@/lib/reporter/published';
import { pictureSources } from '@/lib/site/picture-address';
import { absolute, breadcrumbOf, language, linkedData, publisherOf, siteOf, type Thing } from './terms';

interface ListPage {
	name: string;
	description: string;
	/** The canonical path of this leaf, and of the first. */
	path: string;
	firstPath: string;
	/** Counts from 1. */
	page: number;
}

/** A list of stories: a column, a series, a tag; of `total` stories the ones on this leaf. */
export function collectionPage(
	paper: PublishedPaper,
	list: ListPage,
	rows: readonly StoryRow[],
	total: number,
): object {
	const { name, description, path, firstPath, page } = list;
	return linkedData({
		'@type': 'CollectionPage',
		'@id': absolute(path),
		url: absolute(path),
		name,
		description,
		inLanguage: language,
		isPartOf: siteOf(paper),
		publisher: publisherOf(paper),
		breadcrumb: breadcrumbOf(paper, [{ name, path: firstPath }]),
		mainEntity: {
			'@type': 'ItemList',
			itemListOrder: 'https://schema.org/ItemListOrderDescending',
			numberOfItems: total,
			itemListElement: itemsOf(rows, (page - 1) * storiesPerPage),
		},
	});
}

/** Of stories in their order, the first `before` of which stand elsewhere. */
export function itemsOf(rows: readonly StoryRow[], before = 0): Thing[] {
	return rows.map(({ id, headline }, index) => ({
		'@type': 'ListItem',
		position: before + index + 1,
		name: oneLine(headline),
		url: absolute(`/article/${id}`),
	}));
}

interface ReporterPageFacts {
	reporter: PublishedReporter;
	portrait: PublishedPicture | undefined;
	path: string;
	rows: readonly StoryRow[];
}

/** 记者: the person, and what he wrote. */
export function profilePage(paper: PublishedPaper, { reporter, portrait, path, rows }: ReporterPageFacts): object {
	const own = absolute(`/reporter/${reporter.id}`);
	const isThere = reporter.retiredAt === null;
	return linkedData({
		'@type': 'ProfilePage',
		'@id': absolute(path),
		url: absolute(path),
		inLanguage: language,
		isPartOf: siteOf(paper),
		breadcrumb: breadcrumbOf(paper, [{ name: reporter.name, path: `/reporter/${reporter.id}` }]),
		mainEntity: {
			'@type': 'Person',
			'@id': `${own}#person`,
			name: reporter.name,
			url: own,
			...(isThere && { jobTitle: '记者', worksFor: publisherOf(paper) }),
			...(portrait && { image: absolute(pictureSources(portrait).src) }),
			...(reporter.beats.length > 0 && { knowsAbout: reporter.beats }),
		},
		hasPart: rows.map(({ id, headline, date }) => ({
			'@type': 'NewsArticle',
			headline: oneLine(headline),
			url: absolute(`/article/${id}`),
			datePublished: date,
			author: { '@id': `${own}#person` },
		})),
	});
}

/** The front: the site, and where it is searched. */
export function webSite(paper: PublishedPaper): object {
	return linkedData({
		...siteOf(paper),
		...(paper.slogan && { description: paper.slogan }),
		publisher: publisherOf(paper),
		potentialAction: {
			'@type': 'SearchAction',
			target: { '@type': 'EntryPoint', urlTemplate: absolute('/search?q={search_term_string}') },
			'query-input': 'required name=search_term_string',
		},
	});
}
