import { describe, expect, it } from 'vitest';
import { gridOf } from '@/lib/makeup/grid';
import type { Sheet, SheetBlock } from '@/lib/makeup/sheet';
import { boxOf, rulesOf } from './geometry';

/** A story in columns `from` to `to`, its head at `y`, its text down to `foot`. */
function block(story: string, from: number, to: number, y: number, foot: number, box = false): SheetBlock {
	const x = from * 24;
	const w = (to - from) * 24 + 22;
	const line = { block: 0, from: 0, to: 1, half: [], indent: 0, fit: 'last' as const, stretchEm: 0 };
	return {
		...{ story, order: 0, priority: 3, relation: 'top', box, figures: [] },
		head: { x, y, w, h: 4, parts: [] },
		frames: [{ x, y: y + 4, wEm: w / 2, h: foot - y - 4, lines: [line] }],
	};
}

function sheetOf(...blocks: SheetBlock[]): Sheet {
	return {
		...{ version: 1, grid: gridOf('四开'), blocks, taboos: [], score: {}, advice: [] },
		free: { holes: 0, overset: [] },
		stats: { msFirst: 0, msBest: 0, nodes: 0, seed: 0 },
	};
}

//  ┌ a ────┬ b ─┐
//  │       ├ c ─┤    a over d; b over c over d
//  ├ d ────┴────┤
const a = block('a', 0, 3, 0, 38);
const b = block('b', 4, 5, 0, 20);
const c = block('c', 4, 5, 21, 40);
const d = block('d', 0, 5, 41, 86);
const sheet = sheetOf(a, b, c, d);

describe('boxOf', () => {
	it('reaches down to what comes next, the white under a story is its own', () => {
		expect(boxOf(a, sheet, [])).toEqual({ x: 0, y: 0, w: 94, h: 40 });
		expect(boxOf(d, sheet, [])).toEqual({ x: 0, y: 41, w: 142, h: 45 });
		expect(boxOf(a, sheetOf(a), [{ kind: 'ad', x: 0, y: 60, w: 142, h: 26 }]).h).toBe(59);
	});

	it('holds the frame of a boxed story', () => {
		const boxed = block('e', 0, 3, 1, 30, true);
		expect(boxOf(boxed, sheetOf(boxed), [])).toEqual({ x: -2, y: 0, w: 98, h: 31 });
	});
});

describe('rulesOf', () => {
	it('rules off a story from what is above and at the left', () => {
		expect(rulesOf(a, sheet, [])).toMatchObject({ top: false, left: false });
		expect(rulesOf(b, sheet, [])).toMatchObject({ top: false, left: true });
		expect(rulesOf(c, sheet, [])).toMatchObject({ top: true, left: true, leftGap: true, rightGap: false });
		expect(rulesOf(d, sheet, [])).toMatchObject({ top: true, left: false, bottomGap: false });
	});

	it('draws none beside a boxed story: its frame is enough', () => {
		const boxed = block('a', 0, 3, 1, 39, true);
		expect(rulesOf(b, sheetOf(boxed, b), [])).toMatchObject({ left: false });
	});
});
