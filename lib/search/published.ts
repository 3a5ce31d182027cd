import { Prisma } from '@/generated/prisma/client';
import { plainText } from '@/lib/article/body';
import { listStoriesById, type PublishedArticle, type StoryRow } from '@/lib/article/published';
import { isTimeout, publishedDb } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { escapeLike } from '@/lib/text';
import { dateToIso, type IsoDate, isoToDate } from '@/lib/time';
import { mostPages, type SearchFilters, type SearchOrder } from './ask';
import { tellingWords } from './document';
import { kindQuery, needsRecheck, type Scope, tsqueryOf } from './grams';
import { type Amount, resultsPerPage } from './search';

export interface SearchHit {
	id: string;
	kicker: string;
	headline: string;
	text: string;
	/** 图说, lines of the text. */
	captions: string[];
	bylines: string[];
	tags: string[];
	date: IsoDate;
	pageNo: number;
	pageName: string;
}

export interface SearchRequest {
	/** Folded (search.ts). A story is found that holds each; without words, all that pass the filters. */
	words: readonly string[];
	filters?: SearchFilters;
	order?: SearchOrder;
	/** From 1. */
	page?: number;
}

/** One leaf of results and how many there are. */
export interface SearchResults extends Amount {
	hits: SearchHit[];
	/** How many in each column and year, the most first and the latest first; none where not all were counted. */
	columns: { id: string; stories: number }[];
	years: { year: number; stories: number }[];
}

/** So many candidates are looked through to count them. */
const mostCounted = 800;
/** So many, the latest, to find any: of `00000` every story with a `00` is a candidate, and few are hits. */
const mostLooked = 10_000;
/** Where the latest months have so many, as many as can be turned to, nobody looks at those before. */
const enough = mostPages * resultsPerPage;
const latestMonths = 12;
const hundredMillion = 100_000_000;

/**
 * By how many days a story counts as later than it is, by where all words stand: in its title so many that these come first,
 * the latest of them first; with kicker and deck four years, with bylines, tags and captions two. Everything else stands by
 * its date: no figure but these makes the order.
 */
const bonusDays: readonly (readonly [scope: Scope, days: number])[] = [
	['title', 365_000],
	['heads', 4 * 365],
	['names', 2 * 365],
];

/** Where each scope's folded text stands, which proves a word that its pairs do not. */
const textOf: Record<Scope, Prisma.Sql> = {
	any: Prisma.sql`"text"`,
	title: Prisma.sql`"title"`,
	heads: Prisma.sql`"heads"`,
	names: Prisma.sql`"names"`,
};

/**
 * Published stories that hold every word in title, heads, body, captions, bylines or tags, exactly (decision 023), ordered as
 * `bonusDays` says or the latest first. Where the latest months hold enough of them, those before are not counted. The total is
 * never less than the leaf shows, and one more where the next leaf may have something.
 */
export async function searchStories(paperId: string, request: SearchRequest): Promise<SearchResults> {
	const { words, filters = {}, page = 1 } = request;
	const latest = await findLatestDay(paperId, filters.to);
	if (latest === undefined || (filters.from !== undefined && filters.from > latest)) return nothing;
	// Nothing is later, so that days which are open to the end have an end, and few of them are months of the index.
	const asked = { ...request, filters: { ...filters, to: latest } };
	// Without words a few months are all read, to be counted; thirty years are not.
	const months = words.length > 0 || monthsOf(asked.filters).length === 0 ? latestMonthsOf(latest) : [];
	const recent = months.length > 0 ? await findStories(paperId, asked, months) : undefined;
	const found = recent && countOf(recent) >= enough ? recent : await findStories(paperId, asked);
	const hits = await listHits(found.ids);
	if (found === recent) return { ...nothing, hits, total: enough, counted: 'least' };
	const { total, columns, years } = sumUp(found.groups);
	if (found.candidates <= mostCounted) return { hits, total, counted: 'exactly', columns, years };
	return { ...nothing, hits, ...totalFrom(found, page, Math.round((found.candidates * total) / mostCounted)) };
}

/** Refused in a sentence where readers' patience ends (lib/db.ts). */
export async function inTime<Value>(work: Promise<Value>): Promise<Value> {
	try {
		return await work;
	} catch (error) {
		if (!isTimeout(error)) throw error;
		throw new Refusal('unavailable', '这次搜索用时太久，已经停下。请换一个更具体的词，或加上栏目、日期，再搜一次。');
	}
}

