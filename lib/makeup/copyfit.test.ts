import { describe, expect, it } from 'vitest';
import { fitCopy } from './copyfit';
import { sixStories as brief, copyOf, storyOf } from './fixture';
import { makeUpPage } from './make-up-page';
import { remakePage } from './remake';
import type { BriefStory } from './sheet';
import { isFull } from './solve';

const quick = { budgetMs: 100, advice: false };
const made = { brief, sheet: makeUpPage(brief, quick) };
const school = brief.stories.find((story) => story.id === 'school')!;
const roomLines = made.sheet.blocks
	.find((block) => block.story === 'school')!
	.frames.reduce((sum, frame) => sum + frame.h, 0);

/** The story with so many more paragraphs of one line each. */
const longer = (by: number): BriefStory => ({
	...school,
	blocks: [...school.blocks, ...Array.from({ length: by }, () => ({ type: 'p' as const, text: '湖。' }))],
});

describe('fitCopy', () => {
	it('measures the story as it stands: exact, and the page stays', () => {
		const same = { lines: roomLines, needed: roomLines, page: 'same' };
		expect(fitCopy(made, structuredClone(school))).toEqual(same);
		const reversed = Object.fromEntries(Object.entries(school).reverse()) as unknown as BriefStory;
		expect(fitCopy(made, reversed)).toEqual(same);
	});

	it('counts what is too much in lines, and looks whether the frame can take it', () => {
		const [few, many] = [fitCopy(made, longer(6))!, fitCopy(made, longer(40))!];
		expect(few.lines).toBe(roomLines);
		expect(few.needed).toBeGreaterThan(roomLines);
		expect(many.needed - few.needed).toBe(34);
		expect(many.page).toBe('remake');
	});

	it('counts what is missing in lines', () => {
		const less = { ...school, blocks: school.blocks.slice(0, -1) };
		const fit = fitCopy(made, less)!;
		expect(fit.lines).toBe(roomLines);
		expect(fit.needed).toBeLessThan(roomLines);
		expect(fit.page).not.toBe('same');
	});

	it('says of the page what happens to it', () => {
		for (const by of [0, 1, 2, 4, 8]) {
			const story = longer(by);
			const fit = fitCopy(made, story)!;
			const next = { ...brief, stories: brief.stories.map((each) => (each === school ? story : each)) };
			const again = remakePage(made, next, quick);
			const others = again.blocks.filter((block) => block.story !== 'school');
			const stay = others.every((block) => {
				const { order: _, ...was } = made.sheet.blocks.find((each) => each.story === block.story)!;
				const { order: __, ...is } = block;
				return JSON.stringify(is) === JSON.stringify(was);
			});
			expect([by, fit.page !== 'remake']).toEqual([by, isFull(again) && stay]);
		}
	});

	it('measures anew where the head has changed', () => {
		const fit = fitCopy(made, { ...school, deck: '晚上七点，教室里的灯一排排亮起来' })!;
		expect(fit.page).not.toBe('same');
		expect(fit.needed).toBeGreaterThan(0);
	});

	it('has no room for a story that is not on the page', () => {
		expect(fitCopy(made, storyOf('other', 3, '别处的稿子', 300))).toBeUndefined();
	});

	it('lets a story of thousands of characters in a room of hundreds be far too much', () => {
		const fit = fitCopy(made, { ...school, blocks: copyOf(4000, 3) })!;
		expect(fit.needed).toBeGreaterThan(3 * fit.lines);
		expect(fit.page).toBe('remake');
	});
});
