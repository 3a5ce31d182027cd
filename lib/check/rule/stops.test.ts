import { describe, expect, it } from 'vitest';
import { checkStory } from '../engine';
import { hitsIn, marked, paragraphs, plainSettings, unmarked } from '../rule-table';

const wrong: [rule: string, text: string, suggestion: string][] = [
	['doubled-stop', '天晴了⟦，，⟧风也停了。', '，'],
	['doubled-stop', '天晴了⟦，。⟧', '。'],
	['doubled-stop', '天晴了⟦。。⟧', '。'],
	['doubled-stop', '真的吗⟦？。⟧', '？'],
	['stacked-mark', '怎么可能⟦！？⟧', '？！'],
	['quoted-stop', '他说：“天晴了⟦。”。⟧', '。”'],
	['quoted-stop', '他说“天晴了⟦。”，⟧就走了。', '”，'],
	['quoted-stop', '南岸（湖的南边⟦。），⟧风小。', '），'],
	['list-comma', '《红楼梦⟦》、《⟧水浒传》都在。', '》《'],
	['list-word', '青禾镇⟦、⟧和芦塘镇。', ''],
	['list-word', '青禾镇、芦塘镇⟦、等⟧单位。', '等'],
	['stray-stop', '美丽⟦，⟧的湖。', ''],
	['stray-stop', '他说：“⟦，⟧天晴了。”', ''],
	['ellipsis', '他想了想⟦...⟧没有说话。', '……'],
	['ellipsis', '他想了想⟦。。。⟧没有说话。', '……'],
	['ellipsis', '他想了想⟦…⟧没有说话。', '……'],
	['ellipsis', '米、面、油⟦……等⟧。', '等'],
	['dash', '湖水⟦--⟧澄湖的命脉。', '——'],
	['dash', '湖水⟦———⟧澄湖的命脉。', '——'],
	['space', '⟦　　⟧天晴了。', ''],
	['space', '天晴了⟦ ⟧。', ''],
	['missing-end', '上午九点，渡口开了第一班船，船上坐满了⟦人⟧', '人。'],
	['missing-end', '上午九点，渡口开了第一班船⟦，⟧', '。'],
];

const right = [
	'他说：“天晴了。”',
	'他说“天晴了”。',
	'他想了想……没有说话。',
	'湖水——澄湖的命脉。',
	'北京—上海的列车。',
	'什么？！',
	'太好了！！！',
	'“新农人”“土专家”都来了。',
	'渔民、与会代表、和平村的人都在。',
	'这件事等了三年……等他回来，已是春天。',
	'（记者 沈知远 陆佳禾）',
];

describe('stops', () => {
	it.each(wrong)('%s: %s', (rule, text, suggestion) => {
		expect(marked(rule, unmarked(text))).toBe(text);
		expect(hitsIn(unmarked(text)).find((hit) => hit.rule === rule)?.suggestions[0]).toBe(suggestion);
	});

	it.each(right)('nothing: %s', (text) => expect(hitsIn(text)).toEqual([]));

	it('leaves verse alone, which has no end marks', () => {
		const verse = paragraphs(
			'一条河流过南岸，带走了落叶和雨',
			'一条船停在渡口，等不来旧时的人',
			'一盏灯亮在窗前，照见归来的你',
		);
		expect(checkStory(verse, plainSettings)).toEqual([]);
	});

	it('tells a title from running text', () => {
		expect(marked('title-end', '湖滨街道试行错时市集。', {}, 'title')).toBe('湖滨街道试行错时市集⟦。⟧');
		expect(marked('title-end', '湖滨街道试行错时市集。')).toBe('湖滨街道试行错时市集。');
	});
});
