import { renderToStaticMarkup } from 'react-dom/server';
import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { QrCode } from './qr-code';

it('draws every dark module once and no other', () => {
	const text = 'http://192.168.1.8:3000/preview/abcdefghjkmn.tabcde.AAAAAAAAAAAAAAAAAAAAAAAA';
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const markup = renderToStaticMarkup(<QrCode text={text} label="预览" />);
	const drawn = data.map((row) => row.map(() => false));
	for (const [, x, y, width] of markup.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
		for (let at = Number(x); at < Number(x) + Number(width); at++) {
			expect(drawn[Number(y)]?.[at]).toBe(false);
			drawn[Number(y)]![at] = true;
		}
	}
	expect(drawn).toEqual(data);
	expect(markup).toContain(`viewBox="0 0 ${size} ${size}"`);
});
