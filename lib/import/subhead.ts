import type { Piece, TextPiece } from './piece';
import { isAllBold, textOf } from './runs';

/** A longer line is a sentence, whatever it looks like. */
const maxCharacters = 30;
/** How much larger than the text a heading must be set. */
const largerBy = 1.12;

const sentenceEnd = /[。；;，,、：:]$/;

/** Short bold lines that are centred, or larger than the text, are headings though nothing says so. */
export function findSubheads(pieces: readonly Piece[]): Piece[] {
	const textSize = commonSize(pieces);
	return pieces.map((piece): Piece => {
		if (piece.kind !== 'text' || piece.role !== 'plain') return piece;
		return looksLikeHeading(piece, textSize) ? { ...piece, role: 'heading' } : piece;
	});
}

function looksLikeHeading(piece: TextPiece, textSize: number | undefined): boolean {
	const text = textOf(piece.runs);
	if ([...text].length > maxCharacters || sentenceEnd.test(text) || !/[\p{L}\p{N}]/u.test(text)) return false;
	const isLarger = isLargerThan(piece, textSize);
	return isAllBold(piece.runs) && (piece.centred || isLarger);
}

/** Whether a text is set larger than the others. */
export function isLargerThan({ size }: TextPiece, textSize: number | undefined): boolean {
	return size !== undefined && textSize !== undefined && size >= textSize * largerBy;
}

/** The size in which most of the text is set. */
export function commonSize(pieces: readonly Piece[]): number | undefined {
	const letters = new Map<number, number>();
	for (const piece of pieces) {
		if (piece.kind !== 'text' || piece.size === undefined) continue;
		letters.set(piece.size, (letters.get(piece.size) ?? 0) + textOf(piece.runs).length);
	}
	return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0];
}
