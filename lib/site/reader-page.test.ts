import { describe, expect, it } from 'vitest';
import { canonicalPath, matchPattern } from './reader-page';

describe('matchPattern', () => {
	it.each([
		['/', '/', {}],
		['/paper/:date/:no', '/paper/2026-11-22/1', { date: '2026-11-22', no: '1' }],
		['/column/:slug/feed.xml', '/column/wen-da/feed.xml', { slug: 'wen-da' }],
		['/paper/:date.pdf', '/paper/2026-11-22.pdf', { date: '2026-11-22' }],
		['/paper/:date.pdf', '/paper/.pdf', undefined],
		['/paper/:date.pdf', '/paper/2026-11-22', undefined],
		['/article/:id', '/article', undefined],
		['/article/:id', '/article/', undefined],
		['/article/:id', '/article/a/b', undefined],
		['/article/:id', '/Article/a', undefined],
	])('%s on %s', (pattern, path, params) => {
		expect(matchPattern(pattern, path)).toEqual(params);
	});
});

describe('canonicalPath', () => {
	it.each([
		['/', '/'],
		['/index.html', '/'],
		['/Article/ABC/', '/article/abc'],
		['//article//abc', '/article/abc'],
		['/article/abc.html', '/article/abc'],
		['/paper/2026-11-22/01', '/paper/2026-11-22/1'],
		['/paper/2026-11-22/index.htm', '/paper/2026-11-22'],
		['/feed.xml', '/feed.xml'],
		['/article/012345678901', '/article/012345678901'],
		['//evil.example', '/evil.example'],
	])('%s → %s', (path, canonical) => {
		expect(canonicalPath(path)).toBe(canonical);
	});

	it('leaves its own answers alone', () => {
		for (const path of ['/a//B.html', '/paper/2026-11-22/007', '/index.html']) {
			expect(canonicalPath(canonicalPath(path))).toBe(canonicalPath(path));
		}
	});
});
