import { columnX } from './grid';
import { normalize } from './normalize';
import type { Anchor, Brief, BriefBlock, Grid, Rect, Sheet, SheetBlock, SheetFrame, Taboo } from './sheet';
import { ruleLines } from './slice';

/**
 * The taboos 禁忌 of make-up as predicates on a finished page. Hard ones (背题, 孤行, 倒序, 天窗) make a page
 * unfit to print; the others cost their weight.
 *
 * | id | | counted |
 * |---|---|---|
 * | T1 | 碰题 | two horizontal heads of different stories that share a line, at most 1 em apart |
 * | T2 | 断版 通线 | a line or a gutter that no story crosses, from edge to edge of the area between full-width anchors |
 * | T3 | 叠题 | heads stacked with fewer than 4 lines of anything between them, the rule's not counted |
 * | T4 | 背题 | a subhead, or the head, with fewer than two lines of text under it in a column |
 * | T5 | 孤行 孤字 | a paragraph's last line alone at a column's top (hard); a last line of one character and its marks (soft) |
 * | T6 | 倒序 | a text column that does not stand at the right of the one before, a gap or its own pictures between |
 * | T7 | 倒挂 | a lesser story with a bigger head |
 * | T8 | 题大文小 | head area outside 0.06–0.6 of the text's |
 * | T9 | 图片碰边 | pictures of two stories that touch or stand in one strip |
 * | T10 | 灰版 | a window of 4 columns × 40 lines without picture, box or head of 21 pt |
 * | T11 | 天窗 压版 | cells left empty, lines left over |
 */
export function taboosOf(
	page: Pick<Sheet, 'grid' | 'blocks' | 'free'>,
	brief: Pick<Brief, 'anchors' | 'stories'>,
): Taboo[] {
	const { grid, blocks, free } = page;
	const { anchors } = brief;
	const copy = new Map(brief.stories.map((story) => [story.id, story.blocks]));
	return [
		...headContacts(blocks),
		...throughCuts(blocks, anchors, grid),
		...pairs(blocks).flatMap(([a, b]) => [...stackedHeads(a, b), ...invertedHeads(a, b), ...touchingPictures(a, b)]),
		...blocks.flatMap((block) => [
			...columnEdges(block, copy.get(block.story) ?? []),
			...columnOrder(block),
			...headShare(block),
		]),
		...greyWindows(blocks, anchors, grid),
		...(free.holes > 0 ? [{ id: 'T11', at: `天窗 ${free.holes} 格`, weight: hard }] : []),
		...free.overset.map(({ story, lines }) => ({ id: 'T11', at: `${story} 多 ${lines} 行`, weight: hard })),
	];
}

/** The weight of a taboo that must not be. */
export const hard = 1000;

const weight = {
	contact: 2.5,
	contactOfSizes: 1,
	throughCut: 3,
	stackedHeads: 1,
	lonelyCharacter: 1,
	inversion: 1,
	headShare: 0.5,
	pictures: 0.5,
	grey: 0.5,
};
/** Heads whose sizes differ by this ratio read as two even side by side. */
const distinctSizes = 1.15;
const stackedLines = 4;
const linesUnderSubhead = 2;
/** ½ em: a gap, or one that takes what a width does not divide by. */
const widestGap = 3;
const headShares = { least: 0.06, most: 0.6 };
const greyWindow = { cols: 4, lines: 40 };
const strongPt = 21;

/** Everything that a block consists of. */
function boxesOf(block: SheetBlock): Rect[] {
	const columns = [...block.frames, ...block.figures].map(({ x, y, wEm, h }) => ({ x, y, w: 2 * wEm, h }));
	return [block.head, ...columns];
}

/** The smallest box around a block; the frame of a boxed one is part of it. */
export function extentOf(block: SheetBlock): Rect {
	const boxes = boxesOf(block);
	const inset = block.box ? { x: 2, y: 1 } : { x: 0, y: 0 };
	const x = Math.min(...boxes.map((box) => box.x)) - inset.x;
	const y = Math.min(...boxes.map((box) => box.y)) - inset.y;
	const right = Math.max(...boxes.map((box) => box.x + box.w)) + inset.x;
	const foot = Math.max(...boxes.map((box) => box.y + box.h)) + inset.y;
	return { x, y, w: right - x, h: foot - y };
}

function pairs(blocks: SheetBlock[]): [SheetBlock, SheetBlock][] {
	return blocks.flatMap((a, i) => blocks.slice(i + 1).map((b): [SheetBlock, SheetBlock] => [a, b]));
}

function share(aStart: number, aLength: number, bStart: number, bLength: number): boolean {
	return aStart < bStart + bLength && bStart < aStart + aLength;
}

