'use client';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import type { TextAnchor } from '@/lib/article/comment/anchor';
import { commentLimits } from '@/lib/article/comment/schema';
import {
	type Anchored,
	anchorsOf,
	commentMarks,
	placeComments,
	setActiveComment,
	setCommentMarks,
} from './comment-marks';
import { useRemarks, useRemarksStore } from './use-remarks';
import type { Writing } from './use-writing';

/** Words that came back, by undo or from another's version, are looked for so long after a change. */
const lookMs = 400;
/** Where a comment stands is told the server so long after a save. */
const tellMs = 1200;
/** A place that moved by less is found without being told. */
const fewCharacters = 64;

/** Keeps the marks of comments where their words are, and tells the server where that is now. */
export function useCommentMarks(editor: Editor, writing: Writing | null): void {
	const store = useRemarksStore();
	const { threads, active } = useRemarks();
	const open = useRef<Anchored[]>([]);
	useEffect(() => {
		open.current = threads.filter(({ place, resolved, anchor }) => place === 'body' && !resolved && anchor.exact);
		placeAll(editor, open.current);
	}, [editor, threads]);

	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const onChange = ({ transaction }: { transaction: { docChanged: boolean } }) => {
			if (!transaction.docChanged || commentMarks(editor.state).length === open.current.length) return;
			clearTimeout(timer);
			timer = setTimeout(() => placeAll(editor, open.current), lookMs);
		};
		editor.on('transaction', onChange);
		return () => {
			clearTimeout(timer);
			editor.off('transaction', onChange);
		};
	}, [editor]);

	useEffect(() => {
		if (!editor.isDestroyed) editor.view.dispatch(setActiveComment(editor.state.tr, active));
	}, [editor, active]);

	useEffect(() => {
		if (!writing) return;
		const { queue } = writing;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const tell = () => {
			const anchors = movedAnchors(editor, open.current);
			if (anchors.length > 0 && queue.view.kind === 'saved') void store.act({ act: 'move', anchors });
		};
		const unsubscribe = queue.subscribe(() => {
			clearTimeout(timer);
			if (queue.view.kind === 'saved') timer = setTimeout(tell, tellMs);
		});
		return () => {
			clearTimeout(timer);
			unsubscribe();
		};
	}, [editor, store, writing]);
}

function placeAll(editor: Editor, comments: readonly Anchored[]): void {
	if (editor.isDestroyed || editor.view.composing) return;
	const present = commentMarks(editor.state);
	const marks = placeComments(editor.state, present, comments);
	const isSame = (a: object, b: object | undefined) => JSON.stringify(a) === JSON.stringify(b);
	if (marks.length === present.length && marks.every((mark, index) => isSame(mark, present[index]))) return;
	editor.view.dispatch(setCommentMarks(editor.state.tr, marks));
}

/** The anchors that the server has otherwise. */
function movedAnchors({ state }: Editor, comments: readonly Anchored[]): (TextAnchor & { commentId: string })[] {
	const known = new Map(comments.map(({ id, anchor }) => [id, anchor]));
	return [...anchorsOf(state, commentMarks(state))].flatMap(([commentId, anchor]) => {
		const before = known.get(commentId);
		if (!before || anchor.exact === '' || anchor.exact.length > commentLimits.exact) return [];
		const isNear = Math.abs(anchor.position - before.position) < fewCharacters;
		const isSame = anchor.exact === before.exact && anchor.prefix === before.prefix && anchor.suffix === before.suffix;
		return isNear && isSame ? [] : [{ ...anchor, commentId }];
	});
}
