import type { Brief, Grid, Sheet, SheetBlock } from './sheet';

/**
 * The page as the checker of sheets sees it: what covers which half-em of which line. Shares no code with the engine.
 *
 *     ┌────────┐ ┌────────┐   a gap of 1 em beside a part, a line of white under it: no holes
 *     │ head   │ │ head   │
 *     │ text   │ │ text   │
 *     │ text   │ │ ······ │   a line of a column that holds no text: a hole
 *     └────────┘ └────────┘
 *     ┌───────────────────┐
 */

/** A thing on the page: ½ em and lines from the corner of the type area. */
export interface Part {
	kind: 'head' | 'frame' | 'figure' | 'box' | 'anchor';
	/** Whose it is; an anchor is its own. */
	owner: string;
	x: number;
	y: number;
	w: number;
	h: number;
	/** Lines of `h` that are filled; all but of a frame. */
	filled: number;
}

export interface PlaceFault {
	rule: string;
	part: Part;
	text: string;
}

const named: Record<string, Grid> = {
	对开: gridOf('对开', { pageMm: [390, 550], marginMm: [32, 18.8, 29.8, 18.8], cols: 8, colEm: 13, lines: 123 }),
	四开: gridOf('四开', { pageMm: [275, 390], marginMm: [27, 24.8, 21.7, 24.8], cols: 6, colEm: 11, lines: 86 }),
};

function gridOf(paper: string, own: Pick<Grid, 'pageMm' | 'marginMm' | 'cols' | 'colEm' | 'lines'>): Grid {
	return { paper, ...own, gapEm: 1, bodyPt: 9, linePitchEm: 1.25 };
}

/** The grid that a brief asks for. */
export function askedGrid(brief: Brief): Grid {
	return typeof brief.grid === 'string' ? named[brief.grid]! : brief.grid;
}

/** Width of the type area in ½ em. */
export function pageUnits(grid: Grid): number {
	return 2 * (grid.cols * (grid.colEm + grid.gapEm) - grid.gapEm);
}

/** Half-ems from the left edge of one basic column to that of the next. */
export function columnPitch(grid: Grid): number {
	return 2 * (grid.colEm + grid.gapEm);
}

/** Head, text columns and pictures of a block; the frame of a boxed one as a part of its own. */
export function partsOf(block: SheetBlock): Part[] {
	const part = (kind: Part['kind'], { x, y, w, h }: Pick<Part, 'x' | 'y' | 'w' | 'h'>, filled = h): Part => {
		return { kind, owner: block.story, x, y, w, h, filled };
	};
	const own = [
		part('head', block.head),
		...block.frames.map((frame) => part('frame', { ...frame, w: 2 * frame.wEm }, frame.lines.length)),
		...block.figures.map((figure) => part('figure', { ...figure, w: 2 * figure.wEm })),
	].filter(({ w, h }) => w > 0 && h > 0);
	if (!block.box || own.length === 0) return own;
	const { x, y, w, h } = boundsOf(own);
	return [...own, part('box', { x: x - 2, y: y - 1, w: w + 4, h: h + 2 })];
}

/** The smallest rectangle around parts. */
export function boundsOf(parts: Pick<Part, 'x' | 'y' | 'w' | 'h'>[]): Pick<Part, 'x' | 'y' | 'w' | 'h'> {
	const x = Math.min(...parts.map((part) => part.x));
	const y = Math.min(...parts.map((part) => part.y));
	const w = Math.max(...parts.map((part) => part.x + part.w)) - x;
	const h = Math.max(...parts.map((part) => part.y + part.h)) - y;
	return { x, y, w, h };
}

/** Everything on the page, anchors among it. */
export function allParts(brief: Brief, sheet: Pick<Sheet, 'blocks'>): Part[] {
	const anchors = brief.anchors.map(({ x, y, w, h }, i): Part => {
		return { kind: 'anchor', owner: `anchor ${i}`, x, y, w, h, filled: h };
	});
	return [...sheet.blocks.flatMap(partsOf), ...anchors];
}

/** Length that two stretches share; negative: the distance between them. */
export function overlap(aStart: number, aLength: number, bStart: number, bLength: number): number {
	return Math.min(aStart + aLength, bStart + bLength) - Math.max(aStart, bStart);
}

/** Parts off the half-em grid or outside the page, over one another, or closer than a gap beside and a line above. */
export function placeFaults(brief: Brief, sheet: Pick<Sheet, 'blocks'>, grid: Grid): PlaceFault[] {
	const parts = allParts(brief, sheet);
	return [
		...parts.flatMap((part) => edgeFaults(part, grid)),
		...parts.flatMap((part, i) => parts.slice(i + 1).flatMap((other) => pairFaults(part, other))),
	];
}

