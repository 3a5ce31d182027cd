'use client';
import { Editor, type EditorOptions } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';

/**
 * An editor that lives as long as its component, made once with the first render. Tiptap's own hook gives an editor up
 * whose component is not on the screen within a millisecond, and makes it anew: with a long text every time. It also
 * sets all options again whenever the component renders.
 */
export function useOwnEditor(options: Partial<EditorOptions>): Editor {
	const [editor] = useState(() => new Editor(options));
	const ending = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => {
		clearTimeout(ending.current);
		return () => {
			// Not at once: React takes a component off and puts it back on in development.
			ending.current = setTimeout(() => editor.destroy());
		};
	}, [editor]);
	return editor;
}
