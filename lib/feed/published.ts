import type { AmendmentKind } from '@/generated/prisma/enums';
import type { Archive } from '@/lib/article/archive/archive';
import { listLatestIds } from '@/lib/article/archive/published';
import { Body, baseBody } from '@/lib/article/body';
import { publishedDb } from '@/lib/db';
import { dateToIso, type IsoDate, isoToDate } from '@/lib/time';

/** A story as feeds carry it, under its title for them where there is one. */
export interface FeedStory {
	id: string;
	headline: string;
	deck: string;
	dateline: string;
	pageName: string;
	columnId: string | null;
	seriesId: string | null;
	tagIds: string[];
	body: Body;
	publishedAt: Date;
	updatedAt: Date;
	authors: string[];
	/** What readers are told of changes, latest first. */
	amendments: { kind: AmendmentKind; note: string; at: Date }[];
}

const writers = ['reporter', 'correspondent', 'author'] as const;
const latestFirst = [
	{ editionDate: 'desc' as const },
	{ pageNo: 'asc' as const },
	{ rank: 'asc' as const },
	{ id: 'asc' as const },
];

/** The latest stories of the paper or of one of its archives. */
export async function listFeedStories(of: { paperId: string } | Archive, limit: number): Promise<FeedStory[]> {
	const rows = await publishedDb.publishedArticle.findMany({
		where: 'kind' in of ? { id: { in: await listLatestIds(of, limit) } } : { paperId: of.paperId },
		orderBy: latestFirst,
		take: limit,
		select: {
			...{ id: true, headline: true, webTitle: true, feedTitle: true, deck: true, dateline: true, pageName: true },
			...{ columnId: true, seriesId: true, body: true, publishedAt: true, updatedAt: true },
		},
	});
	const ids = rows.map((row) => row.id);
	const [bylines, tags, amendments] = await Promise.all([
		publishedDb.publishedByline.findMany({
			where: { articleId: { in: ids }, role: { in: [...writers] } },
			orderBy: { order: 'asc' },
			select: { articleId: true, name: true },
		}),
		publishedDb.publishedTag.findMany({
			where: { articleId: { in: ids } },
			orderBy: { tagId: 'asc' },
			select: { articleId: true, tagId: true },
		}),
		publishedDb.publishedAmendment.findMany({
			where: { articleId: { in: ids } },
			orderBy: { at: 'desc' },
			select: { articleId: true, kind: true, note: true, at: true },
		}),
	]);
	return rows.map(({ webTitle, feedTitle, headline, body, ...row }) => ({
		...row,
		headline: feedTitle || webTitle || headline,
		body: baseBody(Body.parse(body)),
		authors: bylines.filter(({ articleId }) => articleId === row.id).map(({ name }) => name),
		tagIds: tags.filter(({ articleId }) => articleId === row.id).map(({ tagId }) => tagId),
		amendments: amendments.filter(({ articleId }) => articleId === row.id),
	}));
}

/** How many stories the latest edition has, with those that came online since. */
export async function countLatest(paperId: string): Promise<number> {
	const latest = await publishedDb.publishedEdition.findFirst({
		where: { paperId },
		orderBy: { date: 'desc' },
		select: { date: true },
	});
	return publishedDb.publishedArticle.count({ where: { paperId, editionDate: { gte: latest?.date } } });
}

/** Days from the first on, before the last. */
export interface Days {
	from: IsoDate;
	before: IsoDate;
}

const within = ({ from, before }: Days) => ({ gte: isoToDate(from), lt: isoToDate(before) });

/** The addresses of stories and pages of these days, latest first: for the map of the site. */
export async function listArticleAddresses(
	paperId: string,
	days: Days,
	{ skip, take }: { skip: number; take: number },
): Promise<{ id: string; updatedAt: Date }[]> {
	return publishedDb.publishedArticle.findMany({
		where: { paperId, editionDate: within(days) },
		orderBy: latestFirst,
		skip,
		take,
		select: { id: true, updatedAt: true },
	});
}

export async function listPageAddresses(
	paperId: string,
	days: Days,
): Promise<{ date: IsoDate; no: number; updatedAt: Date }[]> {
	const rows = await publishedDb.publishedPage.findMany({
		where: { paperId, date: within(days) },
		orderBy: [{ date: 'desc' }, { no: 'asc' }],
		select: { date: true, no: true, updatedAt: true },
	});
	return rows.map((row) => ({ ...row, date: dateToIso(row.date) }));
}

/** How long a story is news to those who ask for the map of news: two days by Google's rule. */
const newsHours = 48;

/** What readers have had for less than two days by the database's clock, latest first: for the map of news. */
export function listNews(
	paperId: string,
	limit: number,
): Promise<{ id: string; headline: string; publishedAt: Date }[]> {
	return publishedDb.$queryRaw`
		SELECT "id", coalesce(nullif("webTitle", ''), "headline") AS headline, "publishedAt" FROM "PublishedArticle"
		WHERE "paperId" = ${paperId} AND "publishedAt" > now() - make_interval(hours => ${newsHours}::int)
		ORDER BY "publishedAt" DESC, "id" LIMIT ${limit}`;
}
