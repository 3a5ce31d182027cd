import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf, spanUnits } from './grid';
import { columnStart, columnsWidth, textColumnsOf } from './text-columns';

const broadsheet = gridOf('对开');
const tabloid = gridOf('四开');

/** Number of columns, their measure and the gap in ems. */
const emsOf = (inner: number, grid = broadsheet) =>
	textColumnsOf(inner, grid).map(({ count, width, gap }) => [count, width / 2, gap / 2]);

describe('textColumnsOf', () => {
	it('divides a span as the textbook does', () => {
		// 三破二: (41 − 1) / 2 = 20; 五破三: (69 − 2) / 3 = 22, rest 1, half an em more in each of the two gaps.
		expect(emsOf(spanUnits(broadsheet, 3))).toEqual([
			[1, 41, 1],
			[2, 20, 1],
			[3, 13, 1],
		]);
		expect(emsOf(spanUnits(broadsheet, 5))).toContainEqual([3, 22, 1.5]);
		expect(emsOf(spanUnits(broadsheet, 8))).toContainEqual([7, 15, 1]);
		// 四破三 leaves two ems for two gaps: too wide.
		expect(emsOf(spanUnits(broadsheet, 4)).map(([count]) => count)).toEqual([1, 2, 4]);
		expect(emsOf(spanUnits(tabloid, 3), tabloid)).toContainEqual([2, 17, 1]);
	});

	it('divides what a frame leaves of a span', () => {
		expect(emsOf(spanUnits(broadsheet, 3) - 4)).toContainEqual([3, 12, 1.5]);
		expect(emsOf(spanUnits(tabloid, 1) - 4, tabloid)).toEqual([[1, 9, 1]]);
	});

	it('takes half ems where no whole ems come out', () => {
		expect(emsOf(49)).toContainEqual([1, 24.5, 1]);
	});

	it('fills the width exactly, in columns no narrower than nine ems', () => {
		fc.assert(
			fc.property(fc.integer({ min: 18, max: 222 }), (inner) => {
				const sets = textColumnsOf(inner, broadsheet);
				expect(sets.length).toBeGreaterThan(0);
				for (const set of sets) {
					expect(columnsWidth(set, set.count)).toBe(inner);
					expect(columnStart(set, set.count - 1) + set.width).toBe(inner);
					expect(set.width).toBeGreaterThanOrEqual(18);
				}
			}),
			{ numRuns: 100, seed: 3 },
		);
	});
});
