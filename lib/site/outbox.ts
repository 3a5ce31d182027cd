import { type Db, db } from '@/lib/db';
import { proposeTitles } from '@/lib/reporter/ledger/feed/write';
import { catchUp } from './catch-up';
import { askForPings } from './hub';
import { askForFiles } from './page-file/job';
import { purgeTags } from './purge';
import { articleOfTag, reporterOfTag, withMonths } from './tag-subject';
import { siteTags } from './tags';

/** A committed write that owes something to the site. */
interface OutboxRow {
	id: bigint;
	paperId: string;
	event: string;
	subject: string;
	touched: string[];
	/** Whether the write has put its pages before readers itself. */
	purged: boolean;
}

const batchSize = 50;
/** After its n-th failure a row rests 2ⁿ seconds, five minutes at most. */
const longestRestSeconds = 300;

/** What a batch threw away: the paths that stood stored, and all tags that were purged, here or before. */
export interface Purged {
	paths: string[];
	tags: string[];
	/** The articles whose amendment this was. */
	amended: string[];
}

/**
 * Purges what the oldest waiting rows touched; undefined when none waits. The claim, the purge and the mark that they
 * are done are one transaction: a process that dies in it leaves the rows to the next one at once, and doing them twice
 * changes nothing. What was published feeds the ledger of people in the same step, and what is to be printed is asked for.
 */
export async function consumeOutbox(): Promise<Purged | undefined> {
	let claimed: OutboxRow[] = [];
	try {
		const purged = await db.$transaction(async (tx) => {
			claimed = await claimRows(tx);
			if (claimed.length === 0) return undefined;
			const tags = await expandTags(
				tx,
				claimed.filter((row) => !row.purged),
			);
			const paths = await purgeTags(tx, tags);
			await feedLedger(tx, claimed);
			await askForFiles(tx, claimed);
			await askForPings(tx, claimed);
			await tx.$executeRaw`
				UPDATE "Outbox" SET "doneAt" = clock_timestamp(), "error" = '', "attempts" = "attempts" + 1
				WHERE "id" = ANY(${claimed.map((row) => row.id)})`;
			const shown = claimed.flatMap((row) => (row.purged ? row.touched : []));
			return {
				paths,
				// What has been shown already is only taken into memory, and made good where it could not be rendered in time.
				tags: [...new Set([...tags, ...shown])],
				amended: claimed.filter(({ event }) => amending.has(event)).map(({ subject }) => subject),
			};
		});
		if (purged) await catchUp();
		return purged;
	} catch (error) {
		if (claimed.length > 0) await recordFailure(claimed, error);
		throw error;
	}
}

/** What has failed before is tried when nothing else waits, and alone: one bad row keeps no withdrawal waiting. */
async function claimRows(tx: Db): Promise<OutboxRow[]> {
	const fresh = await tx.$queryRaw<OutboxRow[]>`
		SELECT "id", "paperId", "event", "subject", "touched", "purged" FROM "Outbox"
		WHERE "doneAt" IS NULL AND "attempts" = 0 ORDER BY "id" LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`;
	if (fresh.length > 0) return fresh;
	return tx.$queryRaw<OutboxRow[]>`
		SELECT "id", "paperId", "event", "subject", "touched", "purged" FROM "Outbox"
		WHERE "doneAt" IS NULL AND "attempts" > 0 AND "lockedUntil" < clock_timestamp()
		ORDER BY "id" LIMIT 1 FOR UPDATE SKIP LOCKED`;
}

async function recordFailure(rows: readonly OutboxRow[], error: unknown): Promise<void> {
	const words = error instanceof Error ? error.message.slice(0, 500) : String(error);
	await db.$executeRaw`
		UPDATE "Outbox" SET "attempts" = "attempts" + 1, "error" = ${words},
			"lockedUntil" = clock_timestamp() + make_interval(secs => least(${longestRestSeconds}, 2 ^ least("attempts" + 1, 20)))
		WHERE "id" = ANY(${rows.map((row) => row.id)})`;
}

/**
 * What the rows name, and what hangs on it. A new or retired day changes the calendar of its month, which every page
 * view of that month shows under the tag of the month. Stories and reporters take their pictures along: what is
 * withdrawn is gone in every form.
 */
async function expandTags(tx: Db, rows: readonly OutboxRow[]): Promise<string[]> {
	const touchedBy = (room: string) =>
		rows.filter((row) => row.event.startsWith(`${room}.`)).flatMap((row) => row.touched);
	const [uses, reporters] = await Promise.all([
		tx.mediaUse.findMany({
			where: { revision: { articleId: { in: touchedBy('article').flatMap((tag) => articleOfTag(tag) ?? []) } } },
			select: { mediaId: true },
			distinct: ['mediaId'],
		}),
		tx.reporter.findMany({
			where: { id: { in: touchedBy('reporter').flatMap((tag) => reporterOfTag(tag) ?? []) } },
			select: { portraitId: true },
		}),
	]);
	const pictures = [...uses.map((use) => use.mediaId), ...reporters.flatMap((reporter) => reporter.portraitId ?? [])];
	const others = rows.filter((row) => !row.event.startsWith('edition.')).flatMap((row) => row.touched);
	return [...new Set([...others, ...withMonths(touchedBy('edition')), ...pictures.map(siteTags.media)])];
}

/** How long rows that are done are kept, for whoever looks for what happened. */
const keepDone = '30 days';

export async function dropOldRows(): Promise<void> {
	await db.$executeRaw`DELETE FROM "Outbox" WHERE "doneAt" < clock_timestamp() - ${keepDone}::interval`;
}

/** Events that change or take away what readers have. */
const amending = new Set(['article.correct', 'article.withdraw']);

/** Events after which readers have stories, or words of them, that they had not before. */
const publishing = new Set(['edition.publish', 'article.publishOnline', 'article.correct']);

/** What was published may name people whose office the ledger does not know yet. */
async function feedLedger(tx: Db, rows: readonly OutboxRow[]): Promise<void> {
	for (const { paperId, event, touched } of rows) {
		if (publishing.has(event))
			await proposeTitles(
				tx,
				paperId,
				touched.flatMap((tag) => articleOfTag(tag) ?? []),
			);
	}
}
