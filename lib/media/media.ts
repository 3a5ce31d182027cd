/** One stored size of a picture; `file` is relative to the folder of pictures. */
export interface Rendition {
	width: number;
	height: number;
	mime: string;
	file: string;
}

/** Limits of one upload; each has a test at and above it. */
export const pictureLimits = {
	bytes: 20 * 1024 * 1024,
	pixels: 60_000_000,
	/** The longest side: WebP's own limit is a little above it. */
	side: 16_000,
	/** After which a picture that is still being worked on is given up. */
	milliseconds: 10_000,
};

/** Widths in which pictures are kept; none is made larger than the original. */
const standardWidths = [240, 480, 960, 1600];

export type PictureMime = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif';

export const pictureExtensions: Record<PictureMime, string> = {
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/webp': 'webp',
	'image/avif': 'avif',
};

/** The widths to make of a picture that is `width` pixels wide, smallest first, without repeats, at least one. */
export function renditionWidths(width: number): number[] {
	const largest = Math.min(width, standardWidths.at(-1)!);
	return [...standardWidths.filter((standard) => standard < largest), largest];
}

/** The smallest rendition that is at least `width` wide, or the largest there is. */
export function pickRendition(renditions: readonly Rendition[], width: number): Rendition | undefined {
	return renditions.find((rendition) => rendition.width >= width) ?? renditions.at(-1);
}

/** Where the newsroom sees a picture; readers have addresses of their own. */
export function deskPictureSrc(id: string, width = 960): string {
	return `/api/media/${id}/${width}`;
}
