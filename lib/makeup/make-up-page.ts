import { gridOf } from './grid';
import { normalize } from './normalize';
import { oversetOf, type StorySetting, setStory, toBlock, whiteCells } from './set-story';
import { type SpanShapes, shapesOf } from './shape';
import type { Anchor, Brief, BriefStory, Grid, Sheet, SheetBlock } from './sheet';
import { type CellRect, maxStories, slicePage } from './slice';
import { placeUnit, toUnits, unitCosts } from './unit';

export interface MakeUpOptions {
	/** Time the search may take. The present rule is bounded by its nature, far below any sensible budget. */
	budgetMs?: number;
	/** Recorded in the sheet; the present rule draws no lots. */
	seed?: number;
	/** A running clock in milliseconds, for `stats`; without it they are 0. */
	now?: () => number;
}

/**
 * Composes a page: anchors stay where they are, every story gets a rectangle of whole columns, its
 * head, pictures and text are set in it to the line. The same brief gives the same sheet. Text that
 * finds no room is reported in `free.overset`, and there is none unless the copy is more than the
 * page can hold in any arrangement that the rule knows.
 */
export function makeUpPage(brief: Brief, options: MakeUpOptions = {}): Sheet {
	const now = options.now ?? (() => 0);
	const start = now();
	const grid = gridOf(brief.grid);
	const anchors = brief.anchors.map((anchor) => toCells(anchor, grid));
	const page = fitPage(
		brief.stories.toSorted((a, b) => a.priority - b.priority),
		anchors,
		grid,
	);
	const blocks = page.settings.map((setting) => toBlock(setting, grid)).sort(byReadingOrder);
	const overset = [...page.settings.flatMap(oversetOf), ...page.dropped.map((story) => oversetWhole(story, grid))];
	const ms = Math.round(now() - start);
	return {
		version: 1,
		grid,
		blocks: blocks.map(({ story, ...block }, order) => ({ story, order, ...block })),
		free: { holes: countHoles(page.settings, anchors, grid), overset },
		taboos: [],
		score: { total: Math.round(page.cost * 100) / 100 },
		advice: overset.map(({ story, lines, chars }) => adviceOn(brief, story, lines, chars)),
		stats: { msFirst: ms, msBest: ms, nodes: page.nodes, seed: options.seed ?? 0 },
	};
}

interface FittedPage {
	settings: StorySetting[];
	/** Stories of the lowest rank for which not even a head has room. */
	dropped: BriefStory[];
	cost: number;
	nodes: number;
}

/** First with every story whole; when that is impossible with text cut off; then with fewer stories. */
function fitPage(stories: BriefStory[], anchors: CellRect[], grid: Grid): FittedPage {
	const whole = stories.map((story) => shapesOf(story, { grid, allowOverset: false }));
	const page = tryPage(stories, whole, anchors, grid);
	if (page) return { ...page, dropped: [] };
	const cut = stories.map((story) => shapesOf(story, { grid, allowOverset: true }));
	for (let kept = stories.length; kept > 0; kept--) {
		const fewer = tryPage(stories.slice(0, kept), cut.slice(0, kept), anchors, grid);
		if (fewer) return { ...fewer, dropped: stories.slice(kept) };
	}
	return { settings: [], dropped: stories, cost: 0, nodes: 0 };
}

function tryPage(
	stories: BriefStory[],
	shapes: SpanShapes[][],
	anchors: CellRect[],
	grid: Grid,
): Omit<FittedPage, 'dropped'> | undefined {
	const costs = shapes.map((spans) => spans.map((row) => toCosts(row, grid)));
	const units = toUnits(stories.map(sizeOf), maxStories);
	const unitRows = units.map((unit) => unitCosts(unit, costs));
	const slices = slicePage({ cols: grid.cols, lines: grid.lines, anchors, costs: unitRows });
	if (!slices) return undefined;
	const placed = slices.placed.flatMap((part) => placeUnit(units[part.story]!, part, costs));
	const settings = placed.map(({ story, ...rect }) =>
		setStory(stories[story]!, shapes[story]![rect.cols]![rect.h]!, rect),
	);
	return { settings, cost: slices.cost, nodes: slices.nodes };
}

function toCosts(row: SpanShapes, grid: Grid): Float64Array {
	return Float64Array.from({ length: grid.lines + 1 }, (_, lines) => row[lines]?.cost ?? Number.POSITIVE_INFINITY);
}

function sizeOf(story: BriefStory): number {
	const text = story.blocks.reduce((sum, block) => sum + block.text.length, 0);
	return text + story.figures.length * 200;
}

/** The cells that an anchor touches. */
function toCells(anchor: Anchor, grid: Grid): CellRect {
	const pitch = 2 * (grid.colEm + grid.gapEm);
	const col = Math.floor(anchor.x / pitch);
	const end = Math.min(grid.cols, Math.ceil((anchor.x + anchor.w) / pitch));
	return { col, cols: end - col, y: anchor.y, h: anchor.h };
}

/** 区序: by rank, then from top to bottom, from left to right. */
function byReadingOrder(a: Omit<SheetBlock, 'order'>, b: Omit<SheetBlock, 'order'>): number {
	return a.priority - b.priority || a.head.y - b.head.y || a.head.x - b.head.x;
}

/** Cells that nothing covers; the line of white between two parts is no hole. */
function countHoles(settings: StorySetting[], anchors: CellRect[], grid: Grid): number {
	const ruleLines = 1;
	const covered = new Set<number>();
	for (const rect of [...anchors, ...settings.map((setting) => setting.rect)]) {
		for (let y = rect.y - ruleLines; y < rect.y + rect.h + ruleLines; y++) {
			for (let col = rect.col; col < rect.col + rect.cols; col++) {
				if (y >= 0 && y < grid.lines) covered.add(y * grid.cols + col);
			}
		}
	}
	const white = settings.reduce((sum, setting) => sum + whiteCells(setting, grid), 0);
	return grid.cols * grid.lines - covered.size + white;
}

/** A story that is not on the page at all, measured in the basic column. */
function oversetWhole(story: BriefStory, grid: Grid): Sheet['free']['overset'][number] {
	const chars = story.blocks.reduce((sum, block) => sum + normalize(block.text).length, 0);
	return { story: story.id, lines: Math.ceil(chars / grid.colEm), chars };
}

function adviceOn(brief: Brief, id: string, lines: number, chars: number): string {
	const headline = brief.stories.find((story) => story.id === id)?.headline.replaceAll('\n', '') ?? id;
	return `《${headline}》溢文 ${lines} 行 ${chars} 字：请删去这些字，或把一篇稿件移到别的版`;
}
