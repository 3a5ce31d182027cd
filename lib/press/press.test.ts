import { describe, expect, it } from 'vitest';
import { gridOf } from '@/lib/makeup/grid';
import type { Brief, Sheet, SheetFigure } from '@/lib/makeup/sheet';
import { leastDpi, mostDpi, pixelsToPrint, printedInches, weakPictures, weakSentence } from './press';

const grid = gridOf('四开');
const figure = (id: string, wEm: number, crop: SheetFigure['crop'] = [0, 0, 1, 1]): SheetFigure => ({
	...{ id, x: 0, y: 0, wEm, h: 20, crop },
});

function pageWith(figures: SheetFigure[]): { sheet: Sheet; brief: Brief } {
	const blocks = [{ story: 'a', figures }];
	const brief = { stories: [{ id: 'a', headline: '环湖路\n通车' }] };
	return { sheet: { grid, blocks } as unknown as Sheet, brief: brief as unknown as Brief };
}

describe('printedInches', () => {
	it('is the width on paper of the whole picture, what is cropped away included', () => {
		const inches = (23 * grid.bodyPt) / 72;
		expect(printedInches(figure('p', 23), grid)).toBeCloseTo(inches, 6);
		expect(printedInches(figure('p', 23, [0.1, 0, 0.8, 1]), grid)).toBeCloseTo(inches / 0.8, 6);
	});
});

describe('weakPictures', () => {
	const { sheet, brief } = pageWith([figure('p', 23)]);
	const enough = Math.ceil(leastDpi * printedInches(figure('p', 23), grid));

	it('names the story of a picture with too few dots', () => {
		const weak = weakPictures(sheet, brief, new Map([['p', Math.round(enough * 0.66)]]));
		expect(weak).toEqual([{ headline: '环湖路 通车', dpi: 132 }]);
		expect(weakSentence(weak[0]!)).toContain('《环湖路 通车》的图片只有 132 dpi');
	});

	it('is silent from 200 dpi on, and about pictures it does not know', () => {
		expect(weakPictures(sheet, brief, new Map([['p', enough]]))).toEqual([]);
		expect(weakPictures(sheet, brief, new Map([['p', enough - 2]]))).toHaveLength(1);
		expect(weakPictures(sheet, brief, new Map())).toEqual([]);
	});
});

it('pixelsToPrint serves the largest place of a picture', () => {
	const { sheet } = pageWith([figure('p', 11), figure('p', 23), figure('q', 11)]);
	const pixels = pixelsToPrint(sheet);
	expect(pixels.get('p')).toBe(Math.ceil(printedInches(figure('p', 23), grid) * mostDpi));
	expect(pixels.get('q')).toBeLessThan(pixels.get('p')!);
});
