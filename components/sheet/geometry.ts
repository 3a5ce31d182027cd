import { columnX } from '@/lib/makeup/grid';
import type { Anchor, Grid, Sheet, SheetBlock } from '@/lib/makeup/sheet';

/** A rectangle in the units of the sheet: ½ em across, lines down. */
export interface Box {
	x: number;
	y: number;
	w: number;
	h: number;
}

/** What a story occupies: flat at the top, its foot in one step or in several. */
export interface Outline {
	/** Around the whole of it. */
	box: Box;
	/** From left to right: how far down it reaches, and where the next step begins, in the middle of a gap. */
	feet: { end: number; bottom: number }[];
}

/** Parts of a block, and the frame of a boxed one. */
export function extentOf(block: SheetBlock): Box {
	const inset = block.box ? { x: 2, y: 1 } : { x: 0, y: 0 };
	const parts = [block.head, ...[...block.frames, ...block.figures].map((part) => ({ ...part, w: 2 * part.wEm }))];
	const x = Math.min(...parts.map((part) => part.x)) - inset.x;
	const y = Math.min(...parts.map((part) => part.y)) - inset.y;
	const right = Math.max(...parts.map((part) => part.x + part.w)) + inset.x;
	const bottom = Math.max(...parts.map((part) => part.y + part.h)) + inset.y;
	return { x, y, w: right - x, h: bottom - y };
}

/** A story's parts and the white under them, in each basic column down to what comes next; the frame of a boxed one. */
export function outlineOf(block: SheetBlock, sheet: Sheet, anchors: Anchor[]): Outline {
	const { grid } = sheet;
	const box = extentOf(block);
	if (block.box) return { box, feet: [{ end: box.x + box.w, bottom: box.y + box.h }] };
	const others = [...anchors, ...sheet.blocks.filter((other) => other !== block).map(extentOf)];
	const feet: Outline['feet'] = [];
	for (const col of columnsOf(box, grid)) {
		const next = Math.min(...others.filter((other) => other.y > box.y && isIn(col, other, grid)).map(({ y }) => y - 1));
		const bottom = Math.min(next, grid.lines);
		const end = columnX(grid, col) + 2 * grid.colEm + grid.gapEm;
		if (feet.at(-1)?.bottom === bottom) feet.pop();
		feet.push({ end, bottom });
	}
	feet.at(-1)!.end = box.x + box.w;
	return { box: { ...box, h: Math.max(...feet.map(({ bottom }) => bottom)) - box.y }, feet };
}

/** The corners of an outline, clockwise from the top left, in the units of the sheet. */
export function cornersOf({ box, feet }: Outline): { x: number; y: number }[] {
	const right = box.x + box.w;
	const steps = feet.toReversed().flatMap(({ end, bottom }, i, all) => [
		{ x: end, y: bottom },
		{ x: all[i + 1]?.end ?? box.x, y: bottom },
	]);
	return [{ x: box.x, y: box.y }, { x: right, y: box.y }, ...steps];
}

/** The basic columns that a box reaches into. */
function columnsOf(box: Box, grid: Grid): number[] {
	return Array.from({ length: grid.cols }, (_, col) => col).filter((col) => isIn(col, box, grid));
}

function isIn(col: number, box: Box, grid: Grid): boolean {
	return columnX(grid, col) < box.x + box.w && columnX(grid, col) + 2 * grid.colEm > box.x;
}

/** A hairline between stories, from its left or upper end. */
export interface Rule {
	direction: 'across' | 'down';
	x: number;
	y: number;
	/** ½ em across, lines down. */
	length: number;
}

/**
 * The hairlines of a sheet: in the middle of the white line above a story, in the middle of the gap beside it, where a
 * story stands at the other side. Anchors and boxed stories need none: their frame is enough.
 */
export function rulesOf(sheet: Sheet, anchors: Anchor[]): Rule[] {
	const owners = ownersOf(sheet, anchors);
	return [...sheet.blocks.flatMap((block) => rulesAbove(block, sheet, owners)), ...rulesBeside(sheet, owners)];
}

/** Which story holds a basic column at a line, the white line under it included; -1 none that is ruled off. */
type Owners = (col: number, y: number) => number;

function ownersOf(sheet: Sheet, anchors: Anchor[]): Owners {
	const { grid } = sheet;
	const cells = new Int16Array(grid.cols * grid.lines).fill(-1);
	for (const [index, block] of sheet.blocks.entries()) {
		if (block.box) continue;
		const { box, feet } = outlineOf(block, sheet, anchors);
		for (const col of columnsOf(box, grid)) {
			const { bottom } = feet.find(({ end }) => columnX(grid, col) < end)!;
			for (let y = box.y; y < Math.min(bottom + 1, grid.lines); y++) cells[y * grid.cols + col] = index;
		}
	}
	return (col, y) => (col < 0 || y < 0 || col >= grid.cols || y >= grid.lines ? -1 : cells[y * grid.cols + col]!);
}

function rulesAbove(block: SheetBlock, { grid }: Sheet, owners: Owners): Rule[] {
	if (block.box) return [];
	const box = extentOf(block);
	const rules: Rule[] = [];
	for (const col of columnsOf(box, grid)) {
		if (owners(col, box.y - 1) < 0) continue;
		const left = columnX(grid, col) - (owners(col - 1, box.y - 1) >= 0 ? grid.gapEm : 0);
		const right = columnX(grid, col) + 2 * grid.colEm + (owners(col + 1, box.y - 1) >= 0 ? grid.gapEm : 0);
		const last = rules.at(-1);
		if (last && last.x + last.length >= left) last.length = right - last.x;
		else rules.push({ direction: 'across', x: left, y: box.y - 0.5, length: right - left });
	}
	return rules;
}

function rulesBeside({ grid }: Sheet, owners: Owners): Rule[] {
	const rules: Rule[] = [];
	for (let col = 0; col + 1 < grid.cols; col++) {
		const x = columnX(grid, col + 1) - grid.gapEm;
		const pair = (y: number) => [owners(col, y), owners(col + 1, y)] as const;
		const isRuled = (y: number) => pair(y)[0] !== pair(y)[1] && Math.min(...pair(y)) >= 0;
		const isOneStory = (y: number) => pair(y)[0] === pair(y)[1] && pair(y)[0] >= 0;
		for (let y = 0; y < grid.lines; y++) {
			if (!isRuled(y)) continue;
			let end = y;
			while (isRuled(end + 1)) end++;
			// To the rule above or below where there is one.
			const from = isOneStory(y - 1) ? y - 0.5 : y;
			const to = isOneStory(end + 1) ? end + 0.5 : end + 1 === grid.lines ? grid.lines : end;
			rules.push({ direction: 'down', x, y: from, length: to - from });
			y = end;
		}
	}
	return rules;
}
