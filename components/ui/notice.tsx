import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
	/** `error` is read aloud at once, `info` when the reader pauses. */
	tone?: 'info' | 'error';
	children: ReactNode;
}

/** A message inside the page: what happened, what is safe, what to do. */
export function Notice({ tone = 'info', children }: NoticeProps) {
	return (
		<div className={`${styles.notice} ${styles[tone]}`} role={tone === 'error' ? 'alert' : 'status'}>
			{children}
		</div>
	);
}
