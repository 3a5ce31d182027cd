import { globSync, readFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { expect, it } from 'vitest';
import { charactersBySyllable, spell } from './command-pinyin';

/** The names of commands as the sources write them: labels of keys, verbs of acts, names of rooms, panels and tools. */
function namesInSources(): string[] {
	const sources = globSync(['components/{desk,editor}/**/*.{ts,tsx}', 'app/desk/**/*.{ts,tsx}']);
	const naming = /(?:\b(?:name|title|verb|label): '|useShortcut\([^,]+, ')([^']{1,8})'/g;
	return sources
		.filter((path) => !path.includes('.test.'))
		.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(naming)].map(([, name = '']) => name));
}

it('spells every name of a command', () => {
	const characters = new Set(
		namesInSources()
			.join('')
			.match(/\p{Script=Han}/gu),
	);
	const missing = [...characters].filter((character) => spell(character) === '');
	// Put them into the table: their syllables are these.
	expect(missing.map((character) => `${pinyin(character, { toneType: 'none', v: true })} ${character}`)).toEqual([]);
});

it('spells as it is read', () => {
	for (const [syllable, characters] of Object.entries(charactersBySyllable)) {
		for (const character of characters) {
			expect(pinyin(character, { toneType: 'none', multiple: true, v: true }).split(' ')).toContain(syllable);
		}
	}
	expect(spell('新建稿件')).toBe('xin jian gao jian');
});
