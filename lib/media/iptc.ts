/** What a photographer wrote into the file: proposals for 图说 and 署名, empty where there is nothing. */
export interface PictureWords {
	caption: string;
	credit: string;
}

const captionDataset = 120;
const creatorDataset = 80;
const creditDataset = 110;

/**
 * Reads caption and creator from a file's IPTC-IIM block (record 2, datasets 120 and 80 or 110). Never throws:
 * a malformed block gives what could be read before the fault. Source: IPTC-NAA IIM 4.2, chapter 1.6.
 */
export function readIptc(block: Uint8Array): PictureWords {
	const words = new Map<number, string>();
	for (let at = 0; at + 5 <= block.length; at++) {
		if (block[at] !== 0x1c || block[at + 1] !== 0x02) continue;
		const length = (block[at + 3]! << 8) | block[at + 4]!;
		// A first bit marks the extended form, which no caption needs.
		if (length > 0x7fff || at + 5 + length > block.length) continue;
		const dataset = block[at + 2]!;
		if (!words.has(dataset)) words.set(dataset, decode(block.subarray(at + 5, at + 5 + length)));
		at += 4 + length;
	}
	return {
		caption: (words.get(captionDataset) ?? '').slice(0, 400),
		credit: (words.get(creatorDataset) || words.get(creditDataset) || '').slice(0, 78),
	};
}

/** UTF-8 as today's programs write it, else the GB encoding that older Chinese ones do. */
function decode(bytes: Uint8Array): string {
	for (const encoding of ['utf-8', 'gb18030']) {
		try {
			return clean(new TextDecoder(encoding, { fatal: true }).decode(bytes));
		} catch {
			// Not this encoding: try the next.
		}
	}
	return '';
}

function clean(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: files hold them, captions must not
	return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}
