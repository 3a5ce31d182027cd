import Link from 'next/link';
import styles from './choice-row.module.css';

export interface Choice {
	name: string;
	href: string;
	current: boolean;
	count?: number;
}

/** A row of views of one list, each a link; the present one is marked. */
export function ChoiceRow({ label, choices }: { label: string; choices: readonly Choice[] }) {
	return (
		<nav aria-label={label}>
			<ul className={styles.row}>
				{choices.map(({ name, href, current, count }) => (
					<li key={name}>
						<Link
							href={href}
							prefetch={false}
							scroll={false}
							className={styles.choice}
							aria-current={current ? 'page' : undefined}
						>
							{name}
							{count !== undefined && <span className={styles.count}>{count}</span>}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
