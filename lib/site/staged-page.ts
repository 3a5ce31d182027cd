import type { Db } from '@/lib/db';
import { lockPurges, purgeTags } from './purge';
import type { StoredPage } from './stored-page';

/**
 * Lays pages beside the store, where this transaction alone sees them until `showStaged`; of one path the last. Their
 * `renderedAt` is the database's clock before anything was read for them.
 */
export async function layStaged(tx: Db, pages: readonly StoredPage[]): Promise<void> {
	await tx.$executeRaw`
		CREATE TEMP TABLE IF NOT EXISTS "StagedPage" (LIKE "StoredPage", PRIMARY KEY ("path")) ON COMMIT DROP`;
	for (const page of pages) {
		await tx.$executeRaw`
			INSERT INTO pg_temp."StagedPage" ("path", "status", "headers", "etag", "tags", "identity", "gzip", "br", "renderedAt")
			VALUES (${page.path}, ${page.status}, ${JSON.stringify(page.headers)}::jsonb, ${page.etag}, ${page.tags},
				${page.identity}::bytea, ${page.gzip}::bytea, ${page.br}::bytea, ${page.renderedAt})
			ON CONFLICT ("path") DO UPDATE SET
				"status" = EXCLUDED."status", "headers" = EXCLUDED."headers", "etag" = EXCLUDED."etag",
				"tags" = EXCLUDED."tags", "identity" = EXCLUDED."identity", "gzip" = EXCLUDED."gzip",
				"br" = EXCLUDED."br", "renderedAt" = EXCLUDED."renderedAt"`;
	}
}

/** Paths of staged pages of which somebody has purged something since they were read. */
export async function listOutdated(tx: Db): Promise<string[]> {
	const rows = await tx.$queryRaw<{ path: string }[]>`
		SELECT s."path" FROM pg_temp."StagedPage" s
		WHERE EXISTS (SELECT 1 FROM "TagPurge" p WHERE p."tag" = ANY(s."tags") AND p."at" >= s."renderedAt")`;
	return rows.map(({ path }) => path);
}

/** Longer than the grain of the clock by which pages and purges are compared. */
const grainSeconds = 0.002;

/**
 * Throws away the stored pages that show any of these and puts the staged ones in their places: everybody has either those or
 * these, from the commit on. What somebody purged meanwhile stays out. The store is locked from here to the commit.
 */
export async function showStaged(tx: Db, tags: readonly string[]): Promise<void> {
	await lockPurges(tx);
	// Before our own purge, which is later than all that was staged.
	const outdated = await listOutdated(tx);
	await purgeTags(tx, tags);
	await tx.$executeRaw`SELECT pg_sleep(${grainSeconds})`;
	await tx.$executeRaw`
		DELETE FROM "StoredPage" WHERE "path" IN (SELECT "path" FROM pg_temp."StagedPage" WHERE "path" <> ALL(${outdated}))`;
	await tx.$executeRaw`
		INSERT INTO "StoredPage" ("path", "status", "headers", "etag", "tags", "identity", "gzip", "br", "renderedAt")
		SELECT "path", "status", "headers", "etag", "tags", "identity", "gzip", "br", clock_timestamp()
		FROM pg_temp."StagedPage" WHERE "path" <> ALL(${outdated})`;
}
