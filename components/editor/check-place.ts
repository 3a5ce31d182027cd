import type { Node } from '@tiptap/pm/model';
import type { Hit, Part } from '@/lib/check/check';
import { type BlockText, isBaseText, partsOfBlock, textsOfBlock, wordAttributes } from '@/lib/check/parts';

/**
 * Where texts of a document stand in it. Blocks are walked as lib/check/parts.ts walks their JSON: the same texts in the
 * same order, with the positions of their characters.
 */

// ProseMirror's nodes never change and outlive an edit elsewhere: each is looked at once.
const known = new WeakMap<Node, BlockText[]>();

/** The texts of a document's blocks. */
export function partsOfDoc(doc: Node): Part[] {
	return doc.children.flatMap((block, index) => partsOfBlock(textsOf(block), index));
}

function textsOf(block: Node): BlockText[] {
	const before = known.get(block);
	if (before) return before;
	const texts = textsOfBlock(block.toJSON());
	known.set(block, texts);
	return texts;
}

/** A piece of a text: where it begins in the text and in the document, and its length. */
interface Piece {
	at: number;
	position: number;
	length: number;
}

/** A text in the document: running text in pieces, or the words of an attribute. */
export type Place =
	| { kind: 'text'; pieces: Piece[] }
	| { kind: 'attribute'; position: number; name: string; text: string };

/** The places of a block's texts, those without words left out. */
export function placesOfBlock(block: Node, position: number): Place[] {
	const places: Place[] = wordAttributes.flatMap(([name]) => {
		const text: unknown = block.attrs[name];
		return typeof text === 'string' && text !== '' ? [{ kind: 'attribute', position, name, text }] : [];
	});
	if (block.isTextblock) return [...places, ...textPlace(block, position)];
	block.forEach((child, offset) => {
		places.push(...placesOfBlock(child, position + 1 + offset));
	});
	return places;
}

function textPlace(block: Node, position: number): Place[] {
	const pieces: Piece[] = [];
	let at = 0;
	block.forEach((node, offset) => {
		const length = node.type.name === 'hardBreak' ? 1 : (node.text?.length ?? 0);
		if (length === 0 || !isBaseText(node.marks.map(({ type }) => ({ type: type.name })))) return;
		pieces.push({ at, position: position + 1 + offset, length });
		at += length;
	});
	return at > 0 ? [{ kind: 'text', pieces }] : [];
}

/** Where a hit stands in a document: a range of running text, or an attribute of the node at a position. */
export type HitPlace =
	| { kind: 'text'; from: number; to: number }
	| { kind: 'attribute'; position: number; size: number; name: string; text: string };

/** Undefined where the hit is of the head, or the document has changed under it. */
export function placeOfHit(doc: Node, { where, from, to }: Hit): HitPlace | undefined {
	if (where.in !== 'body' || where.block >= doc.childCount) return undefined;
	let position = 0;
	for (let index = 0; index < where.block; index++) position += doc.child(index).nodeSize;
	const place = placesOfBlock(doc.child(where.block), position)[where.text];
	if (!place) return undefined;
	if (place.kind === 'attribute') return { ...place, size: doc.nodeAt(place.position)?.nodeSize ?? 1 };
	const start = place.pieces.find(({ at, length }) => from < at + length);
	const end = place.pieces.find(({ at, length }) => to <= at + length);
	if (!start || !end) return undefined;
	return { kind: 'text', from: start.position + from - start.at, to: end.position + to - end.at };
}
