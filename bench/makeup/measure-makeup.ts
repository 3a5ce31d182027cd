import { setImmediate as breathe } from 'node:timers/promises';
import { checkSheet, type SheetCheck } from '../../lib/makeup/check-sheet.ts';
import { type BriefKind, briefOf, protocol, protocolRecipe } from '../../lib/makeup/generate-brief.ts';
import { makeUpPage } from '../../lib/makeup/make-up-page.ts';
import type { Brief, GridName, Sheet } from '../../lib/makeup/sheet.ts';
import { annealing } from './annealing.ts';
import { applyAdvice } from './apply-advice.ts';
import { cssColumns } from './css-columns.ts';
import { greedyShelf } from './greedy-shelf.ts';
import { plainPage, type Verdict } from './plain-page.ts';

/** What came of one brief. A page is filled when it is exact within the limit and the checker finds nothing wrong with it. */
export interface PageFigures {
	seed: number;
	kind: BriefKind;
	grid: GridName;
	stories: number;
	density: number;
	filled: boolean;
	holes: number;
	/** Characters left over. */
	overset: number;
	msFirst: number;
	msBest: number;
	/** T1–T11 as the checker counts them. */
	taboos: Record<string, number>;
	hardTaboos: number;
	/** Rules of the checker that the sheet breaks. */
	faults: string[];
	/** Of a page that is not filled: advice given, and how much of it was followed and filled the page. */
	advice: { given: number; verified: number };
	/** Interior lines, and those set without any adjustment. */
	interior: number;
	exactLines: number;
	baselines: Record<Baseline, Verdict & { throughCuts?: number; contacts?: number }>;
}

export const baselines = ['shelf', 'columns', 'guillotine', 'annealing'] as const;
export type Baseline = (typeof baselines)[number];

export interface MeasureSettings {
	seeds: number[];
	/** Given to the engine for improving a page. */
	budgetMs: number;
	note: (text: string) => void;
	signal?: AbortSignal;
}

/** Wall time after which a page counts as not filled. */
export const limitMs = 5000;

/** Makes up, checks and measures every brief, one after the other in this process. */
export async function measureMakeup({ seeds, budgetMs, note, signal }: MeasureSettings): Promise<PageFigures[]> {
	measurePage(protocol.tune[1], budgetMs); // The first page pays for the compiler.
	const pages: PageFigures[] = [];
	for (const seed of seeds) {
		signal?.throwIfAborted();
		pages.push(measurePage(seed, budgetMs));
		const filled = pages.filter((page) => page.filled).length;
		note(`${pages.length}/${seeds.length} 版，满版 ${filled}`);
		await breathe();
	}
	return pages;
}

const now = () => performance.now();

function measurePage(seed: number, budgetMs: number): PageFigures {
	const { kind, ...recipe } = protocolRecipe(seed);
	const brief = briefOf(recipe);
	const sheet = makeUpPage(brief, { budgetMs, seed: 1, now });
	const check = checkSheet(brief, sheet);
	const { holes, overset, taboos, hardTaboos, interior } = check.counts;
	const { msFirst, msBest } = sheet.stats;
	const filled = isExact(check) && msFirst <= limitMs && check.faults.length === 0;
	return {
		seed,
		kind,
		grid: recipe.grid,
		stories: recipe.stories,
		density: recipe.density,
		filled,
		holes,
		overset: overset.reduce((sum, { chars }) => sum + chars, 0),
		msFirst,
		msBest,
		taboos,
		hardTaboos,
		faults: [...new Set(check.faults.map(({ rule, text }) => (rule === 'taboo' ? text.split(' ')[0]! : rule)))],
		advice: filled ? { given: 0, verified: 0 } : follow(brief, sheet, budgetMs),
		interior: interior.exact + interior.squeeze + interior.stretch,
		exactLines: interior.exact,
		baselines: measureBaselines(brief, seed),
	};
}

function isExact({ counts }: SheetCheck): boolean {
	return counts.holes === 0 && counts.overset.length === 0;
}

/** Does what each piece of advice says, and makes the page up again. */
function follow(brief: Brief, sheet: Sheet, budgetMs: number): PageFigures['advice'] {
	const changed = sheet.advice.map((advice) => applyAdvice(brief, sheet.grid, advice));
	const verified = changed.filter((next) => {
		return next !== undefined && isExact(checkSheet(next, makeUpPage(next, { budgetMs, seed: 1, advice: false })));
	});
	return { given: sheet.advice.length, verified: verified.length };
}

function measureBaselines(brief: Brief, seed: number): PageFigures['baselines'] {
	const page = plainPage(brief);
	return {
		shelf: greedyShelf(page),
		columns: cssColumns(page),
		guillotine: guillotine(brief),
		annealing: annealing(page, seed),
	};
}

/**
 * The guillotine dynamic programme (after Gange, Marriott and Stuckey, 2012): the engine without any search beyond its cuts
 * from edge to edge. It has the engine's exact shapes, which theirs had not.
 */
function guillotine(brief: Brief): PageFigures['baselines']['guillotine'] {
	const sheet = makeUpPage(brief, { budgetMs: 0, seed: 1, advice: false });
	const check = checkSheet(brief, sheet);
	const { holes, taboos } = check.counts;
	const overset = sheet.free.overset.reduce((sum, { lines }) => sum + lines, 0);
	const filled = isExact(check) && check.faults.length === 0;
	return { filled, holes, overset, throughCuts: taboos.T2 ?? 0, contacts: taboos.T1 ?? 0 };
}
