import Link from 'next/link';
import { editionStateNames } from '@/lib/edition/edition';
import type { CalendarEdition } from '@/lib/edition/plan/read';
import { chineseDate, type IsoDate } from '@/lib/time';
import styles from './calendar.module.css';

interface CalendarDayProps {
	day: IsoDate;
	/** Of the month before or behind. */
	isOutside: boolean;
	isToday: boolean;
	/** Whether the Tab key stops here. */
	isStop: boolean;
	edition: CalendarEdition | undefined;
	/** Left out for those who plan nothing. */
	onPlan: (() => void) | undefined;
}

/** A day of the calendar: its edition, or the place for one. */
export function CalendarDay({ day, isOutside, isToday, isStop, edition, onPlan }: CalendarDayProps) {
	const face = (
		<span className={styles.face} data-cell={day}>
			<span className={styles.number}>{Number(day.slice(8))}</span>
			{isToday && <span className={styles.today}>今天</span>}
			{edition && (
				<span className={styles.facts}>
					{edition.pages} 版 {edition.stories} 篇
				</span>
			)}
		</span>
	);
	const shared = {
		className: `${styles.day} ${isOutside ? styles.outside : ''}`,
		'data-day': day,
		tabIndex: isStop ? 0 : -1,
		'aria-current': isToday ? ('date' as const) : undefined,
	};
	const name = `${chineseDate(day)}${isToday ? '，今天' : ''}`;
	if (edition) {
		const { state, pages, stories } = edition;
		return (
			<Link
				{...shared}
				href={`/desk/edition/${day}`}
				prefetch={false}
				data-state={state}
				aria-label={`${name}，${editionStateNames[state]}，${pages} 版 ${stories} 篇`}
			>
				{face}
			</Link>
		);
	}
	if (!onPlan) return <span className={`${shared.className} ${styles.free}`}>{face}</span>;
	return (
		<button {...shared} type="button" data-state="free" onClick={onPlan} aria-label={`${name}，建期`}>
			{face}
		</button>
	);
}
