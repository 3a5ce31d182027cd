import { orLog, workWhenRung } from '@/lib/bell';
import { db } from '@/lib/db';
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
import { stopArtist } from './share/artist';
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
