import type { Prisma } from '@/generated/prisma/client';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { escapeLike } from '@/lib/text';
import { addDays, dateToIso, type IsoDate, startOfDay } from '@/lib/time';
import type { TraceFilters } from './schema';

/** One act in the record. */
export interface TraceRow {
	id: string;
	at: Date;
	actorName: string;
	ip: string;
	act: string;
	subjectType: string;
	subjectId: string;
	/** What the subject was called then. */
	subject: string;
	/** Content hash before and after; empty where content is not concerned. */
	before: string;
	after: string;
	detail: Prisma.JsonValue;
	/** Of an edition: the day it has now, by which it is found. */
	editionDate: IsoDate | null;
}

export const tracePageSize = 100;

/** A page of the record, newest first. `older` is the `before` of the next page; null at the end. */
export async function listTrace(
	actor: Actor,
	filters: TraceFilters,
): Promise<{ rows: TraceRow[]; older: string | null }> {
	must(actor, 'trace.read');
	const found = await db.trace.findMany({
		where: { paperId: actor.paperId, ...matching(filters) },
		orderBy: { id: 'desc' },
		take: tracePageSize + 1,
	});
	const rows = found.slice(0, tracePageSize);
	const days = await editionDays(rows.filter((row) => row.subjectType === 'edition').map((row) => row.subjectId));
	return {
		rows: rows.map(({ paperId: _paper, actorId: _actor, id, ...row }) => ({
			...row,
			id: String(id),
			editionDate: days.get(row.subjectId) ?? null,
		})),
		older: found.length > tracePageSize ? String(rows.at(-1)?.id) : null,
	};
}

/** Everyone whose acts can be asked for. */
export async function listTraceActors(actor: Actor): Promise<{ id: string; name: string }[]> {
	must(actor, 'trace.read');
	return db.user.findMany({
		where: { paperId: actor.paperId },
		select: { id: true, name: true },
		orderBy: [{ department: 'asc' }, { login: 'asc' }],
	});
}

function matching({ act, actorId, subjectType, q, from, to, before }: TraceFilters): Prisma.TraceWhereInput {
	return {
		...(act && { act }),
		...(actorId && { actorId }),
		...(subjectType && { subjectType }),
		...(q && { subject: { contains: escapeLike(q), mode: 'insensitive' as const } }),
		...((from || to) && {
			at: { ...(from && { gte: startOfDay(from) }), ...(to && { lt: startOfDay(addDays(to, 1)) }) },
		}),
		...(before && { id: { lt: BigInt(before) } }),
	};
}

async function editionDays(ids: string[]): Promise<Map<string, IsoDate>> {
	if (ids.length === 0) return new Map();
	const editions = await db.edition.findMany({ where: { id: { in: ids } }, select: { id: true, date: true } });
	return new Map(editions.map(({ id, date }) => [id, dateToIso(date)]));
}
