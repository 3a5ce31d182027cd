import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropTo, isWithinCrop, naturalLines, setCaption } from './figure';
import { gridOf } from './grid';

const grid = gridOf('四开');
const photograph = { id: 'f', width: 1200, height: 800 };

describe('figures', () => {
	it('are as high as their proportions ask', () => {
		expect(naturalLines(photograph, 23, grid)).toBeCloseTo((23 * 2) / 3 / 1.25);
	});

	it('are cropped by no more than 15 %', () => {
		expect(isWithinCrop(photograph, 23, 12, grid)).toBe(true);
		expect(isWithinCrop(photograph, 23, 15, grid)).toBe(false);
	});

	it('are cropped on one side, inside the picture, with the focus in view', () => {
		const fraction = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(fraction, fraction, fc.integer({ min: 11, max: 14 }), (x, y, lines) => {
				const [left, top, width, height] = cropTo({ ...photograph, focus: { x, y } }, 23, lines, grid);
				expect(Math.max(width, height)).toBe(1);
				expect(x).toBeGreaterThanOrEqual(left - 1e-3);
				expect(x).toBeLessThanOrEqual(left + width + 1e-3);
				expect(y).toBeGreaterThanOrEqual(top - 1e-3);
				expect(y).toBeLessThanOrEqual(top + height + 1e-3);
				expect((width * 1200) / (height * 800)).toBeCloseTo(23 / (lines * 1.25), 2);
			}),
			{ numRuns: 100, seed: 4 },
		);
	});
});

describe('setCaption', () => {
	it('puts the credit at the end of the last row when there is room', () => {
		expect(setCaption({ caption: '晨光里的湖', credit: '程野 摄' }, 23, grid)).toMatchObject({
			rows: 1,
			creditRow: false,
		});
	});

	it('gives the credit a row of its own when there is none', () => {
		expect(setCaption({ caption: '晨光里的湖心亭与长堤', credit: '程野 摄' }, 11, grid)).toMatchObject({
			rows: 2,
			creditRow: true,
		});
	});

	it('sets nothing in no rows', () => {
		expect(setCaption({}, 11, grid).rows).toBe(0);
		expect(setCaption({ credit: '程野 摄' }, 11, grid).rows).toBe(1);
	});
});
