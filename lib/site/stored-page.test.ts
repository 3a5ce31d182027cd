import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Answer } from './answer';
import { packPage, sizeOf, toWire } from './stored-page';

const text = '湖边的路修好了。'.repeat(200);
const answer = (overrides: Partial<Answer> = {}): Answer => ({
	status: 200,
	headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public, max-age=0' },
	body: text,
	tags: ['article:a'],
	keep: 'table',
	...overrides,
});
const headerOf = (headers: string[], name: string) => headers[headers.indexOf(name) + 1];

describe('packPage', () => {
	it('keeps text packed twice and not plain', async () => {
		const page = await packPage('/a', answer(), new Date(0));
		expect(page.identity).toBeNull();
		expect(zlib.brotliDecompressSync(page.br ?? '').toString()).toBe(text);
		expect(zlib.gunzipSync(page.gzip ?? '').toString()).toBe(text);
		expect(sizeOf(page)).toBeLessThan(Buffer.byteLength(text));
	});

	it('keeps pictures, faces and what is tiny as they are', async () => {
		const face = answer({ headers: { 'Content-Type': 'font/woff2' }, body: Buffer.alloc(4000, 7) });
		for (const given of [face, answer({ body: '短' })]) {
			const page = await packPage('/a', given, new Date(0));
			expect(page.br).toBeNull();
			expect(page.identity).not.toBeNull();
		}
	});

	it('gives the same answer the same etag, another text or policy another', async () => {
		const [one, again, other, policy] = await Promise.all([
			packPage('/a', answer(), new Date(0)),
			packPage('/b', answer(), new Date(9)),
			packPage('/a', answer({ body: `${text}。` }), new Date(0)),
			packPage('/a', answer({ headers: { ...answer().headers, 'Content-Security-Policy': 'x' } }), new Date(0)),
		]);
		expect(again.etag).toBe(one.etag);
		expect(new Set([one.etag, other.etag, policy.etag]).size).toBe(3);
	});
});

describe('toWire', () => {
	it('sends each coding with its own length and etag', async () => {
		const page = await packPage('/a', answer(), new Date(0));
		const wires = (['br', 'gzip', 'identity'] as const).map((coding) => toWire(page, coding));
		expect(new Set(wires.map((wire) => wire.etag)).size).toBe(3);
		for (const wire of wires) {
			expect(headerOf(wire.headers, 'Content-Length')).toBe(String(wire.body.length));
			expect(headerOf(wire.headers, 'Vary')).toBe('Accept-Encoding');
			expect(headerOf(wire.headers, 'ETag')).toBe(wire.etag);
			expect(wire.notModified).toContain(wire.etag);
		}
		expect(Buffer.from(wires[2]?.body ?? '').toString()).toBe(text);
	});

	it('sends what is plain by nature plain', async () => {
		const page = await packPage('/f', answer({ headers: { 'Content-Type': 'font/woff2' } }), new Date(0));
		const wire = toWire(page, 'br');
		expect(wire.headers).not.toContain('Content-Encoding');
		expect(wire.headers).not.toContain('Vary');
	});
});
