import type { ListPiece, Piece, TextPiece } from './piece';
import { sliceRuns, textOf } from './runs';

const arabic = /^[（(]?(\d{1,4})[.．、)）]?$/;
/** Letters that symbol fonts draw as dots, squares and arrows, and the signs themselves. */
const drawn = /^(?:[^\p{L}\p{N}]|[onlqvuØü§·])$/u;
const bullet = /^([•●▪◦‣∙·])[ \u3000]*(?=[^ \u3000•●▪◦‣∙·])/;

/**
 * Paragraphs that Word and WPS mark as items become lists. A sign that a body's list does not print, 一、 or （二） or
 * a., stays as text before its words.
 */
export function gatherMarked(pieces: readonly Piece[]): Piece[] {
	const out: Piece[] = [];
	let open: { list: ListPiece; of: string } | undefined;
	for (const piece of pieces) {
		const sign = piece.kind === 'text' ? signOf(piece) : undefined;
		if (piece.kind !== 'text' || !sign) {
			open = undefined;
			out.push(piece);
			continue;
		}
		const of = `${piece.marker?.list}/${piece.marker?.level}/${sign.ordered}`;
		const follows = open?.of === of && (!sign.ordered || sign.number === open.list.start + open.list.items.length);
		if (!open || !follows) {
			open = { of, list: { kind: 'list', ordered: sign.ordered, start: sign.number, items: [] } };
			out.push(open.list);
		}
		open.list.items.push([piece.runs]);
	}
	return out;
}

/** What a paragraph's drawn sign says of it; undefined where a list of ours does not print it. */
export function signOf({ marker }: TextPiece): { ordered: boolean; number: number } | undefined {
	if (!marker) return undefined;
	const [, number] = arabic.exec(marker.text) ?? [];
	if (number) return { ordered: true, number: Number(number) };
	return drawn.test(marker.text) ? { ordered: false, number: 1 } : undefined;
}

/** The sign as text before its words. */
export function withSign(piece: TextPiece): TextPiece {
	const { marker, ...rest } = piece;
	if (!marker?.text) return rest;
	return { ...rest, runs: [{ text: signText(marker.text), bold: false }, ...piece.runs] };
}

/** A sign as it stands before words; behind a figure or a letter there is room. */
export function signText(sign: string): string {
	return /[\w.)]$/.test(sign) ? `${sign} ` : sign;
}

/** Two or more paragraphs in a row that begin with the same bullet are a list. */
export function gatherBullets(pieces: readonly Piece[]): Piece[] {
	const out: Piece[] = [];
	for (let at = 0; at < pieces.length; ) {
		const sign = bulletOf(pieces[at]);
		let end = at;
		while (sign && bulletOf(pieces[end]) === sign) end++;
		if (end - at >= 2) {
			const texts = pieces.slice(at, end) as TextPiece[];
			out.push({ kind: 'list', ordered: false, start: 1, items: texts.map((text) => [withoutBullet(text)]) });
			at = end;
		} else out.push(pieces[at++]!);
	}
	return out;
}

function bulletOf(piece: Piece | undefined): string | undefined {
	return piece?.kind === 'text' && piece.role === 'plain' ? bullet.exec(textOf(piece.runs))?.[1] : undefined;
}

function withoutBullet({ runs }: TextPiece) {
	return sliceRuns(runs, bullet.exec(textOf(runs))?.[0].length ?? 0);
}