function edgeFaults(part: Part, grid: Grid): PlaceFault[] {
	if (part.kind === 'anchor') return [];
	const { x, y, w, h } = part;
	if (![x, y, w, h].every(Number.isInteger)) return [{ rule: 'grid', part, text: '不在半字和行的格上' }];
	const isInside = x >= 0 && y >= 0 && x + w <= pageUnits(grid) && y + h <= grid.lines;
	const faults: PlaceFault[] = isInside ? [] : [{ rule: 'outside', part, text: '伸出版心' }];
	if (part.filled > h) faults.push({ rule: 'outside', part, text: `排了 ${part.filled} 行，栏高 ${h} 行` });
	return faults;
}

function pairFaults(part: Part, other: Part): PlaceFault[] {
	const isOne = part.owner === other.owner;
	if (part.kind === 'anchor' && other.kind === 'anchor') return [];
	if (isOne && (part.kind === 'box' || other.kind === 'box')) return [];
	const across = overlap(part.x, part.w, other.x, other.w);
	const down = overlap(part.y, part.h, other.y, other.h);
	if (across > 0 && down > 0) return [{ rule: 'overlap', part, text: `压在 ${nameOf(other)} 上` }];
	const leastDown = isOne ? 0 : 1;
	// A head may stand directly on its text, and beside it with a gap.
	if (across > -2 && down > -leastDown && !(isOne && across > 0)) {
		return [{ rule: 'gap', part, text: `和 ${nameOf(other)} 之间没有一字栏空或一行空白` }];
	}
	return [];
}

const names: Record<Part['kind'], string> = {
	head: '标题',
	frame: '文栏',
	figure: '图片',
	box: '框',
	anchor: '固定件',
};

export function nameOf(part: Part): string {
	return part.kind === 'anchor' ? names.anchor : `${part.owner} 的${names[part.kind]}`;
}

/** What a half-em of a line is: bare paper, covered, a line of a text column without text, or white that belongs there. */
const bare = 0;
const covered = 1;
const unfilled = 2;
const white = 3;
/** Half-ems: one em, and half an em more where a 破栏 does not divide evenly. */
const widestGap = 3;

/**
 * 天窗: the area that nothing covers, in cells (a basic column × a line), begun cells counted whole. Covered is what a head,
 * its white included, a picture with its caption, a line of text, a box or an anchor takes. No hole is
 * - the gap between two basic columns, and any other gap of up to 1½ em between two things;
 * - one line between two things one under the other. At the page's head and foot there is no such line.
 * A line of a text column that holds no text is always a hole.
 */
export function countHoles(brief: Brief, sheet: Pick<Sheet, 'blocks'>, grid: Grid): number {
	const units = pageUnits(grid);
	const cells = new Uint8Array(units * grid.lines);
	for (const part of allParts(brief, sheet)) paint(cells, part, units, grid.lines);
	for (let y = 0; y < grid.lines; y++) {
		spareRuns(cells, { start: y * units, step: 1, length: units }, (run) => (run <= widestGap ? run : 0));
	}
	for (let x = 0; x < units; x++) {
		spareRuns(cells, { start: x, step: units, length: grid.lines }, () => 1);
	}
	let holes = 0;
	for (let i = 0; i < cells.length; i++) {
		const isInColumn = (i % units) % columnPitch(grid) < 2 * grid.colEm;
		if (isInColumn && (cells[i] === bare || cells[i] === unfilled)) holes++;
	}
	return Math.ceil(holes / (2 * grid.colEm));
}

function paint(cells: Uint8Array, part: Part, units: number, lines: number): void {
	for (let y = Math.max(0, part.y); y < Math.min(lines, part.y + part.h); y++) {
		const isFilled = y < part.y + part.filled;
		for (let x = Math.max(0, part.x); x < Math.min(units, part.x + part.w); x++) {
			const at = y * units + x;
			// A box is painted over its contents, whose unfilled lines stay what they are.
			if (cells[at] !== unfilled || part.kind !== 'box') cells[at] = isFilled ? covered : unfilled;
		}
	}
}

/** Turns the first `allowed` of every bare run into white, in one row or column of the page, if things stand at both its ends. */
function spareRuns(
	cells: Uint8Array,
	{ start, step, length }: { start: number; step: number; length: number },
	allowed: (run: number) => number,
): void {
	let from = -1;
	for (let i = 0; i <= length; i++) {
		const isBare = i < length && cells[start + i * step] === bare;
		if (isBare && from < 0) from = i;
		if (isBare || from < 0) continue;
		const spared = from === 0 || i === length ? 0 : allowed(i - from);
		for (let k = from; k < from + spared; k++) cells[start + k * step] = white;
		from = -1;
	}
}
