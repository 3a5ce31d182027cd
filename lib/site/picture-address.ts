import { pickRendition, pictureExtensions, type Rendition } from '@/lib/media/media';
import type { PublishedPicture } from '@/lib/media/published';

/** Where readers find a rendition. */
export function pictureSrc({ id, folder = `/media/${id}` }: PublishedPicture, { width, mime }: Rendition): string {
	return `${folder}/${width}.${extensionOf(mime)}`;
}

/** The rendition that an address names, where there is one. */
export function renditionAt(picture: PublishedPicture, file: string): Rendition | undefined {
	return picture.renditions.find(({ width, mime }) => file === `${width}.${extensionOf(mime)}`);
}

function extensionOf(mime: string): string {
	return (pictureExtensions as Record<string, string>)[mime] ?? 'bin';
}

/** What an `img` needs to show a picture without a shift; `largest` bounds what a small place downloads. */
export function pictureSources(
	picture: PublishedPicture,
	largest = Number.POSITIVE_INFINITY,
): { src: string; srcSet: string; width: number; height: number } {
	const fitting = picture.renditions.filter(({ width }) => width <= largest);
	const offered = fitting.length > 0 ? fitting : picture.renditions.slice(0, 1);
	const plain = pickRendition(offered, 960) ?? offered[0];
	if (!plain) throw new Error(`A picture without renditions: ${picture.id}`);
	return {
		src: pictureSrc(picture, plain),
		srcSet: offered.map((rendition) => `${pictureSrc(picture, rendition)} ${rendition.width}w`).join(', '),
		width: picture.width,
		height: picture.height,
	};
}
