import { expect, it } from 'vitest';
import { parseTermLines } from './term-lines';

it('reads pasted lines however they are set apart', () => {
	const { terms, faults } = parseTermLines(
		'# 本报词表\n青禾 → 青禾镇\n\n南溪\t南溪河\t河名写全\n按步就班书店\n青禾,青禾村\n',
	);
	expect(terms.map(({ rule, wrong, right, note }) => [rule, wrong, right, note])).toEqual([
		['own-term', '青禾', '青禾镇', ''],
		['own-term', '南溪', '南溪河', '河名写全'],
		['dictionary', '按步就班书店', '', ''],
	]);
	expect(faults).toEqual([]);
});

it('says which lines make no term, and why', () => {
	const { terms, faults } = parseTermLines('的 得\n一样 一样');
	expect(terms).toEqual([]);
	expect(faults.map(({ line, message }) => [line, message])).toEqual([
		[1, '词至少两个字，单个字会误伤太多'],
		[2, '两个写法是一样的'],
	]);
});
