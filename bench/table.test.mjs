import { describe, expect, it } from 'vitest';
import { formatTable, median } from './table.mjs';

describe('formatTable', () => {
	it('counts a Chinese character as two columns, puts figures to the right and leaves no space at the ends', () => {
		const table = formatTable([
			['', '字节', '比'],
			['文章页', '7,900', '0.71 ✓'],
			['a', '5', ''],
		]);
		expect(table.split('\n')).toEqual(['            字节       比', '  文章页   7,900   0.71 ✓', '  a            5']);
	});
});

describe('median', () => {
	it.each([
		[[3], 3],
		[[9, 1, 10], 9],
		[[4, 1, 3, 2], 2],
	])('of %j is %d', (values, middle) => expect(median(values)).toBe(middle));

	it('leaves what it was given in its order', () => {
		const values = [2, 1];
		median(values);
		expect(values).toEqual([2, 1]);
	});
});
