'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { lengthWords, slotAdvice, slotWords } from '@/lib/edition/slot/slot';
import { pageLabel } from '@/lib/time';
import { wordsOf } from './blocks';
import styles from './editor.module.css';
import { useLengths } from './length-store';

/** Live 字数, counted as the server counts it, beside what was planned; once the story is placed, in lines of its slot too. */
export function WordCount({ editor }: { editor: Editor }) {
	const words = useEditorState({ editor, selector: ({ editor }) => wordsOf(editor.state.doc) });
	const { planned, slots } = useLengths(editor);
	return (
		<p className={styles.words}>
			{planned === null ? `${words} 字` : `${words} / ${planned} 字 · ${lengthWords(words, planned)}`}
			{slots.map(({ pageId, pageNo, fit }) => (
				<span key={pageId} className={styles.slotWords} data-fits={isFit(fit) || undefined} title={slotAdvice(fit)}>
					{pageLabel(pageNo)} {slotWords(fit)}
				</span>
			))}
		</p>
	);
}

function isFit(fit: Parameters<typeof slotWords>[0]): boolean {
	return typeof fit === 'object' && fit.page === 'same';
}
