import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeUpPage } from '@/lib/makeup/make-up-page';
import type { MadePage } from '@/lib/makeup/remake';
import type { Brief, BriefStory } from '@/lib/makeup/sheet';
import { explain } from './explain';
import { distance, judgeMarks } from './judge';
import { type Mark, textOf } from './mark';

const story = (blocks: string[], overrides: Partial<BriefStory> = {}): BriefStory => ({
	...{ id: 'a', priority: 1, headline: '湖边的路修好了', figures: [] },
	blocks: blocks.map((text) => ({ type: 'p', text })),
	...overrides,
});
const brief = (...stories: BriefStory[]): Brief => ({
	...{ version: 1, grid: '四开', anchors: [], stories },
	page: { no: 2, name: '综合', date: '2026-11-22', paper: '澄湖日报' },
});
/** Geometry aside: these are tests of text. */
const page = (of: Brief): MadePage => ({ brief: of, sheet: { blocks: [] } as unknown as MadePage['sheet'] });

let made = 0;
/** `改[得→的]` in words: a mark on the only place of `exact` in a block. */
function mark(of: Brief, kind: Mark['kind'], exact: string, right: string, overrides: Partial<Mark> = {}): Mark {
	const spot = { articleId: 'a', place: 'body' as const, block: 0, figureId: null };
	const text = textOf(of, { ...spot, ...overrides }) ?? '';
	const at = text.indexOf(exact);
	const position = kind === 'insert' ? at + exact.length : at;
	const number = ++made;
	const base = { id: `m${number}`, number, kind, position, right, box: null, state: 'open' as const };
	return { ...base, ...spot, exact: kind === 'insert' ? '' : exact, ...overrides };
}

const before = brief(story(['环湖步道昨天全线贯通，从北桥走的很快。', '步道两边种了了三百株水杉。']));
const judged = (after: Brief, ...marks: Mark[]) => judgeMarks(before, after, marks).map(({ number }) => number);

describe('judgeMarks', () => {
	const wrong = mark(before, 'replace', '的很', '得很');
	const doubled = mark(before, 'delete', '了', '', { block: 1 });
	const missing = mark(before, 'insert', '全线', '正式');
	const order = mark(before, 'transpose', '昨天全线', '全线昨天');
	const asked = mark(before, 'query', '三百株', '', { block: 1 });
	const marks = [wrong, doubled, missing, order, asked];

	it.each<[string, string[], Mark[]]>([
		['nothing was changed', ['环湖步道昨天全线贯通，从北桥走的很快。', '步道两边种了了三百株水杉。'], []],
		['a word was replaced', ['环湖步道昨天全线贯通，从北桥走得很快。', '步道两边种了了三百株水杉。'], [wrong]],
		['one of two was struck', ['环湖步道昨天全线贯通，从北桥走的很快。', '步道两边种了三百株水杉。'], [doubled]],
		['words were written in', ['环湖步道昨天全线正式贯通，从北桥走的很快。', '步道两边种了了三百株水杉。'], [missing]],
		[
			'all three',
			['环湖步道昨天全线正式贯通，从北桥走得很快。', '步道两边种了三百株水杉。'],
			[wrong, doubled, missing],
		],
		['two words changed places', ['环湖步道全线昨天贯通，从北桥走的很快。', '步道两边种了了三百株水杉。'], [order]],
		['it was replaced by another word', ['环湖步道昨天全线贯通，从北桥走地很快。', '步道两边种了了三百株水杉。'], []],
		['the paragraph went elsewhere', ['步道两边种了了三百株水杉。', '环湖步道昨天全线贯通，从北桥走得很快。'], [wrong]],
		['a query was heeded', ['环湖步道昨天全线贯通，从北桥走的很快。', '步道两边种了了两百株水杉。'], []],
	])('%s', (_name, blocks, done) => {
		const apart = marks.filter((one) => one !== order || done.includes(order));
		expect(judged(brief(story(blocks)), ...apart).sort()).toEqual(done.map(({ number }) => number).sort());
	});

	it('sees heads, and counts all marks of a story that left the page as done', () => {
		const head = mark(before, 'replace', '修好了', '通了', { place: 'headline', block: null });
		const later = brief(story(['别的'], { headline: '湖边的\n路通了' }));
		expect(judged(later, head)).toEqual([head.number]);
		expect(judged(brief(), head, asked)).toEqual([head.number, asked.number]);
	});
});

