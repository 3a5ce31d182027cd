import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { colourOf } from './colour-of';
import { type ChangeAttribute, changeOn, isSuggestionMark } from './suggestion-sign';

interface Signs {
	/** The suggestion that is looked at: the cursor's, or the pointer's. */
	current: string | null;
	pointed: string | null;
	drawn: DecorationSet;
}

const key = new PluginKey<Signs>('suggestionSigns');

/** Draws what is suggested of blocks, and which suggestion is looked at. Words are drawn by their marks. */
export const SuggestionSigns = Extension.create({
	name: 'suggestionSigns',
	addProseMirrorPlugins: () => [
		new Plugin<Signs>({
			key,
			state: {
				init: (_config, state) => signsOf(state, null),
				apply(transaction, before, old, state) {
					const meta = transaction.getMeta(key) as { pointed: string | null } | undefined;
					const pointed = meta ? meta.pointed : before.pointed;
					const current = pointed ?? suggestionAt(state);
					const isSame = state.doc === old.doc && pointed === before.pointed && current === before.current;
					return isSame ? before : signsOf(state, pointed);
				},
			},
			props: { decorations: (state) => key.getState(state)?.drawn },
		}),
	],
});

function signsOf(state: EditorState, pointed: string | null): Signs {
	const current = pointed ?? suggestionAt(state);
	return { current, pointed, drawn: DecorationSet.create(state.doc, decorationsOf(state.doc, current)) };
}

function decorationsOf(doc: Node, current: string | null): Decoration[] {
	const drawn: Decoration[] = [];
	doc.descendants((node, position) => {
		const end = position + node.nodeSize;
		if (node.isInline) {
			const isCurrent =
				current !== null && node.marks.some((mark) => isSuggestionMark(mark) && mark.attrs.id === current);
			if (isCurrent) drawn.push(Decoration.inline(position, end, { 'data-current': '' }));
			return;
		}
		const change = changeOn(node);
		const sign = change.deletion ?? change.insertion ?? change.was;
		if (sign) drawn.push(Decoration.node(position, end, attributesOf(change, sign, sign.id === current)));
	});
	return drawn;
}

function attributesOf(change: ChangeAttribute, sign: { id: string; userId: string }, isCurrent: boolean) {
	const kinds = Object.entries(change).flatMap(([kind, value]) => (value ? kind : []));
	return {
		'data-change': kinds.join(' '),
		'data-suggestion': sign.id,
		'data-by': String(colourOf(sign.userId)),
		...(isCurrent && { 'data-current': '' }),
	};
}

/** The suggestion in which the cursor stands, or which the selected block carries. */
export function suggestionAt({ selection }: EditorState): string | null {
	if (selection instanceof NodeSelection) return idOn(selection.node);
	const { $from } = selection;
	for (const node of [$from.nodeAfter, $from.nodeBefore]) {
		const mark = node?.marks.find(isSuggestionMark);
		if (mark) return String(mark.attrs.id);
	}
	// At a block's beginning one looks at what is suggested of the block.
	return $from.parent.isTextblock && $from.parentOffset === 0 ? idOn($from.parent) : null;
}

function idOn(node: Node): string | null {
	const { insertion, deletion, was } = changeOn(node);
	return (deletion ?? insertion ?? was)?.id ?? null;
}

/** The suggestion that is looked at. */
export function currentSuggestion(state: EditorState): string | null {
	return key.getState(state)?.current ?? null;
}

/** Looks at a suggestion without going there; null: at the cursor's again. */
export function pointAt(tr: Transaction, id: string | null): Transaction {
	return tr.setMeta(key, { pointed: id }).setMeta('addToHistory', false);
}

/** Where each suggestion begins, in order. */
export function suggestionPlaces(doc: Node): { id: string; position: number }[] {
	const places = new Map<string, number>();
	doc.descendants((node, position) => {
		const ids = node.isInline
			? node.marks.filter(isSuggestionMark).map((mark) => String(mark.attrs.id))
			: Object.values(changeOn(node)).flatMap((sign) => sign?.id ?? []);
		// Into the block, where the cursor can stand.
		for (const id of ids) if (!places.has(id)) places.set(id, node.isInline || node.isAtom ? position : position + 1);
	});
	return [...places].map(([id, position]) => ({ id, position }));
}
