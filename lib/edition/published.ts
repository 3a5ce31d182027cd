import { publishedDb } from '@/lib/db';
import type { Brief, Sheet } from '@/lib/makeup/sheet';
import { dateToIso, type IsoDate, isoToDate } from '@/lib/time';
import { Footer } from './paper/footer';
import { type House, Imprint } from './paper/imprint';
import { PageCredits } from './schema';
import { pageHash } from './version';

export interface PublishedPaper extends House {
	id: string;
	slogan: string;
	footer: Footer;
}

/** The paper that this site delivers: the first that was founded. */
export async function getPaper(): Promise<PublishedPaper | undefined> {
	const row = await publishedDb.paper.findFirst({
		orderBy: { createdAt: 'asc' },
		select: { id: true, name: true, slogan: true, cnNumber: true, sponsor: true, imprint: true, footer: true },
	});
	return row ? { ...row, imprint: Imprint.parse(row.imprint), footer: Footer.parse(row.footer ?? {}) } : undefined;
}

/** One page of an edition, without its makeup. */
export interface PublishedPageRow {
	no: number;
	name: string;
}

export interface PublishedEdition {
	id: string;
	date: IsoDate;
	issueNo: number;
	publishedAt: Date;
	pages: PublishedPageRow[];
}

const editionSelect = { id: true, date: true, issueNo: true, publishedAt: true } as const;

/** The edition of a day, or the latest where no day is given. */
export async function findEdition(paperId: string, date?: IsoDate): Promise<PublishedEdition | undefined> {
	const day = date === undefined ? undefined : isoToDate(date);
	if (date !== undefined && !day) return undefined;
	const row = await publishedDb.publishedEdition.findFirst({
		where: { paperId, date: day },
		orderBy: { date: 'desc' },
		select: editionSelect,
	});
	if (!row) return undefined;
	const pages = await publishedDb.publishedPage.findMany({
		where: { editionId: row.id },
		orderBy: { no: 'asc' },
		select: { no: true, name: true },
	});
	return { ...row, date: dateToIso(row.date), pages };
}

export async function findLatestDate(paperId: string): Promise<IsoDate | undefined> {
	const row = await publishedDb.publishedEdition.findFirst({
		where: { paperId },
		orderBy: { date: 'desc' },
		select: { date: true },
	});
	return row ? dateToIso(row.date) : undefined;
}

/** A page as it was made up. */
export interface PublishedPage extends PublishedPageRow {
	id: string;
	/** Which content it is (`pageHash`). */
	hash: string;
	date: IsoDate;
	credits: PageCredits;
	/** 1 as published first; more after corrections. */
	version: number;
	updatedAt: Date;
	brief: Brief;
	sheet: Sheet;
}

/** The pages of a day with their makeup, in order, or one of them; empty where there was no paper. */
export async function listPages(paperId: string, date: IsoDate, no?: number): Promise<PublishedPage[]> {
	const day = isoToDate(date);
	if (!day) return [];
	const rows = await publishedDb.publishedPage.findMany({
		where: { paperId, date: day, no },
		orderBy: { no: 'asc' },
		select: {
			id: true,
			hash: true,
			date: true,
			no: true,
			name: true,
			credits: true,
			number: true,
			updatedAt: true,
			brief: true,
			sheet: true,
		},
	});
	return rows.map(({ number, hash, ...row }) => {
		// Written by the makeup engine alone, whose contract these are.
		const made = { brief: row.brief as unknown as Brief, sheet: row.sheet as unknown as Sheet };
		return {
			...row,
			...made,
			date: dateToIso(row.date),
			version: number,
			// Versions of earlier programs have none written down.
			hash: hash || pageHash(made),
			credits: PageCredits.parse(row.credits),
		};
	});
}

/** Where a day stands among the published ones. */
export interface DayNeighbours {
	before?: IsoDate;
	after?: IsoDate;
	/** Published days of the same month. */
	month: IsoDate[];
	/** The nearest published days outside the month. */
	beforeMonth?: IsoDate;
	afterMonth?: IsoDate;
}

