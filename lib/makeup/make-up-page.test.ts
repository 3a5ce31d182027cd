import { describe, expect, it } from 'vitest';
import { copyOf, storyOf } from './fixture';
import { makeUpPage } from './make-up-page';
import { normalize } from './normalize';
import type { Brief, Sheet, SheetBlock } from './sheet';

const front: Brief = {
	version: 1,
	grid: '四开',
	page: { no: 1, name: '要闻', date: '2026-11-22', paper: '澄湖日报' },
	anchors: [{ kind: 'nameplate', x: 0, y: 0, w: 142, h: 12 }],
	stories: [
		storyOf('lead', 1, '一湖清水\n养一城人', 0, {
			series: '奋进新征程',
			column: '一把手访谈',
			byline: '□ 区委书记 沈清和',
			blocks: copyOf(950, 1, ['先把账算清', '再把岸修好']),
			figures: [{ id: 'lake', width: 1200, height: 800, caption: '航拍下的湿地公园。', credit: '程野 摄' }],
		}),
		storyOf('lecture', 2, '宣讲团走进车间村头湖岸', 480, { kicker: '学习贯彻全会精神' }),
		storyOf('bridge', 2, '跨湖大桥昨日合龙', 330, {
			figures: [{ id: 'bridge', width: 1200, height: 780, caption: '最后一节钢箱梁吊装到位。', credit: '林晓 摄' }],
		}),
		storyOf('trees', 3, '老街改造留下三百棵树', 320),
		storyOf('canteen', 3, '社区食堂开到家门口', 260, { boxed: true }),
		storyOf('rain', 4, '今起三天有小雨', 100),
	],
};

/** Everything that is read on a sheet, by story and block, in the order of its frames. */
function textOf(brief: Brief, sheet: Sheet, id: string): string[] {
	const story = brief.stories.find((candidate) => candidate.id === id)!;
	const lines = sheet.blocks.find((block) => block.story === id)!.frames.flatMap((frame) => frame.lines);
	return story.blocks.map((block, i) => {
		const text = normalize(block.text);
		return lines
			.filter((line) => line.block === i)
			.map((line) => text.slice(line.from, line.to))
			.join('');
	});
}

/** Paints heads, frames, pictures and anchors cell by cell (½ em × line) and fails where two meet or leave the grid. */
function expectDisjoint(brief: Brief, sheet: Sheet): void {
	const { grid } = sheet;
	const width = 2 * (grid.cols * (grid.colEm + grid.gapEm) - grid.gapEm);
	const taken = new Set<number>();
	const boxes = sheet.blocks.flatMap((block) => [
		block.head,
		...[...block.frames, ...block.figures].map((part) => ({ x: part.x, y: part.y, w: 2 * part.wEm, h: part.h })),
	]);
	for (const box of [...boxes, ...brief.anchors]) {
		expect(box.x + box.w).toBeLessThanOrEqual(width);
		expect(box.y + box.h).toBeLessThanOrEqual(grid.lines);
		for (let y = box.y; y < box.y + box.h; y++) {
			for (let x = box.x; x < box.x + box.w; x++) {
				expect(taken.has(y * width + x)).toBe(false);
				taken.add(y * width + x);
			}
		}
	}
}

describe('makeUpPage', () => {
	const sheet = makeUpPage(front);

	it('sets every character of every story, once and in order', () => {
		for (const story of front.stories) {
			expect(textOf(front, sheet, story.id)).toEqual(story.blocks.map((block) => normalize(block.text)));
		}
		expect(sheet.free.overset).toEqual([]);
	});

	it('fills the page without holes to speak of, nothing over anything', () => {
		expect(sheet.free.holes).toBeLessThanOrEqual(12);
		expectDisjoint(front, sheet);
		for (const frame of sheet.blocks.flatMap((block) => block.frames)) {
			expect(frame.lines.length).toBeLessThanOrEqual(frame.h);
		}
	});

	it('gives the lead the top left corner and the biggest head, and reads in the order of rank', () => {
		const [lead] = sheet.blocks;
		expect(lead).toMatchObject({ story: 'lead', order: 0, head: { x: 0, y: 13 } });
		const size = (block: SheetBlock) => block.head.parts.find((part) => part.role === 'headline')!.pt;
		for (const block of sheet.blocks) {
			for (const lesser of sheet.blocks.filter((other) => other.priority > block.priority)) {
				expect(size(block)).toBeGreaterThan(size(lesser));
			}
		}
		expect(sheet.blocks.map((block) => block.priority)).toEqual([1, 2, 2, 3, 3, 4]);
	});

	it('keeps the frame of a boxed story inside its columns', () => {
		const block = sheet.blocks.find((candidate) => candidate.story === 'canteen')!;
		expect(block.box).toBe(true);
		expect((block.head.x - 2) % 24).toBe(0);
	});

	it('gives the same sheet for the same brief', () => {
		expect(makeUpPage(front)).toEqual(sheet);
	});

	it('reports what does not fit, and the lines it set are still whole and in order', () => {
		const brief = { ...front, stories: [...front.stories, storyOf('more', 2, '另有一篇长稿', 1800)] };
		const full = makeUpPage(brief);
		expect(full.free.overset.length).toBeGreaterThan(0);
		expect(full.advice).toContainEqual({ kind: 'drop', story: 'more', text: '撤下《另有一篇长稿》' });
		expectDisjoint(brief, full);
		for (const { id, blocks } of brief.stories) {
			const whole = blocks.map((block) => normalize(block.text)).join('');
			const set = full.blocks.some((block) => block.story === id) ? textOf(brief, full, id).join('') : '';
			const overset = full.free.overset.find((entry) => entry.story === id)?.chars ?? 0;
			expect(whole.startsWith(set)).toBe(true);
			expect(set.length + overset).toBe(whole.length);
		}
	});

	it('reports every story of a page that has no room at all', () => {
		const anchors = [{ kind: 'ad' as const, x: 0, y: 0, w: 142, h: 86 }];
		expect(makeUpPage({ ...front, anchors }).free.overset).toHaveLength(front.stories.length);
		expect(makeUpPage({ ...front, stories: [] }).free).toEqual({ holes: 74 * 6, overset: [] });
	});

	it('makes up a page of many briefs and one of a single story', () => {
		const many = Array.from({ length: 13 }, (_, i) =>
			storyOf(`n${i}`, i === 0 ? 1 : 4, '简讯一则', i === 0 ? 500 : 150),
		);
		const brief = { ...front, stories: many };
		const sheetOfMany = makeUpPage(brief);
		expect(sheetOfMany.free.overset).toEqual([]);
		expect(sheetOfMany.blocks).toHaveLength(13);
		expectDisjoint(brief, sheetOfMany);
		expect(makeUpPage({ ...front, stories: many.slice(0, 1) }).free.overset).toEqual([]);
	});
});
