import { type Archive, leavesOf, monthsIn, mostLeaves, parsePeriod, storiesIn } from '@/lib/article/archive/archive';
import type { ArchiveLeaf, LeafAsked } from '@/lib/article/archive/leaf';
import { listLeaf, listMonths } from '@/lib/article/archive/published';
import { parsePageNo } from '@/lib/site/page-parts';
import { missing, moved, type PageAnswer, type PageContext, type ReaderPage } from '@/lib/site/reader-page';

type AnswerLeaf = (key: string, asked: LeafAsked, context: PageContext) => Promise<PageAnswer>;

/** The pages of an archive by their addresses. */
export interface ArchivePages {
	/** `/column/wen-da` */
	first: ReaderPage;
	/** `/column/wen-da/2`: older stories; `/column/wen-da/2026`: those of a year. */
	later: ReaderPage;
	/** `/column/wen-da/2026/11` */
	month: ReaderPage;
	/** `/column/wen-da/2026/11/2` */
	monthLeaf: ReaderPage;
}

/** The first leaf of each has one address only. */
export function archivePages(segment: Archive['kind'], answer: AnswerLeaf): ArchivePages {
	const base = `/${segment}/:key`;
	return {
		first: { pattern: base, answer: ({ key = '' }, context) => answer(key, { page: 1 }, context) },
		later: {
			pattern: `${base}/:page`,
			async answer({ key = '', page = '' }, context) {
				const period = parsePeriod(page);
				if (period) return answer(key, { period, page: 1 }, context);
				const no = parsePageNo(page, mostLeaves);
				if (no === 1) return moved(`/${segment}/${key}`);
				return no === undefined ? missing() : answer(key, { page: no }, context);
			},
		},
		month: {
			pattern: `${base}/:year/:month`,
			async answer({ key = '', year = '', month = '' }, context) {
				const period = parsePeriod(year, month);
				return period ? answer(key, { period, page: 1 }, context) : missing();
			},
		},
		monthLeaf: {
			pattern: `${base}/:year/:month/:page`,
			async answer({ key = '', year = '', month = '', page = '' }, context) {
				const period = parsePeriod(year, month);
				const no = parsePageNo(page, mostLeaves);
				if (!period || no === undefined) return missing();
				if (no === 1) return moved(`/${segment}/${key}/${year}/${month}`);
				return answer(key, { period, page: no }, context);
			},
		},
	};
}

/** Undefined where the archive has nothing there. */
export async function readLeaf(archive: Archive, { period, page }: LeafAsked): Promise<ArchiveLeaf | undefined> {
	const months = await listMonths(archive);
	const within = period ? monthsIn(months, period) : months;
	if (period && within.length === 0) return undefined;
	const rows = await listLeaf(archive, within, page);
	if (!rows) return undefined;
	const stories = storiesIn(within);
	const pages = period && !period.month ? 1 : Math.min(mostLeaves, leavesOf(stories));
	return { period, page, rows, months, total: storiesIn(months), stories, pages };
}
