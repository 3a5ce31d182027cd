import { adviceOn } from './advice';
import type { Frame } from './assemble';
import { normalize } from './normalize';
import { toProblem } from './problem';
import type { Brief, BriefStory, Grid, Sheet } from './sheet';
import { exactPages, isFull, loosePage, type Problem, type Solution } from './solve';

export interface MakeUpOptions {
	/**
	 * How long the search may go on improving the page, in milliseconds of a common machine: counted in
	 * combinations, not by a clock, so that the same brief, budget and seed always give the same page.
	 */
	budgetMs?: number;
	/** Another seed may find another page. */
	seed?: number;
	/** A running clock in milliseconds, for `stats`; without it they are 0. */
	now?: () => number;
	/** Look for what would make a page fit that does not: several searches more. */
	advice?: boolean;
}

/** Combinations that a common machine looks at in a millisecond. */
const nodesPerMs = 2000;
const defaults = { budgetMs: 1000, seed: 1 };

/**
 * Composes a page: anchors and locked stories stay where they are, every other story gets a place,
 * its head, pictures and text are set in it to the line. Where the copy fits there is no hole and no
 * overset; where it does not, the nearest page is given, `free` says by how much, and `advice` what
 * would make it fit. Words are never cut and type never shrinks.
 */
export function makeUpPage(brief: Brief, options: MakeUpOptions = {}): Sheet {
	let last: Sheet | undefined;
	for (const sheet of makeUpPages(brief, options)) last = sheet;
	return last!;
}

/** The same, page by page: the first as soon as it is found, each later one better. */
export function* makeUpPages(brief: Brief, options: MakeUpOptions = {}): Generator<Sheet> {
	const { budgetMs = defaults.budgetMs, seed = defaults.seed, now = () => 0 } = options;
	const start = now();
	const problem = toProblem(brief);
	const effort = { nodes: budgetMs * nodesPerMs, random: randomOf(seed) };
	let msFirst: number | undefined;
	const toSheet = ({ page, nodes }: Solution): Sheet => {
		const ms = Math.round(now() - start);
		msFirst ??= ms;
		const stats = { msFirst, msBest: ms, nodes, seed };
		return { version: 1, grid: problem.frame.grid, ...page, advice: [], stats };
	};
	let found: Solution | undefined;
	for (const solution of exactPages(problem, effort)) {
		found = solution;
		yield toSheet(solution);
	}
	if (found && isFull(found.page)) return;
	const sheet = toSheet(found ?? nearestPage(problem));
	yield options.advice === false ? sheet : { ...sheet, advice: adviceOn(brief, sheet) };
}

/** First with every story whole, white where it must be; then with text left over; then with fewer stories. */
function nearestPage(problem: Problem): Solution {
	const whole = loosePage(problem, false);
	if (whole) return whole;
	for (let kept = problem.stories.length; kept >= 0; kept--) {
		const left = problem.stories.slice(kept).map((story) => oversetWhole(story, problem.frame.grid));
		const fewer = {
			frame: { ...problem.frame, left },
			stories: problem.stories.slice(0, kept),
			shapes: problem.shapes.slice(0, kept),
		};
		const page = loosePage(fewer, true);
		if (page) return page;
	}
	throw new Error('A page without stories is always possible');
}

/** A story that is not on the page at all, measured in the basic column. */
function oversetWhole(story: BriefStory, grid: Grid): Frame['left'][number] {
	const chars = story.blocks.reduce((sum, block) => sum + normalize(block.text).length, 0);
	return { story: story.id, lines: Math.max(1, Math.ceil(chars / grid.colEm)), chars };
}

/** A pseudo-random sequence in [0, 1): the same for the same seed, everywhere. */
function randomOf(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}
