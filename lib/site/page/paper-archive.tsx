import { PaperMonth, PaperYear } from '@/components/reader/paper-archive';
import { firstOf, firstOfNext, type Period } from '@/lib/article/archive/archive';
import { periodName } from '@/lib/article/archive/leaf';
import { listDays, listEditionsOf, listEditionYears } from '@/lib/edition/published';
import { type DocumentAnswer, missing, type PageAnswer, type PageContext } from '@/lib/site/reader-page';
import { monthTag } from '@/lib/site/tag-subject';
import { siteTags } from '@/lib/site/tags';

/** `/paper/2026`: the calendars of a year; `/paper/2026/11`: the editions of a month. */
export async function answerPeriod(period: Period, { shell: { paper }, today }: PageContext): Promise<PageAnswer> {
	const { year, month } = period;
	const [years, days, editions] = await Promise.all([
		listEditionYears(paper.id),
		listDays(paper.id, `${year}-01-01`, `${year + 1}-01-01`),
		month ? listEditionsOf(paper.id, firstOf(monthKey(year, month)), firstOfNext(monthKey(year, month))) : [],
	]);
	if (days.length === 0 || (month && editions.length === 0)) return missing();
	const view = { paper: paper.name, years, days, period, today };
	const name = periodName(period);
	const answer: DocumentAnswer = {
		kind: 'document',
		tags: [
			siteTags.latest,
			...(year === Number(today.slice(0, 4)) ? [siteTags.today] : []),
			...(month ? [monthTag(firstOf(monthKey(year, month)))] : []),
		],
		document: {
			title: `${name}报纸`,
			description: `《${paper.name}》${name}出版的报纸，按日期查看。`,
			path: month ? `/paper/${year}/${month}` : `/paper/${year}`,
			faces: { head: [`${name}报纸`] },
			feeds: [{ title: `${paper.name} 版面`, path: '/paper/feed.xml' }],
			body: month ? <PaperMonth {...view} editions={editions} /> : <PaperYear {...view} />,
		},
	};
	return answer;
}

const monthKey = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`;