function headlinePt(block: SheetBlock): number {
	return block.head.parts.find((part) => part.role === 'headline')?.pt ?? 0;
}

/** A head that stands on its own: in a box, upright, or under its picture. */
function isSetApart({ box, relation, head, figures }: SheetBlock): boolean {
	const isUnderPicture = figures.some(
		(figure) => share(figure.x, 2 * figure.wEm, head.x, head.w) && figure.y + figure.h <= head.y,
	);
	return box || relation === 'vertical' || isUnderPicture;
}

function headContacts(blocks: SheetBlock[]): Taboo[] {
	return pairs(blocks.filter((block) => !isSetApart(block))).flatMap(([a, b]) => {
		const gap = Math.max(b.head.x - a.head.x - a.head.w, a.head.x - b.head.x - b.head.w);
		if (gap > 2 || gap < 0 || !share(a.head.y, a.head.h, b.head.y, b.head.h)) return [];
		const [small, big] = [headlinePt(a), headlinePt(b)].sort((x, y) => x - y) as [number, number];
		return [
			{
				id: 'T1',
				at: `${a.story} ${b.story}`,
				weight: big / small < distinctSizes ? weight.contact : weight.contactOfSizes,
			},
		];
	});
}

/** The lines between what spans the whole width at the page's head and at its foot. */
export function openLines(anchors: Anchor[], grid: Grid): { from: number; to: number } {
	const right = columnX(grid, grid.cols) - 2 * grid.gapEm;
	let [from, to] = [0, grid.lines];
	// Anchors side by side, a nameplate and its ear, span the page together.
	for (const { y, h } of anchors) {
		const row = anchors.filter((other) => other.y === y && other.h === h).sort((a, b) => a.x - b.x);
		let reached = 0;
		for (const { x, w } of row) if (x <= reached + 2 * grid.gapEm) reached = Math.max(reached, x + w);
		if (reached < right) continue;
		if (y <= from + 1) from = Math.max(from, y + h);
		if (y + h >= to - 1) to = Math.min(to, y);
	}
	return { from, to };
}

function throughCuts(blocks: SheetBlock[], anchors: Anchor[], grid: Grid): Taboo[] {
	const open = openLines(anchors, grid);
	const inside = [...blocks.map(extentOf), ...anchors].filter((box) =>
		share(box.y, box.h, open.from, open.to - open.from),
	);
	if (inside.length < 2) return [];
	const feet = new Set(inside.map((box) => box.y + box.h).filter((y) => y > open.from && y < open.to - 1));
	const lines = [...feet].filter((y) => !inside.some((box) => box.y < y && box.y + box.h > y));
	const isCut = (y: number) => inside.some((box) => box.y >= y);
	const gutters = Array.from({ length: grid.cols - 1 }, (_, i) => columnX(grid, i + 1)).filter(
		(x) => !inside.some((box) => box.x < x && box.x + box.w >= x),
	);
	return [
		...lines.filter(isCut).map((y) => ({ id: 'T2', at: `行 ${y}`, weight: weight.throughCut })),
		...gutters.map((x) => ({ id: 'T2', at: `栏 ${Math.round(x / columnX(grid, 1))}`, weight: weight.throughCut })),
	];
}

function stackedHeads(a: SheetBlock, b: SheetBlock): Taboo[] {
	const [upper, lower] = a.head.y <= b.head.y ? [a, b] : [b, a];
	if (upper.box || lower.box || upper.relation !== 'top' || lower.relation === 'vertical') return [];
	if (!share(upper.head.x, upper.head.w, lower.head.x, lower.head.w)) return [];
	const between = lower.head.y - upper.head.y - upper.head.h - ruleLines;
	return between >= -ruleLines && between < stackedLines
		? [{ id: 'T3', at: `${upper.story} ${lower.story}`, weight: weight.stackedHeads }]
		: [];
}

function invertedHeads(a: SheetBlock, b: SheetBlock): Taboo[] {
	const isInverted = (a.priority - b.priority) * (headlinePt(a) - headlinePt(b)) > 0;
	return isInverted ? [{ id: 'T7', at: `${a.story} ${b.story}`, weight: weight.inversion }] : [];
}

function touchingPictures(a: SheetBlock, b: SheetBlock): Taboo[] {
	return a.figures.flatMap((p) =>
		b.figures.flatMap((q) => {
			const across = Math.max(q.x - p.x - 2 * p.wEm, p.x - q.x - 2 * q.wEm);
			const down = Math.max(q.y - p.y - p.h, p.y - q.y - q.h);
			const touch = (across <= 2 && down < 0) || (across < 0 && down <= 1);
			const strip = p.y === q.y && p.h === q.h;
			return touch || strip ? [{ id: 'T9', at: `${a.story} ${b.story}`, weight: weight.pictures }] : [];
		}),
	);
}

