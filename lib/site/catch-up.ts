import { db } from '@/lib/db';
import { forgetAll, forgetOldPurges, forgetPurged, siteMemory } from './memory';
import { purgeLock, sweepPurged } from './purge';

/**
 * Longer than any render and any transaction that purges: what is older than this has been seen by who asks often
 * enough, and no render that began before it can still arrive.
 */
const overlapMilliseconds = 600_000;
/** How long the table remembers purges; who has been away for longer than half of it starts from nothing. */
const keepPurges = '1 day';

/** Learns of the purges of all processes since the last time, and throws away from memory what they concern. */
export async function catchUp(): Promise<void> {
	const memory = siteMemory();
	// The clock behind whoever purges, the purges after it: none that is dated before `now` is still to come.
	const [, [clock], purges] = await db.$transaction([
		db.$executeRaw`SELECT pg_advisory_xact_lock_shared(${purgeLock})`,
		db.$queryRaw<{ now: Date; horizon: Date }[]>`
			SELECT clock_timestamp() AS now, clock_timestamp() - ${keepPurges}::interval / 2 AS horizon`,
		db.$queryRaw<{ tag: string; at: Date }[]>`
			SELECT "tag", "at" FROM "TagPurge" WHERE "at" >= ${new Date(memory.askPurgesFrom)}`,
	]);
	if (!clock) throw new Error('The clock returns one row');
	if (memory.askPurgesFrom < clock.horizon.getTime()) forgetAll();
	forgetPurged(purges.filter(({ tag, at }) => (memory.purges.get(tag) ?? 0) < at.getTime()));
	memory.caughtUpAt = Math.max(memory.caughtUpAt, clock.now.getTime());
	memory.askPurgesFrom = clock.now.getTime() - overlapMilliseconds;
	forgetOldPurges(memory.askPurgesFrom);
}

/** Drops purges that no render and no process can still care for, what they threw away before them. */
export async function dropOldPurges(): Promise<void> {
	const old = await db.$queryRaw<{ tag: string }[]>`
		SELECT "tag" FROM "TagPurge" WHERE "at" < clock_timestamp() - ${keepPurges}::interval`;
	const tags = old.map(({ tag }) => tag);
	await sweepPurged(tags);
	await db.$executeRaw`
		DELETE FROM "TagPurge" WHERE "tag" = ANY(${tags}) AND "at" < clock_timestamp() - ${keepPurges}::interval`;
}
