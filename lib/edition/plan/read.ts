import { titleOf } from '@/lib/article/article';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import type { Priority } from '@/lib/makeup/sheet';
import { dateToIso, type IsoDate, isoToDate } from '@/lib/time';
import { type EditionState, editionState } from '../edition';
import { type IsoMonth, weeksOf } from './month';
import type { PagePlan } from './plan';
import type { PoolStory } from './pool';

/** What was planned for the pages of an edition, by their ids. */
export async function listPagePlans(actor: Actor, editionId: string): Promise<Map<string, PagePlan>> {
	must(actor, 'edition.read');
	const pages = await db.page.findMany({
		where: { editionId, paperId: actor.paperId },
		select: {
			id: true,
			section: true,
			deadline: true,
			stage: true,
			stageSince: true,
			holder: { select: { id: true, name: true } },
			_count: { select: { versions: true } },
			slots: {
				orderBy: [{ priority: 'asc' }, { order: 'asc' }],
				select: {
					id: true,
					label: true,
					plannedWords: true,
					priority: true,
					order: true,
					columnId: true,
					column: { select: { name: true } },
					placement: { select: { articleId: true } },
				},
			},
		},
	});
	return new Map(
		pages.map(({ id, slots, _count, ...page }) => [
			id,
			{
				...page,
				versions: _count.versions,
				slots: slots.map(({ column, placement, priority, ...slot }) => ({
					...slot,
					priority: priority as Priority,
					columnName: column?.name ?? null,
					articleId: placement?.articleId ?? null,
				})),
			},
		]),
	);
}

const poolStates = ['submitted', 'first_review', 'second_review', 'final_review', 'signed_off'] as const;

/** 待上版: stories on no page yet, the signed ones first, then those on their way by how far they are; the oldest first. */
export async function listStoryPool(actor: Actor): Promise<PoolStory[]> {
	must(actor, 'edition.read');
	const rows = await db.article.findMany({
		where: { paperId: actor.paperId, state: { in: [...poolStates] }, publication: null, placements: { none: {} } },
		// The states stand in the order of the way.
		orderBy: [{ state: 'desc' }, { updatedAt: 'asc' }],
		take: 300,
		select: {
			id: true,
			state: true,
			desk: true,
			urgent: true,
			author: { select: { name: true } },
			current: { select: { headline: true, words: true, columnId: true, column: { select: { name: true } } } },
		},
	});
	return rows.map(({ id, author, current, ...row }) => ({
		...row,
		articleId: id,
		headline: titleOf(current.headline),
		words: current.words,
		columnId: current.columnId,
		columnName: current.column?.name ?? null,
		authorName: author.name,
	}));
}

/** 栏目 that a slot can be kept for. */
export async function listSlotColumns({ paperId }: Actor): Promise<{ id: string; name: string }[]> {
	const where = { paperId, retiredAt: null };
	return db.column.findMany({ where, orderBy: { order: 'asc' }, select: { id: true, name: true } });
}

/** An edition in the calendar. */
export interface CalendarEdition {
	date: IsoDate;
	state: EditionState;
	pages: number;
	stories: number;
}

/** The editions of the weeks that a month touches, by day. */
export async function listMonth(actor: Actor, month: IsoMonth): Promise<CalendarEdition[]> {
	must(actor, 'edition.read');
	const days = weeksOf(month).flat();
	const rows = await db.edition.findMany({
		where: { paperId: actor.paperId, date: { gte: isoToDate(days[0] ?? ''), lte: isoToDate(days.at(-1) ?? '') } },
		orderBy: { date: 'asc' },
		select: {
			date: true,
			publishedAt: true,
			retiredAt: true,
			pages: { select: { _count: { select: { placements: true } } } },
		},
	});
	return rows.map((row) => ({
		date: dateToIso(row.date),
		state: editionState(row),
		pages: row.pages.length,
		stories: row.pages.reduce((total, page) => total + page._count.placements, 0),
	}));
}

/** An edition that another can be planned like. */
export interface EditionModel {
	date: IsoDate;
	pages: { name: string; section: string; deadline: Date | null; slots: number }[];
}

/** The latest editions with pages: what the next may be planned like. */
export async function listEditionModels(actor: Actor): Promise<EditionModel[]> {
	must(actor, 'edition.read');
	const rows = await db.edition.findMany({
		where: { paperId: actor.paperId, retiredAt: null, pages: { some: {} } },
		orderBy: { date: 'desc' },
		take: 14,
		select: {
			date: true,
			pages: {
				orderBy: { no: 'asc' },
				select: { name: true, section: true, deadline: true, _count: { select: { slots: true } } },
			},
		},
	});
	return rows.map(({ date, pages }) => ({
		date: dateToIso(date),
		pages: pages.map(({ _count, ...page }) => ({ ...page, slots: _count.slots })),
	}));
}
