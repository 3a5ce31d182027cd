import type { MakeUpOptions } from '@/lib/makeup/make-up-page';
import type { Brief, Sheet } from '@/lib/makeup/sheet';
import { type Thread, threadOf } from '@/lib/thread';

export interface MakeUpJob {
	brief: Brief;
	options: Omit<MakeUpOptions, 'now'>;
}

/** Many pages may wait for each other. */
const patienceMilliseconds = 120_000;

/** One count of threads for the server's and Next's copy of this module. */
const shared = globalThis as typeof globalThis & { shangbanComposer?: Thread<MakeUpJob, Sheet> };

/** `makeUpPage` in a thread of its own, one page at a time: no request and no key press waits for it. */
export function composePage(brief: Brief, options: MakeUpJob['options'] = {}): Promise<Sheet> {
	shared.shangbanComposer ??= threadOf('lib/edition/makeup-worker.ts', patienceMilliseconds);
	return shared.shangbanComposer.ask({ brief, options });
}

/** Ends the thread. */
export async function stopComposer(): Promise<void> {
	await shared.shangbanComposer?.stop();
}
