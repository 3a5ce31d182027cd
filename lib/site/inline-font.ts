import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { FaceTexts } from '@/components/sheet/face-text';
import { cutsOf, type FaceCut, fontFace } from './face';
import { cutFont } from './font-cutter';

/** Some tens of kB each. */
const mostCuts = 100;

const shared = globalThis as typeof globalThis & { shangbanInlineCuts?: LRUCache<string, Promise<Uint8Array>> };

/**
 * The faces of one document as rules that hold them: for what is not stored (a preview) or stands alone (a print).
 * A face that cannot be cut is left out: its text then stands in a face of the system, and the log says why.
 */
export async function inlineFonts(texts: FaceTexts): Promise<string> {
	const rules = await Promise.all(cutsOf(texts).map(toRule));
	return rules.join('');
}

async function toRule(cut: FaceCut): Promise<string> {
	try {
		const bytes = await cutOnce(cut);
		return fontFace(cut, `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`);
	} catch (error) {
		console.error(error);
		return '';
	}
}

/** The same characters are cut once while they are in memory. */
function cutOnce({ file, text }: FaceCut): Promise<Uint8Array> {
	shared.shangbanInlineCuts ??= new LRUCache({ max: mostCuts });
	const cuts = shared.shangbanInlineCuts;
	const key = createHash('sha256').update(`${file}\n${text}`).digest('base64url');
	const known = cuts.get(key);
	if (known) return known;
	const made = cutFont(file, text);
	cuts.set(key, made);
	made.catch(() => cuts.delete(key));
	return made;
}
