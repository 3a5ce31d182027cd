'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { type DragEvent, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './block-handle.module.css';
import { BlockMenu } from './block-menu';
import { blockAt, type Run, selectedBlocks } from './block-moves';
import { dragBlock } from './drag-block';
import type { PanelProps } from './panel';
import { useAnswer } from './use-answer';
import { useHoveredBlock } from './use-hovered-block';

/** The handle beside the block under the pointer: drags it, and opens its menu; Alt+Enter does for the cursor's. */
export function BlockHandle({ editor }: PanelProps) {
	const [hovered, clear] = useHoveredBlock(editor);
	const [menu, setMenu] = useState<{ run: Run; anchor: Element }>();
	const doc = useEditorState({ editor, selector: ({ editor }) => editor.state.doc });
	// A text that changes under the pointer is being written in: the handle stays away.
	// biome-ignore lint/correctness/useExhaustiveDependencies: when the text changes
	useEffect(clear, [doc]);
	const openAt = (run: Run) => {
		const anchor = editor.view.nodeDOM(run.from);
		if (anchor instanceof Element) setMenu({ run, anchor });
	};
	useAnswer(editor, 'block', () => openAt(selectedBlocks(editor.state)));
	const parent = editor.view.dom.parentElement;
	if (!parent) return null;
	return (
		<>
			{hovered !== null &&
				createPortal(
					<button
						type="button"
						// Keys have Alt+Enter.
						tabIndex={-1}
						draggable
						className={styles.handle}
						style={{ top: topOf(editor, hovered) }}
						aria-label="这一段：拖动或打开菜单"
						title="拖动，或点开菜单（Alt+Enter）"
						onDragStart={(event: DragEvent) => dragBlock(editor, hovered, event.nativeEvent)}
						onClick={() => openAt(blockAt(editor.state.doc, hovered))}
					>
						<Grip />
					</button>,
					parent,
				)}
			<BlockMenu editor={editor} at={menu} onClose={() => setMenu(undefined)} />
		</>
	);
}

/** Where the first line of a block begins, in the box around the text. */
function topOf({ view }: Editor, position: number): number {
	const drawn = view.nodeDOM(position);
	if (!(drawn instanceof HTMLElement)) return 0;
	const { paddingTop, borderTopWidth } = getComputedStyle(drawn);
	return view.dom.offsetTop + drawn.offsetTop + Number.parseFloat(paddingTop) + Number.parseFloat(borderTopWidth);
}

/** Six dots: something to take hold of. */
function Grip() {
	return (
		<svg width="10" height="16" viewBox="0 0 10 16" aria-hidden="true">
			{[3, 8, 13].map((y) => [2, 8].map((x) => <circle key={`${x}-${y}`} cx={x} cy={y} r="1.4" />))}
		</svg>
	);
}
