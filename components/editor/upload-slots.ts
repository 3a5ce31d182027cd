import { Extension } from '@tiptap/core';
import type { Node, NodeType } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

/** A place that waits for a picture; several at one position stand in the order in which they were opened. */
export interface Slot {
	id: string;
	position: number;
	label: string;
}

type Change = { open: readonly Slot[] } | { relabel: Pick<Slot, 'id' | 'label'> } | { close: string };

const key = new PluginKey<Slot[]>('uploadSlots');

/**
 * Places in the text that wait for a picture under way. A slot moves with the text around it and is
 * no part of the document: what is saved meanwhile does not know it.
 */
export const UploadSlots = Extension.create({
	name: 'uploadSlots',
	addProseMirrorPlugins: () => [
		new Plugin<Slot[]>({
			key,
			state: {
				init: () => [],
				apply: (transaction, slots) => changed(move(slots, transaction), changeOf(transaction)),
			},
			props: {
				decorations: (state) => DecorationSet.create(state.doc, (key.getState(state) ?? []).map(draw)),
			},
		}),
	],
});

function changeOf(transaction: Transaction): Change | undefined {
	return transaction.getMeta(key) as Change | undefined;
}

/** A picture that fills a slot goes behind the slots opened before it, and before those opened after. */
function move(slots: Slot[], transaction: Transaction): Slot[] {
	if (!transaction.docChanged) return slots;
	const change = changeOf(transaction);
	const filled = change && 'close' in change ? slots.findIndex((slot) => slot.id === change.close) : -1;
	return slots.map((slot, index) => ({
		...slot,
		position: transaction.mapping.map(slot.position, filled >= 0 && index > filled ? 1 : -1),
	}));
}

function changed(slots: Slot[], change: Change | undefined): Slot[] {
	if (!change) return slots;
	if ('open' in change) return [...slots, ...change.open];
	if ('close' in change) return slots.filter((slot) => slot.id !== change.close);
	return slots.map((slot) => (slot.id === change.relabel.id ? { ...slot, ...change.relabel } : slot));
}

function draw({ id, position, label }: Slot, order: number): Decoration {
	const element = () => {
		const box = document.createElement('div');
		box.dataset.uploadSlot = '';
		box.textContent = label;
		return box;
	};
	return Decoration.widget(position, element, { key: `${id} ${label}`, side: order });
}

function dispatch(view: EditorView, transaction: Transaction, change: Change): void {
	view.dispatch(transaction.setMeta(key, change));
}

/** Opens a slot at the boundary of blocks nearest to `position`. */
export function openSlot(view: EditorView, id: string, position: number, label: string): void {
	view.dispatch(openSlots(view.state.tr, [{ id, position, label }]));
}

/** The transaction, which then also opens slots at the boundaries of blocks nearest to their positions. */
export function openSlots(tr: Transaction, slots: readonly Slot[]): Transaction {
	const open = slots.map((slot) => ({ ...slot, position: blockBoundary(tr.doc, slot.position) }));
	return tr.setMeta(key, { open } satisfies Change);
}

/** Whether a slot waits; the place of one whose figure could not come in does not. */
export function hasSlot(state: EditorState, id: string): boolean {
	return key.getState(state)?.some((slot) => slot.id === id) ?? false;
}

export function relabelSlot(view: EditorView, id: string, label: string): void {
	dispatch(view, view.state.tr, { relabel: { id, label } });
}

export function closeSlot(view: EditorView, id: string): void {
	dispatch(view, view.state.tr, { close: id });
}

/** Puts a figure where the slot is. */
export function fillSlot(view: EditorView, id: string, attributes: Record<string, string>): void {
	const { schema, doc, tr } = view.state;
	const slot = key.getState(view.state)?.find((one) => one.id === id);
	const figure = schema.nodes.figure!;
	const position = roomFor(doc, slot?.position ?? doc.content.size, figure);
	tr.insert(position, figure.create(attributes));
	dispatch(view, tr, { close: id });
}

/** The position, or behind the gallery there when it is full. */
function roomFor(doc: Node, position: number, figure: NodeType): number {
	const resolved = doc.resolve(position);
	const index = resolved.index();
	return resolved.depth === 0 || resolved.parent.canReplaceWith(index, index, figure) ? position : resolved.after(1);
}

/** Behind the picture of a gallery; else after the block that holds the position, before it where that is an empty paragraph. */
function blockBoundary(doc: Node, position: number): number {
	const resolved = doc.resolve(Math.min(position, doc.content.size));
	if (resolved.parent.type.name === 'gallery') return resolved.pos + (resolved.nodeAfter?.nodeSize ?? 0);
	if (resolved.depth === 0) return resolved.pos;
	const block = resolved.node(1);
	return block.isTextblock && block.content.size === 0 ? resolved.before(1) : resolved.after(1);
}
