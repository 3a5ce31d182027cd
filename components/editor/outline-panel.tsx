'use client';
import { useEditorState } from '@tiptap/react';
import { entryAt, outlineOf } from './outline';
import type { PanelProps } from './panel';
import styles from './panels.module.css';

/** 大纲: the text's 小标题 and 问, each the way to its place. */
export function OutlinePanel({ editor, toText }: PanelProps) {
	const { entries, current } = useEditorState({
		editor,
		selector: ({ editor: { state } }) => {
			const entries = outlineOf(state.doc);
			return { entries, current: entryAt(entries, state.selection.from) };
		},
	});
	if (entries.length === 0) {
		return <p className={styles.hint}>正文里还没有小标题。给一段文字按 Ctrl+Alt+1，它就是小标题，会列在这里。</p>;
	}
	const goTo = (position: number) => {
		editor
			.chain()
			.setTextSelection(position + 1)
			.scrollIntoView()
			.run();
		toText();
	};
	return (
		<ol className={styles.outline}>
			{entries.map(({ kind, text, position }, index) => (
				<li key={position} data-kind={kind}>
					<button type="button" aria-current={index === current || undefined} onClick={() => goTo(position)}>
						{kind === 'question' && '问：'}
						{text || '（还没有字）'}
					</button>
				</li>
			))}
		</ol>
	);
}
