import { randomFrom } from '@/bench/check/plants';
import { db, publishedDb } from '@/lib/db';
import type { SearchFilters } from '@/lib/search/ask';
import { mostPages } from '@/lib/search/ask';
import { listRelated, searchStories } from '@/lib/search/published';
import { foldedWords, resultsPerPage } from '@/lib/search/search';
import { suggest } from '@/lib/search/suggest/published';
import { countWords } from '@/lib/search/write';
import { dateToIso } from '@/lib/time';
import { p } from '@/prisma/seed/story';
import { paperId, vocabularyOf } from './corpus';

export interface BenchQuery {
	text: string;
	/** `frequent`: of the head of the vocabulary. `any`: a piece of some story, across words. */
	kind: 'frequent' | 'any';
}

/** Milliseconds of each run of a kind. */
export type Times = Record<string, number[]>;

const lengths = [2, 3, 4] as const;

/** As many frequent words and pieces of stories of each length; the same for one corpus. */
export async function queriesOf(each: number): Promise<BenchQuery[]> {
	const words = vocabularyOf();
	const rows = await db.$queryRaw<{ text: string }[]>`
		SELECT "text" FROM "SearchDoc" TABLESAMPLE SYSTEM (10) REPEATABLE (7) ORDER BY "articleId" LIMIT ${each * 4}`;
	const random = randomFrom(7);
	return lengths.flatMap((length) => {
		const frequent = words.filter((word) => word.length === length).slice(0, each);
		const pieces = rows.flatMap(({ text }) => {
			const runs = text.match(/\p{Script=Han}{8,}/gu) ?? [];
			const run = runs[Math.floor(random() * runs.length)];
			return run ? [run.slice(1, 1 + length)] : [];
		});
		return [
			...frequent.map((text) => ({ text, kind: 'frequent' as const })),
			...[...new Set(pieces)].slice(0, each).map((text) => ({ text, kind: 'any' as const })),
		];
	});
}

const filters: Record<string, SearchFilters> = {
	'': {},
	栏目: { columnId: 'c3' },
	记者: { reporterIds: ['r7'] },
	标签: { tagId: 't5' },
	'栏目+版+日期': { columnId: 'c3', pageNo: 1, from: '2024-01-01', to: '2025-12-31' },
};

/** Times of searches as the page asks for them, in turns, so that what the machine does besides falls on all. */
export async function measureTimes(queries: readonly BenchQuery[], rounds: number): Promise<Times> {
	const times: Times = {};
	for (let round = 0; round < rounds; round++) {
		for (const { text, kind } of queries) {
			for (const [name, filter] of Object.entries(filters)) {
				for (const order of name === '' ? (['best', 'latest'] as const) : (['best'] as const)) {
					const begun = performance.now();
					await searchStories(paperId, { words: foldedWords(text), filters: filter, order });
					const key = `${text.length} ${kind} ${name === '' ? order : 'filtered'}`;
					const row = times[key] ?? [];
					row.push(performance.now() - begun);
					times[key] = row;
				}
			}
		}
	}
	return times;
}

/** Times of what stands beside the search: suggestions as one types, and related stories. */
export async function measureBeside(queries: readonly BenchQuery[], rounds: number): Promise<Times> {
	await countWords();
	const stories = await db.publication.findMany({
		take: queries.length,
		skip: 500,
		orderBy: { editionDate: 'desc' },
		select: {
			articleId: true,
			content: { select: { kicker: true, headline: true, deck: true, text: true, tags: { select: { tagId: true } } } },
		},
	});
	const articles = stories.map(({ articleId, content: { tags, text, ...heads } }) => ({
		...{ id: articleId, paperId, ...heads, tagIds: tags.map(({ tagId }) => tagId) },
		body: { type: 'doc' as const, content: text.split('\n').map((line) => p(line)) },
	}));
	const times: Times = { suggest: [], related: [] };
	for (let round = 0; round < rounds; round++) {
		for (const { text } of queries) {
			const begun = performance.now();
			await suggest(paperId, text.slice(0, 2));
			times.suggest?.push(performance.now() - begun);
		}
		for (const article of articles) {
			const begun = performance.now();
			await listRelated(article, 6);
			times.related?.push(performance.now() - begun);
		}
	}
	return times;
}

export interface Recall {
	wanted: number;
	found: number;
	/** Found and not wanted, or in another place than by date. */
	wrong: number;
}

