import type { ReactNode } from 'react';
import styles from './review.module.css';

interface WorkSectionProps {
	id: string;
	title: string;
	count: number;
	/** Said where nothing is in it; without it an empty section is left out. */
	nothing?: string;
	children: ReactNode;
}

/** One list of a board under its name. */
export function WorkSection({ id, title, count, nothing, children }: WorkSectionProps) {
	if (count === 0 && !nothing) return null;
	return (
		<section className={styles.section} aria-labelledby={id}>
			<h2 id={id}>
				{title}
				<span className={styles.count}>{count}</span>
			</h2>
			{count === 0 ? <p className={styles.nothing}>{nothing}</p> : <ul className={styles.list}>{children}</ul>}
		</section>
	);
}
