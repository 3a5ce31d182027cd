import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import postgres from 'postgres';
import { foldVersion } from '@/lib/search/fold';
import { monthLexeme } from '@/lib/search/grams';
import { type BenchStory, headings, indexed, paperId, reporters, storiesOf, tagName } from './corpus';

type Row = readonly (string | number | boolean | null | readonly string[])[];

/** Columns of each table that are filled, and the rows of a story for it. */
const tables: Record<string, { columns: string; rowsOf: (story: BenchStory) => Row[] }> = {
	Article: {
		columns: 'id paperId state revision authorId',
		rowsOf: ({ id }) => [[id, paperId, 'published', 1, 'u']],
	},
	ArticleRevision: {
		columns: 'id paperId articleId number kicker headline deck columnId body text words hash actorId requestId',
		rowsOf: ({ id, kicker, headline, deck, columnId, text }) => [
			[
				id,
				paperId,
				id,
				1,
				kicker,
				headline,
				deck,
				columnId,
				'{"type":"doc","content":[]}',
				text,
				text.length,
				id,
				'u',
				id,
			],
		],
	},
	Byline: {
		columns: 'revisionId order role name reporterId paperId',
		rowsOf: ({ id, byline, reporterId }) => [[id, 0, 'reporter', byline, reporterId, paperId]],
	},
	RevisionTag: {
		columns: 'revisionId tagId',
		rowsOf: ({ id, tagIds }) => tagIds.map((tagId) => [id, tagId]),
	},
	Publication: {
		columns: 'articleId paperId revision columnId editionDate pageNo pageName rank publishedAt updatedAt',
		rowsOf: ({ id, columnId, date, pageNo, rank }) => [
			[id, paperId, 1, columnId, date, pageNo, '要闻', rank, date, date],
		],
	},
	SearchDoc: {
		columns:
			'articleId number paperId authorId version published current place date month pageNo columnId reporterIds tagIds title heads names text captions words vector',
		rowsOf: (story) => {
			const { id, date, pageNo, columnId, reporterId, tagIds } = story;
			const { title, heads, names, text, captions, words, lexemes } = indexed(story);
			const vector = [...lexemes, monthLexeme(date.slice(0, 7))]
				.map((lexeme) => `'${lexeme.replace(/['\\]/g, '$&$&')}'`)
				.join(' ');
			return [
				[
					...[
						id,
						1,
						paperId,
						'u',
						foldVersion,
						true,
						true,
						placeOf(story),
						date,
						pageNo,
						columnId,
						[reporterId],
						tagIds,
					],
					...[title, heads, names, text, captions, words, vector],
				],
			];
		},
	},
};

/**
 * Fills a migrated database with published stories and their index by COPY, its GIN index made at the end. Triggers and
 * foreign keys rest meanwhile: a superuser's connection.
 */
export async function loadStories(url: string, count: number, note: (words: string) => void): Promise<void> {
	const sql = postgres(url, { max: 1 + Object.keys(tables).length, onnotice: () => {} });
	try {
		await sql.unsafe(`INSERT INTO "Paper" ("id", "name") VALUES ('${paperId}', '澄湖日报')`);
		await fillHeadings(sql);
		await sql`DROP INDEX "SearchDoc_vector_idx"`;
		const streams = await Promise.all(
			Object.entries(tables).map(async ([table, { columns }]) => {
				const connection = await sql.reserve();
				await connection`SET session_replication_role = replica`;
				const names = columns.split(' ').map((name) => `"${name}"`);
				const stream = await connection.unsafe(`COPY "${table}" (${names.join(', ')}) FROM STDIN`).writable();
				return { table, stream, connection };
			}),
		);
		let done = 0;
		for (const story of storiesOf(count)) {
			for (const { table, stream } of streams) {
				const lines = tables[table]?.rowsOf(story).map(toLine).join('') ?? '';
				if (!stream.write(lines)) await once(stream, 'drain');
			}
			if (++done % 1000 === 0) note(`${done} 篇`);
		}
		await Promise.all(streams.map(({ stream }) => finished(stream.end())));
		for (const { connection } of streams) connection.release();
		note('索引');
		await sql.unsafe(`SET maintenance_work_mem = '1GB'`);
		await sql.unsafe(`CREATE INDEX "SearchDoc_vector_idx" ON "SearchDoc" USING GIN ("vector") WITH (fastupdate = off)`);
		await sql.unsafe('VACUUM ANALYZE');
	} finally {
		await sql.end();
	}
}

async function fillHeadings(sql: postgres.Sql): Promise<void> {
	const numbered = (count: number, prefix: string) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
	for (const table of ['Column', 'Tag']) {
		const [ids, name] =
			table === 'Column'
				? [numbered(headings.columns + 1, 'c'), (id: string) => `栏目${id.slice(1)}`]
				: [numbered(headings.tags + 1, 't'), tagName];
		const rows = ids.map((id, order) => ({ id, paperId, slug: id, name: name(id), order }));
		await sql`INSERT INTO ${sql(table)} ${sql(rows)}`;
	}
	const people = numbered(reporters, 'r').map((id) => ({ id, paperId, name: id, pinyin: id, beats: [] as string[] }));
	await sql`INSERT INTO "Reporter" ${sql(people)}`;
}

/** search_place() */
function placeOf({ date, pageNo, rank }: BenchStory): number {
	const days = (Date.parse(date) - Date.UTC(1900, 0, 1)) / 86_400_000;
	return days * 1e8 + (9999 - pageNo) * 1e4 + 5000 - rank;
}

/** As COPY's text format has it. */
function toLine(row: Row): string {
	return `${row.map(toField).join('\t')}\n`;
}

function toField(value: Row[number]): string {
	if (value === null) return '\\N';
	if (Array.isArray(value)) return escaped(`{${value.map((one) => `"${one.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
	return escaped(String(value));
}

function escaped(text: string): string {
	return text.replace(/[\\\n\t\r]/g, (character) => escapes[character] ?? character);
}

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };
