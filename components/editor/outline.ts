import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';

/** An entry of the outline: a 小标题 or a 问, with the place of its block in the document. */
export interface OutlineEntry {
	kind: 'subhead' | 'question';
	text: string;
	position: number;
}

/** 小标题 and 问 of a document in their order; without words yet, they count too. */
export function outlineOf(doc: Node): OutlineEntry[] {
	const entries: OutlineEntry[] = [];
	doc.forEach((node, position) => {
		const kind = node.type.name;
		if (kind === 'subhead' || kind === 'question') entries.push({ kind, text: node.textContent, position });
	});
	return entries;
}

/** Which entry a position is under: the last one at or before it; -1 above the first. */
export function entryAt(entries: readonly OutlineEntry[], position: number): number {
	return entries.findLastIndex((entry) => entry.position <= position);
}

/**
 * The entry whose place an entry would take if it went up or down: of the same kind, a question under the same 小标题;
 * -1 where there is none.
 */
export function neighbourOf(entries: readonly OutlineEntry[], index: number, by: -1 | 1): number {
	const kind = entries[index]?.kind;
	for (let at = index + by; at >= 0 && at < entries.length; at += by) {
		if (entries[at]?.kind === kind) return at;
		if (entries[at]?.kind === 'subhead') return -1;
	}
	return -1;
}

/**
 * Moves the section under an entry over its neighbour's; null where there is none. The neighbour's text is taken out and
 * put in on the other side: the selection stays in the section.
 */
export function moveSection({ doc, tr }: EditorState, index: number, by: -1 | 1): Transaction | null {
	const entries = outlineOf(doc);
	const other = neighbourOf(entries, index, by);
	if (other < 0) return null;
	const section = sectionOf(doc, entries, index);
	const { from, to } = sectionOf(doc, entries, other);
	tr.insert(by < 0 ? section.to : section.from, doc.slice(from, to).content);
	return tr.delete(tr.mapping.map(from, 1), tr.mapping.map(to, -1));
}

/** From an entry to the next that is not under it; empty paragraphs at the end of the text belong to no section. */
function sectionOf(doc: Node, entries: readonly OutlineEntry[], index: number): { from: number; to: number } {
	const entry = entries[index]!;
	const next = entries.slice(index + 1).find(({ kind }) => kind === 'subhead' || entry.kind === 'question');
	return { from: entry.position, to: next?.position ?? endOfText(doc) };
}

function endOfText(doc: Node): number {
	let end = doc.content.size;
	for (const block of doc.children.toReversed()) {
		if (block.type.name !== 'paragraph' || block.content.size > 0) break;
		end -= block.nodeSize;
	}
	return end;
}
