import { createHash } from 'node:crypto';
import type { Prisma } from '@/generated/prisma/client';
import { canonical } from '@/lib/article/canonical';
import type { Actor } from '@/lib/auth/roles';
import type { Db } from '@/lib/db';
import { newId } from '@/lib/id';
import type { MadePage } from '@/lib/makeup/remake';
import type { MadeUpPage } from './compose';
import type { ProofStage } from './page-stage';

/**
 * SHA-256 (hex) of a made-up page: what a proof's signature binds to. Two pages have the same hash exactly when nothing
 * that is printed differs; how long the engine took does not count.
 */
export function pageHash({ brief, sheet: { grid, blocks } }: MadePage): string {
	return createHash('sha256').update(canonical({ brief, grid, blocks })).digest('hex');
}

/** Freezes pages as they are: as the proof of that stage, or as what readers have from now on. Answers them with their numbers. */
export async function insertPageVersions(
	tx: Db,
	actor: Actor,
	made: readonly MadeUpPage[],
	as: ProofStage | 'published',
): Promise<{ id: string; pageId: string; number: number }[]> {
	const latest = await tx.pageVersion.groupBy({
		by: ['pageId'],
		where: { pageId: { in: made.map((page) => page.pageId) } },
		_max: { number: true, published: true },
	});
	const last = new Map(latest.map(({ pageId, _max }) => [pageId, _max]));
	const rows = made.map((page) => ({
		id: newId(),
		paperId: actor.paperId,
		pageId: page.pageId,
		number: (last.get(page.pageId)?.number ?? 0) + 1,
		...(as === 'published' ? { published: (last.get(page.pageId)?.published ?? 0) + 1 } : { stage: as }),
		brief: toJson(page.brief),
		sheet: toJson(page.sheet),
		hash: pageHash(page),
		articles: page.articles.map((article) => ({ ...article })),
		actorId: actor.userId || null,
		actorName: actor.name,
	}));
	await tx.pageVersion.createMany({ data: rows });
	return rows.map(({ id, pageId, number }) => ({ id, pageId, number }));
}

/** A plain JSON value; members that are undefined are left out. */
export function toJson(value: object): Prisma.InputJsonObject {
	return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
}
