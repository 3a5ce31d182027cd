import type { Period } from '@/lib/article/archive/archive';
import { periodName } from '@/lib/article/archive/leaf';
import type { PublishedEdition } from '@/lib/edition/published';
import { chineseDate, type IsoDate, pageLabel, weekday } from '@/lib/time';
import { ArchiveStrip } from './archive-strip';
import { MonthCalendar } from './calendar';
import { FeedLinks } from './feed-links';

export interface PaperPeriodView {
	paper: string;
	/** In which there were editions, latest first. */
	years: readonly number[];
	/** Published days of the year, in order. */
	days: readonly IsoDate[];
	period: Period;
	today: IsoDate;
}

/** The papers of a year: a calendar for each month that had one. */
export function PaperYear(view: PaperPeriodView) {
	return (
		<section className="heading-page paper-archive">
			<PaperArchiveHead {...view} />
			<ol className="calendars">
				{monthsOf(view.days).map((month) => (
					<li key={month}>
						<MonthCalendar month={month} today={view.today} published={view.days} />
					</li>
				))}
			</ol>
		</section>
	);
}

/** The papers of a month, each with its pages. */
export function PaperMonth({ editions, ...view }: PaperPeriodView & { editions: readonly PublishedEdition[] }) {
	return (
		<section className="heading-page paper-archive">
			<PaperArchiveHead {...view} />
			<ol className="editions">
				{editions.toReversed().map(({ date, issueNo, pages }) => (
					<li key={date}>
						<h2>
							<a href={`/paper/${date}/${pages[0]?.no ?? 1}`}>
								<time dateTime={date}>{chineseDate(date)}</time> {weekday(date)}
							</a>
							<small>第 {issueNo} 期</small>
						</h2>
						<p>
							{pages.map(({ no, name }) => (
								<a key={no} href={`/paper/${date}/${no}`}>
									{pageLabel(no)} {name}
								</a>
							))}
						</p>
					</li>
				))}
			</ol>
		</section>
	);
}

function PaperArchiveHead({ paper, years, days, period }: PaperPeriodView) {
	return (
		<>
			<header className="heading-head">
				<p className="heading-label">《{paper}》往期</p>
				<h1>{periodName(period)}报纸</h1>
				<p className="heading-facts">
					<span>
						{period.year}年共 {days.length} 期
					</span>
					<a href="/paper">最新一期</a>
					<FeedLinks path="/paper" />
				</p>
			</header>
			<ArchiveStrip
				path="/paper"
				years={years.map((year) => ({ year }))}
				months={countsOf(days)}
				period={period}
				unit="期"
			/>
		</>
	);
}

function monthsOf(days: readonly IsoDate[]): string[] {
	return [...new Set(days.map((day) => day.slice(0, 7)))];
}

function countsOf(days: readonly IsoDate[]): { month: string; stories: number }[] {
	return monthsOf(days)
		.toReversed()
		.map((month) => ({ month, stories: days.filter((day) => day.startsWith(month)).length }));
}
