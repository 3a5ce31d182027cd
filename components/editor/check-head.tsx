'use client';
import type { Editor } from '@tiptap/react';
import { type HeadField, type Hit, severityNames } from '@/lib/check/check';
import styles from './check-panel.module.css';
import { checkStoreOf, useChecks } from './check-store';

interface HeadMarksProps {
	editor: Editor;
	field: HeadField | 'byline';
}

/** What the checks found in a field of the head, under the field: a text field draws no lines inside itself. */
export function HeadMarks({ editor, field }: HeadMarksProps) {
	const { open } = useChecks(editor);
	const store = checkStoreOf(editor);
	const hits = open.filter(({ where }) => isOf(where, field));
	if (hits.length === 0) return null;
	return (
		<ul className={styles.headMarks} aria-label="检查">
			{hits.map((hit, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: two may be alike in all but their place
				<li key={`${hit.rule} ${hit.key} ${index}`}>
					<button type="button" title={hit.message} onClick={() => store.acts?.goTo(hit)}>
						<span className="visually-hidden">{severityNames[hit.severity]}：</span>
						<q className={styles[hit.severity]}>{hit.text}</q>
						{hit.suggestions[0] ? ` → ${hit.suggestions[0]}` : ''}
					</button>
				</li>
			))}
		</ul>
	);
}

function isOf(where: Hit['where'], field: HeadMarksProps['field']): boolean {
	return where.in === 'head' ? where.field === field : where.in === 'byline' && field === 'byline';
}
