import { Prisma } from '@/generated/prisma/client';
import type { Db } from '@/lib/db';
import type { MadePage } from '@/lib/makeup/remake';
import type { Brief, Sheet } from '@/lib/makeup/sheet';
import { emptyDesign } from './design';
import { Design } from './schema';

/** A page of an edition, and what has been decided on it. */
export interface DesignedPage {
	pageId: string;
	editionId: string;
	no: number;
	design: Design;
}

/** Every page of these editions with the design that stands on it. */
export async function listDesigns(tx: Db, editionIds: readonly string[]): Promise<DesignedPage[]> {
	const rows = await tx.$queryRaw<(Omit<DesignedPage, 'design'> & { design: unknown })[]>`
		SELECT p."id" AS "pageId", p."editionId", p."no", s."design"
		FROM "Page" p LEFT JOIN "PageStep" s ON s."pageId" = p."id" AND s."number" = p."step"
		WHERE p."editionId" IN (${Prisma.join([...editionIds])})`;
	return rows.map(({ design, ...page }) => ({ ...page, design: design ? Design.parse(design) : emptyDesign }));
}

/**
 * The pages that stand, by their ids: as readers have them; before that, as their last step left them, where there is one.
 */
export async function listStanding(tx: Db, pageIds: readonly string[]): Promise<Map<string, MadePage>> {
	const rows = await tx.$queryRaw<{ pageId: string; brief: unknown; sheet: unknown }[]>`
		SELECT p."id" AS "pageId", made."brief", made."sheet"
		FROM "Page" p CROSS JOIN LATERAL (
			(SELECT 1 AS "rank", v."brief", v."sheet" FROM "PageVersion" v
				WHERE v."pageId" = p."id" AND v."published" IS NOT NULL ORDER BY v."published" DESC LIMIT 1)
			UNION ALL
			(SELECT 2, s."brief", s."sheet" FROM "PageStep" s WHERE s."pageId" = p."id" AND s."number" = p."step")
			ORDER BY "rank" LIMIT 1
		) made
		WHERE p."id" IN (${Prisma.join([...pageIds])})`;
	return new Map(rows.map(({ pageId, brief, sheet }) => [pageId, { brief: brief as Brief, sheet: sheet as Sheet }]));
}

/** The pages among these and those that a story goes on on from them 转版. */
export async function withJumps(tx: Db, articleId: string, pageIds: readonly string[]): Promise<string[]> {
	if (pageIds.length === 0) return [];
	const rows = await tx.$queryRaw<{ to: string }[]>`
		SELECT DISTINCT s."design" #>> ARRAY['stories', ${articleId}, 'jump', 'to'] AS "to"
		FROM "Page" p JOIN "PageStep" s ON s."pageId" = p."id" AND s."number" = p."step"
		WHERE p."id" IN (${Prisma.join([...pageIds])}) AND s."design" #> ARRAY['stories', ${articleId}, 'jump'] IS NOT NULL`;
	return [...new Set([...pageIds, ...rows.map(({ to }) => to)])];
}
