import { describe, expect, it } from 'vitest';
import { dayAndTime } from '@/lib/time';
import { isDeadlineNear, shiftDeadline, untilPrint, usualDeadline } from './deadline';

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);

describe('shiftDeadline', () => {
	it.each([
		['2026-11-21 22:00', '2026-11-22', '2026-11-23', '2026-11-22 22:00'],
		['2026-11-22 00:30', '2026-11-22', '2026-12-01', '2026-12-01 00:30'],
		['2026-02-27 23:59', '2026-02-28', '2026-03-01', '2026-02-28 23:59'],
		['2026-12-30 21:00', '2026-12-31', '2026-01-02', '2026-01-01 21:00'],
	])('%s of %s is, for %s, %s', (deadline, from, to, shifted) => {
		expect(dayAndTime(shiftDeadline(at(deadline), from, to))).toBe(shifted);
	});
});

it('is usually ten in the evening before', () => {
	expect(dayAndTime(usualDeadline('2026-03-01'))).toBe('2026-02-28 22:00');
});

describe('isDeadlineNear', () => {
	it.each([
		['2026-11-21 22:00', true],
		['2026-11-22 23:59', true],
		['2026-11-08 00:00', true],
		['2026-11-07 23:59', false],
		['2026-11-23 00:00', false],
		['2062-11-21 22:00', false],
	])('%s for 2026-11-22: %s', (deadline, near) => {
		expect(isDeadlineNear(at(deadline), '2026-11-22')).toBe(near);
	});
});

describe('untilPrint', () => {
	const now = at('2026-11-21 21:20');
	it.each([
		['2026-11-21 22:00', '还有 40 分钟', 'ahead'],
		['2026-11-21 21:50', '还有 30 分钟', 'soon'],
		['2026-11-21 21:21', '还有 1 分钟', 'soon'],
		['2026-11-21 21:20', '到点', 'late'],
		['2026-11-21 21:15', '已过 5 分钟', 'late'],
		['2026-11-22 00:40', '还有 3 小时 20 分', 'ahead'],
		['2026-11-22 00:20', '还有 3 小时', 'ahead'],
		['2026-11-24 22:00', '还有 3 天', 'ahead'],
	])('%s: %s', (deadline, words, nearness) => {
		expect(untilPrint(at(deadline), now)).toEqual({ words, nearness });
	});

	it('counts a minute that has begun', () => {
		expect(untilPrint(new Date(now.getTime() + 30_000), now).words).toBe('还有 1 分钟');
		expect(untilPrint(new Date(now.getTime() - 59_000), now).words).toBe('到点');
	});
});
