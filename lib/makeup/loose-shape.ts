import { type Body, type Draft, draftsOf, framesOf, heightsOf, shortestColumn } from './body';
import {
	aspectCost,
	type Draftsman,
	headTable,
	innerWidth,
	insetOf,
	isCheaper,
	type Plans,
	spanCost,
	toShape,
} from './draftsman';
import { flowText, type MeasuredText } from './flow';
import { lastResortHead } from './head';
import type { Shape } from './shape';
import type { Grid } from './sheet';

/**
 * Shapes for a page that no exact ones fill: with white at the end of the text or below it, or too
 * small for the text. Only the usual form, a horizontal head over the body. By lines.
 */
type LooseShapes = (Shape | undefined)[];

const mostWhite = 10;
/** Any proportions are better than none. */
const mostAspectCost = 4;
const cost = {
	/** A cell (one basic column, one line) that stays white: never cheaper than an exact shape nearby. */
	cell: 1,
	oversetLine: 40,
};

/** Shapes that hold the whole text, with up to ten lines of white below. */
export function looseShapes(draftsman: Draftsman, span: number): LooseShapes {
	const { grid, boxed, text, pt } = draftsman;
	const best: Plans = [];
	const inner = innerWidth(grid, span, boxed);
	const inset = insetOf(boxed);
	const found = draftsman.heads(inner / 2);
	const heads = headTable(found.length > 0 ? found : [lastResortHead(text, inner / 2, grid, pt)]);
	for (const { body, slack } of looseBodies(draftsman, inner)) {
		const white = (slack * body.columns.width) / 2 / grid.colEm;
		for (const { head, lines, cost: headCost } of heads) {
			const whole = lines + body.lines + 2 * inset.y;
			const aspect = Math.min(mostAspectCost, aspectCost(span, whole, grid));
			const total = spanCost(draftsman, span) + body.cost + headCost + aspect + white * cost.cell;
			if (whole > grid.lines || !isCheaper(best, whole, total)) continue;
			const headBox = { ...inset, w: inner, h: lines };
			const bodyAt = { x: inset.x, y: inset.y + lines };
			best[whole] = { relation: 'top', head, headBox, body, bodyAt, cost: total };
		}
	}
	const edges = boxed ? 0 : 3;
	return fillWithWhite(
		Array.from(best, (plan, lines) => toShape(draftsman, { span, lines, edges }, plan)),
		grid,
	);
}

/** Bodies whose last column may end early. */
function* looseBodies({ copy }: Draftsman, inner: number): Generator<{ body: Body; slack: number }> {
	for (const draft of draftsOf(copy, inner, true)) {
		const text = copy.measure(draft.columns.width);
		for (const lines of looseLines(draft, text, copy.grid.lines)) {
			const frames = framesOf(draft, lines);
			const flow = frames.length > 0 ? flowText(text, heightsOf(frames)) : undefined;
			if (frames.length > 0 ? !flow : text.max > 0) continue;
			const body = { ...draft, lines, text, frames, cost: draft.cost + (flow?.cost ?? 0) };
			yield { body, slack: flow?.slack ?? 0 };
		}
	}
}

/** From the lowest body that may hold the text to the first that surely does. */
function looseLines({ columns, figures }: Draft, text: MeasuredText, most: number): number[] {
	const covered = figures.cols * (figures.lines + 1);
	const least = figures.cols > 0 && text.max > 0 ? figures.lines + 1 + shortestColumn : figures.lines;
	const from = Math.max(least, Math.floor((text.min + covered) / columns.count));
	const to = Math.min(most, Math.max(from, Math.ceil((text.max + covered) / columns.count) + 1));
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** A height that no shape has takes the next lower shape and white under it. */
function fillWithWhite(shapes: LooseShapes, grid: Grid): LooseShapes {
	for (let lines = 1; lines <= grid.lines; lines++) {
		const lower = shapes[lines - 1];
		if (!lower || lower.white === mostWhite) continue;
		const padded = { ...lower, lines, white: lower.white + 1, cost: lower.cost + lower.span * cost.cell };
		if (isCheaper(shapes, lines, padded.cost)) shapes[lines] = padded;
	}
	return shapes;
}

/** The lowest shape of a span cut line by line, down to a head and a few lines of text. */
export function oversetShapes({ story, grid }: Draftsman, shapes: LooseShapes): LooseShapes {
	const cut: LooseShapes = new Array(grid.lines + 1).fill(undefined);
	const lowest = shapes.find((shape) => shape !== undefined);
	if (!lowest || lowest.frames.length === 0) return cut;
	// Pictures keep their height.
	const pictures = Math.max(0, ...lowest.figures.map(({ y, h }) => y + h));
	const most = Math.min(...lowest.frames.map((frame) => frame.h - 1), lowest.lines - pictures);
	for (let less = 1; less <= most; less++) {
		const frames = lowest.frames.map((frame) => ({ ...frame, h: frame.h - less }));
		const capacity = frames.reduce((sum, frame) => sum + frame.h, 0);
		const overset = Math.max(1, lowest.text.min - capacity);
		const lines = lowest.lines - less;
		// The higher the rank, the dearer its words.
		const weight = ((frames[0]!.w / 2 / grid.colEm) * (6 - story.priority)) / 2;
		cut[lines] = { ...lowest, lines, frames, overset, cost: lowest.cost + overset * weight * cost.oversetLine };
	}
	return cut;
}
