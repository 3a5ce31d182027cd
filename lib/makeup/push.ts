import { cellsOfBlock } from './assemble';
import { columnX, spanUnits } from './grid';
import { toProblem } from './problem';
import type { MadePage } from './remake';
import type { Grid, Lock, Sheet, SheetBlock } from './sheet';
import { type CellRect, ruleLines } from './slice';
import { loosePage } from './solve';
import { colsOf, type EdgeMove } from './stop';

/** A head and some lines. */
const leastLines = 4;

/**
 * Moves an edge of a story with all that ends or begins along it, and nothing else: text that finds no room then is over,
 * white is left where there is too little. Undefined where the edge is no line of its own: at the end of the page, at an
 * advertisement, a locked story or a step.
 */
export function pushEdge({ brief, sheet }: MadePage, id: string, { edge, to }: EdgeMove): Sheet | undefined {
	const { grid } = sheet;
	const own = rectOf(sheet.blocks.find(({ story }) => story === id)!, grid);
	const line = own && lineAt(sheet.blocks, id, edge, grid);
	if (!line) return undefined;
	const locked = new Set((brief.locks ?? []).flatMap((lock) => (lock.kind === 'frame' ? lock.story : [])));
	const by =
		edge === 'foot' ? Math.min(to, grid.lines) - own.y - own.h : colsOf(to - columnX(grid, own.col), grid) - own.cols;
	const moved = new Map([
		...line.before.map(({ story, rect }) => [story, grown(rect, edge, by)] as const),
		...line.after.map(({ story, rect }) => [story, cutBack(rect, edge, by)] as const),
	]);
	const isPossible = ({ cols, h }: CellRect) => cols >= 1 && h >= leastLines;
	if (by === 0 || ![...moved.values()].every(isPossible) || [...moved.keys()].some((story) => locked.has(story)))
		return undefined;
	return setAt({ brief, sheet }, moved);
}

/** The page with those stories in those places, all others as they are. */
function setAt({ brief, sheet }: MadePage, moved: ReadonlyMap<string, CellRect>): Sheet | undefined {
	const { grid } = sheet;
	const isOther = (lock: Lock) => !moved.has(lock.story) || (lock.kind !== 'frame' && lock.kind !== 'span');
	const frames = [...moved].map(([story, { col, cols, y, h }]): Lock => {
		return { kind: 'frame', story, x: columnX(grid, col), y, w: spanUnits(grid, cols), h };
	});
	const kept = sheet.blocks.filter((block) => !moved.has(block.story));
	const problem = toProblem({ ...brief, locks: [...(brief.locks ?? []).filter(isOther), ...frames] }, kept);
	// Each of them has a shape there, be it with text left over: nothing is to be placed.
	const found = problem.stories.length === 0 ? loosePage(problem, true) : undefined;
	const stats = { msFirst: 0, msBest: 0, nodes: 0, seed: 1 };
	return found && { version: 1, grid, ...found.page, advice: [], stats };
}

interface Part {
	story: string;
	rect: CellRect;
}

/** A line between stories: those that end at it and those that begin there, both as long as it is. */
interface Line {
	before: Part[];
	after: Part[];
}

/** The line that a story's edge is part of; undefined where some of what is along it is no rectangle, or nothing. */
function lineAt(blocks: SheetBlock[], id: string, edge: EdgeMove['edge'], grid: Grid): Line | undefined {
	const parts = blocks.flatMap((block) =>
		cellsOfBlock(block, grid).map((rect): Part => ({ story: block.story, rect })),
	);
	const first = parts.find(({ story }) => story === id)!;
	const at = endOf(first.rect, edge);
	const [ending, beginning] = [
		parts.filter(({ rect }) => endOf(rect, edge) === at),
		parts.filter(({ rect }) => startOf(rect, edge) === at + (edge === 'foot' ? ruleLines : 0)),
	];
	let line: Line = { before: [first], after: [] };
	for (let size = 0; size !== line.before.length + line.after.length; ) {
		size = line.before.length + line.after.length;
		const after = beginning.filter(({ rect }) => line.before.some((part) => isAlong(part.rect, rect, edge)));
		const before = ending.filter(({ rect }) => after.some((part) => isAlong(part.rect, rect, edge)));
		line = { before: before.length > 0 ? before : [first], after };
	}
	const isRect = ({ story }: Part) => parts.filter((part) => part.story === story).length === 1;
	const isWhole = lengthOf(line.before, edge) === lengthOf(line.after, edge);
	return isWhole && [...line.before, ...line.after].every(isRect) ? line : undefined;
}

function endOf({ col, cols, y, h }: CellRect, edge: EdgeMove['edge']): number {
	return edge === 'foot' ? y + h : col + cols;
}

function startOf({ col, y }: CellRect, edge: EdgeMove['edge']): number {
	return edge === 'foot' ? y : col;
}

function isAlong(a: CellRect, b: CellRect, edge: EdgeMove['edge']): boolean {
	return edge === 'foot' ? a.col < b.col + b.cols && b.col < a.col + a.cols : a.y < b.y + b.h && b.y < a.y + a.h;
}

function lengthOf(parts: Part[], edge: EdgeMove['edge']): number {
	return parts.reduce((sum, { rect }) => sum + (edge === 'foot' ? rect.cols : rect.h + ruleLines), 0);
}

function grown(rect: CellRect, edge: EdgeMove['edge'], by: number): CellRect {
	return edge === 'foot' ? { ...rect, h: rect.h + by } : { ...rect, cols: rect.cols + by };
}

function cutBack(rect: CellRect, edge: EdgeMove['edge'], by: number): CellRect {
	const { col, cols, y, h } = rect;
	return edge === 'foot' ? { ...rect, y: y + by, h: h - by } : { ...rect, col: col + by, cols: cols - by };
}

/** A rectangle around a step is no rectangle of the story's own. */
function rectOf(block: SheetBlock, grid: Grid): CellRect | undefined {
	const [rect, ...others] = cellsOfBlock(block, grid);
	return others.length === 0 ? rect : undefined;
}
