import { type Body, type Draft, draftsOf, framesOf, heightsOf, shortestColumn } from './body';
import { flowText, type MeasuredText } from './flow';
import { spanUnits } from './grid';
import { lastResortHead } from './head';
import { aspectCost, boxFrame, type Draftsman, headTable, type Shape, spanCost, toShape } from './shape';

/**
 * Shapes for a page that no exact ones fill: with white at the end of the text or below it, or too
 * small for the text. Only the usual form, a horizontal head over the body. By lines.
 */
type LooseShapes = (Shape | undefined)[];

const mostWhite = 10;
const cost = {
	/** A cell (one basic column, one line) that stays white: never cheaper than an exact shape nearby. */
	cell: 1,
	oversetLine: 40,
};

/** Shapes that hold the whole text, with up to ten lines of white below. */
export function looseShapes(draftsman: Draftsman, span: number): LooseShapes {
	const { grid } = draftsman;
	const best: LooseShapes = new Array(grid.lines + 1).fill(undefined);
	const inner = spanUnits(grid, span) - (draftsman.boxed ? boxFrame.units : 0);
	const found = draftsman.heads(inner / 2);
	const heads = headTable(found.length > 0 ? found : [lastResortHead(draftsman.text, inner / 2, grid, draftsman.pt)]);
	for (const { body, slack } of looseBodies(draftsman, inner)) {
		const white = (slack * body.columns.width) / 2 / grid.colEm;
		for (const { head, lines, cost: headCost } of heads) {
			const whole = lines + body.lines + (draftsman.boxed ? boxFrame.lines : 0);
			const aspect = aspectCost(span, whole, grid) ?? 4;
			const total = spanCost(draftsman, span) + body.cost + headCost + aspect + white * cost.cell;
			if (whole > grid.lines || !(total < (best[whole]?.cost ?? Number.POSITIVE_INFINITY))) continue;
			const pick = { relation: 'top' as const, head, headLines: lines, body, cost: total };
			best[whole] = toShape(draftsman, span, draftsman.boxed ? 0 : 3, pick);
		}
	}
	fillWithWhite(best);
	return best;
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
function fillWithWhite(best: LooseShapes): void {
	for (let lines = 1; lines < best.length; lines++) {
		const lower = best[lines - 1];
		if (!lower || lower.white === mostWhite) continue;
		const padded = { ...lower, lines, white: lower.white + 1, cost: lower.cost + lower.span * cost.cell };
		if (padded.cost < (best[lines]?.cost ?? Number.POSITIVE_INFINITY)) best[lines] = padded;
	}
}

/** The lowest shape of a span cut line by line, down to a head and a few lines of text. */
export function oversetShapes({ story, grid }: Draftsman, shapes: LooseShapes): LooseShapes {
	const cut: LooseShapes = new Array(grid.lines + 1).fill(undefined);
	const lowest = shapes.find((shape) => shape !== undefined);
	if (!lowest || lowest.frames.length === 0) return cut;
	const most = Math.min(...lowest.frames.map((frame) => frame.h)) - 1;
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
