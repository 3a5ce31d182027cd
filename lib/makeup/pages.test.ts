import { describe, expect, it } from 'vitest';
import { asciiOf } from './ascii';
import { checkSheet } from './check-sheet';
import { randomOf } from './fixture';
import { briefOf, protocolRecipe } from './generate-brief';
import { makeUpPage, makeUpPages } from './make-up-page';
import { frameOf } from './remake';
import type { Brief, Sheet } from './sheet';
import { isFull } from './solve';

/** One brief of each kind on both sheets, 4 to 8 stories. */
const seeds = [9, 10, 19, 20, 29, 30, 39, 46];
const pages = seeds.map((seed) => {
	const brief = briefOf(protocolRecipe(seed));
	const steps = [...makeUpPages(brief, { budgetMs: 300 })];
	return { name: `${protocolRecipe(seed).kind}, ${brief.grid}, seed ${seed}`, brief, steps, sheet: steps.at(-1)! };
});

describe.each(pages)('$name', ({ brief, steps, sheet }) => {
	it('is full to the line and honest', () => {
		expect(isFull(sheet)).toBe(true);
		expect(checkSheet(brief, sheet).faults).toEqual([]);
	});

	it('has no taboo that must not be', () => {
		expect(sheet.taboos.filter(({ weight }) => weight >= 1000)).toEqual([]);
	});

	it('gives the highest rank the top left corner below what is fixed', () => {
		const fixed = Math.max(0, ...brief.anchors.filter((anchor) => anchor.y === 0).map((anchor) => anchor.h + 1));
		const [lead] = sheet.blocks;
		expect([lead!.head.x, lead!.head.y - (lead!.box ? 1 : 0)]).toEqual([lead!.box ? 2 : 0, fixed]);
	});

	it('was exact from the first page on, and only got better', () => {
		expect(steps.every(isFull)).toBe(true);
		const totals = steps.map(({ score }) => score.total!);
		expect(totals).toEqual(totals.toSorted((a, b) => b - a));
	});
});

describe('the search', () => {
	const { brief, sheet } = pages[3]!;

	it('gives the same page for the same brief, budget and seed', () => {
		expect(makeUpPage(structuredClone(brief), { budgetMs: 300 })).toEqual(sheet);
	});

	it('ties most pages so that no rule runs through', () => {
		const cut = pages.filter((page) => page.sheet.taboos.some(({ id }) => id === 'T2'));
		expect(cut.length).toBeLessThanOrEqual(2);
	});

	it.each([1, 2, 3, 4, 5])('holds any locked frames, %i', (seed) => {
		const random = randomOf(seed * 7919);
		const held = sheet.blocks.filter(() => random() < 0.6).map((block) => frameOf(block, sheet.grid));
		const again = makeUpPage({ ...brief, locks: held }, { budgetMs: 0 });
		const frames = again.blocks.map((block) => frameOf(block, sheet.grid));
		for (const frame of held) expect(frames).toContainEqual(frame);
		expect(isFull(again)).toBe(true);
	});
});

/** A page as a page editor would sketch it. */
function sketch(brief: Brief, sheet: Sheet): string {
	return `\n${asciiOf(sheet, brief.anchors)}`;
}

describe('maps', () => {
	it('a page with pictures', () => {
		const { brief, sheet } = pages[1]!;
		expect(sketch(brief, sheet)).toMatchInlineSnapshot(`
			"
			AAAAAAAAAAAAAAA
			AAAAAAAAAAAAAAA CCCCCCC
			AAAAAAAAAAAAAAA CCCCCCC
			AAAAAAAAAAAAAAA CCCCCCC
			AAAAAAAAAAAAAAA CCCCCCC
			AAAAAAAAAAAAAAA CCCCCCC
			%%%%%aaaaaaaaaa ccccccc
			%%%%%aaaaaaaaaa ccccccc
			%%%%%aaaaaaaaaa ccccccc
			%%%%%aaaaaaaaaa ccccccc
			%%%%%aaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			aaaaaaaaaaaaaaa ccccccc
			BBBBBBBBBBBBBBB ccccccc
			BBBBBBBBBBBBBBB ccccccc
			BBBBBBBBBBBBBBB ccccccc
			bbb bbb bbb bbb ccccccc
			bbb bbb bbb bbb DDDDDDD
			bbb bbb bbb bbb DDDDDDD
			bbb bbb bbb bbb DDDDDDD
			bbb bbb bbb bbb ddddddd
			bbb bbb bbb bbb ddddddd
			bbb bbb bbb bbb ddddddd
			bbb bbb bbb bbb ddddddd
			bbb bbb bbb bbb ddddddd
			bbb bbb bbb bbb ddddddd
			bbb bbb EEEEEEEEEEEEEEE
			bbb bbb EEEEEEEEEEEEEEE
			bbb bbb EEEEEEEEEEEEEEE
			bbb bbb eeeeeeeeeeeeeee
			bbb bbb eeeeeeeeeeeeeee

			A 头条 新港学校南塘老师傅打开八方来客
			B 次条 南塘食堂打开十年之约
			C 一般 柳湾志愿者柳湾工厂办好十年之约
			D 简讯 新港湿地用上乡愁 久久为功
			E 简讯 白沙码头迎来第一条公交
			"
		`);
	});
});
