import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { db } from '@/lib/db';
import { pageFilePath } from './files';

const day = 86_400_000;
const keepUnnamed = '1 day';

/**
 * Removes what no page needs: rows of versions that neither went to print nor to readers in the end, of editions that have other
 * pages since, and files that no row names, a day after they were made.
 */
export async function sweepPageFiles(now = Date.now()): Promise<void> {
	await dropRows();
	for (const folder of await readdir(pageFilePath('')).catch(ignoreMissing)) {
		if (/^[0-9a-f]{2}$/.test(folder)) await sweepFolder(folder, now);
	}
}

/** Versions of earlier programs have no hash: what is made of them stays. */
async function dropRows(): Promise<void> {
	await db.$executeRaw`
		DELETE FROM "PageFile" f WHERE f."createdAt" < clock_timestamp() - ${keepUnnamed}::interval AND f."pageId" IS NOT NULL
			AND NOT EXISTS (
				SELECT 1 FROM "PageVersion" v JOIN "Page" g ON g."id" = v."pageId"
				WHERE g."id" = f."pageId" AND v."hash" IN (f."hash", '')
					AND (v."published" IS NOT NULL OR v."number" = g."lockedVersion"))`;
	await db.$executeRaw`
		DELETE FROM "PageFile" f WHERE f."createdAt" < clock_timestamp() - ${keepUnnamed}::interval AND f."pageId" IS NULL
			AND NOT EXISTS (
				SELECT 1 FROM (
					SELECT string_agg(standing."hash", chr(10) ORDER BY g."no") AS hashes, bool_or(standing."hash" = '') AS "isOld"
					FROM "Page" g CROSS JOIN LATERAL (
						SELECT v."hash" FROM "PageVersion" v
						WHERE v."pageId" = g."id" AND (v."published" IS NOT NULL OR v."number" = g."lockedVersion")
						ORDER BY v."published" DESC NULLS LAST LIMIT 1
					) standing
					WHERE g."editionId" = f."editionId"
				) pages
				WHERE pages."isOld" OR f."hash" = encode(sha256(convert_to(pages.hashes, 'UTF8')), 'hex'))`;
}

async function sweepFolder(folder: string, now: number): Promise<void> {
	const files = (await readdir(pageFilePath(folder)).catch(ignoreMissing)).map((name) => path.join(folder, name));
	const rows = await db.pageFile.findMany({ where: { file: { in: files } }, select: { file: true } });
	const named = new Set(rows.map(({ file }) => file));
	for (const file of files) {
		if (named.has(file)) continue;
		// One that is being stored has no row yet.
		const made = await stat(pageFilePath(file)).catch(ignoreMissing);
		if ('mtimeMs' in made && now - made.mtimeMs > day) await rm(pageFilePath(file), { force: true });
	}
}

function ignoreMissing(error: NodeJS.ErrnoException): string[] {
	if (error.code !== 'ENOENT') throw error;
	return [];
}
