import { cellsOfBlock } from './assemble';
import { atCorner, type Corner, type Fit, type Size } from './fit';
import { columnX, spanUnits } from './grid';
import { type MakeUpOptions, makeUpPage } from './make-up-page';
import { pushEdge } from './push';
import { frameOf, type MadePage, settle, withoutFrames } from './remake';
import type { Brief, Lock, SheetBlock } from './sheet';
import type { CellRect } from './slice';
import { type EdgeMove, type Stop, snapLines, stopFor } from './stop';

/** 对调: two stories change places; what does not fit there takes its neighbours along. */
export function swapStories(made: MadePage, a: string, b: string, options: MakeUpOptions = {}): MadePage {
	const { sheet } = made;
	const [first, second] = [blockOf(made, a), blockOf(made, b)];
	const places = [
		[b, first],
		[a, second],
	] as const;
	const exchange = places.map(([id, block]) => ({ ...frameOf(block, sheet.grid), story: id }));
	const locks = withoutFrames(made.brief, [a, b]);
	const both = { ...made.brief, locks: [...locks, ...exchange] };
	const found = settle(both, sheet, new Set([a, b]), both, options);
	if (found) return { brief: both, sheet: found };
	// The one that is to stand higher keeps its new corner, in a size of its own.
	const [id, block] = places[0][1].head.y <= places[1][1].head.y ? places[0] : places[1];
	const corner = cornerOf(block, made);
	const { sizes, find } = atCorner(made, id, corner, new Set([a, b]));
	const fits = sizes.slice(0, mostSizes).flatMap((size) => find(size) ?? []);
	const best = fits.find(({ isNear }) => isNear) ?? fits[0];
	return (best && settleAt(made, id, best, corner, options)) ?? { brief: both, sheet: makeUpPage(both, options) };
}

/** Sizes that a story which changes places is tried in. */
const mostSizes = 12;

/** 停点: the sizes that a story can be dragged to, other than the one that it has. */
export function stopsOf(made: MadePage, id: string): Stop[] {
	const { sizes, find } = cornerOfStory(made, id);
	return sizes.flatMap((size): Stop[] => {
		const found = find(size);
		return found ? [{ cols: found.cols, lines: found.lines, isNear: found.isNear }] : [];
	});
}

function cornerOfStory(made: MadePage, id: string): Corner {
	const block = blockOf(made, id);
	const { grid } = made.sheet;
	const { w, h, step } = frameOf(block, grid);
	const { sizes, find } = atCorner(made, id, cornerOf(block, made), new Set([id]));
	const isOther = ({ cols, lines }: Size) => step || lines !== h || spanUnits(grid, cols) !== w;
	return { sizes: sizes.filter(isOther), find };
}

/**
 * Moves the right edge or the foot of a story. It snaps to a stop near the hand: neighbours make room, all of the page where
 * they cannot. Where none is near, the edge alone moves, with the neighbours' edges along it, and the page shows what is over
 * or empty then. The page as it was where neither can be.
 */
export function dragDivider(made: MadePage, id: string, move: EdgeMove, options: MakeUpOptions = {}): MadePage {
	const block = blockOf(made, id);
	const { grid } = made.sheet;
	const { sizes, find } = cornerOfStory(made, id);
	const stop = stopFor(move, frameOf(block, grid), { sizes, find }, grid);
	const settled = () => stop && settleAt(made, id, stop.stop, cornerOf(block, made), options);
	const snapped = stop && stop.off <= snapLines ? settled() : undefined;
	if (snapped) return snapped;
	const pushed = pushEdge(made, id, move);
	return pushed ? { brief: made.brief, sheet: pushed } : (settled() ?? made);
}

/** Gives a story the size of one of its stops; undefined where it is none. */
export function resizeStory(
	made: MadePage,
	id: string,
	{ cols, lines }: Pick<Size, 'cols' | 'lines'>,
	options: MakeUpOptions = {},
): MadePage | undefined {
	const { sizes, find } = cornerOfStory(made, id);
	const size = sizes.find((each) => each.cols === cols && each.lines === lines);
	const found = size && find(size);
	return found && settleAt(made, id, found, cornerOf(blockOf(made, id), made), options);
}

/** The page with the story in a size at a corner; undefined where it does not come out full after all. */
function settleAt(
	made: MadePage,
	id: string,
	fit: Fit,
	corner: CellRect,
	options: MakeUpOptions,
): MadePage | undefined {
	const brief = withFrame(made, id, fit, corner, fit.free);
	const sheet = settle(brief, made.sheet, fit.free, brief, options);
	return sheet && { brief, sheet };
}

/** The brief with a story bound to a size at a block's corner, and those that are moved with it to no place. */
function withFrame(
	{ brief, sheet: { grid } }: MadePage,
	id: string,
	{ cols, lines }: Pick<Size, 'cols' | 'lines'>,
	{ col, y }: CellRect,
	moved: ReadonlySet<string> = new Set([id]),
): Brief {
	const isOther = (lock: Lock) => lock.kind !== 'span' || lock.story !== id;
	const box = { x: columnX(grid, col), y, w: spanUnits(grid, cols), h: lines };
	const locks = withoutFrames(brief, [...moved]).filter(isOther);
	return { ...brief, locks: [...locks, { kind: 'frame', story: id, ...box }] };
}

function blockOf({ sheet }: MadePage, id: string): SheetBlock {
	const block = sheet.blocks.find(({ story }) => story === id);
	if (!block) throw new Error(`Not on the page: ${id}`);
	return block;
}

function cornerOf(block: SheetBlock, { sheet }: MadePage): CellRect {
	return cellsOfBlock(block, sheet.grid)[0]!;
}
