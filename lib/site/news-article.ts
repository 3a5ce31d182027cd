import type { ArticleView } from '@/components/reader/article';
import { oneLine } from '@/lib/article/article';
import type { PublishedPaper } from '@/lib/edition/published';
import { dayOf } from '@/lib/time';
import { origin } from './version';

/** An article in the words of schema.org, with where it was printed. Times carry the newsroom's zone. */
export function newsArticle(
	paper: PublishedPaper,
	view: ArticleView,
	{ title, description, images }: { title: string; description: string; images: readonly string[] },
): object {
	const { article, column, tags, names } = view;
	const publisher = { '@type': 'NewsMediaOrganization', name: paper.name, url: `${origin()}/` };
	const hrefs = new Map(names.map(({ name, href }) => [name, href]));
	const corrections = article.amendments.filter(({ kind }) => kind === 'correction');
	const writers = article.bylines.filter(({ role }) => role !== 'editor' && role !== 'photographer');
	const isOther = article.printedHeadline !== article.headline;
	const alternative = (isOther && article.printedHeadline) || article.kicker || article.deck;
	return {
		'@context': 'https://schema.org',
		'@type': 'NewsArticle',
		mainEntityOfPage: `${origin()}/article/${article.id}`,
		headline: title,
		...(alternative ? { alternativeHeadline: oneLine(alternative) } : {}),
		description,
		inLanguage: 'zh-CN',
		datePublished: zoned(article.publishedAt),
		dateModified: zoned(article.updatedAt),
		...(article.dateline ? { dateline: article.dateline } : {}),
		articleSection: column?.name ?? article.pageName,
		...(article.pageNo > 0
			? { printEdition: article.date, printSection: article.pageName, printPage: String(article.pageNo) }
			: {}),
		wordCount: article.words,
		keywords: tags.map((tag) => tag.name),
		...(images.length > 0 ? { image: images.map((src) => origin() + src) } : {}),
		author: writers.length > 0 ? writers.map(({ name, office }) => person(name, office, hrefs.get(name))) : publisher,
		publisher,
		isAccessibleForFree: true,
		...(corrections.length > 0 && {
			correction: corrections.map(({ note, at }) => ({
				'@type': 'CorrectionComment',
				text: note,
				datePublished: zoned(at),
			})),
		}),
	};
}

function person(name: string, office: string, href: string | undefined): object {
	return {
		'@type': 'Person',
		name,
		...(office ? { jobTitle: office } : {}),
		...(href ? { url: origin() + href } : {}),
	};
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'medium' });

/** 2026-11-22T06:00:00+08:00 */
function zoned(instant: Date): string {
	return `${dayOf(instant)}T${clock.format(instant)}+08:00`;
}
