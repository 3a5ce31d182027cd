import { expect, test } from 'vitest';
import { createBlock, hatch, traceBlock } from './engraving';

/** A block of 21 by 21 points, 2 px apart, inked where `at` is above zero. */
function traced(at: (x: number, y: number) => number): string {
	const block = createBlock(40, 40, 2);
	for (let row = 0; row < block.rows; row++)
		for (let column = 0; column < block.columns; column++)
			block.ink[row * block.columns + column] = at(column * 2, row * 2);
	return traceBlock(block, 0.3);
}

const loops = (data: string): number => (data.match(/M/g) ?? []).length;
const disc = (cx: number, cy: number, r: number) => (x: number, y: number) => r - Math.hypot(x - cx, y - cy);

test('paper alone gives nothing', () => {
	expect(traced(() => -1)).toBe('');
});

test('a disc is one closed outline', () => {
	const data = traced(disc(20, 20, 12));
	expect(loops(data)).toBe(1);
	expect(data.endsWith('z')).toBe(true);
});

test('a ring is two, the hole against the sense of the rim', () => {
	const data = traced((x, y) => Math.min(disc(20, 20, 15)(x, y), -disc(20, 20, 7)(x, y)));
	expect(loops(data)).toBe(2);
	const [outer = 0, inner = 0] = data.split('M').slice(1).map(turnOf);
	expect(Math.sign(outer)).toBe(-Math.sign(inner));
});

test('two discs apart are two; a speck is dust', () => {
	expect(loops(traced((x, y) => Math.max(disc(10, 20, 7)(x, y), disc(30, 20, 7)(x, y))))).toBe(2);
	expect(traced(disc(20, 20, 1.4))).toBe('');
});

test('ink to the edge is closed at the edge', () => {
	expect(loops(traced(() => 1))).toBe(1);
});

test('a hatched line is as wide as its tone', () => {
	expect(hatch(3, 0.5)).toBe(0.5);
	expect(hatch(3.25, 0.5)).toBe(0);
	expect(hatch(3.5, 0.5)).toBeLessThan(0);
	expect(hatch(3.5, 1.1)).toBeGreaterThan(0);
});

/** Twice the signed area of a loop written as one place and the steps from it. */
function turnOf(loop: string): number {
	const numbers = (loop.match(/-?\d+/g) ?? []).map(Number);
	const [startX = 0, startY = 0] = numbers;
	let [x, y, twice] = [startX, startY, 0];
	for (let i = 2; i + 1 < numbers.length; i += 2) {
		const [nextX, nextY] = [x + (numbers[i] ?? 0), y + (numbers[i + 1] ?? 0)];
		twice += x * nextY - nextX * y;
		[x, y] = [nextX, nextY];
	}
	return twice + x * startY - startX * y;
}
