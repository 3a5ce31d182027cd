import { publishedDb } from '@/lib/db';
import type { Rendition } from './media';

/** A picture that readers may see. */
export interface PublishedPicture {
	id: string;
	width: number;
	height: number;
	/** Smallest first, at least one. */
	renditions: Rendition[];
	/** Where they are found when that is not the readers' place: of a story that is not out yet. */
	folder?: string;
}

const select = { id: true, width: true, height: true, renditions: true } as const;

/** The published pictures among these ids. */
export async function listPictures(ids: readonly string[]): Promise<Map<string, PublishedPicture>> {
	if (ids.length === 0) return new Map();
	const rows = await publishedDb.publishedMedia.findMany({ where: { id: { in: [...new Set(ids)] } }, select });
	return new Map(rows.map((row) => [row.id, { ...row, renditions: row.renditions as unknown as Rendition[] }]));
}

export async function findPicture(id: string): Promise<PublishedPicture | undefined> {
	return (await listPictures([id])).get(id);
}
