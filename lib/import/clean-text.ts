import { recognise } from './clean-html';
import type { Cleaned, Piece, TextPiece } from './piece';
import { joinGroup, lineBreak, linesOf, type Run } from './runs';
import { groupLines } from './wrapped';

/**
 * Plain text in the trade's pieces: blank lines and indents end paragraphs, lines that a program wrapped run together,
 * tabbed lines are a table. Every printed character stays, in order.
 */
export function cleanText(text: string): Cleaned {
	const source = text.replace(/\r\n?|\n|\f|\v/g, lineBreak);
	const table = readTabs(source.split(lineBreak));
	return { pieces: table ? [table] : recognise(readParagraphs(source)), left: {} };
}

const plain = { kind: 'text', role: 'plain', centred: false, size: undefined } as const;

function readParagraphs(source: string): TextPiece[] {
	const lines = linesOf([{ text: source, bold: false }]);
	return groupLines(lines, 'text').map((group) => ({ ...plain, runs: joinGroup(lines, group) }));
}

/** Cells as a spreadsheet gives them in plain text: every line has the same number of tabs. */
function readTabs(lines: readonly string[]): Piece | undefined {
	const rows = lines.filter((line) => line.trim() !== '').map((line) => line.split('\t'));
	const width = rows[0]?.length ?? 0;
	if (rows.length < 2 || width < 2 || width > 20 || rows.length > 100 || rows.some((row) => row.length !== width))
		return undefined;
	const cellOf = (text: string): Run[][] =>
		linesOf([{ text, bold: false }]).flatMap((line) => (line.text === '' ? [] : [line.runs]));
	return {
		kind: 'table',
		rows: rows.map((row) => row.map((text) => ({ header: false, colspan: 1, rowspan: 1, paragraphs: cellOf(text) }))),
	};
}
