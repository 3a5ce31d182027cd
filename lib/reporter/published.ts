import { publishedDb } from '@/lib/db';

/** A reporter as readers see him: contact is empty for who has left. */
export interface PublishedReporter {
	id: string;
	name: string;
	portraitId: string | null;
	pressCard: string;
	department: string;
	beats: string[];
	email: string;
	phone: string;
	retiredAt: Date | null;
}

const select = {
	id: true,
	name: true,
	portraitId: true,
	pressCard: true,
	department: true,
	beats: true,
	email: true,
	phone: true,
	retiredAt: true,
} as const;

export function findReporter(id: string): Promise<PublishedReporter | null> {
	return publishedDb.publishedReporter.findUnique({ where: { id }, select });
}

/** Which of these reporters have a page of their own. */
export async function listPublicReporters(ids: readonly string[]): Promise<Set<string>> {
	if (ids.length === 0) return new Set();
	const rows = await publishedDb.publishedReporter.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
	return new Set(rows.map((row) => row.id));
}

/** Everyone with a page, by name: for the map of the site. */
export function listReporterAddresses(paperId: string): Promise<{ id: string }[]> {
	return publishedDb.publishedReporter.findMany({
		where: { paperId },
		orderBy: { pinyin: 'asc' },
		select: { id: true },
	});
}
