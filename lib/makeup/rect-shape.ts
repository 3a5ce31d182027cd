import { type BodyTable, bodiesOf, type Draft, draftsOf, fillCost, heightsOf, shortestColumn } from './body';
import {
	aspectCost,
	type Draftsman,
	headTable,
	innerWidth,
	insetOf,
	isCheaper,
	type Plans,
	type PricedHead,
	shareCost,
	spanCost,
	textAreaOf,
} from './draftsman';
import { type FigureSet, figureSetsOf } from './figure-set';
import { columnX, spanUnits } from './grid';
import type { Head } from './head';
import type { ShapeBox } from './shape';
import { columnsWidth } from './text-columns';

/**
 * Rectangles that a story fills exactly. Each kind writes the cheapest of every height into the class
 * of its edges, `plans[edges][span][lines]`:
 *
 *     top         over        beside      notched     left        vertical
 *     ┌───────┐   ┌───────┐   ┌────┬──┐   ┌────┬──┐   ┌───┬──┬─┐   ┌─┬──┬──┐
 *     │ 标题   │   │ ▒▒▒▒▒ │   │标题 │▒▒│   │标题 │  │   │标题│  │ │   │标│  │  │
 *     ├──┬──┬─┤   │ 标题   │   ├──┬─┤▒▒│   ├──┬─┤  │   │标题│  │ │   │题│  │  │
 *     │  │  │▒│   ├──┬──┬─┤   │  │ ├──┤   │  │ │  │   └───┴──┴─┘   └─┴──┴──┘
 *     └──┴──┴─┘   └──┴──┴─┘   └──┴─┴──┘   └──┴─┴──┘
 */
const cost = {
	/** A picture above the head, or beside it. */
	over: 0.3,
	beside: 0.3,
	/** Text beside the head. */
	notch: 0.5,
	/** 左题 and 竖题 stand out by being rare. */
	side: { left: 0.4, vertical: 0.5 },
	/** White in a head that is as high as its text, by its share of what suits it. */
	sideWhite: 1.5,
};
/** A head beside its text stands in this many basic columns. */
const sideColumns = [1, 2];
/** Columns of text for each column of head. */
const leastBeside = 2;
/** A 左题 is for flat pieces. */
const flat = { lines: 24, span: 3 };
const mostSideWhite = 1.8;
/** Most text columns beside a head; it covers as many at least. */
const mostOpen = 2;
/** Sets of pictures and heights of heads tried for a picture beside the head. */
const besideTries = { sets: 6, heads: 3 };

export function drawRects(draftsman: Draftsman, span: number, plans: Plans[][]): void {
	const { relation, boxed } = draftsman;
	if (relation === undefined || relation === 'top') {
		drawTop(draftsman, span, plans);
		drawBeside(draftsman, span, plans[1]![span]!);
		drawNotched(draftsman, span, plans[boxed ? 0 : 1]![span]!);
	}
	if (boxed) return;
	if (relation === undefined || relation === 'left') drawLeft(draftsman, span, plans[1]![span]!);
	if (relation === undefined || relation === 'vertical') drawVertical(draftsman, span, plans[0]![span]!);
}

/** A head over the whole body, pictures in the body or above the head. */
function drawTop(draftsman: Draftsman, span: number, plans: Plans[][]): void {
	const { story, grid, boxed } = draftsman;
	const inner = innerWidth(grid, span, boxed);
	const heads = headTable(draftsman.heads(inner / 2));
	if (heads.length === 0) return;
	stack(draftsman, { span, heads, bodies: draftsman.bodies(inner, true) }, plans[boxed ? 0 : 3]![span]!);
	if (story.figures.length === 0) return;
	const columns = { count: 1, width: inner, gap: 0 };
	for (const over of figureSetsOf({ figures: story.figures, priority: story.priority, columns, grid })) {
		stack(draftsman, { span, heads, bodies: draftsman.bodies(inner, false), over }, plans[0]![span]!);
	}
}

interface Stack {
	span: number;
	heads: PricedHead[];
	bodies: BodyTable;
	over?: FigureSet;
}

