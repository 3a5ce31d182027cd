import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storyOf } from '@/lib/makeup/fixture';
import { makeUpPage } from '@/lib/makeup/make-up-page';
import { frameOf } from '@/lib/makeup/remake';
import type { Brief } from '@/lib/makeup/sheet';
import { applyOp, type Decision, emptyDesign, isDecision, relock } from './design';
import { departures, designed } from './designed';
import { Design, PageOp } from './schema';
import { sorted } from './sorted';
import { opWords } from './words';

const picture = (id: string) => ({ id, width: 3, height: 2, caption: '湖边' });
const brief: Brief = {
	version: 1,
	grid: '四开',
	page: { no: 2, name: '综合', date: '2026-11-23', paper: '澄湖日报' },
	anchors: [],
	stories: [
		storyOf('lead', 1, '一湖清水养一城人', 900),
		storyOf('bridge', 2, '跨湖大桥昨日合龙', 700, { figures: [picture('a'), picture('b')] }),
		storyOf('rain', 4, '今起三天有小雨', 240),
	],
};
const alone = { numbers: { own: 2, front: 1 }, arrivals: [] };
const sheet = makeUpPage(brief, { budgetMs: 0, advice: false });
const decided = (...ops: Decision[]) => ops.reduce((design, op) => applyOp(design, op, sheet), emptyDesign);
const applied = (...ops: Decision[]) => designed(brief, decided(...ops), alone);
const storyIn = (made: Brief, id: string) => made.stories.find((story) => story.id === id)!;

/** Stories of the page, and some that are gone. */
const story = fc.constantFrom('lead', 'bridge', 'rain', 'gone');
const figure = fc.constantFrom('a', 'b', 'gone');
const ad = fc.record({
	id: fc.constantFrom('ad-1', 'ad-2'),
	label: fc.constantFrom('广告', '公益广告'),
	col: fc.nat(5),
	y: fc.nat(80),
	cols: fc.integer({ min: 1, max: 6 }),
	lines: fc.integer({ min: 3, max: 40 }),
});
const filler = fc.record({
	id: fc.constantFrom('filler-1', 'filler-2'),
	headline: fc.constant('征稿启事'),
	text: fc.constant('来稿请寄编辑部。\n长年有效。'),
});
const on = fc.boolean();
const op: fc.Arbitrary<PageOp> = fc.oneof(
	fc.record({ kind: fc.constant('compose' as const), seed: fc.integer({ min: 1, max: 99 }) }),
	fc.record({ kind: fc.constant('template' as const), versionId: fc.constant('v1') }),
	fc.record({ kind: fc.constant('swap' as const), story, other: story }),
	fc.record({ kind: fc.constant('divider' as const), story, edge: fc.constantFrom('right', 'foot'), to: fc.nat(140) }),
	fc.record({
		kind: fc.constant('resize' as const),
		story,
		cols: fc.integer({ min: 1, max: 6 }),
		lines: fc.integer({ min: 1, max: 86 }),
	}),
	fc.record({ kind: fc.constant('lock' as const), story, on }),
	fc.record({ kind: fc.constant('span' as const), story, cols: fc.option(fc.integer({ min: 1, max: 6 })) }),
	fc.record({ kind: fc.constant('size' as const), story, pt: fc.option(fc.constantFrom(12, 20, 30)) }),
	fc.record({
		kind: fc.constant('relation' as const),
		story,
		relation: fc.option(fc.constantFrom('top', 'left', 'vertical')),
	}),
	fc.record({ kind: fc.constant('box' as const), story, on }),
	fc.record({
		kind: fc.constant('rows' as const),
		story,
		headline: fc.option(fc.constantFrom('跨湖大桥\n昨日合龙', '别的')),
	}),
	fc.record({
		kind: fc.constant('hide' as const),
		story,
		figures: fc.array(figure, { minLength: 1, maxLength: 2 }),
		on,
	}),
	fc.record({ kind: fc.constant('order' as const), story, figures: fc.uniqueArray(figure, { minLength: 1 }) }),
	fc.record({
		kind: fc.constant('focus' as const),
		story,
		figure,
		point: fc.option(fc.record({ x: fc.constantFrom(0, 0.25, 1), y: fc.constantFrom(0, 0.5, 1) })),
	}),
	fc.record({ kind: fc.constant('ad' as const), ad }),
	fc.record({ kind: fc.constant('removeAd' as const), id: fc.constantFrom('ad-1', 'gone') }),
	fc.record({ kind: fc.constant('filler' as const), filler }),
	fc.record({ kind: fc.constant('removeFiller' as const), id: fc.constantFrom('filler-1', 'gone') }),
	fc.record({ kind: fc.constant('place' as const), story, priority: fc.constantFrom(1, 4) }),
	fc.record({ kind: fc.constant('unplace' as const), story, was: fc.constantFrom(2, 3) }),
	fc.record({ kind: fc.constant('rank' as const), story, priority: fc.constantFrom(1, 4) }),
	fc.record({ kind: fc.constant('jump' as const), story, to: fc.option(fc.constantFrom('front', 'gone')) }),
) as fc.Arbitrary<PageOp>;
const decisions = fc.array(op, { maxLength: 12 }).map((ops) => ops.filter(isDecision));

