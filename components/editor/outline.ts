import type { Node } from '@tiptap/pm/model';

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
