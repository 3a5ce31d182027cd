import { factsOf } from '@/components/reader/page-sheet';
import { PageView } from '@/components/reader/page-view';
import { parsePeriod } from '@/lib/article/archive/archive';
import {
	findEdition,
	findLatestDate,
	listDaysAround,
	listPages,
	type PublishedEdition,
	type PublishedPage,
} from '@/lib/edition/published';
import { listPictures } from '@/lib/media/published';
import { publicationIssue } from '@/lib/site/linked-data/issue';
import { facesOfPage, pageStyles, parsePageNo, picturesOfPage } from '@/lib/site/page-parts';
import { type MissingAnswer, missing, moved, type ReaderPage } from '@/lib/site/reader-page';
import { monthTag } from '@/lib/site/tag-subject';
import { siteTags } from '@/lib/site/tags';
import { chineseDate, type IsoDate, isoToDate, pageLabel } from '@/lib/time';
import { answerPeriod } from './paper-archive';
import { findPagePicture, listPagePictures } from './print-of-page';

/**
 * `/paper`: the latest edition's first page. A temporary move, so that the address in the bar is the day's own, which
 * can be kept and passed on; stored under `latest`, it points to tomorrow's paper the moment that is out. Before the
 * first paper the front says so.
 */
export const latestPaperPage: ReaderPage = {
	pattern: '/paper',
	async answer(_params, { shell: { paper } }) {
		const date = await findLatestDate(paper.id);
		return moved(date ? `/paper/${date}/1` : '/', 302, [siteTags.latest]);
	},
};

/** `/paper/2026-11-22`: its first page, for good: an edition has a first page as long as it exists. `/paper/2026`: the year. */
export const editionPage: ReaderPage = {
	pattern: '/paper/:date',
	async answer({ date = '' }, context) {
		const { paper } = context.shell;
		const period = parsePeriod(date);
		if (period) return answerPeriod(period, context);
		if (!isoToDate(date)) return missing();
		const edition = await findEdition(paper.id, date);
		const [first] = edition?.pages ?? [];
		return first ? moved(`/paper/${date}/${first.no}`) : missingDay(paper.id, date);
	},
};

/** `/paper/2026-11-22/1`: the page as the paper printed it. `/paper/2026/11`: the month. */
export const paperPage: ReaderPage = {
	pattern: '/paper/:date/:no',
	async answer({ date = '', no }, context) {
		const { today } = context;
		const { paper } = context.shell;
		const period = parsePeriod(date, no);
		if (period) return answerPeriod(period, context);
		const found = await findPaperPage(paper.id, date, no);
		if ('missing' in found) return found.missing;
		const { edition, pages, page } = found;
		const facts = { ...paper, issueNo: edition.issueNo, pages: pages.length };
		const [days, latest, pictures, pagePictures, image] = await Promise.all([
			listDaysAround(paper.id, page.date),
			findLatestDate(paper.id),
			listPictures(picturesOfPage(page)),
			listPagePictures(pages, edition, paper),
			findPagePicture(page, edition, facts),
		]);
		const said = factsOf(page, facts);
		const isLatest = latest === page.date;
		const showsToday = isLatest || monthTag(page.date) === monthTag(today);
		return {
			kind: 'document',
			tags: [...tagsOf(page), ...(isLatest ? [siteTags.latest] : []), ...(showsToday ? [siteTags.today] : [])],
			document: {
				title: `${pageLabel(page.no)}：${page.name} ${chineseDate(page.date)}`,
				description: page.brief.stories.map((story) => story.headline.replace(/\n/g, ' ')).join('；'),
				path: `/paper/${page.date}/${page.no}`,
				current: isLatest ? '/paper' : undefined,
				image,
				data: publicationIssue(paper, edition, page),
				faces: facesOfPage(page, said),
				styles: pageStyles(page, said),
				previous: pathOf(pages[pages.indexOf(page) - 1]),
				next: pathOf(pages[pages.indexOf(page) + 1]),
				body: <PageView {...{ paper: facts, pages, page, pictures, pagePictures, days, today, isLatest }} />,
			},
		};
	},
};

interface PaperPage {
	edition: PublishedEdition;
	/** All of the edition, in order. */
	pages: PublishedPage[];
	page: PublishedPage;
}

/** The page that an address names, or what to answer where there is none. */
export async function findPaperPage(
	paperId: string,
	date = '',
	rawNo = '',
): Promise<PaperPage | { missing: MissingAnswer }> {
	const no = parsePageNo(rawNo);
	if (!isoToDate(date) || no === undefined) return { missing: missing() };
	const [edition, pages] = await Promise.all([findEdition(paperId, date), listPages(paperId, date)]);
	const page = pages.find((candidate) => candidate.no === no);
	if (edition && page) return { edition, pages, page };
	return { missing: pages.length > 0 ? missing(noSuchPage, [date]) : await missingDay(paperId, date) };
}

/** What a page view shows: its stories and pictures, its day with the links to the days beside it, its month. */
export function tagsOf(page: PublishedPage): string[] {
	return [
		siteTags.edition(page.date),
		monthTag(page.date),
		...page.brief.stories.map((story) => siteTags.article(story.id)),
		...picturesOfPage(page).map(siteTags.media),
	];
}

function pathOf(page: PublishedPage | undefined): string | undefined {
	return page && `/paper/${page.date}/${page.no}`;
}

const noSuchPage = '这一期没有这一版，请从第一版看起：';
const noPaper = '这一天没有出版报纸，离它最近的是：';

async function missingDay(paperId: string, date: IsoDate): Promise<MissingAnswer> {
	const { before, after } = await listDaysAround(paperId, date);
	return missing(
		noPaper,
		[before, after].filter((day) => day !== undefined),
	);
}
