import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { galleryRatio, galleryRatios, toGalleryRows } from './gallery-rows';

const rowsOf = (...ratios: number[]) => toGalleryRows(ratios, (ratio) => ratio).map((row) => row.length);

describe('toGalleryRows', () => {
	it.each([
		['two flat ones', [1.5, 1.5], [2]],
		['three flat ones', [1.5, 1.5, 1.5], [3]],
		['four flat ones', [1.5, 1.5, 1.5, 1.5], [2, 2]],
		['four upright ones', [0.67, 0.67, 0.67, 0.67], [4]],
		['a wide one over two', [2.4, 1.33, 1.33], [1, 2]],
		['five squares', [1, 1, 1, 1, 1], [2, 3]],
	])('sets %s', (_name, ratios, rows) => {
		expect(rowsOf(...ratios)).toEqual(rows);
	});

	it('keeps every picture, in order, at most four in a row', () => {
		const ratios = fc.array(fc.constantFrom(...galleryRatios), { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(ratios, (all) => {
				const rows = toGalleryRows(all, (ratio) => ratio);
				expect(rows.flat()).toEqual(all);
				expect(rows.every((row) => row.length >= 1 && row.length <= 4)).toBe(true);
			}),
		);
	});
});

it('crops a picture by a tenth at most, unless it is a strip', () => {
	fc.assert(
		fc.property(fc.double({ min: 0.5, max: 3, noNaN: true }), (ratio) => {
			const shown = galleryRatio({ width: ratio * 1000, height: 1000 });
			expect(Math.min(shown / ratio, ratio / shown)).toBeGreaterThan(0.89);
		}),
	);
	expect(galleryRatio({ width: 100, height: 2000 })).toBe(0.5);
	expect(galleryRatio({ width: 9000, height: 100 })).toBe(3);
});
