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
	const says = [isToday && '今天', edition ? editionStateNames[edition.state] : '还没有期次'].filter(Boolean);
	const face = (
		<span className={styles.face} data-cell={day}>
			<span className="visually-hidden">{chineseDate(day).split('月')[0]}月</span>
			<span className={styles.number}>{Number(day.slice(8))}</span>
			<span className="visually-hidden">
				日，{says.join('，')}
				{edition && '，'}
			</span>
			{isToday && (
				<span className={styles.today} aria-hidden="true">
					今天
				</span>
			)}
			{edition && (
				<span className={styles.facts}>
					<span>{edition.pages} 版</span> <span>{edition.stories} 篇</span>
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
	if (edition) {
		return (
			<Link {...shared} href={`/desk/edition/${day}`} prefetch={false} data-state={edition.state}>
				{face}
			</Link>
		);
	}
	if (!onPlan) return <span className={`${shared.className} ${styles.free}`}>{face}</span>;
	return (
		<button {...shared} type="button" data-state="free" onClick={onPlan}>
			{face}
		</button>
	);
}
