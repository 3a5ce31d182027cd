import { describe, expect, it } from 'vitest';
import { type CellRect, type Placed, slicePage } from './slice';

/** A story that exists at one size only. */
function only(span: number, lines: number, cols = 6, page = 20): Float64Array[] {
	return Array.from({ length: cols + 1 }, (_, w) =>
		Float64Array.from({ length: page + 1 }, (_, h) => (w === span && h === lines ? 0 : Number.POSITIVE_INFINITY)),
	);
}

/** The page as text: a digit is a story, # an anchor, . is free. */
function map(placed: Placed[], anchors: CellRect[] = [], cols = 6, lines = 20): string[] {
	const page = Array.from({ length: lines }, () => new Array<string>(cols).fill('.'));
	const paint = (rect: CellRect, ink: string) => {
		for (let y = rect.y; y < rect.y + rect.h; y++) {
			for (let col = rect.col; col < rect.col + rect.cols; col++) {
				expect(page[y]![col]).toBe('.');
				page[y]![col] = ink;
			}
		}
	};
	for (const rect of placed) paint(rect, String(rect.story));
	for (const rect of anchors) paint(rect, '#');
	return page.map((row) => row.join(''));
}

describe('slicePage', () => {
	it('finds the page that four stories fill', () => {
		const costs = [only(4, 10), only(6, 4), only(2, 10), only(6, 4)];
		const slices = slicePage({ cols: 6, lines: 20, anchors: [], costs })!;
		expect(map(slices.placed)).toEqual([
			...new Array(10).fill('000022'),
			'......',
			...new Array(4).fill('111111'),
			'......',
			...new Array(4).fill('333333'),
		]);
	});

	it('keeps off anchors, with a line of white beside them', () => {
		const anchors = [
			{ col: 0, cols: 4, y: 0, h: 5 },
			{ col: 4, cols: 2, y: 15, h: 5 },
		];
		const slices = slicePage({ cols: 6, lines: 20, anchors, costs: [only(4, 14), only(2, 14)] })!;
		expect(map(slices.placed, anchors)).toEqual([
			...new Array(5).fill('####11'),
			'....11',
			...new Array(8).fill('000011'),
			'0000..',
			...new Array(5).fill('0000##'),
		]);
	});

	it('leaves room empty at the foot rather than find nothing', () => {
		const slices = slicePage({ cols: 6, lines: 20, anchors: [], costs: [only(6, 5)] })!;
		expect(slices.placed).toEqual([{ story: 0, col: 0, cols: 6, y: 0, h: 5 }]);
	});

	it('says when there is no page', () => {
		expect(slicePage({ cols: 6, lines: 20, anchors: [], costs: [only(6, 15), only(6, 15)] })).toBeUndefined();
	});
});
