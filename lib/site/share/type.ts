import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Buffer, Face, Feature, Font, shape } from 'harfbuzzjs';
import { wholeFaces } from '@/lib/site/face';

/** 宋 for text, heavy 宋 for heads, 黑 for labels: whole faces, from which any title can be set. */
export type TypeFace = keyof typeof wholeFaces;

export interface SetGlyph {
	/** Outline in the face's own units, y upward, a thousand to the em. */
	path: string;
	/** Ems from the beginning of the run. */
	x: number;
}

/** A text as glyphs in a row. */
export interface SetRun {
	glyphs: SetGlyph[];
	/** In ems. */
	width: number;
}

/** Whether Latin letters or marks are set half an em wide. */
export type Width = 'natural' | 'halfLatin' | 'halfMark';

const unitsPerEm = 1000;
const features: Record<Width, Feature[]> = {
	natural: [],
	halfLatin: [new Feature('hwid', 1)],
	halfMark: [new Feature('halt', 1)],
};
/** Where a character is looked for that the face asked for lacks. */
const others: Record<TypeFace, TypeFace[]> = { song: ['hei'], head: ['hei'], hei: ['song'] };

const fonts = new Map<TypeFace, Font>();
const paths = new Map<string, string>();
/** Outlines of the characters that heads and openings use most; some hundred bytes each. */
const mostPaths = 20_000;

/** Opened at the first use; 15 MB each. */
function fontOf(face: TypeFace): Font {
	const known = fonts.get(face);
	if (known) return known;
	const file = createRequire(import.meta.url).resolve(wholeFaces[face].file);
	const font = new Font(new Face(new Blob(readFileSync(file))));
	fonts.set(face, font);
	return font;
}

/**
 * A text without what no face can draw (emoji, characters of private use, controls): it is left out rather than shown as
 * an empty box. Line feeds stay.
 */
export function drawable(text: string): string {
	return [...text.normalize('NFC')].filter((character) => character === '\n' || faceFor('song', character)).join('');
}

/** Sets a text in a face, characters that it lacks in another. */
export function setRun(face: TypeFace, text: string, width: Width = 'natural'): SetRun {
	const run: SetRun = { glyphs: [], width: 0 };
	for (const part of partsByFace(face, text)) {
		const buffer = new Buffer();
		buffer.addText(part.text);
		buffer.setDirection(4);
		buffer.setScript('Hani');
		buffer.setLanguage('zh-Hans');
		shape(fontOf(part.face), buffer, features[width]);
		for (const { codepoint, xAdvance = 0, xOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
			run.glyphs.push({ path: pathOf(part.face, codepoint), x: run.width + xOffset / unitsPerEm });
			run.width += xAdvance / unitsPerEm;
		}
	}
	return run;
}

function partsByFace(wanted: TypeFace, text: string): { face: TypeFace; text: string }[] {
	const parts: { face: TypeFace; text: string }[] = [];
	for (const character of text) {
		const face = faceFor(wanted, character);
		if (!face) continue;
		const last = parts.at(-1);
		if (last?.face === face) last.text += character;
		else parts.push({ face, text: character });
	}
	return parts;
}

function faceFor(wanted: TypeFace, character: string): TypeFace | undefined {
	if (/[\p{C}\p{M}\p{Zl}\p{Zp}]/u.test(character)) return undefined;
	const point = character.codePointAt(0) ?? 0;
	return [wanted, ...others[wanted]].find((face) => fontOf(face).nominalGlyph(point));
}

function pathOf(face: TypeFace, glyph: number): string {
	const key = `${face} ${glyph}`;
	const known = paths.get(key);
	if (known !== undefined) return known;
	if (paths.size >= mostPaths) paths.clear();
	const path = fontOf(face).glyphToPath(glyph);
	paths.set(key, path);
	return path;
}
