'use client';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { type Asked, answers } from './ask';

/** Answers what tools ask, for as long as the component is on the screen. */
export function useAnswer(editor: Editor, asked: Asked, answer: () => void): void {
	const latest = useRef(answer);
	useEffect(() => {
		latest.current = answer;
	});
	useEffect(() => {
		const known = answers(editor);
		known.set(asked, () => latest.current());
		return () => {
			known.delete(asked);
		};
	}, [editor, asked]);
}
