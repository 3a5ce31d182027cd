import { describe, expect, it } from 'vitest';
import { storyOf } from './fixture';
import { gridOf, spanUnits } from './grid';
import { headsOf } from './head';

const broadsheet = gridOf('对开');
const tabloid = gridOf('四开');
const em = (cols: number) => spanUnits(tabloid, cols) / 2;

describe('grid', () => {
	it('has the widths of the textbook: two columns of 13 em are 27 em, six hold 24 characters of 30 pt', () => {
		expect(spanUnits(broadsheet, 2) / 2).toBe(27);
		expect(spanUnits(broadsheet, 8) / 2).toBe(111);
		expect(em(6)).toBe(71);
		expect(Math.floor(((spanUnits(broadsheet, 6) / 2) * 9) / 30)).toBe(24);
		expect(Math.floor((em(6) * 9) / 30)).toBe(21);
	});
});

describe('headsOf', () => {
	it('sets a headline as big as its rank and width allow', () => {
		const story = storyOf('a', 1, '一湖清水养一城人', 500);
		expect(headsOf(story, em(6), tabloid)[0]!.pt).toBe(54);
		expect(Math.max(...headsOf(story, em(3), tabloid).map((head) => head.pt))).toBeLessThanOrEqual(54);
		for (const head of headsOf(story, em(3), tabloid)) {
			for (const row of head.parts[0]!.rows) expect((row.length * head.pt) / 9).toBeLessThanOrEqual(em(3));
		}
	});

	it('never gives a lesser rank the bigger head', () => {
		const sizes = ([1, 2, 3, 4] as const).map((priority) =>
			headsOf(storyOf('a', priority, '湖上大桥昨日合龙', 300), em(3), tabloid).map((head) => head.pt),
		);
		for (const [rank, lesser] of sizes.slice(1).entries()) {
			expect(Math.max(...lesser)).toBeLessThan(Math.min(...sizes[rank]!));
		}
	});

	it('stands its parts in order and is as high as they are, with white between', () => {
		const [head] = headsOf(
			storyOf('a', 2, '宣讲走进\n车间村头', 300, {
				series: '奋进新征程',
				column: '一把手访谈',
				kicker: '把精神讲到心里',
				deck: '——三个现场的问与答',
				byline: '本报记者 江月',
			}),
			em(3),
			tabloid,
		);
		expect(head!.parts.map((part) => part.role)).toEqual(['series', 'column', 'kicker', 'headline', 'deck', 'byline']);
		expect(head!.parts[3]!.rows).toEqual(['宣讲走进', '车间村头']);
		const points = head!.parts.reduce((sum, part) => sum + part.pt * part.rows.length, 0);
		expect(head!.min).toBeGreaterThan(points / 11.25);
		expect(head!.max).toBeGreaterThan(head!.min);
	});

	it('sets its texts with full-width marks, forced breaks kept', () => {
		const [head] = headsOf(storyOf('a', 2, '修渠,修路\n也修灯', 300, { byline: '□ 书记,镇长 沈清和' }), em(3), tabloid);
		expect(head!.parts.map((part) => part.rows)).toEqual([['修渠，修路', '也修灯'], ['□ 书记，镇长 沈清和']]);
	});

	it('has a head for any headline at any width', () => {
		const long = storyOf('a', 1, '一'.repeat(80), 300);
		expect(headsOf(long, em(1), tabloid)[0]!.parts[0]!.rows.join('')).toBe('一'.repeat(80));
		expect(headsOf(storyOf('b', 4, '', 100), em(1), tabloid)).toHaveLength(1);
	});
});
