import { isSafeLink } from '@/lib/article/body';
import { joinCaptions } from './caption';
import type { HtmlElement } from './html-tree';
import { gatherBullets, gatherMarked, signOf, withSign } from './marked';
import type { Cleaned, Piece, TextPiece } from './piece';
import { markQuestions } from './question';
import { joinGroup, joinLines, linesOf } from './runs';
import { readStyleSheet } from './style';
import { findSubheads } from './subhead';
import { type LinkRule, walk } from './walk';
import { groupLines } from './wrapped';

/** Longer quotations are not pulled from a text, they are the text. */
const maxQuotes = 3;

/** Links as a paste brings them: what may reach a reader, without a search engine's detour. */
export const pastedLink: LinkRule = (href) => {
	const direct = /^https?:\/\/www\.google\.[a-z.]+\/url\?(?:[^#]*&)?q=([^&#]+)/i.exec(href)?.[1];
	const address = direct === undefined ? href : decodeSafely(direct);
	return isSafeLink(address) ? address : undefined;
};

/** Links of a file: a relative one would lead into our own site. */
export const fileLink: LinkRule = (href) => (href.startsWith('/') ? undefined : pastedLink(href));

function decodeSafely(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/**
 * Foreign HTML in the trade's pieces: no foreign style, every printed character in order. What a body has no place for
 * is counted in `left`. Cleaning what comes out gives the same again.
 */
export function cleanHtml(root: HtmlElement, link: LinkRule = pastedLink): Cleaned {
	const { pieces, left } = walk(root, { sheet: readStyleSheet(root), link });
	return { pieces: recognise(pieces.flatMap(finish)), left };
}

/** Finished pieces with what their looks and words say of them. */
export function recognise(pieces: readonly Piece[]): Piece[] {
	return markQuestions(findSubheads(joinCaptions(gatherBullets(gatherMarked(limitQuotes(pieces))))));
}

/** A text cut into its paragraphs, with white space as it prints; empty ones go. */
function finish(piece: Piece): Piece[] {
	if (piece.kind !== 'text') return [piece];
	const isOne = piece.role === 'heading' || signOf(piece) !== undefined;
	const own = isOne ? piece : withSign(piece);
	const lines = linesOf(own.runs);
	if (!isOne) return groupLines(lines, 'html').map((group): TextPiece => ({ ...own, runs: joinGroup(lines, group) }));
	const printed = lines.filter((line) => line.text !== '');
	return printed.length > 0 ? [{ ...own, runs: joinLines(printed, 'break') }] : [];
}

function limitQuotes(pieces: readonly Piece[]): Piece[] {
	const isQuote = (piece: Piece | undefined) => piece?.kind === 'text' && piece.role === 'quote';
	return pieces.map((piece, index) => {
		if (!isQuote(piece)) return piece;
		let first = index;
		while (isQuote(pieces[first - 1])) first--;
		let last = index;
		while (isQuote(pieces[last + 1])) last++;
		return last - first >= maxQuotes ? ({ ...piece, role: 'plain' } as TextPiece) : piece;
	});
}
