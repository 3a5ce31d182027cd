import type { Node } from '@tiptap/pm/model';
import type { Range } from '@/lib/article/comment/anchor';

/** A stretch of the shown text and where in the document it stands. */
interface Piece {
	offset: number;
	length: number;
	from: number;
	/** The words of a picture: they stand in the document as one place. */
	isNode: boolean;
}

/**
 * The text as it stands on the surface, suggestions included, and the way between places in it and in the document:
 * what comments are anchored in. Blocks are parted by line feeds; a picture gives its words.
 */
export class ShownText {
	readonly text: string;
	#pieces: Piece[] = [];

	constructor(doc: Node) {
		const parts: string[] = [];
		let offset = 0;
		const add = (text: string, from: number, isNode: boolean) => {
			this.#pieces.push({ offset, length: text.length, from, isNode });
			parts.push(text);
			offset += text.length;
		};
		doc.descendants((node, position) => {
			if (node.isText) add(node.text ?? '', position, false);
			else if (node.isInline) add('\n', position, false);
			else if (node.isTextblock || node.isAtom) {
				if (parts.length > 0) {
					parts.push('\n');
					offset++;
				}
				if (node.isAtom) add(wordsOf(node), position, true);
			}
		});
		this.text = parts.join('');
	}

	/** The stretch of the text that stands between two places of the document. */
	toText({ from, to }: Range): Range | null {
		const touched = this.#pieces.filter((piece) => piece.from < to && endOf(piece) > from);
		const [first, last] = [touched[0], touched.at(-1)];
		if (!first || !last) return null;
		return {
			from: first.offset + (first.isNode ? 0 : Math.max(0, from - first.from)),
			to: last.offset + (last.isNode ? last.length : Math.min(last.length, to - last.from)),
		};
	}

	/** Where a stretch of the text stands in the document. */
	toDoc({ from, to }: Range): Range | null {
		const touched = this.#pieces.filter(({ offset, length }) => offset < to && offset + length > from);
		const [first, last] = [touched[0], touched.at(-1)];
		if (!first || !last) return null;
		return {
			from: first.from + (first.isNode ? 0 : Math.max(0, from - first.offset)),
			to: last.isNode ? last.from + 1 : last.from + Math.min(last.length, to - last.offset),
		};
	}
}

function endOf({ from, length, isNode }: Piece): number {
	return from + (isNode ? 1 : length);
}

function wordsOf(node: Node): string {
	if (node.type.name === 'divider') return '———';
	const { caption, title, credit } = node.attrs as Record<string, string | undefined>;
	return [caption ?? title, credit].filter(Boolean).join(' ') || '图片';
}
