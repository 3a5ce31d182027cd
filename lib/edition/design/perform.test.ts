import { describe, expect, it } from 'vitest';
import { sixStories as plain, storyOf } from '@/lib/makeup/fixture';
import { makeUpPage } from '@/lib/makeup/make-up-page';
import { frameOf } from '@/lib/makeup/remake';
import type { Sheet } from '@/lib/makeup/sheet';
import { isFull } from '@/lib/makeup/solve';
import { emptyDesign } from './design';
import { designed } from './designed';
import { curesOf, type Performed, perform, type Standing, stopsFor } from './perform';
import type { MakeupOp } from './schema';

const neighbours = { numbers: { own: 2, front: 1 }, arrivals: [] };
const sheet = makeUpPage(plain, { budgetMs: 100, advice: false });
const first: Standing = { plain, design: emptyDesign, neighbours, made: { brief: plain, sheet } };

type Op = MakeupOp;
const then = (standing: Standing, op: Op, model?: Sheet): Performed => perform(standing, op, model)!;
const on = (done: Performed): Standing => ({ ...first, ...done });
const frame = (of: Sheet, id: string) => frameOf(of.blocks.find((block) => block.story === id)!, of.grid);

describe('perform', () => {
	it('says in its brief exactly what its design says', () => {
		for (const op of [
			{ kind: 'box', story: 'rain', on: true },
			{ kind: 'swap', story: 'trees', other: 'school' },
			{ kind: 'relation', story: 'trees', relation: 'vertical' },
			{ kind: 'lock', story: 'trees', on: true },
		] satisfies Op[]) {
			const { design, made } = then(first, op);
			expect(made.brief).toEqual(designed(plain, design, neighbours));
		}
	});

	it('moves nothing to lock or unlock', () => {
		const locked = then(first, { kind: 'lock', story: 'trees', on: true });
		expect(locked.made.sheet).toEqual(sheet);
		expect(locked.made.brief.locks).toEqual([frame(sheet, 'trees')]);
		expect(then(on(locked), { kind: 'lock', story: 'trees', on: false }).made).toEqual({ brief: plain, sheet });
	});

	it('moves what is locked when it is told to, and holds it there from then on', () => {
		const locked = then(first, { kind: 'lock', story: 'trees', on: true });
		const { y, h } = frame(sheet, 'trees');
		const dragged = then(on(locked), { kind: 'divider', story: 'trees', edge: 'foot', to: y + h + 3 });
		expect(frame(dragged.made.sheet, 'trees')).not.toEqual(frame(sheet, 'trees'));
		expect(dragged.made.brief.locks).toEqual([frame(dragged.made.sheet, 'trees')]);
		expect(isFull(dragged.made.sheet)).toBe(true);
	});

	it('gives a story the size of a stop, locked or not, and no other size', () => {
		const locked = then(first, { kind: 'lock', story: 'trees', on: true });
		const { cols, lines } = stopsFor(locked.made, 'trees')[0]!;
		const resized = then(on(locked), { kind: 'resize', story: 'trees', cols, lines });
		expect(frame(resized.made.sheet, 'trees').h).toBe(lines);
		expect(resized.made.brief.locks).toEqual([frame(resized.made.sheet, 'trees')]);
		expect(isFull(resized.made.sheet)).toBe(true);
		expect(perform(first, { kind: 'resize', story: 'trees', cols: 6, lines: 80 })).toBeUndefined();
		expect(stopsFor(first.made, 'gone')).toEqual([]);
	});

	it('fills the room of an advertisement that is taken off', () => {
		const ad = { id: 'ad-1', label: '广告', col: 4, y: 74, cols: 2, lines: 12 };
		const withAd = then(first, { kind: 'ad', ad });
		const without = then(on(withAd), { kind: 'removeAd', id: 'ad-1' });
		expect(withAd.made.brief.anchors).toHaveLength(1);
		expect(isFull(without.made.sheet) || without.made.sheet.free.holes > 0).toBe(true);
		expect(without.made.sheet).not.toEqual(withAd.made.sheet);
	});

	it('takes the frames of a template, story for story by rank and length', () => {
		const ids = new Map(plain.stories.map(({ id }, i) => [id, `old-${i}`]));
		const model = { ...sheet, blocks: sheet.blocks.map((block) => ({ ...block, story: ids.get(block.story)! })) };
		const other = makeUpPage(
			{ ...plain, stories: plain.stories.toReversed() },
			{ budgetMs: 0, advice: false, seed: 5 },
		);
		const like = then({ ...first, made: { brief: plain, sheet: other } }, { kind: 'template', versionId: 'v' }, model);
		const frames = (of: Sheet) => of.blocks.map((block) => ({ ...frameOf(block, of.grid), story: '' }));
		expect(frames(like.made.sheet)).toEqual(frames(sheet));
		expect(like.made.brief.locks).toBeUndefined();
		expect(perform(first, { kind: 'template', versionId: 'v' })).toBeUndefined();
	});
});

it('has cures for a page that does not fit, and none for one that does', () => {
	expect(curesOf(first.made)).toEqual([]);
	const long = { ...plain, stories: [...plain.stories, storyOf('more', 3, '另有一篇长稿', 3000)] };
	const over = makeUpPage(long, { budgetMs: 0, advice: false });
	expect(curesOf({ brief: long, sheet: over }).length).toBeGreaterThan(0);
});
