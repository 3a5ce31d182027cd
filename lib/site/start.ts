import { orLog, workWhenRung } from '@/lib/bell';
import { type Db, db } from '@/lib/db';
import { dayOf } from '@/lib/time';
import { catchUp, dropOldPurges } from './catch-up';
import { stopCutter } from './font-cutter';
import { forgetAll, holdPage, memoryLimit } from './memory';
import { consumeOutbox, dropOldRows, type Purged } from './outbox';
import { sweepPageFiles } from './page-file/sweep';
import { sweepFonts } from './page-font';
import { lockPurges, purgeTags, sweepPurged } from './purge';
import { writeReceipts } from './receipt';
import { refresh } from './refresh';
import { stopArtist } from './share/artist';
import type { StoredPage } from './stored-page';
import { siteTags } from './tags';
import { programTag } from './version';

const pollMilliseconds = 2000;

/**
 * Starts what the site does beside answering requests: takes what was rendered before into memory, then purges and
 * renders whatever committed writes touch, here or in other processes, as long as it runs. Resolves to the function
 * that ends it.
 */
export async function startSite(): Promise<() => Promise<void>> {
	const ending = new AbortController();
	const renders = new Set<Promise<unknown>>();
	// Not awaited where it is called: the next purge is more urgent than rendering after the last.
	const renderAgain: RenderAgain = (purged) => {
		const render = orLog(afterPurge(purged, ending.signal)).finally(() => renders.delete(render));
		renders.add(render);
	};
	await orLog(preload(renderAgain));
	const stop = workWhenRung({
		name: 'site',
		channels: ['outbox', 'site_purge'],
		work: () => work(renderAgain),
		pollMilliseconds,
	});
	return async () => {
		ending.abort();
		await stop();
		await Promise.all(renders);
		await Promise.all([stopCutter(), stopArtist()]);
		forgetAll();
	};
}

/** Renders what was thrown away, sees that every outlet has what was amended, and deletes what the purge has left. */
async function afterPurge(purged: Purged, signal: AbortSignal): Promise<void> {
	await refresh(purged, signal);
	if (signal.aborted) return;
	await writeReceipts(purged);
	await sweepPurged(purged.tags);
}

/** Pages that are looked at for what memory is to hold from the start. */
const mostPreloaded = 2000;

type RenderAgain = (purged: Purged) => void;

/** Everything that waits. */
async function work(renderAgain: RenderAgain): Promise<void> {
	await catchUp();
	await turnDay(renderAgain);
	for (let purged = await consumeOutbox(); purged; purged = await consumeOutbox()) renderAgain(purged);
}

/**
 * Pages say whether today's paper is out, and which day it is: at midnight by the database's clock this must be said anew,
 * by one process for all.
 */
async function turnDay(renderAgain: RenderAgain): Promise<void> {
	const tags = [siteTags.today];
	if (await isOfToday(db)) return;
	const paths = await db.$transaction(async (tx) => {
		await lockPurges(tx);
		return (await isOfToday(tx)) ? undefined : purgeTags(tx, tags);
	});
	if (!paths) return;
	await catchUp();
	renderAgain({ paths, tags, amended: [] });
	await sweepFonts();
	await sweepPageFiles();
	await dropOldPurges();
	await dropOldRows();
}

/** Whether the day has been turned to today. */
async function isOfToday(tx: Db): Promise<boolean> {
	const [{ now, at }] = await tx.$queryRaw<[{ now: Date; at: Date | null }]>`
		SELECT clock_timestamp() AS now, (SELECT "at" FROM "TagPurge" WHERE "tag" = ${siteTags.today}) AS at`;
	return at !== null && dayOf(at) === dayOf(now);
}

/**
 * Takes what was rendered last into memory: it is read even should the database go away now. What another program has
 * rendered is dropped and rendered anew.
 */
async function preload(renderAgain: RenderAgain): Promise<void> {
	const dropped = await db.$queryRaw<{ path: string }[]>`
		DELETE FROM "StoredPage" WHERE "tags" <> '{}' AND NOT "tags" @> ARRAY[${programTag()}] RETURNING "path"`;
	await dropOldPurges();
	await catchUp();
	for (const row of await listNewest()) holdPage(row);
	renderAgain({ paths: dropped.map(({ path }) => path), tags: [siteTags.latest], amended: [] });
}

/** As much of what was rendered last as memory holds, the newest at the end; not the pictures, each as large as many pages. */
function listNewest(): Promise<StoredPage[]> {
	return db.$queryRaw`
		SELECT s."path", s."status", s."headers", s."etag", s."tags", s."identity", s."gzip", s."br", s."renderedAt"
		FROM "StoredPage" s JOIN (
			SELECT "path", sum(bytes) OVER (ORDER BY "renderedAt" DESC, "path") AS total FROM (
				SELECT "path", "renderedAt",
					coalesce(length("identity"), 0) + coalesce(length("gzip"), 0) + coalesce(length("br"), 0) AS bytes
				FROM "StoredPage" WHERE "headers" ->> 'Content-Type' NOT LIKE 'image/%'
				ORDER BY "renderedAt" DESC LIMIT ${mostPreloaded}
			) newest
		) fitting ON fitting."path" = s."path" AND fitting.total <= ${memoryLimit}
		WHERE NOT EXISTS (SELECT 1 FROM "TagPurge" p WHERE p."tag" = ANY(s."tags") AND p."at" >= s."renderedAt")
		ORDER BY s."renderedAt"`;
}
