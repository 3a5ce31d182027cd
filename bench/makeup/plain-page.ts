import { countHoles } from '../../lib/makeup/check-page.ts';
import { naturalLines, setCaption } from '../../lib/makeup/figure.ts';
import { type MeasuredText, measureText } from '../../lib/makeup/flow.ts';
import { headLines } from '../../lib/makeup/generate-brief.ts';
import { columnX, gridOf, spanUnits } from '../../lib/makeup/grid.ts';
import type { Brief, BriefStory, Grid, SheetBlock, SheetFrame } from '../../lib/makeup/sheet.ts';

/**
 * A page as the baselines see it: every story in a rectangle of whole columns, its head by the textbook over all of them, its
 * pictures at the top of its last columns, its text in basic columns, in as many lines as suit the rectangle best. So a
 * baseline has the engine's breaker and the bench's yard-stick, and only its own placement.
 */
export interface PlainPage {
	brief: Brief;
	grid: Grid;
	/** By rank, then by the order of the brief. */
	stories: PlainStory[];
	/** The first and the last free line of each basic column; `foot` is the line after it. */
	top: number[];
	foot: number[];
}

export interface PlainStory {
	story: BriefStory;
	/** In the basic column. */
	text: MeasuredText;
}

/** Where a story stands; below `foot` of a column nothing is set. */
export interface Spot {
	story: PlainStory;
	col: number;
	cols: number;
	y: number;
	h: number;
}

/** What is wrong with a page; filled: nothing. */
export interface Verdict {
	filled: boolean;
	holes: number;
	/** Lines of text in the basic column that found no room. */
	overset: number;
}

export function plainPage(brief: Brief): PlainPage {
	const grid = gridOf(brief.grid);
	const stories = brief.stories
		.map((story) => ({ story, text: measureText(story.blocks, 2 * grid.colEm, grid) }))
		.sort((a, b) => a.story.priority - b.story.priority);
	const columns = Array.from({ length: grid.cols }, (_, col) => {
		const x = columnX(grid, col);
		return brief.anchors.filter((anchor) => anchor.x < x + 2 * grid.colEm && anchor.x + anchor.w > x);
	});
	const top = columns.map((above) => Math.max(0, ...above.filter(({ y }) => y === 0).map(({ h }) => h + 1)));
	const foot = columns.map((below) => Math.min(grid.lines, ...below.filter(({ y }) => y > 0).map(({ y }) => y - 1)));
	return { brief, grid, stories, top, foot };
}

/** Lines that a story is high over so many columns when its text is set as it likes best. */
export function naturalHeight({ story, text }: PlainStory, cols: number, grid: Grid): number {
	const pictures = pictureBox(story, cols, grid);
	const body = bestLines(text) + pictures.cols * pictures.lines;
	return headLines(story, spanUnits(grid, cols) / 2, grid) + Math.ceil(body / cols);
}

export function bestLines(text: MeasuredText): number {
	return text.blocks.reduce((sum, { breaks, type }, i) => sum + breaks.best + (type === 'subhead' && i > 0 ? 1 : 0), 0);
}

export interface PictureBox {
	cols: number;
	/** With captions and a line of white under each. */
	lines: number;
}

/** The pictures of a story one under the other, over half of its columns. */
export function pictureBox(story: BriefStory, cols: number, grid: Grid): PictureBox {
	if (story.figures.length === 0) return { cols: 0, lines: 0 };
	const own = Math.max(1, Math.round(cols / 2));
	const wEm = spanUnits(grid, own) / 2;
	const lines = story.figures.reduce((sum, figure) => {
		return sum + Math.round(naturalLines(figure, wEm, grid)) + setCaption(figure, wEm, grid).rows + 1;
	}, 0);
	return { cols: own, lines };
}

/** Sets every story in its spot and measures the page; a story without a spot is left over. */
export function judge(page: PlainPage, spots: Spot[]): Verdict {
	const set = spots.map((spot) => setSpot(page, spot));
	const absent = page.stories.filter((story) => !spots.some((spot) => spot.story === story));
	const left = absent.reduce((sum, { text }) => sum + bestLines(text), 0);
	return verdictOf(
		page,
		set.map(({ block }) => block),
		set.reduce((sum, { overset }) => sum + overset, left),
	);
}

/** Holes are counted as the checker counts those of the engine's pages. */
export function verdictOf({ brief, grid }: PlainPage, blocks: SheetBlock[], overset: number): Verdict {
	const holes = countHoles(brief, { blocks }, grid);
	return { filled: holes === 0 && overset === 0, holes, overset };
}

function setSpot(
	page: PlainPage,
	{ story: { story, text }, col, cols, y, h }: Spot,
): { block: SheetBlock; overset: number } {
	const { grid } = page;
	const limit = (column: number) => Math.min(y + h, page.foot[column]!);
	const head = {
		x: columnX(grid, col),
		y,
		w: spanUnits(grid, cols),
		h: headLines(story, spanUnits(grid, cols) / 2, grid),
	};
	const bodyY = y + head.h;
	const pictures = pictureBox(story, cols, grid);
	const places = Array.from({ length: cols }, (_, i) => {
		const from = i >= cols - pictures.cols ? bodyY + pictures.lines : bodyY;
		return { column: col + i, from, h: Math.max(0, limit(col + i) - from) };
	});
	const room = places.reduce((sum, place) => sum + place.h, 0);
	const best = bestLines(text);
	const lines = Math.min(Math.max(text.min, room), Math.max(text.max, best));
	const frames: SheetFrame[] = [];
	let left = Math.min(lines, room);
	for (const { column, from, h: lineCount } of places) {
		const filled = Math.min(left, lineCount);
		left -= filled;
		if (lineCount > 0) frames.push(frameOf(columnX(grid, column), from, lineCount, filled, grid));
	}
	const isCut = bodyY + pictures.lines > grid.lines;
	const picture = {
		x: columnX(grid, col + cols - pictures.cols),
		y: bodyY,
		cols: pictures.cols,
		h: pictures.lines - 1,
	};
	const block = blockOf(story.id, head, frames, isCut || pictures.lines === 0 ? [] : [picture], grid);
	return { block, overset: Math.max(0, lines - room) + (isCut ? pictures.cols * pictures.lines : 0) };
}

type Box = Omit<SheetBlock['head'], 'parts'>;

/** A block of a sheet, as far as the count of holes reads it. */
export function blockOf(
	story: string,
	head: Box,
	frames: SheetFrame[],
	pictures: { x: number; y: number; cols: number; h: number }[],
	grid: Grid,
): SheetBlock {
	const figures = pictures.map(({ x, y, cols, h }): SheetBlock['figures'][number] => {
		return { id: story, x, y, wEm: spanUnits(grid, cols) / 2, h, crop: [0, 0, 1, 1] };
	});
	return { story, order: 0, priority: 1, relation: 'top', box: false, head: { ...head, parts: [] }, frames, figures };
}

/** A text column of which so many lines are filled. */
export function frameOf(x: number, y: number, h: number, filled: number, grid: Grid): SheetFrame {
	const line = { block: 0, from: 0, to: 1, half: [], indent: 0, fit: 'last' as const, stretchEm: 0 };
	return { x, y, wEm: grid.colEm, h, lines: new Array(filled).fill(line) };
}
