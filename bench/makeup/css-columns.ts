import { headLines } from '../../lib/makeup/generate-brief.ts';
import { columnX, spanUnits } from '../../lib/makeup/grid.ts';
import type { SheetBlock, SheetFrame } from '../../lib/makeup/sheet.ts';
import {
	bestLines,
	blockOf,
	frameOf,
	type PlainPage,
	type PlainStory,
	pictureBox,
	type Verdict,
	verdictOf,
} from './plain-page.ts';

/** Lines of text that keep with the head above them, as `widows` and `break-after: avoid` ask. */
const under = 2;

/**
 * What CSS multi-column layout does with the stories one after the other: all are one column wide, each begins a line under
 * the one before, text that meets a column's foot goes on at the head of the next, heads and pictures do not break.
 */
export function cssColumns(page: PlainPage): Verdict {
	const pen = { page, col: 0, y: page.top[0]! };
	const blocks: SheetBlock[] = [];
	let overset = 0;
	for (const story of page.stories) {
		const { block, left } = setOn(pen, story);
		if (block) blocks.push(block);
		overset += left;
	}
	return verdictOf(page, blocks, overset);
}

interface Pen {
	page: PlainPage;
	col: number;
	y: number;
}

/** Moves to the next column where fewer lines than that are left; whether there is one. */
function makeRoom(pen: Pen, lines: number): boolean {
	const { top, foot } = pen.page;
	while (pen.col < top.length && foot[pen.col]! - pen.y < lines) {
		pen.col++;
		pen.y = top[pen.col] ?? 0;
	}
	return pen.col < top.length;
}

function setOn(pen: Pen, { story, text }: PlainStory): { block?: SheetBlock; left: number } {
	const { grid, foot } = pen.page;
	const headHeight = headLines(story, grid.colEm, grid);
	let left = bestLines(text);
	if (!makeRoom(pen, headHeight + Math.min(under, left))) return { left };
	const head = { x: columnX(grid, pen.col), y: pen.y, w: spanUnits(grid, 1), h: headHeight };
	pen.y += headHeight;
	const box = pictureBox(story, 1, grid);
	const pictures: { x: number; y: number; cols: number; h: number }[] = [];
	if (box.lines > 0) {
		if (!makeRoom(pen, box.lines)) return { block: blockOf(story.id, head, [], [], grid), left: left + box.lines };
		pictures.push({ x: columnX(grid, pen.col), y: pen.y, cols: 1, h: box.lines - 1 });
		pen.y += box.lines;
	}
	const frames: SheetFrame[] = [];
	while (left > 0 && makeRoom(pen, 1)) {
		const h = Math.min(left, foot[pen.col]! - pen.y);
		frames.push(frameOf(columnX(grid, pen.col), pen.y, h, h, grid));
		left -= h;
		pen.y += h;
	}
	pen.y++;
	return { block: blockOf(story.id, head, frames, pictures, grid), left };
}
