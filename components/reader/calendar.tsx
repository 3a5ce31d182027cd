import type { DayNeighbours } from '@/lib/edition/published';
import { addDays, type IsoDate } from '@/lib/time';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** The month of a day; only days with a paper are links. */
export function Calendar({ date, today, days }: { date: IsoDate; today: IsoDate; days: DayNeighbours }) {
	return (
		<table className="calendar">
			<caption>
				{days.beforeMonth && (
					<a href={`/paper/${days.beforeMonth}/1`} rel="prev" aria-label="更早的月份">
						‹
					</a>
				)}
				<MonthLink month={date.slice(0, 7)} />
				{days.afterMonth && (
					<a href={`/paper/${days.afterMonth}/1`} rel="next" aria-label="更晚的月份">
						›
					</a>
				)}
			</caption>
			<Weeks month={date.slice(0, 7)} today={today} here={date} published={days.month} />
		</table>
	);
}

interface MonthCalendarProps {
	/** `2026-11` */
	month: string;
	today: IsoDate;
	/** Days with a paper, others among them. */
	published: readonly IsoDate[];
	/** The day that is being read. */
	here?: IsoDate;
}

/** One month of a year. */
export function MonthCalendar(props: MonthCalendarProps) {
	return (
		<table className="calendar">
			<caption>
				<MonthLink month={props.month} />
			</caption>
			<Weeks {...props} />
		</table>
	);
}

function MonthLink({ month }: { month: string }) {
	const [year = '', no = ''] = month.split('-');
	return (
		<a className="calendar-month" href={`/paper/${year}/${Number(no)}`}>
			{year}年{Number(no)}月
		</a>
	);
}

function Weeks({ month, today, published, here }: MonthCalendarProps) {
	return (
		<>
			<thead>
				<tr>
					{weekdays.map((name) => (
						<th key={name} scope="col" abbr={`星期${name}`}>
							{name}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{weeksOf(`${month}-01`).map((week) => (
					<tr key={week.join()}>
						{week.map((day, column) => (
							<td key={weekdays[column]} className={day === today ? 'today' : undefined}>
								{day && <Day day={day} isHere={day === here} isPublished={published.includes(day)} />}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</>
	);
}

function Day({ day, isHere, isPublished }: { day: IsoDate; isHere: boolean; isPublished: boolean }) {
	const number = Number(day.slice(8));
	if (!isPublished) return <span>{number}</span>;
	return (
		<a href={`/paper/${day}/1`} aria-current={isHere ? 'date' : undefined}>
			{number}
		</a>
	);
}

/** The weeks of a day's month from Sunday on; days of other months are undefined. */
export function weeksOf(date: IsoDate): (IsoDate | undefined)[][] {
	const month = date.slice(0, 7);
	const first = `${month}-01`;
	const lead = new Date(`${first}T00:00:00Z`).getUTCDay();
	const weeks: (IsoDate | undefined)[][] = [];
	for (let start = addDays(first, -lead); start.slice(0, 7) <= month; start = addDays(start, 7)) {
		weeks.push(
			weekdays.map((_, column) => {
				const day = addDays(start, column);
				return day.startsWith(month) ? day : undefined;
			}),
		);
	}
	return weeks;
}
