/** A picture as a program put it into rich text beside the HTML. */
export interface RtfPicture {
	mime: 'image/png' | 'image/jpeg';
	bytes: Uint8Array<ArrayBuffer>;
}

const opening = '{\\pict';

/**
 * The PNG and JPEG pictures of a rich text, in order. Word gives a picture's bytes nowhere else: its HTML names a file
 * on the writer's disk. Linear in the length of the text; what is not well formed is passed over.
 */
export function rtfPictures(rtf: string): RtfPicture[] {
	const pictures: RtfPicture[] = [];
	for (let at = rtf.indexOf(opening); at >= 0; ) {
		const group = readGroup(rtf, at + opening.length);
		if (!group) break;
		const mime = mimeOf(group.words);
		const bytes = mime && fromHex(group.data);
		if (mime && bytes) pictures.push({ mime, bytes });
		at = rtf.indexOf(opening, group.end);
	}
	return pictures;
}

function mimeOf(words: string): RtfPicture['mime'] | undefined {
	if (/\\pngblip\b/.test(words)) return 'image/png';
	return /\\jpegblip\b/.test(words) ? 'image/jpeg' : undefined;
}

/** The control words of a group and the data behind them, without the groups inside; undefined where it does not end. */
function readGroup(rtf: string, start: number): { words: string; data: string; end: number } | undefined {
	const parts: string[] = [];
	let begun = start;
	let depth = 1;
	for (const brace of rtf.slice(start).matchAll(/[{}]/g)) {
		const at = start + brace.index;
		if (depth === 1) parts.push(rtf.slice(begun, at));
		depth += brace[0] === '{' ? 1 : -1;
		begun = at + 1;
		if (depth === 0) return { words: parts.join(' '), data: withoutWords(parts.at(-1) ?? ''), end: begun };
	}
	return undefined;
}

function withoutWords(part: string): string {
	const word = /\s*\\[a-z]+-?\d*\s?/iy;
	let at = 0;
	while (word.test(part)) at = word.lastIndex;
	return part.slice(at);
}

function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
	if (!/^[\da-f\s]*$/i.test(text)) return undefined;
	const digits = text.replace(/\s+/g, '');
	if (digits.length < 16 || digits.length % 2 === 1) return undefined;
	const bytes = new Uint8Array(digits.length / 2);
	for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
	return bytes;
}
