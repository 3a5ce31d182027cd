import path from 'node:path';
import sharp from 'sharp';
import type { SheetImage } from '@/components/sheet/sheet';
import type { Brief, BriefFigure } from '@/lib/makeup/sheet';

const endings = ['', '.jpg', '.jpeg', '.png', '.webp', '.avif'];
/** Enough for a width of the page in print. */
const widest = 2400;

/** The pictures of a brief, which lie in `folder` by id, each with its bytes in its address. */
export async function imagesIn(folder: string, brief: Brief): Promise<Map<string, SheetImage>> {
	const figures = brief.stories.flatMap((story) => story.figures);
	return new Map(await Promise.all(figures.map(async (each) => [each.id, await imageOf(each, folder)] as const)));
}

/** In any ending; a grey box where there is none that can be read. */
async function imageOf({ id, width, height, caption = '' }: BriefFigure, folder: string): Promise<SheetImage> {
	const alt = caption || '图片';
	for (const ending of endings) {
		const file = path.resolve(folder, id + ending);
		if (path.relative(folder, file).startsWith('..')) break;
		try {
			const picture = sharp(file).rotate().resize({ width: widest, withoutEnlargement: true }).jpeg({ quality: 82 });
			const { data, info } = await picture.toBuffer({ resolveWithObject: true });
			const src = `data:image/jpeg;base64,${data.toString('base64')}`;
			return { src, alt, width: info.width, height: info.height };
		} catch {
			// The next ending, or none.
		}
	}
	const grey = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#c9c7c1"/></svg>`;
	return { src: `data:image/svg+xml;base64,${Buffer.from(grey).toString('base64')}`, alt, width, height };
}
