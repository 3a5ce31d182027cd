import type pg from 'pg';

/** A paper of many years, as it would have grown. */
export interface Size {
	articles: number;
	/** Of one day. */
	perDay: number;
	pagesPerDay: number;
	/** The last day of the archive. */
	end: string;
}

/** What the stories stand under: ids of a newsroom. */
export interface Headings {
	paperId: string;
	authorId: string;
	columns: readonly string[];
	series: readonly string[];
	tags: readonly string[];
	reporters: readonly string[];
}

/** Stories in one statement. */
const batch = 25_000;

/**
 * Published stories, so many a day back from the last, each in a column, under two tags, signed by one reporter, every seventh in a
 * series; with the editions in which they stood. Publications are filed by the archive's own triggers; what they refer to is not
 * looked up a million times, for which the client must be a superuser's. Same size, same rows.
 */
export async function fillArchive(client: pg.Client, size: Size, headings: Headings): Promise<void> {
	await client.query('SET session_replication_role = replica');
	await switchTriggers(client, 'ENABLE ALWAYS');
	const [index] = (await client.query(`SELECT indexdef FROM pg_indexes WHERE indexname = '${slowIndex}'`)).rows;
	await client.query(`DROP INDEX "${slowIndex}"`);
	await fillEditions(client, size, headings);
	for (let from = 0; from < size.articles; from += batch) {
		await fillStories(client, { ...size, from, to: Math.min(from + batch, size.articles) }, headings);
	}
	await client.query(index.indexdef);
	await switchTriggers(client, 'ENABLE');
	await client.query('SET session_replication_role = DEFAULT');
	await client.query('VACUUM ANALYZE');
}

/** Of words: it is built faster than it is kept. */
const slowIndex = 'ArticleRevision_headline_trgm';

async function switchTriggers(client: pg.Client, how: 'ENABLE' | 'ENABLE ALWAYS'): Promise<void> {
	for (const act of ['inserted', 'deleted']) {
		await client.query(`ALTER TABLE "ArchiveEntry" ${how} TRIGGER archive_entries_${act}`);
		await client.query(`ALTER TABLE "Publication" ${how} TRIGGER archive_publications_${act}`);
	}
}

interface Stretch extends Size {
	from: number;
	to: number;
}

const paragraphs = [
	'环湖步道昨天全线贯通，从北桥到柳浦走一圈要两个小时。清晨六点，第一批晨练的人已经在湖边走开了。',
	'步道全长十二公里，沿途设了九处驿站，每处都有饮水、避雨和充电的地方，夜里路灯亮到十一点。',
	'住在北桥的老李每天走一趟。他说，过去要绕一大圈的地方，如今下楼就到。',
];
const body = {
	type: 'doc',
	content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
};

async function fillStories(client: pg.Client, { from, to, perDay, end }: Stretch, of: Headings): Promise<void> {
	const numbers = `generate_series(${from}, ${to - 1}) AS n`;
	const [day, place] = [`('${end}'::date - n / ${perDay})`, `n % ${perDay}`];
	const id = `'s' || n`;
	const one = (list: readonly string[], by: string) => `(ARRAY['${list.join("','")}'])[1 + (${by}) % ${list.length}]`;
	const series = `CASE WHEN n % 7 = 0 THEN ${one(of.series, 'n / 7')} END`;
	await client.query('BEGIN');
	await client.query(
		`INSERT INTO "Article" ("id", "paperId", "state", "revision", "authorId") SELECT ${id}, $1, 'published', 1, $2 FROM ${numbers}`,
		[of.paperId, of.authorId],
	);
	await client.query(
		`INSERT INTO "ArticleRevision" ("id", "paperId", "articleId", "number", "headline", "columnId", "seriesId", "body", "text",
			"words", "hash", "actorId", "requestId")
		SELECT 'r' || n, $1, ${id}, 1, '湖边的路修好了，第' || n || '段', ${one(of.columns, 'n')}, ${series}, $3::jsonb, $4, 120, 'h' || n, $2,
			'q' || n FROM ${numbers}`,
		[of.paperId, of.authorId, JSON.stringify(body), paragraphs.join('\n')],
	);
	await client.query(
		`INSERT INTO "Byline" ("revisionId", "order", "role", "name", "reporterId", "paperId")
		SELECT 'r' || n, 0, 'reporter', '记者', ${one(of.reporters, 'n / 3')}, $1 FROM ${numbers}`,
		[of.paperId],
	);
	await client.query(
		`INSERT INTO "RevisionTag" ("revisionId", "tagId")
		SELECT 'r' || n, ${one(of.tags, 'n / 2')} FROM ${numbers}
		UNION SELECT 'r' || n, ${one(of.tags, 'n / 2 + 1')} FROM ${numbers}`,
	);
	await client.query(
		`INSERT INTO "Publication" ("articleId", "paperId", "revision", "columnId", "seriesId", "editionDate", "pageNo", "pageName",
			"rank", "publishedAt", "updatedAt")
		SELECT ${id}, $1, 1, ${one(of.columns, 'n')}, ${series}, ${day}, 1 + (${place}) / 6, '要闻', (${place}) % 6,
			${day} + time '06:00', ${day} + time '06:00' FROM ${numbers}`,
		[of.paperId],
	);
	await client.query(
		`INSERT INTO "Amendment" ("id", "paperId", "articleId", "kind", "fromRevision", "toRevision", "note", "editionDate", "pageNo",
			"actorId", "actorName", "at")
		SELECT 'm' || n, $1, ${id}, 'update', 1, 1, '数字有更新。', ${day}, 1, $2, '值班总编', ${day} + time '12:00' FROM ${numbers}
		WHERE n % 100 = 0`,
		[of.paperId, of.authorId],
	);
	await client.query('COMMIT');
}

/** One edition a day, its pages made up of nothing: no list reads what stands on them. */
async function fillEditions(
	client: pg.Client,
	{ articles, perDay, pagesPerDay, end }: Size,
	of: Headings,
): Promise<void> {
	const days = Math.ceil(articles / perDay);
	const numbers = `generate_series(0, ${days - 1}) AS d`;
	const pages = `${numbers}, generate_series(1, ${pagesPerDay}) AS no`;
	await client.query(
		`INSERT INTO "Edition" ("id", "paperId", "date", "issueNo", "publishedAt")
		SELECT 'e' || d, $1, '${end}'::date - d, ${days} - d, ('${end}'::date - d) + time '06:00' FROM ${numbers}`,
		[of.paperId],
	);
	await client.query(
		`INSERT INTO "Page" ("id", "paperId", "editionId", "no", "name", "stage", "credits")
		SELECT 'p' || d || '-' || no, $1, 'e' || d, no, '要闻', 'locked', '{}' FROM ${pages}`,
		[of.paperId],
	);
	await client.query(
		`INSERT INTO "PageVersion" ("id", "paperId", "pageId", "number", "published", "brief", "sheet", "hash", "createdAt")
		SELECT 'v' || d || '-' || no, $1, 'p' || d || '-' || no, 1, 1, '{}', '{}', 'x', ('${end}'::date - d) + time '06:00' FROM ${pages}`,
		[of.paperId],
	);
}
