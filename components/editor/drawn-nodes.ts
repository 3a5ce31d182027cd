import type { Editor, Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { Embed } from './embed';
import { EmbedView } from './embed-view';
import { FactBox } from './fact-box';
import { FigureView } from './figure-view';
import { Gallery } from './gallery';
import { GalleryView } from './gallery-view';
import { Figure } from './nodes';
import parts from './parts.module.css';

/** Enter on a selected block of this kind goes to its words. */
function enterWords(editor: Editor, name: string): boolean {
	const { selection } = editor.state;
	if (!(selection instanceof NodeSelection) || selection.node.type.name !== name) return false;
	const drawn = editor.view.nodeDOM(selection.from);
	if (!(drawn instanceof HTMLElement)) return false;
	drawn.querySelector('textarea')?.focus();
	return true;
}

/** Blocks that the desk draws itself, in place of what they are in plain HTML. */
export const drawnNodes: readonly Node[] = [
	Figure.extend({
		addNodeView: () => ReactNodeViewRenderer(FigureView),
		addKeyboardShortcuts() {
			return { Enter: () => enterWords(this.editor, this.name) };
		},
	}),
	Embed.extend({
		addNodeView: () => ReactNodeViewRenderer(EmbedView),
		addKeyboardShortcuts() {
			return { Enter: () => enterWords(this.editor, this.name) };
		},
	}),
	Gallery.extend({ addNodeView: () => ReactNodeViewRenderer(GalleryView) }),
	FactBox.extend({ renderHTML: () => ['aside', { 'data-block': 'factBox', class: parts.factBox }, 0] }),
];
