import { describe, expect, it } from 'vitest';
import { weeksOf } from './calendar';

describe('weeksOf', () => {
	it.each([
		['2026-11-22', 5, 30],
		['2026-02-01', 4, 28],
		['2028-02-29', 5, 29],
		['2026-08-31', 6, 31],
		['2026-12-31', 5, 31],
	])('the month of %s has %i weeks and %i days', (date, weeks, days) => {
		const month = weeksOf(date);
		expect(month).toHaveLength(weeks);
		const dates = month.flat().filter((day) => day !== undefined);
		expect(dates).toHaveLength(days);
		expect(dates[0]).toBe(`${date.slice(0, 7)}-01`);
		for (const week of month) expect(week).toHaveLength(7);
		for (const day of dates) {
			const column = month.find((week) => week.includes(day))?.indexOf(day);
			expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(column);
		}
	});
});
