import { cellsOf, cellsOfBlock } from './assemble';
import { toProblem } from './problem';
import { costIn, overlaps, regionOf } from './region';
import { groupsOf, type MadePage, touch, withoutFrames } from './remake';
import type { Brief, Grid, Lock, SheetBlock } from './sheet';
import { type CellRect, never, ruleLines } from './slice';
import { exactSearch, pageRect, type Search } from './solve';
import type { Stop } from './stop';

/** A size that a story can have at a corner. */
export interface Fit extends Stop {
	/** The stories that have to move for it, itself among them. */
	free: ReadonlySet<string>;
}

/** A size in which a story can be set exactly. */
export interface Size extends Pick<Stop, 'cols' | 'lines'> {
	cost: number;
}

/** What is known of a story at a corner. */
export interface Corner {
	/** Cheapest first. */
	sizes: Size[];
	/** Who has to make room for a size so that the page is full; undefined where nobody can. */
	find: (size: Size) => Fit | undefined;
}

/**
 * The sizes that a story can have with its top left corner at a cell. `core` are the stories that are being moved by
 * hand; others make room, as few as can. One table of cuts answers for all sizes.
 */
export function atCorner(
	{ brief, sheet }: MadePage,
	id: string,
	corner: Pick<CellRect, 'col' | 'y'>,
	core: ReadonlySet<string>,
): Corner {
	const { grid, blocks } = sheet;
	const free = { ...brief, locks: withoutFrames(brief, [...core]) };
	const problem = toProblem({ ...free, locks: [...free.locks, { kind: 'exclude', story: id }] });
	const movable = problem.stories.map((story) => story.id);
	const room: Room = { search: exactSearch(problem), movable, page: pageRect(problem.frame) };
	const taken = [...problem.frame.anchors, ...problem.frame.fixed.flatMap(({ shape, rect }) => cellsOf(shape, rect))];
	const held = blocks.filter((block) => !core.has(block.story));
	const groups = groupsToFree(blocks, core, movable, grid);
	const find = (size: Size): Fit | undefined => {
		const rect = { ...corner, cols: size.cols, h: size.lines };
		if (taken.some((cells) => meets(cells, rect))) return undefined;
		const inTheWay = held.filter((block) => cellsOfBlock(block, grid).some((cells) => meets(cells, rect)));
		const choices = groups
			.filter((group) => inTheWay.every((block) => group.includes(block)))
			.map((group): Choice => {
				const kept = held.filter((block) => !group.includes(block)).flatMap((block) => cellsOfBlock(block, grid));
				const moved = new Set([...core, ...group.map(({ story }) => story)]);
				return { taken: [...taken, rect, ...kept], free: moved, isNear: true };
			});
		const whole = { taken: [...taken, rect], free: new Set([...core, ...movable]), isNear: false };
		const found = [...choices, whole].find((choice) => isFilled(room, choice));
		return found && { ...size, isNear: found.isNear, free: found.free };
	};
	const isOnPage = ({ cols, lines }: Size) => corner.col + cols <= grid.cols && corner.y + lines <= grid.lines;
	return { sizes: sizesOf(free, id).filter(isOnPage), find };
}

/** The page without a story. */
interface Room {
	search: Search;
	/** Those in the search. */
	movable: string[];
	page: CellRect;
}

/** Who makes room, and what cells are then taken. */
interface Choice extends Pick<Fit, 'free' | 'isNear'> {
	taken: CellRect[];
}

/** Whether those that are free fill what is left by cuts. */
function isFilled(room: Room, { taken, free }: Choice): boolean {
	const set = setOf(room, free);
	return set !== undefined && costIn(regionOf(room.search.region.slices, taken), room.page, set) < never;
}

/** Those stories as a set of the search; undefined where one of them is placed as one with another that is not free. */
function setOf({ search, movable }: Room, free: ReadonlySet<string>): number | undefined {
	let set = 0;
	for (const [i, unit] of search.units.entries()) {
		const inside = unit.stories.filter((story) => free.has(movable[story]!));
		if (inside.length > 0 && inside.length < unit.stories.length) return undefined;
		if (inside.length > 0) set |= 1 << i;
	}
	return set;
}

/** Nobody, one of the neighbours, two, three; none of those that are locked. */
function groupsToFree(blocks: SheetBlock[], core: ReadonlySet<string>, movable: string[], grid: Grid): SheetBlock[][] {
	const own = blocks.filter((block) => core.has(block.story));
	const others = blocks.filter((block) => !core.has(block.story) && movable.includes(block.story));
	const near = others.filter((block) => own.some((each) => touch(each, block, grid)));
	return groupsOf(near.length > 0 ? near : others, others);
}

/** Whether no line of white fits between two, one above the other. */
function meets(a: CellRect, b: CellRect): boolean {
	return overlaps({ ...a, h: a.h + ruleLines }, { ...b, h: b.h + ruleLines });
}

/** Sizes in which a story can be set exactly, cheapest first. */
function sizesOf(brief: Brief, id: string): Size[] {
	const isOther = (lock: Lock) => lock.kind !== 'span' || lock.story !== id;
	const problem = toProblem({ ...brief, locks: (brief.locks ?? []).filter(isOther) });
	const { grid } = problem.frame;
	const shapes = problem.shapes[problem.stories.findIndex((story) => story.id === id)];
	const sizes: Size[] = [];
	for (let cols = 1; shapes && cols <= grid.cols; cols++) {
		for (let lines = 1; lines <= grid.lines; lines++) {
			const cost = Math.min(...shapes.costs.map((rows) => rows[cols]?.[lines] ?? never));
			if (cost < never) sizes.push({ cols, lines, cost });
		}
	}
	return sizes.sort((a, b) => a.cost - b.cost);
}
