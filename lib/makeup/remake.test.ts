import { describe, expect, it } from 'vitest';
import { sixStories as brief, copyOf, storyOf } from './fixture';
import { jumpStory, splitStory } from './jump';
import { makeUpPage } from './make-up-page';
import { frameOf, remakePage } from './remake';
import type { Brief, BriefStory, SheetBlock } from './sheet';
import { isFull } from './solve';

const quick = { budgetMs: 100, advice: false };
const sheet = makeUpPage(brief, quick);
const made = { brief, sheet };

/** Blocks of a sheet by story, without their place in the reading order. */
function blocksOf(blocks: SheetBlock[]): Map<string, string> {
	return new Map(blocks.map(({ order: _, ...block }) => [block.story, JSON.stringify(block)]));
}

/** Stories whose blocks differ between two sheets. */
function movedIn(before: SheetBlock[], after: SheetBlock[]): string[] {
	const old = blocksOf(before);
	return [...blocksOf(after)].filter(([story, block]) => old.get(story) !== block).map(([story]) => story);
}

function edited(id: string, edit: (story: BriefStory) => BriefStory): Brief {
	return { ...brief, stories: brief.stories.map((story) => (story.id === id ? edit(story) : story)) };
}

it('starts from an exact page', () => {
	expect(isFull(sheet)).toBe(true);
});

describe('remakePage', () => {
	it('changes nothing where nothing has changed', () => {
		expect(remakePage(made, structuredClone(brief))).toEqual(sheet);
	});

	it('touches only the story whose text has changed within what its frame can take', () => {
		const next = edited('school', (story) => ({
			...story,
			blocks: story.blocks.map((block, i) =>
				i === 0 ? { ...block, text: block.text.replace(/。?.$/u, '啊。') } : block,
			),
		}));
		const again = remakePage(made, next, quick);
		expect(isFull(again)).toBe(true);
		expect(movedIn(sheet.blocks, again.blocks)).toEqual(['school']);
	});

	it('moves as few as it can when a story grows', () => {
		const next = edited('school', (story) => ({ ...story, blocks: [...story.blocks, ...copyOf(70, 5)] }));
		const again = remakePage(made, next, quick);
		const moved = movedIn(sheet.blocks, again.blocks);
		expect(isFull(again)).toBe(true);
		expect(moved).toContain('school');
		expect(moved.length).toBeLessThanOrEqual(4);
	});

	it('closes the gap of a story that is gone, or says how large it is', () => {
		const next = { ...brief, stories: brief.stories.filter((story) => story.id !== 'rain') };
		const again = remakePage(made, next, quick);
		expect(again.blocks.map((block) => block.story)).not.toContain('rain');
		expect(isFull(again) || again.free.holes > 0).toBe(true);
	});

	it('makes room for an advertisement that comes late', () => {
		const anchors = [{ kind: 'ad' as const, x: 96, y: 74, w: 46, h: 12 }];
		const again = remakePage(made, { ...brief, anchors }, quick);
		const overlapping = again.blocks.filter((block) =>
			block.frames.some((frame) => frame.x + 2 * frame.wEm > 96 && frame.y + frame.h > 74 && frame.x < 142),
		);
		expect(overlapping).toEqual([]);
	});

	it('gives the room of an advertisement that is gone to its neighbours', () => {
		const anchors = [{ kind: 'ad' as const, x: 96, y: 74, w: 46, h: 12 }];
		const withAd = makeUpPage({ ...brief, anchors }, quick);
		const again = remakePage({ brief: { ...brief, anchors }, sheet: withAd }, brief, quick);
		const lowest = again.blocks.flatMap((block) => block.frames.filter(({ x }) => x >= 96).map(({ y, h }) => y + h));
		expect(Math.max(...lowest)).toBeGreaterThan(74);
	});

	it('gives the same page for the same change', () => {
		const next = edited('trees', (story) => ({ ...story, blocks: [...story.blocks, ...copyOf(50, 6)] }));
		expect(remakePage(made, next)).toEqual(remakePage(made, structuredClone(next)));
	});
});

