import { titleOf } from '@/lib/article/article';
import type { Db } from '@/lib/db';
import { dateToIso, type IsoDate } from '@/lib/time';

/** A correction that print still owes its readers: the next issue keeps its place. */
export interface OwedNotice {
	id: string;
	/** What was wrong where. */
	headline: string;
	date: IsoDate;
	pageNo: number;
	note: string;
	/** The story that will print it, once somebody has begun it. */
	articleId: string | null;
	/** Whether that story stands on a page of the edition. */
	isPlaced: boolean;
}

/**
 * 更正版位: what is owed in this edition, oldest first. It is owed in the next issue, so that an edition behind another
 * one that is still open owes nothing yet, nor does one that has appeared.
 */
export async function listOwedNotices(
	tx: Db,
	edition: { id: string; paperId: string; date: Date; publishedAt: Date | null; retiredAt: Date | null },
): Promise<OwedNotice[]> {
	const { id, paperId, date, publishedAt, retiredAt } = edition;
	if (publishedAt || retiredAt) return [];
	const rows = await tx.amendment.findMany({
		where: { paperId, notice: 'owed', editionDate: { lt: date } },
		orderBy: { at: 'asc' },
		select: {
			id: true,
			editionDate: true,
			pageNo: true,
			note: true,
			noticeId: true,
			article: { select: { current: { select: { headline: true } } } },
			noticeArticle: { select: { placements: { where: { page: { editionId: id } }, select: { id: true } } } },
		},
	});
	if (rows.length === 0) return [];
	const before = await tx.edition.count({
		where: { paperId, publishedAt: null, retiredAt: null, date: { lt: date } },
	});
	if (before > 0) return [];
	return rows.map((row) => ({
		id: row.id,
		headline: titleOf(row.article.current.headline),
		date: dateToIso(row.editionDate),
		pageNo: row.pageNo,
		note: row.note,
		articleId: row.noticeId,
		isPlaced: (row.noticeArticle?.placements.length ?? 0) > 0,
	}));
}
