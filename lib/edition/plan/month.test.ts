import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/time';
import { addMonths, daysOfKey, isMonth, weeksOf } from './month';

describe('addMonths', () => {
	it.each([
		['2026-11', 1, '2026-12'],
		['2026-12', 1, '2027-01'],
		['2026-01', -1, '2025-12'],
		['2026-05', -17, '2024-12'],
		['2026-05', 0, '2026-05'],
	])('%s and %i are %s', (month, by, sum) => {
		expect(addMonths(month, by)).toBe(sum);
	});
});

describe('weeksOf', () => {
	it('begins on Monday and ends on Sunday', () => {
		expect(weeksOf('2026-11').map((week) => [week[0], week[6]])).toEqual([
			['2026-10-26', '2026-11-01'],
			['2026-11-02', '2026-11-08'],
			['2026-11-09', '2026-11-15'],
			['2026-11-16', '2026-11-22'],
			['2026-11-23', '2026-11-29'],
			['2026-11-30', '2026-12-06'],
		]);
		// Four weeks to the day.
		expect(weeksOf('2027-02')).toHaveLength(4);
	});

	it('has every day of the month once, day after day', () => {
		const months = fc.record({ year: fc.integer({ min: 1950, max: 2150 }), month: fc.integer({ min: 1, max: 12 }) });
		fc.assert(
			fc.property(months, ({ year, month }) => {
				const iso = `${year}-${String(month).padStart(2, '0')}`;
				const days = weeksOf(iso).flat();
				expect(days.every((day, index) => index === 0 || day === addDays(days[index - 1] ?? '', 1))).toBe(true);
				const inside = days.filter((day) => day.startsWith(iso));
				expect(inside).toHaveLength(new Date(Date.UTC(year, month, 0)).getUTCDate());
				expect(days.length - inside.length).toBeLessThan(13);
				expect(new Date(days[0] ?? '').getUTCDay()).toBe(1);
			}),
		);
	});
});

it('knows months from other texts', () => {
	expect(['2026-11', '2026-13', '2026-1', '', '0026-11', '2026-11-01'].map(isMonth)).toEqual([
		...[true, false, false, false, false, false],
	]);
});

it('walks with the arrows', () => {
	expect(['ArrowLeft', 'ArrowDown', 'Tab'].map(daysOfKey)).toEqual([-1, 7, undefined]);
});
