import type { StoryRow } from '@/lib/article/published';
import { webPageName } from '@/lib/edition/edition';
import { readingOrder } from '@/lib/edition/reading-order';
import type { Brief, Sheet } from '@/lib/makeup/sheet';
import { dateToIso, type IsoDate } from '@/lib/time';

/**
 * Where a story stands: where readers have it, where an edition to come will have it, or on no page. Then it would be
 * out today, on the web alone: page 0.
 */
export type Place = { date: IsoDate; no: number; name: string } & (
	| { kind: 'published'; pageId: string; credits: unknown }
	| { kind: 'planned'; pageId: string; editionId: string; credits: unknown }
	| { kind: 'none' }
);

interface Placed {
	publication: { withdrawnAt: Date | null; editionDate: Date; pageNo: number; pageName: string } | null;
	placements: readonly {
		page: {
			id: string;
			no: number;
			name: string;
			credits: unknown;
			edition: { id: string; date: Date; publishedAt: Date | null; retiredAt: Date | null };
		};
	}[];
}

/** Of several pages the one with which the site lists the story: of the next edition the first. */
export function placeOf({ publication, placements }: Placed, today: IsoDate): Place {
	const pages = placements
		.map(({ page }) => ({ ...page, date: dateToIso(page.edition.date) }))
		.sort((a, b) => (a.date === b.date ? a.no - b.no : a.date < b.date ? -1 : 1));
	const web = { kind: 'none' as const, no: 0, name: webPageName };
	if (publication?.withdrawnAt === null && publication.pageNo > 0) {
		const date = dateToIso(publication.editionDate);
		const page = pages.find((candidate) => candidate.date === date && candidate.no === publication.pageNo);
		if (!page) return { ...web, date };
		return { kind: 'published', date, no: page.no, name: page.name, pageId: page.id, credits: page.credits };
	}
	const page = pages.find(({ edition }) => edition.publishedAt === null && edition.retiredAt === null);
	if (!page) return { ...web, date: publication?.withdrawnAt === null ? dateToIso(publication.editionDate) : today };
	const { id: pageId, date, no, name, credits, edition } = page;
	return { kind: 'planned', date, no, name, credits, pageId, editionId: edition.id };
}

/** A story that will come out with an edition, as lists will show it. */
export type PlannedRow = StoryRow;

/** The stories of a made-up page as a reader will go through them. */
export function inReadingOrder(
	planned: readonly PlannedRow[],
	{ sheet, brief }: { sheet: Sheet; brief: Brief },
	pageNo: number,
): PlannedRow[] {
	const byId = new Map(planned.filter((row) => row.pageNo === pageNo).map((row) => [row.id, row]));
	return readingOrder(sheet, brief).flatMap((id) => byId.get(id) ?? []);
}

/** The published stories of a column with those that come out beside this one, latest first. */
export function ofColumnWith(
	published: readonly StoryRow[],
	planned: readonly PlannedRow[],
	columnId: string | null,
): StoryRow[] {
	const coming = planned.filter((row) => columnId !== null && row.columnId === columnId);
	const ids = new Set(coming.map((row) => row.id));
	return [...coming, ...published.filter((row) => !ids.has(row.id))].sort((a, b) =>
		a.date === b.date ? a.pageNo - b.pageNo || a.rank - b.rank : a.date < b.date ? 1 : -1,
	);
}
