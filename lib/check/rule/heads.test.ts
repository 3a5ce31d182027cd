import { describe, expect, it } from 'vitest';
import type { Part } from '../check';
import { checkStory } from '../engine';
import { paragraphs, plainSettings } from '../rule-table';

const body =
	'今年以来，全区新增就业1.2万人，同比增长11%。九月以后，四十六场宣讲走进村头，听众6200余人次；渡口一天开出十八班船，载客三成是赶早市的老人。';

function marksIn(headline: string): string[] {
	const head: Part = { where: { in: 'head', field: 'headline' }, role: 'title', text: headline };
	return checkStory([head, ...paragraphs(body)], plainSettings).map(({ text, severity }) => `${severity} ${text}`);
}

describe('figures in the head', () => {
	it.each([
		['全区新增就业增长12%', ['warning 12%']],
		['宣讲46场走进村头', []],
		['新增就业12000人', []],
		['新增就业超万人', []],
		['听众超6000人次', []],
		['载客30%是老人', []],
		['新增就业1.3万人', ['warning 1.3万人']],
		['投入3亿元修渡口', ['info 3亿元']],
		['三件事办到心坎上', []],
		['2026年新增就业', []],
	])('%s', (headline, marks) => expect(marksIn(headline)).toEqual(marks));
});
