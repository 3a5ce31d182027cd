import { describe, expect, it } from 'vitest';
import { matchesEtag, preferredCoding } from './negotiate';

describe('preferredCoding', () => {
	it.each([
		[undefined, 'identity'],
		['', 'identity'],
		['gzip, deflate, br, zstd', 'br'],
		['GZIP', 'gzip'],
		['gzip;q=1, br;q=0.5', 'gzip'],
		['br;q=0, gzip', 'gzip'],
		['br;q=0, gzip;q=0', 'identity'],
		['*', 'br'],
		['*;q=0', 'identity'],
		['x-gzip', 'gzip'],
		['br;q=nonsense', 'identity'],
		['identity', 'identity'],
	] as const)('%s → %s', (header, coding) => {
		expect(preferredCoding(header)).toBe(coding);
	});
});

describe('matchesEtag', () => {
	it.each([
		['"a"', '"a"', true],
		['W/"a"', '"a"', true],
		['"b", "a"', '"a"', true],
		['*', '"a"', true],
		['"a-b"', '"a"', false],
		['', '"a"', false],
	])('%s against %s: %s', (header, etag, matches) => {
		expect(matchesEtag(header, etag)).toBe(matches);
	});
});
