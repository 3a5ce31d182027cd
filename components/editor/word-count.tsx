'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { fitAdvice, fitWords, lengthWords } from '@/lib/edition/copyfit/copyfit';
import { pageLabel } from '@/lib/time';
import { wordsOf } from './blocks';
import styles from './editor.module.css';
import { useLengths } from './length-store';

/** Live 字数, counted as the server counts it, beside what was planned; once the story is placed, in lines that it has there too. */
export function WordCount({ editor }: { editor: Editor }) {
	const words = useEditorState({ editor, selector: ({ editor }) => wordsOf(editor.state.doc) });
	const { planned, fits } = useLengths(editor);
	return (
		<p className={styles.words}>
			{planned === null ? `${words} 字` : `${words} / ${planned} 字 · ${lengthWords(words, planned)}`}
			{fits.map(({ pageId, pageNo, fit }) => (
				<span key={pageId} className={styles.fitWords} data-fits={isFit(fit) || undefined} title={fitAdvice(fit)}>
					{pageLabel(pageNo)} {fitWords(fit)}
				</span>
			))}
		</p>
	);
}

function isFit(fit: Parameters<typeof fitWords>[0]): boolean {
	return typeof fit === 'object' && fit.page === 'same';
}
