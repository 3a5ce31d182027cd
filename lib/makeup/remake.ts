import { cellsOfBlock, toCells } from './assemble';
import { columnX, spanUnits } from './grid';
import { type MakeUpOptions, makeUpPage } from './make-up-page';
import { toProblem } from './problem';
import type { Brief, BriefStory, Grid, Lock, Rect, Sheet, SheetBlock } from './sheet';
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
function groupsOf(near: SheetBlock[], others: SheetBlock[]): SheetBlock[][] {
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
function settle(
	brief: Brief,
	sheet: Sheet,
	free: ReadonlySet<string>,
	asked: Brief,
	{ seed = 1, now = () => 0 }: MakeUpOptions,
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

function touch(a: SheetBlock, b: SheetBlock, grid: Grid): boolean {
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

/** Two stories change places; what does not fit there takes its neighbours along. */
export function swapStories(made: MadePage, a: string, b: string, options: RemakeOptions = {}): MadePage {
	const { sheet } = made;
	const blockOf = (id: string) => sheet.blocks.find((block) => block.story === id);
	const [first, second] = [blockOf(a), blockOf(b)];
	if (!first || !second) throw new Error(`Not on the page: ${first ? b : a}`);
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
	return atCorner(made, id, block, new Set([a, b]), options) ?? { brief: both, sheet: makeUpPage(both, options) };
}

/** The story with its top left corner where a block's is, in whatever size lets the rest of the page stand. */
function atCorner(
	made: MadePage,
	id: string,
	block: SheetBlock,
	free: Set<string>,
	options: RemakeOptions,
): MadePage | undefined {
	const { sheet } = made;
	const locks = withoutFrames(made.brief, [...free]);
	const [corner] = cellsOfBlock(block, sheet.grid);
	const trials = sizesOf(made.brief, id, sheet.grid)
		.filter(({ span, lines }) => corner!.col + span <= sheet.grid.cols && corner!.y + lines <= sheet.grid.lines)
		.map(({ span, lines }): Brief => {
			const box = { x: columnX(sheet.grid, corner!.col), y: corner!.y, w: spanUnits(sheet.grid, span), h: lines };
			return { ...made.brief, locks: [...locks, { kind: 'frame', story: id, ...box }] };
		});
	for (const brief of trials.slice(0, mostSizes)) {
		const found = settle(brief, sheet, free, brief, options);
		if (found) return { brief, sheet: found };
	}
	for (const brief of trials.slice(0, fewSizes)) {
		const found = withNeighbours(made, brief, free, options);
		if (found) return { brief, sheet: found };
	}
	const everyone = new Set(made.brief.stories.map((story) => story.id));
	for (const brief of trials.slice(0, fewSizes)) {
		const found = settle(brief, sheet, everyone, brief, options);
		if (found) return { brief, sheet: found };
	}
	return undefined;
}

function withoutFrames(brief: Brief, stories: string[]): Lock[] {
	return (brief.locks ?? []).filter((lock) => lock.kind !== 'frame' || !stories.includes(lock.story));
}

/** Sizes in which a story can be set exactly, cheapest first. */
function sizesOf(brief: Brief, id: string, grid: Grid): { span: number; lines: number }[] {
	const problem = toProblem({ ...brief, locks: withoutFrames(brief, [id]) });
	const at = problem.stories.findIndex((story: BriefStory) => story.id === id);
	if (at < 0) return [];
	const sizes: { span: number; lines: number; cost: number }[] = [];
	for (const rows of problem.shapes[at]!.costs) {
		rows.forEach((row, span) => {
			row.forEach((cost, lines) => {
				if (Number.isFinite(cost) && lines <= grid.lines) sizes.push({ span, lines, cost });
			});
		});
	}
	return sizes.sort((a, b) => a.cost - b.cost);
}

/**
 * Moves the right edge or the foot of a story to a half-em or line of the page. It snaps to the next size in which the story
 * can be set exactly and that page is full with; its neighbours make room, all of the page where they cannot. The page
 * as it was where nothing is found.
 */
export function dragDivider(
	made: MadePage,
	id: string,
	edge: 'right' | 'foot',
	to: number,
	options: RemakeOptions = {},
): MadePage {
	const { sheet } = made;
	const block = sheet.blocks.find((each) => each.story === id);
	if (!block) throw new Error(`Not on the page: ${id}`);
	const present = frameOf(block, sheet.grid);
	const wanted = wantedSize(present, { edge, to }, sheet.grid);
	if (!wanted) return made;
	const sized = sizedBriefs(made, id, wanted.distance);
	for (const brief of sized.atCorner) {
		const found = withNeighbours(made, brief, new Set([id]), options);
		if (found) return { brief, sheet: found };
	}
	// No few of them can make room: all move, first with the story in its corner, then in the width that goes with the size.
	const everyone = new Set(made.brief.stories.map((story) => story.id));
	for (const brief of [...sized.atCorner.slice(0, wholePages), ...sized.anywhere.slice(0, wholePages)]) {
		const found = settle(brief, sheet, everyone, brief, options);
		if (found) return { brief, sheet: found };
	}
	return made;
}

/** The brief with the story in the sizes nearest to what is wanted: in its corner, or only as wide, wherever it stands. */
function sizedBriefs({ brief, sheet: { grid, blocks } }: MadePage, id: string, distance: (size: Size) => number) {
	const block = blocks.find((each) => each.story === id)!;
	const [corner] = cellsOfBlock(block, grid);
	const { w, h } = frameOf(block, grid);
	const locks = withoutFrames(brief, [id]).filter((lock) => lock.kind !== 'span' || lock.story !== id);
	const sizes = sizesOf({ ...brief, locks }, id, grid)
		.filter(({ span, lines }) => corner!.col + span <= grid.cols && corner!.y + lines <= grid.lines)
		.filter(({ span, lines }) => spanUnits(grid, span) !== w || lines !== h)
		.sort((a, b) => distance(a) - distance(b))
		.slice(0, nearSizes);
	const spans = [...new Set(sizes.map(({ span }) => span))].filter((span) => spanUnits(grid, span) !== w);
	return {
		atCorner: sizes.map(({ span, lines }): Brief => {
			const box = { x: columnX(grid, corner!.col), y: corner!.y, w: spanUnits(grid, span), h: lines };
			return { ...brief, locks: [...locks, { kind: 'frame', story: id, ...box }] };
		}),
		anywhere: spans.map((cols): Brief => ({ ...brief, locks: [...locks, { kind: 'span', story: id, cols }] })),
	};
}

/**
 * The size that a drag asks for, as the distance of others from it; undefined where the edge stays where it is. A text is as
 * large as it is: deeper is narrower, so that a foot may change the width, by a column for some lines.
 */
function wantedSize(present: Rect, { edge, to }: { edge: 'right' | 'foot'; to: number }, grid: Grid) {
	const column = columnX(grid, 1);
	const span = Math.round((present.w + 2 * grid.gapEm) / column);
	if (edge === 'right') {
		const cols = Math.max(1, Math.round((Math.min(to, spanUnits(grid, grid.cols)) - present.x) / column));
		if (cols === span) return undefined;
		return { distance: (size: Size) => Math.abs(size.span - cols) * 200 + Math.abs(size.lines - present.h) / 100 };
	}
	const lines = Math.max(1, Math.min(to, grid.lines) - present.y);
	if (lines === present.h) return undefined;
	const isWrongWay = (size: Size) => Math.sign(size.lines - present.h) !== Math.sign(lines - present.h);
	return {
		distance: (size: Size) =>
			Math.abs(size.lines - lines) + Math.abs(size.span - span) * linesPerColumn + (isWrongWay(size) ? 200 : 0),
	};
}

interface Size {
	span: number;
	lines: number;
}

/** So many lines off are as bad as another width. */
const linesPerColumn = 6;
/** Sizes that a story is tried in at a corner: alone, with its neighbours, with the whole page. */
const mostSizes = 12;
const fewSizes = 2;
const nearSizes = 3;
const wholePages = 1;
