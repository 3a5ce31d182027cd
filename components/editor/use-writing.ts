'use client';
import type { Node } from '@tiptap/pm/model';
import { type Editor, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { ArticleContent } from '@/lib/article/schema';
import { bodyOf } from './blocks';
import { systemClock } from './clock';
import { type Head, headOf, savedHead } from './head';
import type { CopyStore } from './local-keeper';
import { newRequestId } from './request-id';
import { type LocalCopy, SaveQueue } from './save-queue';
import { sendArticle, type Theirs } from './send-article';
import { surfaceExtensions } from './surface-extensions';

export type ArticleQueue = SaveQueue<ArticleContent, Theirs>;

/** The version of an article that the server gave with the page. */
export interface ServerVersion {
	id: string;
	revision: number;
	savedAt: string;
	content: ArticleContent;
}

/** Where this tab keeps its copy, and what an earlier visit left. */
export interface OpenedCopies {
	store: CopyStore<LocalCopy<ArticleContent>>;
	left: LocalCopy<ArticleContent> | undefined;
}

/** An article being written: its head, its body, and the queue that saves both. */
export interface Writing {
	editor: Editor;
	head: Head;
	queue: ArticleQueue;
	/** Changes some of the head. */
	change: (patch: Partial<Head>) => void;
	/** The content as it would be saved now. */
	content: () => ArticleContent;
	/** Puts another content in place of all; the body's part can be undone. */
	replace: (content: ArticleContent) => void;
	/** Says that an input method begins or ends composing. */
	setComposing: (composing: boolean) => void;
}

interface WritingOptions {
	user: { id: string; name: string };
	server: ServerVersion;
	copies: OpenedCopies;
	/** A save left the article in this state. */
	onState: (state: string) => void;
}

export function useWriting({ user, server, copies: { store, left }, onState }: WritingOptions): Writing {
	const [initial] = useState(() => left?.content ?? server.content);
	const [head, setHead] = useState(() => headOf(initial));
	// What is saved is read from here: state arrives with the next render, a save may come before.
	const present = useRef<{ head: Head; doc: Node | null; composing: boolean }>({ head, doc: null, composing: false });
	const latestOnState = useRef(onState);
	useEffect(() => {
		latestOnState.current = onState;
	});
	const content = (): ArticleContent => {
		const { head, doc } = present.current;
		return { ...savedHead(head), body: doc ? bodyOf(doc) : initial.body };
	};
	const [queue] = useState<ArticleQueue>(
		() =>
			new SaveQueue({
				revision: server.revision,
				savedAt: server.savedAt,
				recovered: left,
				snapshot: content,
				isComposing: () => present.current.composing,
				send: (request) => sendArticle(server.id, request, (state) => latestOnState.current(state)),
				newRequestId,
				store,
				clock: systemClock,
			}),
	);
	const [extensions] = useState(() => surfaceExtensions({ user, articleId: server.id, isReading: false }));
	const editor = useEditor({
		extensions,
		content: initial.body,
		injectCSS: false,
		// markdown.ts has them, with an undo that gives the characters back.
		enableInputRules: false,
		// This screen is drawn in the browser only, after what the machine keeps is known.
		immediatelyRender: true,
		enableContentCheck: true,
		// Nothing may be lost to a document that the surface cannot show: better no surface than a gap in it.
		onContentError: ({ error }) => {
			throw error;
		},
		editorProps: {
			attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': '正文', spellcheck: 'false' },
		},
		onUpdate: ({ editor }) => {
			present.current.doc = editor.state.doc;
			queue.changed();
		},
	});
	useEffect(() => queue.start(), [queue]);

	const change = (patch: Partial<Head>) => {
		present.current.head = { ...present.current.head, ...patch };
		setHead(present.current.head);
		queue.changed();
	};
	return {
		editor,
		head,
		queue,
		change,
		content,
		replace(content) {
			editor.commands.setContent(content.body, { emitUpdate: true, errorOnInvalidContent: true });
			change(headOf(content));
		},
		setComposing(composing) {
			present.current.composing = composing;
		},
	};
}
