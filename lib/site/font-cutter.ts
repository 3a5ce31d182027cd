import { type Thread, threadOf } from '@/lib/thread';

export interface CutJob {
	/** The font file, as a package's path. */
	file: string;
	text: string;
	format: FontFormat;
}

/** Packed for the wire, which takes seconds; or plain, for a document that goes to a printer on the same machine. */
export type FontFormat = 'woff2' | 'sfnt';

/** The largest face takes a second on an idle machine. */
const patienceMilliseconds = 10_000;

const shared = globalThis as typeof globalThis & { shangbanCutter?: Thread<CutJob, Uint8Array> };

/** The font file of a package cut to the characters of `text`; computed in a thread of its own, one at a time. */
export function cutFont(file: string, text: string, format: FontFormat = 'woff2'): Promise<Uint8Array> {
	shared.shangbanCutter ??= threadOf('lib/site/font-worker.ts', patienceMilliseconds);
	return shared.shangbanCutter.ask({ file, text, format });
}

/** Ends the thread, so that its memory goes and a test leaves nothing behind. */
export async function stopCutter(): Promise<void> {
	await shared.shangbanCutter?.stop();
}
