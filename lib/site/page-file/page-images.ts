import sharp from 'sharp';
import type { SheetImage } from '@/components/sheet/sheet';
import { db } from '@/lib/db';
import type { Brief, Sheet } from '@/lib/makeup/sheet';
import { mediaPath } from '@/lib/media/files';
import type { Rendition } from '@/lib/media/media';

/** What of a version shows pictures. */
interface Pictured {
	paperId: string;
	brief: Brief;
	sheet: Sheet;
}

/**
 * The pictures of pages, each with its bytes in its address: as JPEG, which a PDF takes as it is. By the newsroom's role:
 * a page is printed before its stories are out. Whose row is gone leaves its place white.
 */
export async function imagesOfPages(pages: readonly Pictured[]): Promise<Map<string, SheetImage>> {
	const ids = [...new Set(pages.flatMap(({ sheet }) => picturesOn(sheet)))];
	const captions = new Map(
		pages.flatMap(({ brief }) =>
			brief.stories.flatMap(({ figures }) => figures.map(({ id, caption = '' }) => [id, caption])),
		),
	);
	const rows = await db.mediaAsset.findMany({
		where: { id: { in: ids }, paperId: pages[0]?.paperId },
		select: { id: true, width: true, height: true, renditions: true },
	});
	const images = new Map<string, SheetImage>(ids.map((id) => [id, { src: 'data:,', alt: '', width: 3, height: 2 }]));
	// Decoding and encoding are done off this thread, some at a time.
	await Promise.all(
		rows.map(async ({ id, width, height, renditions }) => {
			const widest = (renditions as unknown as Rendition[]).at(-1);
			if (!widest) return;
			const jpeg = await sharp(mediaPath(widest.file)).jpeg({ quality: 82 }).toBuffer();
			images.set(id, { src: jpegAddress(jpeg), alt: captions.get(id) ?? '', width, height });
		}),
	);
	return images;
}

/** Ids of the pictures on a page. */
export function picturesOn(sheet: Sheet): string[] {
	return sheet.blocks.flatMap((block) => block.figures.map((figure) => figure.id));
}

export function jpegAddress(jpeg: Buffer): string {
	return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}
