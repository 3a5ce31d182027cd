import type { ReactNode } from 'react';
import styles from './page-head.module.css';

interface PageHeadProps {
	title: ReactNode;
	/** The way back up, above the title. */
	back?: ReactNode;
	/** Beside the title, in grey: a count, a state. */
	aside?: ReactNode;
	/** Buttons at the right. */
	children?: ReactNode;
}

/** The head of a screen: its one heading and what can be done on it. */
export function PageHead({ title, back, aside, children }: PageHeadProps) {
	return (
		<div className={styles.head}>
			{back && <p className={styles.back}>{back}</p>}
			<h1 className={styles.title}>{title}</h1>
			{aside && <div className={styles.aside}>{aside}</div>}
			{children && <div className={styles.acts}>{children}</div>}
		</div>
	);
}