const nothing: SearchResults = { hits: [], total: 0, counted: 'exactly', columns: [], years: [] };

/** How many there are where only the latest candidates were counted: what the leaf shows bounds what they let expect. */
function totalFrom({ ids, candidates }: Found, page: number, expected: number): Amount {
	const shown = ids.length === 0 ? 0 : (page - 1) * resultsPerPage + ids.length;
	// The last leaf: all candidates that are looked through were looked through for it.
	if (ids.length < resultsPerPage && (shown > 0 || page === 1))
		return { total: shown, counted: candidates > mostLooked ? 'least' : 'exactly' };
	const known = shown > 0 && page < mostPages ? shown + 1 : shown;
	return expected >= known ? { total: expected, counted: 'about' } : { total: known, counted: 'least' };
}

interface Found {
	ids: string[];
	/** What is to be looked through. */
	candidates: number;
	groups: Group[];
}

/** One leaf of what is found; of the body's hits only those of these months, where they are given. */
async function findStories(paperId: string, request: SearchRequest, months: readonly string[] = []): Promise<Found> {
	const { words, filters = {}, order = 'best', page = 1 } = request;
	const skipped = (page - 1) * resultsPerPage;
	const most = skipped + resultsPerPage;
	const rechecked = needsRecheck(words);
	const within = (scope: Scope, months: readonly string[] = []) => Prisma.sql`
		"paperId" = ${paperId} ${matching(words, scope, filters, months)} ${onDays(filters)}`;
	// Sorted before it is looked through, and looked through until there are enough: texts stand out of line and are dear.
	const latest = (scope: Scope, days: number, months: readonly string[]) => Prisma.sql`
		SELECT "articleId", "place" + ${days * hundredMillion}::bigint AS "place"
		FROM (SELECT "articleId", "place", ${textOf[scope]} AS held FROM "PublishedSearch" WHERE ${within(scope, months)}
			ORDER BY "place" DESC, "articleId" LIMIT ${mostLooked}) one
		WHERE ${holding(rechecked)} LIMIT ${most}`;
	// The latest of a scope stand in the latest months, where there are enough; those before are read only where there are not.
	const best = (scope: Scope, days: number) =>
		months.length === 0
			? Prisma.sql`(${latest(scope, days, [])})`
			: Prisma.sql`(WITH recent AS MATERIALIZED (${latest(scope, days, months)})
				SELECT * FROM recent UNION ALL
				SELECT * FROM (${latest(scope, days, [])}) whole WHERE (SELECT count(*) FROM recent) < ${most})`;
	const scopes = words.length > 0 && order === 'best' ? bonusDays : [];
	const counted = rechecked.length === 0 ? Prisma.sql`found` : counting(rechecked);
	// Of the latest months nothing is asked further where they hold too few.
	const isAsked = months.length === 0 ? Prisma.sql`true` : Prisma.sql`(SELECT count(*) FROM ${counted}) >= ${enough}`;
	const [found] = await publishedDb.$queryRaw<[Found]>`
		WITH found AS MATERIALIZED (
			SELECT "articleId", "place", "columnId", "date", ${rechecked.length === 0 ? Prisma.sql`NULL` : textOf.any} AS held
			FROM "PublishedSearch" WHERE ${within('any', months)}
		), best AS (
			(SELECT "articleId", "place" FROM (SELECT * FROM found ORDER BY "place" DESC, "articleId" LIMIT ${mostLooked}) one
			WHERE ${holding(rechecked)} LIMIT ${most})
			${
				scopes.length === 0
					? Prisma.empty
					: Prisma.sql`UNION ALL SELECT * FROM (${Prisma.join(
							scopes.map(([scope, days]) => best(scope, days)),
							' UNION ALL ',
						)}) ahead WHERE ${isAsked}`
			}
		)
		SELECT ${rechecked.length === 0 ? Prisma.sql`0` : Prisma.sql`(SELECT count(*) FROM found)`}::int AS candidates,
			ARRAY(SELECT "articleId" FROM best GROUP BY "articleId" ORDER BY max("place") DESC, "articleId"
				LIMIT ${resultsPerPage} OFFSET ${skipped}) AS ids,
			(SELECT coalesce(jsonb_agg(jsonb_build_array("columnId", year, n)), '[]') FROM (
				SELECT "columnId", date_part('year', "date") AS year, count(*) AS n FROM ${counted}
				GROUP BY "columnId", year) one) AS groups`;
	return found;
}

