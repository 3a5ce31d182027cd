import { isWithinCrop, naturalLines, setCaption } from './figure';
import type { BriefFigure, Grid, Priority } from './sheet';
import { columnsWidth, type TextColumns } from './text-columns';

/**
 * The pictures of a story as one rectangle over neighbouring text columns: one under the other, or
 * side by side.
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
const cost = { crop: 0.07, cropUnit: 0.05, hardCrop: 1, width: 0.6 };
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
	if (input.figures.length === 0) return [noFigures];
	const sets: FigureSet[] = [];
	for (let cols = 1; cols <= input.columns.count; cols++) sets.push(...stacked(input, cols), ...inRow(input, cols));
	return withoutTwins(sets);
}

/** One under the other. */
function stacked({ figures, priority, columns, grid }: FigureSetInput, cols: number): FigureSet[] {
	const wEm = columnsWidth(columns, cols) / 2;
	const natural = figures.map((figure) => naturalLines(figure, wEm, grid));
	const whole = natural.reduce((sum, lines) => sum + lines, 0);
	if (whole > tallest * (1 + crop.hard)) return [];
	const captions = figures.map((figure) => setCaption(figure, wEm, grid).rows);
	return stretchesOf(whole).flatMap((stretch) => {
		const items: FigureSet['items'] = [];
		let y = 0;
		for (const [i, figure] of figures.entries()) {
			const pictureLines = Math.round(natural[i]! * (1 + stretch));
			if (pictureLines < smallest || !isWithinCrop(figure, wEm, pictureLines, grid)) return [];
			const h = pictureLines + captions[i]!;
			items.push({ figure, x: 0, y, wEm, h, pictureLines });
			y += h + 1;
		}
		return y - 1 > tallest ? [] : [{ cols, lines: y - 1, items, cost: costOf(figures, priority, wEm, stretch, grid) }];
	});
}

/** Side by side, equally high. */
function inRow({ figures, priority, columns, grid }: FigureSetInput, cols: number): FigureSet[] {
	const each = cols / figures.length;
	if (figures.length < 2 || !Number.isInteger(each)) return [];
	const wEm = columnsWidth(columns, each) / 2;
	const natural = figures.map((figure) => naturalLines(figure, wEm, grid));
	const captions = figures.map((figure) => setCaption(figure, wEm, grid).rows);
	const middle = (Math.max(...natural) + Math.min(...natural)) / 2;
	return stretchesOf(middle).flatMap((stretch) => {
		const pictureLines = Math.round(middle * (1 + stretch));
		if (pictureLines < smallest || pictureLines > tallest) return [];
		if (!figures.every((figure) => isWithinCrop(figure, wEm, pictureLines, grid))) return [];
		const items = figures.map((figure, i) => {
			const x = i * (columnsWidth(columns, each) + columns.gap);
			return { figure, x, y: 0, wEm, h: pictureLines + captions[i]!, pictureLines };
		});
		const lines = Math.max(...items.map((item) => item.h));
		return [{ cols, lines, items, cost: costOf(figures, priority, wEm, stretch, grid) }];
	});
}

/** The stretches that make `natural` lines a whole number. */
function stretchesOf(natural: number): number[] {
	const from = Math.ceil(natural * (1 - crop.hard));
	const to = Math.floor(natural * (1 + crop.hard));
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => (from + i) / natural - 1);
}

function costOf(figures: BriefFigure[], priority: Priority, wEm: number, stretch: number, grid: Grid): number {
	const flat = figures.filter((figure) => figure.width >= figure.height).length * 2 >= figures.length;
	const ideal = suited[priority][flat ? 'flat' : 'upright'];
	const cropped = (stretch / cost.cropUnit) ** 2 * cost.crop + (Math.abs(stretch) > crop.normal ? cost.hardCrop : 0);
	return cropped + (Math.abs(wEm - ideal) / grid.colEm) * cost.width;
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
