import { describe, expect, it } from 'vitest';
import { partOf, rangeOf } from './range';

const body = { size: 1000, etag: '"abc"' };
const ask = (range: string | null, ifRange: string | null = null) => rangeOf({ range, ifRange }, body);

describe('rangeOf', () => {
	it.each([
		['bytes=0-99', { first: 0, last: 99 }],
		['bytes=900-', { first: 900, last: 999 }],
		['bytes=-100', { first: 900, last: 999 }],
		['bytes=-5000', { first: 0, last: 999 }],
		['bytes=999-5000', { first: 999, last: 999 }],
		['bytes=1000-', 'none'],
		['bytes=-0', 'none'],
	])('%s', (range, expected) => expect(ask(range)).toEqual(expected));

	it.each([null, '', 'bytes=-', 'bytes=5-2', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=a-b'])(
		'%s asks for the whole',
		(range) => expect(ask(range)).toBeUndefined(),
	);

	it('is of these very bytes or of none', () => {
		expect(ask('bytes=0-9', '"abc"')).toEqual({ first: 0, last: 9 });
		for (const other of ['"abd"', 'W/"abc"', 'Sun, 22 Nov 2026 00:00:00 GMT'])
			expect(ask('bytes=0-9', other)).toBeUndefined();
	});
});

describe('partOf', () => {
	it('says which part of how much it is', () => {
		expect(partOf({ first: 10, last: 19 }, 1000)).toEqual({
			status: 206,
			headers: { 'Content-Range': 'bytes 10-19/1000', 'Content-Length': '10' },
		});
		expect(partOf('none', 1000)).toMatchObject({ status: 416, headers: { 'Content-Range': 'bytes */1000' } });
	});
});
