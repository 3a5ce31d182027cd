import { titleOf } from '@/lib/article/article';
import type { Brief, Grid, Sheet, SheetFigure } from '@/lib/makeup/sheet';

/** 颜色: as drawn, in the four inks, or with what PDF/X-3 asks for as well. */
export const pressColours = ['rgb', 'cmyk', 'pdfx'] as const;
export type PressColour = (typeof pressColours)[number];

export const colourNames: Record<PressColour, string> = {
	rgb: 'RGB',
	cmyk: 'CMYK',
	pdfx: 'CMYK，PDF/X-3',
};

/** 出血, in millimetres, where it is asked for. */
export const bleedMm = 3;

/** Pictures are to have so many dots an inch in the size in which they are printed. */
export const leastDpi = 200;
/** What a press does not show any more. */
export const mostDpi = 300;

/** A picture that will look coarse in print. */
export interface WeakPicture {
	/** Of the story that it belongs to. */
	headline: string;
	dpi: number;
}

/** Width of a source picture, in pixels, by id. */
type Widths = ReadonlyMap<string, number>;

/** How wide the whole picture would be printed at this place, what is cropped included. Inches. */
export function printedInches({ wEm, crop: [, , shown] }: SheetFigure, { bodyPt }: Grid): number {
	return (wEm * bodyPt) / 72 / shown;
}

/** The pictures of a page whose originals have less than they should, in reading order; unknown ones are left out. */
export function weakPictures({ blocks, grid }: Sheet, brief: Brief, widths: Widths): WeakPicture[] {
	return blocks.flatMap((block) =>
		block.figures.flatMap((figure) => {
			const width = widths.get(figure.id);
			if (width === undefined) return [];
			const dpi = Math.floor(width / printedInches(figure, grid));
			if (dpi >= leastDpi) return [];
			const story = brief.stories.find(({ id }) => id === block.story);
			return [{ headline: titleOf(story?.headline ?? ''), dpi }];
		}),
	);
}

/** 《环湖路通车》的图片只有 132 dpi，印刷要 200 dpi 以上，请换用更大的原图。 */
export function weakSentence({ headline, dpi }: WeakPicture): string {
	return `《${headline}》的图片只有 ${dpi} dpi，印刷要 ${leastDpi} dpi 以上，请换用更大的原图或排小一些。`;
}

/** The pixels to print a picture with, by id: enough for the largest place that it has, no more than the press shows. */
export function pixelsToPrint({ blocks, grid }: Sheet): Map<string, number> {
	const pixels = new Map<string, number>();
	for (const figure of blocks.flatMap((block) => block.figures)) {
		const needed = Math.ceil(printedInches(figure, grid) * mostDpi);
		pixels.set(figure.id, Math.max(needed, pixels.get(figure.id) ?? 0));
	}
	return pixels;
}
