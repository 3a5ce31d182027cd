import { onlyWithStories } from '@/lib/column/published';
import { publishedDb } from '@/lib/db';
import { isoToDate } from '@/lib/time';
import type { FilterName, SearchAsk, SearchFilters } from '../ask';

/** What the fields of a search name: as conditions, as people call it, and a sentence for each that names nothing. */
export interface FoundFilters {
	filters: SearchFilters;
	names: Partial<Record<FilterName, string>>;
	troubles: string[];
}

/** Looks up what the form's fields name. Columns go by their slug, reporters and tags by name or by what stands in their address. */
export async function findFilters(paperId: string, ask: SearchAsk): Promise<FoundFilters> {
	const select = { id: true, name: true } as const;
	const named = (text: string) => ({ in: [text, text.replaceAll(' ', '')] });
	const [column, reporters, tag] = await Promise.all([
		ask.column === ''
			? null
			: publishedDb.column.findFirst({
					where: { paperId, OR: [{ slug: ask.column }, { name: ask.column }] },
					select: { ...select, slug: true },
				}),
		ask.reporter === ''
			? []
			: publishedDb.publishedReporter.findMany({
					where: { paperId, OR: [{ id: ask.reporter }, { name: named(ask.reporter) }] },
					orderBy: { id: 'asc' },
					select,
				}),
		ask.tag === ''
			? null
			: publishedDb.tag
					.findFirst({ where: { paperId, OR: [{ slug: ask.tag }, { name: ask.tag }] }, select })
					.then((tag) => onlyWithStories('tag', tag)),
	]);
	const [reporter] = reporters;
	const day = (text: string) => (isoToDate(text) ? text : undefined);
	const troubles = [
		ask.column !== '' && !column && `没有“${ask.column}”这个栏目，请从列表里选。`,
		ask.reporter !== '' && !reporter && `没有叫“${ask.reporter}”的记者；通讯员和作者请直接搜姓名。`,
		ask.tag !== '' && !tag && `没有“${ask.tag}”这个标签，可以直接搜这个词。`,
	];
	return {
		filters: {
			...(column && { columnId: column.id }),
			...(reporter && { reporterIds: reporters.map(({ id }) => id) }),
			...(tag && { tagId: tag.id }),
			...(/^[1-9]\d?$/.test(ask.no) && { pageNo: Number(ask.no) }),
			...(day(ask.from) && { from: ask.from }),
			...(day(ask.to) && { to: ask.to }),
		},
		names: {
			...(column && { column: column.name }),
			...(reporter && { reporter: reporter.name }),
			...(tag && { tag: tag.name }),
		},
		troubles: troubles.filter((trouble) => trouble !== false),
	};
}
