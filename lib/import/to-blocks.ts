import type { Block, Inline } from '@/lib/article/body';
import { assertNever } from '@/lib/errors';
import type { CellPiece, ListPiece, PicturePiece, Piece, TablePiece, TextPiece } from './piece';
import { isAllBold, mergeRuns, type Run, sliceRuns, textOf, toInline } from './runs';
import { tableLimits } from './table';

/** A picture that is still to be stored, in its place among the blocks. */
export interface PictureBlock {
	type: 'picture';
	attrs: Omit<PicturePiece, 'kind'>;
}

/** Blocks that foreign text can become; the others are made in the editor only. */
type PlainType =
	| 'paragraph'
	| 'subhead'
	| 'question'
	| 'answer'
	| 'pullQuote'
	| 'figure'
	| 'divider'
	| 'bulletList'
	| 'orderedList'
	| 'table';
export type CleanBlock = Extract<Block, { type: PlainType }> | PictureBlock;

/** As lib/article/body.ts has them; what is longer goes on in a second one. */
const limits = { items: 200, itemParagraphs: 20, inline: 5000, words: 400, credit: 80, start: 9999 };

/** Pieces as blocks that a body takes; pictures that are not ours stay pictures. */
export function toBlocks(pieces: readonly Piece[]): CleanBlock[] {
	return pieces.flatMap((piece): CleanBlock[] => {
		switch (piece.kind) {
			case 'text':
				return textBlocks(piece);
			case 'list':
				return listBlocks(piece);
			case 'table':
				return [tableBlock(piece)];
			case 'picture':
				return [pictureBlock(piece)];
			case 'divider':
				return [{ type: 'divider' }];
			default:
				return assertNever(piece);
		}
	});
}

const typeOf = {
	plain: 'paragraph',
	caption: 'paragraph',
	heading: 'subhead',
	quote: 'pullQuote',
	question: 'question',
	answer: 'answer',
} as const;

function textBlocks({ role, runs }: TextPiece): CleanBlock[] {
	// A heading is heavy already.
	const own = role === 'heading' ? runs.map((run) => ({ ...run, bold: false })) : runs;
	return cut(own).map((part) => ({ type: typeOf[role], ...contentOf(part) }));
}

function contentOf(runs: readonly Run[]): { content?: Inline[] } {
	const content = toInline(runs);
	return content ? { content } : {};
}

/** Parts whose inline content stays within the limit; nearly always one. */
function cut(runs: readonly Run[]): Run[][] {
	const merged = mergeRuns(runs);
	if ((toInline(merged)?.length ?? 0) <= limits.inline) return [merged];
	const middle = Math.floor(textOf(merged).length / 2);
	return [...cut(sliceRuns(merged, 0, middle)), ...cut(sliceRuns(merged, middle))];
}

type Paragraph = Extract<Block, { type: 'paragraph' }>;

/** At most `max` paragraphs; what is more follows in the last one after forced breaks. */
function paragraphsOf(all: readonly Run[][], max: number): Paragraph[] {
	const printed = all.filter((runs) => textOf(runs) !== '');
	const kept = printed.slice(0, max - 1);
	const last = printed
		.slice(max - 1)
		.flatMap((runs, index) => (index === 0 ? runs : [{ text: '\n', bold: false }, ...runs]));
	const paragraphs = [...kept, ...(last.length > 0 ? [last] : [])];
	return (paragraphs.length > 0 ? paragraphs : [[]]).map((runs) => ({ type: 'paragraph', ...contentOf(runs) }));
}

function listBlocks({ ordered, start, items }: ListPiece): CleanBlock[] {
	const blocks: CleanBlock[] = [];
	for (let at = 0; at < items.length; at += limits.items) {
		const content = items.slice(at, at + limits.items).map((item) => ({
			type: 'listItem' as const,
			content: paragraphsOf(item, limits.itemParagraphs),
		}));
		const first = Math.min(Math.max(start + at, 0), limits.start);
		if (!ordered) blocks.push({ type: 'bulletList', content });
		else blocks.push({ type: 'orderedList', ...(first !== 1 && { attrs: { start: first } }), content });
	}
	return blocks;
}

function tableBlock({ rows }: TablePiece): CleanBlock {
	return { type: 'table', content: rows.map((row) => ({ type: 'tableRow', content: row.map(cellOf) })) };
}

function cellOf({ header, colspan, rowspan, paragraphs }: CellPiece) {
	const attrs = { ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) };
	return {
		type: header ? ('tableHeader' as const) : ('tableCell' as const),
		...(Object.keys(attrs).length > 0 && { attrs }),
		content: paragraphsOf(header ? paragraphs.map(withoutWeight) : paragraphs, tableLimits.paragraphs),
	};
}

function withoutWeight(runs: readonly Run[]): Run[] {
	return isAllBold(runs) ? runs.map((run) => ({ ...run, bold: false })) : [...runs];
}

function pictureBlock({ kind: _kind, ...attrs }: PicturePiece): CleanBlock {
	const words = {
		caption: attrs.caption.slice(0, limits.words),
		credit: attrs.credit.slice(0, limits.credit),
		alt: attrs.alt.slice(0, limits.words),
	};
	const [, media] = /^media:(.+)$/.exec(attrs.source) ?? [];
	return media ? { type: 'figure', attrs: { media, ...words } } : { type: 'picture', attrs: { ...attrs, ...words } };
}
