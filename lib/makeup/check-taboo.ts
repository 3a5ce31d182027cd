import { boundsOf, columnPitch, overlap, type Part, pageUnits, partsOf } from './check-page';
import { normalText } from './check-text';
import type { Brief, Grid, Sheet, SheetBlock } from './sheet';

/**
 * The taboos 禁忌 T1–T10 recounted by the checker of sheets from the page alone, with code of its own. Each function says
 * exactly what it counts. T11 天窗/压版 is what `checkSheet` finds of holes and overset.
 */

export interface CountedTaboo {
	id: string;
	/** Where, for an editor. */
	at: string;
	/** 背题, 孤行, 倒序 and 天窗 make a page unfit to print; of the others this is only the soft weight. */
	hard: boolean;
	weight: number;
}

/** A block with its outline, as the predicates need it. */
interface Piece {
	block: SheetBlock;
	parts: Part[];
	pt: number;
	/** The smallest rectangle around all of it, its box among it. */
	bounds: Pick<Part, 'x' | 'y' | 'w' | 'h'>;
	/** The normalised text of each block of its story. */
	texts: string[];
	types: string[];
}

type Pair = [a: Piece, b: Piece];

/** All of T1–T10, by id. */
export function countTaboos(brief: Brief, sheet: Pick<Sheet, 'blocks'>, grid: Grid): CountedTaboo[] {
	const pieces = sheet.blocks.map((block) => pieceOf(brief, block)).filter((piece) => piece.parts.length > 0);
	const pairs = pieces.flatMap((a, i) => pieces.slice(i + 1).map((b): Pair => [a, b]));
	return [
		...pairs.flatMap(contacts),
		...throughCuts(brief, pieces, grid),
		...pairs.flatMap(stackedHeads),
		...pieces.flatMap((piece) => [...bareHeads(piece), ...lonelyLines(piece), ...wrongOrder(piece)]),
		...pairs.flatMap(inversions),
		...pieces.flatMap(headShares),
		...pairs.flatMap(meetingPictures),
		...greyWindows(brief, pieces, grid),
	];
}

function pieceOf(brief: Brief, block: SheetBlock): Piece {
	const story = brief.stories.find(({ id }) => id === block.story);
	const parts = partsOf(block);
	const pt = block.head.parts.find(({ role }) => role === 'headline')?.pt ?? 0;
	const blocks = story?.blocks ?? [];
	const texts = blocks.map(({ text }) => normalText(text));
	return { block, parts, pt, bounds: boundsOf(parts), texts, types: blocks.map(({ type }) => type) };
}

const soft = (id: string, at: string, weight: number): CountedTaboo => ({ id, at, hard: false, weight });
const hard = (id: string, at: string): CountedTaboo => ({ id, at, hard: true, weight: 1000 });
const both = (a: Piece, b: Piece) => `${a.block.story} 和 ${b.block.story}`;

/**
 * T1 碰题: the head boxes of two stories share a line and stand at most 1 em apart. Not when one of them is upright 竖题,
 * boxed, or has a picture of its own story directly above it. Weight 2.5 where the bigger headline is less than 1.15 times
 * the smaller, else 1.
 */
function contacts([a, b]: Pair): CountedTaboo[] {
	const [p, q] = [a.block.head, b.block.head];
	if ([a, b].some((piece) => piece.block.relation === 'vertical' || piece.block.box || isUnderPicture(piece)))
		return [];
	const across = overlap(p.x, p.w, q.x, q.w);
	if (overlap(p.y, p.h, q.y, q.h) <= 0 || across > 0 || across < -2) return [];
	const ratio = Math.max(a.pt, b.pt) / Math.min(a.pt, b.pt);
	return [soft('T1', both(a, b), ratio < 1.15 ? 2.5 : 1)];
}

function isUnderPicture({ block: { head, figures } }: Piece): boolean {
	return figures.some((figure) => {
		return overlap(figure.x, 2 * figure.wEm, head.x, head.w) > 0 && figure.y + figure.h <= head.y;
	});
}

/**
 * T2 断版/通线: in the area between the full-width anchors at the page's head and foot, each line of white that no story and
 * no anchor crosses, with something above and something below it; and each gutter between basic columns that none crosses.
 * A story crosses whatever lies strictly inside its outline.
 */
