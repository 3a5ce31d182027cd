import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckSettings, hitKey, type Part } from './check';
import { checkStory, newMemory } from './engine';
import { corrected, hitsIn, paragraphs, partOf, plainSettings } from './rule-table';
import { partRules, ruleFamilies, storyRules } from './rules';

/** Texts that rules have something to say about: words of the trade, slips, marks, numbers, in any order. */
const scraps = fc.constantFrom(
	...'澄湖 青禾镇 入冬 的的 了了 在在 布署 截止目前 一如继往 颗大树 指手划脚 ， ， 。 。 、 “ ” 《 》 （ ） ( ) , . ... … -- 3-5公里 3～5% 98年7月 9月31日 11月22日（星期一） 百分之30 下午15时 约30人左右 和 等 的 他说 \n'.split(
		/(?<!\\) /,
	),
);
const text = fc.array(scraps, { minLength: 1, maxLength: 24 }).map((words) => words.join('').replaceAll('\\n', '\n'));

describe('any text', () => {
	it('is marked inside itself, in reading order, never twice at one place', () => {
		fc.assert(
			fc.property(text, (written) => {
				let last = 0;
				for (const { from, to, text: marked } of hitsIn(written)) {
					expect(from).toBeGreaterThanOrEqual(last);
					expect(to).toBeGreaterThan(from);
					expect(to).toBeLessThanOrEqual(written.length);
					expect(marked).toBe(written.slice(from, to));
					last = to;
				}
			}),
			{ numRuns: 400 },
		);
	});

	it('gives the same hits again, with and without what was remembered', () => {
		fc.assert(
			fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
				const memory = newMemory();
				const first = checkStory(paragraphs(...texts), plainSettings, memory);
				expect(checkStory(paragraphs(...texts), plainSettings, memory)).toEqual(first);
				expect(checkStory(paragraphs(...texts), plainSettings)).toEqual(first);
			}),
			{ numRuns: 100 },
		);
	});

	it('comes to rest when first suggestions are taken again and again', () => {
		fc.assert(
			fc.property(text, (written) => {
				let present = written;
				for (let round = 0; round < 12; round++) {
					const next = corrected(present, hitsIn(present));
					if (next === present) return;
					present = next;
				}
				expect(hitsIn(present).filter(({ suggestions }) => suggestions.length > 0)).toEqual([]);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('hits', () => {
	it('of one place give way to the severest, then to the longest', () => {
		expect(hitsIn('他一如继往。').map(({ rule, text: marked }) => [rule, marked])).toEqual([['idiom', '一如继往']]);
		expect(hitsIn('他一如即往。').map(({ rule, severity }) => [rule, severity])).toEqual([['confusable', 'error']]);
	});

	it('are gone once their suggestion stands there', () => {
		for (const written of ['区里作出布署。', '湖水变的更加清澈。', '他说"好"。', '增长3～5%。', '渡口开了,船来了。']) {
			const hits = hitsIn(written);
			expect(hits.length, written).toBeGreaterThan(0);
			expect(hitsIn(corrected(written, hits)), written).toEqual([]);
		}
	});

	it('spare the words of the dictionary', () => {
		expect(hitsIn('按步就班书店开业。')).toHaveLength(1);
		expect(hitsIn('按步就班书店开业。', { dictionary: ['按步就班书店'] })).toEqual([]);
	});

	it('come from rules that are on', () => {
		expect(hitsIn('区里作出布署。', { off: ['confusable'] })).toEqual([]);
	});

	it('are known again by their neighbours when they are short', () => {
		expect(hitKey('天晴了，，风也停了', 3, 5)).toBe('天晴了，，风也停了'.slice(0, 9));
		expect(hitKey('区里一如继往地办', 2, 6)).toBe('一如继往');
	});

	it('of the own words carry their own severity and note', () => {
		const terms: CheckSettings['terms'] = [
			{ wrong: '青禾', right: '青禾镇', note: '', source: '本报体例', severity: 'error' },
			{ wrong: '某某人', right: '', note: '不这样称呼。', source: '', severity: 'info' },
		];
		expect(hitsIn('青禾的米，青禾镇的田，某某人来了。', { terms })).toMatchObject([
			{ text: '青禾', suggestions: ['青禾镇'], severity: 'error', source: '本报体例' },
			{ text: '某某人', suggestions: [], severity: 'info', message: '不这样称呼。' },
		]);
	});
});

describe('rules', () => {
	it('are all listed, each under one name', () => {
		const listed = ruleFamilies.flatMap(({ rules }) => rules.map(({ id }) => id));
		const running = [...partRules, ...storyRules].map(({ id }) => id);
		expect([...new Set(running)].sort()).toEqual([...listed].sort());
	});

	it('look at what they are given: a title has no end mark to miss', () => {
		const title: Part = {
			...partOf('湖滨街道试行错时市集，傍晚开张', 'title'),
			where: { in: 'head', field: 'headline' },
		};
		expect(checkStory([title], plainSettings)).toEqual([]);
	});
});
