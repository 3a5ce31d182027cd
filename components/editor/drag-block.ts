import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';

/** Begins dragging the block at a position: the text takes the drop as it takes any other. */
export function dragBlock({ view, state }: Editor, position: number, { dataTransfer }: DragEvent): void {
	const drawn = view.nodeDOM(position);
	if (!dataTransfer || !(drawn instanceof Element)) return;
	const selection = NodeSelection.create(state.doc, position);
	view.dispatch(state.tr.setSelection(selection));
	view.dragging = { slice: selection.content(), move: true };
	dataTransfer.effectAllowed = 'copyMove';
	dataTransfer.setData('text/plain', selection.node.textContent);
	dataTransfer.setDragImage(drawn, 0, 0);
}
