import { describe, expect, it } from 'vitest';
import { checkStory } from '../engine';
import { hitsIn, marked, paragraphs, plainSettings, unmarked } from '../rule-table';

const wrong: [rule: string, text: string, suggestion: string | undefined][] = [
	['unpaired-mark', '他说：⟦“⟧天晴了。', undefined],
	['unpaired-mark', '他说：天晴了⟦”⟧。', undefined],
	['unpaired-mark', '他说“天晴了⟦“⟧。', '”'],
	['unpaired-mark', '他说⟦”⟧天晴了”。', '“'],
	['unpaired-mark', '他读⟦《⟧红楼梦。', undefined],
	['unpaired-mark', '南岸⟦（⟧湖的南边。', undefined],
	['nested-mark', '他说：“老师讲⟦“天晴了”⟧才走。”', '‘天晴了’'],
	['nested-mark', '他读《论⟦《红楼梦》⟧的结构》。', '〈红楼梦〉'],
];

describe('marks that come in pairs', () => {
	it.each(wrong)('%s: %s', (rule, text, suggestion) => {
		expect(marked(rule, unmarked(text))).toBe(text);
		expect(hitsIn(unmarked(text)).find((hit) => hit.rule === rule)?.suggestions[0]).toBe(suggestion);
	});

	it.each(['“甲”（乙）《丙》‘丁’', '1）登记；2）领表。', '他说：“老师讲‘天晴了’才走。”', 'It’s me'])(
		'nothing: %s',
		(text) => expect(hitsIn(text).filter(({ rule }) => rule.endsWith('mark'))).toEqual([]),
	);

	it('lets a quotation of several paragraphs open in each and close in the last', () => {
		expect(checkStory(paragraphs('他说：“第一件事办完了。', '“第二件事也办完了。”'), plainSettings)).toEqual([]);
		const open = checkStory(paragraphs('他说：“第一件事办完了。', '“第二件事也办完了。'), plainSettings);
		expect(open.map(({ where }) => where)).toEqual([{ in: 'body', block: 1, text: 0 }]);
	});
});
