import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyOf } from './fixture';
import { fillText, flowText, type MeasuredText, measureText } from './flow';
import { gridOf } from './grid';
import { normalize } from './normalize';
import type { BriefBlock, SheetLine } from './sheet';

const grid = gridOf('四开');
const subheads = ['先把账算清', '再把岸修好', '把人请回来'];

/** A story and columns that it may or may not fill; most often it has that many lines. */
const settings = fc
	.record({
		seed: fc.nat(10_000),
		length: fc.integer({ min: 60, max: 1200 }),
		subheads: fc.constantFrom(0, 0, 1, 3),
		measure: fc.constantFrom(22, 26, 40),
		columns: fc.integer({ min: 1, max: 6 }),
		more: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -1, max: 12 })),
		step: fc.integer({ min: 0, max: 8 }),
	})
	.map(({ seed, length, subheads: count, measure, columns, more, step }) => {
		const blocks = copyOf(length, seed, subheads.slice(0, count));
		const text = measureText(blocks, measure, grid);
		return { blocks, text, heights: heightsOf(text.min + more, columns, step) };
	});

/** Heights of that sum, the last columns `step` lower than the first: an L. */
function heightsOf(sum: number, columns: number, step: number): number[] {
	const height = Math.max(1, Math.floor(sum / columns));
	const heights = new Array<number>(columns).fill(height);
	heights[0] = Math.max(1, height + sum - height * columns);
	if (columns > 1 && height > step + 4) {
		heights[0] += step;
		heights[columns - 1]! -= step;
	}
	return heights;
}

const isWhite = (line: SheetLine) => line.from === line.to;

function expectWhole(blocks: BriefBlock[], columns: SheetLine[][]): void {
	const lines = columns.flat().filter((line) => !isWhite(line));
	const read = blocks.map((block, i) => {
		const text = normalize(block.text);
		const own = lines.filter((line) => line.block === i);
		return own.map((line) => text.slice(line.from, line.to)).join('');
	});
	expect(read).toEqual(blocks.map((block) => normalize(block.text)));
	expect(lines.map((line) => line.block)).toEqual(lines.map((line) => line.block).sort((a, b) => a - b));
}

/** 孤行, 背题, and a line of white where none belongs. */
function expectNoTaboo(blocks: BriefBlock[], columns: SheetLine[][]): void {
	const used = columns.filter((column) => column.length > 0);
	for (const [c, column] of used.entries()) {
		const [first] = column;
		const length = normalize(blocks[first!.block]!.text).length;
		expect(first!.from > 0 && first!.to === length && c > 0).toBe(false);
		expect(isWhite(first!)).toBe(false);
		if (c === used.length - 1) continue;
		const foot = column.slice(-2).filter((line) => isWhite(line) || blocks[line.block]!.type === 'subhead');
		expect(foot).toEqual([]);
	}
}

describe('fillText', () => {
	it('fills every column to the line, every character in order, without 孤行 and 背题', () => {
		let filled = 0;
		fc.assert(
			fc.property(settings, ({ blocks, text, heights }) => {
				const columns = fillText(text, heights)?.columns();
				if (!columns) return;
				filled++;
				expect(columns.map((column) => column.length)).toEqual(heights);
				expectWhole(blocks, columns);
				expectNoTaboo(blocks, columns);
			}),
			{ numRuns: 200, seed: 1 },
		);
		expect(filled).toBeGreaterThan(40);
	});

	it('finds what trying everything finds, at the same cost', () => {
		fc.assert(
			fc.property(settings, ({ text, heights }) => {
				const cheapest = cheapestByTrying(text, heights);
				expect(fillText(text, heights)?.cost ?? Number.POSITIVE_INFINITY).toBeCloseTo(cheapest, 9);
			}),
			{ numRuns: 80, seed: 2 },
		);
	});
});

