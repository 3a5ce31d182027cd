import { type Db, db } from '@/lib/db';

/** Held shared by whoever dates or keeps a page, alone by whoever purges. The number says nothing; it is one for the whole application. */
export const purgeLock = 7_202_611_22;

/** Rows that a purge deletes at once; what is beyond counts as deleted, and goes by `sweepPurged`. */
const mostDeleted = 2000;

/**
 * Throws away the stored pages that show any of these, inside the caller's transaction, and tells all processes when
 * it commits. Returns paths that stood there, `mostDeleted` at most.
 */
export async function purgeTags(tx: Db, tags: readonly string[], most = mostDeleted): Promise<string[]> {
	if (tags.length === 0) return [];
	const unique = [...new Set(tags)].sort();
	await lockPurges(tx);
	await tx.$executeRaw`
		INSERT INTO "TagPurge" ("tag", "at") SELECT unnest(${unique}::text[]), clock_timestamp()
		ON CONFLICT ("tag") DO UPDATE SET "at" = EXCLUDED."at"`;
	const rows = await tx.$queryRaw<{ path: string }[]>`
		DELETE FROM "StoredPage" WHERE "path" IN (
			SELECT "path" FROM "StoredPage" WHERE "tags" && ${unique}::text[] ORDER BY "renderedAt" DESC LIMIT ${most})
		RETURNING "path"`;
	await tx.$executeRaw`SELECT pg_notify('site_purge', '')`;
	return rows.map(({ path }) => path);
}

/** Deletes, some at a time, what purges of these tags have left: nobody is given it any more. */
export async function sweepPurged(tags: readonly string[]): Promise<void> {
	for (let deleted = mostDeleted; deleted === mostDeleted; ) {
		deleted = await db.$executeRaw`
			DELETE FROM "StoredPage" WHERE "path" IN (
				SELECT s."path" FROM "StoredPage" s WHERE s."tags" && ${[...tags]}::text[]
					AND EXISTS (SELECT 1 FROM "TagPurge" p WHERE p."tag" = ANY(s."tags") AND p."at" >= s."renderedAt")
				LIMIT ${mostDeleted})`;
	}
}

/** Until the transaction ends nobody else purges or stores a page. */
export async function lockPurges(tx: Db): Promise<void> {
	await tx.$executeRaw`SELECT pg_advisory_xact_lock(${purgeLock})`;
}