describe('explain', () => {
	it('names the mark of each change, and none for what nobody asked for', () => {
		const wrong = mark(before, 'replace', '的很', '得很');
		const after = brief(story(['环湖步道今天全线贯通，从北桥走得很快。', '步道两边种了了三百株水杉。']));
		const changes = explain(page(before), page(after), [wrong]);
		expect(changes.map(({ deleted, inserted, mark: by }) => [deleted, inserted, by])).toEqual([
			['昨', '今', null],
			['的很', '得很', wrong.number],
		]);
		const text = textOf(after, wrong) ?? '';
		for (const { from, to, inserted } of changes) expect(text.slice(from, to)).toBe(inserted);
	});

	it('lets a query, or a mark that a person called done, explain what was changed where it stands', () => {
		const asked = mark(before, 'query', '三百株', '', { block: 1 });
		const said = mark(before, 'replace', '的很', '得很', { state: 'done' });
		const after = brief(story(['环湖步道昨天全线贯通，从北桥走起来很快。', '步道两边种了了两百株水杉。']));
		expect(explain(page(before), page(after), [asked, said]).map((change) => change.mark)).toEqual([
			said.number,
			asked.number,
		]);
		expect(explain(page(before), page(after), []).map((change) => change.mark)).toEqual([null, null]);
	});

	const letters = fc.string({ unit: fc.constantFrom('湖', '水', '路', '的', '，'), minLength: 6, maxLength: 30 });

	it('finds every made mark done and explained, and nothing unexplained where nothing else was changed', () => {
		fc.assert(
			fc.property(letters, fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }), (text, cuts) => {
				const from = brief(story([text]));
				const source = textOf(from, { articleId: 'a', place: 'body', block: 0, figureId: null }) ?? '';
				let at = 0;
				const marks = cuts.flatMap((gap, index): Mark[] => {
					at += gap + (index > 0 ? 2 : 0);
					const exact = source.slice(at, at + 1);
					if (exact === '') return [];
					const base = { id: `${index}`, number: index + 1, position: at, exact, box: null, state: 'open' as const };
					// Signs that the text does not have: nothing is ambiguous.
					const right = String.fromCodePoint(0x7532 + index);
					at += 1;
					return [{ ...base, kind: 'replace', right, articleId: 'a', place: 'body', block: 0, figureId: null }];
				});
				const changed = marks.reduceRight((now, one) => {
					return now.slice(0, one.position) + one.right + now.slice(one.position + 1);
				}, source);
				const to = brief(story([changed]));
				expect(judgeMarks(from, to, marks)).toEqual(marks);
				const changes = explain(page(from), page(to), marks);
				expect(changes.map((change) => change.mark)).toEqual(marks.map(({ number }) => number));
				expect(judgeMarks(from, from, marks)).toEqual([]);
			}),
		);
	});

	it('explains by marks alone no less than the whole difference', () => {
		fc.assert(
			fc.property(letters, letters, (a, b) => {
				const [from, to] = [brief(story([`甲${a}`])), brief(story([`甲${b}`]))];
				const changes = explain(page(from), page(to), []);
				const size = changes.reduce((sum, { deleted, inserted }) => sum + deleted.length + inserted.length, 0);
				const spot = { articleId: 'a', place: 'body' as const, block: 0, figureId: null };
				expect(size).toBeGreaterThanOrEqual(distance(textOf(from, spot) ?? '', textOf(to, spot) ?? ''));
				if (changes.length === 0) expect(textOf(from, spot)).toBe(textOf(to, spot));
			}),
		);
	});
});

describe('layout', () => {
	const long = (id: string, n: number) =>
		story(
			Array.from({ length: n }, (_, i) => `${id}第${i}段，环湖步道昨天全线贯通，从北桥走到柳浦要两个小时。`),
			{ id, headline: `第${id}篇` },
		);
	const one = brief(long('a', 8), long('b', 6));
	const first = { brief: one, sheet: makeUpPage(one, { budgetMs: 50 }) };

	it('does not change with nothing, and says of a story that came or went', () => {
		expect(explain(first, first, [])).toEqual([]);
		const other = brief(long('a', 8), long('c', 6));
		const second = { brief: other, sheet: makeUpPage(other, { budgetMs: 50 }) };
		const says = explain(first, second, []).map(({ says }) => says);
		expect(says).toContain('《第b篇》撤下了');
		expect(says).toContain('新上版');
	});

	it('is explained by a layout mark of that story, on the whole page, or in a frame over where it stood', () => {
		const moved = structuredClone(first);
		const [block, other] = moved.sheet.blocks;
		block!.box = true;
		other!.box = true;
		const { x, y } = block!.head;
		const about = (articleId: string | null, box: Mark['box'] = null) => {
			const layout = { ...mark(one, 'layout', '', ''), articleId, place: 'page' as const, box };
			return explain(first, moved, [layout]).map((change) => change.mark === layout.number);
		};
		expect(about(block!.story)).toEqual([true, false]);
		expect(about(null)).toEqual([true, true]);
		expect(about(null, { x: x + 1, y: y + 1, w: 2, h: 1 })).toEqual([true, false]);
	});

	it('is explained by the words that made a story longer', () => {
		const text = one.stories[0]!.blocks[0]!.text;
		const asked = mark(one, 'replace', '两个小时', '两个小时，沿途有三处驿站', { articleId: 'a', block: 0 });
		const longer = {
			...one,
			stories: one.stories.map((story) =>
				story.id === 'a'
					? {
							...story,
							blocks: [{ type: 'p' as const, text: text.replace('两个小时', asked.right) }, ...story.blocks.slice(1)],
						}
					: story,
			),
		};
		const sheet = structuredClone(first.sheet);
		const [own, other] = ['a', 'b'].map((id) => sheet.blocks.find(({ story }) => story === id)!);
		own!.head.y += 1;
		other!.head.y += 1;
		const layout = explain(first, { brief: longer, sheet }, [asked]).filter(({ kind }) => kind === 'layout');
		expect(layout.map(({ articleId, mark }) => [articleId, mark])).toEqual(
			sheet.blocks.map(({ story }) => [story, story === 'a' ? asked.number : null]),
		);
	});
});
