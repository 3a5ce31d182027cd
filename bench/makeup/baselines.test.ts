import { describe, expect, it } from 'vitest';
import { storyOf } from '../../lib/makeup/fixture.ts';
import { gridOf } from '../../lib/makeup/grid.ts';
import type { Advice, Brief } from '../../lib/makeup/sheet.ts';
import { annealing } from './annealing.ts';
import { applyAdvice } from './apply-advice.ts';
import { cssColumns } from './css-columns.ts';
import { greedyShelf } from './greedy-shelf.ts';
import { naturalHeight, type PlainPage, plainPage, type Verdict } from './plain-page.ts';
import { seedsOf } from './seeds.ts';

const story = storyOf('a', 2, '跨湖大桥昨日合龙', 500);
const picture = { id: 'p', width: 1200, height: 800, caption: '最后一节钢箱梁吊装到位。' };
const briefOf = (cols: number, lines: number, stories = [story]): Brief => ({
	version: 1,
	grid: { ...gridOf('四开'), cols, lines },
	page: { no: 1, name: '要闻', date: '2026-11-22', paper: '澄湖日报' },
	anchors: [],
	stories,
});
const probe = plainPage(briefOf(1, 10));
const height = naturalHeight(probe.stories[0]!, 1, probe.grid);

describe.each([
	['greedyShelf', greedyShelf],
	['cssColumns', cssColumns],
	['annealing', annealing],
] as [string, (page: PlainPage) => Verdict][])('%s', (_, baseline) => {
	const run = (lines: number, cols = 1) => baseline(plainPage(briefOf(cols, lines)));

	it('fills a page that is made to the measure of its story', () => {
		expect(run(height)).toEqual({ filled: true, holes: 0, overset: 0 });
	});

	it('leaves holes on a longer page and text over on a shorter', () => {
		const long = run(height + 30);
		expect(long.filled).toBe(false);
		expect(long.holes).toBeGreaterThanOrEqual(20);
		const short = run(height - 15);
		expect(short).toMatchObject({ filled: false, holes: 0 });
		expect(short.overset).toBeGreaterThan(5);
	});

	it('loses no line: what the page does not hold is left over', () => {
		const many = Array.from({ length: 4 }, (_, i) => ({
			...storyOf(`s${i}`, 3, '老街留下三百棵树', 300),
			figures: [picture],
		}));
		const none = baseline(plainPage(briefOf(2, 4, many)));
		const lines = plainPage(briefOf(2, 4, many)).stories.reduce((sum, { text }) => sum + text.min, 0);
		expect(none.overset).toBeGreaterThanOrEqual(lines);
	});
});

describe('applyAdvice', () => {
	const brief = briefOf(4, 60, [story, { ...story, id: 'b' }]);
	const apply = (kind: Advice['kind'], id: string, text: string) =>
		applyAdvice(brief, gridOf('四开'), { kind, story: id, text });

	it('drops a story, cuts the end of a paragraph, keeps a slot free', () => {
		expect(apply('drop', 'b', '撤下《桥》')?.stories.map(({ id }) => id)).toEqual(['a']);
		const cut = apply('cut', 'b', '《桥》第 2 段删 1 行（约 11 字）')!.stories[1]!;
		expect(cut.blocks[1]!.text).toHaveLength(story.blocks[1]!.text.length - 11);
		expect(cut.blocks[1]!.text.endsWith('。')).toBe(true);
		expect(apply('filler', '', '右下角留 2 栏 × 9 行的补白')?.anchors).toEqual([
			{ kind: 'ad', x: 96, y: 77, w: 46, h: 9 },
		]);
	});

	it('cuts the ends of several stories, leaves pictures out, has a paragraph written longer', () => {
		const lengthOf = (of: Brief | undefined) =>
			of!.stories.map(({ blocks }) => blocks.reduce((sum, { text }) => sum + text.length, 0));
		const [a, b] = lengthOf(brief) as [number, number];
		expect(lengthOf(apply('cut', 'a b', '《桥》文末删 2 行，《桥》文末删 20 行'))).toEqual([a - 22, b - 220]);
		expect(lengthOf(apply('add', 'b', '《桥》第 2 段加 3 行（约 33 字）'))).toEqual([a, b + 33]);
		const pictured = briefOf(4, 60, [{ ...story, figures: [picture] }]);
		const advice = { kind: 'figure' as const, story: 'a', text: '撤下《桥》的图片' };
		expect(applyAdvice(pictured, gridOf('四开'), advice)!.stories[0]!.figures).toEqual([]);
		expect(apply('drop', 'a b', '撤下《桥》和《桥》')!.stories).toEqual([]);
	});

	it('knows no deed in other words', () => expect(apply('cut', 'a', '写短一点')).toBeUndefined());
});

describe('seedsOf', () => {
	it('reads a range, and has one of its own for a quick and a full run', () => {
		expect(seedsOf('3-5', true)).toEqual([3, 4, 5]);
		expect(seedsOf(undefined, false)).toHaveLength(200);
		expect(Math.max(...seedsOf(undefined, true)!)).toBeLessThanOrEqual(200);
		for (const wrong of ['x', '5-3', '1', '1.5-3']) expect(seedsOf(wrong, false)).toBeUndefined();
	});
});
