import type { Prisma } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/roles';
import { type Db, isUniqueViolation } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { dateToIso, isoToDate } from '@/lib/time';
import { writeOutbox, writeTrace } from '@/lib/trace/write';
import { mustBeUnlocked } from './page-stage';

/** The edition of the actor's paper, if it can still be changed. */
export async function requireOpen(tx: Db, actor: Actor, where: { id: string }) {
	const edition = await tx.edition.findFirst({
		where: { ...where, paperId: actor.paperId },
		include: { pages: { select: { id: true, no: true, stage: true }, orderBy: { no: 'asc' } } },
	});
	if (!edition) throw new Refusal('not-found', '没有这一期或这个版面，可能已被撤销。');
	mustBeOpen(edition);
	return edition;
}

/**
 * The same, taken for this transaction: nobody publishes it until it ends. Who comes while it is being published waits, and
 * finds it published.
 */
export async function claimOpen(tx: Db, actor: Actor, where: { id: string }) {
	await tx.$executeRaw`SELECT 1 FROM "Edition" WHERE "id" = ${where.id} FOR NO KEY UPDATE`;
	return requireOpen(tx, actor, where);
}

const openPageSelect = {
	id: true,
	no: true,
	name: true,
	section: true,
	deadline: true,
	stage: true,
	holderId: true,
	holder: { select: { name: true } },
	edition: { select: { id: true, date: true, publishedAt: true, retiredAt: true } },
} satisfies Prisma.PageSelect;

export type OpenPage = Prisma.PageGetPayload<{ select: typeof openPageSelect }>;

/**
 * The page, if its plan and its stories can still be changed: its edition is not out and it has not gone to print. Until
 * the transaction ends nobody else changes it, and nobody locks it for print.
 */
export async function requireOpenPage(tx: Db, actor: Actor, id: string): Promise<OpenPage> {
	const page = (await listOpenPages(tx, actor, [id])).get(id);
	if (!page) throw new Refusal('not-found', '没有这个版面，可能已被撤销。');
	return page;
}

/** The same for several pages by their ids; those that are not there are left out. */
export async function listOpenPages(tx: Db, actor: Actor, ids: readonly string[]): Promise<Map<string, OpenPage>> {
	// In one order, so that two who move stories between the same pages never wait for each other.
	await tx.$queryRaw`SELECT "id" FROM "Page" WHERE "id" = ANY(${[...ids]}::text[]) ORDER BY "id" FOR NO KEY UPDATE`;
	const pages = await tx.page.findMany({
		where: { id: { in: [...ids] }, paperId: actor.paperId },
		select: openPageSelect,
	});
	for (const page of pages) {
		mustBeOpen(page.edition);
		mustBeUnlocked(page);
	}
	return new Map(pages.map((page) => [page.id, page]));
}

function mustBeOpen(edition: { date: Date; publishedAt: Date | null; retiredAt: Date | null }): void {
	const date = dateToIso(edition.date);
	if (edition.publishedAt) throw new Refusal('wrong-state', `${date} 的报纸已经出版，版面不能再改。`);
	if (edition.retiredAt) throw new Refusal('wrong-state', `${date} 这一期已停用，请先恢复。`);
}

export function requireDate(iso: string): Date {
	const date = isoToDate(iso);
	if (!date) throw new Refusal('invalid', '日期不正确，应如 2026-11-22。', { date: '日期不正确' });
	return date;
}

export async function unlessTaken<Value>(write: () => Promise<Value>): Promise<Value> {
	try {
		return await write();
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		throw new Refusal('taken', '这一天或这个期号已经有期次，或者稿件已在这个版上。请刷新后核对。');
	}
}

/** Records an act on an edition or on one of its pages. */
export async function recordEdition(
	tx: Db,
	actor: Actor,
	act: string,
	edition: { id: string; date: Date },
	detail: Prisma.InputJsonObject = {},
): Promise<void> {
	const date = dateToIso(edition.date);
	await writeTrace(tx, actor, {
		act: `edition.${act}`,
		subjectType: 'edition',
		subjectId: edition.id,
		subject: date,
		detail,
	});
	// An unpublished edition stands on no page of the site; the row rings for whoever works on editions.
	await writeOutbox(tx, actor, `edition.${act}`, edition.id, []);
}
