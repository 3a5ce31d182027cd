import { getArticleForAct } from '@/lib/article/read';
import { getActorById } from '@/lib/auth/read';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db } from '@/lib/db';
import { publishEditionIn } from '@/lib/edition/publish';
import { publishOnlineIn } from '@/lib/edition/publish-online';
import { Refusal } from '@/lib/errors';

/** A row that is due, claimed for one transaction. */
interface Due {
	id: string;
	paperId: string;
	publishById: string | null;
}

/**
 * Publishes one story whose moment has come, by the order of the person who set it; says whether there was one. The
 * claim, the publication and its trace are one transaction: a worker that dies in it leaves the story to the next one,
 * and one that is paused in it longer than `patience` loses its claim with its connection.
 */
export function publishDueArticle(): Promise<boolean> {
	return publishDue(
		async (tx) => {
			await limitIdling(tx, 3000);
			return tx.$queryRaw<Due[]>`
				SELECT "id", "paperId", "publishById" FROM "Article"
				WHERE "publishAt" <= now() AND ("publishTriedAt" IS NULL OR "publishTriedAt" < now() - interval '30 seconds')
				ORDER BY "publishAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED`;
		},
		async (tx, actor, { id }) => publishOnlineIn(tx, actor, await getArticleForAct(tx, actor, id)),
		({ id }, trouble) => db.$executeRaw`
			UPDATE "Article" SET "publishTrouble" = ${trouble}, "publishTriedAt" = now()
			WHERE "id" = ${id} AND "publishAt" <= now()`,
	);
}

/** The same for an edition: all its pages at once or none. */
export async function publishDueEdition(): Promise<boolean> {
	const [next] = await db.$queryRaw<Due[]>`
		SELECT "id", "paperId", "publishById" FROM "Edition"
		WHERE "publishAt" <= now() AND "publishedAt" IS NULL AND "retiredAt" IS NULL
			AND ("publishTriedAt" IS NULL OR "publishTriedAt" < now() - interval '30 seconds')
		ORDER BY "publishAt", "id" LIMIT 1`;
	if (!next) return false;
	return publishDue(
		async (tx) => {
			await limitIdling(tx, 30_000);
			return tx.$queryRaw<Due[]>`
				SELECT "id", "paperId", "publishById" FROM "Edition"
				WHERE "id" = ${next.id} AND "publishAt" <= now() AND "publishedAt" IS NULL AND "retiredAt" IS NULL
				FOR UPDATE SKIP LOCKED`;
		},
		(tx, actor, { id }) => publishEditionIn(tx, actor, id),
		({ id }, trouble) => db.$executeRaw`
			UPDATE "Edition" SET "publishTrouble" = ${trouble}, "publishTriedAt" = now()
			WHERE "id" = ${id} AND "publishedAt" IS NULL`,
	);
}

async function publishDue(
	claim: (tx: Db) => Promise<Due[]>,
	publish: (tx: Db, actor: Actor, due: Due) => Promise<unknown>,
	recordTrouble: (due: Due, trouble: string) => Promise<unknown>,
): Promise<boolean> {
	let claimed: Due | undefined;
	try {
		await db.$transaction(
			async (tx) => {
				[claimed] = await claim(tx);
				if (claimed) await publish(tx, await requireOrderer(tx, claimed), claimed);
			},
			{ timeout: 60_000, maxWait: 10_000 },
		);
		return claimed !== undefined;
	} catch (error) {
		if (!(error instanceof Refusal) || !claimed) throw error;
		// Not for want of trying: the desk reads why, and it is tried again.
		await recordTrouble(claimed, error.message);
		return true;
	}
}

/** Whoever set the time, with the roles that he has now. */
async function requireOrderer(tx: Db, { publishById }: Due): Promise<Actor> {
	const actor = publishById ? await getActorById(tx, publishById) : null;
	if (!actor) throw new Refusal('forbidden', '定时的人账号已停用，请另一位同事重新定时。');
	return actor;
}

/** Ends the transaction of a worker that hangs in it: its rows are free for the others. */
async function limitIdling(tx: Db, milliseconds: number): Promise<void> {
	await tx.$executeRaw`SELECT set_config('idle_in_transaction_session_timeout', ${String(milliseconds)}, true)`;
}
