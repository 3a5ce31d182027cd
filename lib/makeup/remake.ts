import { cellsOfBlock, toCells } from './assemble';
import { columnX, spanUnits } from './grid';
import { type MakeUpOptions, makeUpPage } from './make-up-page';
import { toProblem } from './problem';
import type { Brief, Grid, Lock, Rect, Sheet, SheetBlock } from './sheet';
import { type Solution, solve } from './solve';
import { extentOf } from './taboo';

/** A page as it was made, and what from. */
export interface MadePage {
	brief: Brief;
	sheet: Sheet;
}

export interface RemakeOptions extends MakeUpOptions {
	/** Groups of neighbours that are tried before the whole page is made up again: fewer where a hand is waiting. */
	groups?: number;
}

/**
 * Makes a page anew after its brief has changed, and moves as little as it can: what stands well
 * stays to the line. A story whose text has changed is set in its own frame if it can be; else with
 * one neighbour, with two, with three; and only then the whole page is made up again.
 */
export function remakePage(made: MadePage, brief: Brief, options: RemakeOptions = {}): Sheet {
	const changed = changedStories(made, brief);
	const standing = made.sheet.blocks.filter((block) => brief.stories.some((story) => story.id === block.story));
	if (changed.size === 0 && standing.length === made.sheet.blocks.length) return made.sheet;
	return (
		inPlace(made, brief, changed, options) ??
		withNeighbours(made, brief, changed, options) ??
		makeUpPage(brief, options)
	);
}

/** Stories that cannot stay as they are set: new, rewritten, under a new lock, or under a new anchor. */
function changedStories(made: MadePage, brief: Brief): Set<string> {
	const before = new Map(made.brief.stories.map((story) => [story.id, JSON.stringify(story)]));
	const changed = new Set(
		brief.stories.filter((story) => JSON.stringify(story) !== before.get(story.id)).map((story) => story.id),
	);
	const same = (a: Lock, b: Lock) => JSON.stringify(a) === JSON.stringify(b);
	const locks = brief.locks ?? [];
	const old = made.brief.locks ?? [];
	for (const lock of locks) if (!old.some((each) => same(lock, each))) changed.add(lock.story);
	for (const lock of old) if (!locks.some((each) => same(lock, each))) changed.add(lock.story);
	const { grid } = made.sheet;
	const anchors = brief.anchors.map((anchor) => toCells(anchor, grid));
	for (const block of made.sheet.blocks) {
		const cells = cellsOfBlock(block, grid);
		const isUnder = cells.some((a) =>
			anchors.some((b) => a.col < b.col + b.cols && b.col < a.col + a.cols && a.y < b.y + b.h && b.y < a.y + a.h),
		);
		if (isUnder) changed.add(block.story);
	}
	for (const gap of gapsOf(made, brief)) {
		for (const block of made.sheet.blocks) if (reaches(extentOf(block), gap, grid)) changed.add(block.story);
	}
	return changed;
}

/** Where an anchor stood that is gone: its neighbours have to take the room. */
function gapsOf(made: MadePage, brief: Brief): Rect[] {
	const stays = ({ x, y, w, h }: Rect) =>
		brief.anchors.some((anchor) => anchor.x === x && anchor.y === y && anchor.w === w && anchor.h === h);
	return made.brief.anchors.filter((anchor) => !stays(anchor));
}

/** Only the rewritten stories, each in its own frame; undefined where that makes no exact page. */
export function inPlace(
	made: MadePage,
	brief: Brief,
	changed: ReadonlySet<string>,
	options: MakeUpOptions = {},
): Sheet | undefined {
	const { sheet } = made;
	if (JSON.stringify(brief.anchors) !== JSON.stringify(made.brief.anchors)) return undefined;
	const own = sheet.blocks.filter((block) => changed.has(block.story));
	if (own.length !== changed.size || own.length === 0) return undefined;
	const locks = brief.locks ?? [];
	// A lock of its own may ask for another frame.
	if (locks.some((lock) => changed.has(lock.story))) return undefined;
	const frames = own.map((block) => frameOf(block, sheet.grid));
	return settle({ ...brief, locks: [...locks, ...frames] }, sheet, changed, brief, options);
}

