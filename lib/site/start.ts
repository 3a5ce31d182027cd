import postgres from 'postgres';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { dayOf } from '@/lib/time';
import { catchUp, dropOldPurges } from './catch-up';
import { stopCutter } from './font-cutter';
import { forgetAll, holdPage } from './memory';
import { consumeOutbox, type Purged } from './outbox';
import { sweepPageFiles } from './page-file/sweep';
import { sweepFonts } from './page-font';
import { purgeTags } from './page-store';
import { writeReceipts } from './receipt';
import { refresh } from './refresh';
import type { StoredPage } from './stored-page';
import { siteTags } from './tags';
import { programTag } from './version';

const pollMilliseconds = 2000;
/** At some 25 kB a page, what memory holds. */
const preloadedPages = 2000;

/**
 * Starts what the site does beside answering requests: takes what was rendered before into memory, then purges and
 * renders whatever committed writes touch, here or in other processes, as long as it runs. Resolves to the function
 * that ends it.
 */
export async function startSite(): Promise<() => Promise<void>> {
	const bell = createBell();
	const ending = new AbortController();
	const renders = new Set<Promise<unknown>>();
	// Not awaited where it is called: the next purge is more urgent than rendering after the last.
	const renderAgain: RenderAgain = (purged) => {
		const render = orLog(afterPurge(purged, ending.signal)).finally(() => renders.delete(render));
		renders.add(render);
	};
	await orLog(preload(renderAgain));
	let listener = listen(bell.ring);
	const loop = (async () => {
		let wasAway = false;
		while (!ending.signal.aborted) {
			const done = await orLog(work(renderAgain), wasAway);
			// The package gives up listening when its first attempt to come back fails.
			if (done && wasAway) {
				await listener.end({ timeout: 1 });
				listener = listen(bell.ring);
			}
			wasAway = !done;
			if (!ending.signal.aborted) await bell.wait(pollMilliseconds);
		}
	})();
	return async () => {
		ending.abort();
		bell.ring();
		await loop;
		await Promise.all(renders);
		await listener.end({ timeout: 1 });
		await stopCutter();
		forgetAll();
	};
}

/** Renders what was thrown away, then sees that every outlet has what was amended. */
async function afterPurge(purged: Purged, signal: AbortSignal): Promise<void> {
	await refresh(purged, signal);
	if (!signal.aborted) await writeReceipts(purged);
}

type RenderAgain = (purged: Purged) => void;

/** Everything that waits. */
async function work(renderAgain: RenderAgain): Promise<void> {
	await catchUp();
	await turnDay(renderAgain);
	for (let purged = await consumeOutbox(); purged; purged = await consumeOutbox()) renderAgain(purged);
}

/** The front says whether today's paper is out: at midnight it must be said anew. */
async function turnDay(renderAgain: RenderAgain): Promise<void> {
	const front = await db.storedPage.findUnique({ where: { path: '/' }, select: { renderedAt: true } });
	if (!front || dayOf(front.renderedAt) === dayOf(new Date())) return;
	const tags = [siteTags.latest];
	const paths = await db.$transaction((tx) => purgeTags(tx, tags));
	await catchUp();
	renderAgain({ paths, tags, amended: [] });
	await sweepFonts();
	await sweepPageFiles();
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
	const rows = await db.storedPage.findMany({ orderBy: { renderedAt: 'desc' }, take: preloadedPages });
	for (const row of rows.reverse()) holdPage(row as unknown as StoredPage);
	renderAgain({ paths: dropped.map(({ path }) => path), tags: [siteTags.latest], amended: [] });
}

function listen(ring: () => void): postgres.Sql {
	const sql = postgres(env().DATABASE_URL, { max: 1, onnotice: () => {}, connection: { application_name: 'site' } });
	for (const channel of ['outbox', 'site_purge']) sql.listen(channel, ring, ring).catch(() => {});
	return sql;
}

/** Says whether it went well. A database that stays away is reported once, not every two seconds. */
async function orLog(work: Promise<void>, isKnown = false): Promise<boolean> {
	try {
		await work;
		return true;
	} catch (error) {
		if (!isKnown) console.error(error);
		return false;
	}
}

/** A wait that ends early when it is rung; a ring in between shortens the next wait. */
function createBell(): { ring: () => void; wait: (milliseconds: number) => Promise<void> } {
	let rung = false;
	let wake = () => {};
	return {
		ring() {
			rung = true;
			wake();
		},
		async wait(milliseconds) {
			if (!rung) {
				await new Promise<void>((resolve) => {
					const timer = setTimeout(resolve, milliseconds);
					wake = () => {
						clearTimeout(timer);
						resolve();
					};
				});
			}
			rung = false;
		},
	};
}
