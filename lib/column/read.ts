import type { Prisma } from '@/generated/prisma/client';
import type { ColumnKind } from '@/generated/prisma/enums';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db } from '@/lib/db';
import type { HeadingKind } from './schema';

/** A column, series or tag as lists and pickers show it. */
export interface Heading {
	id: string;
	slug: string;
	name: string;
	intro: string;
	order: number;
	retiredAt: Date | null;
	/** Of a column only. */
	kind?: ColumnKind;
	/** How many articles stand under it, drafts included. */
	articles: number;
}

/**
 * The table of a kind. The three share every column but `kind`, which Prisma cannot express; calls
 * through this door use the shared columns only.
 */
export function headingTable(tx: Db, kind: HeadingKind): Prisma.SeriesDelegate {
	const tables = { column: tx.column, series: tx.series, tag: tx.tag };
	return tables[kind] as unknown as Prisma.SeriesDelegate;
}

/** All headings of a kind in the paper's order, retired ones last. */
export async function listHeadings(actor: Actor, kind: HeadingKind): Promise<Heading[]> {
	must(actor, 'column.read');
	const where = { paperId: actor.paperId };
	const [rows, counts] = await Promise.all([
		kind === 'column'
			? db.column.findMany({ where, orderBy: { order: 'asc' } })
			: headingTable(db, kind).findMany({ where, orderBy: { order: 'asc' } }),
		countArticles(actor.paperId, kind),
	]);
	return rows
		.map((row) => ({ ...row, articles: counts.get(row.id) ?? 0 }))
		.sort((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null));
}

export const listColumns = (actor: Actor): Promise<Heading[]> => listHeadings(actor, 'column');
export const listSeries = (actor: Actor): Promise<Heading[]> => listHeadings(actor, 'series');
export const listTags = (actor: Actor): Promise<Heading[]> => listHeadings(actor, 'tag');

async function countArticles(paperId: string, kind: HeadingKind): Promise<Map<string, number>> {
	// Only present revisions count: an article that left a column is not in it.
	const current = { currentOf: { isNot: null }, paperId };
	if (kind === 'tag') {
		const groups = await db.revisionTag.groupBy({ by: ['tagId'], where: { revision: current }, _count: true });
		return new Map(groups.map((group) => [group.tagId, group._count]));
	}
	if (kind === 'column') {
		const groups = await db.articleRevision.groupBy({ by: ['columnId'], where: current, _count: true });
		return new Map(groups.map((group) => [group.columnId ?? '', group._count]));
	}
	const groups = await db.articleRevision.groupBy({ by: ['seriesId'], where: current, _count: true });
	return new Map(groups.map((group) => [group.seriesId ?? '', group._count]));
}