/** Keeps for each height the cheapest of all heads over all bodies. */
function stack(draftsman: Draftsman, { span, heads, bodies, over }: Stack, best: Plans): void {
	const { grid, boxed } = draftsman;
	const inset = insetOf(boxed);
	const base = spanCost(draftsman, span) + (over ? over.cost + cost.over : 0);
	const top = inset.y + (over?.lines ?? 0);
	for (const body of bodies) {
		if (!body) continue;
		for (const { head, lines, cost: headCost } of heads) {
			const whole = top + lines + body.lines + inset.y;
			if (whole > grid.lines) break;
			const headBox = { x: inset.x, y: top, w: innerWidth(grid, span, boxed), h: lines };
			const parts = base + body.cost + headCost + shareCost(headBox, textAreaOf(body));
			const total = parts + aspectCost(span, whole, grid);
			if (!isCheaper(best, whole, total)) continue;
			const bodyAt = { x: inset.x, y: top + lines };
			best[whole] = { relation: 'top', head, headBox, body, bodyAt, over, cost: total };
		}
	}
}

/** Pictures at the right of the head, from the top of the shape down into its body. */
function drawBeside(draftsman: Draftsman, span: number, best: Plans): void {
	const { story, grid, boxed, copy } = draftsman;
	if (boxed || story.figures.length === 0) return;
	const columns = { count: span, width: 2 * grid.colEm, gap: 2 * grid.gapEm };
	const sets = figureSetsOf({ figures: story.figures, priority: story.priority, columns, grid });
	const partial = sets.filter(({ cols }) => cols < span).slice(0, besideTries.sets);
	for (const cols of new Set(partial.map((set) => set.cols))) {
		const w = spanUnits(grid, span - cols);
		const heads = headTable(draftsman.heads(w / 2)).sort((a, b) => a.cost - b.cost);
		for (const { head, lines, cost: headCost } of heads.slice(0, besideTries.heads)) {
			const headBox = { x: 0, y: 0, w, h: lines };
			const drafts = partial.filter((set) => set.cols === cols).flatMap((set) => draftBeside(set, lines, columns));
			for (const body of bodiesOf(copy, drafts)) {
				const whole = lines + (body?.lines ?? 0);
				if (!body || whole > grid.lines) continue;
				const parts = spanCost(draftsman, span) + body.cost + headCost + cost.beside;
				const total = parts + shareCost(headBox, textAreaOf(body)) + aspectCost(span, whole, grid);
				if (!isCheaper(best, whole, total)) continue;
				best[whole] = { relation: 'top', head, headBox, body, bodyAt: { x: 0, y: lines }, cost: total };
			}
		}
	}
}

/** Pictures that begin `above` lines above the body. */
function draftBeside(set: FigureSet, above: number, columns: Draft['columns']): Draft[] {
	if (set.lines <= above) return [];
	const items = set.items.map((item) => ({ ...item, y: item.y - above }));
	const figures = { ...set, lines: set.lines - above, items };
	return [{ columns, figures, figureColumn: columns.count - set.cols, cost: set.cost }];
}

/**
 * A head over the first text columns, the last one or two as high as the shape. Since its height counts
 * for some of the columns only, it lets through numbers of lines that no even columns hold.
 */
function drawNotched(draftsman: Draftsman, span: number, best: Plans): void {
	const { story, grid, boxed, copy } = draftsman;
	if (story.figures.length > 0 || copy.length === 0) return;
	const inset = insetOf(boxed);
	for (const { draft, covered, head, headBox, cost: least } of notchesOf(draftsman, span)) {
		const { columns } = draft;
		const text = copy.measure(columns.width);
		const from = Math.ceil((text.min + covered * headBox.h) / columns.count);
		const to = Math.floor((text.max + covered * headBox.h) / columns.count);
		const most = grid.lines - 2 * inset.y;
		for (let inner = Math.max(headBox.h + shortestColumn, from); inner <= Math.min(most, to); inner++) {
			const whole = inner + 2 * inset.y;
			const frames = Array.from({ length: columns.count }, (_, column) =>
				column < covered ? { column, y: 0, h: inner - headBox.h } : { column, y: -headBox.h, h: inner },
			);
			const parts = least + shareCost(headBox, textAreaOf({ columns, frames })) + aspectCost(span, whole, grid);
			if (!isCheaper(best, whole, parts)) continue;
			const total = parts + fillCost(text, heightsOf(frames));
			if (!isCheaper(best, whole, total)) continue;
			const body = { ...draft, lines: inner - headBox.h, text, frames, cost: total };
			const bodyAt = { x: inset.x, y: inset.y + headBox.h };
			best[whole] = { relation: 'top', head, headBox, body, bodyAt, cost: total };
		}
	}
}

