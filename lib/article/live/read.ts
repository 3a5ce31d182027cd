import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { HeldLock } from '../lock/lock';
import type { LiveArticle } from './live';

type Row = Omit<LiveArticle, 'lock'> & { [Key in keyof HeldLock]: HeldLock[Key] | null };

/**
 * The articles that are being watched, in one query. It asks nobody's permission: whoever passes one on does, for each
 * viewer and each time.
 */
export async function listLiveArticles(ids: readonly string[], tx: Db = db): Promise<LiveArticle[]> {
	const rows = await tx.$queryRaw<Row[]>`
		SELECT a."id", a."paperId", a."authorId", a."desk", a."state"::text AS "state", a."revision", clock_timestamp() AS "now",
			(SELECT concat(count(*), ' ', max(GREATEST(c."createdAt", c."editedAt", c."resolvedAt")))
				FROM "Comment" c WHERE c."articleId" = a."id") AS "comments",
			l."userId", u."name" AS "userName", l."tab", l."takenAt", l."seenAt",
			l."askedTab", l."askedById", l."askedBy", l."askedAt"
		FROM "Article" a LEFT JOIN "ArticleLock" l ON l."articleId" = a."id" LEFT JOIN "User" u ON u."id" = l."userId"
		WHERE a."id" = ANY(${[...ids]})`;
	return rows.map((row) => ({ ...row, lock: row.tab === null ? null : (row as HeldLock) }));
}

/** Refuses who may not read the article, and so may not watch it. */
export async function mustWatch(actor: Actor, id: string): Promise<void> {
	const [article] = await listLiveArticles([id]);
	if (!article || article.paperId !== actor.paperId) throw new Refusal('not-found', '没有这篇稿件，或者它不在本报。');
	must(actor, 'article.read', article);
}
