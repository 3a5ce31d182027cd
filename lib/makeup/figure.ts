import { breakText } from './breaker';
import { normalize } from './normalize';
import type { BriefFigure, BrokenLine, Grid } from './sheet';

/** Size of captions in points. */
export const captionPt = 8;
/** A picture's box may be this much taller or flatter than the picture; the rest is cropped. */
const cropTolerance = 0.15;

/** The caption and credit of a figure as they are set: text, its lines, and the row of the credit. */
export interface Caption {
	/** Normalised. */
	text: string;
	/** Lines of the caption at `captionPt`, every one ragged or not as its `fit` says. */
	lines: BrokenLine[];
	credit: string;
	/** Whether the credit has a row of its own. */
	creditRow: boolean;
	/** Body lines that caption and credit take together. */
	rows: number;
}

/**
 * Sets a caption under a picture that is `wEm` body ems wide. The credit stands at the right end of
 * the last row when there is room, else in a row of its own. Sheets do not carry captions: whoever
 * draws one calls this.
 */
export function setCaption(figure: Pick<BriefFigure, 'caption' | 'credit'>, wEm: number, grid: Grid): Caption {
	const text = normalize(figure.caption ?? '');
	const credit = normalize(figure.credit ?? '');
	const measure = Math.floor((2 * wEm * grid.bodyPt) / captionPt);
	const lines = breakText(text, measure).lines();
	const last = lines.at(-1);
	const lastWidth = last ? 2 * (last.to - last.from) : measure;
	const creditRow = credit !== '' && lastWidth + 2 * credit.length + 2 > measure;
	return { text, lines, credit, creditRow, rows: lines.length + (creditRow ? 1 : 0) };
}

/** Lines that a picture is high at its own proportions and a width, without its caption. */
export function naturalLines(figure: BriefFigure, wEm: number, grid: Grid): number {
	return (wEm * figure.height) / figure.width / grid.linePitchEm;
}

/** Whether the picture can be shown `lines` high without cropping more than is allowed. */
export function isWithinCrop(figure: BriefFigure, wEm: number, lines: number, grid: Grid): boolean {
	return Math.abs(lines / naturalLines(figure, wEm, grid) - 1) <= cropTolerance;
}

/** The window of the source that fills a box of that size, around the focus: left, top, width, height as fractions. */
export function cropTo(figure: BriefFigure, wEm: number, lines: number, grid: Grid): [number, number, number, number] {
	const share = naturalLines(figure, wEm, grid) / lines;
	const width = Math.min(1, share);
	const height = Math.min(1, 1 / share);
	const focus = figure.focus ?? { x: 0.5, y: 0.4 };
	const start = (center: number, size: number) => round(Math.min(1 - size, Math.max(0, center - size / 2)));
	return [start(focus.x, width), start(focus.y, height), round(width), round(height)];
}

function round(value: number): number {
	return Math.round(value * 10_000) / 10_000;
}
