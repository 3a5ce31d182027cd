import { cropTo } from './figure';
import { flowText } from './flow';
import { columnX } from './grid';
import type { Shape } from './shape';
import type { BriefStory, Grid, SheetBlock, SheetLine } from './sheet';
import type { CellRect } from './slice';

/** A story set in its place: its rectangle on the grid (of a step, the one around it) and its lines. */
export interface StorySetting {
	story: BriefStory;
	shape: Shape;
	rect: CellRect;
	/** The lines of every frame of the shape. */
	columns: SheetLine[][];
	/** Lines that found no room. */
	overset: SheetLine[];
}

/** Pours the text of a story into the frames of its shape. */
export function setStory(story: BriefStory, shape: Shape, rect: CellRect): StorySetting {
	const heights = shape.frames.map((frame) => frame.h);
	if (heights.length === 0) return { story, shape, rect, columns: [], overset: [] };
	return { story, shape, rect, ...pourText(shape.text, heights) };
}

/** A text in columns of these heights; what finds no room goes into one more column, as short as can be. */
export function pourText(
	text: Shape['text'],
	heights: readonly number[],
): { columns: SheetLine[][]; overset: SheetLine[] } {
	const whole = flowText(text, heights);
	if (whole) return { columns: whole.columns(), overset: [] };
	const capacity = heights.reduce((sum, height) => sum + height, 0);
	for (let rest = Math.max(1, text.min - capacity); ; rest++) {
		const columns = flowText(text, [...heights, rest])?.columns();
		if (columns) return { columns: columns.slice(0, -1), overset: columns.at(-1)! };
		if (rest > 2 * text.max) throw new Error('A text that does not fit a column twice its length');
	}
}

/** The block of the sheet that a setting is, without its place in the reading order. */
export function toBlock({ story, shape, rect, columns }: StorySetting, grid: Grid): Omit<SheetBlock, 'order'> {
	const x = columnX(grid, rect.col);
	const { headBox } = shape;
	const frames = shape.frames.map((frame, i) => ({
		x: x + frame.x,
		y: rect.y + frame.y,
		wEm: frame.w / 2,
		h: frame.h,
		lines: columns[i]!,
	}));
	return {
		story: story.id,
		priority: story.priority,
		relation: shape.relation,
		box: shape.boxed,
		head: { x: x + headBox.x, y: rect.y + headBox.y, w: headBox.w, h: headBox.h, parts: shape.head.parts },
		frames: frames.filter((frame) => frame.lines.length > 0),
		figures: shape.figures.map((item) => ({
			id: item.figure.id,
			x: x + item.x,
			y: rect.y + item.y,
			wEm: item.wEm,
			h: item.h,
			crop: cropTo(item.figure, item.wEm, item.pictureLines, grid),
		})),
	};
}

/** Lines and characters that found no room. */
export function oversetOf({ story, overset }: StorySetting): { story: string; lines: number; chars: number }[] {
	const chars = overset.reduce((sum, line) => sum + line.to - line.from, 0);
	return overset.length > 0 ? [{ story: story.id, lines: overset.length, chars }] : [];
}
