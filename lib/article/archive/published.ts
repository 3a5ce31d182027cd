import { publishedDb } from '@/lib/db';
import { isoToDate } from '@/lib/time';
import { listStoriesById, type StoryRow } from '../published';
import { type Archive, firstOf, leafStart, type MonthCount, storiesPerPage } from './archive';

/** The months in which an archive has stories, latest first: a row for each, of a table of counts. */
export function listMonths({ kind, id }: Archive): Promise<MonthCount[]> {
	return listMonthsOf(kind, id);
}

/** A month of the paper as a whole, and when a story of it was published, changed or taken away last. */
export interface PaperMonth extends MonthCount {
	changedAt: Date;
}

export function listMonthsOfPaper(paperId: string): Promise<PaperMonth[]> {
	return listMonthsOf('paper', paperId);
}

/** Written out, since a paper of thirty years has 360 of them on every list: Prisma's own decoding takes twice as long. */
function listMonthsOf(kind: Archive['kind'] | 'paper', headingId: string): Promise<PaperMonth[]> {
	return publishedDb.$queryRaw`
		SELECT to_char("month", 'YYYY-MM') AS "month", "stories", "changedAt" FROM "PublishedMonth"
		WHERE "kind" = ${kind}::"ArchiveKind" AND "headingId" = ${headingId} ORDER BY "PublishedMonth"."month" DESC`;
}

/** Latest first; of a day by page and rank, and never two in either order. */
const latestFirst = [
	{ editionDate: 'desc' as const },
	{ pageNo: 'asc' as const },
	{ rank: 'asc' as const },
	{ articleId: 'asc' as const },
];

/**
 * The stories on leaf `page`, from 1, of these months of an archive: all that it has, or those of a year or month.
 * Undefined behind the last leaf, unless there is none at all.
 */
export async function listLeaf(
	{ kind, id }: Archive,
	months: readonly MonthCount[],
	page: number,
): Promise<StoryRow[] | undefined> {
	const start = leafStart(months, page);
	const earliest = months.at(-1);
	if (!start || !earliest) return page === 1 ? [] : undefined;
	const entries = await publishedDb.publishedEntry.findMany({
		where: {
			kind,
			headingId: id,
			editionDate: { lt: isoToDate(start.before), gte: isoToDate(firstOf(earliest.month)) },
		},
		orderBy: latestFirst,
		skip: start.skip,
		take: storiesPerPage,
		select: { articleId: true },
	});
	return listInOrder(entries);
}

/** An archive's latest stories. */
export async function listLatestStories(archive: Archive, limit: number): Promise<StoryRow[]> {
	const ids = await listLatestIds(archive, limit);
	return listInOrder(ids.map((articleId) => ({ articleId })));
}

export async function listLatestIds({ kind, id }: Archive, limit: number): Promise<string[]> {
	const entries = await publishedDb.publishedEntry.findMany({
		where: { kind, headingId: id },
		orderBy: latestFirst,
		take: limit,
		select: { articleId: true },
	});
	return entries.map(({ articleId }) => articleId);
}

async function listInOrder(entries: readonly { articleId: string }[]): Promise<StoryRow[]> {
	const rows = await listStoriesById(entries.map(({ articleId }) => articleId));
	const byId = new Map(rows.map((row) => [row.id, row]));
	return entries.flatMap(({ articleId }) => byId.get(articleId) ?? []);
}

/** Of how many of a reporter's latest stories it is seen for which columns he writes. */
const latestOfReporter = 200;

/** The columns for which a reporter has written of late, most often first. */
export async function listColumnsOfReporter(
	reporterId: string,
	limit: number,
): Promise<{ id: string; stories: number }[]> {
	return publishedDb.$queryRaw`
		SELECT c."headingId" AS id, count(*)::int AS stories
		FROM (
			SELECT "articleId" FROM "PublishedEntry" WHERE "kind" = 'reporter' AND "headingId" = ${reporterId}
			ORDER BY "editionDate" DESC, "pageNo", "rank", "articleId" LIMIT ${latestOfReporter}
		) e
		JOIN "PublishedEntry" c ON c."articleId" = e."articleId" AND c."kind" = 'column'
		GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${limit}`;
}
