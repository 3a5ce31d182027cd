'use client';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { type Editor, useEditorState } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { findInHead, type Hit, placeOf, type Query } from './find';
import { foundIn, isSame, lookFor, markCurrent } from './find-marks';
import type { PanelProps } from './panel';

export interface Find {
	/** All hits, those of the head first. */
	hits: readonly Hit[];
	/** Which is the present one. */
	index: number;
	/** Goes to the next or the one before, round the ends. */
	step: (by: 1 | -1) => void;
	/** Puts the selection, or the focus, on the present hit. */
	select: () => void;
}

/** Looks for a query in the article for as long as it is on the screen, and walks the hits. */
export function useFind({ editor, head }: Pick<PanelProps, 'editor' | 'head'>, query: Query): Find {
	const [wanted, setWanted] = useState<number>();
	useEffect(() => {
		editor.view.dispatch(lookFor(editor.state.tr, query.text === '' ? null : query));
		setWanted(undefined);
	}, [editor, query]);
	useEffect(() => () => void (editor.isDestroyed || editor.view.dispatch(lookFor(editor.state.tr, null))), [editor]);
	const found = useEditorState({ editor, selector: ({ editor }) => foundIn(editor.state), equalityFn: Object.is });
	const hits = [...findInHead(head, query), ...found.hits];
	const index = Math.min(wanted ?? nearest(hits, editor.state.selection.from), hits.length - 1);
	const current = hits[index] ?? null;
	useEffect(() => {
		if (current ? !isSame(current, found.current) : found.current) {
			editor.view.dispatch(markCurrent(editor.state.tr, current));
		}
	}, [editor, current, found]);
	useHeadMarks(hits, current);
	// biome-ignore lint/correctness/useExhaustiveDependencies: once for what is newly looked for
	useEffect(() => {
		if (current && query.text !== '') show(editor, current);
	}, [query, found.hits.length > 0]);
	return {
		hits,
		index,
		step(by) {
			if (hits.length === 0) return;
			const next = (index + by + hits.length) % hits.length;
			setWanted(next);
			const hit = hits[next];
			if (hit) show(editor, hit);
		},
		select: () => current && select(editor, current),
	};
}

/** The first hit at the cursor or behind it, else the first of all. */
function nearest(hits: readonly Hit[], cursor: number): number {
	const at = hits.findIndex((hit) => placeOf(hit) >= cursor);
	return at < 0 ? 0 : at;
}

const headField = (field: string) => document.querySelector<HTMLElement>(`[data-head="${field}"]`);

/** Marks the fields of the head in which something was found: their text is the browser's to draw. */
function useHeadMarks(hits: readonly Hit[], current: Hit | null): void {
	useEffect(() => {
		const marked = hits.flatMap((hit) => {
			const field = hit.in === 'head' && headField(hit.field);
			if (!field) return [];
			if (field.dataset.found !== 'current') field.dataset.found = isSame(hit, current) ? 'current' : 'hit';
			return [field];
		});
		return () => {
			for (const field of marked) delete field.dataset.found;
		};
	}, [hits, current]);
}

function drawnAt({ view }: Editor, hit: Hit): Element | null {
	if (hit.in === 'head') return headField(hit.field);
	const { node } = hit.in === 'text' ? view.domAtPos(hit.from) : { node: view.nodeDOM(hit.position) };
	return node instanceof Element ? node : (node?.parentElement ?? null);
}

function show(editor: Editor, hit: Hit): void {
	drawnAt(editor, hit)?.scrollIntoView({ block: 'center' });
}

function select(editor: Editor, hit: Hit): void {
	const { view, state } = editor;
	if (hit.in === 'head') {
		const field = headField(hit.field);
		if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
		// After the text has been given the focus.
		requestAnimationFrame(() => {
			field.focus();
			field.setSelectionRange(hit.from, hit.to);
		});
		return;
	}
	const selection =
		hit.in === 'text'
			? TextSelection.create(state.doc, hit.from, hit.to)
			: NodeSelection.create(state.doc, hit.position);
	view.dispatch(state.tr.setSelection(selection).scrollIntoView());
}
