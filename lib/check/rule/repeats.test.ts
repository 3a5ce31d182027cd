import { describe, expect, it } from 'vitest';
import { checkStory } from '../engine';
import { hitsIn, marked, paragraphs, plainSettings, unmarked } from '../rule-table';

const wrong: [rule: string, text: string, suggestion: string][] = [
	['doubled-character', '湖边⟦的的⟧老树。', '的'],
	['doubled-character', '他走⟦了了⟧。', '了'],
	['doubled-character', '船停⟦在在⟧渡口。', '在'],
	['doubled-word', '全区⟦开展开展⟧巡查。', '开展'],
	['doubled-word', '⟦澄湖湿地澄湖湿地⟧入冬。', '澄湖湿地'],
	['repeated-line', '湖边的老渡口\n⟦老渡口⟧开了。', ''],
];

const right = [
	'的的确确，不了了之，没完没了了解。',
	'现在在湖边，是是非非，和和美美。',
	'大家研究研究，走着走着，一步一步来。',
	'“快来快来！”他喊。',
	'委员会会议开了。',
	'哗啦哗啦，咚咚咚咚。',
];

describe('repeats', () => {
	it.each(wrong)('%s: %s', (rule, text, suggestion) => {
		expect(marked(rule, unmarked(text))).toBe(text);
		expect(hitsIn(unmarked(text)).find((hit) => hit.rule === rule)?.suggestions[0]).toBe(suggestion);
	});

	it.each(right)('nothing: %s', (text) => expect(hitsIn(text)).toEqual([]));

	it('finds a paragraph and a sentence that stand twice', () => {
		const paragraph = '渡口开了第一班船，船上坐满了赶早市的人，竹筐里是新挖的藕，藕上还带着湖底的泥，风一吹就有水汽。';
		const twice = checkStory(paragraphs(paragraph, '中间隔着一段。', paragraph), plainSettings);
		expect(twice.map(({ rule, severity, where }) => [rule, severity, where])).toEqual([
			['repeated-text', 'error', { in: 'body', block: 2, text: 0 }],
		]);
		const sentence = checkStory(paragraphs(`${paragraph}天亮了。`, `又过了一天。${paragraph}`), plainSettings);
		expect(sentence.map(({ text }) => text)).toEqual([paragraph]);
	});

	it('finds the overlap of two paragraphs', () => {
		const hits = checkStory(paragraphs('渡口开了第一班船，船上坐满了', '船上坐满了赶早市的人。'), plainSettings);
		expect(hits.find(({ rule }) => rule === 'repeated-join')?.text).toBe('船上坐满了');
	});
});
