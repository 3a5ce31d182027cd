import { describe, expect, it } from 'vitest';
import { makeupReport, percentile, summarise } from './tables.mjs';

const verdict = { filled: false, holes: 4, overset: 2 };
const baselines = {
	shelf: verdict,
	columns: verdict,
	guillotine: { ...verdict, filled: true, throughCuts: 1, contacts: 2 },
	annealing: verdict,
};
const page = {
	seed: 1,
	kind: 'plain',
	grid: '对开',
	stories: 4,
	density: 1,
	filled: true,
	holes: 0,
	overset: 0,
	msFirst: 100,
	msBest: 300,
	taboos: { T1: 1 },
	hardTaboos: 0,
	faults: [],
	advice: { given: 0, verified: 0 },
	interior: 10,
	exactLines: 8,
	baselines,
};
const missed = {
	...page,
	seed: 2,
	stories: 10,
	filled: false,
	holes: 3,
	taboos: { T2: 1, T11: 1 },
	faults: ['holes'],
	advice: { given: 2, verified: 1 },
};

const measure = { untouched: 86, overLimit: 1, maxStretchEm: 0.13, charsPerSecond: 300_000 };
const lines = { chars: 1000, forbiddenEdges: 0, copies: { news: { measures: { 13: measure } } } };

describe('summarise', () => {
	it('counts what is on the pages that are filled, and the advice for those that are not', () => {
		expect(summarise([page, { ...page, taboos: { T2: 1, T7: 2 }, msFirst: 300 }, missed, missed])).toMatchObject({
			pages: 4,
			filled: 50,
			firstP50: 100,
			firstP95: 300,
			contacts: 0.5,
			uncut: 50,
			upright: 50,
			exactLines: 80,
			missed: 2,
			advised: 2,
			adviceGiven: 4,
			adviceVerified: 2,
		});
	});
});

describe('makeupReport', () => {
	const { text, figures } = makeupReport([page, missed], lines);
	it('has a row for each number of stories, kind and sheet, and names every page that is not filled', () => {
		expect(Object.keys(figures.stories)).toEqual(['4', '10']);
		expect(text).toContain('未满：种子 2，天窗 3 格，溢文 0 字，不符：holes');
		expect(figures.missed).toHaveLength(1);
	});
	it('has the lines alone', () => expect(text).toContain('新闻稿，13 字栏'));
	it('sets the baselines beside', () => {
		expect(figures.baselines.shelf).toEqual({ filled: 0, holes: 4, overset: 2, uncut: null, contacts: null });
		expect(figures.baselines.guillotine).toEqual({ filled: 100, holes: 4, overset: 2, uncut: 0, contacts: 2 });
	});
});

it('percentile takes the value that so many of a hundred do not pass', () => {
	const values = Array.from({ length: 100 }, (_, i) => 100 - i);
	expect([percentile(values, 95), percentile(values, 50), percentile([], 95), percentile([7], 95)]).toEqual([
		95,
		50,
		null,
		7,
	]);
});