/** The changed stories with as few others as make an exact page. */
function withNeighbours(made: MadePage, brief: Brief, changed: Set<string>, options: RemakeOptions): Sheet | undefined {
	const { sheet } = made;
	const gone = sheet.blocks.filter((block) => !brief.stories.some((story) => story.id === block.story));
	const core = sheet.blocks.filter((block) => changed.has(block.story));
	const others = sheet.blocks.filter((block) => !changed.has(block.story) && !gone.includes(block));
	const near = others.filter((block) => [...core, ...gone].some((each) => touch(each, block, sheet.grid)));
	for (const group of groupsOf(near.length > 0 ? near : others, others).slice(0, options.groups)) {
		const free = new Set([...changed, ...group.map((block) => block.story)]);
		const found = settle(brief, sheet, free, brief, options);
		if (found) return found;
	}
	return undefined;
}

const mostMoved = 3;
const mostGroups = 60;

/** Groups of blocks to set free: one neighbour, two, three; not the whole page. */
export function groupsOf(near: SheetBlock[], others: SheetBlock[]): SheetBlock[][] {
	let last: SheetBlock[][] = [[]];
	const groups: SheetBlock[][] = [[]];
	for (let size = 1; size <= Math.min(mostMoved, others.length - 1); size++) {
		const pool = size === 1 ? near : others;
		last = last.flatMap((group) => {
			const from = group.length === 0 ? -1 : pool.indexOf(group.at(-1)!);
			return pool.slice(from + 1).map((block) => [...group, block]);
		});
		groups.push(...last.filter((group) => group.some((block) => near.includes(block))));
	}
	return groups.slice(0, mostGroups);
}

/** The best exact page on which only `free` stories move. */
export function settle(
	brief: Brief,
	sheet: Sheet,
	free: ReadonlySet<string>,
	asked: Brief,
	{ seed = 1, now = () => 0 }: MakeUpOptions = {},
): Sheet | undefined {
	const start = now();
	const kept = sheet.blocks.filter(
		(block) => !free.has(block.story) && asked.stories.some((story) => story.id === block.story),
	);
	const found: Solution | undefined = solve(toProblem(brief, kept));
	if (!found) return undefined;
	const ms = Math.round(now() - start);
	const stats = { msFirst: ms, msBest: ms, nodes: found.nodes, seed };
	return { version: 1, grid: sheet.grid, ...found.page, advice: [], stats };
}

/** Whether two blocks are neighbours. */
export function touch(a: SheetBlock, b: SheetBlock, grid: Grid): boolean {
	return reaches(extentOf(a), extentOf(b), grid);
}

function reaches(p: Rect, q: Rect, grid: Grid): boolean {
	const reach = 2 * grid.gapEm;
	return p.x <= q.x + q.w + reach && q.x <= p.x + p.w + reach && p.y <= q.y + q.h + 1 && q.y <= p.y + p.h + 1;
}

/** The lock that holds a block where it stands. */
export function frameOf(block: SheetBlock, grid: Grid): Extract<Lock, { kind: 'frame' }> {
	const [left, right] = cellsOfBlock(block, grid);
	const cols = left!.cols + (right?.cols ?? 0);
	const box = { x: columnX(grid, left!.col), y: left!.y, w: spanUnits(grid, cols) };
	if (!right) return { kind: 'frame', story: block.story, ...box, h: left!.h };
	const step = { cols: left!.cols, left: left!.h, right: right.h };
	return { kind: 'frame', story: block.story, ...box, h: Math.max(left!.h, right.h), step };
}

/** The locks of a brief without those that hold these stories in their place. */
export function withoutFrames(brief: Brief, stories: string[]): Lock[] {
	return (brief.locks ?? []).filter((lock) => lock.kind !== 'frame' || !stories.includes(lock.story));
}
