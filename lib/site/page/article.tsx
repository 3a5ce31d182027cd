import { Article, type ArticleView, Withdrawn } from '@/components/reader/article';
import type { LinkedName } from '@/components/reader/inline';
import { oneLine } from '@/lib/article/article';
import { figuresOf, mediaOf } from '@/lib/article/body';
import {
	findArticle,
	listStories,
	listStoriesOfDay,
	type PublishedArticle,
	type StoryRow,
} from '@/lib/article/published';
import { listHeadingsById } from '@/lib/column/published';
import { listPages, type PublishedPaper } from '@/lib/edition/published';
import { listPictures, type PublishedPicture } from '@/lib/media/published';
import { listPublicReporters } from '@/lib/reporter/published';
import { newsArticle } from '@/lib/site/news-article';
import { pictureSources } from '@/lib/site/picture-address';
import { missing, type PageAnswer, type ReaderDocument, type ReaderPage } from '@/lib/site/reader-page';
import { siteTags } from '@/lib/site/tags';
import { truncate } from '@/lib/text';

const moreOfColumn = 6;
const summaryLength = 120;
/** Of ids as lib/id.ts makes them, and of those that were imported: nothing else is looked up. */
const idPattern = /^[a-z0-9_-]{1,40}$/i;

/** `/article/{id}`: the story as readers have it, 410 with the notice where it was withdrawn. */
export const articlePage: ReaderPage = {
	pattern: '/article/:id',
	async answer({ id = '' }, { shell }) {
		const found = idPattern.test(id) ? await findArticle(id) : undefined;
		if (found?.withdrawn) return withdrawnAnswer(id, found.withdrawn);
		if (!found?.article) return missing();
		const view = await readView(shell.paper, found.article);
		return { kind: 'document', tags: tagsOf(view), document: toDocument(shell.paper, view) };
	},
};

/** All that stands around the story, in one round trip. */
async function readView(paper: PublishedPaper, article: PublishedArticle): Promise<ArticleView> {
	const { columnId, seriesId, tagIds } = article;
	const reporters = article.bylines.flatMap((byline) => byline.reporterId ?? []);
	const [headings, pictures, [page], ofDay, ofColumn, publicIds] = await Promise.all([
		listHeadingsById({ columns: columnId ? [columnId] : [], series: seriesId ? [seriesId] : [], tags: tagIds }),
		listPictures(mediaOf(article.body)),
		listPages(paper.id, article.date, article.pageNo),
		listStoriesOfDay(paper.id, article.date),
		columnId ? listStories({ columnId }, 1) : undefined,
		listPublicReporters(reporters),
	]);
	const siblings = ofDay.filter((row) => row.pageNo === article.pageNo);
	const at = siblings.findIndex((row) => row.id === article.id);
	return {
		paper: paper.name,
		article,
		page,
		column: headings.columns[0],
		series: headings.series[0],
		tags: headings.tags,
		names: linkedNames(article, publicIds),
		pictures,
		previous: siblings[at - 1],
		next: siblings[at + 1],
		more: (ofColumn?.rows ?? []).filter((row) => row.id !== article.id).slice(0, moreOfColumn),
	};
}

function linkedNames(article: PublishedArticle, publicIds: ReadonlySet<string>): LinkedName[] {
	return article.bylines.flatMap(({ name, reporterId }) =>
		reporterId && publicIds.has(reporterId) ? [{ name, href: `/reporter/${reporterId}` }] : [],
	);
}

function tagsOf({ article, column, series, tags, pictures, previous, next, more }: ArticleView): string[] {
	const shown: StoryRow[] = [article, previous, next, ...more].filter((row) => row !== undefined);
	return [
		...new Set([
			...shown.map((row) => siteTags.article(row.id)),
			siteTags.edition(article.date),
			...(column ? [siteTags.column(column.id)] : []),
			...(series ? [siteTags.series(series.id)] : []),
			...tags.map((tag) => siteTags.tag(tag.id)),
			...article.bylines.flatMap(({ reporterId }) => (reporterId ? [siteTags.reporter(reporterId)] : [])),
			...[...pictures.keys()].map(siteTags.media),
		]),
	];
}

function toDocument(paper: PublishedPaper, view: ArticleView): ReaderDocument {
	const { article, column, tags, pictures, previous, next } = view;
	const title = oneLine(article.headline);
	const description = summaryOf(article);
	const images = shownPictures(article, pictures);
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
		image: images[0],
		data: newsArticle(paper, view, { title, description, images: images.map(({ src }) => src) }),
		previous: previous && `/article/${previous.id}`,
		next: next && `/article/${next.id}`,
		feeds: column && [{ title: column.name, path: `/column/${column.slug}/feed.xml` }],
		body: <Article {...view} />,
	};
}

/** The opening of the text, for search engines and shared links. */
export function summaryOf(article: { deck: string; body: PublishedArticle['body'] }): string {
	const opening = article.body.content.flatMap((block) =>
		block.type === 'paragraph' ? (block.content ?? []).map((node) => (node.type === 'text' ? node.text : '')) : [],
	);
	return truncate([oneLine(article.deck), opening.join('')].filter(Boolean).join('。'), summaryLength);
}

/** The pictures of the body that there are, as shared links and search engines are told. */
function shownPictures(
	article: PublishedArticle,
	pictures: ReadonlyMap<string, PublishedPicture>,
): NonNullable<ReaderDocument['image']>[] {
	return figuresOf(article.body).flatMap(({ attrs }) => {
		const picture = pictures.get(attrs.media);
		if (!picture) return [];
		const { src, width, height } = pictureSources(picture);
		return [{ src, width, height, alt: attrs.alt || attrs.caption }];
	});
}

function withdrawnAnswer(
	id: string,
	{ withdrawnAt, withdrawNote }: { withdrawnAt: Date; withdrawNote: string },
): PageAnswer {
	return {
		kind: 'document',
		status: 410,
		tags: [siteTags.article(id)],
		document: {
			title: '本文已撤稿',
			path: `/article/${id}`,
			faces: { head: ['本文已撤稿'] },
			unlisted: true,
			body: <Withdrawn note={withdrawNote} at={withdrawnAt} />,
		},
	};
}
