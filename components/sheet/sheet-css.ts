import { captionPt, setCaption } from '@/lib/makeup/figure';
import { emOfMm } from '@/lib/makeup/grid';
import { heightOf, letterSpaceEm, rowHeight } from '@/lib/makeup/head';
import type { Brief, BriefFigure, Grid, Sheet, SheetBlock, SheetFigure } from '@/lib/makeup/sheet';
import { type Box, cornersOf, type Outline, outlineOf, rulesOf } from './geometry';

/** Class of the block at an index of the sheet. */
export function blockClass(index: number): string {
	return `b${index}`;
}

/** Class of the anchor at an index of the brief. */
export function anchorClass(index: number): string {
	return `a${index}`;
}

/** Class of the hairline at an index of `rulesOf`. */
export function ruleClass(index: number): string {
	return `r${index}`;
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
	const figures = new Map(brief.stories.flatMap((story) => story.figures).map((figure) => [figure.id, figure]));
	return [
		...pageRules(grid),
		...brief.anchors.map((anchor, i) => rule(`.${anchorClass(i)}`, boxStyle(anchor, grid))),
		...rulesOf(sheet, brief.anchors).map(({ direction, x, y, length }, i) => {
			const size: Style = direction === 'across' ? { width: em(length / 2) } : { height: lines(length, grid) };
			return rule(`.${ruleClass(i)}`, { left: em(x / 2), top: lines(y, grid), ...size });
		}),
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

function boxStyle(box: Box, grid: Grid): Style {
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
	const outline = outlineOf(block, sheet, brief.anchors);
	const { box } = outline;
	const inside = (part: { x: number; y: number; h: number }, w: number) =>
		boxStyle({ x: part.x - box.x, y: part.y - box.y, w, h: part.h }, grid);
	return [
		rule(self, boxStyle(box, grid)),
		...(outline.feet.length > 1 ? steppedArea(self, outline, grid) : []),
		rule(`${self} .head`, {
			width: em(block.head.w / 2),
			height: lines(block.head.h, grid),
			margin: `${lines(block.head.y - box.y, grid)} 0 0 ${em((block.head.x - box.x) / 2)}`,
		}),
		...spacing(self, block, grid),
		...block.frames.map((frame, i) => rule(`${self} .f${i}`, inside(frame, 2 * frame.wEm))),
		...block.figures.flatMap((figure, i) => [
			rule(`${self} .g${i}`, inside(figure, 2 * figure.wEm)),
			rule(`${self} .g${i} img`, pictureStyle(figure, figures.get(figure.id), grid)),
		]),
	];
}

/** Short heads are spread; what follows the last character of a row stands before its first too, so that rows stay centred. */
function spacing(self: string, { head, relation }: SheetBlock, grid: Grid): string[] {
	const across = head.parts.filter(({ role }) => role === 'series' || role === 'column' || role === 'byline');
	const around = across.reduce((sum, part) => sum + heightOf(part, grid) + 1, 0);
	const length = relation === 'vertical' ? (head.h - around) * grid.linePitchEm : head.w / 2;
	return head.parts.flatMap((part) => {
		const space = letterSpaceEm(part, length);
		if (space === 0) return [];
		return [rule(`${self} .${part.role} .row`, { 'letter-spacing': em(space), 'padding-inline-start': em(space) })];
	});
}

/** How far the hot area of a story reaches beyond it, in body ems, and how wide its outline is: `sheet.css` has the same. */
const reachEm = 0.3;
const ringPx = 1.5;

/** The hot area of an L and, as a ring, its outline; `sheet.css` has them for rectangles. */
function steppedArea(self: string, outline: Outline, grid: Grid): string[] {
	const { box } = outline;
	const corners = cornersOf(outline).map(({ x, y }) => ({
		x: (x - box.x) / 2 + (x === box.x ? 0 : x === box.x + box.w ? 2 * reachEm : reachEm),
		y: (y - box.y) * grid.linePitchEm + (y === box.y ? 0 : 2 * reachEm),
	}));
	const outer = corners.map(({ x, y }) => `${em(x)} ${em(y)}`);
	const inner = corners.map((corner, i) => {
		const [before, after] = [corners.at(i - 1)!, corners[(i + 1) % corners.length]!];
		// The corners go clockwise, so the inside lies at the right hand of each side: below what runs to the right.
		const right = Math.sign(before.y - corner.y) + Math.sign(corner.y - after.y);
		const down = Math.sign(corner.x - before.x) + Math.sign(after.x - corner.x);
		return `calc(${em(corner.x)} + ${right * ringPx}px) calc(${em(corner.y)} + ${down * ringPx}px)`;
	});
	return [
		rule(`${self} .headline a::after`, { 'clip-path': `polygon(${outer.join(',')})` }),
		rule(`${self} .headline a::before`, {
			'clip-path': `polygon(evenodd,${[...outer, outer[0], ...inner, inner[0]].join(',')})`,
		}),
	];
}

function pictureStyle(figure: SheetFigure, source: BriefFigure | undefined, grid: Grid): Style {
	const rows = source ? setCaption(source, figure.wEm, grid).rows : 0;
	const [x, y, width, height] = figure.crop;
	const position = (start: number, size: number) => `${Math.round(size < 1 ? (start / (1 - size)) * 100 : 50)}%`;
	return { height: lines(figure.h - rows, grid), 'object-position': `${position(x, width)} ${position(y, height)}` };
}
