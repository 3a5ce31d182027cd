import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { isPart, partsOf } from '@/components/reader/script/parts';
import { bundle } from './script';

const mostBytes = 15_000;

it('weighs 15 kB at most, packed, all that a page runs', () => {
	const bytes = (['early', 'reader'] as const).map((entry) => gzipSync(bundle(entry).code).length);
	expect(bytes.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(mostBytes);
	expect(gzipSync(bundle('worker').code).length).toBeLessThanOrEqual(mostBytes);
});

it('can stand in a page', () => {
	expect(bundle('early').code).not.toContain('</');
	expect(bundle('reader').path).toMatch(/^\/assets\/reader\.[\w-]{12}\.js$/);
});

it('knows what a page is made of, and nothing that it leads to', () => {
	const html = `<link rel="stylesheet" href="/assets/reader.a.css"><style>@font-face{src:url(/assets/font/b_.woff2)}</style>
		<img src="/media/c/480.webp" srcset="/media/c/900.webp 900w"><img src="/paper/2026-11-22/1/0a1b.240.webp"><a href="/paper/2026-11-22/1">1</a><a href="/article/d">d</a><a href="https://evil/assets/x.js">e</a>`;
	const thumbnail = '/paper/2026-11-22/1/0a1b.240.webp';
	const parts = ['/assets/reader.a.css', '/media/c/480.webp', thumbnail, '/assets/font/b_.woff2'];
	expect(partsOf(html)).toEqual(parts);
	expect(parts.every(isPart)).toBe(true);
	expect(['/paper/2026-11-22/1', '/article/d', '/desk/media/x', '/icon.svg'].some(isPart)).toBe(false);
});
