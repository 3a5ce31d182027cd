import type { Actor } from '@/lib/auth/roles';
import { type Db, db } from '@/lib/db';
import { listLiveArticles } from '../live/read';
import { type HeldLock, type LockView, lockView } from './lock';

const rowLocks = { none: '', share: 'FOR SHARE OF l', update: 'FOR UPDATE OF l' };

/** An article's writer, there or gone, and the moment at which that is so; `rowLock` keeps others from changing it meanwhile. */
export async function getLock(
	tx: Db,
	articleId: string,
	rowLock: keyof typeof rowLocks = 'none',
): Promise<{ lock: HeldLock | null; now: Date }> {
	const [row] = await tx.$queryRawUnsafe<(HeldLock & { now: Date })[]>(
		`SELECT l.*, u."name" AS "userName", clock_timestamp() AS now
		FROM "ArticleLock" l JOIN "User" u ON u."id" = l."userId" WHERE l."articleId" = $1 ${rowLocks[rowLock]}`,
		articleId,
	);
	if (row) return { lock: row, now: row.now };
	const [clock] = await tx.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp() AS now`;
	return { lock: null, now: clock.now };
}

/** Who writes an article, as one person in one tab is told. The caller has asked whether he may read it. */
export async function getLockView(actor: Actor, articleId: string, tab: string, tx: Db = db): Promise<LockView> {
	const [article] = await listLiveArticles([articleId], tx);
	if (!article) throw new Error(`Article ${articleId} has just been read and is gone`);
	return lockView(article, { userId: actor.userId, tab });
}
