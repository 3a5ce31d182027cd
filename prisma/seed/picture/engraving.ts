import type { Point } from './svg';

/**
 * Engraving: a continuous tone becomes the black shapes that a graver would leave. The block is a grid of ink values; ink
 * stands where the value is above zero, and the border between ink and paper is traced as closed outlines.
 */
export interface Block {
	/** Points of the grid, and the distance between two of them in pixels. */
	readonly columns: number;
	readonly rows: number;
	readonly cell: number;
	readonly ink: Float32Array;
}

export function createBlock(width: number, height: number, cell: number): Block {
	const columns = Math.ceil(width / cell) + 1;
	const rows = Math.ceil(height / cell) + 1;
	return { columns, rows, cell, ink: new Float32Array(columns * rows) };
}

/**
 * How much ink a hatched tone lays at a place. `phase` counts lines across the hatch (a whole number lies in the middle
 * of a line), `tone` is 0 for paper and 1 for solid ink. Lines swell with the tone and run out where it ends.
 */
export function hatch(phase: number, tone: number): number {
	const fromLine = Math.abs(phase - Math.round(phase)) * 2;
	return tone - fromLine;
}

/** Traces the block; answers path data in half pixels, to be drawn at `scale(.5)`. `tolerance` in pixels. */
export function traceBlock(block: Block, tolerance: number): string {
	const next = linkBorders(block);
	let data = '';
	for (let edge = 0; edge < next.length; edge++) {
		if (next[edge] === -1) continue;
		const loop: Point[] = [];
		for (let at = edge; next[at] !== -1; ) {
			loop.push(crossing(block, at));
			const to = next[at] ?? -1;
			next[at] = -1;
			at = to;
		}
		data += loopData(simplify(loop, tolerance));
	}
	return data;
}

/** Marching squares: for every grid edge that a border crosses, the edge that it crosses next; −1 elsewhere. */
function linkBorders({ columns, rows, ink }: Block): Int32Array {
	const next = new Int32Array(columns * rows * 2).fill(-1);
	const value = (x: number, y: number): number =>
		x <= 0 || y <= 0 || x >= columns - 1 || y >= rows - 1 ? -1 : (ink[y * columns + x] ?? -1);
	for (let y = 0; y < rows - 1; y++) {
		for (let x = 0; x < columns - 1; x++) {
			const [a, b, c, d] = [value(x, y), value(x + 1, y), value(x + 1, y + 1), value(x, y + 1)];
			const code = (a > 0 ? 1 : 0) + (b > 0 ? 2 : 0) + (c > 0 ? 4 : 0) + (d > 0 ? 8 : 0);
			if (code === 0 || code === 15) continue;
			const cell = y * columns + x;
			const edges = [cell * 2, (cell + 1) * 2 + 1, (cell + columns) * 2, cell * 2 + 1] as const;
			for (const [from, to] of segmentsOf(code, a + b + c + d > 0)) next[edges[from]] = edges[to];
		}
	}
	return next;
}

type Side = 0 | 1 | 2 | 3;

/** Borders inside a cell, from side to side (top, right, bottom, left), ink always on the same hand. */
function segmentsOf(code: number, middle: boolean): readonly (readonly [Side, Side])[] {
	switch (code) {
		case 1:
			return [[3, 0]];
		case 2:
			return [[0, 1]];
		case 3:
			return [[3, 1]];
		case 4:
			return [[1, 2]];
		case 5:
			return middle
				? [
						[1, 0],
						[3, 2],
					]
				: [
						[3, 0],
						[1, 2],
					];
		case 6:
			return [[0, 2]];
		case 7:
			return [[3, 2]];
		case 8:
			return [[2, 3]];
		case 9:
			return [[2, 0]];
		case 10:
			return middle
				? [
						[0, 3],
						[2, 1],
					]
				: [
						[0, 1],
						[2, 3],
					];
		case 11:
			return [[2, 1]];
		case 12:
			return [[1, 3]];
		case 13:
			return [[1, 0]];
		case 14:
			return [[0, 3]];
		default:
			return [];
	}
}

/** Where the border crosses a grid edge, in pixels. */
function crossing({ columns, rows, cell, ink }: Block, edge: number): Point {
	const from = edge >> 1;
	const upright = (edge & 1) === 1;
	const [x, y] = [from % columns, Math.floor(from / columns)];
	const outside = (column: number, row: number): boolean =>
		column <= 0 || row <= 0 || column >= columns - 1 || row >= rows - 1;
	const a = outside(x, y) ? -1 : (ink[from] ?? -1);
	const b = upright
		? outside(x, y + 1)
			? -1
			: (ink[from + columns] ?? -1)
		: outside(x + 1, y)
			? -1
			: (ink[from + 1] ?? -1);
	const share = a / (a - b);
	return upright ? [x * cell, (y + share) * cell] : [(x + share) * cell, y * cell];
}

/** Douglas–Peucker on a closed loop, cut at its first point and at the point farthest from it. */
function simplify(loop: readonly Point[], tolerance: number): Point[] {
	if (loop.length < 4) return [];
	const keep = new Uint8Array(loop.length);
	keep[0] = 1;
	const closed = [...loop, loop[0] ?? [0, 0]];
	const spans: [number, number][] = [[0, farthest(closed, 0, 0, loop.length - 1)[0]]];
	const half = spans[0]?.[1] ?? 0;
	keep[half] = 1;
	spans.push([half, loop.length]);
	for (let span = spans.pop(); span; span = spans.pop()) {
		const [from, to] = span;
		if (to - from < 2) continue;
		const [at, distance] = farthest(closed, from, to, to);
		if (distance <= tolerance) continue;
		keep[at] = 1;
		spans.push([from, at], [at, to]);
	}
	return loop.filter((_, index) => keep[index] === 1);
}

/** The point between two indices farthest from the chord of `from` and `to`. */
function farthest(points: readonly Point[], from: number, to: number, last: number): [index: number, distance: number] {
	const [ax, ay] = points[from] ?? [0, 0];
	const [bx, by] = points[to] ?? [0, 0];
	const length = Math.hypot(bx - ax, by - ay);
	let best: [number, number] = [from, -1];
	for (let i = from + 1; i < last; i++) {
		const [x, y] = points[i] ?? [0, 0];
		const distance =
			length < 1e-6 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
		if (distance > best[1]) best = [i, distance];
	}
	return best;
}

/** Square pixels; a speck below it is smaller than a graver's point. */
const DUST = 13;

function areaOf(loop: readonly Point[]): number {
	let [px, py] = loop.at(-1) ?? [0, 0];
	let twice = 0;
	for (const [x, y] of loop) {
		twice += px * y - x * py;
		[px, py] = [x, y];
	}
	return Math.abs(twice) / 2;
}

function loopData(loop: readonly Point[]): string {
	if (areaOf(loop) < DUST) return '';
	let pen: Point = [0, 0];
	const steps = loop.map(([x, y]) => {
		const point: Point = [Math.round(x * 2), Math.round(y * 2)];
		const step = `${point[0] - pen[0]} ${point[1] - pen[1]}`;
		pen = point;
		return step;
	});
	return `M${steps[0]}l${steps.slice(1).join(' ')}z`.replaceAll(' -', '-');
}
