import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { setHead } from './head-set';
import { composeLinkImage } from './link-image';
import { makeShareImage } from './make';
import { composePoster } from './poster';
import { qrSvg } from './qr';
import { imageSize, posterWidth, type ShareStory } from './share-story';
import { drawable, setRun } from './type';

const story = (overrides: Partial<ShareStory> = {}): ShareStory => ({
	paper: '澄湖日报',
	day: '2026年11月22日　星期日',
	place: '第01版　要闻',
	kicker: '',
	headline: '湖边的路修好了',
	deck: '',
	byline: '□ 本报记者 沈知远',
	names: ['沈知远'],
	dateline: '',
	opening: [{ text: '环湖步道昨天全线贯通，从北桥到柳浦走一圈要两个小时。', isQuestion: false }],
	address: 'https://paper.example/article/a1',
	...overrides,
});
const room = { width: 1000, sizes: [100, 80, 60, 50, 40, 30], most: 4, height: 420, spare: 100 };
const bare = { kicker: '', deck: '', byline: '', names: [] };
const characters = [...'新质生产力的武高新实践环湖步道昨天全线贯通从北桥到柳浦走一圈要两个小时'];
const title = fc.array(fc.constantFrom(...characters), { minLength: 8, maxLength: 60 }).map((list) => list.join(''));

describe('setHead', () => {
	it('sets 8 to 60 字 whole within the room, no row of one or two', () => {
		fc.assert(
			fc.property(title, (headline) => {
				const head = setHead({ ...bare, headline }, room);
				expect(head.rows.map(({ text }) => text).join('')).toBe(headline);
				expect(head.height).toBeLessThanOrEqual(room.height);
				for (const { face, text, size } of head.rows) {
					expect([...text].length).toBeGreaterThan(2);
					expect(setRun(face, text).width * size).toBeLessThanOrEqual(room.width * 1.02);
				}
			}),
			{ numRuns: 200 },
		);
	});

	it('keeps forced breaks and names', () => {
		const head = setHead({ ...bare, headline: '底盘稳住了\n新动能跑起来了' }, room);
		expect(head.rows.map(({ text }) => text)).toEqual(['底盘稳住了', '新动能跑起来了']);
		const named = setHead(
			{ ...bare, names: ['欧阳静宜'], headline: `${'湖'.repeat(17)}欧阳静宜${'边'.repeat(12)}` },
			room,
		);
		expect(named.rows.some(({ text }) => text.includes('欧阳静宜'))).toBe(true);
	});

	it('cuts a headline without end, and says so', () => {
		const head = setHead({ ...bare, headline: '湖边的路'.repeat(200) }, room);
		expect(head.height).toBeLessThanOrEqual(room.height);
		expect(head.rows.at(-1)?.text).toMatch(/……$/);
	});
});

describe('drawable', () => {
	it.each([
		['路通了🎉😀', '路通了'],
		['a\u202eb\u0000c\ue000d', 'abcd'],
		['第一行\n第二行', '第一行\n第二行'],
	])('leaves out what no face draws: %j', (text, left) => {
		expect(drawable(text)).toBe(left);
	});

	it('looks for a character in another face before it gives it up', () => {
		for (const character of drawable('㙍龘𠮷〇㐂')) {
			const [glyph] = setRun('head', character).glyphs;
			expect(glyph?.path, character).not.toBe('');
		}
	});
});

describe('the pictures of a story', () => {
	const hostile = `</svg><script>alert(1)</script>"&'<image href="file:///etc/passwd"/>😀${'长'.repeat(300)}`;

	it.each([composeLinkImage, composePoster])('hold outlines alone, whatever a title holds', (compose) => {
		const { drawing, width, height } = compose(
			story({ headline: hostile, deck: hostile, column: hostile, byline: hostile }),
		);
		const svg = drawing.toSvg(width, height);
		expect([...new Set(svg.match(/<\/?[a-z]+/g))].sort()).toEqual(['</svg', '<path', '<rect', '<svg']);
		expect(svg).not.toMatch(/script|passwd|href|NaN|Infinity/);
	});

	it.each(['image', 'poster'] as const)('have their size, the same bytes each time: %s', async (kind) => {
		const told = story({
			kicker: '引题',
			deck: '副题',
			column: '民生',
			picture: { file: '/nowhere.webp', width: 3, height: 2, credit: '', isWhole: false },
		});
		const png = await makeShareImage(kind, told);
		const { width, height, format } = await sharp(png).metadata();
		expect(format).toBe('png');
		if (kind === 'image') expect({ width, height }).toEqual(imageSize);
		else {
			expect(width).toBe(posterWidth);
			expect(height).toBeGreaterThanOrEqual(posterWidth);
		}
		expect(Buffer.compare(png, await makeShareImage(kind, told))).toBe(0);
	});

	it('are drawn of a story without a character that can be', async () => {
		const png = await makeShareImage('poster', story({ headline: '😀', byline: '', opening: [] }));
		expect((await sharp(png).metadata()).width).toBe(posterWidth);
	});
});

it('draws a QR code as one path', () => {
	expect(qrSvg('https://paper.example/article/a1')).toMatch(/^<svg xmlns="[^"]+" viewBox="0 0 (\d+) \1"/);
});
