import { type Body, baseBody, figuresOf } from '@/lib/article/body';
import { type Db, db } from '@/lib/db';
import { dateToIso } from '@/lib/time';
import { factLexemes, toSearchText } from './document';
import { foldVersion } from './fold';

const batchSize = 25;
/** After its n-th failure a story rests 2ⁿ seconds, five minutes at most. */
const longestRestSeconds = 300;
/** Whoever publishes holds rows of the index until he commits: it is he who may wait for us, not we for him. */
const patience = '200ms';

interface Job {
	id: bigint;
	articleId: string;
}

/**
 * Indexes the stories that wait longest, what somebody waits for before what is only indexed anew; answers how many, 0 when
 * none waits. Each is brought to what it is now, so that to do one twice changes nothing. One transaction: a process that
 * dies in it leaves the stories to the next one.
 */
export async function indexWaiting(limit = batchSize): Promise<number> {
	let claimed: Job[] = [];
	try {
		await db.$transaction(async (tx) => {
			await tx.$queryRaw`SELECT set_config('lock_timeout', ${patience}, true)`;
			claimed = await claimJobs(tx, limit);
			if (claimed.length === 0) return;
			await indexArticles(tx, [...new Set(claimed.map(({ articleId }) => articleId))]);
			await tx.$executeRaw`DELETE FROM "SearchJob" WHERE "id" = ANY(${claimed.map(({ id }) => id)})`;
		});
		return claimed.length;
	} catch (error) {
		if (claimed.length > 0) await recordFailure(claimed, error);
		throw error;
	}
}

