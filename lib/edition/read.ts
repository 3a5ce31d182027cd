import type { ArticleState } from '@/generated/prisma/enums';
import { titleOf } from '@/lib/article/article';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { GridName } from '@/lib/makeup/sheet';
import { addDays, dateToIso, dayOf, type IsoDate, isoToDate } from '@/lib/time';
import { pageCapacity } from './brief';
import { listOwedNotices, type OwedNotice } from './notice/read';
import { type PageStage, pageStageNames } from './page-stage';
import { PageCredits, type Priority } from './schema';

/** One row of the list of editions. */
export interface EditionRow {
	id: string;
	date: IsoDate;
	issueNo: number;
	publishedAt: Date | null;
	retiredAt: Date | null;
	pages: { no: number; name: string; stories: number }[];
}

export const editionsPerPage = 30;

/** Editions, latest first; retired ones among them, marked. */
export async function listEditions(actor: Actor, page = 1): Promise<{ rows: EditionRow[]; total: number }> {
	must(actor, 'edition.read');
	const where = { paperId: actor.paperId };
	const [rows, total] = await Promise.all([
		db.edition.findMany({
			where,
			orderBy: { date: 'desc' },
			skip: (page - 1) * editionsPerPage,
			take: editionsPerPage,
			select: {
				id: true,
				date: true,
				issueNo: true,
				publishedAt: true,
				retiredAt: true,
				pages: { select: { no: true, name: true, _count: { select: { placements: true } } }, orderBy: { no: 'asc' } },
			},
		}),
		db.edition.count({ where }),
	]);
	return {
		rows: rows.map((row) => ({
			...row,
			date: dateToIso(row.date),
			pages: row.pages.map(({ no, name, _count }) => ({ no, name, stories: _count.placements })),
		})),
		total,
	};
}

/** The next edition to plan: the first free day from tomorrow on, and the number after the latest. */
export async function proposeEdition(actor: Actor): Promise<{ date: IsoDate; issueNo: number }> {
	must(actor, 'edition.read');
	const { paperId } = actor;
	const tomorrow = addDays(dayOf(new Date()), 1);
	const [planned, last] = await Promise.all([
		db.edition.findMany({
			where: { paperId, date: { gte: isoToDate(tomorrow) } },
			orderBy: { date: 'asc' },
			select: { date: true },
		}),
		db.edition.aggregate({ where: { paperId }, _max: { issueNo: true } }),
	]);
	const gap = planned.findIndex(({ date }, index) => dateToIso(date) !== addDays(tomorrow, index));
	return { date: addDays(tomorrow, gap < 0 ? planned.length : gap), issueNo: (last._max.issueNo ?? 0) + 1 };
}

/** Editions that still take stories, soonest first: what a story can be placed in. */
export async function listOpenEditions(
	actor: Actor,
): Promise<{ id: string; date: IsoDate; pages: { id: string; no: number; name: string }[] }[]> {
	must(actor, 'edition.read');
	const rows = await db.edition.findMany({
		where: { paperId: actor.paperId, publishedAt: null, retiredAt: null },
		orderBy: { date: 'asc' },
		take: 14,
		select: { id: true, date: true, pages: { select: { id: true, no: true, name: true }, orderBy: { no: 'asc' } } },
	});
	return rows.map((row) => ({ ...row, date: dateToIso(row.date) }));
}

/** A story as it stands on a page of the desk. */
export interface PlacedStory {
	articleId: string;
	headline: string;
	state: ArticleState;
	words: number;
	priority: Priority;
}

export interface EditionForDesk {
	id: string;
	date: IsoDate;
	issueNo: number;
	publishedAt: Date | null;
	retiredAt: Date | null;
	pages: {
		id: string;
		no: number;
		name: string;
		credits: PageCredits;
		stage: PageStage;
		lockedVersion: number | null;
		/** 字 that the page holds when nothing but text stands on it. */
		capacity: number;
		stories: PlacedStory[];
	}[];
	/** Corrections of earlier editions that this one owes its readers. */
	owed: OwedNotice[];
	/** When it appears by itself, and what kept it from appearing then. */
	publishAt: Date | null;
	publishTrouble: string;
	/** What keeps it from being published, as sentences; empty when it is ready. */
	blockers: string[];
}

export async function getEdition(actor: Actor, date: IsoDate): Promise<EditionForDesk> {
	must(actor, 'edition.read');
	const day = isoToDate(date);
	const row = day && (await loadEdition(db, { paperId_date: { paperId: actor.paperId, date: day } }));
	if (!row) throw new Refusal('not-found', `${date} 还没有建立期次。`);
	return row;
}

/** The edition with everything that publishing has to judge. */
export async function loadEdition(
	tx: Db,
	where: { id: string } | { paperId_date: { paperId: string; date: Date } },
): Promise<EditionForDesk | undefined> {
	const row = await tx.edition.findUnique({
		where,
		select: {
			id: true,
			paperId: true,
			date: true,
			issueNo: true,
			publishedAt: true,
			publishAt: true,
			publishTrouble: true,
			retiredAt: true,
			paper: { select: { grid: true } },
			pages: {
				orderBy: { no: 'asc' },
				select: {
					id: true,
					no: true,
					name: true,
					credits: true,
					stage: true,
					lockedVersion: true,
					placements: {
						orderBy: [{ priority: 'asc' }, { order: 'asc' }],
						select: {
							priority: true,
							article: { select: { id: true, state: true, current: { select: { headline: true, words: true } } } },
						},
					},
				},
			},
		},
	});
	if (!row) return undefined;
	const { paper, paperId: _paperId, ...edition } = row;
	const pages = row.pages.map(({ placements, credits, ...page }) => ({
		...page,
		credits: PageCredits.parse(credits),
		capacity: pageCapacity(paper.grid as GridName, page.no),
		stories: placements.map(({ priority, article }) => ({
			articleId: article.id,
			headline: titleOf(article.current.headline),
			state: article.state,
			words: article.current.words,
			priority: priority as Priority,
		})),
	}));
	const owed = await listOwedNotices(tx, row);
	const missing = owed.filter((notice) => !notice.isPlaced).map(owedSentence);
	return { ...edition, date: dateToIso(row.date), pages, owed, blockers: [...blockersOf(pages), ...missing] };
}

function owedSentence({ date, headline, pageNo }: OwedNotice): string {
	return `第${pageNo}版留着更正版位：${date}《${headline}》的更正还没有上版，也没有豁免`;
}

function blockersOf(pages: EditionForDesk['pages']): string[] {
	if (pages.length === 0) return ['这一期还没有版面'];
	return pages.flatMap((page) => {
		if (page.stories.length === 0) return [`第${page.no}版 ${page.name}还没有稿件`];
		if (page.stage === 'locked') return [];
		const unsigned = page.stories
			.filter((story) => story.state !== 'placed' && story.state !== 'locked')
			.map((story) => `第${page.no}版《${story.headline}》修改后还没有签发`);
		return [...unsigned, `第${page.no}版还没有付印（${pageStageNames[page.stage]}）`];
	});
}