describe('any acts', () => {
	it('are what the schema takes, and have words', () => {
		const kinds = new Set<string>();
		fc.assert(
			fc.property(op, (each) => {
				kinds.add(each.kind);
				expect(PageOp.parse(JSON.parse(JSON.stringify(each)))).toEqual(each);
				expect(opWords(each, brief)).toMatch(/\p{Script=Han}/u);
			}),
			{ numRuns: 400 },
		);
		expect(kinds.size).toBe(PageOp.options.length);
	});

	it('lead to a design that is stored and read again as it is, and leave the one before alone', () => {
		fc.assert(
			fc.property(decisions, (ops) => {
				let design = emptyDesign;
				for (const each of ops) {
					const before = structuredClone(design);
					const next = applyOp(design, each, sheet);
					expect(design).toEqual(before);
					design = next;
				}
				expect(Design.parse(JSON.parse(JSON.stringify(design)))).toEqual(design);
			}),
		);
	});

	it('never make a brief that has lost a story, a word of text or a lock without its story', () => {
		fc.assert(
			fc.property(decisions, (ops) => {
				const made = applied(...ops);
				const ids = made.stories.map(({ id }) => id);
				expect(ids).toEqual(expect.arrayContaining(['lead', 'bridge', 'rain']));
				expect(new Set(ids).size).toBe(ids.length);
				for (const before of brief.stories) {
					expect(storyIn(made, before.id).blocks).toEqual(before.blocks);
					expect(storyIn(made, before.id).headline.replace(/\n/g, '')).toBe(before.headline);
				}
				for (const lock of made.locks ?? []) expect(ids).toContain(lock.story);
				for (const { x, w, y, h } of made.anchors) expect(x + w <= 142 && y + h <= 86).toBe(true);
			}),
		);
	});

	it('taken back one by one are as if they had never been', () => {
		const pairs: [Decision, Decision][] = [
			[
				{ kind: 'lock', story: 'lead', on: true },
				{ kind: 'lock', story: 'lead', on: false },
			],
			[
				{ kind: 'span', story: 'lead', cols: 3 },
				{ kind: 'span', story: 'lead', cols: null },
			],
			[
				{ kind: 'hide', story: 'bridge', figures: ['a'], on: true },
				{ kind: 'hide', story: 'bridge', figures: ['a'], on: false },
			],
			[
				{ kind: 'focus', story: 'bridge', figure: 'a', point: { x: 0, y: 1 } },
				{ kind: 'focus', story: 'bridge', figure: 'a', point: null },
			],
			[
				{ kind: 'filler', filler: { id: 'filler-1', headline: '启事', text: '来稿。' } },
				{ kind: 'removeFiller', id: 'filler-1' },
			],
		];
		for (const [there, back] of pairs) {
			expect(decided(there)).not.toEqual(emptyDesign);
			expect(decided(there, back)).toEqual(emptyDesign);
		}
	});
});