describe('locks', () => {
	const blockOf = (id: string) => sheet.blocks.find((block) => block.story === id)!;

	it('hold every frame of a page: it comes out the same', () => {
		const locks = sheet.blocks.map((block) => frameOf(block, sheet.grid));
		const again = makeUpPage({ ...brief, locks }, quick);
		expect(isFull(again)).toBe(true);
		const places = (blocks: SheetBlock[]) => blocks.map((block) => frameOf(block, sheet.grid));
		expect(places(again.blocks)).toEqual(places(sheet.blocks));
	});

	it('hold a story where it stands while the others are placed anew', () => {
		const lock = frameOf(blockOf('trees'), sheet.grid);
		const again = makeUpPage({ ...brief, locks: [lock] }, { ...quick, seed: 9 });
		const held = again.blocks.find((block) => block.story === 'trees')!;
		expect(frameOf(held, sheet.grid)).toEqual(lock);
	});

	it('fix a span, a size, a relation', () => {
		const wide = makeUpPage({ ...brief, locks: [{ kind: 'span', story: 'bridge', cols: 4 }] }, quick);
		expect(frameOf(wide.blocks.find((block) => block.story === 'bridge')!, sheet.grid).w).toBe(94);
		const big = makeUpPage({ ...brief, locks: [{ kind: 'size', story: 'bridge', pt: 26 }] }, quick);
		const parts = big.blocks.find((block) => block.story === 'bridge')!.head.parts;
		expect(parts.find((part) => part.role === 'headline')!.pt).toBe(26);
		const upright = makeUpPage(
			{ ...brief, locks: [{ kind: 'relation', story: 'trees', relation: 'vertical' }] },
			quick,
		);
		expect(upright.blocks.find((block) => block.story === 'trees')!.relation).toBe('vertical');
	});

	it('leave a story off the page, and make another the lead', () => {
		const less = makeUpPage({ ...brief, locks: [{ kind: 'exclude', story: 'rain' }] }, quick);
		expect(less.blocks.map((block) => block.story)).not.toContain('rain');
		const forced = makeUpPage({ ...brief, locks: [{ kind: 'lead', story: 'bridge' }] }, quick);
		expect(forced.blocks[0]).toMatchObject({ story: 'bridge', priority: 1, head: { x: 0, y: 0 } });
	});
});

describe('jumpStory', () => {
	it('sends the end of a story to another page, the notes in the line', () => {
		const long = edited('trees', (story) => ({ ...story, blocks: copyOf(1500, 8) }));
		const jump = jumpStory(long, 'trees', 3, quick)!;
		expect(isFull(jump.sheet)).toBe(true);
		const beginning = jump.brief.stories.find((story) => story.id === 'trees')!;
		expect(beginning.blocks.at(-1)!.text).toMatch(/（下转第3版）$/);
		expect(jump.rest.blocks[0]!.text).toMatch(/^（上接第2版）/);
		const read = [...beginning.blocks, ...jump.rest.blocks].map((block) => block.text).join('');
		const source = long.stories
			.find((story) => story.id === 'trees')!
			.blocks.map((block) => block.text)
			.join('');
		expect(read.replace('（下转第3版）', '').replace('（上接第2版）', '')).toBe(source);
	});

	it('sends a subhead with what follows it', () => {
		const story = storyOf('a', 2, '标题', 0, { blocks: copyOf(400, 1, ['小标题']) });
		const at = story.blocks.findIndex((block) => block.type === 'subhead');
		const { rest } = splitStory(story, at, 1, 2);
		expect(rest.blocks.slice(0, 2).map(({ type, text }) => [type, text])).toEqual([
			['p', '（上接第1版）'],
			['subhead', '小标题'],
		]);
	});
});
