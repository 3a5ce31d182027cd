import { type Db, readAhead } from '@/lib/db';
import type { Stage } from '@/lib/edition/publish';
import { env } from '@/lib/env';
import { dayOf, type IsoDate } from '@/lib/time';
import type { Answer } from './answer';
import { pages } from './pages';
import { isRenderedAhead, matchPattern } from './reader-page';
import { listPaths } from './refresh';
import { renderPage } from './render';
import { layStaged, listOutdated, showStaged } from './staged-page';
import { packPage, type StoredPage } from './stored-page';
import { withMonths } from './tag-subject';

/** What is not rendered by then is rendered after the publication; longer only where its moment is still to come. */
const patience = { byHand: 5000, late: 1000 };
/** A connection that says nothing for a while may be taken for that of a process that hangs. */
const beatMilliseconds = 1000;

/**
 * Renders what a publication touches, as its readers will have it, inside the very transaction that publishes: nothing of
 * it is seen before, and no reader waits for it after. A page that cannot be rendered, or not in time, is rendered after.
 */
export const stagePages: Stage = stageWithin(patience.byHand);

/** The same for what was ordered for a moment: until then, and a second at least, should it be past. */
export const stageInTime: Stage = stageWithin(patience.late);

function stageWithin(least: number): Stage {
	return async (tx, touched, at) => {
		// There a page shows the sources as they are now.
		if (env().NODE_ENV === 'development') return undefined;
		const tags = withMonths(touched);
		await renderAll(tx, await readPaths(tx, tags), { at, least });
		return async () => {
			const outdated = await listOutdated(tx);
			if (outdated.length > 0) await renderAll(tx, outdated, { at, least: patience.late });
			await showStaged(tx, tags);
		};
	};
}

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
async function renderAll(tx: Db, paths: readonly string[], { at, least }: { at: Date; least: number }): Promise<void> {
	const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp() AS now`;
	const signal = AbortSignal.timeout(Math.max(least, at.getTime() - now.getTime()));
	const beat = setInterval(() => {
		if (!signal.aborted) void tx.$executeRaw`SELECT 1`.catch(() => {});
	}, beatMilliseconds);
	try {
		const packing: Promise<StoredPage>[] = [];
		const waiting = [...paths];
		const keep = (path: string, answer: Answer) => {
			if (answer.keep === 'table' && !signal.aborted) packing.push(packPage(path, answer, now));
		};
		// What fails ends the reading: the rest is read anew.
		while (waiting.length > 0 && !signal.aborted) {
			const trouble = await readAhead(tx, () => renderUntilTrouble(waiting, { today: dayOf(at), signal, keep }));
			if (trouble) console.error(trouble);
		}
		await layStaged(tx, await Promise.all(packing));
	} finally {
		clearInterval(beat);
	}
}

interface Rendering {
	today: IsoDate;
	signal: AbortSignal;
	keep: (path: string, answer: Answer) => void;
}

/** While one page waits for the database another is set. */
const atOnce = 2;

/**
 * Takes one path after the other; ends behind one that could not be rendered and answers what it threw. What it took down
 * with it, since a read that fails ends the reading of both, waits again.
 */
async function renderUntilTrouble(waiting: string[], { today, signal, keep }: Rendering): Promise<unknown> {
	const troubles: unknown[] = [];
	const render = async (path: string) => {
		const page = pages.find((candidate) => isRenderedAhead(candidate) && matchPattern(candidate.pattern, path));
		if (page) keep(path, await renderPage(page, path, undefined, today));
	};
	const lane = async () => {
		while (waiting.length > 0 && troubles.length === 0 && !signal.aborted) {
			const path = waiting.shift() ?? '';
			await render(path).catch((trouble: unknown) => {
				if (troubles.push(trouble) > 1) waiting.unshift(path);
			});
		}
	};
	const tooLate = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
	// Nothing that a page waits for holds up the edition.
	await Promise.race([Promise.all(Array.from({ length: atOnce }, lane)), tooLate]);
	return troubles[0];
}
