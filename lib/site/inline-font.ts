import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { FaceTexts } from '@/components/sheet/face-text';
import { cutsOf, type FaceCut, fontFace } from './face';
import { cutFont, type FontFormat } from './font-cutter';

/** Some tens of kB each. */
const mostCuts = 100;

const shared = globalThis as typeof globalThis & { shangbanInlineCuts?: LRUCache<string, Promise<Uint8Array>> };

/**
 * The faces of one document as rules that hold them: for what is not stored (a preview) or stands alone (a print, for which
 * they need not be packed).
 * A face that cannot be cut is left out: its text then stands in a face of the system, and the log says why.
 */
export async function inlineFonts(texts: FaceTexts, format: FontFormat = 'woff2'): Promise<string> {
	const rules = await Promise.all(cutsOf(texts).map((cut) => toRule(cut, format)));
	return rules.join('');
}

async function toRule(cut: FaceCut, format: FontFormat): Promise<string> {
	try {
		const bytes = await cutOnce(cut, format);
		const source = `data:font/${format};base64,${Buffer.from(bytes).toString('base64')}`;
		return fontFace(cut, source, format === 'sfnt' ? 'truetype' : format);
	} catch (error) {
		console.error(error);
		return '';
	}
}

/** The same characters are cut once while they are in memory. */
function cutOnce({ file, text }: FaceCut, format: FontFormat): Promise<Uint8Array> {
	shared.shangbanInlineCuts ??= new LRUCache({ max: mostCuts });
	const cuts = shared.shangbanInlineCuts;
	const key = createHash('sha256').update(`${format}\n${file}\n${text}`).digest('base64url');
	const known = cuts.get(key);
	if (known) return known;
	const made = cutFont(file, text, format);
	cuts.set(key, made);
	made.catch(() => cuts.delete(key));
	return made;
}
