import sharp from 'sharp';
import type { SheetImage } from '@/components/sheet/sheet';
import { db } from '@/lib/db';
import type { Sheet } from '@/lib/makeup/sheet';
import { haveFiles, mediaPath, originalFile } from '@/lib/media/files';
import type { PictureMime, Rendition } from '@/lib/media/media';
import { jpegAddress, picturesOn } from '@/lib/site/page-file/page-images';
import { pixelsToPrint } from './press';

/**
 * The pictures of a page from their originals, in what the press can show of them; what the photographer's file says
 * beside its pixels is left out. Where an original was lost, the largest that is kept.
 */
export async function pressImages(paperId: string, sheet: Sheet): Promise<Map<string, SheetImage>> {
	const ids = picturesOn(sheet);
	const rows = await db.mediaAsset.findMany({
		where: { id: { in: ids }, paperId },
		select: { id: true, hash: true, mime: true, width: true, height: true, renditions: true },
	});
	const pixels = pixelsToPrint(sheet);
	const images = new Map<string, SheetImage>(ids.map((id) => [id, { src: 'data:,', alt: '', width: 3, height: 2 }]));
	// One after the other: an original takes some hundred megabytes while it is open.
	for (const { id, hash, mime, width, height, renditions } of rows) {
		const original = originalFile(hash, mime as PictureMime);
		const widest = (renditions as unknown as Rendition[]).at(-1)?.file;
		const file = (await haveFiles([original])) ? original : widest;
		if (!file) continue;
		const jpeg = await sharp(mediaPath(file))
			.autoOrient()
			.resize({ width: pixels.get(id), withoutEnlargement: true })
			.flatten({ background: '#fff' })
			.jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
			.toBuffer();
		images.set(id, { src: jpegAddress(jpeg), alt: '', width, height });
	}
	return images;
}
