import { cellsOf, cellsOfBlock, type Placement, toCells } from './assemble';
import { gridOf } from './grid';
import { overlaps } from './region';
import { type ShapeSettings, type StepShape, type StoryShapes, shapesOf } from './shape';
import type { Brief, BriefStory, Grid, Lock, SheetBlock } from './sheet';
import { looseShape, type Problem } from './solve';

/** A brief as the search sees it: what is fixed, what is to be placed, and in which shapes. `kept` blocks stay as they are. */
export function toProblem(brief: Brief, kept: SheetBlock[] = []): Problem {
	const grid = gridOf(brief.grid);
	const locks = brief.locks ?? [];
	const off = new Set(kept.map((block) => block.story));
	const leads = new Set<string>();
	for (const lock of locks) {
		if (lock.kind === 'exclude') off.add(lock.story);
		if (lock.kind === 'lead') leads.add(lock.story);
	}
	const stories = brief.stories
		.filter((story) => !off.has(story.id))
		.map((story) => rankOf(story, leads))
		.sort((a, b) => a.priority - b.priority);
	const anchors = brief.anchors.map((anchor) => toCells(anchor, grid));
	const taken = [...anchors, ...kept.flatMap((block) => cellsOfBlock(block, grid))];
	const fixed: Placement[] = [];
	for (const placement of stories.flatMap((story) => fixedAt(story, grid, locks))) {
		const cells = cellsOf(placement.shape, placement.rect);
		// What stands there already was first: the story finds another place.
		if (cells.some((own) => taken.some((other) => overlaps(own, other)))) continue;
		taken.push(...cells);
		fixed.push(placement);
	}
	const free = stories.filter((story) => !fixed.some((placement) => placement.story === story));
	return {
		frame: { brief, grid, anchors, fixed, kept, left: [] },
		stories: free,
		shapes: free.map((story) => shapesUnder(story, grid, locks)),
	};
}

/** Where a story is locked, in the best shape for that place; nowhere when it has none. */
function fixedAt(story: BriefStory, grid: Grid, locks: Lock[]): Placement[] {
	const lock = locks.find((each) => each.kind === 'frame' && each.story === story.id);
	if (lock?.kind !== 'frame') return [];
	const shapes = shapesUnder(story, grid, locks);
	const rect = toCells(lock, grid);
	const { step } = lock;
	const isStep = (each: StepShape) =>
		each.span === rect.cols &&
		each.cols === step?.cols &&
		each.leftLines === step.left &&
		each.rightLines === step.right;
	const shape = step ? shapes.steps.find(isStep)?.shape() : looseShape(shapes, rect.cols, rect.h, true);
	return shape ? [{ story, shape, rect }] : [];
}

/** A forced lead takes the first rank, and the lead that was takes the second. */
function rankOf(story: BriefStory, leads: Set<string>): BriefStory {
	if (leads.size === 0) return story;
	if (leads.has(story.id)) return { ...story, priority: 1 };
	return story.priority === 1 ? { ...story, priority: 2 } : story;
}

/** Shapes are the dear part of a problem and depend on the story, the grid and its locks alone. */
const known = new WeakMap<BriefStory, Map<string, StoryShapes>>();

function shapesUnder(story: BriefStory, grid: Grid, locks: Lock[]): StoryShapes {
	const own = locks.filter((lock) => lock.story === story.id);
	const settings: ShapeSettings = { grid };
	for (const lock of own) {
		if (lock.kind === 'span') settings.spans = [lock.cols];
		if (lock.kind === 'size') settings.pt = lock.pt;
		if (lock.kind === 'relation') settings.relation = lock.relation;
	}
	const key = JSON.stringify(settings);
	const ofStory = known.get(story) ?? new Map<string, StoryShapes>();
	known.set(story, ofStory);
	const shapes = ofStory.get(key) ?? shapesOf(story, settings);
	ofStory.set(key, shapes);
	return shapes;
}
