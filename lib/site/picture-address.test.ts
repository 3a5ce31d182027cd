import { describe, expect, it } from 'vitest';
import { pictureSources, renditionAt } from './picture-address';

const rendition = (width: number) => ({ width, height: width / 2, mime: 'image/webp', file: `ab/${width}.webp` });
const picture = { id: 'm1', width: 2000, height: 1000, renditions: [rendition(480), rendition(960), rendition(1600)] };

describe('picture addresses', () => {
	it('names each rendition once', () => {
		expect(renditionAt(picture, '960.webp')).toBe(picture.renditions[1]);
		for (const file of ['961.webp', '960.jpg', '960', '../960.webp', ''])
			expect(renditionAt(picture, file)).toBeUndefined();
	});

	it('gives an img its sources and its own size', () => {
		expect(pictureSources(picture)).toEqual({
			src: '/media/m1/960.webp',
			srcSet: '/media/m1/480.webp 480w, /media/m1/960.webp 960w, /media/m1/1600.webp 1600w',
			width: 2000,
			height: 1000,
		});
	});

	it('finds the pictures of a preview in its own folder', () => {
		expect(pictureSources({ ...picture, folder: '/preview/x/media/m1' }, 100).src).toBe('/preview/x/media/m1/480.webp');
	});

	it('bounds what a small place downloads, but always gives something', () => {
		expect(pictureSources(picture, 960).srcSet).not.toContain('1600');
		expect(pictureSources(picture, 100).src).toBe('/media/m1/480.webp');
	});
});
