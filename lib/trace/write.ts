import type { Prisma } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/roles';
import type { Db } from '@/lib/db';

/** One act for the record 留痕. */
export interface TraceEntry {
	/** Verb with its room: `article.save`. */
	act: string;
	subjectType: string;
	subjectId: string;
	/** What the subject is called now: the record stays readable when it is renamed or gone. */
	subject: string;
	/** Content hash before and after, where content changed. */
	before?: string;
	after?: string;
	detail?: Prisma.InputJsonObject;
}

/**
 * Appends to the trace inside the caller's transaction, as the last thing before its outbox rows: from here until the
 * commit the paper's other writers wait, so that a lock taken after it could be held by one who waits for this.
 */
export async function writeTrace(tx: Db, actor: Actor, entry: TraceEntry): Promise<void> {
	await tx.trace.create({
		data: { paperId: actor.paperId, actorId: actor.userId || null, actorName: actor.name, ip: actor.ip, ...entry },
	});
}

/**
 * Records inside the caller's transaction what the outside is owed once it commits: `touched` are
 * tags of stored pages (lib/site/tags.ts), `purged` where this transaction has purged them itself.
 */
export async function writeOutbox(
	tx: Db,
	actor: { paperId: string },
	event: string,
	subject: string,
	touched: readonly string[],
	purged = false,
): Promise<void> {
	await tx.outbox.create({ data: { paperId: actor.paperId, event, subject, touched: [...touched], purged } });
}
