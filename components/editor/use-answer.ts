'use client';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { type Asked, answer } from './ask';

/** Answers what the text asks, for as long as the component is on the screen. */
export function useAnswer(editor: Editor, asked: Asked, run: () => void): void {
	const latest = useRef(run);
	useEffect(() => {
		latest.current = run;
	});
	useEffect(() => answer(editor, asked, () => latest.current()), [editor, asked]);
}
