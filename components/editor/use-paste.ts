'use client';
import type { Editor } from '@tiptap/react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useToast } from '@/components/ui/toast';
import { leftWords } from '@/lib/import/left-words';
import { incomingPlugin, type PasteHandlers, pastedRange } from './incoming-plugin';
import { picturesOf } from './paste';
import type { Uploads } from './use-uploads';
import { countHalfWidth, makeWide } from './width-command';

/** What is said of the latest paste, until it is answered or the next one comes. */
export interface PasteNews {
	/** Half-width marks that could be made wide. */
	offered: number;
	/** Those that were just made wide. */
	made: number;
	/** What the paste held that a body has no place for, in words. */
	left: string;
}

export interface Paste {
	news: PasteNews | undefined;
	makeWide: () => void;
	undo: () => void;
	dismiss: () => void;
	/** For the whole screen: a file dropped beside the text must not replace the page. */
	drops: { onDragOver: (event: DragEvent) => void; onDrop: (event: DragEvent) => void };
}

/** Takes what is pasted or dropped, cleaned, and says what could be done with it. */
export function usePaste(editor: Editor, uploads: Uploads): Paste {
	const { show } = useToast();
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
		makeWide() {
			const range = pastedRange(editor.state);
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
		drops: {
			onDragOver: (event) => {
				if (event.dataTransfer.types.includes('Files')) event.preventDefault();
			},
			onDrop: (event) => {
				if (event.defaultPrevented || event.dataTransfer.files.length === 0) return;
				event.preventDefault();
				const pictures = picturesOf(event.dataTransfer);
				if (pictures.length > 0) uploads.add(pictures);
				else show({ message: '这里只收图片文件。', tone: 'error' });
			},
		},
	};
}
