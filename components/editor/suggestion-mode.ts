import { Extension } from '@tiptap/core';
import { closeHistory, isHistoryTransaction } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { newId } from '@/lib/id';
import { replaceDifference } from './replace-difference';
import { type Edit, extendEdit } from './suggestion-cover';
import { type Hand, trackEdit } from './track-edit';

interface Mode {
	hand: Hand;
	isOn: boolean;
	/** Edits made since the document was last as it should be: what an input method is composing is let be. */
	pending: Edit | null;
	/** Where the cursor stood before them; null where words were selected. */
	cursor: number | null;
}

type Meta = { isOn: boolean } | { isSettled: true };

const key = new PluginKey<Mode>('suggestionMode');
/** Set on a transaction that is to change the document itself, in suggestion mode too. */
const direct = 'direct';

export interface SuggestionModeOptions {
	userId: string;
	/** He may suggest and nothing else: the mode is on and stays on. */
	isForced: boolean;
}

/** 建议模式: while it is on, whatever is done to the text is only suggested. */
export const SuggestionMode = Extension.create<SuggestionModeOptions>({
	name: 'suggestionMode',
	addOptions: () => ({ userId: '', isForced: false }),
	addProseMirrorPlugins() {
		const { userId, isForced } = this.options;
		return [suggestionMode({ userId, newId, now: () => new Date().toISOString() }, isForced)];
	},
});

/** The plugin itself; apart for tests. */
export function suggestionMode(hand: Hand, isForced: boolean): Plugin<Mode> {
	let view: EditorView | null = null;
	return new Plugin<Mode>({
		key,
		state: {
			init: () => ({ hand, isOn: isForced, pending: null, cursor: null }),
			apply(transaction, mode, old) {
				const meta = transaction.getMeta(key) as Meta | undefined;
				const isOn = isForced || (meta && 'isOn' in meta ? meta.isOn : mode.isOn);
				if (!isOn || (meta && 'isSettled' in meta)) return { hand, isOn, pending: null, cursor: null };
				if (!transaction.docChanged || (isDirect(transaction) && !mode.pending)) return { ...mode, isOn };
				const { steps, mapping } = transaction;
				const cursor = mode.pending ? mode.cursor : old.selection.empty ? old.selection.head : null;
				return { hand, isOn, cursor, pending: extendEdit(mode.pending, { before: old.doc, steps, mapping }) };
			},
		},
		view(created) {
			view = created;
			return {};
		},
		// The DOM that an input method is writing in is not touched until it is done.
		appendTransaction: (_transactions, _old, state) => (view?.composing ? null : settlePending(state)),
		props: {
			handleDOMEvents: {
				compositionend: (view) => {
					settleAfterComposing(view);
					return false;
				},
			},
		},
	});
}

/** Undoing and redoing go between documents that were as they should be. */
function isDirect(transaction: Transaction): boolean {
	return transaction.getMeta(direct) === true || isHistoryTransaction(transaction);
}

/** What an input method leaves is read by the surface a moment after it is done. */
function settleAfterComposing(view: EditorView): void {
	setTimeout(() => {
		if (view.isDestroyed) return;
		if (view.composing) settleAfterComposing(view);
		else if (key.getState(view.state)?.pending) view.dispatch(view.state.tr);
	}, 30);
}

function settlePending(state: EditorState): Transaction | null {
	const mode = key.getState(state);
	if (!mode?.pending) return null;
	const { pending, cursor, hand } = mode;
	const { from, to, blocks, place } = trackEdit(pending, state.doc, hand);
	const transaction = replaceDifference(state.tr, from, to, blocks).setMeta(key, { isSettled: true } satisfies Meta);
	const { selection, storedMarks } = state;
	// A cursor that went back over what it struck stands before it; one that went forward stands behind it.
	const behindStruck = cursor === null || cursor === pending.fromA;
	if (selection instanceof TextSelection) {
		const [anchor, head] = [place(selection.anchor, behindStruck), place(selection.head, behindStruck)];
		transaction.setSelection(textSelection(transaction.doc, anchor, head));
	}
	if (storedMarks) transaction.setStoredMarks(storedMarks);
	return transaction;
}

function textSelection(doc: Node, anchor: number, head: number): Selection {
	const at = (position: number) => doc.resolve(Math.max(0, Math.min(position, doc.content.size)));
	return TextSelection.between(at(anchor), at(head));
}

/** The document as it would stand if the input method were done now: what is saved. */
export function settledDoc(state: EditorState): Node {
	return settlePending(state)?.doc ?? state.doc;
}

export function isSuggesting(state: EditorState): boolean {
	return key.getState(state)?.isOn ?? false;
}

export function setSuggesting(view: EditorView, isOn: boolean): void {
	// What was written directly is undone apart from what is suggested.
	view.dispatch(closeHistory(view.state.tr).setMeta(key, { isOn } satisfies Meta));
}

/** Marks a transaction as one that changes the document itself. */
export function directly(transaction: Transaction): Transaction {
	return transaction.setMeta(direct, true);
}
