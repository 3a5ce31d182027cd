import type { HtmlElement } from './html-tree';
import type { ListPiece, Piece } from './piece';
import { joinLines, linesOf, type Run } from './runs';
import { type Style, styleOf } from './style';
import type { Context, Source } from './walk';

/**
 * A list as pieces. What an item cannot hold, such as a list of its own, comes out between two parts of the list; the
 * second part goes on counting.
 */
export function readList(list: HtmlElement, context: Context, style: Style, source: Source): Piece[] {
	if (isNoteList(list)) return readNotes(list, context, source);
	if (/\bnone\b/i.test(`${style['list-style'] ?? ''} ${style['list-style-type'] ?? ''}`))
		return readPlain(list, context, source);
	const ordered = list.tag === 'ol';
	const first = Number.parseInt(list.attributes.start ?? '1', 10);
	const pieces: Piece[] = [];
	let part: ListPiece = { kind: 'list', ordered, start: Number.isNaN(first) ? 1 : first, items: [] };
	const close = () => {
		if (part.items.length > 0) pieces.push(part);
		part = { ...part, start: part.start + part.items.length, items: [] };
	};
	for (const child of childrenOf(list)) {
		const { item, rest } = splitItem(child, context, source);
		if (item.length > 0) part.items.push(item);
		if (rest.length === 0) continue;
		close();
		pieces.push(...rest);
	}
	close();
	return pieces;
}

/** Its items; text that stands in the list itself is one too. */
function childrenOf(list: HtmlElement): HtmlElement[] {
	return list.children.map((child) =>
		typeof child === 'string' ? { tag: 'li', attributes: {}, children: [child] } : child,
	);
}

/** An item's paragraphs, up to what is no text. */
function splitItem(node: HtmlElement, context: Context, source: Source): { item: Run[][]; rest: Piece[] } {
	const pieces = piecesIn(node.tag === 'li' ? node : { tag: 'li', attributes: {}, children: [node] }, context, source);
	const end = pieces.findIndex((piece) => piece.kind !== 'text');
	const texts = end < 0 ? pieces : pieces.slice(0, end);
	return {
		item: texts.flatMap((piece) => (piece.kind === 'text' ? oneParagraph(piece.runs) : [])),
		rest: end < 0 ? [] : pieces.slice(end),
	};
}

function oneParagraph(runs: readonly Run[]): Run[][] {
	const lines = linesOf(runs).filter((line) => line.text !== '');
	return lines.length > 0 ? [joinLines(lines, 'break')] : [];
}

function piecesIn(node: HtmlElement, context: Context, source: Source): Piece[] {
	const isHidden = /^none/i.test(styleOf(node, source.sheet).display ?? '');
	return isHidden ? [] : source.read(node, { ...context, list: undefined });
}

/** Menus and boxes that are lists for their code only. */
function readPlain(list: HtmlElement, context: Context, source: Source): Piece[] {
	return list.children.flatMap((child) => piecesIn({ tag: 'div', attributes: {}, children: [child] }, context, source));
}

function isNoteList(list: HtmlElement): boolean {
	return list.children.some(
		(child) => typeof child !== 'string' && /^(?:footnote|endnote)-/.test(child.attributes.id ?? ''),
	);
}

/** Notes at the end: a rule, then each as a paragraph that opens with its sign. */
function readNotes(list: HtmlElement, context: Context, source: Source): Piece[] {
	const notes = list.children.flatMap((child) => {
		if (typeof child === 'string') return [];
		const sign = source.notes.get(child.attributes.id ?? '') ?? '';
		const pieces = piecesIn(child, context, source).map((piece) =>
			piece.kind === 'text' ? { ...piece, runs: withoutArrow(piece.runs) } : piece,
		);
		const [first] = pieces;
		if (sign && first?.kind === 'text') first.runs.unshift({ text: `${sign} `, bold: false });
		return pieces;
	});
	return notes.length > 0 ? [{ kind: 'divider' }, ...notes] : [];
}

function withoutArrow(runs: readonly Run[]): Run[] {
	return runs.map((run) => ({ ...run, text: run.text.replace(/\s*↑\s*$/, '') }));
}
