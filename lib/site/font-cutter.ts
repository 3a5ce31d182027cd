import { type Thread, threadOf } from '@/lib/thread';

export interface CutJob {
	/** The font file, as a package's path. */
	file: string;
	text: string;
}

/** The largest face takes a second on an idle machine. */
const patienceMilliseconds = 10_000;

const shared = globalThis as typeof globalThis & { shangbanCutter?: Thread<CutJob, Uint8Array> };

/** The font file of a package cut to the characters of `text`, as woff2; computed in a thread of its own, one at a time. */
export function cutFont(file: string, text: string): Promise<Uint8Array> {
	shared.shangbanCutter ??= threadOf('lib/site/font-worker.ts', patienceMilliseconds);
	return shared.shangbanCutter.ask({ file, text });
}

/** Ends the thread, so that its memory goes and a test leaves nothing behind. */
export async function stopCutter(): Promise<void> {
	await shared.shangbanCutter?.stop();
}
