import type { ColumnKind } from '@/generated/prisma/enums';
import { publishedDb } from '@/lib/db';

/** A column 栏目, series 主题横幅 or tag 标签 as readers see it. */
export interface PublishedHeading {
	id: string;
	slug: string;
	name: string;
	intro: string;
}

export interface PublishedColumn extends PublishedHeading {
	kind: ColumnKind;
}

const select = { id: true, slug: true, name: true, intro: true } as const;

/** The columns in use, in the paper's order: the navigation. */
export function listColumns(paperId: string): Promise<PublishedHeading[]> {
	return publishedDb.column.findMany({ where: { paperId, retiredAt: null }, orderBy: { order: 'asc' }, select });
}

/** By its place in the address; a retired column keeps its page. */
export async function findColumn(paperId: string, slug: string): Promise<PublishedColumn | null> {
	return publishedDb.column.findUnique({
		where: { paperId_slug: { paperId, slug } },
		select: { ...select, kind: true },
	});
}

/** Null until a story of it is published. */
export async function findSeries(paperId: string, slug: string): Promise<PublishedHeading | null> {
	const series = await publishedDb.series.findUnique({ where: { paperId_slug: { paperId, slug } }, select });
	return onlyWithStories('series', series);
}

/** Null until a story with it is published. */
export async function findTag(paperId: string, slug: string): Promise<PublishedHeading | null> {
	const tag = await publishedDb.tag.findUnique({ where: { paperId_slug: { paperId, slug } }, select });
	return onlyWithStories('tag', tag);
}

/**
 * Of these series or tags those under which readers have a story: the name of another may tell what is to come. Columns stand in
 * the navigation and are nobody's secret.
 */
export async function listWithStories<One extends { id: string }>(
	kind: 'series' | 'tag',
	headings: readonly One[],
): Promise<One[]> {
	if (headings.length === 0) return [];
	const rows = await publishedDb.publishedMonth.groupBy({
		by: ['headingId'],
		where: { kind, headingId: { in: headings.map(({ id }) => id) } },
	});
	const known = new Set(rows.map(({ headingId }) => headingId));
	return headings.filter(({ id }) => known.has(id));
}

/** The one, where readers have a story under it. */
export async function onlyWithStories<One extends { id: string }>(
	kind: 'series' | 'tag',
	heading: One | null,
): Promise<One | null> {
	const [one = null] = await listWithStories(kind, heading ? [heading] : []);
	return one;
}

/** Columns, series and tags by their ids, in the order of the names' own list. */
export async function listHeadingsById(ids: {
	columns: readonly string[];
	series: readonly string[];
	tags: readonly string[];
}): Promise<{ columns: PublishedHeading[]; series: PublishedHeading[]; tags: PublishedHeading[] }> {
	const byId = (list: readonly string[]) => ({
		where: { id: { in: [...list] } },
		orderBy: { order: 'asc' as const },
		select,
	});
	const [columns, series, tags] = await Promise.all([
		ids.columns.length ? publishedDb.column.findMany(byId(ids.columns)) : [],
		ids.series.length ? publishedDb.series.findMany(byId(ids.series)) : [],
		ids.tags.length ? publishedDb.tag.findMany(byId(ids.tags)) : [],
	]);
	return { columns, series, tags };
}

/** All columns, and series and tags, that have a page: for the map of the site. */
export async function listAllHeadings(
	paperId: string,
): Promise<{ columns: { slug: string }[]; series: { slug: string }[]; tags: { slug: string }[] }> {
	const all = { where: { paperId }, orderBy: { order: 'asc' as const }, select: { id: true, slug: true } };
	const [columns, series, tags] = await Promise.all([
		publishedDb.column.findMany(all),
		publishedDb.series.findMany(all).then((series) => listWithStories('series', series)),
		publishedDb.tag.findMany(all).then((tags) => listWithStories('tag', tags)),
	]);
	return { columns, series, tags };
}