function throughCuts(brief: Brief, pieces: Piece[], grid: Grid): CountedTaboo[] {
	const anchors = innerAnchors(brief, grid);
	const outlines = [...pieces.map(({ bounds }) => bounds), ...anchors];
	const cuts: CountedTaboo[] = [];
	// From the top: wherever all that has begun has also ended, the page can be cut.
	const rows = outlines.toSorted((p, q) => p.y - q.y);
	let foot = Number.NEGATIVE_INFINITY;
	for (const { y, h } of rows) {
		if (y >= foot && foot > Number.NEGATIVE_INFINITY) cuts.push(soft('T2', `第 ${foot} 行下`, 3));
		foot = Math.max(foot, y + h);
	}
	for (let column = 1; column < grid.cols; column++) {
		const x = column * columnPitch(grid);
		const isCrossed = outlines.some((outline) => outline.x < x - 2 * grid.gapEm && outline.x + outline.w > x);
		if (!isCrossed && outlines.length > 1) cuts.push(soft('T2', `第 ${column} 栏右`, 3));
	}
	return cuts;
}

/** The anchors that stand among the stories: rows of anchors over the whole width, at the head or the foot, do not. */
function innerAnchors(brief: Brief, grid: Grid): Brief['anchors'] {
	const spansPage = (row: Brief['anchors']) => {
		let right = 0;
		for (const { x, w } of row.toSorted((a, b) => a.x - b.x))
			if (x <= right + 2 * grid.gapEm) right = Math.max(right, x + w);
		return right >= pageUnits(grid);
	};
	let inner = brief.anchors;
	for (;;) {
		const top = inner.filter(({ y }) => y <= 1 + Math.min(...inner.map((anchor) => anchor.y)));
		const foot = inner.filter(({ y, h }) => y + h >= Math.max(...inner.map((anchor) => anchor.y + anchor.h)) - 1);
		const outer = [top, foot].find((row) => row.length > 0 && spansPage(row) && isAtEdge(row, brief, inner, grid));
		if (!outer) return inner;
		inner = inner.filter((anchor) => !outer.includes(anchor));
	}
}

/** Whether a row of anchors stands at the page's head or foot, or directly at one that does. */
function isAtEdge(row: Brief['anchors'], brief: Brief, inner: Brief['anchors'], grid: Grid): boolean {
	const { y, h } = boundsOf(row);
	const taken = brief.anchors.filter((anchor) => !inner.includes(anchor));
	const isUnder = y <= 1 || taken.some((anchor) => anchor.y + anchor.h <= y && y - anchor.y - anchor.h <= 1);
	const isOver = y + h >= grid.lines - 1 || taken.some((anchor) => anchor.y >= y + h && anchor.y - y - h <= 1);
	return isUnder || isOver;
}

/**
 * T3 叠题: two heads one above the other with fewer than 4 lines of anything between them, the line of white for the rule not
 * counted. Only of stories without a box, and only under a head that stands over its text.
 */
function stackedHeads([a, b]: Pair): CountedTaboo[] {
	const [upper, lower] = a.block.head.y <= b.block.head.y ? [a, b] : [b, a];
	const [p, q] = [upper.block.head, lower.block.head];
	if (upper.block.box || lower.block.box || upper.block.relation !== 'top' || lower.block.relation === 'vertical')
		return [];
	const between = q.y - p.y - p.h - 1;
	return overlap(p.x, p.w, q.x, q.w) > 0 && between >= -1 && between < 4 ? [soft('T3', both(a, b), 1)] : [];
}

/**
 * T4 背题 (hard): a column whose last subhead has fewer than two lines of text under it in that column; or a column of fewer
 * than two lines directly under its head while the text goes on in the next.
 */
function bareHeads({ block, types }: Piece): CountedTaboo[] {
	return block.frames.flatMap(({ lines, x, y, wEm }, i) => {
		const at = `${block.story} 第 ${i + 1} 栏`;
		const subhead = lines.findLastIndex((line) => types[line.block] === 'subhead' && line.to > line.from);
		const found: CountedTaboo[] = [];
		if (subhead >= 0 && lines.length - 1 - subhead < 2) found.push(hard('T4', at));
		const { head } = block;
		const isUnderHead = head.y + head.h === y && overlap(x, 2 * wEm, head.x, head.w) > 0;
		if (isUnderHead && lines.length < 2 && i + 1 < block.frames.length) found.push(hard('T4', at));
		return found;
	});
}

/**
 * T5 孤行 (hard): the last line of a block stands alone at a column's head while the block begins in a column before. 孤字
 * (soft): the last of several lines of a block holds one character and its marks at most.
 */
