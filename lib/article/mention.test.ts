import { expect, it } from 'vitest';
import { mentionsIn } from './mention';

it('finds names where they stand, each as often as it does', () => {
	expect(mentionsIn('记者 甲 乙 甲', ['乙', '甲'])).toEqual([
		{ name: '甲', at: 3 },
		{ name: '乙', at: 5 },
		{ name: '甲', at: 7 },
	]);
});

it('takes the longest of names that contain one another, whatever their order', () => {
	for (const names of [
		['张军', '张军华', '军华'],
		['军华', '张军华', '张军'],
	]) {
		expect(mentionsIn('张军华 张军', names)).toEqual([
			{ name: '张军华', at: 0 },
			{ name: '张军', at: 4 },
		]);
	}
});

it('finds nobody in nothing', () => {
	expect(mentionsIn('', ['甲'])).toEqual([]);
	expect(mentionsIn('本报讯', ['', '甲'])).toEqual([]);
});
