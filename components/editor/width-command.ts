import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { widthChanges } from '@/lib/full-width';

/** A stretch of a document. */
export interface DocRange {
	from: number;
	to: number;
}

/** Half-width marks in the range that stand in Chinese, as replacements in the document, in order. */
function changesIn(doc: Node, { from, to }: DocRange): (DocRange & { text: string })[] {
	const changes: (DocRange & { text: string })[] = [];
	doc.nodesBetween(from, Math.min(to, doc.content.size), (node, position) => {
		if (!node.isTextblock) return true;
		const start = position + 1;
		// A forced break is one position, as a line feed is one character.
		const text = node.textBetween(0, node.content.size, undefined, '\n');
		for (const change of widthChanges(text)) {
			const place = { from: start + change.from, to: start + change.to, text: change.text };
			if (place.from >= from && place.to <= to) changes.push(place);
		}
		return false;
	});
	return changes;
}

export function countHalfWidth(doc: Node, range: DocRange): number {
	return changesIn(doc, range).length;
}

/** Makes the marks of a range wide, as one step of the history, each with the marks of the text it stands in. */
export function makeWide(view: EditorView, range: DocRange): number {
	const { state } = view;
	const changes = changesIn(state.doc, range);
	const { tr } = state;
	for (const { from, to, text } of changes.toReversed()) {
		tr.replaceWith(from, to, state.schema.text(text, state.doc.nodeAt(from)?.marks));
	}
	if (changes.length > 0) view.dispatch(closeHistory(tr));
	return changes.length;
}
