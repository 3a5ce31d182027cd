import { describe, expect, it } from 'vitest';
import { checkSheet } from './check-sheet';
import { sixStories as brief } from './fixture';
import { spanUnits } from './grid';
import { makeUpPage } from './make-up-page';
import { dragDivider, resizeStory, stopsOf, swapStories } from './move';
import { frameOf, type MadePage } from './remake';
import { isFull } from './solve';

const sheet = makeUpPage(brief, { budgetMs: 100, advice: false });
const made: MadePage = { brief, sheet };
const { grid } = sheet;

function frame(page: MadePage, id: string) {
	return frameOf(page.sheet.blocks.find(({ story }) => story === id)!, grid);
}

/** What an independent look at the page finds wrong with it. */
const faultsOf = (page: MadePage) => checkSheet(brief, page.sheet).faults;

describe('swapStories', () => {
	it('puts the one that comes to stand higher into the corner of the other', () => {
		const swapped = swapStories(made, 'trees', 'school');
		const upper = frame(made, 'trees').y <= frame(made, 'school').y ? 'trees' : 'school';
		const other = upper === 'trees' ? 'school' : 'trees';
		const { x, y } = frame(made, upper);
		expect(frame(swapped, other)).toMatchObject({ x, y });
		expect(isFull(swapped.sheet)).toBe(true);
		expect(faultsOf(swapped)).toEqual([]);
	});
});

describe('stops', () => {
	it('are sizes that the page is full with, each of them', () => {
		for (const { id } of brief.stories) {
			const some = stopsOf(made, id).filter((_stop, i) => i % 5 === 0);
			for (const { cols, lines } of some) {
				const resized = resizeStory(made, id, { cols, lines })!;
				expect(isFull(resized.sheet)).toBe(true);
				expect(frame(resized, id)).toMatchObject({ w: spanUnits(grid, cols), h: lines });
				expect(faultsOf(resized)).toEqual([]);
			}
		}
	});

	it('are all sizes that a story can be given', () => {
		expect(resizeStory(made, 'trees', { cols: 6, lines: 80 })).toBeUndefined();
	});

	it('say truly whether the rest of the page stays as it is', () => {
		const stop = stopsOf(made, 'trees').find(({ isNear }) => isNear)!;
		const { y, w } = frame(made, 'trees');
		expect(spanUnits(grid, stop.cols)).toBe(w);
		const dragged = dragDivider(made, 'trees', { edge: 'foot', to: y + stop.lines });
		const stayed = brief.stories.filter(
			({ id }) => JSON.stringify(frame(dragged, id)) === JSON.stringify(frame(made, id)),
		);
		expect(stayed.length).toBeGreaterThanOrEqual(2);
	});
});

describe('dragDivider', () => {
	it('snaps to a stop near the hand and binds the story to it', () => {
		const { y, h } = frame(made, 'trees');
		const dragged = dragDivider(made, 'trees', { edge: 'foot', to: y + h + 3 });
		expect(frame(dragged, 'trees').h).not.toBe(h);
		expect(isFull(dragged.sheet)).toBe(true);
		expect(dragged.brief.locks).toContainEqual(frame(dragged, 'trees'));
	});

	it('moves the edge alone where no stop is near: what is over or empty is said, nothing else moves', () => {
		const pushed = everyDrag().filter(({ page }) => page.sheet !== sheet && !isFull(page.sheet));
		expect(pushed.length).toBeGreaterThan(0);
		for (const { page } of pushed) {
			expect(faultsOf(page)).toEqual([]);
			const moved = brief.stories.filter(
				({ id }) => JSON.stringify(frame(page, id)) !== JSON.stringify(frame(made, id)),
			);
			expect(moved.length).toBeGreaterThanOrEqual(2);
			expect(moved.length).toBeLessThan(brief.stories.length);
		}
	});

	it('leaves a page behind that an independent look finds sound, wherever a hand drags', () => {
		for (const { page } of everyDrag()) expect(faultsOf(page)).toEqual([]);
	});

	it('leaves what is locked where it is', () => {
		const lock = frame(made, 'canteen');
		const locked = { brief: { ...brief, locks: [lock] }, sheet };
		for (const { page } of everyDrag(locked, 'canteen')) {
			expect(frame(page, 'canteen')).toEqual(lock);
			expect(faultsOf(page)).toEqual([]);
		}
	});
});

function everyDrag(page: MadePage = made, but?: string) {
	return brief.stories.flatMap(({ id }) => {
		if (id === but) return [];
		const { x, y, w, h } = frame(page, id);
		return [
			...[-9, -5, 5, 9, 140].map((by) => ({ edge: 'foot' as const, to: Math.max(0, y + h + by) })),
			...[-48, -24, 24, 48, 400].map((by) => ({ edge: 'right' as const, to: Math.max(0, x + w + by) })),
		].map((move) => ({ move, page: dragDivider(page, id, move) }));
	});
}
