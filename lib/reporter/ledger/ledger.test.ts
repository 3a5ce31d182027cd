import { describe, expect, it } from 'vitest';
import { nameAt } from '../naming';
import { candidatesOf, isSameTitle } from './ledger';

const named = (text: string) => candidatesOf({ text, bylines: [] }).map(({ name, title }) => `${title} ${name}`);

describe('what a story says of offices', () => {
	it.each([
		['青禾镇党委书记罗清平说，田不荒了。', ['青禾镇党委书记 罗清平']],
		['区委宣讲团成员、开发区党工委书记秦望舒讲起一颗螺丝。', ['开发区党工委书记 秦望舒']],
		['在湖滨街道，街道办事处主任王明介绍了做法。', ['街道办事处主任 王明']],
		['书记罗清平说，田不荒了。', []],
		['时任青禾镇党委书记罗清平说，田不荒了。', []],
		['记者沈知远来到芦塘镇。', []],
		['区教育局局长欧阳静怡到场。', ['区教育局局长 欧阳静怡']],
	])('%s', (text, people) => expect(named(text)).toEqual(people));

	it('takes authors with the office that they sign with', () => {
		const bylines = [
			{ name: '罗清平', office: '澄湖区青禾镇党委书记' },
			{ name: '沈知远', office: '' },
		];
		expect(candidatesOf({ text: '', bylines })).toEqual([{ name: '罗清平', title: '澄湖区青禾镇党委书记' }]);
	});
});

describe('where a name ends', () => {
	it.each([
		['罗清平说', '罗清平'],
		['王明介绍', '王明'],
		['李自强。', '李自强'],
		['方可为带队', '方可为'],
		['在场的人', undefined],
	])('%s', (text, name) => expect(nameAt(text, 0)).toBe(name));

	it('is told by the other mentions too', () => {
		expect(nameAt('王明天刚亮就到了。王明走后，王明的车还在。', 0)).toBe('王明');
	});
});

it('knows a title with less of its body', () => {
	expect(isSameTitle('澄湖区青禾镇党委书记', '青禾镇党委书记')).toBe(true);
	expect(isSameTitle('芦塘镇党委书记', '青禾镇党委书记')).toBe(false);
});
