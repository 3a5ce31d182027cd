import styles from './panels.module.css';

/** How much is open, beside the name of where it is; nothing where nothing is. */
export function OpenCount({ count, isGrave = false }: { count: number; isGrave?: boolean }) {
	if (count === 0) return null;
	return (
		<span className={styles.count} data-grave={isGrave || undefined}>
			<span className="visually-hidden">，待处理 </span>
			{count}
		</span>
	);
}
