import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { blockAt, moveRun } from './block-moves';

/** Moves the block at `position` over its neighbour, one step to undo. */
export function moveBlock(editor: Editor, position: number | undefined, by: -1 | 1): void {
	const moved = position !== undefined && moveRun(editor.state, blockAt(editor.state.doc, position), by);
	if (moved) editor.view.dispatch(closeHistory(moved));
}
