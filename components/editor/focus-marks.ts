import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { isFocusModeOn, setFocusMode } from './use-focus-mode';

/** Where on the screen the line that is being written stays. */
const eyeLine = 0.45;

/** In focus mode: marks the block with the cursor, keeps its line at the height of the eyes, and leaves on Esc. */
export const FocusMarks = Extension.create({
	name: 'focusMarks',
	addProseMirrorPlugins: () => [
		new Plugin({
			props: {
				decorations({ doc, selection: { $from } }) {
					if (!isFocusModeOn() || $from.depth === 0) return null;
					return DecorationSet.create(doc, [Decoration.node($from.before(1), $from.after(1), { class: 'is-here' })]);
				},
				handleKeyDown(_view, event) {
					if (event.key !== 'Escape' || !isFocusModeOn()) return false;
					setFocusMode(false);
					return true;
				},
				handleScrollToSelection(view) {
					if (!isFocusModeOn()) return false;
					const { top, bottom } = view.coordsAtPos(view.state.selection.head);
					window.scrollBy(0, (top + bottom) / 2 - window.innerHeight * eyeLine);
					return true;
				},
			},
		}),
	],
});
