import { describe, expect, it } from 'vitest';
import { hitsIn, marked, unmarked } from '../rule-table';

const wrong: [rule: string, text: string, suggestion: string][] = [
	['half-width-mark', '澄湖区今天入冬⟦,⟧气温骤降。', '，'],
	['half-width-mark', '澄湖区今天入冬⟦, ⟧气温骤降。', '，'],
	['half-width-mark', '他问：“来吗⟦?⟧”', '？'],
	['half-width-mark', '开幕⟦:⟧十点。', '：'],
	['half-width-mark', '本报讯⟦(记者 沈知远)⟧昨天。', '（记者 沈知远）'],
	['half-width-mark', '他说⟦"⟧好”。', '“'],
	['half-width-mark', '他说“好⟦"⟧。', '”'],
	['half-width-mark', '这件事办完了⟦.⟧', '。'],
	['half-width-mark', '作家约翰⟦.⟧史密斯到访。', '·'],
	['other-mark', '天晴了⟦｡⟧', '。'],
	['other-mark', '增长3⟦．⟧5%。', '.'],
	['name-dot', '约翰⟦•⟧史密斯到访。', '·'],
	['full-width-letter', '共有⟦１２⟧人。', '12'],
	['angle-title', '他读⟦<红楼梦>⟧。', '《红楼梦》'],
];

const right = [
	'全长1,024米，12:30开始。',
	'详见https://example.org/a?b=1。',
	'公式f(x)不变。',
	'他说“好”，又说‘行’。',
	'增长3.5%，共1.2万人。',
	'名为“It’s me”的歌。',
	'用AI, IoT做成。',
];

describe('marks of other scripts', () => {
	it.each(wrong)('%s: %s', (rule, text, suggestion) => {
		expect(marked(rule, unmarked(text))).toBe(text);
		expect(hitsIn(unmarked(text)).find((hit) => hit.rule === rule)?.suggestions[0]).toBe(suggestion);
	});

	it.each(right)('nothing: %s', (text) => expect(hitsIn(text)).toEqual([]));

	it('gives straight quotes their halves in turn', () => {
		expect(hitsIn('他说"好"，又说"行"。').map((hit) => hit.suggestions[0])).toEqual(['“', '”', '“', '”']);
	});
});