/** The last day on which the paper published, up to a day. */
async function findLatestDay(paperId: string, to?: IsoDate): Promise<IsoDate | undefined> {
	const latest = await publishedDb.publishedArticle.findFirst({
		where: { paperId, ...(to !== undefined && { editionDate: { lte: isoToDate(to) } }) },
		orderBy: { editionDate: 'desc' },
		select: { editionDate: true },
	});
	return latest ? dateToIso(latest.editionDate) : undefined;
}

/** A day's month and those before it, as `2026-11`. */
function latestMonthsOf(day: IsoDate): string[] {
	return Array.from({ length: latestMonths }, (_, back) => monthAt(monthOf(day) - back));
}

/** How many stories there are in a column and year. */
type Group = [columnId: string | null, year: number, stories: number];

function countOf({ groups }: Found): number {
	return groups.reduce((sum, [, , stories]) => sum + stories, 0);
}

function sumUp(groups: readonly Group[]): Pick<SearchResults, 'total' | 'columns' | 'years'> {
	const columns = new Map<string, number>();
	const years = new Map<number, number>();
	for (const [id, year, stories] of groups) {
		if (id !== null) columns.set(id, (columns.get(id) ?? 0) + stories);
		years.set(year, (years.get(year) ?? 0) + stories);
	}
	return {
		total: groups.reduce((sum, [, , stories]) => sum + stories, 0),
		columns: [...columns].map(([id, stories]) => ({ id, stories })).sort((a, b) => b.stories - a.stories),
		years: [...years].map(([year, stories]) => ({ year, stories })).sort((a, b) => b.year - a.year),
	};
}

/** Those of the latest candidates that hold what their pairs do not prove. */
function counting(rechecked: readonly string[]): Prisma.Sql {
	return Prisma.sql`
		(SELECT * FROM found ORDER BY "place" DESC, "articleId" LIMIT ${mostCounted}) one WHERE ${holding(rechecked)}`;
}

/** What the index is asked: pairs and filters at once, so that rows are read of those alone that pass. */
function matching(
	words: readonly string[],
	scope: Scope,
	filters: SearchFilters,
	latest: readonly string[],
): Prisma.Sql {
	const { columnId, reporterIds, tagId, pageNo } = filters;
	const months = latest.length > 0 ? latest : monthsOf(filters);
	const parts = [
		words.length > 0 && tsqueryOf(words, scope),
		columnId !== undefined && kindQuery('column', [columnId]),
		reporterIds !== undefined && kindQuery('reporter', reporterIds),
		tagId !== undefined && kindQuery('tag', [tagId]),
		pageNo !== undefined && kindQuery('page', [String(pageNo)]),
		months.length > 0 && kindQuery('month', months),
	].filter((part) => part !== false);
	return parts.length === 0 ? Prisma.empty : Prisma.sql`AND "vector" @@ ${parts.join(' & ')}::tsquery`;
}

/** So many months are asked for by name; of more the days alone are compared. */
const mostMonths = 24;

function monthsOf({ from, to }: SearchFilters): string[] {
	if (from === undefined || to === undefined || from > to) return [];
	const [first, last] = [monthOf(from), monthOf(to)];
	return last - first >= mostMonths
		? []
		: Array.from({ length: last - first + 1 }, (_, after) => monthAt(first + after));
}

