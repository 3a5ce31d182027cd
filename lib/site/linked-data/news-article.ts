import type { ArticleView } from '@/components/reader/article';
import { oneLine } from '@/lib/article/article';
import type { PublishedByline } from '@/lib/article/published';
import type { PublishedPaper } from '@/lib/edition/published';
import { truncate } from '@/lib/text';
import { chineseDate, pageLabel, zonedTime } from '@/lib/time';
import {
	absolute,
	breadcrumbOf,
	type Crumb,
	language,
	linkedData,
	newspaperOf,
	publisherOf,
	type Thing,
} from './terms';

/** What Google takes of a headline. */
const longestHeadline = 110;
/** What a machine that speaks reads out: the head and the first paragraph. */
const speakable = ['#headline', '.body > p:first-of-type'];

interface Summary {
	title: string;
	description: string;
	/** Paths of its pictures, the best first. */
	images: readonly string[];
}

/** An article in the words of schema.org, with where it was printed. Times carry the newsroom's zone. */
export function newsArticle(paper: PublishedPaper, view: ArticleView, { title, description, images }: Summary): object {
	const { article, page, tags } = view;
	const publisher = publisherOf(paper);
	const writers = article.bylines.filter(({ role }) => role !== 'editor' && role !== 'photographer');
	const photographers = article.bylines.filter(({ role }) => role === 'photographer');
	const corrections = article.amendments.filter(({ kind }) => kind === 'correction');
	const alternative = alternativeOf(view);
	const address = absolute(`/article/${article.id}`);
	return linkedData({
		'@type': 'NewsArticle',
		'@id': `${address}#article`,
		url: address,
		mainEntityOfPage: { '@type': 'WebPage', '@id': address, breadcrumb: breadcrumbOf(paper, crumbsOf(view)) },
		headline: truncate(title, longestHeadline),
		...(alternative && { alternativeHeadline: alternative }),
		...(description && { description }),
		inLanguage: language,
		datePublished: zonedTime(article.publishedAt),
		dateModified: zonedTime(article.updatedAt),
		...(article.dateline && { dateline: article.dateline }),
		articleSection: sectionsOf(view),
		...(article.pageNo > 0 && {
			printEdition: article.date,
			printSection: article.pageName,
			printPage: String(article.pageNo),
		}),
		wordCount: article.words,
		...(tags.length > 0 && { keywords: tags.map((tag) => tag.name) }),
		image: images.map(absolute),
		author: writers.length > 0 ? writers.map((writer) => personOf(writer, view)) : publisher,
		...(photographers.length > 0 && { contributor: photographers.map((person) => personOf(person, view)) }),
		...(page?.credits.editor && { editor: { '@type': 'Person', name: page.credits.editor } }),
		publisher,
		copyrightHolder: { '@id': publisher['@id'] },
		copyrightYear: Number(article.date.slice(0, 4)),
		isPartOf: wholesOf(paper, view),
		isAccessibleForFree: true,
		speakable: { '@type': 'SpeakableSpecification', cssSelector: speakable },
		...(corrections.length > 0 && {
			correction: corrections.map(({ note, at }) => ({
				'@type': 'CorrectionComment',
				text: note,
				datePublished: zonedTime(at),
			})),
		}),
	});
}

function alternativeOf({ article }: ArticleView): string {
	const isOther = article.printedHeadline !== article.headline;
	return oneLine((isOther && article.printedHeadline) || article.kicker || article.deck);
}

/** The page's name and the column's, where they differ. */
function sectionsOf({ article, column }: ArticleView): string[] {
	return [...new Set([column?.name ?? '', article.pageName].filter(Boolean))];
}

function crumbsOf({ article, column }: ArticleView): Crumb[] {
	const { date, pageNo, pageName } = article;
	const place =
		pageNo > 0
			? [{ name: `${chineseDate(date)}${pageLabel(pageNo)}：${pageName}`, path: `/paper/${date}/${pageNo}` }]
			: [];
	const heading = column ? [{ name: column.name, path: `/column/${column.slug}` }] : [];
	return [...(place.length > 0 ? place : heading), { name: oneLine(article.headline), path: `/article/${article.id}` }];
}

/** The issue that printed it and the series that it belongs to. */
function wholesOf(paper: PublishedPaper, { article, series }: ArticleView): Thing[] {
	const newspaper = newspaperOf(paper);
	const { date, pageNo } = article;
	const issue = {
		'@type': 'PublicationIssue',
		'@id': absolute(`/paper/${date}#issue`),
		datePublished: date,
		isPartOf: newspaper,
	};
	return [
		pageNo > 0 ? issue : newspaper,
		...(series ? [{ '@type': 'CreativeWorkSeries', name: series.name, url: absolute(`/series/${series.slug}`) }] : []),
	];
}

function personOf({ name, office }: PublishedByline, { names }: ArticleView): Thing {
	const href = names.find((linked) => linked.name === name)?.href;
	return {
		'@type': 'Person',
		name,
		...(office && { jobTitle: office }),
		...(href && { url: absolute(href) }),
	};
}
