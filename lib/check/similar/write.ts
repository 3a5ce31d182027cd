import type { Db } from '@/lib/db';
import { bandsOf } from './print';

/** How far back a story is looked for. */
export const lookBack = '30 days';
/** At some 2 ms a print, what one request may be kept for; the next goes on. */
const printsAtOnce = 200;

interface Unprinted {
	articleId: string;
	revision: number;
	text: string;
}

/**
 * Takes the prints of the paper's published and submitted stories of the last 30 days that have none, or none of their
 * present revision. Doing it twice changes nothing.
 */
export async function keepPrints(tx: Db, paperId: string): Promise<void> {
	const rows = await tx.$queryRaw<Unprinted[]>`
		SELECT a.id AS "articleId", a.revision, r.text
		FROM "Article" a
		JOIN "ArticleRevision" r ON r."articleId" = a.id AND r.number = a.revision
		LEFT JOIN "StoryPrint" p ON p."articleId" = a.id
		WHERE a."paperId" = ${paperId} AND a."updatedAt" > now() - ${lookBack}::interval
			AND a.state NOT IN ('draft', 'spiked') AND p.revision IS DISTINCT FROM a.revision
		ORDER BY a."updatedAt" DESC LIMIT ${printsAtOnce}`;
	for (const { articleId, revision, text } of rows) {
		const bands = bandsOf(text);
		await tx.$executeRaw`
			INSERT INTO "StoryPrint" ("articleId", "paperId", "revision", "bands")
			VALUES (${articleId}, ${paperId}, ${revision}, ${bands})
			ON CONFLICT ("articleId") DO UPDATE SET "revision" = EXCLUDED."revision", "bands" = EXCLUDED."bands"
			WHERE "StoryPrint"."revision" < EXCLUDED."revision"`;
	}
}
