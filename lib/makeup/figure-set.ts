import { isWithinCrop, naturalLines, setCaption } from './figure';
import type { BriefFigure, Grid, Priority } from './sheet';
import { columnsWidth, type TextColumns } from './text-columns';

/**
 * The pictures of a story as one rectangle over neighbouring text columns: in one row or several, as
 * wide as the rectangle, the pictures of a row equally wide and high.
 */
export interface FigureSet {
	/** Text columns that the set covers. */
	cols: number;
	/** Height with captions, without the white under it. */
	lines: number;
	/** Positions inside the rectangle, ½ em and lines; `pictureLines` of a picture without its caption. */
	items: { figure: BriefFigure; x: number; y: number; wEm: number; h: number; pictureLines: number }[];
	cost: number;
}

/** A story without pictures. */
export const noFigures: FigureSet = { cols: 0, lines: 0, items: [], cost: 0 };

const tallest = 50;
const smallest = 5;
/** How far a picture is cropped without a second thought, and at the very most. */
const crop = { normal: 0.08, hard: 0.15 };
const cost = { crop: 0.07, cropUnit: 0.05, hardCrop: 1, width: 1.2 };
/** The width in ems that suits a picture, flat or upright, by the rank of its story. */
const suited: Record<Priority, { flat: number; upright: number }> = {
	1: { flat: 35, upright: 11 },
	2: { flat: 29, upright: 11 },
	3: { flat: 23, upright: 11 },
	4: { flat: 17, upright: 11 },
};

interface FigureSetInput {
	figures: BriefFigure[];
	priority: Priority;
	columns: TextColumns;
	grid: Grid;
}

/** All sets over 1 to all of the columns, at every height in whole lines that the crop allows; cheapest first. */
export function figureSetsOf(input: FigureSetInput): FigureSet[] {
	const { figures, columns } = input;
	if (figures.length === 0) return [noFigures];
	const sets: FigureSet[] = [];
	for (let cols = 1; cols <= columns.count; cols++) {
		for (let rowCount = 1; rowCount <= figures.length; rowCount++) {
			const rows = toRows(figures, rowCount);
			if (rows.every((row) => cols % row.length === 0)) sets.push(...arrange(input, cols, rows));
		}
	}
	return withoutTwins(sets);
}

/** In order, the fuller rows first: five in three rows are two, two and one. */
function toRows(figures: BriefFigure[], rowCount: number): BriefFigure[][] {
	const rows: BriefFigure[][] = [];
	for (let at = 0; rows.length < rowCount; at += rows.at(-1)!.length) {
		rows.push(figures.slice(at, at + Math.ceil((figures.length - at) / (rowCount - rows.length))));
	}
	return rows;
}

interface MeasuredRow {
	figures: BriefFigure[];
	wEm: number;
	/** ½ em from one picture to the next. */
	pitch: number;
	/** Lines at the pictures' own proportions. */
	natural: number;
	/** Rows of each caption. */
	captions: number[];
}

function arrange(
	{ columns, priority, grid, figures }: FigureSetInput,
	cols: number,
	rows: BriefFigure[][],
): FigureSet[] {
	const measured = rows.map((row): MeasuredRow => {
		const width = columnsWidth(columns, cols / row.length);
		const wEm = width / 2;
		const all = row.map((figure) => naturalLines(figure, wEm, grid));
		const captions = row.map((figure) => setCaption(figure, wEm, grid).rows);
		const natural = (Math.max(...all) + Math.min(...all)) / 2;
		return { figures: row, wEm, pitch: width + columns.gap, natural, captions };
	});
	const whole = measured.reduce((sum, row) => sum + row.natural, 0);
	if (whole > tallest * (1 + crop.hard)) return [];
	const base = widthCost(measured, figures, priority, grid);
	return stretchesOf(whole).flatMap((stretch) => {
		const items = placeRows(measured, stretch, grid);
		const lines = Math.max(...(items ?? []).map((item) => item.y + item.h));
		return items && lines <= tallest ? [{ cols, lines, items, cost: base + cropCost(stretch) }] : [];
	});
}

/** The pictures stretched, row under row; undefined where one would be cropped too much or be too small. */
function placeRows(rows: MeasuredRow[], stretch: number, grid: Grid): FigureSet['items'] | undefined {
	const items: FigureSet['items'] = [];
	let y = 0;
	for (const { figures, wEm, pitch, natural, captions } of rows) {
		// One height for the row: under a shorter caption stands the taller picture.
		const h = Math.round(natural * (1 + stretch)) + Math.max(...captions);
		for (const [i, figure] of figures.entries()) {
			const pictureLines = h - captions[i]!;
			if (pictureLines < smallest || !isWithinCrop(figure, wEm, pictureLines, grid)) return undefined;
			items.push({ figure, x: i * pitch, y, wEm, h, pictureLines });
		}
		y += h + 1;
	}
	return items;
}

/** The stretches that make `natural` lines a whole number. */
function stretchesOf(natural: number): number[] {
	const from = Math.ceil(natural * (1 - crop.hard));
	const to = Math.floor(natural * (1 + crop.hard));
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => (from + i) / natural - 1);
}

function cropCost(stretch: number): number {
	return (stretch / cost.cropUnit) ** 2 * cost.crop + (Math.abs(stretch) > crop.normal ? cost.hardCrop : 0);
}

/** How far the pictures are from the width that suits them, on the mean. */
function widthCost(rows: MeasuredRow[], figures: BriefFigure[], priority: Priority, grid: Grid): number {
	const isFlat = figures.filter((figure) => figure.width >= figure.height).length * 2 >= figures.length;
	const ideal = suited[priority][isFlat ? 'flat' : 'upright'];
	const off = rows.reduce((sum, row) => sum + Math.abs(row.wEm - ideal) * row.figures.length, 0);
	return (off / figures.length / grid.colEm) * cost.width;
}

/** Of sets that cover the same room, the cheapest; cheapest first. */
function withoutTwins(sets: FigureSet[]): FigureSet[] {
	const byRoom = new Map<number, FigureSet>();
	for (const set of sets) {
		const room = set.cols * 1000 + set.lines;
		const known = byRoom.get(room);
		if (!known || set.cost < known.cost) byRoom.set(room, set);
	}
	return [...byRoom.values()].sort((a, b) => a.cost - b.cost);
}
