import type { Actor } from '@/lib/auth/roles';
import type { Db } from '@/lib/db';
import { siteTags } from '@/lib/site/tags';
import { dateToIso, type IsoDate } from '@/lib/time';

export interface Tagged {
	id: string;
	current: {
		columnId: string | null;
		seriesId: string | null;
		bylines: { reporterId: string | null }[];
		tags: { tagId: string }[];
	};
}

/** The tags of every stored page that shows an article, and of the lists in which it stands. */
export function tagsOf({ id, current }: Tagged): string[] {
	const lists = [
		...(current.columnId ? [siteTags.column(current.columnId)] : []),
		...(current.seriesId ? [siteTags.series(current.seriesId)] : []),
		...current.tags.map(({ tagId }) => siteTags.tag(tagId)),
		...current.bylines.flatMap(({ reporterId }) => (reporterId ? [siteTags.reporter(reporterId)] : [])),
	];
	return [siteTags.article(id), ...lists.map(siteTags.storiesOf)];
}

/** A new day touches the latest, itself, and the days beside it, whose pages link to it. */
export async function tagsOfDay(tx: Db, actor: Actor, date: IsoDate): Promise<string[]> {
	const day = new Date(date);
	const published = { paperId: actor.paperId, publishedAt: { not: null } };
	const select = { date: true } as const;
	const before = await tx.edition.findFirst({
		where: { ...published, date: { lt: day } },
		orderBy: { date: 'desc' },
		select,
	});
	const after = await tx.edition.findFirst({
		where: { ...published, date: { gt: day } },
		orderBy: { date: 'asc' },
		select,
	});
	const neighbours = [before, after].flatMap((edition) => (edition ? [dateToIso(edition.date)] : []));
	return [siteTags.latest, ...[date, ...neighbours].map(siteTags.edition)];
}
