'use client';
import type { Node } from '@tiptap/pm/model';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { LockView } from '@/lib/article/lock/lock';
import { type Merged, mergeVersions } from '@/lib/article/merge';
import type { ArticleContent } from '@/lib/article/schema';
import { bodyOf } from './blocks';
import { systemClock } from './clock';
import { type Head, headOf, savedHead } from './head';
import type { CopyStore } from './local-keeper';
import { newRequestId } from './request-id';
import { type LocalCopy, SaveQueue } from './save-queue';
import { sendArticle, type Theirs } from './send-article';
import { showBody } from './show-body';
import { settledDoc } from './suggestion-mode';
import { surfaceExtensions } from './surface-extensions';
import { useOwnEditor } from './use-own-editor';
import type { Writers } from './use-writer-lock';

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
	/** Who writes may only suggest. */
	isForced: boolean;
	/** Says that an input method begins or ends composing. */
	setComposing: (composing: boolean) => void;
}

interface WritingOptions {
	user: { id: string; name: string };
	/** He may suggest and nothing else. */
	isForced: boolean;
	server: ServerVersion;
	copies: OpenedCopies;
	writers: Writers;
	/** A save left the article in this state. */
	onState: (state: string) => void;
	/** What somebody else saved meanwhile has been brought into what is written here. */
	onMerged: (theirs: Theirs, merged: Merged) => void;
}

export function useWriting({
	user,
	isForced,
	server,
	copies: { store, left },
	writers,
	...events
}: WritingOptions): Writing {
	const [initial] = useState(() => left?.content ?? server.content);
	const [head, setHead] = useState(() => headOf(initial));
	// What is saved is read from here: state arrives with the next render, a save may come before.
	const present = useRef<{ head: Head; doc: Node | null; composing: boolean }>({ head, doc: null, composing: false });
	const surface = useRef<Editor>(null);
	const latest = useRef(events);
	useEffect(() => {
		latest.current = events;
	});
	const content = (): ArticleContent => {
		const { head, doc } = present.current;
		return { ...savedHead(head), body: doc ? bodyOf(doc) : initial.body };
	};
	const { lock, visit } = writers;
	const sender = {
		id: server.id,
		visit,
		onState: (state: string) => latest.current.onState(state),
		onLock: (view: LockView) => void lock.hear(view),
	};
	const show = (content: ArticleContent, canUndo: boolean) => {
		if (surface.current) showBody(surface.current, content.body, { canUndo });
		change(headOf(content));
	};
	const [queue] = useState<ArticleQueue>(
		() =>
			new SaveQueue({
				revision: server.revision,
				savedAt: server.savedAt,
				recovered: left,
				snapshot: content,
				isComposing: () => present.current.composing,
				send: (request) => sendArticle(sender, request),
				merge(theirs) {
					const merged = theirs.base && mergeVersions(theirs.base, content(), theirs.content);
					if (!merged) return false;
					show(merged.content, false);
					latest.current.onMerged(theirs, merged);
					return true;
				},
				newRequestId,
				store,
				clock: systemClock,
			}),
	);
	const [extensions] = useState(() => surfaceExtensions({ user, articleId: server.id, isReading: false, isForced }));
	const editor = useOwnEditor({
		extensions,
		content: initial.body,
		injectCSS: false,
		// markdown.ts has them, with an undo that gives the characters back.
		enableInputRules: false,
		enableContentCheck: true,
		// Nothing may be lost to a document that the surface cannot show: better no surface than a gap in it.
		onContentError: ({ error }) => {
			throw error;
		},
		editorProps: {
			attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': '正文', spellcheck: 'false' },
		},
		onUpdate: ({ editor }) => {
			present.current.doc = settledDoc(editor.state);
			queue.changed();
		},
	});
	useEffect(() => {
		surface.current = editor;
	}, [editor]);
	useEffect(() => queue.start(), [queue]);
	useEffect(
		() =>
			lock.attach({
				isSaved: () => queue.view.kind === 'saved',
				flush: () => queue.flush(),
				surrender: (by) => queue.surrender(by),
			}),
		[lock, queue],
	);
	const isWatched = Boolean(writers.status?.others.length);
	useEffect(() => {
		queue.isWatched = isWatched;
	}, [queue, isWatched]);

	function change(patch: Partial<Head>): void {
		present.current.head = { ...present.current.head, ...patch };
		setHead(present.current.head);
		queue.changed();
	}
	return {
		editor,
		head,
		queue,
		change,
		content,
		isForced,
		replace: (content) => show(content, true),
		setComposing(composing) {
			present.current.composing = composing;
		},
	};
}
