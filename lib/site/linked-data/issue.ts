import type { PublishedEdition, PublishedPage, PublishedPaper } from '@/lib/edition/published';
import { chineseDate, pageLabel, zonedTime } from '@/lib/time';
import { absolute, breadcrumbOf, language, linkedData, newspaperOf, publisherOf } from './terms';

/** A page of an edition: the issue, and of it the stories that this page prints, in the order of their rank. */
export function publicationIssue(paper: PublishedPaper, edition: PublishedEdition, page: PublishedPage): object {
	const { date, no, name, brief } = page;
	const path = `/paper/${date}/${no}`;
	return linkedData({
		'@type': 'PublicationIssue',
		'@id': absolute(`/paper/${date}#issue`),
		url: absolute(path),
		name: `${paper.name} ${chineseDate(date)}`,
		issueNumber: edition.issueNo,
		inLanguage: language,
		datePublished: zonedTime(edition.publishedAt),
		dateModified: zonedTime(page.updatedAt),
		pagination: `1-${edition.pages.length}`,
		isPartOf: newspaperOf(paper),
		publisher: publisherOf(paper),
		isAccessibleForFree: true,
		mainEntityOfPage: {
			'@type': 'WebPage',
			'@id': absolute(path),
			name: `${pageLabel(no)}：${name}`,
			breadcrumb: breadcrumbOf(paper, [{ name: `${chineseDate(date)}${pageLabel(no)}：${name}`, path }]),
		},
		encoding: { '@type': 'MediaObject', encodingFormat: 'application/pdf', contentUrl: absolute(`${path}.pdf`) },
		hasPart: brief.stories.map((story) => ({
			'@type': 'NewsArticle',
			headline: story.headline.replace(/\s+/g, ' '),
			url: absolute(`/article/${story.id}`),
			printPage: String(no),
			printSection: name,
			printEdition: date,
		})),
	});
}
