import { db } from '@/lib/db';
import { env } from '@/lib/env';
import type { Answer } from './answer';
import { catchUp } from './catch-up';
import { holdPage, siteMemory } from './memory';
import { purgeLock } from './purge';
import { packPage, type StoredPage } from './stored-page';
import { programTag } from './version';

const attempts = 3;

/**
 * The page at `path`: from memory, from the table, else rendered; one render at a time for each path and process,
 * however many ask. A render during which something that it shows was purged is not kept and is done again, so that
 * whoever asked after a purge is never shown what was before it.
 */
export async function loadPage(path: string, render: () => Promise<Answer>): Promise<StoredPage> {
	const { pages, flights } = siteMemory();
	const held = pages.get(path);
	if (held) return held.page;
	const underWay = flights.get(path);
	if (underWay) return underWay;
	const flight = findOrRender(path, render).finally(() => {
		if (flights.get(path) === flight) flights.delete(path);
	});
	flights.set(path, flight);
	return flight;
}

async function findOrRender(path: string, render: () => Promise<Answer>): Promise<StoredPage> {
	for (let attempt = 1; ; attempt++) {
		const stored = await findStored(path);
		if (stored) {
			await forgetBefore(stored);
			holdPage(stored);
			return stored;
		}
		const now = await renderClock();
		const answer = await render();
		const page = await packPage(path, answer, now);
		// It may show what this process has not heard of.
		if (answer.tags.length > 0) await catchUp();
		if (!mayKeep(answer) || (await keepPage(page, answer.keep)) || attempt === attempts) return page;
	}
}

/**
 * A page that another has put there since this process last heard of purges: what it holds from before is thrown away first,
 * so that nobody who was shown what is new is then shown what was before it.
 */
async function forgetBefore({ tags, renderedAt }: StoredPage): Promise<void> {
	if (tags.length > 0 && renderedAt.getTime() >= siteMemory().caughtUpAt) await catchUp();
}

/** In development a page shows the sources as they are now; what stands under its own hash may always be kept. */
function mayKeep(answer: Answer): answer is Answer & { keep: 'table' | 'memory' } {
	return answer.keep !== 'nowhere' && (env().NODE_ENV !== 'development' || answer.tags.length === 0);
}

/** The stored row, unless another program rendered it or something that it shows was purged. */
async function findStored(path: string): Promise<StoredPage | undefined> {
	const [row] = await db.$queryRaw<StoredPage[]>`
		SELECT s."path", s."status", s."headers", s."etag", s."tags", s."identity", s."gzip", s."br", s."renderedAt"
		FROM "StoredPage" s WHERE s."path" = ${path} AND (s."tags" = '{}' OR s."tags" @> ARRAY[${programTag()}])
			AND NOT EXISTS (SELECT 1 FROM "TagPurge" p WHERE p."tag" = ANY(s."tags") AND p."at" >= s."renderedAt")`;
	return row;
}

/**
 * The database's clock before anything is read for a render, behind whoever purges: a purge is dated before it commits, and a
 * render dated between the two would pass for one that has seen it.
 */
async function renderClock(): Promise<Date> {
	const [row] = await db.$queryRaw<[{ now: Date }]>`
		WITH unpurging AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(${purgeLock}))
		SELECT clock_timestamp() AS now FROM unpurging`;
	return row.now;
}

/** Says whether the page may be kept: false when it is older than a purge of something that it shows. */
async function keepPage(page: StoredPage, keep: 'table' | 'memory'): Promise<boolean> {
	if (keep === 'memory') return holdPage(page);
	try {
		if (!(await storePage(page))) return false;
	} catch (error) {
		// A full disk or a read-only database: readers are served all the same, the next one renders again.
		console.error(error);
		return true;
	}
	holdPage(page);
	return true;
}

/**
 * Writes the row unless something that it shows was purged since the render began. The lock is a statement of its
 * own, before: one that waited inside the INSERT would look for purges in a snapshot from before its wait.
 */
export async function storePage(page: StoredPage): Promise<boolean> {
	const { tags } = page;
	const [, stored] = await db.$transaction([
		db.$executeRaw`SELECT pg_advisory_xact_lock_shared(${purgeLock})`,
		db.$executeRaw`
			INSERT INTO "StoredPage" ("path", "status", "headers", "etag", "tags", "identity", "gzip", "br", "renderedAt")
			SELECT ${page.path}, ${page.status}, ${JSON.stringify(page.headers)}::jsonb, ${page.etag}, ${tags},
				${page.identity}::bytea, ${page.gzip}::bytea, ${page.br}::bytea, ${page.renderedAt}
			WHERE NOT EXISTS (SELECT 1 FROM "TagPurge" WHERE "tag" = ANY(${tags}) AND "at" >= ${page.renderedAt})
			ON CONFLICT ("path") DO UPDATE SET
				"status" = EXCLUDED."status", "headers" = EXCLUDED."headers", "etag" = EXCLUDED."etag",
				"tags" = EXCLUDED."tags", "identity" = EXCLUDED."identity", "gzip" = EXCLUDED."gzip",
				"br" = EXCLUDED."br", "renderedAt" = EXCLUDED."renderedAt"
			WHERE "StoredPage"."renderedAt" <= EXCLUDED."renderedAt"
				OR NOT "StoredPage"."tags" @> ARRAY[${programTag()}]`,
	]);
	return stored === 1;
}
