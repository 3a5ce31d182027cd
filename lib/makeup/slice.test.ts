import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planIn, regionOf } from './region';
import { type CellRect, fillSlices, never, type Placed } from './slice';

const cols = 6;
const lines = 20;
const page: CellRect = { col: 0, cols, y: 0, h: lines };

/** A story that exists at the given sizes only; its head reaches both ends of its top. */
function only(...sizes: [span: number, lines: number][]): Float64Array[][] {
	const rows = (edges: number) =>
		Array.from({ length: cols + 1 }, (_, span) =>
			Float64Array.from({ length: lines + 1 }, (_, h) =>
				edges === 3 && sizes.some(([w, l]) => w === span && l === h) ? 0 : never,
			),
		);
	return [rows(0), rows(1), rows(2), rows(3)];
}

/** The cheapest page; undefined where there is none. */
function pageOf(costs: Float64Array[][][], anchors: CellRect[] = [], emptyCell = never): Placed[] | undefined {
	const region = regionOf(fillSlices({ cols, lines, costs, emptyCell }), anchors);
	const plan = planIn(region, page, (1 << costs.length) - 1);
	return plan.cost === never ? undefined : plan.place();
}

/** The page as text: a digit is a story, # an anchor, . is free. Fails where two meet. */
function map(placed: Placed[], anchors: CellRect[] = []): string[] {
	const drawing = Array.from({ length: lines }, () => new Array<string>(cols).fill('.'));
	const paint = (rect: CellRect, ink: string) => {
		for (let y = rect.y; y < rect.y + rect.h; y++) {
			for (let col = rect.col; col < rect.col + rect.cols; col++) {
				expect(drawing[y]![col]).toBe('.');
				drawing[y]![col] = ink;
			}
		}
	};
	for (const rect of placed) paint(rect, String(rect.story));
	for (const rect of anchors) paint(rect, '#');
	return drawing.map((row) => row.join(''));
}

describe('cuts', () => {
	it('finds the page that four stories fill', () => {
		const placed = pageOf([only([4, 10]), only([6, 4]), only([2, 10]), only([6, 4])])!;
		expect(map(placed)).toEqual([
			...new Array(10).fill('000022'),
			'......',
			...new Array(4).fill('111111'),
			'......',
			...new Array(4).fill('333333'),
		]);
	});

	it('finds none where cells would stay empty, unless they may', () => {
		expect(pageOf([only([6, 5])])).toBeUndefined();
		expect(pageOf([only([6, 5])], [], 0.4)).toMatchObject([{ story: 0, col: 0, cols: 6, y: 0, h: 5 }]);
		expect(pageOf([only([6, 15]), only([6, 15])], [], 0.4)).toBeUndefined();
	});

	it('sets heads side by side apart where a story has a quiet head', () => {
		const loud = only([3, 20]);
		const quiet = [only([3, 20])[3]!.map((row) => row.map((cost) => cost + 0.5)), loud[1]!, loud[2]!, loud[3]!];
		expect(pageOf([loud, loud])!.map(({ edges }) => edges)).toEqual([3, 3]);
		expect(pageOf([loud, quiet])!.map(({ edges }) => edges)).toEqual([3, 0]);
	});

	it('fills every page that was cut from edge to edge', () => {
		const cutting = fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(cutting, (cuts) => {
				const parts = cuts.reduce(cutOne, [page]);
				const costs = parts.map((part) => only([part.cols, part.h]));
				const placed = pageOf(costs)!;
				const cells = map(placed).join('').replaceAll('.', '').length;
				expect(cells).toBe(parts.reduce((sum, part) => sum + part.cols * part.h, 0));
			}),
			{ numRuns: 60 },
		);
	});
});

/** Cuts one of the parts in two, where it is large enough; a line stays white at a cut across. */
function cutOne(parts: CellRect[], [across, which, where]: [boolean, number, number]): CellRect[] {
	const at = which % parts.length;
	const part = parts[at]!;
	const others = parts.toSpliced(at, 1);
	if (across && part.h >= 5) {
		const h = 2 + (where % (part.h - 4));
		return [...others, { ...part, h }, { ...part, y: part.y + h + 1, h: part.h - h - 1 }];
	}
	if (!across && part.cols >= 2) {
		const left = 1 + (where % (part.cols - 1));
		return [...others, { ...part, cols: left }, { ...part, col: part.col + left, cols: part.cols - left }];
	}
	return parts;
}

describe('a page with something fixed on it', () => {
	it('keeps off, with a line of white above and below', () => {
		const anchors = [
			{ col: 0, cols: 4, y: 0, h: 5 },
			{ col: 4, cols: 2, y: 15, h: 5 },
		];
		const placed = pageOf([only([4, 14]), only([2, 14])], anchors)!;
		expect(map(placed, anchors)).toEqual([
			...new Array(5).fill('####11'),
			'....11',
			...new Array(8).fill('000011'),
			'0000..',
			...new Array(5).fill('0000##'),
		]);
	});

	it('fills what a pinwheel of fixed parts leaves free', () => {
		const anchors = [
			{ col: 0, cols: 4, y: 0, h: 5 },
			{ col: 4, cols: 2, y: 0, h: 14 },
			{ col: 2, cols: 4, y: 15, h: 5 },
			{ col: 0, cols: 2, y: 6, h: 14 },
		];
		const placed = pageOf([only([2, 8])], anchors)!;
		expect(placed).toMatchObject([{ col: 2, cols: 2, y: 6, h: 8 }]);
	});
});