describe('a designed brief', () => {
	it('says what the engine is asked for', () => {
		const made = applied(
			{ kind: 'lock', story: 'lead', on: true },
			{ kind: 'relation', story: 'rain', relation: 'vertical' },
			{ kind: 'box', story: 'rain', on: true },
			{ kind: 'rows', story: 'bridge', headline: '跨湖大桥\n昨日合龙' },
			{ kind: 'order', story: 'bridge', figures: ['b', 'a'] },
			{ kind: 'focus', story: 'bridge', figure: 'a', point: { x: 0.2, y: 0.3 } },
			{ kind: 'ad', ad: { id: 'ad-1', label: '公益广告', col: 4, y: 70, cols: 2, lines: 16 } },
		);
		expect(made.locks).toEqual([
			frameOf(sheet.blocks.find((block) => block.story === 'lead')!, sheet.grid),
			{ kind: 'relation', story: 'rain', relation: 'vertical' },
		]);
		expect(storyIn(made, 'rain').boxed).toBe(true);
		expect(storyIn(made, 'bridge')).toMatchObject({
			headline: '跨湖大桥\n昨日合龙',
			figures: [{ id: 'b' }, { id: 'a', focus: { x: 0.2, y: 0.3 } }],
		});
		expect(made.anchors).toEqual([{ kind: 'ad', label: '公益广告', x: 96, y: 70, w: 46, h: 16 }]);
	});

	it('forgets breaks of a headline whose words have changed', () => {
		const design = decided({ kind: 'rows', story: 'bridge', headline: '跨湖大桥\n昨日合龙' });
		const stories = brief.stories.map((each) => (each.id === 'bridge' ? { ...each, headline: '大桥合龙' } : each));
		expect(storyIn(designed({ ...brief, stories }, design, alone), 'bridge').headline).toBe('大桥合龙');
	});

	it('sends the end of a story to the page it names, and nowhere when that page is gone', () => {
		const design = { ...emptyDesign, stories: { lead: { jump: { kept: 1, to: 'front' } } } };
		const many = { ...brief, stories: brief.stories.map((each) => (each.id === 'lead' ? twoBlocks : each)) };
		const beginning = storyIn(designed(many, design, alone), 'lead').blocks;
		const [rest] = departures(many, design, 'front', alone.numbers);
		expect(beginning.at(-1)?.text).toMatch(/（下转第1版）$/);
		expect(rest).toMatchObject({ id: 'lead', priority: 4 });
		expect(rest?.blocks[0]?.text).toMatch(/^（上接第2版）/);
		const gone = { ...alone, numbers: { own: 2 } };
		expect(storyIn(designed(many, design, gone), 'lead').blocks).toEqual(twoBlocks.blocks);
		expect(departures(many, design, 'front', gone.numbers)).toEqual([]);
	});
});
const twoBlocks = {
	...brief.stories[0]!,
	blocks: ['第一段。', '第二段。'].map((text) => ({ type: 'p' as const, text })),
};

it('keeps what is locked locked where it stands now', () => {
	const design = decided({ kind: 'lock', story: 'rain', on: true });
	const blocks = sheet.blocks.map((block) => ({ ...block, head: { ...block.head } }));
	expect(relock(design, { ...sheet, blocks })).toEqual(design);
	expect(relock(emptyDesign, sheet)).toEqual(emptyDesign);
});

it('orders members, and changes nothing that a page is made from', () => {
	const mixed = { b: [{ d: 1, c: 2 }], a: 'x' };
	expect(JSON.stringify(sorted(mixed))).toBe('{"a":"x","b":[{"c":2,"d":1}]}');
	expect(sorted(brief)).toEqual(brief);
});
