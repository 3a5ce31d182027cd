import sharp from 'sharp';
import { type Box, ink } from './drawing';
import type { Composition } from './frame';
import { composeLinkImage } from './link-image';
import { composePoster } from './poster';
import type { ShareKind, ShareStory } from './share-story';
import { drawable } from './type';

const compose: Record<ShareKind, (story: ShareStory) => Composition> = {
	image: composeLinkImage,
	poster: composePoster,
};

/** The PNG of a story; the same story gives the same bytes. A picture that cannot be read is left out. */
export async function makeShareImage(kind: ShareKind, told: ShareStory): Promise<Uint8Array> {
	const story = cleaned(told);
	const picture = story.picture && (await readPicture(story.picture.file));
	const { drawing, width, height, picture: box } = compose[kind](picture ? story : { ...story, picture: undefined });
	const image = sharp(Buffer.from(drawing.toSvg(width, height)));
	const laid =
		picture && box
			? image.composite([{ ...(await cutPicture(picture, box, story.picture?.isWhole)), blend: 'over' }])
			: image;
	return laid.removeAlpha().png({ compressionLevel: 8 }).toBuffer();
}

async function readPicture(file: string): Promise<Buffer | undefined> {
	try {
		return await sharp(file).toColourspace('srgb').png({ compressionLevel: 0 }).toBuffer();
	} catch (error) {
		console.error(error);
		return undefined;
	}
}

/** Cut to a box, around what catches the eye, or put into it whole. */
async function cutPicture(
	picture: Buffer,
	box: Box,
	isWhole = false,
): Promise<{ input: Buffer; left: number; top: number }> {
	const [width, height] = [Math.round(box.width), Math.round(box.height)];
	const { attention } = sharp.strategy;
	const fitted = isWhole
		? ({ fit: 'contain', background: ink.paper } as const)
		: ({ fit: 'cover', position: attention } as const);
	const input = await sharp(picture).resize(width, height, fitted).png({ compressionLevel: 0 }).toBuffer();
	return { input, left: Math.round(box.x), top: Math.round(box.y) };
}

/** Without characters that no face of ours can draw. */
function cleaned(story: ShareStory): ShareStory {
	return {
		...story,
		paper: drawable(story.paper),
		kicker: drawable(story.kicker),
		headline: drawable(story.headline).trim() || drawable(story.paper),
		deck: drawable(story.deck),
		byline: drawable(story.byline),
		column: story.column && drawable(story.column),
		series: story.series && drawable(story.series),
	};
}
