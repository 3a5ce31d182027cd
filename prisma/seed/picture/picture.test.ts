import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawPicture, pictureKeys } from './picture';

/** One of each family: the others share its parts. */
const FAMILIES = [
	'lake-dawn',
	'workshop-robots',
	'old-town-canal',
	'job-fair',
	'chart-jobs',
	'map-district',
	'seal-carving',
	'woodcut-crabs',
	'portrait-he',
	'reporter-su',
];

function sizeOf(key: string): { width: number; height: number } {
	if (key.startsWith('reporter-')) return { width: 600, height: 800 };
	if (key.startsWith('portrait-')) return { width: 900, height: 1200 };
	if (key === 'seal-carving') return { width: 1000, height: 1000 };
	return { width: 1500, height: 1000 };
}

test('the cast of pictures is complete, each named once', () => {
	expect(new Set(pictureKeys).size).toBe(pictureKeys.length);
	expect([...pictureKeys].sort()).toEqual(
		[
			...['lake-dawn', 'skyline-park', 'workshop-robots', 'chip-clean-room', 'rice-harvest', 'old-town-canal'],
			...['school-football', 'job-fair', 'hospital-hall', 'bridge-night', 'wetland-birds', 'library-reading'],
			...['lantern-opera', 'bus-stop', 'greenhouse', 'chart-gdp', 'chart-jobs', 'map-district'],
			...['portrait-he', 'portrait-qin', 'portrait-luo', 'portrait-poet', 'seal-carving', 'woodcut-crabs'],
			...['shen', 'lu', 'zhou', 'xu', 'fang', 'shao', 'ye', 'gu', 'cheng', 'su'].map((name) => `reporter-${name}`),
		].sort(),
	);
});

const drawn = new Map(pictureKeys.map((key) => [key, drawPicture(key)]));
const drawnOf = (key: string): ReturnType<typeof drawPicture> => drawn.get(key) ?? drawPicture(key);

describe.each(pictureKeys)('%s', (key) => {
	const { svg, width, height } = drawnOf(key);

	test('has the size that its place on the page wants', () => {
		expect({ width, height }).toEqual(sizeOf(key));
		expect(svg).toMatch(new RegExp(`^<svg [^>]*width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`));
	});

	test('stands alone: no text, no font, nothing from outside, under 150 kB', () => {
		expect(svg).not.toMatch(/<(text|image|style|script|foreignObject)\b|font-family|@import/);
		const references = [...svg.matchAll(/(?:href="|url\()([^")]*)/g)].map((match) => match[1]);
		expect(references.filter((reference) => !reference?.startsWith('#'))).toEqual([]);
		expect(svg.length).toBeLessThan(150_000);
	});

	test('holds no number that went wrong', () => {
		expect(svg).not.toMatch(/NaN|Infinity|undefined|\[object/);
	});

	test('refers only to what it defines, each once', () => {
		const defined = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
		expect(new Set(defined).size).toBe(defined.length);
		for (const [, id] of svg.matchAll(/(?:href="|url\()#([^")]+)/g)) expect(defined).toContain(id);
	});
});

test.each(FAMILIES)('%s is drawn the same twice', (key) => {
	const again = drawPicture(key).svg;
	expect(again === drawnOf(key).svg).toBe(true);
});

test.each(FAMILIES)('%s becomes a JPEG of its size, neither blank nor black', async (key) => {
	const { svg, width, height } = drawnOf(key);
	const jpeg = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).jpeg().toBuffer();
	const { dominant, channels } = await sharp(jpeg).stats();
	expect(await sharp(jpeg).metadata()).toMatchObject({ width, height, format: 'jpeg' });
	expect(dominant).toBeDefined();
	expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(15);
});

test('no two portraits are alike', () => {
	const portraits = pictureKeys.filter((key) => /^(portrait|reporter)-/.test(key)).map((key) => drawnOf(key).svg);
	expect(new Set(portraits).size).toBe(14);
});

test('an unknown key is refused', () => {
	expect(() => drawPicture('no-such-picture')).toThrow('no-such-picture');
});
