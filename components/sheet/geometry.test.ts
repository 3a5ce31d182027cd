import { describe, expect, it } from 'vitest';
import { columnX, gridOf, spanUnits } from '@/lib/makeup/grid';
import type { Sheet, SheetBlock } from '@/lib/makeup/sheet';
import { extentOf, outlineOf, rulesOf } from './geometry';

const grid = gridOf('四开');

/** A story over so many columns, its head at `y`, its text down to each foot: one a column, or one for all. */
function block(story: string, col: number, cols: number, y: number, feet: number[], more: Partial<SheetBlock> = {}) {
	const x = columnX(grid, col);
	const line = { block: 0, from: 0, to: 1, half: [], indent: 0, fit: 'last' as const, stretchEm: 0 };
	const columns = Array.from({ length: cols }, (_, i) => feet[i] ?? feet[0]!);
	return {
		...{ story, order: 0, priority: 3, relation: 'top', box: false, figures: [] },
		head: { x, y, w: spanUnits(grid, cols), h: 4, parts: [] },
		frames: columns.map((foot, i) => ({ x: x + 24 * i, y: y + 4, wEm: 11, h: foot - y - 4, lines: [line] })),
		...more,
	} as SheetBlock;
}

function sheetOf(...blocks: SheetBlock[]): Sheet {
	return {
		...{ version: 1, grid, blocks, taboos: [], score: {}, advice: [] },
		free: { holes: 0, overset: [] },
		stats: { msFirst: 0, msBest: 0, nodes: 0, seed: 0 },
	};
}

//  ┌ a ────┬ b ─┐
//  │       ├ c ─┤    a over d; b over c over d
//  ├ d ────┴────┤
const a = block('a', 0, 4, 0, [38]);
const b = block('b', 4, 2, 0, [20]);
const c = block('c', 4, 2, 21, [40]);
const d = block('d', 0, 6, 41, [86]);
const sheet = sheetOf(a, b, c, d);

//  ┌ e ─────────┐
//  ├ f ──┐      │    e reaches down beside f; f's foot steps up over g
//  │     ├ g ───┤
const e = block('e', 0, 6, 0, [30, 30, 30, 50, 50, 50]);
const f = block('f', 0, 3, 31, [86]);
const g = block('g', 3, 3, 51, [86]);
const stepped = sheetOf(e, f, g);

describe('outlineOf', () => {
	it('reaches down to what comes next, the white under a story is its own', () => {
		expect(outlineOf(a, sheet, [])).toEqual({ box: { x: 0, y: 0, w: 94, h: 40 }, feet: [{ end: 94, bottom: 40 }] });
		expect(outlineOf(d, sheet, []).box).toEqual({ x: 0, y: 41, w: 142, h: 45 });
		expect(outlineOf(a, sheetOf(a), [{ kind: 'ad', x: 0, y: 60, w: 142, h: 26 }]).box.h).toBe(59);
	});

	it('follows the step of an L, in the middle of the gap', () => {
		expect(outlineOf(e, stepped, [])).toEqual({
			box: { x: 0, y: 0, w: 142, h: 50 },
			feet: [
				{ end: 71, bottom: 30 },
				{ end: 142, bottom: 50 },
			],
		});
	});

	it('holds a picture above the head, and a head beside the text', () => {
		const figure = { id: 'p', x: 0, y: 0, wEm: 35, h: 12, crop: [0, 0, 1, 1] as [number, number, number, number] };
		const topped = { ...block('a', 0, 3, 12, [38]), figures: [figure] };
		expect(extentOf(topped)).toEqual({ x: 0, y: 0, w: 70, h: 38 });
		const beside = { ...block('a', 1, 2, 0, [38]), head: { x: 0, y: 0, w: 22, h: 38, parts: [] } };
		expect(extentOf(beside)).toEqual({ x: 0, y: 0, w: 70, h: 38 });
	});

	it('holds the frame of a boxed story', () => {
		const boxed = block('e', 0, 1, 1, [30], { box: true });
		expect(outlineOf(boxed, sheetOf(boxed), []).box).toEqual({ x: -2, y: 0, w: 26, h: 31 });
	});
});

describe('rulesOf', () => {
	it('rules off a story from what is above and at the left, to where rules meet', () => {
		expect(rulesOf(sheet, [])).toEqual([
			{ direction: 'across', x: 95, y: 20.5, length: 47 },
			{ direction: 'across', x: 0, y: 40.5, length: 142 },
			{ direction: 'down', x: 95, y: 0, length: 40.5 },
		]);
	});

	it('follows the step of an L and draws nothing through it', () => {
		expect(rulesOf(stepped, [])).toEqual([
			{ direction: 'across', x: 0, y: 30.5, length: 71 },
			{ direction: 'across', x: 71, y: 50.5, length: 71 },
			{ direction: 'down', x: 71, y: 30.5, length: 55.5 },
		]);
	});

	it('draws none beside a boxed story or an anchor: their frame is enough', () => {
		const boxed = block('a', 0, 4, 1, [39], { box: true });
		expect(rulesOf(sheetOf(boxed, b, d), [])).toEqual([{ direction: 'across', x: 96, y: 40.5, length: 46 }]);
		const ad = { kind: 'ad' as const, x: 0, y: 0, w: 94, h: 40 };
		expect(rulesOf(sheetOf(b, c), [ad])).toEqual([{ direction: 'across', x: 96, y: 20.5, length: 46 }]);
	});
});
