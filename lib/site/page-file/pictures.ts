import type { PageFileKind } from '@/generated/prisma/enums';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { pictureWidths } from './page-file';

/** Where the newsroom sees a page in small. */
export interface DeskPicture {
	src: string;
	width: number;
	height: number;
}

/** By page, the small pictures of an edition's pages as they are locked or published; without those of which there is none yet. */
export async function listDeskPictures(actor: Actor, editionId: string): Promise<Record<string, DeskPicture>> {
	must(actor, 'edition.read');
	const found = await listStanding(actor, { editionId, kind: 'small' });
	return Object.fromEntries(
		found.map(({ pageId, width, height }) => [
			pageId,
			{ src: `/api/page/${pageId}/${pictureWidths.small}`, width, height },
		]),
	);
}

interface StandingFile {
	pageId: string;
	key: string;
	file: string;
	width: number;
	height: number;
}

/** The files of one kind of what stands of pages: as published last, before that as locked. */
export function listStanding(
	{ paperId }: Actor,
	{ editionId = '', pageId = '', kind }: { editionId?: string; pageId?: string; kind: PageFileKind },
): Promise<StandingFile[]> {
	return db.$queryRaw<StandingFile[]>`
		SELECT DISTINCT ON (g."id") g."id" AS "pageId", f."key", f."file", f."width", f."height"
		FROM "Page" g
		CROSS JOIN LATERAL (
			SELECT v."hash" FROM "PageVersion" v
			WHERE v."pageId" = g."id" AND (v."published" IS NOT NULL OR v."number" = g."lockedVersion")
			ORDER BY v."published" DESC NULLS LAST LIMIT 1
		) standing
		JOIN "PageFile" f ON f."pageId" = g."id" AND f."hash" = standing."hash" AND f."kind" = ${kind}::"PageFileKind"
		WHERE g."paperId" = ${paperId} AND (g."editionId" = ${editionId} OR g."id" = ${pageId})
		ORDER BY g."id", f."createdAt" DESC`;
}
