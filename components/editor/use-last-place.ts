'use client';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef } from 'react';

/**
 * Remembers where in the article one was last, and answers the way back there: the text, with its selection, unless
 * it was a field of the head.
 */
export function useLastPlace(editor: Editor): () => void {
	const last = useRef<HTMLElement>(null);
	useEffect(() => {
		const onFocus = ({ target }: FocusEvent) => {
			if (target instanceof HTMLElement && target.closest('article')) last.current = target;
		};
		document.addEventListener('focusin', onFocus);
		return () => document.removeEventListener('focusin', onFocus);
	}, []);
	return () => {
		const place = last.current;
		if (place?.isConnected && !editor.view.dom.contains(place)) place.focus();
		else focusText(editor);
	};
}

/** Gives the text the focus where its selection is; one that is only read takes it too. */
export function focusText(editor: Editor): void {
	// At once; the command of the same name waits for a frame.
	if (editor.isEditable) editor.view.focus();
	else editor.view.dom.focus({ preventScroll: true });
}
