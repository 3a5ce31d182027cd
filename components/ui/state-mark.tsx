import type { ArticleState } from '@/generated/prisma/enums';
import { stateNames } from '@/lib/article/article';
import styles from './state-mark.module.css';

/** The way of a story as a filling circle; what left the way has a sign of its own. */
const marks: Record<ArticleState, string> = {
	draft: 'empty',
	submitted: 'half',
	first_review: 'half',
	second_review: 'half',
	final_review: 'half',
	signed_off: 'full',
	placed: 'square',
	locked: 'square',
	published: 'ring',
	corrected: 'ring',
	withdrawn: 'cross',
	returned: 'back',
	held: 'pause',
	spiked: 'cross',
};

const shapes: Record<string, string> = {
	empty: 'M6 1.75a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 1 0 0-8.5Z',
	half: 'M6 1.75a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 1 0 0-8.5ZM6 2v8M6 3.5h2.6M6 5.2h3.8M6 6.9h3.8M6 8.6h2.6',
	full: 'M6 1.75a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 1 0 0-8.5ZM3.9 6.1l1.5 1.5l2.8-3.1',
	square: 'M2 1.75h8v8.5h-8ZM2 4.5h8M5 4.5v5.5',
	ring: 'M6 1.75a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 1 0 0-8.5ZM6 4.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 1 0 0-3.6Z',
	cross: 'M2.5 2.5l7 7M9.5 2.5l-7 7',
	back: 'M4.5 2L1.75 4.75L4.5 7.5M1.9 4.75H8a2.5 2.5 0 0 1 0 5H5',
	pause: 'M4 2.5v7M8 2.5v7',
};

/** An article's state as a word with a small mark. What went wrong or left the paper is in the accent colour too. */
export function StateMark({ state }: { state: ArticleState }) {
	const alarm = state === 'returned' || state === 'withdrawn';
	return (
		<span className={`${styles.state} ${alarm ? styles.alarm : ''}`}>
			<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className={styles.mark}>
				<path d={shapes[marks[state]]} />
			</svg>
			{stateNames[state]}
		</span>
	);
}
