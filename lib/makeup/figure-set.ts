import { isWithinCrop, naturalLines, setCaption } from './figure';
import type { BriefFigure, Grid, Priority } from './sheet';

/**
 * The pictures of a story as one rectangle at the top of its last text columns: one under the other,
 * or side by side.
 */
export interface FigureSet {
	/** Text columns that the set covers. */
	cols: number;
	/** Height with captions, without the white under it. */
	lines: number;
	/** Positions inside the rectangle; `lines` of a picture without its caption. */
	items: { figure: BriefFigure; x: number; y: number; wEm: number; h: number; pictureLines: number }[];
	cost: number;
}

/** The measure of the text columns beside or under the pictures. */
export interface TextColumns {
	count: number;
	/** ½ em */
	width: number;
	gap: number;
}

const tallest = 50;
const smallest = 5;
const stretches = [-0.14, -0.07, 0, 0.07, 0.14];
/** The width in ems that suits a picture, flat or upright, by the rank of its story. */
const suited: Record<Priority, { flat: number; upright: number }> = {
	1: { flat: 35, upright: 11 },
	2: { flat: 29, upright: 11 },
	3: { flat: 23, upright: 11 },
	4: { flat: 17, upright: 11 },
};

/** All sets worth trying; one empty set for a story without pictures. */
export function figureSetsOf(
	figures: BriefFigure[],
	priority: Priority,
	columns: TextColumns,
	grid: Grid,
): FigureSet[] {
	if (figures.length === 0) return [{ cols: 0, lines: 0, items: [], cost: 0 }];
	const sets: FigureSet[] = [];
	for (let cols = 1; cols <= columns.count; cols++) {
		for (const stretch of stretches) {
			sets.push(...[stacked(figures, cols, stretch), inRow(figures, cols, stretch)].filter((set) => set !== undefined));
		}
	}
	return withoutTwins(sets);

	function widthOf(cols: number): number {
		return cols * columns.width + (cols - 1) * columns.gap;
	}

	function costOf(wEm: number, stretch: number): number {
		const flat = figures.filter((figure) => figure.width >= figure.height).length * 2 >= figures.length;
		const ideal = suited[priority][flat ? 'flat' : 'upright'];
		return (stretch / 0.05) ** 2 * 0.07 + (Math.abs(wEm - ideal) / grid.colEm) * 0.6;
	}

	function stacked(all: BriefFigure[], cols: number, stretch: number): FigureSet | undefined {
		const wEm = widthOf(cols) / 2;
		const items: FigureSet['items'] = [];
		let y = 0;
		for (const figure of all) {
			const pictureLines = Math.round(naturalLines(figure, wEm, grid) * (1 + stretch));
			if (pictureLines < smallest || !isWithinCrop(figure, wEm, pictureLines, grid)) return undefined;
			const h = pictureLines + setCaption(figure, wEm, grid).rows;
			items.push({ figure, x: 0, y, wEm, h, pictureLines });
			y += h + 1;
		}
		return y - 1 > tallest ? undefined : { cols, lines: y - 1, items, cost: costOf(wEm, stretch) };
	}

	function inRow(all: BriefFigure[], cols: number, stretch: number): FigureSet | undefined {
		if (all.length < 2 || cols % all.length !== 0) return undefined;
		const each = cols / all.length;
		const wEm = widthOf(each) / 2;
		const natural = all.map((figure) => naturalLines(figure, wEm, grid));
		const pictureLines = Math.round((Math.max(...natural) / 2 + Math.min(...natural) / 2) * (1 + stretch));
		if (pictureLines < smallest || pictureLines > tallest) return undefined;
		if (!all.every((figure) => isWithinCrop(figure, wEm, pictureLines, grid))) return undefined;
		const items = all.map((figure, i) => ({
			figure,
			x: i * (each * columns.width + each * columns.gap),
			y: 0,
			wEm,
			h: pictureLines + setCaption(figure, wEm, grid).rows,
			pictureLines,
		}));
		return { cols, lines: Math.max(...items.map((item) => item.h)), items, cost: costOf(wEm, stretch) };
	}
}

/** Of sets that cover the same room, the cheapest; cheapest first. */
function withoutTwins(sets: FigureSet[]): FigureSet[] {
	const byRoom = new Map<string, FigureSet>();
	for (const set of sets) {
		const room = `${set.cols}×${set.lines}`;
		const known = byRoom.get(room);
		if (!known || set.cost < known.cost) byRoom.set(room, set);
	}
	return [...byRoom.values()].sort((a, b) => a.cost - b.cost);
}
