'use client';
import { circled, markPlaceNames } from '@/lib/edition/proof/mark';
import type { ChangeRow } from '@/lib/edition/proof/read';
import styles from './proof.module.css';
import { useWalk } from './walk';

interface ChangeListProps {
	changes: readonly ChangeRow[];
	titles: Record<string, string>;
}

/** 对红: each difference with the mark that asked for it; the others in red and in words. */
export function ChangeList({ changes, titles }: ChangeListProps) {
	const { current, look } = useWalk();
	const unexplained = changes.filter(({ mark }) => mark === null).length;
	if (changes.length === 0) return <p className={styles.nothing}>两份样没有不同。</p>;
	return (
		<>
			<p className={unexplained > 0 ? styles.alarm : styles.nothing}>
				{changes.length} 处改动，{unexplained > 0 ? `其中 ${unexplained} 处无依据改动` : '都有校对符号为据'}。
			</p>
			<ol className={styles.list}>
				{changes.map((change, index) => {
					const key = `change-${index + 1}`;
					const { articleId, kind, place, deleted, inserted, says, mark } = change;
					return (
						<li key={key} id={key} tabIndex={-1} data-current={current === key || undefined}>
							<button type="button" className={styles.markHead} onClick={() => look(key)}>
								{kind === 'layout' ? '版式' : markPlaceNames[place]}
								<span className={mark === null ? styles.alarm : styles.fate}>
									{mark === null ? '！无依据改动' : `✓ 据 ${circled(mark)}`}
								</span>
							</button>
							<p className={styles.words}>
								{articleId && titles[articleId] && `《${titles[articleId]}》`}
								{says} {deleted && <del>{deleted}</del>} {inserted && <ins>{inserted}</ins>}
							</p>
						</li>
					);
				})}
			</ol>
		</>
	);
}
