import { adviceOn } from '@/lib/makeup/advice';
import { columnX } from '@/lib/makeup/grid';
import { jumpStory } from '@/lib/makeup/jump';
import { makeUpPage } from '@/lib/makeup/make-up-page';
import { dragDivider, resizeStory, stopsOf, swapStories } from '@/lib/makeup/move';
import { frameOf, type MadePage, remakePage } from '@/lib/makeup/remake';
import type { Advice, Brief, BriefStory, Grid, Lock, Sheet, SheetBlock } from '@/lib/makeup/sheet';
import { isFull } from '@/lib/makeup/solve';
import type { Stop } from '@/lib/makeup/stop';
import { applyOp, decide, isDecision, relock } from './design';
import { designed, type Neighbours } from './designed';
import type { Design, MakeupOp } from './schema';
import { interned } from './sorted';

/** A page as it stands, and what its next state is made from. */
export interface Standing {
	/** What is placed there, nothing decided. */
	plain: Brief;
	design: Design;
	neighbours: Neighbours;
	/** `plain` with the design applied, and the sheet that stands. */
	made: MadePage;
}

/** What an act leads to; undefined where the engine finds no such page. */
export interface Performed {
	design: Design;
	made: MadePage;
}

/** Quick, and no searches for advice: a hand is waiting. */
const quick = { budgetMs: 30, advice: false, groups: 5 };

/**
 * Does an act on a page. Others than the stories concerned stay where they are as far as they can; only what is locked
 * is bound to. A page that cannot be full comes with what is over or empty. Pure: the same page and act, the same result.
 * `model` is the page that a template takes its frames from.
 */
export function perform(standing: Standing, op: MakeupOp, model?: Sheet): Performed | undefined {
	const { design } = standing;
	const made = { brief: interned(standing.made.brief), sheet: standing.made.sheet };
	if (isDecision(op)) {
		const next = applyOp(design, op, made.sheet);
		const brief = interned(designed(standing.plain, next, standing.neighbours));
		// To hold a story where it is, or no longer, moves nothing.
		return { design: next, made: { brief, sheet: op.kind === 'lock' ? made.sheet : remakePage(made, brief, quick) } };
	}
	switch (op.kind) {
		case 'swap':
			return onPage(standing, swapStories(freed(made, [op.story, op.other]), op.story, op.other, quick).sheet);
		case 'divider': {
			const free = freed(made, [op.story]);
			const { sheet } = dragDivider(free, op.story, op, quick);
			return sheet === free.sheet ? undefined : onPage(standing, sheet);
		}
		case 'resize': {
			const resized = resizeStory(freed(made, [op.story]), op.story, op, quick);
			return resized && onPage(standing, resized.sheet);
		}
		case 'jump':
			return jumped({ ...standing, made }, op.story, op.to);
		case 'template':
			return model && onPage(standing, likeTemplate(made.brief, model));
	}
}

/** The page with those stories not bound to their place, as long as they are moved. */
function freed({ brief, sheet }: MadePage, stories: string[]): MadePage {
	const locks = (brief.locks ?? []).filter(
		({ kind, story }) => !(stories.includes(story) && (kind === 'frame' || kind === 'span')),
	);
	return { brief: { ...brief, locks }, sheet };
}

/** The page with another arrangement; what is locked is so where it stands now. */
function onPage({ plain, design, neighbours }: Standing, sheet: Sheet): Performed {
	const next = relock(design, sheet);
	return { design: next, made: { brief: designed(plain, next, neighbours), sheet } };
}

/** 转版, or back. */
function jumped(
	{ plain, design, neighbours, made }: Standing,
	story: string,
	to: string | null,
): Performed | undefined {
	const whole = decide(design, story, { jump: undefined });
	const brief = interned(designed(plain, whole, neighbours));
	if (to === null) return { design: whole, made: { brief, sheet: remakePage(made, brief, quick) } };
	const jump = jumpStory(brief, story, neighbours.numbers[to] ?? 0, quick);
	const kept = jump?.brief.stories.find(({ id }) => id === story)?.blocks.length;
	if (!jump || kept === undefined) return undefined;
	const next = decide(whole, story, { jump: { kept, to } });
	return { design: next, made: { brief: designed(plain, next, neighbours), sheet: jump.sheet } };
}

/**
 * A page in the manner of another one: its frames are locks, story for story by rank and length. As many of them as make a
 * full page, those of the highest ranks first: no two pages have stories of the same lengths.
 */
function likeTemplate(brief: Brief, model: Sheet): Sheet {
	const stories = brief.stories.toSorted((a, b) => a.priority - b.priority || charsOf(b) - charsOf(a));
	const frames = model.blocks.toSorted((a, b) => a.priority - b.priority || roomOf(b) - roomOf(a));
	const pairs = stories.slice(0, frames.length).map(({ id: story }, i) => ({ story, block: frames[i]! }));
	const others = (brief.locks ?? []).filter(({ kind }) => kind !== 'span');
	const isFixed = (story: string) => others.some((lock) => lock.kind === 'frame' && lock.story === story);
	const free = pairs.filter(({ story }) => !isFixed(story));
	for (let held = free.length; held > 0; held--) {
		const locks = free.slice(0, held).map(({ story, block }): Lock => ({ ...frameOf(block, model.grid), story }));
		const page = makeUpPage({ ...brief, locks: [...others, ...locks] }, { ...quick, budgetMs: 0 });
		if (isFull(page)) return page;
	}
	// Their widths at least.
	const spans = free.map(({ story, block }): Lock => ({ kind: 'span', story, cols: colsOf(block, model.grid) }));
	const wide = makeUpPage({ ...brief, locks: [...others, ...spans] }, quick);
	return isFull(wide) ? wide : makeUpPage(brief, quick);
}

function charsOf({ blocks }: BriefStory): number {
	return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Characters that a story's columns hold. */
function roomOf({ frames }: SheetBlock): number {
	return frames.reduce((sum, { wEm, h }) => sum + wEm * h, 0);
}

function colsOf(block: SheetBlock, grid: Grid): number {
	return Math.round((frameOf(block, grid).w + 2 * grid.gapEm) / columnX(grid, 1));
}

/** 停点 of a story, locked or not. */
export function stopsFor(made: MadePage, story: string): Stop[] {
	const page = { brief: interned(made.brief), sheet: made.sheet };
	return page.sheet.blocks.some((block) => block.story === story) ? stopsOf(freed(page, [story]), story) : [];
}

/** What would make a page fit that does not, of those that were tried. */
export function curesOf({ brief, sheet }: MadePage): Advice[] {
	return isFull(sheet) ? [] : adviceOn(brief, sheet);
}
