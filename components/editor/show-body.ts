import { type Node, Slice } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { alignBlocks } from '@/lib/article/align';
import type { Body } from '@/lib/article/body';
import { bodyOf } from './blocks';
import { directly } from './suggestion-mode';

/** Makes the surface show another body. `canUndo`: the change is one that the writer has made, and may take back. */
export function showBody(editor: Editor, body: Body, { canUndo }: { canUndo: boolean }): void {
	const tr = bodyChange(editor.state, body);
	if (tr.docChanged) editor.view.dispatch(directly(tr).setMeta('addToHistory', canUndo));
}

/**
 * The change that makes a document another body. It touches only what differs, so that selection, scroll and whatever is
 * drawn stay where the text stays; empty paragraphs at the end, which no body holds, are left to the cursor.
 */
export function bodyChange({ doc, schema, tr }: EditorState, body: Body): Transaction {
	const starts = [0];
	for (const node of doc.children) starts.push((starts.at(-1) ?? 0) + node.nodeSize);
	const changes: { from: number; old: readonly Node[]; next: Node[] }[] = [];
	let at = 0;
	for (const stretch of alignBlocks(bodyOf(doc).content, body.content)) {
		if ('same' in stretch) at += stretch.same.length;
		else {
			const old = doc.children.slice(at, at + stretch.mine.length);
			changes.push({ from: starts[at] ?? 0, old, next: stretch.theirs.map((block) => schema.nodeFromJSON(block)) });
			at += stretch.mine.length;
		}
	}
	// From the end, so that the places of those before stay as they are.
	for (const { from, old, next } of changes.reverse()) replaceBlocks(tr, from, old, next);
	return tr;
}

function replaceBlocks(tr: Transaction, from: number, old: readonly Node[], next: Node[]): void {
	const [one, other] = [old[0], next[0]];
	if (one && other && old.length === 1 && next.length === 1 && areAlike(one, other)) {
		replaceText(tr, from, one, other);
	} else {
		const size = old.reduce((sum, node) => sum + node.nodeSize, 0);
		tr.replaceWith(from, from + size, next);
	}
}

/** Whether two blocks differ in their text alone. */
function areAlike(one: Node, other: Node): boolean {
	return one.isTextblock && one.sameMarkup(other);
}

function replaceText(tr: Transaction, from: number, { content: old }: Node, { content: next }: Node): void {
	const start = old.findDiffStart(next);
	const end = old.findDiffEnd(next);
	if (start === null || end === null) return;
	// What is alike at both ends may overlap: 好好 → 好.
	const overlap = Math.max(0, start - Math.min(end.a, end.b));
	tr.replace(from + 1 + start, from + 1 + end.a + overlap, new Slice(next.cut(start, end.b + overlap), 0, 0));
}
