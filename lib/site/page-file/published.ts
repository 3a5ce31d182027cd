import type { PageFileKind } from '@/generated/prisma/enums';
import { publishedDb } from '@/lib/db';

/** A file that readers may have. */
export interface PublishedFile {
	key: string;
	kind: PageFileKind;
	file: string;
	width: number;
	height: number;
}

const select = { key: true, kind: true, file: true, width: true, height: true } as const;

/** What was made of the pages of an edition as readers have them now. */
export function listPageFiles(editionId: string, kind: PageFileKind): Promise<PublishedFile[]> {
	return publishedDb.publishedPageFile.findMany({ where: { editionId, kind }, select });
}

/** The file of this key, if it is of what readers have now. */
export async function findPageFile(key: string, kind: PageFileKind): Promise<PublishedFile | undefined> {
	return (await publishedDb.publishedPageFile.findFirst({ where: { key, kind }, select })) ?? undefined;
}
