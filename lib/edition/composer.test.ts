import { afterAll, expect, it } from 'vitest';
import { storyOf } from '@/lib/makeup/fixture';
import { makeUpPage } from '@/lib/makeup/make-up-page';
import type { Brief } from '@/lib/makeup/sheet';
import { composePage, stopComposer } from './composer';

afterAll(stopComposer);

const brief: Brief = {
	version: 1,
	grid: '四开',
	page: { no: 2, name: '综合', date: '2026-11-23', paper: '澄湖日报' },
	anchors: [],
	stories: [storyOf('bridge', 1, '跨湖大桥昨日合龙', 700), storyOf('rain', 4, '今起三天有小雨', 200)],
};

it('makes the page that the engine makes, and leaves the caller free meanwhile', async () => {
	const order: string[] = [];
	const made = composePage(brief).then((sheet) => {
		order.push('sheet');
		return sheet;
	});
	setImmediate(() => order.push('caller'));
	expect(await made).toEqual(makeUpPage(brief));
	expect(order).toEqual(['caller', 'sheet']);
});

it('answers every one of several callers', async () => {
	const pages = await Promise.all([1, 2, 3].map((seed) => composePage(brief, { seed })));
	expect(pages.map((sheet) => sheet.stats.seed)).toEqual([1, 2, 3]);
});

it('gives a page that was made before at once', async () => {
	const first = composePage(brief, { seed: 7 });
	expect(composePage(structuredClone(brief), { seed: 7 })).toBe(first);
	expect(composePage(brief, { seed: 8 })).not.toBe(first);
	await first;
});

it('tells what is wrong with a brief, and makes the next one', async () => {
	const broken = { ...brief, stories: undefined } as unknown as Brief;
	await expect(composePage(broken)).rejects.toThrow('TypeError');
	await expect(composePage(broken)).rejects.toThrow('TypeError');
	expect((await composePage(brief)).blocks).toHaveLength(2);
});
