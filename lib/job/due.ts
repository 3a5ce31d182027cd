import { getArticleForAct } from '@/lib/article/read';
import { getActorById } from '@/lib/auth/read';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db } from '@/lib/db';
import { publishEditionIn, type Stage } from '@/lib/edition/publish';
import { publishOnlineIn } from '@/lib/edition/publish-online';
import { Refusal } from '@/lib/errors';
import { stageInTime } from '@/lib/site/stage';

/** A row that is due, claimed for one transaction. */
interface Due {
	id: string;
	paperId: string;
	publishById: string | null;
	publishAt: Date;
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
				SELECT "id", "paperId", "publishById", "publishAt" FROM "Article"
				WHERE "publishAt" <= now() AND ("publishTriedAt" IS NULL OR "publishTriedAt" < now() - interval '30 seconds')
				ORDER BY "publishAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED`;
		},
		async (tx, actor, { id }) => publishOnlineIn(tx, actor, await getArticleForAct(tx, actor, id)),
		({ id }, trouble) => db.$executeRaw`
			UPDATE "Article" SET "publishTrouble" = ${trouble}, "publishTriedAt" = now()
			WHERE "id" = ${id} AND "publishAt" <= now()`,
	);
}

/** At most so long before its moment work on an edition begins; then as long before as it took the last time, and a half. */
const longestLead = 10;
const shortestLead = 2;
let lead = longestLead;

/**
 * The same for an edition: all its pages at once or none. Begins ahead of the moment, renders what readers will have, waits
 * and commits at the moment, all in one transaction. Whoever would take the order back meanwhile waits, and finds it published.
 */
export function publishDueEdition(): Promise<boolean> {
	return publishDue(
		async (tx) => {
			await limitIdling(tx, 3000);
			// Not FOR UPDATE: files of its pages, which refer to it, are still being made.
			return tx.$queryRaw<Due[]>`
				SELECT "id", "paperId", "publishById", "publishAt" FROM "Edition"
				WHERE "publishAt" <= now() + make_interval(secs => ${lead}) AND "publishedAt" IS NULL AND "retiredAt" IS NULL
					AND ("publishTriedAt" IS NULL OR "publishTriedAt" < now() - interval '30 seconds')
				ORDER BY "publishAt", "id" LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
		},
		async (tx, actor, due) => {
			await publishEditionIn(tx, actor, due.id, { at: due.publishAt, stage: timedStage() });
			// Whoever was locked out while it waited publishes nothing.
			await requireOrderer(tx, due);
		},
		({ id }, trouble) => db.$executeRaw`
			UPDATE "Edition" SET "publishTrouble" = ${trouble}, "publishTriedAt" = now()
			WHERE "id" = ${id} AND "publishAt" <= now() AND "publishedAt" IS NULL`,
	);
}

/** Measures what goes before the moment, from now on. */
function timedStage(): Stage {
	const begun = performance.now();
	return async (...given) => {
		const show = await stageInTime(...given);
		const seconds = (performance.now() - begun) / 1000;
		lead = Math.min(longestLead, Math.max(shortestLead, 1.5 * seconds));
		return show;
	};
}

async function publishDue(
	claim: (tx: Db) => Promise<Due[]>,
	publish: (tx: Db, actor: Actor, due: Due) => Promise<unknown>,
	recordTrouble: (due: Due, trouble: string) => Promise<number>,
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
		// Not for want of trying: the desk reads why, and it is tried again. Ahead of its moment nothing is late yet.
		return (await recordTrouble(claimed, error.message)) > 0;
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
