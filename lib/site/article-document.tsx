import { Article, type ArticleView } from '@/components/reader/article';
import type { LinkedName } from '@/components/reader/inline';
import { oneLine } from '@/lib/article/article';
import { figuresOf, plainText } from '@/lib/article/body';
import type { PublishedArticle, StoryRow } from '@/lib/article/published';
import { listHeadingsById } from '@/lib/column/published';
import type { PublishedPage, PublishedPaper } from '@/lib/edition/published';
import type { PublishedPicture } from '@/lib/media/published';
import { listPublicReporters } from '@/lib/reporter/published';
import { truncate } from '@/lib/text';
import { newsArticle } from './linked-data/news-article';
import { openingOf } from './opening';
import { pictureSources } from './picture-address';
import type { ReaderDocument } from './reader-page';
import { shareAddresses } from './share/share-address';
import { imageSize } from './share/share-story';

const moreOfColumn = 6;
const mostRelated = 5;
/** More than are shown: some stand elsewhere on the page. */
export const relatedAsked = 8;
const summaryLength = 120;

/** What stands around a story: as it is published, or as it would be. */
export interface Around {
	/** The page on which it stands. */
	page: PublishedPage | undefined;
	/** The stories of that page in their order, this one among them. */
	siblings: readonly StoryRow[];
	/** Stories of its column, latest first; this one may be among them. */
	ofColumn: readonly StoryRow[];
	/** What is related to it, nearest first. */
	related: readonly StoryRow[];
	pictures: ReadonlyMap<string, PublishedPicture>;
}

/**
 * A story as its page shows it, in one round trip. The one way from content to page: what is previewed is given
 * another `around`, and nothing else.
 */
export async function readArticleView(
	paper: PublishedPaper,
	article: PublishedArticle,
	readAround: () => Promise<Around>,
): Promise<ArticleView> {
	const { columnId, seriesId, tagIds } = article;
	const reporters = article.bylines.flatMap((byline) => byline.reporterId ?? []);
	const [headings, publicIds, around] = await Promise.all([
		listHeadingsById({ columns: columnId ? [columnId] : [], series: seriesId ? [seriesId] : [], tags: tagIds }),
		listPublicReporters(reporters),
		readAround(),
	]);
	const at = around.siblings.findIndex((row) => row.id === article.id);
	const [previous, next] = [around.siblings[at - 1], around.siblings[at + 1]];
	// Each is offered once.
	const offered = new Set([article.id, previous?.id, next?.id]);
	const related = around.related.filter(({ id }) => !offered.has(id)).slice(0, mostRelated);
	for (const { id } of related) offered.add(id);
	const isNew = ({ id }: StoryRow) => !offered.has(id);
	return {
		paper: paper.name,
		article,
		page: around.page,
		column: headings.columns[0],
		series: headings.series[0],
		tags: headings.tags,
		names: linkedNames(article, publicIds),
		pictures: around.pictures,
		previous,
		next,
		related,
		more: around.ofColumn.filter(isNew).slice(0, moreOfColumn),
	};
}

function linkedNames(article: PublishedArticle, publicIds: ReadonlySet<string>): LinkedName[] {
	return article.bylines.map(({ name, reporterId }) => ({
		name,
		href: reporterId && publicIds.has(reporterId) ? `/reporter/${reporterId}` : undefined,
	}));
}

/** The page of a story, whether readers have it or are to have it. */
export function articleDocument(paper: PublishedPaper, view: ArticleView): ReaderDocument {
	const { article, column, tags, pictures, previous, next } = view;
	const title = oneLine(article.headline);
	// A story of pictures or verses alone has no opening.
	const description = summaryOf(article) || title;
	const { image, data } = shareAddresses(article.id);
	return {
		title,
		description,
		path: `/article/${article.id}`,
		current: column && `/column/${column.slug}`,
		faces: { head: [article.headline] },
		article: {
			publishedAt: article.publishedAt,
			updatedAt: article.updatedAt,
			section: article.pageName,
			tags: tags.map((tag) => tag.name),
		},
		image: { src: image, ...imageSize, alt: `《${paper.name}》：${title}` },
		data: newsArticle(paper, view, { title, description, images: [...picturePaths(article, pictures), image] }),
		alternates: [{ type: 'application/json', title: 'IPTC ninjs', path: data }],
		previous: previous && `/article/${previous.id}`,
		next: next && `/article/${next.id}`,
		feeds: column && [{ title: column.name, path: `/column/${column.slug}/feed.xml` }],
		body: <Article {...view} />,
	};
}

/** The opening of the text, for search engines and shared links; of a story in pictures what their captions say. */
export function summaryOf(article: { deck: string; body: PublishedArticle['body'] }): string {
	const opening = openingOf(article.body).map(({ text }) => text);
	const texts = opening.length > 0 ? opening : [plainText(article.body).replaceAll('\n', ' ')];
	return truncate([oneLine(article.deck), texts.join('')].filter(Boolean).join('。'), summaryLength);
}

/** The pictures of the body that there are, as search engines are told. */
function picturePaths(article: PublishedArticle, pictures: ReadonlyMap<string, PublishedPicture>): string[] {
	return figuresOf(article.body).flatMap(({ attrs }) => {
		const picture = pictures.get(attrs.media);
		return picture ? [pictureSources(picture).src] : [];
	});
}
