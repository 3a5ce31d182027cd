'use client';
import { useEditorState } from '@tiptap/react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { shortKeys } from '@/components/desk/shortcut';
import { Button } from '@/components/ui/button';
import type { CommentThread } from '@/lib/article/comment/read';
import type { Verdict } from '@/lib/article/suggestion';
import { listSuggestions } from '@/lib/article/suggestion-list';
import { truncate } from '@/lib/text';
import { bodyOf } from './blocks';
import { commentsAt } from './comment-marks';
import { floatAt, whenMoved } from './float';
import type { PanelProps } from './panel';
import { decideOn } from './remark-acts';
import { remarkKeys } from './remark-keys';
import styles from './remarks.module.css';
import { SuggestionItem } from './suggestion-item';
import { isSuggesting } from './suggestion-mode';
import { pointAt, suggestionAt } from './suggestion-signs';
import { useOpenPanel } from './use-open-panel';
import { cardAttribute, usePointedRemark } from './use-pointed-remark';
import { useRemarks, useRemarksStore } from './use-remarks';

/** The card of the suggestion or comment in which the cursor stands or on which the pointer rests. Esc closes it. */
export function RemarkCard(props: PanelProps) {
	const { editor } = props;
	const store = useRemarksStore();
	const { threads } = useRemarks();
	const [openName, openPanel] = useOpenPanel();
	const [dismissed, setDismissed] = useState<string | null>(null);
	const pointed = usePointedRemark(editor);
	const cursor = useEditorState({
		editor,
		selector: ({ editor: { state, view } }) => ({
			suggestion: suggestionAt(state),
			comment: commentsAt(state)[0] ?? null,
			// What one writes in suggestion mode is not shown over and over while one writes it.
			isQuiet: isSuggesting(state) || view.composing,
		}),
	});
	const looked = pointed?.id ?? cursor.suggestion ?? cursor.comment;
	const id = pointed?.id ?? (cursor.isQuiet ? null : (cursor.suggestion ?? cursor.comment));
	const pointedSuggestion = pointed?.kind === 'suggestion' ? pointed.id : null;
	useEffect(() => {
		if (looked) store.look(looked);
	}, [store, looked]);
	useEffect(() => {
		if (!editor.isDestroyed) editor.view.dispatch(pointAt(editor.state.tr, pointedSuggestion));
	}, [editor, pointedSuggestion]);
	useEffect(() => {
		if (id === null) setDismissed(null);
	}, [id]);
	if (id === null || id === dismissed) return null;
	const thread = threads.find((one) => one.id === id && !one.resolved);
	// The list beside the text shows the comment already.
	if (thread && openName === 'remarks') return null;
	return (
		<Card editor={editor} id={id} onDismiss={() => setDismissed(id)}>
			{thread ? (
				<CommentWords thread={thread} onOpen={() => openPanel('remarks')} />
			) : (
				<SuggestionWords {...props} id={id} />
			)}
		</Card>
	);
}

function SuggestionWords({ editor, user, writing, id }: PanelProps & { id: string }) {
	const { names } = useRemarks();
	const suggestion = listSuggestions(bodyOf(editor.state.doc)).find((one) => one.id === id);
	if (!suggestion) return null;
	const isOwn = suggestion.userId === user.id;
	const mayDecide = writing !== null && !writing.isForced;
	const decide = (verdict: Verdict) => () => void decideOn(editor, verdict, (one) => one.id === id);
	return (
		<SuggestionItem
			suggestion={suggestion}
			name={names[suggestion.userId] ?? ''}
			acts={{
				isOwn,
				keys: { accept: shortKeys(remarkKeys.accept), reject: shortKeys(remarkKeys.reject) },
				...(mayDecide && { accept: decide('accept') }),
				...((mayDecide || (writing !== null && isOwn)) && { reject: decide('reject') }),
			}}
		/>
	);
}

function CommentWords({ thread, onOpen }: { thread: CommentThread; onOpen: () => void }) {
	const { authorName, blocking, text, replies } = thread;
	return (
		<>
			<p className={styles.who}>
				<b>{authorName}</b>
				{blocking && <strong className={styles.blocking}>须处理</strong>}
			</p>
			<p className={styles.text}>{truncate(text, 120)}</p>
			<div className={styles.acts}>
				<Button variant="quiet" shortcut={shortKeys(remarkKeys.panel)} onClick={onOpen}>
					{replies.length > 0 ? `${replies.length} 条回复` : '回复'}
				</Button>
			</div>
		</>
	);
}

interface CardProps extends Pick<PanelProps, 'editor'> {
	id: string;
	onDismiss: () => void;
	children: ReactNode;
}

/** A box under the words that it is about. */
function Card({ editor, id, onDismiss, children }: CardProps) {
	const box = useRef<HTMLDivElement>(null);
	const latest = useRef(onDismiss);
	useLayoutEffect(() => {
		latest.current = onDismiss;
		const words = editor.view.dom.querySelector(`[data-id="${id}"], [data-comment="${id}"], [data-suggestion="${id}"]`);
		if (!words) return;
		return whenMoved(() => box.current && floatAt(box.current, words.getBoundingClientRect(), 'below'));
	});
	useEffect(() => {
		const onKey = (event: globalThis.KeyboardEvent) => {
			if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) latest.current();
		};
		document.addEventListener('keydown', onKey);
		return () => document.removeEventListener('keydown', onKey);
	}, []);
	const parent = editor.view.dom.parentElement;
	if (!parent) return null;
	// Behind the text in the document too, so that Tab leads from one to the other.
	return createPortal(
		// biome-ignore lint/a11y/useSemanticElements: a fieldset groups what is filled in
		<div ref={box} role="group" aria-label="批注与建议" className={styles.card} {...{ [cardAttribute]: '' }}>
			{children}
		</div>,
		parent,
	);
}
