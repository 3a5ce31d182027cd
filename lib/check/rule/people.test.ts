import { describe, expect, it } from 'vitest';
import type { CheckSettings, Part } from '../check';
import { checkStory } from '../engine';
import { hitsIn, marked, paragraphs, partOf, plainSettings } from '../rule-table';

const people: CheckSettings['people'] = [
	{ name: '罗清平', titles: [{ title: '澄湖区青禾镇党委书记', from: '2022-03-01', to: null }] },
	{
		name: '贺云升',
		titles: [
			{ title: '芦塘镇镇长', from: null, to: '2026-06-30' },
			{ title: '区水利局局长', from: '2026-07-01', to: null },
		],
	},
];
const ledger = { people };

describe('the ledger of people', () => {
	it('lets a title that holds stand, however much of it is written', () => {
		for (const text of [
			'青禾镇党委书记罗清平说，田不荒了。',
			'镇党委书记罗清平说，田不荒了。',
			'党委书记罗清平介绍，田不荒了。',
		]) {
			expect(hitsIn(text, ledger)).toEqual([]);
		}
	});

	it('marks a title that holds no longer, and says which does', () => {
		expect(marked('title-on-day', '芦塘镇镇长贺云升说，渠通了。', ledger)).toBe('⟦芦塘镇镇长贺云升⟧说，渠通了。');
		const [hit] = hitsIn('芦塘镇镇长贺云升说，渠通了。', ledger);
		expect([hit?.severity, hit?.suggestions]).toEqual(['error', ['区水利局局长贺云升']]);
		expect(hitsIn('芦塘镇镇长贺云升说，渠通了。', { ...ledger, day: '2026-05-01' })).toEqual([]);
	});

	it('leaves the past alone', () => {
		expect(hitsIn('时任芦塘镇镇长贺云升说，渠通了。', ledger)).toEqual([]);
		expect(hitsIn('2025年，芦塘镇镇长贺云升说，渠通了。', ledger).map(({ severity }) => severity)).toEqual(['warning']);
	});

	it('doubts an office that the ledger does not have, but does not insist', () => {
		expect(hitsIn('区财政局局长罗清平说，钱到了。', ledger).map(({ severity }) => severity)).toEqual(['warning']);
	});

	it('marks a first mention without a title, once', () => {
		const story = checkStory(paragraphs('田里，罗清平说，稻子熟了。', '罗清平又说，米好。'), {
			...plainSettings,
			...ledger,
		});
		expect(story.map(({ rule, where }) => [rule, where.in === 'body' && where.block])).toEqual([['first-mention', 0]]);
		const titled = checkStory(paragraphs('青禾镇党委书记罗清平说，稻子熟了。', '罗清平又说，米好。'), {
			...plainSettings,
			...ledger,
		});
		expect(titled).toEqual([]);
	});

	it('takes a villager of that name for another person', () => {
		expect(hitsIn('村民罗清平说，稻子熟了。', ledger)).toEqual([]);
	});

	it('finds a name that is one character off its office', () => {
		expect(marked('near-name', '青禾镇党委书记罗清坪说，稻子熟了。', ledger)).toBe(
			'青禾镇党委书记⟦罗清坪⟧说，稻子熟了。',
		);
		expect(hitsIn('北桥街道党工委书记罗清坪说，稻子熟了。', ledger)).toEqual([]);
	});
});

describe('names of one story', () => {
	const caption: Part = { where: { in: 'body', block: 1, text: 0 }, role: 'caption', text: '邹立厦在田头检修农机' };
	const byline = (name: string): Part => ({ where: { in: 'byline', row: 0, field: 'name' }, role: 'name', text: name });
	const dateline: Part = { where: { in: 'head', field: 'dateline' }, role: 'dateline', text: '本报讯（记者 沈志远）' };
	const settings = { ...plainSettings, reporters: ['沈知远', '陆佳禾'] };

	it('compares captions with the text', () => {
		const story = [...paragraphs('29岁的村民邹立夏回来了。'), caption];
		expect(checkStory(story, settings).map(({ rule, suggestions }) => [rule, suggestions])).toEqual([
			['caption-name', ['邹立夏']],
		]);
	});

	it('compares the mentions of one text', () => {
		const story = paragraphs('村民邹立夏回来了。', '邹立厦说，田里有活干。邹立夏的机器停在门口。');
		expect(checkStory(story, settings).map(({ rule, text }) => [rule, text])).toEqual([['body-name', '邹立厦']]);
		expect(checkStory(paragraphs('村民邹立夏和村民邹立秋回来了。'), settings)).toEqual([]);
	});

	it('compares byline and dateline with the reporters', () => {
		expect(checkStory([byline('沈知元')], settings).map(({ suggestions }) => suggestions)).toEqual([['沈知远']]);
		expect(checkStory([dateline, byline('沈知远')], settings).map(({ suggestions }) => suggestions)).toEqual([
			['沈知远'],
		]);
		expect(checkStory([byline('沈知远'), partOf('苏木 摄', 'credit')], settings)).toEqual([]);
	});
});
