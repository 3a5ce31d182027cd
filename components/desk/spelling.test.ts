import { describe, expect, it } from 'vitest';
import { findSpelt, matchSpelling } from './spelling';

const subhead = { name: '小标题', pinyin: 'xiao biao ti', words: ['h2', '标题'] };
const picture = { name: '图片', pinyin: 'tu pian' };
const xian = { name: '西安门', pinyin: 'xi an men' };

describe('matchSpelling', () => {
	it.each([
		['小标', 0],
		['H２', 1],
		['标题', 1],
		['题', 2],
		['xbt', 3],
		['xiaobiaoti', 3],
		["xiao'bt", 3],
		['XiaoBT', 3],
		['ｘｂｔ', 3],
		['bt', 4],
		['ti', 5],
		['xbtx', null],
		['tp', null],
		['b', 4],
	])('of %j is %j', (query, rank) => expect(matchSpelling(query, subhead)).toBe(rank));

	it('tries every cut of the letters', () => {
		expect(matchSpelling('xiam', xian)).toBe(3);
		expect(matchSpelling('xianm', xian)).toBe(3);
	});
});

describe('findSpelt', () => {
	it('puts the best first and keeps the order of alike ones', () => {
		const things = [picture, { name: '标题', pinyin: 'biao ti' }, subhead];
		expect(findSpelt('bt', things).map(({ name }) => name)).toEqual(['标题', '小标题']);
		expect(findSpelt('', things)).toEqual(things);
		expect(findSpelt('tp', things)).toEqual([picture]);
	});
});
