import { type Db, readAhead } from '@/lib/db';
import type { Stage } from '@/lib/edition/publish';
import { env } from '@/lib/env';
import { dayOf, type IsoDate } from '@/lib/time';
import type { Answer } from './answer';
import { pages } from './pages';
import { matchPattern } from './reader-page';
import { listPaths } from './refresh';
import { renderPage } from './render';
import { layStaged, listOutdated, showStaged } from './staged-page';
import { packPage, type StoredPage } from './stored-page';
import { withMonths } from './tag-subject';

/** What is not rendered by then is rendered after the publication. */
const patienceMilliseconds = 10_000;
/** A connection that says nothing for a while may be taken for that of a process that hangs. */
const beatMilliseconds = 1000;

/**
 * Renders what a publication touches, as its readers will have it, inside the very transaction that publishes: nothing of
 * it is seen before, and no reader waits for it after. A page that cannot be rendered is rendered after, as any other.
 */
export const stagePages: Stage = async (tx, touched, at) => {
	// There a page shows the sources as they are now.
	if (env().NODE_ENV === 'development') return undefined;
	const tags = withMonths(touched);
	const today = dayOf(at);
	await renderAll(tx, await readPaths(tx, tags), today);
	return async () => {
		const outdated = await listOutdated(tx);
		if (outdated.length > 0) await renderAll(tx, outdated, today);
		await showStaged(tx, tags);
	};
};

async function readPaths(tx: Db, tags: readonly string[]): Promise<string[]> {
	const stored = await tx.$queryRaw<{ path: string }[]>`
		SELECT "path" FROM "StoredPage" WHERE "tags" && ${[...tags]}::text[]`;
	return readAhead(tx, () =>
		listPaths(
			tags,
			stored.map(({ path }) => path),
		),
	);
}

/** Lays out what could be rendered of these; it is packed, off this thread, while the next is rendered. */
async function renderAll(tx: Db, paths: readonly string[], today: IsoDate): Promise<void> {
	const beat = setInterval(() => void tx.$executeRaw`SELECT 1`.catch(() => {}), beatMilliseconds);
	try {
		const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp() AS now`;
		const until = performance.now() + patienceMilliseconds;
		const packing: Promise<StoredPage>[] = [];
		for (const path of paths) {
			if (performance.now() > until) break;
			const answer = await renderOne(tx, path, today);
			if (answer?.keep === 'table') packing.push(packPage(path, answer, now));
		}
		await layStaged(tx, await Promise.all(packing));
	} finally {
		clearInterval(beat);
	}
}

async function renderOne(tx: Db, path: string, today: IsoDate): Promise<Answer | undefined> {
	const page = pages.find((candidate) => !candidate.byQuery && matchPattern(candidate.pattern, path));
	if (!page) return undefined;
	try {
		return await readAhead(tx, () => renderPage(page, path, undefined, today));
	} catch (error) {
		console.error(error);
		return undefined;
	}
}
