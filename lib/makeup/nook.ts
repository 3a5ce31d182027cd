import { costIn, planIn, type Region, regionOf } from './region';
import type { StepShape } from './shape';
import { type CellRect, never, type Placed, ruleLines } from './slice';

/**
 * A page of which much stands fixed: what is free may be no rectangle, and a story with a step may be
 * the only one that fits a nook of it. Each step is tried in each corner of the free room where its feet
 * meet what is below or leave room for more; the others fill what is left by cuts.
 *
 *     ▓▓▓▓▓▓▓▓▓        ▓ fixed
 *     ▓▓ssssss▓        s  the story with the step
 *     ▓▓ssssss▓        o  another, under its shorter foot
 *     ▓▓ssoooo▓
 *     ▓▓▓▓▓▓▓▓▓
 */
export interface Nook {
	story: number;
	step: StepShape;
	col: number;
	y: number;
	place: () => Placed[];
}

/** Trials whose rest is looked for. */
const mostTrials = 200;
/** A head and a few lines. */
const leastBelow = 6;

/** The cheapest step that, with the others cut into the rest, fills the page; undefined where there is none. */
export function nookOf(region: Region, page: CellRect, steps: StepShape[][], all: number): Nook | undefined {
	const runs = freeRuns(region.anchors, page);
	const order = steps
		.flatMap((own, story) => own.map((step) => ({ story, step })))
		.sort((a, b) => a.step.cost - b.step.cost);
	let tried = 0;
	for (const { story, step } of order) {
		for (let col = 0; col + step.span <= page.cols; col++) {
			for (const { from } of runs[col]!) {
				if (!fits(runs, step, col, from)) continue;
				if (tried++ === mostTrials) return undefined;
				const around = regionOf(region.slices, [...region.anchors, ...cellsOfStep(step, col, from)]);
				const rest = all & ~(1 << story);
				if (costIn(around, page, rest) === never || !step.shape()) continue;
				return { story, step, col, y: from, place: () => planIn(around, page, rest).place() };
			}
		}
	}
	return undefined;
}

interface Run {
	from: number;
	/** The line after the last. */
	to: number;
}

/** For each column the lines between what is fixed, without the lines of the rules. */
function freeRuns(anchors: CellRect[], page: CellRect): Run[][] {
	return Array.from({ length: page.cols }, (_, col) => {
		const own = anchors
			.filter((anchor) => anchor.col <= col && anchor.col + anchor.cols > col)
			.sort((a, b) => a.y - b.y);
		const runs: Run[] = [];
		let from = page.y;
		for (const { y, h } of own) {
			if (y - ruleLines > from) runs.push({ from, to: y - ruleLines });
			from = Math.max(from, y + h + ruleLines);
		}
		if (from < page.y + page.h) runs.push({ from, to: page.y + page.h });
		return runs;
	});
}

/** Whether all columns of a step are free from a line on, and end where something ends or can follow. */
function fits(runs: Run[][], step: StepShape, col: number, from: number): boolean {
	for (let i = 0; i < step.span; i++) {
		const foot = from + (i < step.cols ? step.leftLines : step.rightLines);
		const run = runs[col + i]!.find((each) => each.from <= from && each.to >= foot);
		if (!run || (run.to !== foot && run.to - foot < leastBelow + ruleLines)) return false;
	}
	return true;
}

function cellsOfStep({ span, cols, leftLines, rightLines }: StepShape, col: number, y: number): CellRect[] {
	return [
		{ col, cols, y, h: leftLines },
		{ col: col + cols, cols: span - cols, y, h: rightLines },
	];
}