function lonelyLines({ block, texts, types }: Piece): CountedTaboo[] {
	const found: CountedTaboo[] = [];
	for (const [i, { lines }] of block.frames.entries()) {
		const at = `${block.story} 第 ${i + 1} 栏`;
		const [first] = lines;
		if (first && first.from > 0 && first.to === texts[first.block]?.length) found.push(hard('T5', at));
		for (const line of lines) {
			const text = texts[line.block] ?? '';
			if (line.from === 0 || line.to < text.length || types[line.block] === 'subhead') continue;
			const words = [...text.slice(line.from, line.to)].filter((character) => !/[\p{P}\s]/u.test(character));
			if (words.length <= 1) found.push(soft('T5', at, 1));
		}
	}
	return found;
}

/**
 * T6 倒序/跳读 (hard): the next text column does not stand at the right of the one before, one gap away or with nothing but
 * pictures of its own story between, on lines that both have.
 */
function wrongOrder({ block }: Piece): CountedTaboo[] {
	return block.frames.slice(1).flatMap((next, i) => {
		const before = block.frames[i]!;
		const right = before.x + 2 * before.wEm;
		const gap = next.x - right;
		const isOnSameLines = overlap(before.y, before.h, next.y, next.h) > 0;
		const between = block.figures.filter(({ y, h }) => overlap(y, h, next.y, next.h) > 0);
		const filled = between.reduce((sum, { x, wEm }) => sum + Math.max(0, overlap(x, 2 * wEm, right, gap)), 0);
		// Beside and between the pictures are gaps.
		const isFilled = filled > 0 && gap - filled <= 6;
		const isNext = gap >= 0 && isOnSameLines && (gap <= 3 || isFilled);
		return isNext ? [] : [hard('T6', `${block.story} 第 ${i + 2} 栏`)];
	});
}

/** T7 倒挂: two stories of which the lower in rank has the bigger headline. */
function inversions([a, b]: Pair): CountedTaboo[] {
	const isInverted =
		(a.block.priority < b.block.priority && a.pt < b.pt) || (b.block.priority < a.block.priority && b.pt < a.pt);
	return isInverted ? [soft('T7', both(a, b), 1)] : [];
}

/** T8 题大文小, 题小文大: area of the head box over that of the text columns outside 0.06–0.6. */
function headShares({ block }: Piece): CountedTaboo[] {
	const text = block.frames.reduce((sum, { wEm, h }) => sum + 2 * wEm * h, 0);
	const share = (block.head.w * block.head.h) / text;
	return text > 0 && (share < 0.06 || share > 0.6) ? [soft('T8', block.story, 0.5)] : [];
}

/** T9 图片碰边: pictures of two stories side by side or stacked with no more than a gap or a line of white between, or of one strip. */
function meetingPictures([a, b]: Pair): CountedTaboo[] {
	return a.block.figures.flatMap((p) =>
		b.block.figures
			.filter((q) => {
				const across = overlap(p.x, 2 * p.wEm, q.x, 2 * q.wEm);
				const down = overlap(p.y, p.h, q.y, q.h);
				const touch = (across >= -2 && down > 0) || (across > 0 && down >= -1);
				return touch || (p.y === q.y && p.h === q.h);
			})
			.map((q) => soft('T9', `${p.id} 和 ${q.id}`, 0.5)),
	);
}

const windowCols = 4;
const windowLines = 40;
const windowStep = 10;

/**
 * T10 灰版: windows of 4 basic columns × 40 lines that touch no picture, no box, no head of 21 pt or more and no anchor. Taken
 * from the top and from the left at every column and every tenth line; windows that meet a counted one do not count.
 */
function greyWindows(brief: Brief, pieces: Piece[], grid: Grid): CountedTaboo[] {
	const dark = [
		...brief.anchors,
		...pieces.flatMap(({ parts, pt }) => {
			return parts.filter(({ kind }) => kind === 'figure' || kind === 'box' || (kind === 'head' && pt >= 21));
		}),
	];
	const w = windowCols * columnPitch(grid) - 2 * grid.gapEm;
	const found: { x: number; y: number; w: number; h: number }[] = [];
	for (let y = 0; y + windowLines <= grid.lines; y += windowStep) {
		for (let col = 0; col + windowCols <= grid.cols; col++) {
			const window = { x: col * columnPitch(grid), y, w, h: windowLines };
			const meets = (p: typeof window) => overlap(p.x, p.w, window.x, w) > 0 && overlap(p.y, p.h, y, windowLines) > 0;
			if (!dark.some(meets) && !found.some(meets)) found.push(window);
		}
	}
	return found.map(({ x, y }) => soft('T10', `第 ${x / columnPitch(grid) + 1} 栏第 ${y + 1} 行起`, 0.5));
}
