import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIptc } from './iptc';
import { pickRendition, renditionWidths } from './media';

describe('renditionWidths', () => {
	it.each([
		[40, [40]],
		[240, [240]],
		[480, [240, 480]],
		[481, [240, 480, 481]],
		[1500, [240, 480, 960, 1500]],
		[1600, [240, 480, 960, 1600]],
		[6000, [240, 480, 960, 1600]],
	])('of %i are %j', (width, widths) => expect(renditionWidths(width)).toEqual(widths));
});

describe('pickRendition', () => {
	const renditions = [480, 960, 1500].map((width) => ({ width, height: 1, mime: 'image/webp', file: '' }));
	it.each([
		[0, 480],
		[480, 480],
		[481, 960],
		[1500, 1500],
		[4000, 1500],
	])('for %i is the one of %i', (width, picked) => expect(pickRendition(renditions, width)?.width).toBe(picked));
	it('is none where there is none', () => expect(pickRendition([], 480)).toBeUndefined());
});

describe('readIptc', () => {
	const record = (dataset: number, value: Uint8Array) =>
		Buffer.concat([Buffer.from([0x1c, 2, dataset, value.length >> 8, value.length & 255]), value]);

	it('reads UTF-8, and the GB encoding of older programs', () => {
		const gbk = Buffer.from([0xba, 0xfe, 0xb1, 0xdf]); // 湖边
		expect(readIptc(record(120, Buffer.from('湖边')))).toEqual({ caption: '湖边', credit: '' });
		expect(readIptc(record(120, gbk))).toEqual({ caption: '湖边', credit: '' });
	});

	it('prefers the creator to the agency, and gives no control characters', () => {
		const block = Buffer.concat([record(110, Buffer.from('某社')), record(80, Buffer.from('程\u0000野\r\n'))]);
		expect(readIptc(block).credit).toBe('程 野');
	});

	it('never throws, whatever the bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
				const block = Buffer.concat([record(120, Buffer.from('图')), noise]);
				expect(readIptc(noise).caption.length).toBeLessThanOrEqual(400);
				expect(readIptc(block).caption).toBe('图');
			}),
		);
	});
});
