import { describe, expect, it } from 'vitest';
import { hitsIn, marked, plainSettings, unmarked } from '../rule-table';

// 2026-11-22 is a Sunday.
const wrong: [rule: string, text: string, suggestion: string | undefined][] = [
	['impossible-date', '⟦9月31日⟧开学。', undefined],
	['impossible-date', '⟦2025年2月29日⟧入学。', undefined],
	['impossible-date', '⟦13月5日⟧开学。', undefined],
	['date-weekday', '11月22日（⟦星期一⟧）出版。', '星期日'],
	['date-weekday', '2026年11月23日（⟦周日⟧）开会。', '周一'],
	['date-weekday', '11月21日，⟦星期天⟧，开会。', '星期六'],
	['relative-day', '⟦昨天（11月20日⟧）开会。', undefined],
	['relative-day', '⟦今天（星期一⟧）开会。', undefined],
	['relative-day', '⟦明天（24日⟧）开会。', undefined],
	['date-span', '⟦11月25日至11月23日⟧停水。', undefined],
	['date-span', '⟦2025—2021年⟧的规划。', '2021—2025年'],
	['lunar-day', '11月22日（农历⟦十月十五⟧）入冬。', '十月十四'],
];

const right = [
	'2月29日是闰日。',
	'11月22日（星期日）出版，11月21日（周六）休息。',
	'昨天（11月21日）开会，明天（23日）散会。',
	'今天（星期日）休息，昨天（周六）也休息。',
	'12月28日至1月3日停水。',
	'11月22日（农历十月十四）入冬。',
	'新华社北京11月20日电 昨天（19日）开会。',
];

describe('dates', () => {
	it.each(wrong)('%s: %s', (rule, text, suggestion) => {
		expect(marked(rule, unmarked(text))).toBe(text);
		expect(hitsIn(unmarked(text)).find((hit) => hit.rule === rule)?.suggestions[0]).toBe(suggestion);
	});

	it.each(right)('nothing: %s', (text) => expect(hitsIn(text)).toEqual([]));

	it('takes a story without a page for one of today or tomorrow', () => {
		const unplaced = { day: '2026-11-21', isDayFixed: false };
		expect(hitsIn('今天（22日）开会。', unplaced)).toEqual([]);
		expect(hitsIn('今天（21日）开会。', unplaced)).toEqual([]);
		expect(hitsIn('今天（20日）开会。', unplaced).map(({ severity }) => severity)).toEqual(['warning']);
	});

	it('is less sure of a weekday far from the day', () => {
		expect(hitsIn('8月3日（星期二）开会。').map(({ severity }) => severity)).toEqual(['warning']);
	});

	it('knows the number of the issue', () => {
		const settings = { ...plainSettings, issueNo: 3021 };
		expect(marked('issue-number', '本报总第3020期。', settings)).toBe('⟦本报总第3020期⟧。');
		expect(hitsIn('本报总第3021期。', settings)).toEqual([]);
	});
});
