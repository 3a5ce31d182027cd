import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Hit } from '@/lib/check/check';
import styles from './check-marks.module.css';
import { placeOfHit } from './check-place';

/** What is marked: the hits, and which of them is the present one. */
interface Marked {
	hits: readonly Hit[];
	present: Hit | undefined;
}

const key = new PluginKey<DecorationSet>('checkMarks');

/** Lines under what the checks found. They move with the text and are no part of the document. */
export const CheckMarks = Extension.create({
	name: 'checkMarks',
	addProseMirrorPlugins: () => [
		new Plugin<DecorationSet>({
			key,
			state: {
				init: () => DecorationSet.empty,
				apply: (transaction, marks) => {
					const marked = transaction.getMeta(key) as Marked | undefined;
					if (marked) return DecorationSet.create(transaction.doc, decorationsOf(transaction.doc, marked));
					return marks.map(transaction.mapping, transaction.doc);
				},
			},
			props: { decorations: (state) => key.getState(state) },
		}),
	],
});

/** Draws the hits of the document as it is now. */
export function markHits(view: EditorView, marked: Marked): void {
	view.dispatch(view.state.tr.setMeta(key, marked).setMeta('addToHistory', false));
}

function decorationsOf(doc: Node, { hits, present }: Marked): Decoration[] {
	return hits.flatMap((hit) => {
		const place = placeOfHit(doc, hit);
		if (!place) return [];
		const look = { class: `${styles[hit.severity]}${hit === present ? ` ${styles.present}` : ''}` };
		return place.kind === 'text'
			? Decoration.inline(place.from, place.to, { ...look, 'data-check': hit.severity })
			: Decoration.node(place.position, place.position + place.size, { class: styles.block });
	});
}
