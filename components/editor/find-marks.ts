import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findInDoc, type Hit, type Query } from './find';

interface Finding {
	query: Query;
	hits: readonly Hit[];
	current: Hit | null;
	marks: DecorationSet;
}

type Change = { query: Query | null } | { current: Hit | null };

const key = new PluginKey<Finding | null>('find');

/** Marks in the text what is looked for, as long as something is. */
export const FindMarks = Extension.create({
	name: 'findMarks',
	addProseMirrorPlugins: () => [
		new Plugin<Finding | null>({
			key,
			state: {
				init: () => null,
				apply(tr, before, _old, state) {
					const change = tr.getMeta(key) as Change | undefined;
					if (change && 'query' in change) return change.query && finding(state, change.query, null);
					if (!before || !(change || tr.docChanged)) return before;
					return finding(state, before.query, change ? change.current : moved(before.current, tr));
				},
			},
			props: { decorations: (state) => key.getState(state)?.marks },
		}),
	],
});

function moved(hit: Hit | null, { mapping }: Transaction): Hit | null {
	if (hit?.in === 'text') return { ...hit, from: mapping.map(hit.from, 1), to: mapping.map(hit.to, -1) };
	return hit?.in === 'words' ? { ...hit, position: mapping.map(hit.position) } : hit;
}

function finding(state: EditorState, query: Query, current: Hit | null): Finding {
	const hits = findInDoc(state.doc, query);
	const marks = hits.map((hit) => mark(state, hit, isSame(hit, current) ? 'find-current' : 'find-hit'));
	return { query, hits, current, marks: DecorationSet.create(state.doc, marks) };
}

function mark({ doc }: EditorState, hit: Hit, name: string): Decoration {
	if (hit.in === 'text') return Decoration.inline(hit.from, hit.to, { class: name });
	const position = hit.in === 'words' ? hit.position : 0;
	return Decoration.node(position, position + (doc.nodeAt(position)?.nodeSize ?? 0), { class: name });
}

export function isSame(a: Hit, b: Hit | null): boolean {
	return b !== null && Object.entries(a).every(([name, value]) => b[name as keyof Hit] === value);
}

/** The hits in the document of what is looked for now, and the one that is marked as the present one. */
export function foundIn(state: EditorState): { hits: readonly Hit[]; current: Hit | null } {
	return key.getState(state) ?? nothing;
}

const nothing = { hits: [], current: null };

/** Looks for something; null ends looking. */
export function lookFor(tr: Transaction, query: Query | null): Transaction {
	return tr.setMeta(key, { query }).setMeta('addToHistory', false);
}

/** Marks one hit as the present one. */
export function markCurrent(tr: Transaction, current: Hit | null): Transaction {
	return tr.setMeta(key, { current }).setMeta('addToHistory', false);
}
