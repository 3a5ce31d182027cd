import { clusterize } from '@/lib/makeup/cluster';
import { spanUnits } from '@/lib/makeup/grid';
import type { MadePage } from '@/lib/makeup/remake';
import type { Rect, SheetBlock, SheetFrame, SheetLine } from '@/lib/makeup/sheet';
import { type Spot, textOf } from './mark';

interface Place extends Spot {
	position: number;
	exact: string;
}

/** Where a mark stands on the sheet: around its words, else around what it is about, else the whole type area. */
export function boxOf(made: MadePage, mark: Place): Rect | null {
	const boxes = boxesOf(made, mark);
	if (boxes.length > 0) return around(boxes);
	const { grid } = made.sheet;
	return mark.articleId === null ? { x: 0, y: 0, w: spanUnits(grid, grid.cols), h: grid.lines } : null;
}

/** The boxes of a mark's words, line by line, in half-ems and lines; of a head, a caption or a story as a whole its box. */
export function boxesOf({ brief, sheet }: MadePage, mark: Place): Rect[] {
	const block = sheet.blocks.find(({ story }) => story === mark.articleId);
	if (!block) return [];
	switch (mark.place) {
		case 'body': {
			const text = textOf(brief, mark);
			return text === undefined ? [] : block.frames.flatMap((frame) => linesOf(frame, text, mark));
		}
		case 'caption':
			return block.figures
				.filter(({ id }) => id === mark.figureId)
				.map(({ x, y, wEm, h }) => ({ x, y, w: 2 * wEm, h }));
		case 'folio':
		case 'page':
			return [around(partsOf(block))];
		default: {
			const { x, y, w, h } = block.head;
			return [{ x, y, w, h }];
		}
	}
}

function partsOf(block: SheetBlock): Rect[] {
	return [block.head, ...[...block.frames, ...block.figures].map((part) => ({ ...part, w: 2 * part.wEm }))];
}

function linesOf(frame: SheetFrame, text: string, mark: Place): Rect[] {
	const end = mark.position + mark.exact.length;
	return frame.lines.flatMap((line, row): Rect[] => {
		if (line.block !== mark.block || line.from === line.to) return [];
		// An insertion stands between two characters: where a line ends it stands at that end.
		const isHere =
			mark.exact === ''
				? line.from <= mark.position && mark.position <= line.to
				: line.from < end && mark.position < line.to;
		if (!isHere) return [];
		const from = frame.x + line.indent + widthOf(text, line, Math.max(mark.position, line.from));
		const to = frame.x + line.indent + widthOf(text, line, Math.min(end, line.to));
		return [{ x: from, y: frame.y + row, w: Math.max(1, to - from), h: 1 }];
	});
}

/** How wide the line is up to an offset, in half-ems. */
function widthOf(text: string, line: SheetLine, until: number): number {
	let width = 0;
	for (const { at, length, width: own, half } of clusterize(text.slice(line.from, line.to))) {
		const start = line.from + at;
		if (start >= until) break;
		const full = half && !line.half.includes(start) ? own + 1 : !half && line.half.includes(start) ? own - 1 : own;
		width += (full * Math.min(length, until - start)) / length + 2 * line.stretchEm;
	}
	return width;
}

function around(boxes: readonly Rect[]): Rect {
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	const right = Math.max(...boxes.map((box) => box.x + box.w));
	const bottom = Math.max(...boxes.map((box) => box.y + box.h));
	return { x, y, w: right - x, h: bottom - y };
}
