import type { Grid } from './sheet';

/** Equal text columns in a width: a 长栏, the basic columns, or a 破栏. */
export interface TextColumns {
	count: number;
	/** Width of each, ½ em. */
	width: number;
	/** White between two, ½ em. */
	gap: number;
}

const narrowest = 18;
/** The widest measure for running text; fewer words, under a photograph, may take any. */
export const widestText = 48;

/**
 * 破栏: the ways to divide a width (½ em) into equal columns of whole ems, (width − gaps) / count. A rest is
 * put into the gaps, half an em each: 五破三 of 13 em is (69 − 2) / 3 = 22, rest 1, so the two gaps
 * are 1½ em. Where no number of columns comes out so, columns of half ems.
 */
export function textColumnsOf(inner: number, grid: Grid): TextColumns[] {
	const sets = divide(inner, grid, 2);
	return sets.some((set) => set.width <= widestText) ? sets : [...sets, ...divide(inner, grid, 1)];
}

/** Columns whose width is a multiple of `unit` ½ ems. */
function divide(inner: number, grid: Grid, unit: number): TextColumns[] {
	const gap = 2 * grid.gapEm;
	const sets: TextColumns[] = [];
	for (let count = 1; count * narrowest + (count - 1) * gap <= inner; count++) {
		const width = unit * Math.floor((inner - (count - 1) * gap) / count / unit);
		const rest = inner - count * width - (count - 1) * gap;
		const more = count === 1 ? 0 : rest / (count - 1);
		if (count === 1 ? rest === 0 : more === 0 || more === 1) sets.push({ count, width, gap: gap + more });
	}
	return sets;
}

/** Where a column of a set begins, ½ em from the first. */
export function columnStart({ width, gap }: TextColumns, column: number): number {
	return column * (width + gap);
}

/** Width of neighbouring columns and the gaps between them, ½ em. */
export function columnsWidth({ width, gap }: TextColumns, count: number): number {
	return count * width + (count - 1) * gap;
}
