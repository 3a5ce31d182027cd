import { columnX } from './grid';
import { countHoles } from './hole';
import { oversetOf, setStory, toBlock } from './set-story';
import type { Shape } from './shape';
import type { Brief, BriefStory, Grid, Rect, Sheet, SheetBlock } from './sheet';
import type { CellRect } from './slice';
import { extentOf, taboosOf } from './taboo';

/** A story, the shape that it takes and the cells that it stands in (of a step, the rectangle around it). */
export interface Placement {
	story: BriefStory;
	shape: Shape;
	rect: CellRect;
}

/** What makes the pages of one search alike. */
export interface Frame {
	brief: Brief;
	grid: Grid;
	/** The cells that anchors take. */
	anchors: CellRect[];
	/** Stories that the editor has locked in their place. */
	fixed: Placement[];
	/** Blocks of a page made before that stay as they are. */
	kept: SheetBlock[];
	/** Stories that find no room at all. */
	left: { story: string; lines: number; chars: number }[];
}

const weight = {
	/** A cell that nothing covers, a line left over. */
	misfit: 1000,
	/** Depth on the page of the stories of a rank, as a share of its lines. */
	depth: { 1: 0, 2: 1.2, 3: 0.3, 4: 0 },
	/** A brief at the head of the page. */
	briefOnTop: 0.8,
	balance: 0.5,
	/** A taboo of weight 1: of those that only another arrangement mends, and of the others. */
	taboo: { structural: 8, other: 3 },
};

/** Sets every story in its place and judges the page. */
export function assemble(frame: Frame, free: Placement[]): Pick<Sheet, 'blocks' | 'free' | 'taboos' | 'score'> {
	const { grid, brief, kept } = frame;
	const placements = [...frame.fixed, ...free];
	const settings = placements.map(({ story, shape, rect }) => setStory(story, shape, rect));
	const blocks = [...settings.map((setting) => toBlock(setting, grid)), ...kept]
		.sort(byReadingOrder)
		.map((block, order): SheetBlock => ({ ...block, order }));
	const overset = [...settings.flatMap(oversetOf), ...frame.left];
	const rest = { holes: countHoles(blocks, brief.anchors, grid), overset };
	const taboos = taboosOf({ grid, blocks, free: rest }, brief);
	return { blocks, free: rest, taboos, score: scoreOf(frame, placements, blocks, rest, taboos) };
}

function scoreOf(
	{ grid }: Frame,
	placements: Placement[],
	blocks: SheetBlock[],
	free: Sheet['free'],
	taboos: Sheet['taboos'],
): Record<string, number> {
	const misfit = (free.holes + free.overset.reduce((sum, { lines }) => sum + lines, 0)) * weight.misfit;
	const taboo = taboos.reduce((sum, { id, weight: own }) => {
		if (id === 'T11') return sum;
		return sum + own * (id === 'T1' || id === 'T2' ? weight.taboo.structural : weight.taboo.other);
	}, 0);
	const shape = placements.reduce((sum, placement) => sum + placement.shape.cost, 0);
	const top = Math.min(...blocks.map(({ head }) => head.y));
	const depth = blocks.reduce((sum, { priority, head }) => {
		const onTop = priority === 4 && head.y === top ? weight.briefOnTop : 0;
		return sum + onTop + (weight.depth[priority] * head.y) / grid.lines;
	}, 0);
	const balance = weight.balance * imbalance(blocks, grid);
	const parts = { misfit, taboo, shape, depth, balance };
	const total = Object.values(parts).reduce((sum, part) => sum + part, 0);
	return Object.fromEntries(Object.entries({ ...parts, total }).map(([name, value]) => [name, round(value)]));
}

/** How unevenly heads and pictures, the dark of a page, lie left and right, above and below; 0 to 2. */
function imbalance(blocks: SheetBlock[], grid: Grid): number {
	const width = 2 * (grid.cols * (grid.colEm + grid.gapEm) - grid.gapEm);
	let [ink, across, down] = [0, 0, 0];
	for (const block of blocks) {
		const pictures = block.figures.map(({ x, y, wEm, h }) => ({ x, y, w: 2 * wEm, h }));
		for (const { x, y, w, h } of [block.head, ...pictures]) {
			ink += w * h;
			across += w * h * ((2 * x + w) / width - 1);
			down += w * h * ((2 * y + h) / grid.lines - 1);
		}
	}
	return ink === 0 ? 0 : (Math.abs(across) + Math.abs(down)) / ink;
}

/** 区序: by rank, then from top to bottom, from left to right. */
function byReadingOrder(a: Omit<SheetBlock, 'order'>, b: Omit<SheetBlock, 'order'>): number {
	return a.priority - b.priority || a.head.y - b.head.y || a.head.x - b.head.x;
}

/** The cells of a shape in a place: one rectangle, or two where its foot has a step. */
export function cellsOf(shape: Shape, rect: CellRect): CellRect[] {
	const { step } = shape;
	if (!step) return [rect];
	const left = { ...rect, cols: step.cols, h: step.left };
	return [left, { ...rect, col: rect.col + step.cols, cols: rect.cols - step.cols, h: step.right }];
}

/** The cells of a block, told from what stands in it: the feet of its columns show whether it has a step. */
export function cellsOfBlock(block: SheetBlock, grid: Grid): CellRect[] {
	const around = toCells(extentOf(block), grid);
	const feet = Array.from({ length: around.cols }, (_, i) => {
		const x = columnX(grid, around.col + i);
		const inColumn = [...block.frames, ...block.figures].filter((part) => part.x <= x && part.x + 2 * part.wEm > x);
		return inColumn.length > 0 ? Math.max(...inColumn.map((part) => part.y + part.h)) : around.y + around.h;
	});
	const cols = feet.findIndex((foot) => foot !== feet[0]);
	const isStep = cols > 0 && feet.slice(cols).every((foot) => foot === feet[cols]) && !block.box;
	if (!isStep) return [around];
	const left = { ...around, cols, h: feet[0]! - around.y };
	return [left, { ...around, col: around.col + cols, cols: around.cols - cols, h: feet[cols]! - around.y }];
}

/** The cells that an anchor touches. */
export function toCells(anchor: Rect, grid: Grid): CellRect {
	const pitch = 2 * (grid.colEm + grid.gapEm);
	const col = Math.floor(anchor.x / pitch);
	const end = Math.min(grid.cols, Math.ceil((anchor.x + anchor.w) / pitch));
	return { col, cols: end - col, y: anchor.y, h: anchor.h };
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
