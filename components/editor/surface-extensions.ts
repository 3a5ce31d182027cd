import type { Extensions } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { BlockKeys } from './block-keys';
import { bodyExtensions } from './extensions';
import { FigureView } from './figure-view';
import { Markdown } from './markdown';
import { Figure } from './nodes';
import { Slash } from './slash';
import { UploadSlots } from './upload-slots';

const DrawnFigure = Figure.extend({
	addNodeView: () => ReactNodeViewRenderer(FigureView),
	addKeyboardShortcuts() {
		return {
			// With the picture selected, Enter goes to its words.
			Enter: () => {
				const { selection } = this.editor.state;
				if (!('node' in selection)) return false;
				const drawn = this.editor.view.nodeDOM(selection.from);
				if (!(drawn instanceof HTMLElement)) return false;
				drawn.querySelector('textarea')?.focus();
				return true;
			},
		};
	},
});

/** What aids of the surface may need to know. */
export interface SurfaceOptions {
	user: { id: string; name: string };
	articleId: string;
	/** The text is only read: aids to writing stay away. */
	isReading: boolean;
}

/** What the writing surface runs: the body's schema, drawn, and aids that are no part of the document. */
export function surfaceExtensions(options: SurfaceOptions): Extensions {
	return [
		...bodyExtensions.filter((extension) => extension.name !== Figure.name),
		DrawnFigure,
		...(options.isReading ? [] : writingAids(options)),
	];
}

/** Aids that only a writer has. */
function writingAids(_options: SurfaceOptions): Extensions {
	return [
		BlockKeys,
		Markdown,
		Slash,
		UploadSlots,
		Placeholder.configure({ placeholder: '从这里写起。按 / 插入小标题、图片、表格……，图片也可以拖进来或粘贴。' }),
	];
}
