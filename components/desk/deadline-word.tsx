import { type Nearness, untilPrint } from '@/lib/edition/plan/deadline';
import { dayAndTime } from '@/lib/time';
import styles from './deadline-word.module.css';

/** How near: a clock's hand that goes round, and a sign of its own when it is past. */
const marks: Record<Nearness, string> = {
	ahead: 'M6 1.75a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 1 0 0-8.5ZM6 3.6v2.6h2',
	soon: 'M6 1.5l5 9H1ZM6 4.6v2.9M6 8.7v.6',
	late: 'M1.75 1.75h8.5v8.5h-8.5ZM3.8 3.8l4.4 4.4M8.2 3.8l-4.4 4.4',
};

/** How long until a page is to go to print, with a mark; what is late or soon is in the accent colour too. */
export function DeadlineWord({ deadline, now }: { deadline: Date; now: Date }) {
	const { words, nearness } = untilPrint(deadline, now);
	return (
		<time dateTime={deadline.toISOString()} title={dayAndTime(deadline)} className={styles[nearness]}>
			<svg viewBox="0 0 12 12" aria-hidden="true" className={styles.mark}>
				<path d={marks[nearness]} />
			</svg>
			{words}
		</time>
	);
}
