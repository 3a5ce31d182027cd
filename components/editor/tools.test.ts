import { pinyin } from 'pinyin-pro';
import { expect, it } from 'vitest';
import { blockTools, insertTools, markTools, tableTools } from './tools';

/** How each character may be read. */
const readings = (name: string) =>
	[...name].map((character) => pinyin(character, { toneType: 'none', multiple: true }));

it.each([...blockTools, ...insertTools, ...markTools, ...tableTools])('$name is spelt as data', ({ name, pinyin }) => {
	const possible = readings(name).map((all) => all.split(' '));
	expect(pinyin.split(' ').map((syllable, at) => possible[at]?.includes(syllable))).toEqual(possible.map(() => true));
});
