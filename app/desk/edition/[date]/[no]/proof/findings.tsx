import type { Finding } from '@/lib/edition/proof/furniture';
import styles from './proof.module.css';

/** What was checked, the errors first. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
	const sorted = [...findings].sort((a, b) => Number(a.ok) - Number(b.ok));
	return (
		<ul className={styles.findings}>
			{sorted.map(({ ok, says }) => (
				<li key={says} className={ok ? undefined : styles.alarm}>
					<span aria-hidden="true">{ok ? '✓' : '！'}</span>{' '}
					<span className="visually-hidden">{ok ? '合格' : '有误'}：</span>
					{says}
				</li>
			))}
		</ul>
	);
}
