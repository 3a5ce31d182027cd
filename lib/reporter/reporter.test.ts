import { expect, it } from 'vitest';
import { pinyinOf, toBeats } from './reporter';

it.each([
	['沈知远', 'shen zhi yuan'],
	['单雄', 'shan xiong'],
	['欧阳修', 'ou yang xiu'],
	['吕律', 'lv lv'],
	[' Anna 王 ', 'anna wang'],
	['', ''],
])('reads %s as %s', (name, syllables) => {
	expect(pinyinOf(name)).toBe(syllables);
});

it('takes beats with any comma, once each', () => {
	expect(toBeats(' 教育，就业、教育, 卫生；\n环保,')).toEqual(['教育', '就业', '卫生', '环保']);
	expect(toBeats(' ， ')).toEqual([]);
});
