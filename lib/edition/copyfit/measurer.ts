import type { CopyFit } from '@/lib/makeup/copyfit';
import type { MadePage } from '@/lib/makeup/remake';
import type { BriefStory } from '@/lib/makeup/sheet';
import { type Thread, threadOf } from '@/lib/thread';

export interface FitJob {
	made: MadePage;
	/** As it is written now. */
	story: BriefStory;
}

const patienceMilliseconds = 20_000;

/** One thread for the server's and Next's copy of this module. */
const shared = globalThis as typeof globalThis & { shangbanMeasurer?: Thread<FitJob, CopyFit | null> };

/** `fitCopy` in a thread of its own; null where the page does not hold the story. */
export function measureFit(job: FitJob): Promise<CopyFit | null> {
	shared.shangbanMeasurer ??= threadOf('lib/edition/copyfit/copyfit-worker.ts', patienceMilliseconds);
	return shared.shangbanMeasurer.ask(job);
}

/** Ends the thread, so that its memory goes and a test leaves nothing behind. */
export async function stopMeasurer(): Promise<void> {
	await shared.shangbanMeasurer?.stop();
}
