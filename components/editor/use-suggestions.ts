'use client';
import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { listSuggestions, type Suggestion } from '@/lib/article/suggestion-list';
import { bodyOf } from './blocks';
import { commentMarks } from './comment-marks';
import { suggestionPlaces } from './suggestion-signs';

/** What is suggested in the text, and where it and the comments' words stand. */
export interface TextRemarks {
	suggestions: Suggestion[];
	places: ReadonlyMap<string, number>;
}

/** The text is looked through so long after a change. */
const lookMs = 120;

/** The suggestions of the text, looked for again a moment after it has changed. */
export function useSuggestions(editor: Editor): TextRemarks {
	const [remarks, setRemarks] = useState(() => lookThrough(editor));
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		let seen = editor.state;
		const look = () => {
			if (editor.isDestroyed) return;
			seen = editor.state;
			setRemarks(lookThrough(editor));
		};
		const onChange = () => {
			const isSame = editor.state.doc === seen.doc && commentMarks(editor.state) === commentMarks(seen);
			if (isSame) return;
			clearTimeout(timer);
			timer = setTimeout(look, lookMs);
		};
		look();
		editor.on('transaction', onChange);
		return () => {
			clearTimeout(timer);
			editor.off('transaction', onChange);
		};
	}, [editor]);
	return remarks;
}

function lookThrough({ state }: Editor): TextRemarks {
	const places = suggestionPlaces(state.doc).map(({ id, position }) => [id, position] as const);
	const comments = commentMarks(state).map(({ id, from }) => [id, from] as const);
	return {
		suggestions: places.length > 0 ? listSuggestions(bodyOf(state.doc)) : [],
		places: new Map([...places, ...comments]),
	};
}
