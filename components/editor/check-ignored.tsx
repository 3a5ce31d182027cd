'use client';
import type { Editor } from '@tiptap/react';
import { Button } from '@/components/ui/button';
import styles from './check-panel.module.css';
import { checkStoreOf, useChecks } from './check-store';

/** What somebody let stand and is still there, with the reason, and the way back. */
export function IgnoredList({ editor }: { editor: Editor }) {
	const { ignored, ignores, may } = useChecks(editor);
	const store = checkStoreOf(editor);
	const rows = ignored.flatMap((hit) => {
		const ignore = ignores.find(({ rule, text }) => rule === hit.rule && text === hit.key);
		return ignore ? [{ hit, ignore }] : [];
	});
	if (rows.length === 0) return null;
	return (
		<details className={styles.ignored}>
			<summary>已忽略 {rows.length} 处</summary>
			<ul className={styles.list}>
				{rows.map(({ hit, ignore }, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: two may be alike in all but their place
					<li key={`${hit.rule} ${hit.key} ${index}`} className={styles.hit}>
						<p className={styles.message}>
							<q>{hit.text}</q> {ignore.reason}（{ignore.actorName}）
						</p>
						{may.ignore && (
							<Button variant="quiet" onClick={() => store.acts?.heed(ignore)}>
								恢复检查
							</Button>
						)}
					</li>
				))}
			</ul>
		</details>
	);
}
