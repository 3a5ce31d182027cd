'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { ButtonLink } from '@/components/ui/button';
import { addMonths, daysOfKey, type IsoMonth, weeksOf } from '@/lib/edition/plan/month';
import type { CalendarEdition, EditionModel } from '@/lib/edition/plan/read';
import { addDays, type IsoDate } from '@/lib/time';
import styles from './calendar.module.css';
import { CalendarDay } from './calendar-day';
import { PlanDialog } from './plan-dialog';

interface CalendarProps {
	month: IsoMonth;
	today: IsoDate;
	editions: readonly CalendarEdition[];
	models: readonly EditionModel[];
	/** The number of an edition that is planned now. */
	issueNo: number;
	mayPlan: boolean;
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** A month of editions. A planned day opens, a free one is planned; arrows walk the days, 上月 and 下月 turn the leaf. */
export function Calendar({ month, today, editions, models, issueNo, mayPlan }: CalendarProps) {
	const grid = useRef<HTMLTableElement>(null);
	const [planned, setPlanned] = useState<IsoDate>();
	const weeks = weeksOf(month);
	const byDay = new Map(editions.map((edition) => [edition.date, edition]));
	const [held, setHeld] = useState(today);
	const open = weeks.flat().filter((day) => mayPlan || byDay.has(day));
	// One stop of the Tab key; from there arrows walk.
	const stop = open.includes(held) ? held : open[0];
	const onKey = (event: KeyboardEvent) => {
		const days = daysOfKey(event.key);
		const from = (event.target as HTMLElement).dataset.day;
		if (days === undefined || !from || !grid.current) return;
		event.preventDefault();
		focusDay(grid.current, from, days);
	};
	const onFocus = (event: FocusEvent) => {
		const { day } = (event.target as HTMLElement).dataset;
		if (day) setHeld(day);
	};
	return (
		<section className={styles.calendar} aria-label="期次日历">
			<CalendarHead month={month} today={today} />
			<table ref={grid} className={styles.grid} onKeyDown={onKey} onFocus={onFocus}>
				<caption className="visually-hidden">{titleOf(month)}的期次</caption>
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
					{weeks.map((days) => (
						<tr key={days[0]}>
							{days.map((day) => (
								<td key={day}>
									<CalendarDay
										day={day}
										isOutside={!day.startsWith(month)}
										isToday={day === today}
										isStop={day === stop}
										edition={byDay.get(day)}
										onPlan={mayPlan ? () => setPlanned(day) : undefined}
									/>
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
			<p className={styles.legend}>
				<span data-state="published">已出版</span>
				<span data-state="open">组版中</span>
				<span data-state="retired">停用</span>
				{mayPlan && '空着的日子点一下就能建期。'}
			</p>
			<PlanDialog
				proposal={planned ? { date: planned, issueNo } : undefined}
				models={models}
				onClose={() => setPlanned(undefined)}
			/>
		</section>
	);
}

/** Which month it is, and the way to the ones beside it. */
function CalendarHead({ month, today }: { month: IsoMonth; today: IsoDate }) {
	const router = useRouter();
	const [before, behind] = [hrefOf(addMonths(month, -1)), hrefOf(addMonths(month, 1))];
	useShortcut('[', '上月', () => router.push(before, { scroll: false }));
	useShortcut(']', '下月', () => router.push(behind, { scroll: false }));
	return (
		<div className={styles.head}>
			<h2>{titleOf(month)}</h2>
			<ButtonLink variant="quiet" shortcut="[" href={before} scroll={false}>
				上月
			</ButtonLink>
			<ButtonLink variant="quiet" shortcut="]" href={behind} scroll={false}>
				下月
			</ButtonLink>
			{!today.startsWith(month) && (
				<Link href="/desk/edition" prefetch={false} scroll={false}>
					回到本月
				</Link>
			)}
		</div>
	);
}

function titleOf(month: IsoMonth): string {
	return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

function hrefOf(month: IsoMonth): string {
	return `/desk/edition?month=${month}`;
}

/** Takes the focus to the next day in that direction that something can be done with. */
function focusDay(grid: HTMLElement, from: IsoDate, days: number): void {
	for (let day = addDays(from, days); ; day = addDays(day, days)) {
		const cell = grid.querySelector<HTMLElement>(`[data-cell="${day}"]`);
		if (!cell) return;
		const target = grid.querySelector<HTMLElement>(`[data-day="${day}"]`);
		if (target) {
			target.focus();
			return;
		}
	}
}