interface Notch {
	draft: Draft;
	/** Text columns under the head. */
	covered: number;
	head: Head;
	headBox: ShapeBox;
	cost: number;
}

/** Every head over all but one or two of the text columns, at every height. */
function* notchesOf(draftsman: Draftsman, span: number): Generator<Notch> {
	const { grid, boxed, copy } = draftsman;
	const base = spanCost(draftsman, span) + cost.notch;
	for (const draft of draftsOf(copy, innerWidth(grid, span, boxed), false)) {
		const { columns } = draft;
		for (let open = 1; open <= mostOpen && 2 * open <= columns.count; open++) {
			const w = columnsWidth(columns, columns.count - open);
			for (const { head, lines, cost: headCost } of headTable(draftsman.heads(w / 2))) {
				const headBox = { ...insetOf(boxed), w, h: lines };
				yield { draft, covered: columns.count - open, head, headBox, cost: base + draft.cost + headCost };
			}
		}
	}
}

/** 左题: a horizontal head in a column or two at the left, as high as the text. */
function drawLeft(draftsman: Draftsman, span: number, best: Plans): void {
	const { story, grid, relation } = draftsman;
	const isSuited = story.priority >= 3 && span >= flat.span;
	if (relation !== 'left' && !isSuited) return;
	for (const cols of sideColumns) {
		const heads = draftsman.heads(spanUnits(grid, cols) / 2);
		const tall = heads.map((head) => ({ ...head, max: Math.round(head.ideal * mostSideWhite) }));
		drawSide(draftsman, { relation: 'left', span, cols, heads: tall, most: flat.lines }, best);
	}
}

/** 竖题: a vertical head in a column or two at the left, as high as the text. */
function drawVertical(draftsman: Draftsman, span: number, best: Plans): void {
	const { story, grid, relation } = draftsman;
	if (relation !== 'vertical' && story.priority === 1) return;
	for (const cols of sideColumns) {
		const heads = draftsman.verticalHeads(spanUnits(grid, cols) / 2);
		drawSide(draftsman, { relation: 'vertical', span, cols, heads, most: grid.lines }, best);
	}
}

interface Side {
	relation: 'left' | 'vertical';
	span: number;
	/** Basic columns of the head. */
	cols: number;
	heads: Head[];
	/** The highest such a shape may be. */
	most: number;
}

function drawSide(draftsman: Draftsman, { relation, span, cols, heads, most }: Side, best: Plans): void {
	const { grid } = draftsman;
	// A head as high as its text takes a third of the shape at most, unless the editor wants it so.
	const least = draftsman.relation === relation ? 1 : leastBeside;
	if (span - cols < least * cols || heads.length === 0) return;
	const table = new Map(headTable(heads, sideWhiteCost).map((entry) => [entry.lines, entry]));
	const base = spanCost(draftsman, span) + cost.side[relation];
	const bodyAt = { x: columnX(grid, cols), y: 0 };
	for (const body of draftsman.bodies(spanUnits(grid, span - cols), true)) {
		const entry = body && body.lines <= most ? table.get(body.lines) : undefined;
		if (!body || !entry) continue;
		const headBox = { x: 0, y: 0, w: spanUnits(grid, cols), h: body.lines };
		const parts = base + body.cost + entry.cost + shareCost(headBox, textAreaOf(body));
		const total = parts + aspectCost(span, body.lines, grid);
		if (!isCheaper(best, body.lines, total)) continue;
		best[body.lines] = { relation, head: entry.head, headBox, body, bodyAt, cost: total };
	}
}

function sideWhiteCost(head: Head, lines: number): number {
	return (Math.abs(lines - head.ideal) / head.ideal) * cost.sideWhite;
}
