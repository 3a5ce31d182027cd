import type { Prisma } from '@/generated/prisma/client';
import type { ArticleState } from '@/generated/prisma/enums';
import { can, must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { isoToDate } from '@/lib/time';
import { type ArticleListFilters, pageSize } from '../schema';

/** One row of the story list. */
export interface ArticleRow {
	id: string;
	state: ArticleState;
	revision: number;
	headline: string;
	columnName: string | null;
	bylines: string[];
	words: number;
	authorName: string;
	updatedAt: Date;
	/** The revision readers have, where it is not the present one. */
	isPublished: boolean;
	hasUnpublishedChanges: boolean;
	places: { date: Date; pageNo: number }[];
}

/** The permission as a where-clause: who may not read every article sees the own ones. */
export function readable(actor: Actor): Prisma.ArticleWhereInput {
	const all = can(actor, 'article.read');
	return { paperId: actor.paperId, ...(all ? {} : { authorId: actor.userId }) };
}

function matching(filters: Omit<ArticleListFilters, 'q'>, actor: Actor): Prisma.ArticleWhereInput {
	const date = filters.edition ? isoToDate(filters.edition) : undefined;
	const current: Prisma.ArticleRevisionWhereInput = {
		...(filters.column && { column: { slug: filters.column } }),
		...(filters.reporter && { bylines: { some: { reporterId: filters.reporter } } }),
	};
	return {
		// What was spiked leaves the list unless it is asked for.
		state: filters.state ?? { not: 'spiked' },
		...(filters.mine && { authorId: actor.userId }),
		...(date && { placements: { some: { page: { edition: { date } } } } }),
		...(Object.keys(current).length > 0 && { current }),
	};
}

function ordering({
	sort = 'updated',
	order = 'desc',
}: Pick<ArticleListFilters, 'sort' | 'order'>): Prisma.ArticleOrderByWithRelationInput[] {
	const by: Record<typeof sort, Prisma.ArticleOrderByWithRelationInput> = {
		updated: { updatedAt: order },
		created: { createdAt: order },
		words: { current: { words: order } },
		headline: { current: { headline: order } },
	};
	return [by[sort], { id: 'asc' }];
}

/**
 * The story list: one page of the articles that match, how many there are, and how many in each state. What its query finds is
 * the search's to say (`findStories` of lib/search/read.ts), a room above this one.
 */
export async function listArticles(
	actor: Actor,
	filters: Omit<ArticleListFilters, 'q'>,
	found: Prisma.ArticleWhereInput = {},
): Promise<{ rows: ArticleRow[]; total: number; byState: Partial<Record<ArticleState, number>> }> {
	must(actor, 'article.list');
	const where = { AND: [readable(actor), matching(filters, actor), found] };
	const [rows, total, states] = await Promise.all([
		db.article.findMany({
			where,
			orderBy: ordering(filters),
			skip: ((filters.page ?? 1) - 1) * pageSize,
			take: pageSize,
			select: {
				id: true,
				state: true,
				revision: true,
				updatedAt: true,
				author: { select: { name: true } },
				publication: { select: { revision: true, withdrawnAt: true } },
				placements: { select: { page: { select: { no: true, edition: { select: { date: true } } } } } },
				current: {
					select: {
						headline: true,
						words: true,
						column: { select: { name: true } },
						bylines: { select: { name: true }, orderBy: { order: 'asc' } },
					},
				},
			},
		}),
		db.article.count({ where }),
		db.article.groupBy({ by: ['state'], where: readable(actor), _count: true }),
	]);
	return {
		rows: rows.map((row) => ({
			id: row.id,
			state: row.state,
			revision: row.revision,
			headline: row.current.headline,
			columnName: row.current.column?.name ?? null,
			bylines: row.current.bylines.map((byline) => byline.name),
			words: row.current.words,
			authorName: row.author.name,
			updatedAt: row.updatedAt,
			isPublished: row.publication !== null && row.publication.withdrawnAt === null,
			hasUnpublishedChanges:
				row.publication !== null && row.publication.withdrawnAt === null && row.publication.revision !== row.revision,
			places: row.placements.map(({ page }) => ({ date: page.edition.date, pageNo: page.no })),
		})),
		total,
		byState: Object.fromEntries(states.map((group) => [group.state, group._count])),
	};
}
