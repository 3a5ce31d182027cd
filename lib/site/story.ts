import { mediaOf } from '@/lib/article/body';
import { findArticle, type PublishedArticle, type WithdrawnArticle } from '@/lib/article/published';
import { listHeadingsById, type PublishedHeading } from '@/lib/column/published';
import { listPictures, type PublishedPicture } from '@/lib/media/published';
import { listPublicReporters } from '@/lib/reporter/published';
import { siteTags } from './tags';

/** A story by itself, without what stands around it: of which pictures and exports are made. */
export interface Story {
	article: PublishedArticle;
	column: PublishedHeading | undefined;
	series: PublishedHeading | undefined;
	tags: readonly PublishedHeading[];
	pictures: ReadonlyMap<string, PublishedPicture>;
	/** Which of its signers have a page. */
	reporters: ReadonlySet<string>;
}

/** Of ids as lib/id.ts makes them, and of those that were imported: nothing else is looked up. */
const idPattern = /^[a-z0-9_-]{1,40}$/i;

/** The story as readers have it, or that it was withdrawn; undefined where there is none. */
export async function findStory(id: string): Promise<{ story: Story } | { withdrawn: WithdrawnArticle } | undefined> {
	const found = idPattern.test(id) ? await findArticle(id) : undefined;
	if (found?.withdrawn) return { withdrawn: found.withdrawn };
	return found?.article && { story: await readStory(found.article) };
}

async function readStory(article: PublishedArticle): Promise<Story> {
	const { columnId, seriesId, tagIds, bylines, body } = article;
	const [headings, pictures, reporters] = await Promise.all([
		listHeadingsById({ columns: columnId ? [columnId] : [], series: seriesId ? [seriesId] : [], tags: tagIds }),
		listPictures(mediaOf(body)),
		listPublicReporters(bylines.flatMap(({ reporterId }) => reporterId ?? [])),
	]);
	return {
		article,
		column: headings.columns[0],
		series: headings.series[0],
		tags: headings.tags,
		pictures,
		reporters,
	};
}

/** Of everything that is told of a story. */
export function tagsOfStory({ article, column, series, tags, pictures }: Omit<Story, 'reporters'>): string[] {
	return [
		siteTags.article(article.id),
		siteTags.edition(article.date),
		...(column ? [siteTags.column(column.id)] : []),
		...(series ? [siteTags.series(series.id)] : []),
		...tags.map((tag) => siteTags.tag(tag.id)),
		...article.bylines.flatMap(({ reporterId }) => (reporterId ? [siteTags.reporter(reporterId)] : [])),
		...[...pictures.keys()].map(siteTags.media),
	];
}
