import { describe, expect, it } from 'vitest';
import {
	addDays,
	age,
	chineseDate,
	dayAndTime,
	dayOf,
	isoToDate,
	lunarDate,
	pageLabel,
	startOfDay,
	untilDue,
	weekday,
} from './time';

describe('days of the paper', () => {
	it('begin at midnight in the newsroom, not in Greenwich', () => {
		expect(dayOf(new Date('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
		expect(dayOf(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
		expect(dayAndTime(new Date('2026-11-21T16:05:00Z'))).toBe('2026-11-22 00:05');
		expect(startOfDay('2026-11-22')).toEqual(new Date('2026-11-21T16:00:00Z'));
	});

	it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'today', '2026-11-22T00:00'])('%j is no day', (text) => {
		expect(isoToDate(text)).toBeUndefined();
	});

	it('are counted over month and leap year', () => {
		expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
		expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
	});

	it('print as a Chinese newspaper prints them', () => {
		expect(chineseDate('2026-11-02')).toBe('2026年11月2日');
		expect(weekday('2026-11-22')).toBe('星期日');
		expect(lunarDate('2026-02-17')).toBe('农历丙午年正月初一');
		expect(lunarDate('2026-11-22')).toBe('农历丙午年十月十四');
		expect(pageLabel(1)).toBe('第01版');
	});
});

describe('age', () => {
	const now = new Date('2026-11-22T06:03:00Z');

	it.each([
		['a moment', '2026-11-22T06:02:30Z', '刚刚'],
		['a clock that runs ahead', '2026-11-22T06:04:00Z', '刚刚'],
		['minutes', '2026-11-22T06:00:00Z', '3 分钟前'],
		['hours of this day', '2026-11-22T01:03:00Z', '5 小时前'],
		['minutes over midnight', '2026-11-21T15:59:00Z', '昨天 23:59'],
		['days', '2026-11-19T06:03:00Z', '3 天前'],
		['a week', '2026-11-15T06:03:00Z', '11月15日'],
		['another year', '2025-11-15T06:03:00Z', '2025年11月15日'],
	])('says %s', (_name, then, words) => {
		expect(age(new Date(then), now)).toBe(words);
	});
});

describe('untilDue', () => {
	const now = new Date('2026-11-22T06:03:00Z');

	it.each([
		['minutes', '2026-11-22T06:43:00Z', '还有 40 分钟'],
		['hours', '2026-11-22T09:10:00Z', '还有 3 小时'],
		['now', '2026-11-22T06:03:10Z', '还有 0 分钟'],
		['a moment late', '2026-11-22T05:53:00Z', '超时 10 分钟'],
		['days late', '2026-11-19T05:53:00Z', '超时 3 天'],
		['this evening', '2026-11-22T18:30:00Z', '明天 02:30 截稿'],
		['another day', '2026-11-25T10:00:00Z', '11月25日 18:00 截稿'],
	])('says %s', (_name, due, words) => {
		expect(untilDue(new Date(due), now)).toBe(words);
	});
});