/** The published days around a day, in one round trip; the day itself need not be one of them. */
export async function listDaysAround(paperId: string, date: IsoDate): Promise<DayNeighbours> {
	const day = isoToDate(date) ?? new Date(0);
	const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1));
	const next = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1));
	const [before, after, beforeMonth, afterMonth, month] = await Promise.all([
		nearestDay(paperId, { lt: day }, 'desc'),
		nearestDay(paperId, { gt: day }, 'asc'),
		nearestDay(paperId, { lt: first }, 'desc'),
		nearestDay(paperId, { gte: next }, 'asc'),
		publishedDb.publishedEdition.findMany({
			where: { paperId, date: { gte: first, lt: next } },
			orderBy: { date: 'asc' },
			select: { date: true },
		}),
	]);
	return { before, after, beforeMonth, afterMonth, month: month.map((row) => dateToIso(row.date)) };
}

async function nearestDay(
	paperId: string,
	date: { lt?: Date; gt?: Date; gte?: Date },
	order: 'asc' | 'desc',
): Promise<IsoDate | undefined> {
	const row = await publishedDb.publishedEdition.findFirst({
		where: { paperId, date },
		orderBy: { date: order },
		select: { date: true },
	});
	return row ? dateToIso(row.date) : undefined;
}

/** The latest editions, for the feed of papers. */
export async function listLatestEditions(paperId: string, limit: number): Promise<PublishedEdition[]> {
	const rows = await publishedDb.publishedEdition.findMany({
		where: { paperId },
		orderBy: { date: 'desc' },
		take: limit,
		select: editionSelect,
	});
	return withPages(paperId, rows);
}

/** The editions of days from the first on, before the last, in order. */
export async function listEditionsOf(paperId: string, from: IsoDate, before: IsoDate): Promise<PublishedEdition[]> {
	const rows = await publishedDb.publishedEdition.findMany({
		where: { paperId, date: { gte: isoToDate(from), lt: isoToDate(before) } },
		orderBy: { date: 'asc' },
		select: editionSelect,
	});
	return withPages(paperId, rows);
}

/** The years in which there were editions, latest first; each is looked for behind the one before, and no day in between is read. */
export async function listEditionYears(paperId: string): Promise<number[]> {
	const rows = await publishedDb.$queryRaw<{ year: number }[]>`
		WITH RECURSIVE last AS (
			SELECT max("date") AS day FROM "PublishedEdition" WHERE "paperId" = ${paperId}
			UNION ALL
			SELECT (
				SELECT max(e."date") FROM "PublishedEdition" e
				WHERE e."paperId" = ${paperId} AND e."date" < date_trunc('year', last.day)::date
			) FROM last WHERE last.day IS NOT NULL
		)
		SELECT extract(year FROM day)::int AS year FROM last WHERE day IS NOT NULL`;
	return rows.map(({ year }) => year);
}

/** The published days from the first on, before the last, in order. */
export async function listDays(paperId: string, from: IsoDate, before: IsoDate): Promise<IsoDate[]> {
	const rows = await publishedDb.publishedEdition.findMany({
		where: { paperId, date: { gte: isoToDate(from), lt: isoToDate(before) } },
		orderBy: { date: 'asc' },
		select: { date: true },
	});
	return rows.map(({ date }) => dateToIso(date));
}

type EditionRow = Omit<PublishedEdition, 'date' | 'pages'> & { date: Date };

/** By their days: by their ids the planner would read every edition there is. */
async function withPages(paperId: string, rows: readonly EditionRow[]): Promise<PublishedEdition[]> {
	const pages = await publishedDb.publishedPage.findMany({
		where: { paperId, date: { in: rows.map((row) => row.date) } },
		orderBy: { no: 'asc' },
		select: { editionId: true, no: true, name: true },
	});
	return rows.map(({ date, ...row }) => ({
		...row,
		date: dateToIso(date),
		pages: pages.filter((page) => page.editionId === row.id).map(({ no, name }) => ({ no, name })),
	}));
}
