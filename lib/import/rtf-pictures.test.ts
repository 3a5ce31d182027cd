import { describe, expect, it } from 'vitest';
import { rtfPictures } from './rtf-pictures';

const hex = '89504e470d0a1a0a0000000d49484452';
const word = (type: string, data: string) =>
	`{\\rtf1\\ansi{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}}\\picscalex100\\picwgoal9000\\${type}blip\\bliptag-1234{\\*\\blipuid 0123456789abcdef0123456789abcdef}${data}}}{\\nonshppict{\\pict\\picscalex100\\wmetafile8\\bliptag-1{\\*\\blipuid 01}0100090000}}湖\\par}`;

describe('rtfPictures', () => {
	it('gives the pictures of Word, not their metafile twins', () => {
		const found = rtfPictures(word('png', `${hex.slice(0, 10)}\r\n${hex.slice(10)}`) + word('jpeg', hex));
		expect(found.map(({ mime }) => mime)).toEqual(['image/png', 'image/jpeg']);
		expect([...(found[0]?.bytes ?? [])].map((byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(hex);
	});

	it('passes over what is not well formed, and is quick about it', () => {
		expect(rtfPictures('')).toEqual([]);
		expect(rtfPictures('{\\pict\\pngblip 12')).toEqual([]);
		expect(rtfPictures('{\\pict\\pngblip xyz}')).toEqual([]);
		const began = performance.now();
		expect(rtfPictures(`{\\pict\\pngblip ${'ab'.repeat(2_000_000)}}`)[0]?.bytes.length).toBe(2_000_000);
		expect(rtfPictures('{\\pict'.repeat(20_000))).toEqual([]);
		expect(performance.now() - began).toBeLessThan(5000);
	});
});
