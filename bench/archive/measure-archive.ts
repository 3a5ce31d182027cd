import { listColumnsOfReporter, listLeaf, listMonths } from '@/lib/article/archive/published';
import { listOnlineStories, listStoriesOfDay } from '@/lib/article/published';
import { listColumns } from '@/lib/column/published';
import { publishedDb } from '@/lib/db';
import {
	findEdition,
	getPaper,
	listDays,
	listDaysAround,
	listEditionsOf,
	listEditionYears,
} from '@/lib/edition/published';
import { columnFeedPages, feedPages } from '@/lib/site/page/feeds';
import { columnPages, seriesPages, tagPages } from '@/lib/site/page/heading';
import { answerPeriod } from '@/lib/site/page/paper-archive';
import { reporterPages } from '@/lib/site/page/reporter';
import { monthSitemapPage, newsSitemapPage, sitemapPage } from '@/lib/site/page/sitemap';
import type { PageContext, ReaderPage } from '@/lib/site/reader-page';
import { readShell } from '@/lib/site/shell';

/** What is asked for in a run: like things of the latest and of the oldest part of the archive. */
interface Question {
	name: string;
	ask: () => Promise<unknown>;
}

/** In milliseconds, each question as often as there are runs, all by turns, so that what else the machine does falls on all alike. */
export async function measureArchive(runs: number): Promise<Record<string, number[]>> {
	const questions = await listQuestions();
	const times = new Map(questions.map(({ name }) => [name, [] as number[]]));
	for (let run = -warmUps; run < runs; run++) {
		for (const { name, ask } of questions) {
			const begun = performance.now();
			await ask();
			if (run >= 0) times.get(name)?.push(performance.now() - begun);
		}
	}
	return Object.fromEntries(times);
}

/** Until plans are cached and code is compiled. */
const warmUps = 20;

/** Each question once: for the plans of all its statements. */
export async function askOnce(): Promise<void> {
	for (const { ask } of await listQuestions()) await ask();
}

async function listQuestions(): Promise<Question[]> {
	const shell = await readShell();
	const paper = await getPaper();
	const edition = paper && (await findEdition(paper.id));
	if (!shell || !paper || !edition) throw new Error('There is no paper to ask');
	const context: PageContext = { shell, today: edition.date, query: new URLSearchParams() };
	const [column] = await listColumns(paper.id);
	const [series, tag, reporter] = await Promise.all([
		publishedDb.series.findFirstOrThrow({ orderBy: { order: 'asc' } }),
		publishedDb.tag.findFirstOrThrow({ orderBy: { order: 'asc' } }),
		publishedDb.publishedReporter.findFirstOrThrow({ orderBy: { pinyin: 'asc' } }),
	]);
	const slug = column?.slug ?? '';
	const archive = { kind: 'column' as const, id: column?.id ?? '' };
	const months = await listMonths(archive);
	// The oldest month is not whole.
	const old = months.at(-2) ?? months[0];
	const [year = '', month = ''] = (old?.month ?? '').split('-');
	const period = { year: Number(year), month: Number(month) };
	const leaves = Math.ceil(months.reduce((sum, { stories }) => sum + stories, 0) / 30);
	const page = (asked: ReaderPage, params: Record<string, string>) => async () => {
		const answer = await asked.answer(params, context);
		if (answer.kind === 'missing' || answer.kind === 'moved') throw new Error(`Nothing at ${asked.pattern}`);
	};
	const [rss, , json] = feedPages;
	const [, columnAtom] = columnFeedPages;
	const latestMonth = months[1]?.month ?? '';
	return [
		{
			name: '首页的列表',
			ask: () => Promise.all([listOnlineStories(paper.id, edition.date, 8), listStoriesOfDay(paper.id, edition.date)]),
		},
		{ name: '栏目', ask: page(columnPages.first, { key: slug }) },
		{ name: '栏目最深一页', ask: () => listLeaf(archive, months, leaves - 1) },
		{ name: '栏目第 25 页', ask: page(columnPages.later, { key: slug, page: '25' }) },
		{ name: '栏目一年', ask: page(columnPages.later, { key: slug, page: year }) },
		{ name: '栏目一月', ask: page(columnPages.month, { key: slug, year, month: String(period.month) }) },
		{ name: '主题', ask: page(seriesPages.first, { key: series.slug }) },
		{ name: '标签', ask: page(tagPages.first, { key: tag.slug }) },
		{ name: '标签一月', ask: page(tagPages.month, { key: tag.slug, year, month: String(period.month) }) },
		{ name: '记者', ask: page(reporterPages.first, { key: reporter.id }) },
		{ name: '记者的栏目', ask: () => listColumnsOfReporter(reporter.id, 5) },
		{ name: '日历', ask: () => listDaysAround(paper.id, `${old?.month}-15`) },
		{
			name: '往期一年',
			ask: () =>
				Promise.all([listEditionYears(paper.id), listDays(paper.id, `${year}-01-01`, `${Number(year) + 1}-01-01`)]),
		},
		{ name: '往期一月', ask: () => answerPeriod(period, context) },
		{ name: '期的列表', ask: () => listEditionsOf(paper.id, `${latestMonth}-01`, `${latestMonth}-28`) },
		{ name: '订阅', ask: page(rss!, {}) },
		{ name: '订阅 JSON', ask: page(json!, {}) },
		{ name: '栏目订阅', ask: page(columnAtom!, { key: slug }) },
		{ name: '站点地图', ask: page(sitemapPage, {}) },
		{ name: '站点地图一月', ask: page(monthSitemapPage, { name: old?.month ?? '' }) },
		{ name: '新闻地图', ask: page(newsSitemapPage, {}) },
	];
}

export const disconnect = (): Promise<void> => publishedDb.$disconnect();
