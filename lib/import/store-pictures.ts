import type { Block } from '@/lib/article/body';
import type { Actor } from '@/lib/auth/roles';
import { Refusal } from '@/lib/errors';
import { publicInternet, type Reach } from '@/lib/media/web';
import { addPictureFromWeb } from '@/lib/media/web-picture';
import { type AddedPicture, addPicture } from '@/lib/media/write';
import { pictureSource } from './picture-source';
import type { ImportedFile } from './schema';

type PictureBlock = Extract<ImportedFile['blocks'][number], { type: 'picture' }>;

interface Stored {
	blocks: Block[];
	/** Why which picture did not come along. */
	remarks: string[];
}

/**
 * The blocks with their pictures in the paper's stock, one after the other. A picture that cannot be taken leaves its
 * words as a paragraph and a remark: no word is lost with it.
 */
export async function storePictures(
	actor: Actor,
	file: ImportedFile,
	filename: string,
	reach: Reach = publicInternet,
): Promise<Stored> {
	const stored: Stored = { blocks: [], remarks: [] };
	let number = 0;
	for (const block of file.blocks) {
		if (block.type !== 'picture') {
			stored.blocks.push(block);
			continue;
		}
		number++;
		try {
			const added = await storePicture(actor, { block, file, filename: `${filename} 第 ${number} 张图片`, reach });
			const { caption, credit, alt } = block.attrs;
			const words = { caption: caption || added.caption, credit: credit || added.credit, alt: alt || added.alt };
			stored.blocks.push({ type: 'figure', attrs: { media: added.id, ...words } });
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			stored.remarks.push(`第 ${number} 张图片没有带入：${error.message}`);
			stored.blocks.push(...captionBlock(block));
		}
	}
	return stored;
}

interface Errand {
	block: PictureBlock;
	file: ImportedFile;
	filename: string;
	reach: Reach;
}

async function storePicture(actor: Actor, { block, file, filename, reach }: Errand): Promise<AddedPicture> {
	const { source } = block.attrs;
	const [, part] = /^part:(\d{1,4})$/.exec(source) ?? [];
	const found = part === undefined ? undefined : file.pictures[Number(part)];
	if (found) {
		refuseMetafile(found.mime);
		return addPicture(actor, Buffer.from(found.base64, 'base64'), { filename });
	}
	const from = pictureSource(source);
	switch (from.kind) {
		case 'data':
			return addPicture(actor, Buffer.from(from.base64, 'base64'), { filename });
		case 'web':
			return addPictureFromWeb(actor, { url: from.url }, reach);
		case 'disk':
			throw new Refusal('invalid', '它只是一个指向原电脑的链接，文件里没有它。请把原图拖进稿件。');
		default:
			throw new Refusal('invalid', from.message);
	}
}

function refuseMetafile(mime: string): void {
	if (/emf|wmf/i.test(mime))
		throw new Refusal('invalid', '它是 EMF/WMF 矢量图，不能刊用。请在 Word 里把它另存为 PNG，再拖进稿件。');
}

function captionBlock({ attrs: { caption, credit } }: PictureBlock): Block[] {
	const text = [caption, credit && `（${credit}）`].filter(Boolean).join('');
	return text ? [{ type: 'paragraph', content: [{ type: 'text', text }] }] : [];
}
