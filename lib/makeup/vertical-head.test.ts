import { describe, expect, it } from 'vitest';
import { storyOf } from './fixture';
import { gridOf } from './grid';
import { headTextOf } from './head';
import type { BriefStory, Priority } from './sheet';
import { verticalHeadsOf, verticalLength } from './vertical-head';

const grid = gridOf('对开');
const headsOf = (priority: Priority, headline: string, more: Partial<BriefStory> = {}, widthEm = 13) =>
	verticalHeadsOf(headTextOf(storyOf('a', priority, headline, 300, more)), widthEm, grid);
const rowsOf = (heads: ReturnType<typeof headsOf>) => heads.map((head) => head.parts.map((part) => part.rows));

describe('verticalHeadsOf', () => {
	it('is as long as its characters and one of white above and below', () => {
		// Eight characters of 30 pt: 10 · 30 / 11.25 = 26.7 lines; two rows of four: 16.
		const heads = headsOf(2, '湖上大桥昨日合龙').filter((head) => head.pt === 30);
		expect(heads.map((head) => [head.parts[0]!.rows, head.min])).toEqual([
			[['湖上大桥昨日合龙'], 27],
			[['湖上大桥', '昨日合龙'], 16],
		]);
	});

	it('takes at most two rows of fourteen characters', () => {
		const long = '退休教师在湖畔办起乡村书屋向全镇免费开放';
		const rows = headsOf(2, long).map((head) => head.parts[0]!.rows);
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows.flat()) expect(row.length).toBeLessThanOrEqual(14);
		expect(Math.max(...rows.map((own) => own.length))).toBe(2);
		expect(headsOf(2, `${long}借阅已逾三万册次今又开新馆`)).toEqual([]);
	});

	it('stands labels above, kicker, headline and deck from right to left, the byline below', () => {
		const more = { column: '湖畔人家', kicker: '全会精神在身边', deck: '三个现场的问与答', byline: '本报记者 江月' };
		const [head] = headsOf(2, '湖上大桥昨日合龙', more);
		expect(head!.parts.map((part) => part.role)).toEqual(['column', 'kicker', 'headline', 'deck', 'byline']);
		const [bare] = headsOf(2, '湖上大桥昨日合龙');
		expect(head!.min).toBeGreaterThan(bare!.min);
	});

	it('has none where its rows are too wide for the box, or leave most of it white', () => {
		expect(headsOf(2, '湖上大桥\n昨日合龙', {}, 5)).toEqual([]);
		expect(headsOf(4, '有雨')).toEqual([]);
	});

	it('has none that is lower than what stands in it', () => {
		for (const head of headsOf(3, '老街改造留下三百棵树', { kicker: '澄湖文化遗产保护条例施行两年之后的老城' })) {
			for (const part of head.parts) {
				for (const row of part.rows) expect((verticalLength(row) * part.pt) / 11.25).toBeLessThanOrEqual(head.min);
			}
		}
		expect(rowsOf(headsOf(3, '老街改造留下三百棵树')).length).toBeGreaterThan(0);
	});
});

describe('verticalLength', () => {
	it('counts up to three digits and a single capital as one character', () => {
		expect(verticalLength('20日')).toBe(2);
		expect(verticalLength('A股')).toBe(2);
		expect(verticalLength('2027年')).toBeCloseTo(3.48);
	});
});
