import { describe, expect, it } from 'vitest';
import { Refusal } from '@/lib/errors';
import { parseBrief } from './brief-input';

const story = { id: 'a', priority: 1, headline: '一湖清水', blocks: [{ type: 'p', text: '湖面。' }], figures: [] };
const ad = { kind: 'ad', x: 0, y: 66, w: 142, h: 20 };
const brief = {
	version: 1,
	grid: '四开',
	page: { no: 2, name: '民生', date: '2026-11-22', paper: '澄湖日报' },
	anchors: [ad],
	stories: [story],
};

function refusalOf(change: object): string {
	try {
		parseBrief(JSON.stringify({ ...brief, ...change }));
		return '';
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return error.message;
	}
}

describe('parseBrief', () => {
	it('takes a brief as the contract has it', () => {
		expect(parseBrief(JSON.stringify(brief))).toEqual(brief);
		const locks = [{ kind: 'span', story: 'a', cols: 4 }];
		expect(parseBrief(JSON.stringify({ ...brief, locks })).locks).toEqual(locks);
	});

	it.each<[string, object, RegExp]>([
		['another version', { version: 2 }, /^version：.*第 1 版/],
		['an unknown grid', { grid: '八开' }, /^grid：/],
		['no page', { page: undefined }, /^page：缺少/],
		['a day that is none', { page: { ...brief.page, date: '2026-02-30' } }, /^page\.date：应如/],
		['no stories', { stories: [] }, /^stories：一篇稿件也没有/],
		['a story without text or picture', { stories: [{ ...story, blocks: [] }] }, /^stories\[0\]：没有正文/],
		[
			'an empty paragraph',
			{ stories: [{ ...story, blocks: [{ type: 'p', text: ' ' }] }] },
			/blocks\[0\]\.text：没有文字/,
		],
		['an empty headline', { stories: [{ ...story, headline: '\n' }] }, /headline：没有标题/],
		['an unknown rank', { stories: [{ ...story, priority: 5 }] }, /priority：应为 1/],
		['one id twice', { stories: [story, story] }, /编号 a 用了两次/],
		['an anchor outside', { anchors: [{ ...ad, y: 67 }] }, /^anchors\[0\]：超出版心.*86 行/],
		['half a line', { anchors: [{ ...ad, y: 0.5 }] }, /anchors\[0\]\.y：应为整数/],
		['anchors over each other', { anchors: [ad, { ...ad, x: 100, w: 42 }] }, /^anchors\[1\] 与 anchors\[0\] 重叠/],
		['a lock on a story that is not there', { locks: [{ kind: 'lead', story: 'b' }] }, /^locks\[0\]：没有编号为 b/],
		['more than a page', { stories: [{ ...story, blocks: [{ type: 'p', text: '字'.repeat(40_001) }] }] }, /40001 字/],
	])('refuses %s', (_name, change, sentence) => {
		expect(refusalOf(change)).toMatch(sentence);
	});

	it('refuses what is no JSON, and what is huge', () => {
		expect(() => parseBrief('{')).toThrow(/不是 JSON/);
		expect(() => parseBrief(' '.repeat(4_000_001))).toThrow(/内容太大/);
	});
});