/** 背题 and 孤行 at the ends of the text columns, 孤字 anywhere. */
function columnEdges({ story, head, frames }: SheetBlock, copy: BriefBlock[]): Taboo[] {
	const texts = copy.map(({ text }) => normalize(text));
	return frames.flatMap(({ lines, x, y, wEm }, i) => {
		const at = `${story} 栏 ${i + 1}`;
		const subhead = lines.findLastIndex((line) => copy[line.block]?.type === 'subhead' && line.to > line.from);
		const isUnderHead = head.y + head.h === y && share(x, 2 * wEm, head.x, head.w) && i + 1 < frames.length;
		const isBare =
			(subhead >= 0 && lines.length - 1 - subhead < linesUnderSubhead) ||
			(isUnderHead && lines.length < linesUnderSubhead);
		const [first] = lines;
		const isAlone = first !== undefined && first.from > 0 && first.to === texts[first.block]?.length;
		const lonely = lines.filter(
			(line) => copy[line.block]?.type !== 'subhead' && isLonely(line, texts[line.block] ?? ''),
		);
		return [
			...(isBare ? [{ id: 'T4', at, weight: hard }] : []),
			...(isAlone ? [{ id: 'T5', at, weight: hard }] : []),
			...lonely.map(() => ({ id: 'T5', at, weight: weight.lonelyCharacter })),
		];
	});
}

/** Whether a line is the last of several and holds one character and its marks at most. */
function isLonely({ from, to }: { from: number; to: number }, text: string): boolean {
	if (from === 0 || to < text.length) return false;
	return [...text.slice(from, to)].filter((character) => !/[\p{P}\s]/u.test(character)).length <= 1;
}

function columnOrder({ story, frames, figures }: SheetBlock): Taboo[] {
	return frames.slice(1).flatMap((next, i) => {
		const before = frames[i]!;
		const isBeside = share(before.y, before.h, next.y, next.h);
		return isBeside && isNextColumn(before, next, figures)
			? []
			: [{ id: 'T6', at: `${story} 栏 ${i + 2}`, weight: hard }];
	});
}

/** At the right of a column, with a gap or pictures and the gaps beside them between. */
function isNextColumn(before: SheetFrame, next: SheetFrame, figures: SheetBlock['figures']): boolean {
	const right = before.x + 2 * before.wEm;
	const gap = next.x - right;
	if (gap < 0) return false;
	const between = figures.filter((figure) => share(figure.y, figure.h, next.y, next.h) && figure.x >= right);
	const filled = between.reduce((sum, { x, wEm }) => sum + Math.max(0, Math.min(x + 2 * wEm, next.x) - x), 0);
	return gap <= widestGap || (filled > 0 && gap - filled <= 2 * widestGap);
}

function headShare({ story, head, frames }: SheetBlock): Taboo[] {
	const text = frames.reduce((sum, frame) => sum + 2 * frame.wEm * frame.h, 0);
	if (text === 0 || head.h === 0) return [];
	const part = (head.w * head.h) / text;
	return part < headShares.least || part > headShares.most
		? [{ id: 'T8', at: `${story} ${part.toFixed(2)}`, weight: weight.headShare }]
		: [];
}

/** Windows on the grid of basic columns and every tenth line; of overlapping ones the first counts. */
function greyWindows(blocks: SheetBlock[], anchors: Anchor[], grid: Grid): Taboo[] {
	const strong: Rect[] = [
		...anchors,
		...blocks.flatMap((block) => [
			...(headlinePt(block) >= strongPt ? [block.head] : []),
			...(block.box ? [extentOf(block)] : []),
			...block.figures.map(({ x, y, wEm, h }) => ({ x, y, w: 2 * wEm, h })),
		]),
	];
	const found: Rect[] = [];
	const w = columnX(grid, greyWindow.cols) - 2 * grid.gapEm;
	for (let y = 0; y + greyWindow.lines <= grid.lines; y += 10) {
		for (let col = 0; col + greyWindow.cols <= grid.cols; col++) {
			const window = { x: columnX(grid, col), y, w, h: greyWindow.lines };
			const meets = (box: Rect) => share(box.x, box.w, window.x, w) && share(box.y, box.h, y, window.h);
			if (!strong.some(meets) && !found.some(meets)) found.push(window);
		}
	}
	return found.map(({ x, y }) => ({ id: 'T10', at: `栏 ${x / columnX(grid, 1) + 1} 行 ${y}`, weight: weight.grey }));
}
