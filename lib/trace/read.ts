import { Prisma } from '@/generated/prisma/client';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db } from '@/lib/db';
import { escapeLike } from '@/lib/text';
import { addDays, dateToIso, type IsoDate, startOfDay } from '@/lib/time';
import { type ChainFault, type ChainPlace, type ChainRow, checkHead, checkRows, genesisOf } from './chain';
import type { Anchor, ChainCursor, TraceFilters } from './schema';

/** One act in the record. */
export interface TraceRow {
	/** Its number in the chain, by which it is named. */
	seq: number;
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

const rowSelect = {
	seq: true,
	at: true,
	actorName: true,
	ip: true,
	act: true,
	subjectType: true,
	subjectId: true,
	subject: true,
	before: true,
	after: true,
	detail: true,
} satisfies Prisma.TraceSelect;

export const tracePageSize = 100;

/** A page of the record, newest first. `older` is the `before` of the next page; null at the end. */
export async function listTrace(
	actor: Actor,
	filters: TraceFilters,
): Promise<{ rows: TraceRow[]; older: string | null }> {
	must(actor, 'trace.read');
	const found = await db.trace.findMany({
		where: { paperId: actor.paperId, ...matching(filters) },
		select: rowSelect,
		orderBy: { seq: 'desc' },
		take: tracePageSize + 1,
	});
	const rows = found.slice(0, tracePageSize);
	const days = await editionDays(rows.filter((row) => row.subjectType === 'edition').map((row) => row.subjectId));
	return {
		rows: rows.map(({ seq, ...row }) => ({
			...row,
			seq: Number(seq),
			editionDate: days.get(row.subjectId) ?? null,
		})),
		older: found.length > tracePageSize ? String(rows.at(-1)?.seq) : null,
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

/** Where the paper's chain ends now. */
export async function getChainEnd(actor: Actor): Promise<ChainPlace> {
	must(actor, 'trace.read');
	return chainEnd(db, actor.paperId);
}

/** The same inside a transaction. */
export async function chainEnd(tx: Db, paperId: string): Promise<ChainPlace> {
	const head = await tx.traceHead.findUnique({ where: { paperId }, select: { seq: true, hash: true } });
	return head ? { seq: Number(head.seq), hash: head.hash } : genesisOf(paperId);
}

/** Where the chain of each paper ends, for the server's own log. */
export async function listChainEnds(): Promise<(ChainPlace & { paperId: string })[]> {
	const heads = await db.traceHead.findMany({ orderBy: { paperId: 'asc' } });
	return heads.map(({ seq, ...head }) => ({ ...head, seq: Number(seq) }));
}

/** A piece of a chain that was recomputed. */
export interface CheckedPiece {
	faults: ChainFault[];
	/** Where the next piece goes on; null when this was the last. */
	next: ChainCursor | null;
	/** How far the check has come, of how many rows. */
	seq: number;
	total: number;
}

/** Rows of one piece: a fraction of a second, so that a screen can show how far the check has come. */
const pieceSize = 20_000;

/** Recomputes the next rows of the paper's chain, and after the last of them compares the head. */
export async function checkChain(actor: Actor, { after }: { after: ChainCursor | null }): Promise<CheckedPiece> {
	must(actor, 'trace.read');
	const { paperId } = actor;
	const snapshot = { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead };
	return db.$transaction(async (tx) => {
		const head = await chainEnd(tx, paperId);
		const [from] = after
			? await listChainRows(tx, paperId, Prisma.sql`"seq" = ${after.seq} AND "id" = ${after.id}::bigint`, 1)
			: [];
		const place = after ? (from ?? { ...after, hash: '' }) : genesisOf(paperId);
		const behind = after ? Prisma.sql`("seq", "id") > (${after.seq}, ${after.id}::bigint)` : Prisma.sql`true`;
		const rows = await listChainRows(tx, paperId, behind, pieceSize);
		const { faults, end } = checkRows(place, rows);
		const last = rows.at(-1);
		const goesOn = last !== undefined && rows.length === pieceSize;
		return {
			faults: goesOn ? faults : [...faults, ...checkHead(end, head)],
			next: goesOn ? { seq: last.seq, id: last.id } : null,
			seq: end.seq,
			total: head.seq,
		};
	}, snapshot);
}

/**
 * Whether the record still has the row that an anchor names, with that hash: what somebody noted outside of the
 * database, on a 审稿单 or in a log. The beginning of the hash does, as far as it was noted.
 */
export async function hasAnchor(actor: Actor, { seq, hash }: Anchor): Promise<boolean> {
	must(actor, 'trace.read');
	const row = await db.trace.findUnique({
		where: { paperId_seq: { paperId: actor.paperId, seq } },
		select: { hash: true },
	});
	return row?.hash.startsWith(hash) ?? false;
}

/** Columns as the hash covers them: Prisma's own dates are rounded, its JSON is in another order. */
async function listChainRows(tx: Db, paperId: string, where: Prisma.Sql, limit: number): Promise<ChainRow[]> {
	return tx.$queryRaw<ChainRow[]>`
		SELECT "seq"::float8 AS "seq", "id"::text AS "id", "paperId", (extract(epoch FROM "at") * 1000000)::bigint::text AS "at",
			"actorId", "actorName", "ip", "act", "subjectType", "subjectId", "subject", "before", "after",
			"detail"::text AS "detail", "prev", "hash"
		FROM "Trace" WHERE "paperId" = ${paperId} AND ${where} ORDER BY "seq", "id" LIMIT ${limit}`;
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
		...(before && { seq: { lt: BigInt(before) } }),
	};
}

async function editionDays(ids: string[]): Promise<Map<string, IsoDate>> {
	if (ids.length === 0) return new Map();
	const editions = await db.edition.findMany({ where: { id: { in: ids } }, select: { id: true, date: true } });
	return new Map(editions.map(({ id, date }) => [id, dateToIso(date)]));
}
