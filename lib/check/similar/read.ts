import type { ArticleState } from '@/generated/prisma/enums';
import { titleOf } from '@/lib/article/article';
import type { Db } from '@/lib/db';
import { dateToIso, type IsoDate } from '@/lib/time';
import { bandsOf, likeness } from './print';
import { lookBack } from './write';

/** A story of the last 30 days that much of the text stands in. */
export interface SimilarStory {
	articleId: string;
	headline: string;
	authorName: string;
	state: ArticleState;
	/** Where readers have it; null while it is on its way. */
	published: { date: IsoDate; pageNo: number } | null;
	/** How much of the shorter text stands in the other, in per cent. */
	percent: number;
}

/** Below this two stories on one matter are two stories. */
const alike = 0.5;
const candidatesAtMost = 20;
const shown = 3;

/**
 * The published and submitted stories of the last 30 days most like a text, best first. Their prints find them
 * (keepPrints has taken those); the words themselves then say how alike they are.
 */
export async function listSimilar(
	tx: Db,
	{ paperId, articleId, text }: { paperId: string; articleId: string; text: string },
): Promise<SimilarStory[]> {
	const bands = bandsOf(text);
	if (bands.length === 0) return [];
	const ids = await tx.$queryRaw<{ id: string }[]>`
		SELECT a.id FROM "StoryPrint" p JOIN "Article" a ON a.id = p."articleId"
		WHERE p.bands && ${bands}::int[] AND p."paperId" = ${paperId} AND a.id <> ${articleId}
			AND a."updatedAt" > now() - ${lookBack}::interval AND a.state NOT IN ('draft', 'spiked')
		ORDER BY a."updatedAt" DESC LIMIT ${candidatesAtMost}`;
	const rows = await tx.article.findMany({
		where: { id: { in: ids.map(({ id }) => id) } },
		select: {
			id: true,
			state: true,
			author: { select: { name: true } },
			current: { select: { headline: true, text: true } },
			publication: { select: { editionDate: true, pageNo: true, withdrawnAt: true } },
		},
	});
	return rows
		.map(({ id, state, author, current, publication }) => ({
			articleId: id,
			headline: titleOf(current.headline),
			authorName: author.name,
			state,
			published:
				publication && !publication.withdrawnAt && publication.editionDate !== null && publication.pageNo !== null
					? { date: dateToIso(publication.editionDate), pageNo: publication.pageNo }
					: null,
			percent: Math.round(likeness(text, current.text) * 100),
		}))
		.filter(({ percent }) => percent >= alike * 100)
		.sort((a, b) => b.percent - a.percent)
		.slice(0, shown);
}
