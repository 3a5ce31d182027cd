import { cropTo } from './figure';
import { flowText } from './flow';
import { columnX, spanUnits } from './grid';
import { columnHeights, type Shape } from './shape';
import type { BriefStory, Grid, SheetBlock, SheetFrame, SheetLine } from './sheet';
import type { CellRect } from './slice';

/** A story set in its place: its rectangle on the grid and its lines. */
export interface StorySetting {
	story: BriefStory;
	shape: Shape;
	rect: CellRect;
	/** Height of every text column. */
	heights: number[];
	/** The lines of every text column. */
	columns: SheetLine[][];
	/** Lines that found no room. */
	overset: SheetLine[];
	/** Empty lines at the end of the last column. */
	slack: number;
}

/** Pours the text of a story into the columns of its shape. */
export function setStory(story: BriefStory, shape: Shape, rect: CellRect): StorySetting {
	const heights = columnHeights(shape.columns, shape.figures, shape.bodyLines) ?? [];
	const whole = flowText(shape.text, heights);
	if (whole) return { story, shape, rect, heights, columns: whole.columns(), overset: [], slack: whole.slack };
	// One more column, without end, takes what is too much.
	const flow = flowText(shape.text, [...heights, 2 * shape.text.max]);
	if (!flow) throw new Error(`Text of ${story.id} does not fit a column that has no end`);
	const columns = flow.columns();
	return { story, shape, rect, heights, columns, overset: columns.at(-1)!, slack: 0 };
}

/** The block of the sheet that a setting is, without its place in the reading order. */
export function toBlock(setting: StorySetting, grid: Grid): Omit<SheetBlock, 'order'> {
	const { story, shape, rect, heights } = setting;
	const { columns, figures } = shape;
	const inset = story.boxed ? { x: 2, y: 1 } : { x: 0, y: 0 };
	const x = columnX(grid, rect.col) + inset.x;
	const y = rect.y + inset.y;
	const bodyY = y + shape.headLines;
	const columnStart = (column: number) => x + column * (columns.width + columns.gap);
	const frames = heights.map((h, column): SheetFrame => {
		const isUnderFigures = column >= columns.count - figures.cols;
		const frameY = bodyY + (isUnderFigures ? figures.lines + 1 : 0);
		return { x: columnStart(column), y: frameY, wEm: columns.width / 2, h, lines: setting.columns[column]! };
	});
	return {
		story: story.id,
		priority: story.priority,
		relation: 'top',
		box: story.boxed === true,
		head: { x, y, w: spanUnits(grid, rect.cols) - 2 * inset.x, h: shape.headLines, parts: shape.head.parts },
		frames: frames.filter((frame) => frame.lines.length > 0),
		figures: figures.items.map((item) => ({
			id: item.figure.id,
			x: columnStart(columns.count - figures.cols) + item.x,
			y: bodyY + item.y,
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

/** Cells of a setting's rectangle that stay white: under the story and at the end of its last column. */
export function whiteCells({ shape, rect, slack }: StorySetting, grid: Grid): number {
	return rect.cols * shape.white + Math.round((slack * shape.columns.width) / 2 / grid.colEm);
}
