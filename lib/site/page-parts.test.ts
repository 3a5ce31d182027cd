import { describe, expect, it } from 'vitest';
import { parsePageNo } from './page-parts';

describe('parsePageNo', () => {
	it.each([
		['1', 1],
		['9999', 9999],
		['10000', undefined],
		['0', undefined],
		['01', undefined],
		['-1', undefined],
		['1.5', undefined],
		['1e3', undefined],
		['', undefined],
		[undefined, undefined],
	])('%s → %s', (text, no) => {
		expect(parsePageNo(text)).toBe(no);
	});

	it('knows a bound', () => {
		expect(parsePageNo('50', 50)).toBe(50);
		expect(parsePageNo('51', 50)).toBeUndefined();
	});
});
