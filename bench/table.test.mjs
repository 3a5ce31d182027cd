import { describe, expect, it } from 'vitest';
import { formatTable, median, percentile } from './table.mjs';

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

it.each([
	[[5], 95, 5],
	[[1, 2, 3, 4], 50, 2],
	[Array.from({ length: 100 }, (_, at) => at + 1), 95, 95],
])('the percentile of %j at %d is %d', (values, part, value) => expect(percentile(values, part)).toBe(value));
