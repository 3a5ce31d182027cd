import { columnX, spanUnits } from './grid';
import type { Grid, Rect } from './sheet';

/** 停点: a size that a story can be given by its right edge or foot so that the page is full. */
export interface Stop {
	/** Basic columns. */
	cols: number;
	lines: number;
	/** Whether only neighbours make room for it: else all of the page is arranged anew. */
	isNear: boolean;
}

/** An edge that a hand moves, and where to: the right one to a half-em, the foot to a line. */
export interface EdgeMove {
	edge: 'right' | 'foot';
	to: number;
}

type Size = Pick<Stop, 'cols' | 'lines'>;

/**
 * The stop that a move of an edge means, and how many lines it is off what the hand asks for; undefined where there is none
 * on that way. A text is as large as it is: deeper is narrower, so a foot may change the width. `find` says which sizes are
 * stops; it is asked as seldom as can be.
 */
export function stopFor<Each extends Size, Found extends Stop>(
	move: EdgeMove,
	present: Rect,
	{ sizes, find }: { sizes: readonly Each[]; find: (size: Each) => Found | undefined },
	grid: Grid,
): { stop: Found; off: number } | undefined {
	const distance = move.edge === 'right' ? fromWidth(move.to, present, grid) : fromDepth(move.to, present, grid);
	const near = sizes
		.map((size) => ({ size, ...distance(size) }))
		.filter(({ far }) => far < wrongWay)
		.sort((a, b) => a.far - b.far);
	let best: { stop: Found; off: number; far: number } | undefined;
	for (const { size, far, off } of near) {
		if (best && far >= best.far) break;
		const stop = find(size);
		const whole = far + (stop?.isNear ? 0 : disturbance);
		if (stop && whole < (best?.far ?? wrongWay)) best = { stop, off, far: whole };
	}
	return best;
}

/** How far a size is from what the hand asks for: as sizes are preferred, and the edge alone, in lines. */
type Distance = (size: Size) => { far: number; off: number };

const unwanted = { far: Number.POSITIVE_INFINITY, off: Number.POSITIVE_INFINITY };

/** The width is what was asked for; of its depths the nearest to the present one. */
function fromWidth(to: number, present: Rect, grid: Grid): Distance {
	const span = colsOf(present.w, grid);
	const cols = colsOf(Math.min(to, spanUnits(grid, grid.cols)) - present.x, grid);
	return (size) => {
		if (cols === span || Math.sign(size.cols - span) !== Math.sign(cols - span)) return unwanted;
		const off = Math.abs(size.cols - cols) * 2 * grid.lines;
		return { off, far: off + Math.abs(size.lines - present.h) };
	};
}

function fromDepth(to: number, present: Rect, grid: Grid): Distance {
	const span = colsOf(present.w, grid);
	const lines = Math.min(to, grid.lines) - present.y;
	return (size) => {
		if (lines === present.h || Math.sign(size.lines - present.h) !== Math.sign(lines - present.h)) return unwanted;
		const off = Math.abs(size.lines - lines);
		return { off, far: off + Math.abs(size.cols - span) * linesPerColumn };
	};
}

/** How many basic columns a width is nearest to. */
export function colsOf(width: number, grid: Grid): number {
	return Math.round((width + 2 * grid.gapEm) / columnX(grid, 1));
}

/** So many lines off the hand a stop still draws it. */
export const snapLines = 3;
/** So many lines off are as bad as another width. */
const linesPerColumn = 6;
/** And as a page on which nothing stays where it was. */
const disturbance = 3;
const wrongWay = Number.POSITIVE_INFINITY;
