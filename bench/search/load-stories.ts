import postgres from 'postgres';
import { factLexemes } from '@/lib/search/document';
import { foldVersion } from '@/lib/search/fold';
import { type BenchStory, headings, indexed, paperId, reporters, storiesOf, tagName } from './corpus';

type Row = Record<string, unknown>;

/** The rows of a story for each table. */
const tables: Record<string, (story: BenchStory) => Row[]> = {
	Article: ({ id }) => [{ id, paperId, state: 'published', revision: 1, authorId: 'u' }],
	ArticleRevision: ({ id, kicker, headline, deck, columnId, text }) => [
		{
			...{ id, paperId, articleId: id, number: 1, kicker, headline, deck, columnId, text, words: text.length },
			...{ body: { type: 'doc', content: [] }, hash: id, actorId: 'u', requestId: id },
		},
	],
	Byline: ({ id, byline, reporterId }) => [
		{ revisionId: id, order: 0, role: 'reporter', name: byline, reporterId, paperId },
	],
	RevisionTag: ({ id, tagIds }) => tagIds.map((tagId) => ({ revisionId: id, tagId })),
	Publication: ({ id, columnId, date, pageNo, rank }) => [
		{
			...{ articleId: id, paperId, revision: 1, columnId, editionDate: date, pageNo, pageName: '要闻', rank },
			...{ publishedAt: date, updatedAt: date },
		},
	],
	SearchDoc: (story) => {
		const { id, date, pageNo, columnId, reporterId, tagIds } = story;
		const { lexemes, ...texts } = indexed(story);
		const publication = { month: date.slice(0, 7), pageNo };
		const facts = factLexemes({ columnId, reporterIds: [reporterId], tagIds, publication });
		const vector = [...lexemes, ...facts].map((lexeme) => `'${lexeme.replace(/['\\]/g, '$&$&')}'`).join(' ');
		return [
			{
				...{ articleId: id, number: 1, paperId, authorId: 'u', version: foldVersion, published: true, current: true },
				...{
					place: placeOf(story),
					date,
					issue: `${publication.month}/${pageNo}`,
					pageNo,
					columnId,
					reporterIds: [reporterId],
					tagIds,
					...texts,
					vector,
				},
			},
		];
	},
};

const batch = 500;

/**
 * Fills a migrated database with published stories and their index, its GIN index made at the end. Triggers and foreign keys
 * rest meanwhile: `url` is a superuser's.
 */
export async function loadStories(url: string, count: number, note: (words: string) => void): Promise<void> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		await sql`SET session_replication_role = replica`;
		await fillHeadings(sql);
		await sql`DROP INDEX "SearchDoc_vector_idx"`;
		let waiting: BenchStory[] = [];
		let done = 0;
		// The next are made while the server takes these.
		let taking = Promise.resolve();
		const take = async () => {
			await taking;
			const stories = waiting;
			waiting = [];
			done += stories.length;
			note(`${done} 篇`);
			taking = insert(sql, stories);
			taking.catch(() => {});
		};
		for (const story of storiesOf(count)) {
			waiting.push(story);
			if (waiting.length === batch) await take();
		}
		await take();
		await taking;
		note('索引');
		await sql`SET maintenance_work_mem = '1GB'`;
		await sql`CREATE INDEX "SearchDoc_vector_idx" ON "SearchDoc" USING GIN ("vector") WITH (fastupdate = off)`;
		await sql`VACUUM ANALYZE`;
	} finally {
		await sql.end();
	}
}

async function insert(sql: postgres.Sql, stories: readonly BenchStory[]): Promise<void> {
	for (const [table, rowsOf] of Object.entries(tables)) {
		const rows = stories.flatMap(rowsOf);
		const names = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`);
		if (names.length === 0) continue;
		const query = `INSERT INTO "${table}" (${names}) SELECT ${names} FROM json_populate_recordset(NULL::"${table}", $1::text::json)`;
		await sql.unsafe(query, [JSON.stringify(rows)]);
	}
}

async function fillHeadings(sql: postgres.Sql): Promise<void> {
	const numbered = (count: number, prefix: string) => Array.from({ length: count + 1 }, (_, at) => `${prefix}${at}`);
	const headingOf = (id: string, order: number, name: string) => ({ id, paperId, slug: id, name, order });
	await sql`INSERT INTO "Paper" ("id", "name") VALUES (${paperId}, '澄湖日报')`;
	const columns = numbered(headings.columns, 'c').map((id, order) => headingOf(id, order, `栏目${order}`));
	const tags = numbered(headings.tags, 't').map((id, order) => headingOf(id, order, tagName(id)));
	const people = numbered(reporters, 'r').map((id) => ({ id, paperId, name: id, pinyin: id, beats: [] as string[] }));
	await sql`INSERT INTO "Column" ${sql(columns)}`;
	await sql`INSERT INTO "Tag" ${sql(tags)}`;
	await sql`INSERT INTO "Reporter" ${sql(people)}`;
}

/** search_place() */
function placeOf({ date, pageNo, rank }: BenchStory): number {
	const days = (Date.parse(date) - Date.UTC(1900, 0, 1)) / 86_400_000;
	return days * 1e8 + (9999 - pageNo) * 1e4 + 5000 - rank;
}
