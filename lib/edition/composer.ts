import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { MakeUpOptions } from '@/lib/makeup/make-up-page';
import type { MadePage } from '@/lib/makeup/remake';
import type { Brief, Sheet } from '@/lib/makeup/sheet';
import { type Thread, threadOf } from '@/lib/thread';

export interface MakeUpJob {
	brief: Brief;
	options: Omit<MakeUpOptions, 'now'>;
	/** The page that is made anew; without it one is made up from nothing. */
	from?: MadePage;
}

interface Composer {
	thread: Thread<MakeUpJob, Sheet>;
	/** Pages made or in the making, by what they are made from: the engine gives the same page for the same brief. */
	pages: LRUCache<string, Promise<Sheet>>;
}

/** Many pages may wait for each other. */
const patienceMilliseconds = 120_000;
const mostPages = 200;

/** One composer for the server's and Next's copy of this module. */
const shared = globalThis as typeof globalThis & { shangbanComposer?: Composer };

/**
 * `makeUpPage`, or `remakePage`, in a thread of its own, one page at a time: no request and no key press waits for it. A page that was made
 * before is there at once.
 */
export function composePage(
	brief: Brief,
	options: MakeUpJob['options'] = {},
	from?: MakeUpJob['from'],
): Promise<Sheet> {
	shared.shangbanComposer ??= {
		thread: threadOf('lib/edition/makeup-worker.ts', patienceMilliseconds),
		pages: new LRUCache({ max: mostPages }),
	};
	const { thread, pages } = shared.shangbanComposer;
	const job: MakeUpJob = from ? { brief, options, from } : { brief, options };
	const key = createHash('sha256').update(JSON.stringify(job)).digest('base64url');
	const known = pages.get(key);
	if (known) return known;
	const made = thread.ask(job);
	pages.set(key, made);
	made.catch(() => pages.delete(key));
	return made;
}

/** Ends the thread, so that its memory goes and a test leaves nothing behind. */
export async function stopComposer(): Promise<void> {
	await shared.shangbanComposer?.thread.stop();
}
