import { columnX } from './grid';
import type { Grid, Rect, SheetBlock } from './sheet';
import { extentOf } from './taboo';

/**
 * 天窗: what nothing covers, in cells of one basic column and one line, begun ones counted whole. A head covers its white, a
 * figure its caption, a box what is in it, a text column the lines that it holds. No hole is a gap of up to 1½ em between two
 * things side by side, nor one line between two things one under the other; a line that a text column does not fill is one.
 */
export function countHoles(blocks: readonly SheetBlock[], anchors: readonly Rect[], grid: Grid): number {
	const width = columnX(grid, grid.cols) - 2 * grid.gapEm;
	const page: Page = { width, lines: grid.lines, cells: new Uint8Array(width * grid.lines) };
	for (const anchor of anchors) paint(page, anchor, covered);
	for (const block of blocks) {
		if (block.box) paint(page, extentOf(block), covered);
		paint(page, block.head, covered);
		for (const { x, y, wEm, h } of block.figures) paint(page, { x, y, w: 2 * wEm, h }, covered);
		for (const { x, y, wEm, h, lines } of block.frames) {
			paint(page, { x, y, w: 2 * wEm, h }, empty);
			paint(page, { x, y, w: 2 * wEm, h: Math.min(h, lines.length) }, covered);
		}
	}
	for (let y = 0; y < page.lines; y++) {
		const row = { start: y * page.width, step: 1, length: page.width };
		spareBetween(page.cells, row, (run) => (run <= widestGap ? run : 0));
	}
	for (let x = 0; x < page.width; x++) {
		spareBetween(page.cells, { start: x, step: page.width, length: page.lines }, () => 1);
	}
	return Math.ceil(countBare(page, grid) / (2 * grid.colEm));
}

interface Page {
	/** ½ em */
	width: number;
	lines: number;
	cells: Uint8Array;
}

const [bare, covered, empty, spared] = [0, 1, 2, 3];
/** ½ em: a gap, or one that takes what a width does not divide by. */
const widestGap = 3;

function paint({ cells, width, lines }: Page, rect: Rect, ink: number): void {
	const [from, to] = [Math.max(0, rect.x), Math.min(width, rect.x + rect.w)];
	for (let y = Math.max(0, rect.y); y < Math.min(lines, rect.y + rect.h); y++) {
		if (to > from) cells.fill(ink, y * width + from, y * width + to);
	}
}

/** Along one row or column of the page: of bare cells between two things, so many are spared as their number allows. */
function spareBetween(
	cells: Uint8Array,
	{ start, step, length }: { start: number; step: number; length: number },
	allowed: (run: number) => number,
): void {
	let last = -1;
	for (let i = 0; i < length; i++) {
		if (cells[start + i * step] === bare) continue;
		const run = i - last - 1;
		// What is bare at the edge of the page lies between nothing.
		const end = last >= 0 && run > 0 ? last + 1 + allowed(run) : 0;
		for (let k = last + 1; k < end; k++) cells[start + k * step] = spared;
		last = i;
	}
}

function countBare({ cells, width }: Page, grid: Grid): number {
	const pitch = columnX(grid, 1);
	let count = 0;
	for (let i = 0; i < cells.length; i++) {
		if ((cells[i] === bare || cells[i] === empty) && (i % width) % pitch < 2 * grid.colEm) count++;
	}
	return count;
}
