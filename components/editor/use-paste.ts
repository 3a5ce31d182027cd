'use client';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { leftWords } from '@/lib/import/left-words';
import { incomingPlugin, type PasteHandlers, pastedRange } from './incoming-plugin';
import type { Uploads } from './use-uploads';
import { countHalfWidth, type DocRange, makeWide } from './width-command';

/** What is said of the latest paste, until it is answered or the next one comes. */
export interface PasteNews {
	/** Half-width marks that could be made wide. */
	offered: number;
	/** Those that were just made wide. */
	made: number;
	/** What came, and what a body has no place for, in words. */
	left: string;
	/** The whole text came, not a stretch of it. */
	isAll?: boolean;
}

export interface Paste {
	news: PasteNews | undefined;
	/** Says it like the news of a paste, and offers the same for the whole text. */
	tell: (words: string) => void;
	makeWide: () => void;
	undo: () => void;
	dismiss: () => void;
}

/** Takes what is pasted or dropped, cleaned, and says what could be done with it. */
export function usePaste(editor: Editor, uploads: Uploads): Paste {
	const [news, setNews] = useState<PasteNews>();
	const handlers: PasteHandlers = {
		onFiles: uploads.add,
		onPasted({ pictures, left }) {
			setNews({ offered: 0, made: 0, left: leftWords(left) });
			// After the words are in, so that the slots of the pictures are there.
			if (pictures.length > 0) setTimeout(() => !editor.isDestroyed && uploads.receive(pictures));
		},
		onRange: (range) =>
			setNews((before) => ({ made: 0, left: before?.left ?? '', offered: countHalfWidth(editor.state.doc, range) })),
	};
	const latest = useRef(handlers);
	useEffect(() => {
		latest.current = handlers;
	});
	useEffect(() => {
		const plugin = incomingPlugin(() => latest.current);
		editor.registerPlugin(plugin);
		return () => {
			editor.unregisterPlugin(plugin.spec.key!);
		};
	}, [editor]);
	useEffect(() => {
		// What was made can be taken back by the button only while it is the last thing done.
		const forget = () => setNews((before) => (before?.made ? undefined : before));
		editor.on('update', forget);
		return () => {
			editor.off('update', forget);
		};
	}, [editor]);
	return {
		news: news && (news.offered > 0 || news.made > 0 || news.left !== '') ? news : undefined,
		tell: (words) =>
			setNews({ offered: countHalfWidth(editor.state.doc, wholeOf(editor)), made: 0, left: words, isAll: true }),
		makeWide() {
			const range = news?.isAll ? wholeOf(editor) : pastedRange(editor.state);
			const made = range ? makeWide(editor.view, range) : 0;
			setNews({ offered: 0, made, left: '' });
			editor.commands.focus();
		},
		undo() {
			editor.chain().undo().focus().run();
			setNews(undefined);
		},
		dismiss() {
			setNews(undefined);
			editor.commands.focus();
		},
	};
}

function wholeOf(editor: Editor): DocRange {
	return { from: 0, to: editor.state.doc.content.size };
}
