import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
	/** What is not there: `还没有稿件` */
	title: string;
	/** How it comes to be there. */
	children?: ReactNode;
	/** The button that makes the first one, or the link that widens the search. */
	act?: ReactNode;
}

/** Stands where a list would, and teaches. */
export function EmptyState({ title, children, act }: EmptyStateProps) {
	return (
		<div className={styles.empty}>
			<p className={styles.title}>{title}</p>
			{children && <div className={styles.text}>{children}</div>}
			{act && <div className={styles.act}>{act}</div>}
		</div>
	);
}
