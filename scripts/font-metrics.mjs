/**
 * Reads the widths of everything that is not Han from the body face and the head face, for the checker of sheets. Run by hand
 * when a face changes: `node scripts/font-metrics.mjs`. What it writes is kept in the repository: the checker needs no font.
 *
 * A row of the table: the characters that share a width; in thousandths of an em their advance as they stand, with `hwid`
 * (half width), with `halt` (half of a full-width mark). Han is 1000 in both faces and is not listed.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';

const root = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const faces = {
	body: 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
	head: 'node_modules/@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
};
/** ASCII, Latin, Greek, dashes and quotation marks, units, numerals, arrows, signs, shapes, CJK marks, kana, full-width forms. */
const ranges = [
	[0x20, 0x7e],
	[0xa1, 0x17f],
	[0x391, 0x3c9],
	[0x2010, 0x203b],
	[0x20ac, 0x20ac],
	[0x2100, 0x2122],
	[0x2150, 0x2199],
	[0x2200, 0x22ff],
	[0x2460, 0x24ff],
	[0x25a0, 0x25ff],
	[0x2600, 0x2642],
	[0x3000, 0x3029],
	[0x3041, 0x30ff],
	[0xff01, 0xff60],
	[0xffe0, 0xffe6],
];
const han = /\p{Script=Han}/u;

function advances(font, character) {
	const advance = (features) => {
		const { positions } = font.layout(character, features, 'hani', 'ZHS ');
		return Math.round((positions.reduce((sum, position) => sum + position.xAdvance, 0) * 1000) / font.unitsPerEm);
	};
	return [advance({}), advance({ hwid: true }), advance({ halt: true })];
}

function tableOf(font) {
	const rows = new Map();
	for (const [from, to] of ranges) {
		for (let point = from; point <= to; point++) {
			const character = String.fromCodePoint(point);
			if (han.test(character) || !font.hasGlyphForCodePoint(point)) continue;
			const key = advances(font, character).join(' ');
			rows.set(key, (rows.get(key) ?? '') + character);
		}
	}
	return [...rows].map(([key, characters]) => [characters, ...key.split(' ').map(Number)]);
}

const tables = Object.fromEntries(
	Object.entries(faces).map(([name, file]) => {
		const font = fontkit.openSync(root(file));
		return [name, { font: `${font.postscriptName} ${font.version.split(';')[0]}`, rows: tableOf(font) }];
	}),
);
writeFileSync(root('lib/makeup/font-metrics.json'), `${JSON.stringify(tables, null, '\t')}\n`);
