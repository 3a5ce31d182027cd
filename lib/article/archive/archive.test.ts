import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	leafStart,
	leavesOf,
	type MonthCount,
	monthsIn,
	parsePeriod,
	storiesIn,
	storiesPerPage,
	yearsOf,
} from './archive';
import { leafPath, leafTitle } from './leaf';
import { officeKind } from './office';

const months: MonthCount[] = [
	{ month: '2026-11', stories: 10 },
	{ month: '2026-01', stories: 25 },
	{ month: '2024-12', stories: 40 },
];

describe('an archive', () => {
	it('has years, and months of a year', () => {
		expect(storiesIn(months)).toBe(75);
		expect(yearsOf(months)).toEqual([
			{ year: 2026, stories: 35 },
			{ year: 2024, stories: 40 },
		]);
		expect(monthsIn(months, { year: 2026 })).toEqual(months.slice(0, 2));
		expect(monthsIn(months, { year: 2024, month: 12 })).toEqual(months.slice(2));
		expect(monthsIn(months, { year: 2025 })).toEqual([]);
	});

	it.each([
		[1, { before: '2026-12-01', skip: 0 }],
		[2, { before: '2026-02-01', skip: 20 }],
		[3, { before: '2025-01-01', skip: 25 }],
		[4, undefined],
	])('leaf %i begins in its month', (page, start) => {
		expect(leafStart(months, page)).toEqual(start);
	});

	it('never passes over more than a month to reach a leaf, and its leaves begin one after the other', () => {
		const counts = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 1, max: 90 })), {
			selector: ([at]) => at,
			minLength: 1,
			maxLength: 60,
		});
		fc.assert(
			fc.property(counts, (given) => {
				const listed = given
					.sort(([a], [b]) => b - a)
					.map(([at, stories]) => ({
						month: `${1990 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
						stories,
					}));
				// Every story as its month and its place in it: what a query by the start of a leaf gives.
				const all = listed.flatMap(({ month, stories }) => Array.from({ length: stories }, () => month));
				for (let page = 1; page <= leavesOf(all.length); page++) {
					const start = leafStart(listed, page);
					if (!start) throw new Error(`Leaf ${page} begins nowhere`);
					const passed = all.filter((month) => `${month}-31` >= start.before).length;
					expect(passed + start.skip).toBe((page - 1) * storiesPerPage);
					expect(start.skip).toBeLessThan(90);
				}
				expect(leafStart(listed, leavesOf(all.length) + 1)).toBeUndefined();
			}),
			{ numRuns: 60 },
		);
	});

	it.each([
		[['2026'], { year: 2026 }],
		[['999'], undefined],
		[['0999'], undefined],
		[['2026', '1'], { year: 2026, month: 1 }],
		[['2026', '12'], { year: 2026, month: 12 }],
		[['2026', '13'], undefined],
		[['2026', '01'], undefined],
		[['2026', '0'], undefined],
		[['2026-11-22', '1'], undefined],
	])('reads the period of an address: %j', ([year = '', month], period) => {
		expect(parsePeriod(year, month)).toEqual(period);
	});

	it.each([
		[{ page: 1 }, '/tag/a', '问答'],
		[{ page: 3 }, '/tag/a/3', '问答（第 3 页）'],
		[{ page: 1, period: { year: 2026 } }, '/tag/a/2026', '问答（2026年）'],
		[{ page: 2, period: { year: 2026, month: 3 } }, '/tag/a/2026/3/2', '问答（2026年3月，第 2 页）'],
	])('has an address and a title for each leaf: %j', (asked, path, title) => {
		expect(leafPath('/tag/a', asked)).toBe(path);
		expect(leafTitle('问答', asked)).toBe(title);
	});
});

describe('officeKind', () => {
	it.each([
		['青禾镇党委书记', 'town'],
		['北桥街道办事处主任', 'town'],
		['澄湖高新区管委会主任', 'park'],
		['澄湖科技产业园总经理', 'park'],
		['区水利局局长', 'department'],
		['区园林局局长', 'department'],
		['澄湖水务集团董事长', 'company'],
		['', 'other'],
		['诗人', 'other'],
	])('%s: %s', (office, kind) => {
		expect(officeKind(office)).toBe(kind);
	});
});
