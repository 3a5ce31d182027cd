import { Prisma } from '@/generated/prisma/client';
import { listStoriesById, type PublishedArticle, type StoryRow } from '@/lib/article/published';
import { publishedDb } from '@/lib/db';
import { foldWidth } from '@/lib/text';
import { dateToIso, type IsoDate } from '@/lib/time';
import { resultsPerPage, wordsOf } from './search';

export interface SearchHit {
	id: string;
	kicker: string;
	headline: string;
	text: string;
	date: IsoDate;
	pageNo: number;
	pageName: string;
}

/** One leaf of results and how many there are. */
export interface SearchResults {
	hits: SearchHit[];
	total: number;
}

/**
 * Published stories that hold every word of the query, whatever its width and case, in heads, body or byline; those with the
 * first word in the headline first, then the latest.
 */
export async function searchStories(paperId: string, query: string, page: number): Promise<SearchResults> {
	const patterns = wordsOf(foldWidth(query)).map(toPattern);
	const [first] = patterns;
	if (first === undefined) return { hits: [], total: 0 };
	const rows = await publishedDb.$queryRaw<(Omit<SearchHit, 'date'> & { editionDate: Date; total: number })[]>`
		WITH story AS (
			SELECT a."id", a."kicker", coalesce(nullif(a."webTitle", ''), a."headline") AS "headline", a."text",
				a."editionDate", a."pageNo", a."pageName", a."rank",
				lower(normalize(concat_ws(E'\n', a."headline", a."webTitle"), NFKC)) AS head,
				lower(normalize(concat_ws(E'\n', a."kicker", a."headline", a."webTitle", a."deck", a."dateline", a."text",
					(SELECT string_agg(b."office" || ' ' || b."name", ' ') FROM "PublishedByline" b WHERE b."articleId" = a."id")
				), NFKC)) AS everything
			FROM "PublishedArticle" a WHERE a."paperId" = ${paperId}
		)
		SELECT "id", "kicker", "headline", "text", "editionDate", "pageNo", "pageName", (count(*) OVER ())::int AS total
		FROM story
		WHERE ${Prisma.join(
			patterns.map((pattern) => Prisma.sql`everything LIKE ${pattern}`),
			' AND ',
		)}
		ORDER BY (head LIKE ${first}) DESC, "editionDate" DESC, "pageNo", "rank"
		LIMIT ${resultsPerPage} OFFSET ${(page - 1) * resultsPerPage}`;
	return {
		hits: rows.map(({ editionDate, total: _total, ...row }) => ({ ...row, date: dateToIso(editionDate) })),
		total: rows[0]?.total ?? 0,
	};
}

/** A LIKE pattern that means exactly this text, anywhere. */
function toPattern(text: string): string {
	return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/**
 * 相关稿件: published stories of the same paper that share tags with this one, those that share most first, then the
 * latest; never the story itself. Same rows, same answer.
 */
export async function listRelated(
	{ id, paperId, tagIds }: Pick<PublishedArticle, 'id' | 'paperId' | 'tagIds'>,
	limit: number,
): Promise<StoryRow[]> {
	if (tagIds.length === 0) return [];
	const rows = await publishedDb.$queryRaw<{ id: string }[]>`
		SELECT a."id" FROM "PublishedTag" t JOIN "PublishedArticle" a ON a."id" = t."articleId"
		WHERE t."tagId" = ANY(${tagIds}) AND a."id" <> ${id} AND a."paperId" = ${paperId}
		GROUP BY a."id", a."editionDate", a."pageNo", a."rank"
		ORDER BY count(*) DESC, a."editionDate" DESC, a."pageNo", a."rank", a."id"
		LIMIT ${limit}`;
	const stories = new Map((await listStoriesById(rows.map((row) => row.id))).map((story) => [story.id, story]));
	return rows.flatMap((row) => stories.get(row.id) ?? []);
}
