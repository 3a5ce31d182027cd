import type { IsoDate } from '@/lib/time';

/** Whose stories: of a column 栏目, series 主题, tag 标签, or of who signs them 记者. */
export interface Archive {
	kind: 'column' | 'series' | 'tag' | 'reporter';
	id: string;
}

/** A month in which there are stories, `2026-11`. */
export interface MonthCount {
	month: string;
	stories: number;
}

/** A year, or a month of it from 1 to 12. */
export interface Period {
	year: number;
	month?: number;
}

/** Stories on one leaf. */
export const storiesPerPage = 30;

/**
 * Leaves of a whole archive have at most three figures in their address, since four are a year; what is beyond them stands
 * under its year and month.
 */
export const mostLeaves = 999;

export function storiesIn(months: readonly MonthCount[]): number {
	return months.reduce((sum, { stories }) => sum + stories, 0);
}

/** The years of these months with their stories, latest first where the months are. */
export function yearsOf(months: readonly MonthCount[]): { year: number; stories: number }[] {
	const years = new Map<number, number>();
	for (const { month, stories } of months) {
		const year = yearOf(month);
		years.set(year, (years.get(year) ?? 0) + stories);
	}
	return [...years].map(([year, stories]) => ({ year, stories }));
}

/** The months that lie in a period. */
export function monthsIn(months: readonly MonthCount[], { year, month }: Period): MonthCount[] {
	return months.filter((each) => yearOf(each.month) === year && (!month || monthOf(each.month) === month));
}

export const yearOf = (month: string): number => Number(month.slice(0, 4));
export const monthOf = (month: string): number => Number(month.slice(5, 7));

/** Where a leaf begins: so many stories after the first of a month, going back in time. */
export interface LeafStart {
	/** The first day that is too late for it. */
	before: IsoDate;
	skip: number;
}

/**
 * Finds the month in which leaf `page`, from 1, begins, so that no more than a month's stories are ever passed over to
 * reach it, however deep it lies; undefined behind the last. `months` are the latest first, without gaps of count.
 */
export function leafStart(months: readonly MonthCount[], page: number): LeafStart | undefined {
	let skip = (page - 1) * storiesPerPage;
	for (const { month, stories } of months) {
		if (skip < stories) return { before: firstOfNext(month), skip };
		skip -= stories;
	}
	return undefined;
}

/** The first day of a month, and that of the month after it. */
export const firstOf = (month: string): IsoDate => `${month}-01`;
export function firstOfNext(month: string): IsoDate {
	const [year, no] = [yearOf(month), monthOf(month)];
	return no === 12 ? `${year + 1}-01-01` : `${year}-${String(no + 1).padStart(2, '0')}-01`;
}

/** How many leaves so many stories fill, at least one. */
export function leavesOf(stories: number): number {
	return Math.max(1, Math.ceil(stories / storiesPerPage));
}

/** The year and the month that two segments of an address name; undefined for anything else, leading zeros included. */
export function parsePeriod(year: string, month?: string): Period | undefined {
	if (!/^[12]\d{3}$/.test(year)) return undefined;
	if (month === undefined) return { year: Number(year) };
	return /^([1-9]|1[0-2])$/.test(month) ? { year: Number(year), month: Number(month) } : undefined;
}