/** What has failed before is tried when nothing else waits, and alone: one bad story keeps no other waiting. */
async function claimJobs(tx: Db, limit: number): Promise<Job[]> {
	const fresh = await tx.$queryRaw<Job[]>`
		SELECT "id", "articleId" FROM "SearchJob" WHERE "attempts" = 0
		ORDER BY "late", "id" LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
	if (fresh.length > 0) return fresh;
	return tx.$queryRaw<Job[]>`
		SELECT "id", "articleId" FROM "SearchJob" WHERE "attempts" > 0 AND "notBefore" < clock_timestamp()
		ORDER BY "late", "id" LIMIT 1 FOR UPDATE SKIP LOCKED`;
}

async function recordFailure(jobs: readonly Job[], error: unknown): Promise<void> {
	const words = error instanceof Error ? error.message.slice(0, 500) : String(error);
	await db.$executeRaw`
		UPDATE "SearchJob" SET "attempts" = "attempts" + 1, "error" = ${words},
			"notBefore" = clock_timestamp() + make_interval(secs => least(${longestRestSeconds}, 2 ^ least("attempts" + 1, 20)))
		WHERE "id" = ANY(${jobs.map(({ id }) => id)})`;
}

/** Gives these stories the rows that they should have: of the present revision, and of the one that readers have. */
async function indexArticles(tx: Db, ids: readonly string[]): Promise<void> {
	await tx.$executeRaw`
		DELETE FROM "SearchDoc" d USING "Article" a WHERE a."id" = d."articleId" AND a."id" = ANY(${[...ids]})
			AND d."number" <> a."revision"
			AND NOT EXISTS (SELECT 1 FROM "Publication" p WHERE p."articleId" = a."id" AND p."revision" = d."number"
				AND p."withdrawnAt" IS NULL)`;
	const revisions = await listUnindexed(tx, ids);
	if (revisions.length > 0) await insertDocs(tx, revisions);
	await tx.$executeRaw`
		UPDATE "SearchDoc" d SET "authorId" = n."authorId", "current" = n."current", "published" = n."published"
		FROM (
			SELECT o."articleId", o."number", a."authorId", o."number" = a."revision" AS "current",
				p."revision" IS NOT DISTINCT FROM o."number" AS "published"
			FROM "SearchDoc" o JOIN "Article" a ON a."id" = o."articleId"
			LEFT JOIN "Publication" p ON p."articleId" = a."id" AND p."withdrawnAt" IS NULL
			WHERE a."id" = ANY(${[...ids]})
		) n
		WHERE (d."articleId", d."number") = (n."articleId", n."number")
			AND (d."authorId", d."current", d."published") IS DISTINCT FROM (n."authorId", n."current", n."published")`;
}

/** Revisions that are to be found and have no row under the present rules. */
async function listUnindexed(tx: Db, ids: readonly string[]) {
	const wanted = await tx.$queryRaw<{ revisionId: string }[]>`
		SELECT r."id" AS "revisionId" FROM "Article" a LEFT JOIN "Publication" p ON p."articleId" = a."id" AND p."withdrawnAt" IS NULL
		JOIN "ArticleRevision" r ON r."articleId" = a."id" AND r."number" IN (a."revision", p."revision")
		LEFT JOIN "SearchDoc" d ON d."articleId" = a."id" AND d."number" = r."number" AND d."version" = ${foldVersion}
			AND d."issue" = CASE WHEN r."number" = p."revision" THEN to_char(p."editionDate", 'YYYY-MM') || '/' || p."pageNo" ELSE '' END
		WHERE a."id" = ANY(${[...ids]}) AND d."articleId" IS NULL`;
	return tx.articleRevision.findMany({
		where: { id: { in: wanted.map(({ revisionId }) => revisionId) } },
		select: {
			articleId: true,
			number: true,
			paperId: true,
			columnId: true,
			kicker: true,
			headline: true,
			webTitle: true,
			deck: true,
			dateline: true,
			text: true,
			body: true,
			bylines: { select: { name: true, office: true, reporterId: true }, orderBy: { order: 'asc' } },
			tags: { select: { tagId: true, tag: { select: { name: true } } } },
			article: { select: { authorId: true } },
			publications: { select: { editionDate: true, pageNo: true, withdrawnAt: true } },
		},
	});
}

type Revision = Awaited<ReturnType<typeof listUnindexed>>[number];

/** A row of the index as it is written; its place is the publication's. */
function toDoc({ article, publications, bylines, tags, body, ...revision }: Revision) {
	const { articleId, number, paperId, columnId } = revision;
	// Validated when it was saved.
	const captions = figuresOf(baseBody(body as unknown as Body)).map((figure) => figure.attrs.caption);
	const reporterIds = [...new Set(bylines.flatMap(({ reporterId }) => reporterId ?? []))];
	const tagIds = tags.map(({ tagId }) => tagId);
	const publication =
		publications && !publications.withdrawnAt
			? { month: dateToIso(publications.editionDate).slice(0, 7), pageNo: publications.pageNo }
			: undefined;
	const text = toSearchText({
		...revision,
		bylines,
		tags: tags.map(({ tag }) => tag.name),
		captions: captions.filter(Boolean),
	});
	return {
		...{ articleId, number, paperId, columnId, reporterIds, tagIds, authorId: article.authorId },
		issue: publication ? `${publication.month}/${publication.pageNo}` : '',
		...text,
		lexemes: [...text.lexemes, ...factLexemes({ columnId, reporterIds, tagIds, publication })],
	};
}

async function insertDocs(tx: Db, revisions: readonly Revision[]): Promise<void> {
	await tx.$executeRaw`
		INSERT INTO "SearchDoc" ("articleId", "number", "paperId", "authorId", "version", "published", "current", "place", "date",
			"issue", "pageNo", "columnId", "reporterIds", "tagIds", "title", "heads", "names", "text", "captions", "words", "vector")
		SELECT n."articleId", n."number", n."paperId", n."authorId", ${foldVersion}, p."revision" IS NOT DISTINCT FROM n."number",
			a."revision" = n."number", coalesce(search_place(p."editionDate", p."pageNo", p."rank"), 0), p."editionDate", n."issue",
			p."pageNo", n."columnId", n."reporterIds", n."tagIds", n."title", n."heads", n."names", n."text", n."captions", n."words",
			array_to_tsvector(n."lexemes")
		FROM jsonb_to_recordset(${JSON.stringify(revisions.map(toDoc))}::jsonb) AS n("articleId" text, "number" int, "paperId" text,
			"authorId" text, "columnId" text, "issue" text, "reporterIds" text[], "tagIds" text[], "title" text, "heads" text, "names" text,
			"text" text, "captions" text, "words" text[], "lexemes" text[])
		JOIN "Article" a ON a."id" = n."articleId"
		LEFT JOIN "Publication" p ON p."articleId" = n."articleId" AND p."withdrawnAt" IS NULL
		ORDER BY n."articleId", n."number"
		ON CONFLICT ("articleId", "number") DO UPDATE SET "version" = excluded."version", "published" = excluded."published",
			"current" = excluded."current", "place" = excluded."place", "date" = excluded."date", "issue" = excluded."issue", "pageNo" = excluded."pageNo",
			"columnId" = excluded."columnId", "reporterIds" = excluded."reporterIds", "tagIds" = excluded."tagIds",
			"title" = excluded."title", "heads" = excluded."heads", "names" = excluded."names", "text" = excluded."text",
			"captions" = excluded."captions", "words" = excluded."words", "vector" = excluded."vector"`;
}

/** Asks for every story that was indexed under other rules; how many. Readers go on finding them by the old ones meanwhile. */
export async function owePastRules(): Promise<number> {
	return db.$executeRaw`
		INSERT INTO "SearchJob" ("articleId", "late")
		SELECT d."articleId", true FROM "SearchDoc" d WHERE d."version" <> ${foldVersion}
			AND NOT EXISTS (SELECT 1 FROM "SearchJob" j WHERE j."articleId" = d."articleId" AND j."late")
		GROUP BY d."articleId" ORDER BY max(d."place") DESC`;
}

/** In fewer stories a word is rare whatever the paper's size. */
const fewestStories = 20;

/** Counts anew which words many published stories have. */
export async function countWords(): Promise<void> {
	await db.$transaction([
		db.searchWord.deleteMany(),
		db.$executeRaw`
			INSERT INTO "SearchWord" ("paperId", "word", "stories")
			SELECT d."paperId", w.word, count(*)::int FROM "SearchDoc" d, unnest(d."words") AS w(word)
			WHERE d."published" GROUP BY d."paperId", w.word HAVING count(*) >= ${fewestStories}`,
	]);
}
