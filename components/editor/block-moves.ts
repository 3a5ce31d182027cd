import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Selection } from '@tiptap/pm/state';

/** Neighbouring children of one parent: whole blocks, or items of a list. */
export interface Run {
	/** The position before the first and after the last. */
	from: number;
	to: number;
	parent: Node;
	/** Of the first and the last in their parent. */
	first: number;
	last: number;
}

/** The blocks that the selection touches. */
export function selectedBlocks({ doc, selection: { $from, $to } }: EditorState): Run {
	const first = $from.index(0);
	const last = $to.depth === 0 ? Math.max(first, $to.index(0) - 1) : $to.index(0);
	return runOf(doc, 0, first, last);
}

/** What moves as one: the items of a list where the selection is inside one list, else the blocks. */
export function selectedRun(state: EditorState): Run {
	const { $from, $to } = state.selection;
	const isInOneList = $from.depth > 1 && $from.node(2).type.name === 'listItem' && $to.depth > 1;
	if (!isInOneList || $from.index(0) !== $to.index(0)) return selectedBlocks(state);
	return runOf($from.node(1), $from.start(1), $from.index(1), $to.index(1));
}

/** The block that begins at a position. */
export function blockAt(doc: Node, position: number): Run {
	const index = doc.resolve(position).index(0);
	return runOf(doc, 0, index, index);
}

function runOf(parent: Node, start: number, first: number, last: number): Run {
	const sizes = parent.children.map((child) => child.nodeSize);
	const sum = (to: number) => sizes.slice(0, to).reduce((all, size) => all + size, start);
	return { parent, first, last, from: sum(first), to: sum(last + 1) };
}

/**
 * Moves a run over its neighbour; null where there is none. It is the neighbour that is taken out and put in on the
 * other side: the run keeps its selection, and what is drawn of it stays.
 */
export function moveRun({ tr }: EditorState, run: Run, by: -1 | 1): Transaction | null {
	const { parent, first, last, from, to } = run;
	const neighbour = parent.maybeChild(by < 0 ? first - 1 : last + 1);
	if (!neighbour) return null;
	const [start, end] = by < 0 ? [from - neighbour.nodeSize, from] : [to, to + neighbour.nodeSize];
	tr.insert(by < 0 ? to : from, neighbour);
	return tr.delete(tr.mapping.map(start, 1), tr.mapping.map(end, -1)).scrollIntoView();
}

/** Puts a copy behind the run, and the cursor into it. */
export function copyRun({ tr }: EditorState, { parent, first, last, to }: Run): Transaction {
	tr.insert(to, parent.children.slice(first, last + 1));
	return tr.setSelection(Selection.near(tr.doc.resolve(to + 1))).scrollIntoView();
}

/** Takes the run away; a document keeps a paragraph. */
export function deleteRun({ tr, schema }: EditorState, { parent, first, last, from, to }: Run): Transaction {
	if (first === 0 && last === parent.childCount - 1) tr.replaceWith(from, to, schema.nodes.paragraph!.create());
	else tr.delete(from, to);
	return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)))).scrollIntoView();
}