/**
 * What is found beside what LIKE finds in the stories themselves, in every field, knowing nothing of the index: of each query all
 * that can be turned to, the latest first, and how many there are; of `whole` every story, ten days by ten.
 */
export async function measureRecall(queries: readonly BenchQuery[], whole: readonly BenchQuery[]): Promise<Recall> {
	const truth = await bruteForce(queries);
	const recall: Recall = { wanted: 0, found: 0, wrong: 0 };
	const most = mostPages * resultsPerPage;
	for (const query of queries) {
		const held = truth.get(query.text) ?? [];
		const wanted = held.slice(0, most).map(({ id }) => id);
		const { ids, total, counted } = await listAll(query, {});
		compare(recall, wanted, ids);
		if (counted === 'exactly' && total !== held.length) recall.wrong++;
		if (counted === 'least' && held.length < total) recall.wrong++;
	}
	for (const query of whole) {
		const byDays = Map.groupBy(truth.get(query.text) ?? [], ({ date }) => daysAround(date).from);
		for (const [from, held] of byDays) {
			const { ids } = await listAll(query, daysAround(from));
			const wanted = held.map(({ id }) => id);
			compare(recall, wanted, ids);
		}
	}
	return recall;
}

const tenDays = 10 * 86_400_000;

/** Ten days, whose stories can be turned through though all of them were found. */
function daysAround(day: string): { from: string; to: string } {
	const first = Math.floor(Date.parse(day) / tenDays) * tenDays;
	return { from: dateToIso(new Date(first)), to: dateToIso(new Date(first + tenDays - 86_400_000)) };
}

function compare(recall: Recall, wanted: readonly string[], found: readonly string[]): void {
	const known = new Set(wanted);
	recall.wanted += wanted.length;
	recall.found += found.filter((id) => known.has(id)).length;
	recall.wrong += found.filter((id, at) => wanted[at] !== id).length;
}

async function listAll({ text }: BenchQuery, filters: SearchFilters) {
	const ids: string[] = [];
	const ask = (page: number) => searchStories(paperId, { words: foldedWords(text), filters, order: 'latest', page });
	const first = await ask(1);
	for (let { hits } = first, page = 2; ; page++) {
		ids.push(...hits.map(({ id }) => id));
		if (hits.length < resultsPerPage || page > mostPages) break;
		({ hits } = await ask(page));
	}
	return { ids, total: first.total, counted: first.counted };
}

/** For each query the stories that hold it, the latest first, by one reading of everything. */
async function bruteForce(queries: readonly BenchQuery[]): Promise<Map<string, { id: string; date: string }[]>> {
	const texts = [...new Set(queries.map(({ text }) => text))];
	const rows = await db.$queryRaw<{ id: string; date: string; held: number[] }[]>`
		SELECT * FROM (
			SELECT "id", to_char("editionDate", 'YYYY-MM-DD') AS date,
				ARRAY(SELECT no::int FROM unnest(${texts.map((text) => `%${text}%`)}::text[]) WITH ORDINALITY q(pattern, no)
					WHERE everything LIKE pattern) AS held
			FROM (
				SELECT a."id", a."editionDate", a."pageNo", a."rank", concat_ws(E'\n', a."headline", a."webTitle", a."kicker", a."deck",
					a."dateline", a."text",
					(SELECT string_agg(b."name", E'\n') FROM "PublishedByline" b WHERE b."articleId" = a."id"),
					(SELECT string_agg(t."name", E'\n') FROM "PublishedTag" p JOIN "Tag" t ON t."id" = p."tagId"
						WHERE p."articleId" = a."id")) AS everything
				FROM "PublishedArticle" a WHERE a."paperId" = ${paperId}
			) story ORDER BY "editionDate" DESC, "pageNo", "rank", "id" OFFSET 0
		) one WHERE held <> '{}'`;
	const truth = new Map<string, { id: string; date: string }[]>(texts.map((text) => [text, []]));
	for (const { id, date, held } of rows) for (const no of held) truth.get(texts[no - 1] ?? '')?.push({ id, date });
	return truth;
}

export async function sizeOfIndex(): Promise<{ stories: number; index: number; table: number }> {
	const [size] = await db.$queryRaw<[{ stories: number; index: number; table: number }]>`
		SELECT (SELECT count(*) FROM "SearchDoc")::int AS stories, pg_relation_size('"SearchDoc_vector_idx"')::float8 AS index,
			pg_total_relation_size('"SearchDoc"')::float8 AS table`;
	return size;
}

export const endMeasuring = () => Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
