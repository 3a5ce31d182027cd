import { elementsOf, type HtmlElement } from './html-tree';
import type { CellPiece, Piece, TablePiece, TextPiece } from './piece';
import { isAllBold, joinGroup, lineBreak, linesOf, type Run } from './runs';
import { isHidden, styleOf } from './style';
import type { Context, Source } from './walk';
import { groupLines } from './wrapped';

/** What a body's table may hold; lib/article/body.ts says the same of what is stored. */
export const tableLimits = { columns: 20, rows: 100, span: 20, paragraphs: 10 };

const parts = new Set(['tbody', 'thead', 'tfoot']);

/**
 * A table as pieces: itself, with what its cells cannot hold behind it. One that only arranges the page is opened, cell
 * by cell, in reading order.
 */
export function readTable(table: HtmlElement, context: Context, source: Source): Piece[] {
	const captions = table.children.filter(
		(child) => typeof child !== 'string' && child.tag === 'caption',
	) as HtmlElement[];
	const above = captions.flatMap((caption) => piecesIn(caption, context, source));
	const rows = rowsOf(table, source);
	const cells = rows.flatMap((row) => row.cells);
	if (isForLayout(table, cells.length))
		return [...above, ...cells.flatMap(({ element }) => piecesIn(element, context, source))];
	const rest: Piece[] = [];
	const read = rows.map(({ cells, isHead }) =>
		cells.map(({ element, isHeader }): CellPiece => {
			const pieces = piecesIn(element, { ...context, role: 'plain', level: undefined }, source);
			rest.push(...pieces.filter((piece) => piece.kind === 'picture'));
			return {
				header: isHeader || isHead,
				colspan: spanOf(element, 'colspan'),
				rowspan: spanOf(element, 'rowspan'),
				paragraphs: pieces.flatMap(paragraphsOf),
			};
		}),
	);
	return [...above, ...fitTable({ kind: 'table', rows: withHeads(withoutEmptyEdges(toGrid(read))) }, source), ...rest];
}

interface SourceRow {
	isHead: boolean;
	cells: { element: HtmlElement; isHeader: boolean }[];
}

function rowsOf(element: HtmlElement, source: Source, isHead = false): SourceRow[] {
	return element.children.flatMap((child): SourceRow[] => {
		if (typeof child === 'string') return [];
		if (parts.has(child.tag)) return rowsOf(child, source, child.tag === 'thead');
		if (child.tag !== 'tr' || isHidden(child, styleOf(child, source.sheet))) return [];
		const cells = child.children.flatMap((cell) => {
			if (typeof cell === 'string' || (cell.tag !== 'td' && cell.tag !== 'th')) return [];
			return isHidden(cell, styleOf(cell, source.sheet)) ? [] : [{ element: cell, isHeader: cell.tag === 'th' }];
		});
		return cells.length > 0 ? [{ isHead, cells }] : [];
	});
}

function isForLayout(table: HtmlElement, cells: number): boolean {
	if (cells <= 1 || /^(?:presentation|none)$/i.test(table.attributes.role ?? '')) return true;
	for (const element of elementsOf(table)) {
		if (element !== table && /^(?:table|h[1-6]|blockquote|hr|figure)$/.test(element.tag)) return true;
	}
	return false;
}

function piecesIn(element: HtmlElement, context: Context, source: Source): Piece[] {
	// One level of its own, so that the cell's weight and alignment count.
	return source.read({ tag: 'div', attributes: {}, children: [{ ...element, tag: 'div' }] }, context);
}

function paragraphsOf(piece: Piece): Run[][] {
	switch (piece.kind) {
		case 'text':
			return textParagraphs(piece);
		case 'list':
			return piece.items.flat();
		case 'table':
			return piece.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs));
		default:
			return [];
	}
}

function textParagraphs({ runs, marker }: TextPiece): Run[][] {
	const lines = linesOf(marker?.text ? [{ text: marker.text, bold: false }, ...runs] : runs);
	return groupLines(lines, 'html').map((group) => joinGroup(lines, group));
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
	const span = Number.parseInt(cell.attributes[name] ?? '1', 10);
	return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), tableLimits.span);
}

/** The rows made to fit each other: no cell reaches beyond the last row, and every row is as wide as the widest. */
function toGrid(rows: readonly CellPiece[][]): CellPiece[][] {
	const taken: number[] = [];
	const cut = rows.map((row, index) =>
		row.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, rows.length - index) })),
	);
	cut.forEach((row, index) => {
		for (const cell of row) {
			for (let down = 0; down < cell.rowspan; down++) taken[index + down] = (taken[index + down] ?? 0) + cell.colspan;
		}
	});
	const width = Math.max(0, ...taken);
	const empty = (): CellPiece => ({ header: false, colspan: 1, rowspan: 1, paragraphs: [] });
	return cut.map((row, index) => [...row, ...Array.from({ length: width - (taken[index] ?? 0) }, empty)]);
}

/** Rows of which nothing prints and that no cell reaches into or out of, as spreadsheets copy them, go. */
function withoutEmptyEdges(rows: readonly CellPiece[][]): CellPiece[][] {
	let reach = 0;
	return rows.filter((row) => {
		const isInside = reach > 0;
		reach = Math.max(reach - 1, ...row.map((cell) => cell.rowspan - 1), 0);
		return isInside || row.some((cell) => cell.paragraphs.length > 0 || cell.rowspan > 1);
	});
}

/** The rows at the top that are bold throughout are the head, where nothing else says what is. */
function withHeads(rows: readonly CellPiece[][]): CellPiece[][] {
	const heads = rows.findIndex((row) => !isBoldRow(row));
	const saysSo = rows.some((row) => row.some((cell) => cell.header));
	if (saysSo || heads <= 0) return [...rows];
	return rows.map((row, index) => (index < heads ? row.map((cell) => ({ ...cell, header: true })) : row));
}

function isBoldRow(row: readonly CellPiece[]): boolean {
	const printed = row.flatMap((cell) => cell.paragraphs);
	return printed.length > 0 && printed.every(isAllBold);
}

/** A table that is too long goes on in another; one that is too wide is set as lines. */
function fitTable(table: TablePiece, source: Source): Piece[] {
	const { rows } = table;
	if (rows.length === 0 || rows.every((row) => row.every((cell) => cell.paragraphs.length === 0))) return [];
	if (rows.some((row) => row.length > tableLimits.columns)) {
		source.left.wideTable = (source.left.wideTable ?? 0) + 1;
		return rows.map(toLine).filter((piece) => piece.runs.length > 0);
	}
	const tables: TablePiece[] = [];
	for (let at = 0; at < rows.length; at += tableLimits.rows) {
		const part = rows.slice(at, at + tableLimits.rows);
		tables.push({ kind: 'table', rows: toGrid(part) });
	}
	return tables;
}

function toLine(row: readonly CellPiece[]): TextPiece {
	const cells = row.flatMap((cell) => (cell.paragraphs.length > 0 ? [cell.paragraphs.flat()] : []));
	return toText(cells.flatMap((cell, index) => (index === 0 ? cell : [{ text: '\u3000', bold: false }, ...cell])));
}

/** Finished runs as a text that is to be finished once more. */
function toText(runs: readonly Run[]): TextPiece {
	const open = runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', lineBreak) }));
	return { kind: 'text', role: 'plain', centred: false, size: undefined, runs: open };
}
