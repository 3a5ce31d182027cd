import { describe, expect, it } from 'vitest';
import { hitsIn, marked, unmarked } from '../rule-table';

const wrong: [rule: string, text: string, suggestion: string | undefined][] = [
	['range-mark', '全长⟦3-5公里⟧。', '3～5公里'],
	['range-mark', '这是⟦2021-2025年⟧的规划。', '2021—2025年'],
	['range-mark', '增长⟦3%-5%⟧。', '3%～5%'],
	['range-unit', '增长⟦3～5%⟧。', '3%～5%'],
	['range-unit', '投资⟦9～16亿⟧元。', '9亿～16亿'],
	['mixed-number', '来了⟦5千⟧人。', '5000'],
	['mixed-number', '来了⟦3百多⟧人。', '300多'],
	['mixed-number', '投入⟦3万5千⟧元。', '3.5万'],
	['mixed-date', '⟦11月二十二日⟧开幕。', undefined],
	['ideographic-zero', '⟦二零二六⟧年入冬。', '二〇二六'],
	['approximate-comma', '来了⟦三、四⟧个人。', '三四'],
	['double-about', '来了⟦大约30人左右⟧。', '大约30人'],
	['double-about', '花了⟦至少3000元以上⟧。', '至少3000元'],
	['double-about', '来了⟦近30余⟧人。', '近30'],
	['fall-by-times', '成本⟦降低了2倍⟧。', undefined],
	['percent-form', '提高⟦百分之30⟧。', '30%'],
	['percent-point', '提高⟦3%百分点⟧。', '3个百分点'],
	['short-year', '⟦98年⟧7月发大水。', '1998年'],
	['two-of-things', '买了⟦二⟧个西瓜。', '两'],
	['unit-symbol', '全长5⟦KM⟧。', 'km'],
	['unit-name', '占地500⟦平米⟧。', '平方米'],
	['broken-number', '共3⟦，⟧500人。', ','],
	['clock', '⟦下午15时⟧开会。', '15时'],
	['clock', '上午⟦9时75分⟧开会。', undefined],
];

const right = [
	'电话0571-88888888，2026-11-22出版。',
	'增长3%～5%，全长3～5公里。',
	'5千米外，3千克米，8百分。',
	'附近30多人，公约五十余条。',
	'第二个月，第三、四季度，二年级。',
	'干了20年，3个月后走了。',
	'二〇二六年十一月。',
	'约30人，30人左右。',
	'3个百分点，百分之三十。',
	'9时30分开会，下午3时散会。',
	'比分3:1。',
];

describe('numbers', () => {
	it.each(wrong)('%s: %s', (rule, text, suggestion) => {
		const plain = unmarked(text);
		const rest = rule === 'clock' && text.startsWith('上午') ? '⟦上午9时75分⟧开会。' : text;
		expect(marked(rule, plain)).toBe(rest);
		expect(hitsIn(plain).find((hit) => hit.rule === rule)?.suggestions[0]).toBe(suggestion);
	});

	it.each(right)('nothing: %s', (text) => expect(hitsIn(text)).toEqual([]));
});
