import { type Box, type Drawing, widthOf } from './drawing';
import type { ShareStory } from './share-story';
import { drawLine, type SetLine } from './text-set';
import { setRun } from './type';

/** What a picture consists of once it is composed. */
export interface Composition {
	drawing: Drawing;
	width: number;
	height: number;
	/** Where the story's picture goes, cut to fill it. */
	picture?: Box;
}

/** Pixels of an em of the text of a story, and of the way to the next line. */
export interface TextSize {
	em: number;
	pitch: number;
}

/** 报头: the paper's name, as drawn or in its heavy face, `height` pixels high. Returns its width. */
export function drawNameplate(
	drawing: Drawing,
	{ paper, nameplate }: ShareStory,
	{ x, y, height, width }: Box,
): number {
	if (nameplate) {
		const scale = Math.min(height / 1000, width / nameplate.width);
		drawing.path(nameplate.path, { x, y }, scale, 'text');
		return nameplate.width * scale;
	}
	const run = setRun('head', paper);
	const size = Math.min(height, width / Math.max(1, run.width));
	drawing.run(run, { x, y: y + size * 0.88, size }, 'text');
	return widthOf(run, size);
}

/** The double rule under a nameplate. */
export function drawDoubleRule(drawing: Drawing, { x, y, width }: Omit<Box, 'height'>): void {
	drawing.rect({ x, y, width, height: 4 }, 'text');
	drawing.rect({ x, y: y + 8, width, height: 1 }, 'text');
}

const labelSize = 23;
export const labelsHeight = 40;

/** The column's badge, the series beside it. Returns the height that they take with the white below, 0 where there are none. */
export function drawLabels(
	drawing: Drawing,
	{ column, series }: ShareStory,
	{ x, y, width }: Omit<Box, 'height'>,
): number {
	if (!column && !series) return 0;
	let left = x;
	if (column) {
		const run = setRun('hei', column);
		const size = Math.min(labelSize, (width - 28) / run.width);
		const box = { x, y, width: widthOf(run, size) + 28, height: labelsHeight };
		drawing.rect(box, 'accent');
		drawing.run(run, { x: x + 14, y: y + labelsHeight / 2 + size * 0.37, size }, 'paper');
		left += box.width + 20;
	}
	if (series) {
		const run = setRun('head', series);
		if (left + widthOf(run, labelSize) <= x + width)
			drawing.run(run, { x: left, y: y + labelsHeight / 2 + labelSize * 0.37, size: labelSize }, 'accent');
	}
	return labelsHeight + 22;
}

/** A column of text: where it begins and how many lines it has. */
export interface TextColumn {
	x: number;
	y: number;
	lines: number;
}

/** Fills columns one after the other; what does not fit is left off. */
export function drawColumns(
	drawing: Drawing,
	lines: readonly SetLine[],
	columns: readonly TextColumn[],
	{ em, pitch }: TextSize,
): void {
	let next = 0;
	for (const { x, y, lines: room } of columns) {
		for (const [row, line] of lines.slice(next, next + room).entries())
			drawLine(drawing, line, { x, y: y + row * pitch, size: em });
		next += room;
	}
}

/** 摄影 under a picture, small, to the right. */
export function drawCredit(drawing: Drawing, { credit }: { credit: string }, box: Box): void {
	if (!credit) return;
	const place = { x: box.x + box.width, y: box.y + box.height + creditHeight * 0.82, size: 19, align: 'end' as const };
	drawing.text('song', credit, place, 'grey');
}

export const creditHeight = 28;

/** Shorter columns than this side by side are no columns. */
const shortest = 3;

/** As many lines in each column as there is room for, or as few as hold them all side by side. */
export function evenRoom(lines: number, columns: number, room: number): number {
	return Math.max(0, Math.min(room, Math.max(shortest, Math.ceil(lines / columns))));
}
