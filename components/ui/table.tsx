import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import styles from './table.module.css';

/** What a cell holds decides how it is set; `minor` and `detail` give way on narrow screens, `detail` first. */
export type CellLook = 'text' | 'number' | 'minor' | 'detail' | 'act';

interface TableProps {
	/** What the table lists, for those who do not see it. */
	caption: string;
	children: ReactNode;
}

/** Rows of 36 px with tabular figures. */
export function Table({ caption, children }: TableProps) {
	return (
		<table className={styles.table}>
			<caption className="visually-hidden">{caption}</caption>
			{children}
		</table>
	);
}

interface HeadCellProps extends Omit<ComponentProps<'th'>, 'scope'> {
	look?: CellLook;
}

export function HeadCell({ look = 'text', className, ...props }: HeadCellProps) {
	return <th scope="col" {...props} className={`${styles.head} ${styles[look]} ${className ?? ''}`} />;
}

interface SortHeadProps {
	look?: CellLook;
	/** How the list is sorted by this column now, if it is. */
	sorted?: 'asc' | 'desc';
	/** The list sorted by this column, or the other way round. */
	href: string;
	children: ReactNode;
}

/** A column's head that sorts by it. */
export function SortHead({ look = 'text', sorted, href, children }: SortHeadProps) {
	const order = sorted && (sorted === 'asc' ? 'ascending' : 'descending');
	return (
		<th scope="col" aria-sort={order} className={`${styles.head} ${styles[look]}`}>
			<Link href={href} prefetch={false} scroll={false} className={styles.sort}>
				{children}
				<span className={styles.arrow} aria-hidden="true">
					{sorted === 'asc' ? '↑' : sorted === 'desc' ? '↓' : ''}
				</span>
			</Link>
		</th>
	);
}

interface CellProps extends ComponentProps<'td'> {
	look?: CellLook;
}

export function Cell({ look = 'text', className, ...props }: CellProps) {
	return <td {...props} className={`${styles.cell} ${styles[look]} ${className ?? ''}`} />;
}
