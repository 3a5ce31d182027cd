import { db } from '@/lib/db';
import { timeEdition } from '@/lib/edition/write';
import { cutFaces, cutFrontFaces } from '@/lib/site/page-file/faces';
import { getEditionToPrint } from '@/lib/site/page-file/owed';
import { addDays, dayOf, type IsoDate } from '@/lib/time';
import type { Newsroom } from '@/prisma/seed/newsroom';
import { laidOut, locked, signed } from '@/tests/factories';

/** Signed stories of one pattern, each due at a moment of its own between `from` and `until` (milliseconds from now). */
export async function orderStories(
	newsroom: Newsroom,
	{ prefix, count, from, until }: { prefix: string; count: number; from: number; until: number },
): Promise<void> {
	const pattern = await signed(newsroom, { headline: `${prefix}的样稿` });
	const chief = newsroom.actors.chief_on_duty.userId;
	await db.$transaction([
		db.$executeRaw`
			INSERT INTO "Article" ("id", "paperId", "state", "revision", "authorId", "desk", "publishAt", "publishById")
			SELECT ${prefix} || n, "paperId", "state", 1, "authorId", "desk",
				clock_timestamp() + make_interval(secs => (${from}::float + ${until - from}::float * n / ${count}::int) / 1000), ${chief}
			FROM "Article", generate_series(1, ${count}::int) n WHERE "id" = ${pattern.id}`,
		db.$executeRaw`
			INSERT INTO "ArticleRevision" ("id", "paperId", "articleId", "number", "headline", "body", "text", "words", "hash",
				"actorId", "requestId")
			SELECT ${prefix} || n, "paperId", ${prefix} || n, 1, "headline", "body", "text", "words", "hash", "actorId",
				gen_random_uuid()::text
			FROM "ArticleRevision", generate_series(1, ${count}::int) n WHERE "articleId" = ${pattern.id}`,
		db.$executeRaw`
			INSERT INTO "Review" ("id", "paperId", "articleId", "revision", "hash", "stage", "verdict", "actorId", "createdAt")
			SELECT "id" || ${prefix} || n, "paperId", ${prefix} || n, 1, "hash", "stage", "verdict", "actorId", "createdAt"
			FROM "Review", generate_series(1, ${count}::int) n WHERE "articleId" = ${pattern.id}`,
	]);
}

/** What a reader needs to know of an edition to look for it. */
export interface ReadEdition {
	id: string;
	date: IsoDate;
	/** When it is due. */
	at: number;
	/** Where it is to be seen. */
	paths: string[];
}

/** Editions of so many pages with two stories each, due one after another over the same time. */
export async function orderEditions(
	newsroom: Newsroom,
	{ count, pages, from, until }: { count: number; pages: number; from: number; until: number },
	note: (text: string) => void,
): Promise<ReadEdition[]> {
	const editions: ReadEdition[] = [];
	for (let n = 0; n < count; n++) {
		const date = addDays(dayOf(new Date()), n + 1);
		const texts = Array.from({ length: pages }, (_, at) =>
			['头条', '二条'].map((place) => ({ headline: `第${n}期第${at + 1}版${place}` })),
		);
		const { id, articles } = await laidOut(newsroom, date, texts);
		await locked(newsroom, id);
		note(`${n + 1}/${count} 期`);
		const views = texts.map((_, at) => `/paper/${date}/${at + 1}`);
		const paths = ['/', '/paper', '/paper/feed.xml', ...views, ...articles.map((article) => `/article/${article.id}`)];
		editions.push({ id, date, at: 0, paths });
	}
	await untilCut(editions);
	const begun = Date.now();
	for (const [n, edition] of editions.entries()) {
		edition.at = begun + from + ((until - from) * (n + 1)) / count;
		await timeEdition(newsroom.actors.chief_on_duty, { id: edition.id, publishAt: new Date(edition.at) });
	}
	return editions;
}

/** As the job does that prints pages at the lock, which needs a browser besides. */
async function untilCut(editions: readonly ReadEdition[]): Promise<void> {
	for (const { id } of editions) {
		const print = await getEditionToPrint(id);
		for (const page of print?.pages ?? []) await cutFaces(page);
		await cutFrontFaces(print?.pages ?? []);
	}
}

/** How often each ordered thing was published, recorded and announced, and how late it was by the database's clock. */
export interface Outcome {
	id: string;
	publications: number;
	traces: number;
	announcements: number;
	lateMilliseconds: number | null;
}

/** When everything is due, by id: publication takes the order off its row. */
export async function listDue(prefix: string, editionIds: readonly string[]): Promise<Map<string, Date>> {
	const rows = await db.$queryRaw<{ id: string; at: Date }[]>`
		SELECT "id", "publishAt" AS at FROM "Article" WHERE "id" LIKE ${`${prefix}%`} AND "publishAt" IS NOT NULL
		UNION ALL SELECT "id", "publishAt" FROM "Edition" WHERE "id" = ANY(${[...editionIds]})`;
	return new Map(rows.map(({ id, at }) => [id, at]));
}

export async function listOutcomes(due: ReadonlyMap<string, Date>): Promise<Outcome[]> {
	const ids = [...due.keys()];
	const rows = await db.$queryRaw<(Omit<Outcome, 'lateMilliseconds'> & { at: Date | null })[]>`
		SELECT d.id,
			((SELECT count(*) FROM "Publication" p WHERE p."articleId" = d.id)
				+ (SELECT count("publishedAt") FROM "Edition" e WHERE e."id" = d.id))::int AS publications,
			(SELECT count(*) FROM "Trace" t WHERE t."subjectId" = d.id AND t."act" IN ('article.publishOnline', 'edition.publish'))::int
				AS traces,
			(SELECT count(*) FROM "Outbox" o WHERE o."subject" = d.id AND o."event" IN ('article.publishOnline', 'edition.publish'))::int
				AS announcements,
			(SELECT min(o."createdAt") FROM "Outbox" o WHERE o."subject" = d.id
				AND o."event" IN ('article.publishOnline', 'edition.publish')) AS at
		FROM unnest(${ids}::text[]) AS d(id)`;
	return rows.map(({ at, ...row }) => {
		const dueAt = due.get(row.id);
		return { ...row, lateMilliseconds: at && dueAt ? at.getTime() - dueAt.getTime() : null };
	});
}
