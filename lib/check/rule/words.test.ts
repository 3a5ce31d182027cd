import { describe, expect, it } from 'vitest';
import { confusables } from '../pack/confusable';
import { parseEntries } from '../pack/entry';
import { measureWords } from '../pack/measure';
import { misheards } from '../pack/misheard';
import { particles } from '../pack/particle';
import { places } from '../pack/place';
import { variants } from '../pack/variant';
import { hitsIn, marked, unmarked } from '../rule-table';

const wrong: [rule: string, text: string, suggestion: string][] = [
	['confusable', '区里作出⟦布署⟧。', '部署'],
	['confusable', '他们的工作得到⟦按排⟧。', '安排'],
	['confusable', '⟦截止目前⟧，已有百人报名。', '截至目前'],
	['misheard', '问题的⟦关健⟧在这里。', '关键'],
	['misheard', '他⟦自已⟧来了。', '自己'],
	['misheard', '路通了，⟦的却⟧方便。', '的确'],
	['misheard', '雨大，⟦所已⟧没去。', '所以'],
	['misheard', '你⟦因该⟧早点说。', '应该'],
	['particle', '湖水⟦变的更加⟧清澈。', '变得更加'],
	['particle', '他⟦觉的⟧好。', '觉得'],
	['place', '他去过⟦呼和浩持⟧。', '呼和浩特'],
	['measure-word', '门前有一⟦颗大树⟧。', '棵大树'],
	['variant', '他⟦指手划脚⟧。', '指手画脚'],
	['idiom', '湖面⟦波涛汹勇⟧。', '波涛汹涌'],
	['idiom', '他⟦一如继往⟧。', '一如既往'],
];

const right = [
	'代表队按排名先后入场。',
	'天气预报负责人到场。',
	'他感觉的变化。',
	'产值的增长。',
	'促消费、惠民生。',
	'解决别的问题。',
	'水来自已经干了的河。',
	'解决订单的问题，提供消费券。',
	'任务必须完成，公开募集善款。',
	'年年有鱼，岁岁平安。',
	'“食全食美”开街。',
];

describe('words', () => {
	it.each(wrong)('%s: %s', (rule, text, suggestion) => {
		expect(marked(rule, unmarked(text))).toBe(text);
		expect(hitsIn(unmarked(text)).find((hit) => hit.rule === rule)?.suggestions[0]).toBe(suggestion);
	});

	it.each(right)('nothing: %s', (text) => expect(hitsIn(text)).toEqual([]));
});

describe('packs', () => {
	const packs = { confusables, misheards, particles, places, measureWords, variants };

	it.each(Object.entries(packs))(
		'%s: each line has a wrong form of its own and a right one that is not wrong',
		(_name, pack) => {
			const entries = parseEntries(pack);
			const words = entries.map(({ word }) => word);
			expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
			for (const { word, right } of entries) {
				expect(word.length, word).toBeGreaterThan(1);
				expect(right, word).not.toBe('');
				expect(right, word).not.toBe(word);
				expect(
					hitsIn(right, {}, 'cell').map((hit) => hit.text),
					`${word} → ${right}`,
				).toEqual([]);
			}
		},
	);

	it('holds four hundred confusable words and more', () => {
		expect(parseEntries(confusables).length).toBeGreaterThan(400);
	});
});
