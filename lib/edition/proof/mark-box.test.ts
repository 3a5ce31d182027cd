import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeUpPage } from '@/lib/makeup/make-up-page';
import { normalize } from '@/lib/makeup/normalize';
import type { Brief } from '@/lib/makeup/sheet';
import { boxesOf, boxOf } from './mark-box';

const text = '入夜,柳湾的河埠头亮起了26盏灯。老人说:“以前天一黑就不敢来洗衣(怕滑),现在敢了。”社区用1.8万元换了灯。';
const brief: Brief = {
	...{ version: 1, grid: '四开', anchors: [] },
	page: { no: 2, name: '综合', date: '2026-11-22', paper: '澄湖日报' },
	stories: ['a', 'b'].map((id) => ({
		...{ id, priority: 3, headline: `第${id}篇`, figures: [] },
		blocks: Array.from({ length: 6 }, () => ({ type: 'p', text })),
	})),
};
const made = { brief, sheet: makeUpPage(brief, { budgetMs: 50 }) };
const block = made.sheet.blocks.find(({ story }) => story === 'a')!;
const whole = normalize(text);
const body = { articleId: 'a', place: 'body' as const, figureId: null };

describe('boxesOf', () => {
	it('stands within the lines of its block, one box a line, side by side with its neighbour', () => {
		fc.assert(
			fc.property(fc.nat(5), fc.nat(whole.length - 1), fc.nat(whole.length), (at, position, length) => {
				const exact = whole.slice(position, position + Math.max(1, length));
				const boxes = boxesOf(made, { ...body, block: at, position, exact });
				expect(boxes.length).toBeGreaterThan(0);
				for (const { x, y, w, h } of boxes) {
					const frame = block.frames.find(
						(one) => x >= one.x && x + w <= one.x + 2 * one.wEm + 1 && y >= one.y && y + h <= one.y + one.h,
					);
					expect(frame, `${x},${y} ${w}`).toBeDefined();
				}
				expect(new Set(boxes.map(({ x, y }) => `${x},${y}`)).size).toBe(boxes.length);
			}),
		);
	});

	it('covers what a block has in as many boxes as it has lines', () => {
		const lines = block.frames.flatMap((frame) =>
			frame.lines.filter((line) => line.block === 0 && line.from < line.to),
		);
		expect(boxesOf(made, { ...body, block: 0, position: 0, exact: whole })).toHaveLength(lines.length);
	});

	it('shows an insertion as a thin place, a head as its box, and the page as its type area', () => {
		const [caret] = boxesOf(made, { ...body, block: 0, position: 3, exact: '' });
		expect(caret).toMatchObject({ w: 1, h: 1 });
		const head = { ...body, place: 'headline' as const, block: null, position: 0, exact: '' };
		const { x, y, w, h } = block.head;
		expect(boxesOf(made, head)).toEqual([{ x, y, w, h }]);
		const page = { ...head, articleId: null, place: 'page' as const };
		expect(boxOf(made, page)).toEqual({ x: 0, y: 0, w: 142, h: 86 });
		expect(boxesOf(made, { ...head, articleId: 'gone' })).toEqual([]);
	});
});
