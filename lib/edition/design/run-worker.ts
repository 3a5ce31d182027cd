// A thread of its own for 组版 that somebody is watching: page by page, each better than the one before.
import { setImmediate } from 'node:timers/promises';
import { makeUpPages } from '@/lib/makeup/make-up-page';
import type { Sheet } from '@/lib/makeup/sheet';
import { answerJobs } from '@/lib/thread';
import type { RunJob } from './run';

await answerJobs(async ({ brief, seed, budgetMs, cancelled }: RunJob, tell: (sheet: Sheet) => void) => {
	const flag = new Int32Array(cancelled);
	let pieces = 0;
	for (const sheet of makeUpPages(brief, { seed, budgetMs, advice: false })) {
		tell(sheet);
		pieces++;
		// The page is on its way before the next one is looked for.
		await setImmediate();
		if (Atomics.load(flag, 0) === 1) break;
	}
	return pieces;
});
