import { describe, expect, it } from 'vitest';
import { type ZipPart, zipOf } from '@/tests/docx-file';
import { zipLimits } from './limits';
import { openZip } from './zip';

const open = (parts: ZipPart[]) =>
	openZip(zipOf(parts)).then(
		() => 'open',
		(error: Error) => error.message,
	);
const megabyte = 1024 * 1024;
/** Packs to less than a hundredth, so that only what is asked about is at the limit. */
const noise = (bytes: number) =>
	Buffer.from(
		Array.from({ length: Math.ceil(bytes / 100) }, (_, index) => `${Math.sin(index)}`.padEnd(100, 'a')).join(''),
	).subarray(0, bytes);

describe('a zip', () => {
	it('gives its parts, inflated', async () => {
		const zip = await openZip(
			zipOf([
				{ name: 'a.xml', data: '湖' },
				{ name: 'word/b.xml', data: '城' },
			]),
		);
		expect(zip.names()).toEqual(['a.xml', 'word/b.xml']);
		expect((await zip.read('word/b.xml')).toString()).toBe('城');
		await expect(zip.read('c.xml')).rejects.toThrow();
	});

	it.each([
		[zipLimits.entries, /^open$/],
		[zipLimits.entries + 1, /最多 2000 个/],
	])('may have %i parts: %s', async (count, words) => {
		expect(await open(Array.from({ length: count }, (_, index) => ({ name: `p${index}`, data: '' })))).toMatch(words);
	});

	it.each([
		['at the limit of all', 'a.bin', zipLimits.bytes, /^open$|压缩得太紧/],
		['above it', 'a.bin', zipLimits.bytes + 1, /最多 120 MB/],
		['of 200 MB', 'word/document.xml', 200 * megabyte, /最多 120 MB/],
		['above the limit of a part', 'word/document.xml', zipLimits.xmlBytes + 1, /文字展开后有 25 MB，最多 24 MB/],
	])('that claims a size %s is judged before it is inflated', async (_name, name, claims, words) => {
		expect(await open([{ name, data: 'x', claims }])).toMatch(words);
	});

	it('may be packed tight, to a point', async () => {
		expect(await open([{ name: 'a.xml', data: noise(2 * megabyte) }])).toBe('open');
		expect(await open([{ name: 'a.xml', data: Buffer.alloc(megabyte) }])).toBe('open');
		expect(await open([{ name: 'a.xml', data: Buffer.alloc(2 * megabyte) }])).toMatch(/超过 200 倍/);
	});

	it('that holds more than it claims, or other, is broken', async () => {
		for (const claims of [10, 5000]) {
			const zip = await openZip(zipOf([{ name: 'a.xml', data: Buffer.alloc(1000, 'x'), claims }]));
			await expect(zip.read('a.xml')).rejects.toThrow(/不完整或已经损坏/);
		}
	});

	it('that is encrypted, cut short, doubled or none is refused', async () => {
		expect(await open([{ name: 'a.xml', data: 'x', isEncrypted: true }])).toMatch(/加了密码/);
		expect(
			await open([
				{ name: 'a.xml', data: 'x' },
				{ name: 'a.xml', data: 'y' },
			]),
		).toMatch(/不完整或已经损坏/);
		const whole = zipOf([{ name: 'a.xml', data: noise(5000) }]);
		for (const part of [whole.subarray(0, whole.length - 10), whole.subarray(0, 100), Buffer.from('PK\x03\x04')]) {
			await expect(openZip(part)).rejects.toThrow(/不完整或已经损坏/);
		}
	});
});
