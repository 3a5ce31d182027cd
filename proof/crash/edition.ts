import { db } from '@/lib/db';
import { timeEdition } from '@/lib/edition/write';
import { addDays, dayOf } from '@/lib/time';
import type { Newsroom } from '@/prisma/seed/newsroom';
import { laidOut, locked } from '@/tests/factories';

const soonMilliseconds = 300;

export interface DueEdition {
	id: string;
	pages: number;
	articleIds: string[];
}

/** An edition of two pages with two stories each, made up by the newsroom, which the site is to publish in a moment. */
export async function orderEdition(newsroom: Newsroom, number: number): Promise<DueEdition> {
	const date = addDays(dayOf(new Date()), number + 1);
	const stories = ['一', '二'].map((page) =>
		['甲', '乙'].map((story) => ({ headline: `第${number}期${page}版${story}` })),
	);
	const { id, articles } = await laidOut(newsroom, date, stories);
	await locked(newsroom, id);
	const publishAt = new Date(Date.now() + soonMilliseconds);
	await timeEdition(newsroom.actors.chief_on_duty, { id, publishAt });
	return { id, pages: stories.length, articleIds: articles.map((article) => article.id) };
}

export type Publication = 'none' | 'whole' | 'half';

/** How much of an edition's publication there is: its moment, its stories, its pages, its record and what it owes the site. */
export async function publicationOf({ id, pages, articleIds }: DueEdition): Promise<Publication> {
	const [row] = await db.$queryRaw<[Record<'moment' | 'stories' | 'states' | 'versions' | 'traces' | 'owed', number>]>`
		SELECT
			(SELECT count("publishedAt") FROM "Edition" WHERE "id" = ${id})::int AS moment,
			(SELECT count(*) FROM "Publication" WHERE "articleId" = ANY(${articleIds}))::int AS stories,
			(SELECT count(*) FROM "Article" WHERE "id" = ANY(${articleIds}) AND "state" = 'published')::int AS states,
			(SELECT count(*) FROM "PageVersion" v JOIN "Page" p ON p."id" = v."pageId" WHERE p."editionId" = ${id} AND v."published" IS NOT NULL)::int AS versions,
			(SELECT count(*) FROM "Trace" WHERE "act" IN ('edition.publish', 'article.publish')
				AND "subjectId" = ANY(${[id, ...articleIds]}))::int AS traces,
			(SELECT count(*) FROM "Outbox" WHERE "event" = 'edition.publish' AND "subject" = ${id})::int AS owed`;
	const wholes = [
		[row.moment, 1],
		[row.stories, articleIds.length],
		[row.states, articleIds.length],
		[row.versions, pages],
		[row.traces, 1 + articleIds.length],
		[row.owed, 1],
	];
	if (wholes.every(([count]) => count === 0)) return 'none';
	return wholes.every(([count, whole]) => count === whole) ? 'whole' : 'half';
}
