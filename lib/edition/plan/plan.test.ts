import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedStory } from '../read';
import { againstPlan, type PlannedPage, planLines, type SlotRow, tallyOf } from './plan';

const slot = (label: string, priority: SlotRow['priority'], articleId: string | null = null): SlotRow => ({
	...{ id: label, label, priority, articleId, plannedWords: 500, order: 1, columnId: null, columnName: null },
});
const story = (articleId: string, priority: PlacedStory['priority'], words = 400): PlacedStory => ({
	...{ articleId, priority, words, headline: articleId, state: 'placed' },
});
const page = (slots: SlotRow[], stories: PlacedStory[]): Pick<PlannedPage, 'slots' | 'stories'> => ({ slots, stories });

/** As one reads it: `[slot] story`, `<` first and `>` last of its kind and rank. */
const shown = (...given: Parameters<typeof page>) =>
	planLines(page(...given)).map(
		({ slot, story, isFirst, isLast }) =>
			`${isFirst ? '<' : ''}${slot ? `[${slot.label}]` : ''}${story?.articleId ?? ''}${isLast ? '>' : ''}`,
	);

describe('planLines', () => {
	it('has by rank the slots in their order, filled or not, then the stories without one', () => {
		const slots = [slot('头条', 1, 'a'), slot('侧记', 3), slot('消息', 3, 'c')];
		expect(shown(slots, [story('a', 1), story('b', 3), story('c', 3), story('d', 3), story('e', 4)])).toEqual([
			'<[头条]a>',
			'<[侧记]',
			'[消息]c>',
			'<b',
			'd>',
			'<e>',
		]);
	});

	it('shows every slot and every story once, by rank, whatever the plan says', () => {
		const rank = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
		const some = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), rank, filled: fc.boolean() }), {
			selector: ({ id }) => id,
		});
		fc.assert(
			fc.property(some, some, (planned, loose) => {
				const slots = planned.map(({ id, rank, filled }) => slot(`s${id}`, rank, filled ? `in${id}` : null));
				const stories = [
					...planned.flatMap(({ id, rank, filled }) => (filled ? [story(`in${id}`, rank)] : [])),
					...loose.map(({ id, rank }) => story(`out${id}`, rank)),
				];
				const lines = planLines(page(slots, stories));
				const ids = (all: (string | undefined)[]) => all.flatMap((id) => id ?? []).sort();
				expect(ids(lines.map((line) => line.slot?.id))).toEqual(ids(slots.map(({ id }) => id)));
				expect(ids(lines.map((line) => line.story?.articleId))).toEqual(ids(stories.map((s) => s.articleId)));
				const ranks = lines.map((line) => line.slot?.priority ?? line.story?.priority ?? 0);
				expect(ranks).toEqual(ranks.toSorted());
			}),
		);
	});
});

it('tallies what is planned against what is there', () => {
	const pages = [page([slot('a', 1, 'x'), slot('b', 3)], [story('x', 1, 620)]), page([], [story('y', 3, 80)])];
	expect(tallyOf(pages)).toEqual({ slots: 2, free: 1, planned: 1000, stories: 2, words: 700 });
});

describe('againstPlan', () => {
	it.each([
		[620, 500, '超 120 字'],
		[420, 500, '少 80 字'],
		[525, 500, '正合计划'],
		[475, 500, '正合计划'],
		[526, 500, '超 26 字'],
		[0, 1200, '少 1,200 字'],
	])('%i of %i is %s', (words, planned, said) => {
		expect(againstPlan(words, planned)).toBe(said);
	});
});
