import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { canonical } from '@/lib/article/canonical';
import type { Brief, Sheet } from '@/lib/makeup/sheet';
import { type Thread, threadOf } from '@/lib/thread';

export interface RunJob {
	brief: Brief;
	seed: number;
	budgetMs: number;
	/** An Int32: 1 as soon as nobody wants any more pages. */
	cancelled: SharedArrayBuffer;
}

/** The pages of one 组版, the best last. */
interface Run {
	pieces: Sheet[];
	whole: Promise<Sheet[]>;
	listeners: Set<(sheet: Sheet, piece: number) => void>;
	cancelled: Int32Array;
}

/** How long a page is improved while somebody watches, by the engine's measure. */
const budgetMs = 2500;
const patienceMilliseconds = 60_000;
const mostRuns = 60;

const shared = globalThis as typeof globalThis & {
	shangbanRuns?: { thread: Thread<RunJob, number, Sheet>; runs: LRUCache<string, Run> };
};

/**
 * 组版 while somebody watches: `onPiece` hears each page as soon as it is found, and its number. The same brief and seed
 * give the same pages; those made before are there at once. Resolves to all of them. When `signal` aborts and nobody else
 * listens, the search ends with the page that it is at.
 */
export async function runMakeup(
	brief: Brief,
	seed: number,
	{ onPiece = () => {}, signal }: { onPiece?: (sheet: Sheet, piece: number) => void; signal?: AbortSignal } = {},
): Promise<Sheet[]> {
	const run = findRun(brief, seed);
	for (const [piece, sheet] of run.pieces.entries()) onPiece(sheet, piece);
	run.listeners.add(onPiece);
	const leave = () => {
		run.listeners.delete(onPiece);
		if (run.listeners.size === 0) Atomics.store(run.cancelled, 0, 1);
	};
	signal?.addEventListener('abort', leave);
	try {
		return await run.whole;
	} finally {
		signal?.removeEventListener('abort', leave);
		run.listeners.delete(onPiece);
	}
}

function findRun(brief: Brief, seed: number): Run {
	shared.shangbanRuns ??= {
		thread: threadOf('lib/edition/design/run-worker.ts', patienceMilliseconds),
		runs: new LRUCache({ max: mostRuns }),
	};
	const { thread, runs } = shared.shangbanRuns;
	const key = createHash('sha256')
		.update(`${seed} ${canonical(brief)}`)
		.digest('base64url');
	const known = runs.get(key);
	if (known && Atomics.load(known.cancelled, 0) === 0) return known;
	const cancelled = new SharedArrayBuffer(4);
	const run: Run = {
		pieces: [],
		whole: Promise.resolve([]),
		listeners: new Set(),
		cancelled: new Int32Array(cancelled),
	};
	const done = thread.ask({ brief, seed, budgetMs, cancelled }, (sheet) => {
		run.pieces.push(sheet);
		for (const listener of run.listeners) listener(sheet, run.pieces.length - 1);
	});
	const forget = () => runs.get(key) === run && runs.delete(key);
	run.whole = done.then(() => {
		// One that was broken off is not the whole of it.
		if (Atomics.load(run.cancelled, 0) === 1) forget();
		return run.pieces;
	});
	run.whole.catch(forget);
	runs.set(key, run);
	return run;
}

/** Ends the thread, so that its memory goes and a test leaves nothing behind. */
export async function stopRuns(): Promise<void> {
	await shared.shangbanRuns?.thread.stop();
}