/** Months since the beginning of the era, and back. */
function monthOf(day: IsoDate): number {
	return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function monthAt(months: number): string {
	return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function holding(words: readonly string[]): Prisma.Sql {
	if (words.length === 0) return Prisma.sql`true`;
	return Prisma.sql`held LIKE ALL (${words.map((word) => `%${escapeLike(word)}%`)}::text[])`;
}

function onDays({ from, to }: SearchFilters): Prisma.Sql {
	const after = from === undefined ? Prisma.empty : Prisma.sql`AND "date" >= ${from}::date`;
	return to === undefined ? after : Prisma.sql`${after} AND "date" <= ${to}::date`;
}

/** What is shown of them, as readers have it now, in this order. */
async function listHits(ids: readonly string[]): Promise<SearchHit[]> {
	if (ids.length === 0) return [];
	const rows = await publishedDb.$queryRaw<(Omit<SearchHit, 'date'> & { editionDate: Date })[]>`
		SELECT a."id", a."kicker", coalesce(nullif(a."webTitle", ''), a."headline") AS "headline", a."text",
			string_to_array(s."captions", E'\n') AS "captions", a."editionDate", a."pageNo", a."pageName",
			ARRAY(SELECT concat_ws(' ', nullif(b."office", ''), b."name") FROM "PublishedByline" b WHERE b."articleId" = a."id"
				ORDER BY b."order") AS "bylines",
			ARRAY(SELECT t."name" FROM "PublishedTag" p JOIN "Tag" t ON t."id" = p."tagId" WHERE p."articleId" = a."id"
				ORDER BY t."order") AS "tags"
		FROM unnest(${[...ids]}::text[]) WITH ORDINALITY AS wanted(id, place)
		JOIN "PublishedArticle" a ON a."id" = wanted.id JOIN "PublishedSearch" s ON s."articleId" = a."id"
		ORDER BY wanted.place`;
	return rows.map(({ editionDate, ...row }) => ({ ...row, date: dateToIso(editionDate) }));
}

/** Of a tag that many stories have, the latest are weighed. */
const mostKin = 200;
/** Words are taken, the rarest first, until so many stories have them, and so many words. */
const mostWorded = 1000;
const mostWords = 8;

/**
 * 相关稿件: published stories of the same paper that share tags with this one, those that share most first; of equals, and
 * after them, those that share most rare words of heads and bodies; then the latest. Never the story itself. Same rows, same
 * answer.
 */
export async function listRelated(
	article: Pick<PublishedArticle, 'id' | 'paperId' | 'tagIds' | 'kicker' | 'headline' | 'deck' | 'body'>,
	limit: number,
): Promise<StoryRow[]> {
	const { id, paperId, tagIds } = article;
	const [words, latest] = await Promise.all([listRareWords(article), findLatestDay(paperId)]);
	const months = latest === undefined ? [] : latestMonthsOf(latest);
	const under = (query: string) => Prisma.sql`
		SELECT "articleId", "place", 1 AS tags, 0::float8 AS words FROM "PublishedSearch"
		WHERE "paperId" = ${paperId} AND "vector" @@ ${query}::tsquery ORDER BY "place" DESC LIMIT ${mostKin}`;
	const tagged = tagIds.map((tagId) => {
		const query = kindQuery('tag', [tagId]);
		return Prisma.sql`(WITH recent AS MATERIALIZED (${under(`${query} & ${kindQuery('month', months)}`)})
			SELECT * FROM recent UNION
			SELECT * FROM (${under(query)}) whole WHERE (SELECT count(*) FROM recent) < ${mostKin})`;
	});
	const worded = Prisma.sql`(
		SELECT s."articleId", s."place", 0 AS tags, w.weight AS words
		FROM jsonb_to_recordset(${JSON.stringify(words)}::jsonb) AS w(query text, weight float8)
		JOIN "PublishedSearch" s ON s."vector" @@ w.query::tsquery AND s."paperId" = ${paperId})`;
	const ties = months.length === 0 ? [worded] : [...tagged, worded];
	const rows = await publishedDb.$queryRaw<{ id: string }[]>`
		SELECT "articleId" AS "id" FROM (${Prisma.join(ties, ' UNION ALL ')}) tie
		WHERE "articleId" <> ${id} GROUP BY "articleId", "place"
		ORDER BY sum(tags) DESC, round(sum(words)::numeric, 3) DESC, "place" DESC, "articleId" LIMIT ${limit}`;
	const stories = new Map((await listStoriesById(rows.map((row) => row.id))).map((story) => [story.id, story]));
	return rows.flatMap((row) => stories.get(row.id) ?? []);
}

/** The words of a story, published or not, that fewest others have, with what one is worth: the rarer, the more. */
async function listRareWords({ paperId, kicker, headline, deck, body }: Parameters<typeof listRelated>[0]) {
	const words = tellingWords([headline, kicker, deck], plainText(body).split('\n'));
	const rows = await publishedDb.$queryRaw<{ word: string; stories: number | null }[]>`
		SELECT own.word, w."stories" FROM unnest(${words}::text[]) AS own(word)
		LEFT JOIN "PublishedWord" w ON w."paperId" = ${paperId} AND w."word" = own.word
		ORDER BY coalesce(w."stories", 0), own.word`;
	let left = mostWorded;
	return rows.slice(0, mostWords).flatMap(({ word, stories }) => {
		const known = stories ?? 1;
		left -= known;
		return left < 0 ? [] : [{ query: kindQuery('word', [word]), weight: 1 / Math.log2(2 + known) }];
	});
}
