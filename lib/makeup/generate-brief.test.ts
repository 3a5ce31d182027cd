import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { storyOf } from './fixture';
import { areaOf, briefOf, densityOf, protocol, protocolRecipe } from './generate-brief';
import { gridOf } from './grid';
import type { Brief } from './sheet';

const hash = (brief: Brief) => createHash('sha256').update(JSON.stringify(brief)).digest('hex').slice(0, 12);
const seeds = [...Array.from({ length: 28 }, (_, i) => 1 + 7 * i), 1001, 1200];

describe('briefOf', () => {
	it.each([
		[1, '9cda024d9173'],
		[2, '46aca3d53e3b'],
		[20, 'd8b56b419aa1'],
		[1001, '420a65336e37'],
		[1200, '4a65b83dcb6f'],
	])('is frozen: the brief of seed %d is %s', (seed, pinned) => {
		expect(hash(briefOf(protocolRecipe(seed)))).toBe(pinned);
	});

	it('gives the density, stories, pictures, advertisements and nameplate asked for', () => {
		for (const seed of seeds) {
			const recipe = protocolRecipe(seed);
			const brief = briefOf(recipe);
			expect(Math.abs(densityOf(brief) - recipe.density)).toBeLessThan(0.006);
			expect(brief.stories).toHaveLength(recipe.stories);
			expect(brief.stories.flatMap(({ figures }) => figures)).toHaveLength(recipe.pictures);
			expect(brief.anchors.filter(({ kind }) => kind === 'ad')).toHaveLength(recipe.ads);
			expect(brief.anchors.some(({ kind }) => kind === 'nameplate')).toBe(recipe.nameplate);
			for (const { headline } of brief.stories) {
				expect(headline.length).toBeGreaterThanOrEqual(9);
				expect(headline.length).toBeLessThanOrEqual(18);
			}
		}
	});

	it('has every kind on both sheets with 4 to 10 stories in every 56 seeds', () => {
		const recipes = Array.from({ length: 56 }, (_, i) => protocolRecipe(protocol.report[0] + i));
		expect(new Set(recipes.map(({ kind, grid, stories }) => `${kind} ${grid} ${stories}`)).size).toBe(56);
	});
});

describe('areaOf', () => {
	const grid = gridOf('对开');
	const story = storyOf('a', 2, '跨湖大桥昨日合龙', 0, { blocks: [{ type: 'p', text: '湖'.repeat(128) }] });

	it('counts as a make-up editor does', () => {
		// 41 em over three columns: 11 of 36 pt fit a row; 36 / 11.25 = 3.2 and two lines of white: 6 lines × 3 columns.
		// 128 + 2 characters at 13 a line: 10 lines. A line of white under three columns.
		expect(areaOf(story, grid)).toBe(6 * 3 + 10 + 3);
		// 27 em × 0.667 / 1.25 = 14.4 lines, two for caption and white: 16 lines × 2 columns.
		const figures = [{ id: 'p', width: 1200, height: 800 }];
		expect(areaOf({ ...story, figures }, grid)).toBe(31 + 16 * 2);
	});

	it('takes anchors and their line of white off the page', () => {
		const brief: Brief = {
			version: 1,
			grid: '对开',
			page: { no: 1, name: '', date: '', paper: '' },
			anchors: [{ kind: 'ad', x: 0, y: 103, w: 222, h: 20 }],
			stories: [story],
		};
		expect(densityOf(brief)).toBeCloseTo((31 - 8) / (8 * 123 - 8 * 21), 10);
	});
});
