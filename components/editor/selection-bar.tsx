'use client';
import { Toolbar as Base } from '@base-ui/react/toolbar';
import { type Editor, isTextSelection, posToDOMRect } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { floatAt, whenMoved } from './float';
import type { PanelProps } from './panel';
import { ToolButtons } from './toolbar';
import styles from './toolbar.module.css';
import { blockTools, commentTool, markTools } from './tools';
import { useAnswer } from './use-answer';

/** What one does to selected words; lists are for the toolbar. */
const tools = [...markTools, ...blockTools.slice(1, 5), commentTool];

/** A short toolbar over selected words. Alt+F10 or Tab goes into it, Esc back to the text. */
export function SelectionBar({ editor }: PanelProps) {
	const bar = useRef<HTMLDivElement>(null);
	const range = useEditorState({ editor, selector: ({ editor }) => selectedWords(editor) });
	const isHere = useIsHere(editor, bar);
	const parent = editor.view.dom.parentElement;
	if (!range || !isHere || !parent) return null;
	// Behind the text in the document too, so that Tab leads from one to the other.
	return createPortal(<Bar ref={bar} editor={editor} {...range} />, parent);
}

interface BarProps {
	ref: RefObject<HTMLDivElement | null>;
	editor: Editor;
	from: number;
	to: number;
}

function Bar({ ref, editor, from, to }: BarProps) {
	useLayoutEffect(
		() => whenMoved(() => ref.current && floatAt(ref.current, posToDOMRect(editor.view, from, to), 'above')),
		[editor, ref, from, to],
	);
	useAnswer(editor, 'tools', () => ref.current?.querySelector('button')?.focus());
	return (
		<Base.Root
			ref={ref}
			className={`${styles.toolbar} ${styles.floating}`}
			aria-label="所选文字"
			onKeyDown={(event) => event.key === 'Escape' && editor.view.focus()}
		>
			<ToolButtons editor={editor} tools={tools} />
		</Base.Root>
	);
}

/** The selection, where it holds words and no input method composes over them. */
function selectedWords({ state, view, isEditable }: Editor): { from: number; to: number } | null {
	const { selection, doc } = state;
	if (!isEditable || view.composing || !isTextSelection(selection) || selection.empty) return null;
	const { from, to } = selection;
	return doc.textBetween(from, to) === '' ? null : { from, to };
}

const settleMs = 200;

/** Whether the focus is in the text or in the bar, and no pointer is still selecting. */
function useIsHere(editor: Editor, bar: RefObject<HTMLElement | null>): boolean {
	const [isHere, setHere] = useState(false);
	useEffect(() => {
		let isHeld = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const look = () => {
			const { activeElement } = document;
			setHere(!isHeld && (editor.view.hasFocus() || bar.current?.contains(activeElement) === true));
		};
		const lookSoon = (ms: number) => {
			clearTimeout(timer);
			timer = setTimeout(look, ms);
		};
		const onPress = ({ target }: PointerEvent) => {
			if (!(target instanceof Node) || !editor.view.dom.contains(target)) return;
			isHeld = true;
			look();
		};
		const onRelease = () => {
			isHeld = false;
			lookSoon(settleMs);
		};
		// The focus is nowhere for a moment while it goes from the text to the bar.
		const onFocus = () => lookSoon(0);
		document.addEventListener('pointerdown', onPress);
		document.addEventListener('pointerup', onRelease);
		document.addEventListener('focusin', onFocus);
		document.addEventListener('focusout', onFocus);
		onFocus();
		return () => {
			clearTimeout(timer);
			document.removeEventListener('pointerdown', onPress);
			document.removeEventListener('pointerup', onRelease);
			document.removeEventListener('focusin', onFocus);
			document.removeEventListener('focusout', onFocus);
		};
	}, [editor, bar]);
	return isHere;
}
