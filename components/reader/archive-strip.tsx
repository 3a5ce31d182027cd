import { type MonthCount, monthOf, monthsIn, type Period, yearsOf } from '@/lib/article/archive/archive';

interface ArchiveStripProps {
	/** The address of the archive. */
	path: string;
	/** In which there is something, latest first; those of the period's year at least. */
	months: readonly MonthCount[];
	/** All years, where `months` are of one alone. */
	years?: readonly { year: number; stories?: number }[];
	/** What is being looked at. */
	period?: Period;
	/** What is counted. */
	unit: '篇' | '期';
}

const monthNumbers = Array.from({ length: 12 }, (_, index) => index + 1);

/** Years with what they hold, and the months of one of them; only what exists is a link. */
export function ArchiveStrip({ path, months, years = yearsOf(months), period, unit }: ArchiveStripProps) {
	const year = period?.year ?? years[0]?.year;
	if (year === undefined) return null;
	const counts = new Map(monthsIn(months, { year }).map(({ month, stories }) => [monthOf(month), stories]));
	return (
		<nav className="archive" id="archive" aria-label="按年月查看">
			<ol className="archive-years">
				{years.map((each) => (
					<li key={each.year}>
						<a href={`${path}/${each.year}`} aria-current={currentOf(each.year === period?.year, !period?.month)}>
							{each.year} <Count count={each.stories} unit={unit} />
						</a>
					</li>
				))}
			</ol>
			<ol className="archive-months" aria-label={`${year}年`}>
				{monthNumbers.map((month) => {
					const count = counts.get(month);
					if (count === undefined)
						return (
							<li key={month}>
								<span className="off">{month}月</span>
							</li>
						);
					return (
						<li key={month}>
							<a href={`${path}/${year}/${month}`} aria-current={currentOf(month === period?.month, true)}>
								{month}月 <Count count={count} unit={unit} />
							</a>
						</li>
					);
				})}
			</ol>
		</nav>
	);
}

/** The year of a month that is looked at is on the way to it. */
function currentOf(isChosen: boolean, isWhole: boolean): 'page' | 'true' | undefined {
	if (!isChosen) return undefined;
	return isWhole ? 'page' : 'true';
}

function Count({ count, unit }: { count: number | undefined; unit: string }) {
	if (count === undefined) return null;
	return (
		<small>
			{count}
			<span className="visually-hidden"> {unit}</span>
		</small>
	);
}
