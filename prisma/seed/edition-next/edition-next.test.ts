import { describe, expect, test } from 'vitest';
import { Body, blockTexts, plainText } from '@/lib/article/body';
import { checkStory } from '@/lib/check/engine';
import { paragraphs, plainSettings } from '@/lib/check/rule-table';
import { countWords } from '@/lib/text';
import type { Story } from '@/prisma/seed/story';
import { type DemoMark, schoolMarks, schoolMends, secondMarks, thirdPageMarks } from './marks';
import { nextPages } from './pages';
import { nextPlan } from './plan';
import { poolStories } from './pool';

const placed = nextPages.flatMap((page) => page.stories);
const stories = [...placed, ...Object.values(poolStories).flat()];
const named = stories.map((story) => [story.key, story] as const);
const wordsOf = (story: Story) => countWords(plainText({ content: story.body }));

/** Every text that is printed, a string a paragraph. */
function textsOf({ kicker, headline, deck, dateline, body }: Story): string[] {
	return [...[kicker, headline, deck, dateline].filter((text) => text !== undefined), ...body.flatMap(blockTexts)];
}

test('keys name the edition and are of one story each', () => {
	expect(new Set(stories.map(({ key }) => key)).size).toBe(stories.length);
	for (const { key } of stories) expect(key).toMatch(/^(?:next|pool)-/);
});

test('every story stands in a slot of its rank and column, near the length that was planned', () => {
	const slots = nextPlan.map((plan) => plan.slots);
	for (const [index, page] of nextPages.entries()) {
		for (const story of page.stories) {
			const slot = slots[index]?.find((one) => one.story === story.key);
			if (!slot) continue;
			expect([slot.label, slot.priority, slot.column]).toEqual([slot.label, story.priority, story.column]);
			const share = wordsOf(story) / slot.plannedWords;
			expect([story.key, share > 0.6 && share < 1.4]).toEqual([story.key, true]);
		}
	}
	for (const slot of slots.flat().filter(({ story }) => story)) {
		expect(placed.some(({ key }) => key === slot.story)).toBe(true);
	}
	expect(slots.flat().filter(({ story }) => !story)).toHaveLength(2);
});

describe.each(named)('%s', (_key, story) => {
	test('has a body that the schema accepts and a head of 8 to 16 字', () => {
		expect(Body.safeParse({ type: 'doc', content: story.body }).error).toBeUndefined();
		const rows = story.headline.split('\n');
		const head = [...rows.join('')].length;
		expect([story.headline, head >= 7 && head <= 16 && rows.length <= 2]).toEqual([story.headline, true]);
	});

	test('holds nothing that the checks call an error', () => {
		const hits = checkStory(paragraphs(...textsOf(story)), plainSettings);
		expect(hits.filter(({ severity }) => severity === 'error').map(({ text }) => text)).toEqual([]);
	});

	test('names no year and no day of the calendar', () => {
		for (const text of textsOf(story))
			expect(text).not.toMatch(/\d{4}年|\d{1,2}月\d{1,2}日|(?:星期|周)[一二三四五六日]/);
	});
});

describe('marks and mends', () => {
	const all: DemoMark[] = [
		...schoolMarks.mended,
		schoolMarks.refused.mark,
		schoolMarks.done,
		...secondMarks,
		...thirdPageMarks,
	];
	const textOf = (key: string) => {
		const story = placed.find((one) => one.key === key);
		return story ? textsOf(story).join('\n') : '';
	};

	test.each(all.map((mark) => [`${mark.story} ${mark.at ?? mark.note}`, mark] as const))('%s', (_name, mark) => {
		const words = mark.at?.replace(/[[\]]/g, '') ?? '';
		expect(textOf(mark.story).split(words).length > 1 || words === '').toBe(true);
		expect(textOf(mark.story)).not.toBe('');
	});

	test('mend what they were asked to, and one thing more', () => {
		for (const { from } of schoolMends) expect(textOf('next-school').split(from)).toHaveLength(2);
		expect(schoolMends.length).toBe(schoolMarks.mended.length + 1);
	});

	test('page 3 has one mark of each kind', () => {
		expect(thirdPageMarks.map(({ kind }) => kind).sort()).toEqual([
			'delete',
			'insert',
			'layout',
			'query',
			'replace',
			'transpose',
		]);
	});
});
