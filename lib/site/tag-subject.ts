import type { IsoDate } from '@/lib/time';
import { siteTags } from './tags';

/** The tag of a month's calendar: an edition's tag that names no day. */
export const monthTag = (date: IsoDate): string => siteTags.edition(date.slice(0, 7));

/** With the months of the days among them: a new or retired day changes the calendar that its month's page views show. */
export function withMonths(tags: readonly string[]): string[] {
	return [...new Set([...tags, ...tags.flatMap((tag) => dayOfTag(tag) ?? []).map(monthTag)])];
}

/** The day that an edition's tag names. */
export function dayOfTag(tag: string): IsoDate | undefined {
	const day = tag.slice(siteTags.edition('').length);
	return tag === siteTags.edition(day) && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;
}

/** The article that an article's tag names. */
export const articleOfTag = (tag: string): string | undefined => subjectOf(tag, siteTags.article);

/** The reporter that a reporter's tag names. */
export const reporterOfTag = (tag: string): string | undefined => subjectOf(tag, siteTags.reporter);

function subjectOf(tag: string, toTag: (id: string) => string): string | undefined {
	const id = tag.slice(toTag('').length);
	return id !== '' && tag === toTag(id) ? id : undefined;
}
