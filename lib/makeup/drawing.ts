import { columnX, gridOf, spanUnits } from './grid';
import type { Grid, Priority, SheetBlock } from './sheet';

/**
 * Pages drawn with letters, for the engine's tests: one character a basic column, one row `linesPerRow`
 * lines. A letter is a story; its head lies over all its columns, in the first of its rows. Where a
 * story's columns end at different rows its foot has a step.
 *
 *     aaaabb      a, a step in its foot, over four columns; b beside it
 *     aaaabb
 *     aacccc      c under both
 */
export function blocksOf(drawing: string, grid: Grid = gridOf('四开'), linesPerRow = 20): SheetBlock[] {
	const rows = drawing.split('\n').map((row) => row.trim());
	const letters = [...new Set(rows.join(''))].filter((letter) => /[a-z]/i.test(letter)).sort();
	return letters.map((letter, order) => {
		const cells = rows.flatMap((row, y) => [...row].flatMap((each, col) => (each === letter ? [{ col, y }] : [])));
		const top = Math.min(...cells.map(({ y }) => y)) * linesPerRow;
		const cols = [...new Set(cells.map(({ col }) => col))].sort((a, b) => a - b);
		const first = cols[0]!;
		const footOf = (col: number) =>
			Math.max(...cells.filter((cell) => cell.col === col).map(({ y }) => y + 1)) * linesPerRow - 1;
		const rank = Math.min(4, order + 1) as Priority;
		return {
			...{ story: letter, order, priority: rank, relation: 'top', box: false, figures: [] },
			head: {
				...{ x: columnX(grid, first), y: top, w: spanUnits(grid, cols.length), h: 4 },
				parts: [{ role: 'headline', pt: headlinePts[rank], rows: [letter] }],
			},
			frames: cols.map((col) => {
				const h = footOf(col) - top - 4;
				return { x: columnX(grid, col), y: top + 4, wEm: grid.colEm, h, lines: linesOf(h) };
			}),
		};
	});
}

const headlinePts: Record<Priority, number> = { 1: 42, 2: 28, 3: 20, 4: 14 };

/** Lines of one endless paragraph. */
function linesOf(count: number): SheetBlock['frames'][number]['lines'] {
	return Array.from({ length: count }, (_, i) => {
		return { block: 0, from: i * 11, to: i * 11 + 11, half: [], indent: 0, fit: 'exact' as const, stretchEm: 0 };
	});
}
