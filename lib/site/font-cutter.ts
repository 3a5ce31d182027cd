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
/** A cut of more characters than a story's heads have is one of a page's text. */
const mostOfHeads = 150;

type Cutter = Thread<CutJob, Uint8Array>;

const shared = globalThis as typeof globalThis & { shangbanCutters?: { heads: Cutter; texts: Cutter } };

/**
 * The font file of a package cut to the characters of `text`; computed in threads of their own, one at a time. Heads have
 * one to themselves: a story that was just published does not wait until the text of a page is cut.
 */
export function cutFont(file: string, text: string, format: FontFormat = 'woff2'): Promise<Uint8Array> {
	shared.shangbanCutters ??= { heads: newCutter(), texts: newCutter() };
	const { heads, texts } = shared.shangbanCutters;
	return (text.length > mostOfHeads ? texts : heads).ask({ file, text, format });
}

const newCutter = (): Cutter => threadOf('lib/site/font-worker.ts', patienceMilliseconds);

/** Ends the threads, so that their memory goes and a test leaves nothing behind. */
export async function stopCutter(): Promise<void> {
	const cutters = shared.shangbanCutters;
	await Promise.all([cutters?.heads.stop(), cutters?.texts.stop()]);
}
