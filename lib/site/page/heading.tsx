import { HeadingPage, type HeadingView } from '@/components/reader/heading-page';
import {
	listInterviewFaces,
	listStories,
	listStoriesOfTag,
	type StoryPage,
	storiesPerPage,
} from '@/lib/article/published';
import { findColumn, findSeries, findTag, type PublishedHeading } from '@/lib/column/published';
import { listPictures } from '@/lib/media/published';
import { parsePageNo } from '@/lib/site/page-parts';
import { missing, moved, type PageContext, type ReaderPage } from '@/lib/site/reader-page';
import { siteTags } from '@/lib/site/tags';

/** What tells one kind of heading from another. */
interface HeadingKind {
	label: string;
	/** The first segment of its address. */
	segment: 'column' | 'series' | 'tag';
	find: (paperId: string, slug: string) => Promise<PublishedHeading | null>;
	list: (id: string, page: number) => Promise<StoryPage>;
	tag: (id: string) => string;
}

const column: HeadingKind = {
	label: '栏目',
	segment: 'column',
	find: findColumn,
	list: (columnId, page) => listStories({ columnId }, page),
	tag: siteTags.column,
};
const series: HeadingKind = {
	label: '主题',
	segment: 'series',
	find: findSeries,
	list: (seriesId, page) => listStories({ seriesId }, page),
	tag: siteTags.series,
};
const tag: HeadingKind = {
	label: '标签',
	segment: 'tag',
	find: findTag,
	list: listStoriesOfTag,
	tag: siteTags.tag,
};

export const columnPage = firstLeaf(column);
export const columnLeafPage = laterLeaf(column);
export const seriesPage = firstLeaf(series);
export const seriesLeafPage = laterLeaf(series);
export const tagPage = firstLeaf(tag);
export const tagLeafPage = laterLeaf(tag);

/** `/column/{slug}`: the latest stories. */
function firstLeaf(kind: HeadingKind): ReaderPage {
	return {
		pattern: `/${kind.segment}/:slug`,
		answer: ({ slug = '' }, context) => answerLeaf(kind, slug, 1, context),
	};
}

/** `/column/{slug}/2`: older ones; the first leaf has one address only. */
function laterLeaf(kind: HeadingKind): ReaderPage {
	return {
		pattern: `/${kind.segment}/:slug/:page`,
		async answer({ slug = '', page = '' }, context) {
			const no = parsePageNo(page);
			if (no === 1) return moved(`/${kind.segment}/${slug}`);
			return no === undefined ? missing() : answerLeaf(kind, slug, no, context);
		},
	};
}

const slugPattern = /^[a-z0-9-]{1,60}$/;

async function answerLeaf(kind: HeadingKind, slug: string, page: number, { shell }: PageContext) {
	const heading = slugPattern.test(slug) ? await kind.find(shell.paper.id, slug) : null;
	if (!heading) return missing();
	const { rows, total } = await kind.list(heading.id, page);
	const pages = Math.max(1, Math.ceil(total / storiesPerPage));
	if (page > pages) return missing();
	const path = `/${kind.segment}/${slug}`;
	const view: HeadingView = {
		label: kind.label,
		heading,
		rows,
		total,
		page,
		pages,
		path,
		feed: kind.segment === 'column' ? `${path}/feed.xml` : undefined,
		columns: kind.segment === 'column' ? undefined : namesOf(shell.columns),
		...(isInterview(heading) ? await readFaces(rows) : {}),
	};
	return {
		kind: 'document' as const,
		tags: [kind.tag(heading.id), ...rows.map((row) => siteTags.article(row.id))],
		document: {
			title: page === 1 ? heading.name : `${heading.name}（第 ${page} 页）`,
			description: heading.intro || `${kind.label}“${heading.name}”的全部稿件`,
			path: page === 1 ? path : `${path}/${page}`,
			current: path,
			faces: { head: [heading.name] },
			previous: page > 1 ? (page === 2 ? path : `${path}/${page - 1}`) : undefined,
			next: page < pages ? `${path}/${page + 1}` : undefined,
			feeds: view.feed ? [{ title: heading.name, path: view.feed }] : undefined,
			body: <HeadingPage {...view} />,
		},
	};
}

function isInterview(heading: PublishedHeading): boolean {
	return 'kind' in heading && heading.kind === 'interview';
}

async function readFaces(rows: StoryPage['rows']): Promise<Pick<HeadingView, 'faces' | 'pictures'>> {
	const faces = await listInterviewFaces(rows.map((row) => row.id));
	const pictures = await listPictures([...faces.values()].flatMap((face) => face.pictureId ?? []));
	return { faces, pictures };
}

/** Names of columns by their ids. */
export function namesOf(columns: readonly PublishedHeading[]): Map<string, string> {
	return new Map(columns.map(({ id, name }) => [id, name]));
}
