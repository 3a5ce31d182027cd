import { describe, expect, it } from 'vitest';
import { figureSetsOf } from './figure-set';
import { gridOf } from './grid';
import type { BriefFigure } from './sheet';

const grid = gridOf('四开');
const columns = { count: 6, width: 22, gap: 2 };
const pictures = (count: number): BriefFigure[] =>
	Array.from({ length: count }, (_, i) => ({ id: `f${i}`, width: 1200, height: 800, caption: '湖畔' }));
const setsOf = (count: number) => figureSetsOf({ figures: pictures(count), priority: 1, columns, grid });

describe('figureSetsOf', () => {
	it('gives one picture every height in lines that a crop of 15 % allows', () => {
		// Over three columns, 35 em: 18.7 lines and one of caption.
		const heights = setsOf(1)
			.filter((set) => set.cols === 3)
			.map((set) => set.lines);
		expect(heights.toSorted((a, b) => a - b)).toEqual([17, 18, 19, 20, 21, 22]);
		expect(heights[0]).toBe(20);
	});

	it('asks more for a crop of more than 8 %', () => {
		const costs = new Map(
			setsOf(1)
				.filter((set) => set.cols === 3)
				.map((set) => [set.lines, set.cost]),
		);
		expect(costs.get(19)! - costs.get(20)!).toBeLessThan(0.1);
		expect(costs.get(17)! - costs.get(20)!).toBeGreaterThan(1);
	});

	it('stands three side by side, one under the other, or two over one', () => {
		const widths = (set: ReturnType<typeof setsOf>[number]) => set.items.map((item) => item.wEm).join();
		expect(
			new Set(
				setsOf(3)
					.filter((set) => set.cols === 6)
					.map(widths),
			),
		).toEqual(new Set(['23,23,23']));
		expect(
			new Set(
				setsOf(3)
					.filter((set) => set.cols === 2)
					.map(widths),
			),
		).toEqual(new Set(['23,23,23', '11,11,23']));
	});

	it('finds a place for many', () => {
		for (let count = 1; count <= 9; count++) expect(setsOf(count).length, `${count}`).toBeGreaterThan(0);
	});

	it('keeps the pictures apart and inside the rectangle', () => {
		for (const { cols, lines, items } of [2, 3, 5, 7].flatMap(setsOf)) {
			for (const [i, a] of items.entries()) {
				expect(a.x + 2 * a.wEm).toBeLessThanOrEqual(cols * 24 - 2);
				expect(a.y + a.h).toBeLessThanOrEqual(lines);
				for (const b of items.slice(i + 1)) {
					expect(b.y > a.y + a.h || b.x >= a.x + 2 * a.wEm + 2 || a.x >= b.x + 2 * b.wEm + 2).toBe(true);
				}
			}
		}
	});

	it('has none that is flatter than five lines or higher than fifty', () => {
		const strip = [{ id: 'f', width: 3000, height: 200 }];
		expect(figureSetsOf({ figures: strip, priority: 1, columns, grid })).toEqual([]);
	});
});
