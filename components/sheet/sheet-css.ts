import { captionPt, setCaption } from '@/lib/makeup/figure';
import { emOfMm } from '@/lib/makeup/grid';
import { rowHeight } from '@/lib/makeup/head';
import type { Brief, BriefFigure, Grid, Sheet, SheetBlock, SheetFigure } from '@/lib/makeup/sheet';
import { boxOf, rulesOf } from './geometry';

/** Class of the block at an index of the sheet. */
export function blockClass(index: number): string {
	return `b${index}`;
}

/** Class of a type size. */
export function ptClass(pt: number): string {
	return `pt${String(pt).replace('.', '-')}`;
}

/**
 * The geometry of one sheet as a style sheet; `sheet.css` holds what all sheets share. Pure: the
 * same sheet gives the same text, so that its hash can stand in a content security policy.
 */
export function sheetCss(sheet: Sheet, brief: Brief): string {
	const { grid } = sheet;
	const nameplate = brief.anchors.find((anchor) => anchor.kind === 'nameplate');
	const figures = new Map(brief.stories.flatMap((story) => story.figures).map((figure) => [figure.id, figure]));
	return [
		...pageRules(grid),
		...(nameplate ? [rule('.sheet-nameplate', boxStyle(nameplate, grid))] : []),
		...typeRules(sheet),
		...sheet.blocks.flatMap((block, i) => blockRules(block, i, sheet, brief, figures)),
	].join('\n');
}

type Style = Record<string, string>;

function rule(selector: string, style: Style): string {
	const declarations = Object.entries(style).map(([property, value]) => `${property}:${value}`);
	return `${selector}{${declarations.join(';')}}`;
}

function em(value: number): string {
	return `${Math.round(value * 10_000) / 10_000}em`;
}

/** A type size in body ems. Not in `em`: browsers hold sizes relative to the parent at a minimum of some pixels. */
function size(bodyEms: number): string {
	return `calc(var(--sheet-em)*${Math.round(bodyEms * 10_000) / 10_000})`;
}

function lines(count: number, grid: Grid): string {
	return em(count * grid.linePitchEm);
}

function boxStyle(box: { x: number; y: number; w: number; h: number }, grid: Grid): Style {
	return { left: em(box.x / 2), top: lines(box.y, grid), width: em(box.w / 2), height: lines(box.h, grid) };
}

/** The page in ems of the body type, so that everything scales with the width of its container. */
function pageRules(grid: Grid): string[] {
	const [width, height] = grid.pageMm.map((mm) => emOfMm(grid, mm)) as [number, number];
	const [top, right, bottom, left] = grid.marginMm.map((mm) => em(emOfMm(grid, mm))) as [
		string,
		string,
		string,
		string,
	];
	const area = boxStyle(
		{ x: 0, y: 0, w: 2 * (grid.cols * (grid.colEm + grid.gapEm) - grid.gapEm), h: grid.lines },
		grid,
	);
	return [
		rule('.sheet-page', {
			'--sheet-em': `calc(100cqw/${width.toFixed(4)})`,
			'font-size': 'var(--sheet-em)',
			width: em(width),
			height: em(height),
			'line-height': String(grid.linePitchEm),
		}),
		rule('.sheet-area', { ...area, top, left }),
		rule('.sheet-folio', { left, right, height: top }),
		rule('.sheet-credits', { left, right, height: bottom }),
	];
}

/** Sizes and row heights of display type, as the heads were measured with. */
function typeRules(sheet: Sheet): string[] {
	const sizes = new Set(sheet.blocks.flatMap((block) => block.head.parts.map((part) => part.pt)));
	const { bodyPt, linePitchEm } = sheet.grid;
	return [
		...[...sizes].sort((a, b) => a - b).map((pt) => rule(`.sheet .${ptClass(pt)}`, { 'font-size': size(pt / bodyPt) })),
		...Object.entries(rowHeight).map(([role, height]) => rule(`.sheet .${role}`, { 'line-height': String(height) })),
		rule('.sheet figcaption', {
			'font-size': size(captionPt / bodyPt),
			'line-height': String((linePitchEm * bodyPt) / captionPt),
		}),
	];
}

function blockRules(
	block: SheetBlock,
	index: number,
	sheet: Sheet,
	brief: Brief,
	figures: Map<string, BriefFigure>,
): string[] {
	const { grid } = sheet;
	const self = `.${blockClass(index)}`;
	const box = boxOf(block, sheet, brief.anchors);
	const inside = (part: { x: number; y: number; h: number }, w: number) =>
		boxStyle({ x: part.x - box.x, y: part.y - box.y, w, h: part.h }, grid);
	return [
		rule(self, boxStyle(box, grid)),
		...hairlines(self, block, sheet, brief),
		rule(`${self} .head`, {
			height: lines(block.head.h, grid),
			margin: `${lines(block.head.y - box.y, grid)} ${em((block.head.x - box.x) / 2)} 0`,
		}),
		...block.frames.map((frame, i) => rule(`${self} .f${i}`, inside(frame, 2 * frame.wEm))),
		...block.figures.flatMap((figure, i) => [
			rule(`${self} .g${i}`, inside(figure, 2 * figure.wEm)),
			rule(`${self} .g${i} img`, pictureStyle(figure, figures.get(figure.id), grid)),
		]),
	];
}

/** Rules stand in the middle of the gaps between stories. */
function hairlines(self: string, block: SheetBlock, sheet: Sheet, brief: Brief): string[] {
	const { top, left, leftGap, rightGap, bottomGap } = rulesOf(block, sheet, brief.anchors);
	if (!top && !left) return [];
	const { gapEm, linePitchEm } = sheet.grid;
	const side = (reaches: boolean) => (reaches ? em(-gapEm / 2) : '0');
	return [
		rule(`${self}::before`, {
			top: top ? em(-linePitchEm / 2) : '0',
			left: side(leftGap),
			right: side(rightGap),
			bottom: bottomGap ? em(-linePitchEm / 2) : '0',
			'border-width': `${top ? '1px' : '0'} 0 0 ${left ? '1px' : '0'}`,
		}),
	];
}

function pictureStyle(figure: SheetFigure, source: BriefFigure | undefined, grid: Grid): Style {
	const rows = source ? setCaption(source, figure.wEm, grid).rows : 0;
	const [x, y, width, height] = figure.crop;
	const position = (start: number, size: number) => `${Math.round(size < 1 ? (start / (1 - size)) * 100 : 50)}%`;
	return { height: lines(figure.h - rows, grid), 'object-position': `${position(x, width)} ${position(y, height)}` };
}
