import { describe, expect, it } from 'vitest';
import { storyOf } from './fixture';
import { gridOf, linesOfPt, spanUnits } from './grid';
import { capacityOf, headLinesOf, headsOf, headTextOf, lastResortHead, letterSpaceEm } from './head';
import { displayWidth } from './rows';
import type { BriefStory, Priority } from './sheet';

const broadsheet = gridOf('对开');
const tabloid = gridOf('四开');
const em = (cols: number) => spanUnits(tabloid, cols) / 2;
const textOf = (priority: Priority, headline: string, more: Partial<BriefStory> = {}) =>
	headTextOf(storyOf('a', priority, headline, 300, more));

describe('the textbook’s arithmetic', () => {
	it('two columns of 13 em are 27 em; six hold 24 characters of 30 pt, of a 四开 21', () => {
		expect(spanUnits(broadsheet, 2) / 2).toBe(27);
		expect(spanUnits(broadsheet, 8) / 2).toBe(111);
		expect(Math.floor(capacityOf(spanUnits(broadsheet, 6) / 2, 30))).toBe(24);
		expect(Math.floor(capacityOf(em(6), 30))).toBe(21);
	});

	it('rows of 30 and 21 pt are 8 lines: 51 pt are 4.53 lines, and three lines of white', () => {
		expect(linesOfPt(broadsheet, 51)).toBeCloseTo(4.53);
		expect(headLinesOf([30, 21], 1, broadsheet)).toBe(8);
	});

	it('a head is as high as its rows, with 0.6 to 2 lines of white above, between and below, one at best', () => {
		const [head] = headsOf(textOf(2, '跨湖大桥昨日合龙', { kicker: '比计划早二十天' }), em(3), tabloid);
		expect(head!.parts.map(({ pt }) => pt)).toEqual([18, 30]);
		// 48 pt are 4.27 lines; three gaps.
		expect(head).toMatchObject({ min: 7, ideal: 8, max: 11 });
	});
});

