'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { wordsOf } from './blocks';
import styles from './editor.module.css';

/** Live 字数, counted as the server counts it. */
export function WordCount({ editor }: { editor: Editor }) {
	const words = useEditorState({ editor, selector: ({ editor }) => wordsOf(editor.state.doc) });
	return <p className={styles.words}>{words} 字</p>;
}
