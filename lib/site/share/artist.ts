import { type Thread, threadOf } from '@/lib/thread';
import type { ShareKind, ShareStory } from './share-story';

export interface ShareJob {
	kind: ShareKind;
	story: ShareStory;
}

/** The first has three faces to open; one takes a quarter of a second at most. */
const patienceMilliseconds = 10_000;

const shared = globalThis as typeof globalThis & { shangbanArtist?: Thread<ShareJob, Uint8Array> };

/** The PNG of a story, drawn in a thread of its own, one at a time. */
export function drawShareImage(kind: ShareKind, story: ShareStory): Promise<Uint8Array> {
	shared.shangbanArtist ??= threadOf('lib/site/share/share-worker.ts', patienceMilliseconds);
	return shared.shangbanArtist.ask({ kind, story });
}

/** Ends the thread, so that its memory goes and a test leaves nothing behind. */
export async function stopArtist(): Promise<void> {
	await shared.shangbanArtist?.stop();
}