describe('headsOf', () => {
	it('sets a headline as big as its rank and width allow', () => {
		const text = textOf(1, '一湖清水养一城人');
		expect(headsOf(text, em(6), tabloid)[0]!.pt).toBe(54);
		for (const head of headsOf(text, em(3), tabloid)) {
			for (const row of head.parts[0]!.rows) expect((row.length * head.pt) / 9).toBeLessThanOrEqual(em(3));
		}
	});

	it('never gives a lesser rank the bigger head', () => {
		const sizes = ([1, 2, 3, 4] as const).map((priority) =>
			headsOf(textOf(priority, '湖上大桥昨日合龙'), em(3), tabloid).map((head) => head.pt),
		);
		for (const [rank, lesser] of sizes.slice(1).entries()) {
			expect(Math.max(...lesser)).toBeLessThan(Math.min(...sizes[rank]!));
		}
	});

	it('takes two rows at most, three in a narrow column for a lesser rank', () => {
		const long = '退休教师在湖畔办起乡村书屋向全镇免费开放';
		const rows = (priority: Priority, cols: number) =>
			headsOf(textOf(priority, long), em(cols), tabloid).map((head) => head.parts[0]!.rows.length);
		expect(rows(2, 1)).toEqual([]);
		expect(Math.max(...rows(2, 3))).toBe(2);
		expect(Math.max(...rows(4, 1))).toBe(3);
	});

	it('keeps names and book titles whole, the upper row rather shorter', () => {
		const byline = '□ 区委书记 沈清和';
		for (const headline of ['专访区委书记沈清和：把湖水还给全城', '读懂《湖泊保护条例》里的每一个数字']) {
			for (const cols of [2, 3]) {
				for (const head of headsOf(textOf(2, headline, { byline }), em(cols), tabloid)) {
					const { rows } = head.parts[0]!;
					for (const whole of ['沈清和', '《湖泊保护条例》']) {
						if (headline.includes(whole)) expect(rows.some((row) => row.includes(whole))).toBe(true);
					}
				}
			}
		}
		const [head] = headsOf(textOf(2, '宣讲团走进车间听见最朴素的回答'), em(3), tabloid);
		const [upper, lower] = head!.parts[0]!.rows.map(displayWidth);
		expect(upper!).toBeLessThanOrEqual(lower!);
	});

	it('breaks before a name, and has no head where a title would be broken', () => {
		const byline = '□ 区委书记 沈清和';
		const heads = headsOf(textOf(2, '专访书记沈清和谈治湖', { byline }), 20, tabloid);
		expect(new Set(heads.map((head) => head.parts[0]!.rows[1]))).toEqual(new Set(['沈清和谈治湖']));
		expect(headsOf(textOf(4, '读懂《湖泊保护条例》'), 8, tabloid)).toEqual([]);
	});

	it('stands its parts in order, kicker and deck half as big as the headline or a little more', () => {
		const [head] = headsOf(
			textOf(1, '宣讲走进\n车间村头', {
				series: '奋进新征程',
				column: '一把手访谈',
				kicker: '把精神讲到心里',
				deck: '——三个现场的问与答',
				byline: '本报记者 江月',
			}),
			em(6),
			tabloid,
		);
		expect(head!.parts.map((part) => part.role)).toEqual(['series', 'column', 'kicker', 'headline', 'deck', 'byline']);
		expect(head!.parts[3]!.rows).toEqual(['宣讲走进', '车间村头']);
		for (const part of [head!.parts[2]!, head!.parts[4]!]) {
			expect(part.pt / head!.pt).toBeGreaterThanOrEqual(0.5);
			expect(part.pt / head!.pt).toBeLessThanOrEqual(0.6);
		}
	});

	it('sets its texts with full-width marks, forced breaks kept', () => {
		const [head] = headsOf(textOf(2, '修渠,修路\n也修灯', { byline: '□ 书记,镇长 沈清和' }), em(3), tabloid);
		expect(head!.parts.map((part) => part.rows)).toEqual([['修渠，修路', '也修灯'], ['□ 书记，镇长 沈清和']]);
	});

	it('takes a size that the editor asks for', () => {
		expect(headsOf(textOf(3, '河埠头的灯亮了'), em(3), tabloid, 28).map((head) => head.pt)).toEqual([28]);
	});

	it('has a last resort for any headline at any width', () => {
		expect(headsOf(textOf(1, '一'.repeat(80)), em(1), tabloid)).toEqual([]);
		expect(lastResortHead(textOf(1, '一'.repeat(80)), em(1), tabloid).parts[0]!.rows.join('')).toBe('一'.repeat(80));
		expect(lastResortHead(textOf(4, ''), em(1), tabloid).parts).toHaveLength(1);
	});
});

describe('letterSpaceEm', () => {
	const part = (role: 'headline' | 'byline', row: string, pt = 30) => ({ role, pt, rows: [row] });

	it('spreads a short headline by a quarter of its size at most', () => {
		expect(letterSpaceEm(part('headline', '灯亮了'), 47)).toBe(0.25);
		// Eight characters of 30 pt in 35 em: 10.5 would fit, 0.8 of them is 8.4.
		expect(letterSpaceEm(part('headline', '湖上大桥昨日合龙'), 35)).toBeCloseTo(0.05, 5);
	});

	it('leaves full rows, long ones, single characters and bylines as they are', () => {
		expect(letterSpaceEm(part('headline', '湖上大桥昨日合龙'), 28)).toBe(0);
		expect(letterSpaceEm(part('headline', '退休教师在湖畔办起乡村书屋'), 111)).toBe(0);
		expect(letterSpaceEm(part('headline', '灯'), 47)).toBe(0);
		expect(letterSpaceEm(part('byline', '江月', 9), 47)).toBe(0);
	});

	it('never makes a row wider than its width', () => {
		for (let width = 10; width < 111; width++) {
			const row = '湖上大桥昨日';
			const space = letterSpaceEm(part('headline', row), width);
			const set = ((6 + 5 * space) * 30) / 9;
			if (space > 0) expect(set).toBeLessThanOrEqual(0.8 * width + 1e-9);
		}
	});
});
