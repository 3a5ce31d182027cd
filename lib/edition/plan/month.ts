import { addDays, type IsoDate, isoToDate } from '@/lib/time';

/** A month of the calendar, `2026-11`. */
export type IsoMonth = string;

/** Whether a text is a month that the calendar can show. */
export function isMonth(text: string): boolean {
	return /^(19|20|21)\d\d-\d\d$/.test(text) && isoToDate(`${text}-01`) !== undefined;
}

/** `by` months after (or before). */
export function addMonths(month: IsoMonth, by: number): IsoMonth {
	const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
	return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The weeks that a month touches, Monday first, seven days each; days of its neighbours among them. */
export function weeksOf(month: IsoMonth): IsoDate[][] {
	const first = `${month}-01`;
	const last = addDays(`${addMonths(month, 1)}-01`, -1);
	const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
	const weeks: IsoDate[][] = [];
	for (let monday = addDays(first, -weekday); monday <= last; monday = addDays(monday, 7)) {
		weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)));
	}
	return weeks;
}

/** How many days a key goes in a calendar of weeks; undefined for other keys. */
export function daysOfKey(key: string): number | undefined {
	return { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
}
