import { Prisma } from '@/generated/prisma/client';
import { oneLine } from '@/lib/article/article';
import { listWithStories } from '@/lib/column/published';
import { publishedDb } from '@/lib/db';
import { escapeLike } from '@/lib/text';
import { chineseDate, dateToIso } from '@/lib/time';
import { filterNames, hrefOfAsk, readAsk, type SearchAsk } from '../ask';
import { fold } from '../fold';
import { needsRecheck, tsqueryOf } from '../grams';
import { searchStories } from '../published';
import { type Amount, foldedWords } from '../search';
import { nearQueries } from './near';

/** What a reader may mean by what is typed so far, and the way there. */
export interface Suggestion {
	label: string;
	/** What it is: 栏目, 记者, the day of a story. */
	detail: string;
	href: string;
}

const most = 8;
const perKind = 2;
/** Headings of a name, of which those with stories are offered. */
const mostNamed = 100;
/** Stories whose names are looked through for persons, the latest. */
const looked = 40;

/** Up to 8: columns, themes, tags, reporters, who else signs, then titles of stories, the latest first. */
export async function suggest(paperId: string, typed: string): Promise<Suggestion[]> {
	const words = foldedWords(typed);
	if (words.length === 0) return [];
	const [headings, people, titles] = await Promise.all([
		listHeadings(paperId, typed),
		listPeople(paperId, fold(typed)),
		listTitles(paperId, words),
	]);
	return [...headings, ...people, ...titles].slice(0, most);
}

async function listHeadings(paperId: string, typed: string): Promise<Suggestion[]> {
	const written = [...new Set([typed, fold(typed)])];
	const holds = written.map((text) => ({ name: { contains: escapeLike(text), mode: 'insensitive' as const } }));
	const where = { paperId, retiredAt: null, OR: holds };
	const list = {
		where,
		select: { id: true, slug: true, name: true },
		orderBy: { order: 'asc' as const },
		take: mostNamed,
	};
	const [columns, series, tags, reporters] = await Promise.all([
		publishedDb.column.findMany(list),
		publishedDb.series.findMany(list).then((series) => listWithStories('series', series)),
		publishedDb.tag.findMany(list).then((tags) => listWithStories('tag', tags)),
		publishedDb.publishedReporter.findMany({
			where: { paperId, OR: holds },
			select: { id: true, name: true, department: true },
			orderBy: [{ pinyin: 'asc' }, { id: 'asc' }],
			take: perKind,
		}),
	]);
	return [
		...columns.slice(0, perKind).map(({ slug, name }) => ({ label: name, detail: '栏目', href: `/column/${slug}` })),
		...series.slice(0, perKind).map(({ slug, name }) => ({ label: name, detail: '主题', href: `/series/${slug}` })),
		...tags.slice(0, perKind).map(({ slug, name }) => ({ label: name, detail: '标签', href: `/tag/${slug}` })),
		...reporters.map(({ id, name, department }) => ({
			label: name,
			detail: ['记者', department].filter(Boolean).join('，'),
			href: `/reporter/${id}`,
		})),
	];
}

/** Who signs stories and has no page: authors, correspondents, photographers. */
async function listPeople(paperId: string, name: string): Promise<Suggestion[]> {
	const rows = await publishedDb.$queryRaw<{ name: string }[]>`
		SELECT b."name" FROM (
			SELECT "articleId", "place" FROM "PublishedSearch"
			WHERE "paperId" = ${paperId} AND "vector" @@ ${tsqueryOf([name], 'names')}::tsquery ORDER BY "place" DESC LIMIT ${looked}
		) s JOIN "PublishedByline" b ON b."articleId" = s."articleId"
		WHERE b."reporterId" IS NULL AND b."name" ILIKE ${`%${escapeLike(name)}%`}
		GROUP BY b."name" ORDER BY max(s."place") DESC, b."name" LIMIT ${perKind}`;
	return rows.map(({ name }) => ({ label: name, detail: '署名', href: searchHref(name) }));
}

async function listTitles(paperId: string, words: readonly string[]): Promise<Suggestion[]> {
	const held = needsRecheck(words).map((word) => `%${escapeLike(word)}%`);
	const rows = await publishedDb.$queryRaw<{ id: string; headline: string; date: Date }[]>`
		SELECT a."id", coalesce(nullif(a."webTitle", ''), a."headline") AS "headline", a."editionDate" AS "date" FROM (
			SELECT "articleId", "place" FROM "PublishedSearch"
			WHERE "paperId" = ${paperId} AND "vector" @@ ${tsqueryOf(words, 'title')}::tsquery
				AND (${held.length === 0} OR "title" LIKE ALL (${held}::text[]))
			ORDER BY "place" DESC LIMIT ${most}
		) s JOIN "PublishedArticle" a ON a."id" = s."articleId" ORDER BY s."place" DESC, a."id"`;
	return rows.map(({ id, headline, date }) => ({
		label: oneLine(headline),
		detail: chineseDate(dateToIso(date)),
		href: `/article/${id}`,
	}));
}

/** What is offered where nothing was found. */
export interface Others {
	/** How many there are without the filters, where there are any. */
	unfiltered: Amount | undefined;
	/** Queries near to this one that find something. */
	queries: string[];
}

const mostQueries = 4;
/** So many candidates show whether a query finds anything. */
const mostTried = 500;

/** Fewer words, or parts of a long one: those that find something; and how many there were without the filters. */
export async function offerOthers(paperId: string, ask: SearchAsk, words: readonly string[]): Promise<Others> {
	const isFiltered = filterNames.some((name) => ask[name] !== '');
	const [all, queries] = await Promise.all([
		isFiltered && words.length > 0 ? searchStories(paperId, { words }) : undefined,
		listFindable(paperId, nearQueries(words)),
	]);
	const unfiltered = all && all.total > 0 ? { total: all.total, counted: all.counted } : undefined;
	return { unfiltered, queries: unfiltered ? [] : queries.slice(0, mostQueries) };
}

/** Those of the queries that find a story, in one question. */
async function listFindable(paperId: string, queries: readonly string[]): Promise<string[]> {
	if (queries.length === 0) return [];
	const asked = queries.map((query) => {
		const words = foldedWords(query);
		return Prisma.sql`SELECT ${query}::text AS query WHERE EXISTS (
			SELECT 1 FROM (
				SELECT "text" FROM "PublishedSearch" WHERE "paperId" = ${paperId} AND "vector" @@ ${tsqueryOf(words, 'any')}::tsquery
				LIMIT ${mostTried}) one
			WHERE "text" LIKE ALL (${needsRecheck(words).map((word) => `%${escapeLike(word)}%`)}::text[]))`;
	});
	const rows = await publishedDb.$queryRaw<{ query: string }[]>`${Prisma.join(asked, ' UNION ALL ')}`;
	const found = new Set(rows.map(({ query }) => query));
	return queries.filter((query) => found.has(query));
}

function searchHref(query: string): string {
	return hrefOfAsk({ ...readAsk(new URLSearchParams()).ask, query });
}
