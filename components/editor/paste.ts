import { blocksHtml, figureHtml } from '@/lib/import/blocks-html';
import { cleanHtml } from '@/lib/import/clean-html';
import { cleanText } from '@/lib/import/clean-text';
import { onDisk, pictureName, pictureSource } from '@/lib/import/picture-source';
import type { Left } from '@/lib/import/piece';
import { type RtfPicture, rtfPictures } from '@/lib/import/rtf-pictures';
import { type CleanBlock, type PictureBlock, toBlocks } from '@/lib/import/to-blocks';
import { hasWords, isOurHtml, treeOfHtml } from './foreign-html';
import { newRequestId } from './request-id';

/** A picture that pasted text brings: its bytes, its address, or why there is neither. */
export interface IncomingPicture {
	id: string;
	name: string;
	origin: { file: File } | { url: string } | { problem: string };
	words: { caption: string; credit: string; alt: string };
}

export interface Pasted {
	/** What the editor's schema reads; an incoming picture is a figure whose medium is its id. */
	html: string;
	pictures: IncomingPicture[];
	left: Left;
}

const prefix = 'incoming-';

/** The incoming picture that a figure stands for until its slot is open. */
export function incomingId(media: unknown): string | undefined {
	return typeof media === 'string' && media.startsWith(prefix) ? media : undefined;
}

/** Pasted HTML made ready for the schema; `rtf` is what the same copy says as rich text, with Word's pictures. */
export function cleanPastedHtml(html: string, rtf: string): Pasted {
	if (isOurHtml(html)) return { html, pictures: [], left: {} };
	const { pieces, left } = cleanHtml(treeOfHtml(html));
	const blocks = toBlocks(pieces);
	const fromRtf = picturesByOrder(blocks, rtf);
	const pictures: IncomingPicture[] = [];
	const clean = blocksHtml(blocks, (block) => {
		const picture = toIncoming(block, pictures.length + 1, fromRtf.get(block));
		pictures.push(picture);
		return figureHtml({ media: picture.id, ...picture.words });
	});
	return { html: clean, pictures, left };
}

/** Pasted plain text as blocks. */
export function cleanPastedText(text: string): CleanBlock[] {
	return toBlocks(cleanText(text).pieces);
}

function toIncoming({ attrs }: PictureBlock, number: number, found: RtfPicture | undefined): IncomingPicture {
	const { source, ...words } = attrs;
	const name = pictureName(source, number);
	return { id: `${prefix}${newRequestId()}`, name, words, origin: originOf(source, name, found) };
}

function originOf(source: string, name: string, found: RtfPicture | undefined): IncomingPicture['origin'] {
	const from = pictureSource(source);
	switch (from.kind) {
		case 'data': {
			const bytes = bytesOf(from.base64);
			return bytes
				? { file: new File([bytes], name, { type: from.mime }) }
				: { problem: '这张图的数据不完整，请另存后再拖到这里。' };
		}
		case 'web':
			return { url: from.url };
		case 'disk':
			return found ? { file: new File([found.bytes], name, { type: found.mime }) } : { problem: onDisk };
		default:
			return { problem: from.message };
	}
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
	try {
		return Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0));
	} catch {
		// Not base64 after all: told with the pictures that cannot be taken.
		return undefined;
	}
}

/** The pictures on the writer's disk, with their bytes from the rich text when it has as many. */
function picturesByOrder(blocks: readonly CleanBlock[], rtf: string): Map<PictureBlock, RtfPicture> {
	const onDisk = blocks.filter(
		(block) => block.type === 'picture' && pictureSource(block.attrs.source).kind === 'disk',
	) as PictureBlock[];
	const found = onDisk.length > 0 ? rtfPictures(rtf) : [];
	if (found.length !== onDisk.length) return new Map();
	return new Map(onDisk.map((block, index) => [block, found[index]!]));
}

/** The pictures of a drop or paste; those of a paste that brings words too are drawings of the words. */
export function picturesOf(data: DataTransfer | null): File[] {
	if (!data) return [];
	const html = data.getData('text/html');
	return html !== '' && hasWords(html) ? [] : [...data.files].filter((file) => file.type.startsWith('image/'));
}
