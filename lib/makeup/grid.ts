import type { Grid, GridName } from './sheet';

/**
 * The two sheets of the Chinese trade. 对开: 8 × 13 em + 7 gaps = 111 em = 352 mm, 490 mm / 11.25 pt = 123 lines.
 * 四开: 6 × 11 em + 5 gaps = 71 em = 225 mm, 86 lines = 341 mm.
 */
const grids: Record<GridName, Grid> = {
	对开: {
		paper: '对开',
		pageMm: [390, 550],
		marginMm: [32, 18.8, 29.8, 18.8],
		cols: 8,
		colEm: 13,
		gapEm: 1,
		bodyPt: 9,
		linePitchEm: 1.25,
		lines: 123,
	},
	四开: {
		paper: '四开',
		pageMm: [275, 390],
		marginMm: [27, 24.8, 21.7, 24.8],
		cols: 6,
		colEm: 11,
		gapEm: 1,
		bodyPt: 9,
		linePitchEm: 1.25,
		lines: 86,
	},
};

/** The grid of that name; a grid passes through. */
export function gridOf(grid: GridName | Grid): Grid {
	return typeof grid === 'string' ? grids[grid] : grid;
}

/** Width in ½ em of `cols` basic columns and the gaps between them: 2 columns of 13 em are 27 em, not 26. */
export function spanUnits(grid: Grid, cols: number): number {
	return 2 * (cols * grid.colEm + (cols - 1) * grid.gapEm);
}

/** Where the basic column `col` begins, in ½ em. */
export function columnX(grid: Grid, col: number): number {
	return 2 * col * (grid.colEm + grid.gapEm);
}

/** Millimetres as ems of the body type. */
export function emOfMm(grid: Grid, mm: number): number {
	return (mm / 25.4) * (72 / grid.bodyPt);
}

/** Points as body lines. */
export function linesOfPt(grid: Grid, pt: number): number {
	return pt / (grid.bodyPt * grid.linePitchEm);
}
