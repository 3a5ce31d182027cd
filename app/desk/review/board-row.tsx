import Link from 'next/link';
import { Age } from '@/components/desk/age';
import { StateMark } from '@/components/ui/state-mark';
import { untilDue } from '@/lib/time';
import type { BoardRow } from '@/lib/workflow/read';
import styles from './review.module.css';

interface BoardRowProps {
	row: BoardRow;
	now: Date;
	/** Where the list is of one state, its name need not stand in each row. */
	hideState?: boolean;
	/** Where the headline leads, and what stands behind it. */
	href?: string;
	children?: React.ReactNode;
}

/** A story on a board: what it is, how long it has waited, when it is due. */
export function BoardLine({ row, now, hideState, href = `/desk/article/${row.id}`, children }: BoardRowProps) {
	return (
		<li className={styles.line}>
			<p className={styles.head}>
				{row.urgent && <strong className={styles.urgent}>急</strong>}
				<Link href={href} prefetch={false} data-row-link="" className={styles.link}>
					{row.headline}
				</Link>
			</p>
			<p className={styles.facts}>
				{!hideState && <StateMark state={row.state} />}
				<span>{row.authorName}</span>
				{row.desk && <span>{row.desk}</span>}
				<span>{row.words} 字</span>
				<Age at={row.since} />
				{row.dueAt && <span className={row.dueAt < now ? styles.late : styles.due}>{untilDue(row.dueAt, now)}</span>}
				{row.takenBy && <span>{row.takenBy}已接</span>}
				{row.blockingComments > 0 && <span className={styles.late}>{row.blockingComments} 条须处理</span>}
				{row.isRewriting && <span>已刊发，改后待更正</span>}
				{children}
			</p>
		</li>
	);
}
