import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { type Asked, ask } from './ask';
import { moveRun, selectedRun } from './block-moves';

/** Moves blocks by keyboard, each time one step to undo; the ways to their menu and to the tools. */
export const BlockKeys = Extension.create({
	name: 'blockKeys',
	addKeyboardShortcuts() {
		const move = (by: -1 | 1) => () => {
			const { state, view } = this.editor;
			const transaction = moveRun(state, selectedRun(state), by);
			if (transaction) view.dispatch(closeHistory(transaction));
			// Not to the browser even at the edge, where it would select.
			return true;
		};
		const asks = (asked: Asked) => () => {
			ask(this.editor, asked);
			return true;
		};
		return {
			'Alt-Shift-ArrowUp': move(-1),
			'Alt-Shift-ArrowDown': move(1),
			'Alt-Enter': asks('block'),
			'Alt-F10': asks('tools'),
		};
	},
});
