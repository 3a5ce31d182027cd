import { type Node, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { cleanPastedHtml, cleanPastedText, incomingId, type Pasted, picturesOf } from './paste';
import { openSlots } from './upload-slots';
import type { DocRange } from './width-command';

/** What the screen hears of a paste. */
export interface PasteHandlers {
	/** Files of pictures, at a position or where the cursor is. */
	onFiles: (files: readonly File[], position?: number) => void;
	/** Pasted HTML, a moment before its words are in the document. */
	onPasted: (pasted: Pasted) => void;
	/** Something came in and now stands in this stretch. */
	onRange: (range: DocRange) => void;
}

/** Where the words of the latest paste stand now, and which paste it was; it may have become empty. */
interface PastedRange extends DocRange {
	paste: number;
}

const key = new PluginKey<PastedRange | null>('incoming');

/** The stretch that the latest paste or drop brought, as it stands now. */
export function pastedRange(state: EditorState): DocRange | null {
	return key.getState(state) ?? null;
}

/**
 * Cleans what is pasted or dropped. Its pictures come in as figures and leave at once for slots in their places, within
 * the same change of state: no document with a picture that is not stored is ever seen or saved.
 */
export function incomingPlugin(handlers: () => PasteHandlers): Plugin<PastedRange | null> {
	// The rich text of the paste under way: cleaning is given the HTML alone.
	let rtf = '';
	return new Plugin<PastedRange | null>({
		key,
		state: { init: () => null, apply: (tr, range) => rangeAfter(tr, range) },
		view: () => ({
			update(view, before) {
				const range = key.getState(view.state);
				if (range && range.paste !== key.getState(before)?.paste) handlers().onRange(range);
			},
		}),
		appendTransaction: (_transactions, _before, state) => takePictures(state),
		props: {
			handleDOMEvents: {
				paste: (_view, event) => {
					rtf = event.clipboardData?.getData('text/rtf') ?? '';
					return false;
				},
			},
			handlePaste: (_view, event) => {
				const pictures = picturesOf(event.clipboardData);
				if (pictures.length > 0) handlers().onFiles(pictures);
				return pictures.length > 0;
			},
			handleDrop: (view, event, _slice, moved) => {
				const pictures = moved ? [] : picturesOf(event.dataTransfer);
				if (pictures.length === 0) return false;
				event.preventDefault();
				handlers().onFiles(pictures, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos);
				return true;
			},
			transformPastedHTML(html) {
				const pasted = cleanPastedHtml(html, rtf);
				rtf = '';
				handlers().onPasted(pasted);
				return pasted.html;
			},
			clipboardTextParser(text, _context, _plain, view) {
				const nodes = cleanPastedText(text).map((block) => view.state.schema.nodeFromJSON(block));
				return nodes.length > 0
					? Slice.maxOpen(view.state.schema.topNodeType.create(null, nodes).content)
					: Slice.empty;
			},
		},
	});
}

function rangeAfter(tr: Transaction, before: PastedRange | null): PastedRange | null {
	if (!tr.docChanged) return before;
	const how = tr.getMeta('uiEvent');
	if (how === 'paste' || how === 'drop') return { ...changedRange(tr), paste: (before?.paste ?? 0) + 1 };
	if (!before) return null;
	const [from, to] = [tr.mapping.map(before.from, 1), tr.mapping.map(before.to, -1)];
	return { from, to: Math.max(from, to), paste: before.paste };
}

function changedRange(tr: Transaction): DocRange {
	let [from, to] = [tr.doc.content.size, 0];
	tr.mapping.maps.forEach((map, index) => {
		const later = tr.mapping.slice(index + 1);
		map.forEach((_oldStart, _oldEnd, start, end) => {
			from = Math.min(from, later.map(start, -1));
			to = Math.max(to, later.map(end, 1));
		});
	});
	return { from: Math.min(from, to), to };
}

/** Takes the figures of incoming pictures out and opens their slots. */
function takePictures(state: EditorState): Transaction | undefined {
	const found: { node: Node; position: number; id: string }[] = [];
	state.doc.descendants((node, position) => {
		const id = node.type.name === 'figure' ? incomingId(node.attrs.media) : undefined;
		if (id) found.push({ node, position, id });
		return !node.isTextblock;
	});
	if (found.length === 0) return undefined;
	const { tr } = state;
	for (const { node, position } of found.toReversed()) {
		const isAlone = tr.doc.resolve(position).parent.childCount === 1;
		const end = position + node.nodeSize;
		if (isAlone) tr.replaceWith(position, end, state.schema.nodes.paragraph!.create());
		else tr.delete(position, end);
	}
	return openSlots(
		tr,
		found.map(({ id, position }) => ({ id, position: tr.mapping.map(position, -1), label: '图片正在取来' })),
	);
}