describe('flowText', () => {
	it('keeps the rules where columns cannot be filled, and counts every line left empty', () => {
		let loose = 0;
		fc.assert(
			fc.property(settings, ({ blocks, text, heights }) => {
				const flow = flowText(text, heights);
				if (!flow) return;
				const columns = flow.columns();
				expectWhole(blocks, columns);
				expectNoTaboo(blocks, columns);
				const empty = columns.map((column, c) => heights[c]! - column.length);
				expect(Math.min(...empty)).toBeGreaterThanOrEqual(0);
				expect(flow.slack).toBe(empty.reduce((sum, lines) => sum + lines, 0));
				expect(flow.slack === 0).toBe(fillText(text, heights) !== undefined);
				if (flow.slack > 0) loose++;
			}),
			{ numRuns: 120, seed: 3 },
		);
		expect(loose).toBeGreaterThan(20);
	});

	it('always finds room in a last column without end', () => {
		fc.assert(
			fc.property(settings, ({ blocks, text, heights }) => {
				expectWhole(blocks, flowText(text, [...heights, 2 * text.max])!.columns());
			}),
			{ numRuns: 40, seed: 4 },
		);
	});

	it('takes the line before a last line along to the next column, one line left empty', () => {
		const blocks: BriefBlock[] = [{ type: 'p', text: '今天上午，跨湖大桥合龙，比计划早二十天，岸上都是人。' }];
		const text = measureText(blocks, 16, grid);
		expect(text).toMatchObject({ min: 4, max: 4 });
		const flow = flowText(text, [3, 4])!;
		expect(flow.columns().map((column) => column.length)).toEqual([2, 2]);
		expect(flow.slack).toBe(3);
		expect(flowText(text, [3, 1])).toBeUndefined();
	});

	it('puts white above a subhead, but not at the top of a column', () => {
		const blocks = copyOf(300, 9, ['先把账算清']);
		const lines = flowText(measureText(blocks, 22, grid), [80])!.columns()[0]!;
		const at = lines.findIndex((line) => blocks[line.block]!.type === 'subhead');
		expect(lines[at]).toMatchObject({ from: 0, to: 0 });
		expect(lines[at + 1]!.to).toBe(5);
		const first = flowText(measureText(blocks.slice(lines[at]!.block), 22, grid), [80])!.columns()[0]!;
		expect(first[0]!.to).toBe(5);
	});

	it('flows no text into nothing, or into columns that stay empty', () => {
		const text = measureText([], 22, grid);
		expect(flowText(text, [])?.columns()).toEqual([]);
		expect(flowText(text, [3, 2])).toMatchObject({ slack: 5 });
		expect(flowText(text, [3, 2])!.columns()).toEqual([[], []]);
	});

	it('says when the text is too long', () => {
		expect(flowText(measureText(copyOf(300, 9), 22, grid), [10, 10])).toBeUndefined();
	});
});

/** The cost of the cheapest exact filling, by following every choice of line counts to its end. */
function cheapestByTrying(text: MeasuredText, heights: number[]): number {
	const feet = heights.map((_, c) => heights.slice(0, c + 1).reduce((sum, height) => sum + height, 0));
	const capacity = feet.at(-1)!;
	const isTop = (slot: number) => slot === 0 || feet.includes(slot);
	const known = new Map<string, number>();
	const rest = (i: number, slot: number): number => {
		if (i === text.blocks.length) return slot === capacity ? 0 : Number.POSITIVE_INFINITY;
		const key = `${i} ${slot}`;
		const cost = known.get(key) ?? Math.min(...text.blocks[i]!.breaks.options.map((option) => choose(i, slot, option)));
		known.set(key, cost);
		return cost;
	};
	const choose = (i: number, slot: number, option: { lines: number; cost: number }): number => {
		const isSubhead = text.blocks[i]!.type === 'subhead';
		const end = slot + option.lines + (isSubhead && !isTop(slot) ? 1 : 0);
		if (end > capacity) return Number.POSITIVE_INFINITY;
		if (isSubhead) {
			const foot = feet.find((f) => f > slot)!;
			return end + 2 > foot ? Number.POSITIVE_INFINITY : rest(i + 1, end);
		}
		if (option.lines > 1 && isTop(end - 1)) return Number.POSITIVE_INFINITY;
		return option.cost * 0.012 + (option.lines > 1 && isTop(slot + 1) ? 0.4 : 0) + rest(i + 1, end);
	};
	return rest(0, 0);
}
