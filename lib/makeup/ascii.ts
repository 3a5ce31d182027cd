import { columnX } from './grid';
import type { Anchor, Priority, Rect, Sheet, SheetBlock } from './sheet';

/**
 * A map of a page in letters, for tests and terminals: three characters a basic column and one a gap, two lines a row.
 * Each story has a letter in reading order, capital where its head stands; `%` picture, `#` anchor, `.` what nothing
 * covers. A legend follows, one story a row.
 *
 *     ### ### ### ### ### ###
 *     AAAAAAAAAAAAAAA BBBBBBB
 *     aaa aaa %%%%%%% bbb bbb
 *     aaa aaa %%%%%%% bbb ...
 */
export function asciiOf(sheet: Sheet, anchors: readonly Anchor[] = []): string {
	const { grid, blocks } = sheet;
	const parts = [...blocks.flatMap(partsOf), ...anchors.map((box) => ({ box, mark: '#' }))];
	const columns = samplesOf(sheet);
	const rows: string[] = [];
	for (let y = 0; y < grid.lines; y += 2) {
		const row = columns.map(({ x, isGap }) => markAt(parts, x, y) ?? markAt(parts, x, y + 1) ?? (isGap ? ' ' : '.'));
		rows.push(row.join('').trimEnd());
	}
	const legend = blocks.map((block, i) => `${letterOf(i)} ${rankName[block.priority]} ${headlineOf(block)}`);
	return [...rows, '', ...legend, ''].join('\n');
}

const rankName: Record<Priority, string> = { 1: '头条', 2: '次条', 3: '一般', 4: '简讯' };

interface Part {
	box: Rect;
	mark: string;
}

/** What of a block stands where; of two parts in one place the earlier shows. */
function partsOf(block: SheetBlock, index: number): Part[] {
	const capital = letterOf(index);
	return [
		{ box: block.head, mark: capital },
		...block.figures.map((figure) => ({ box: { ...figure, w: 2 * figure.wEm }, mark: '%' })),
		// A line of text and the white before the next part: what the text does not fill is no more covered.
		...block.frames.map(({ x, y, wEm, lines }) => ({
			box: { x, y, w: 2 * wEm, h: lines.length },
			mark: capital.toLowerCase(),
		})),
		...(block.box ? [{ box: boxOf(block), mark: ' ' }] : []),
	];
}

/** The rectangle of a boxed story with its frame. */
function boxOf({ head, frames, figures }: SheetBlock): Rect {
	const parts = [head, ...[...frames, ...figures].map((part) => ({ ...part, w: 2 * part.wEm }))];
	const x = Math.min(...parts.map((part) => part.x)) - 2;
	const y = Math.min(...parts.map((part) => part.y)) - 1;
	const right = Math.max(...parts.map((part) => part.x + part.w)) + 2;
	const foot = Math.max(...parts.map((part) => part.y + part.h)) + 1;
	return { x, y, w: right - x, h: foot - y };
}

/** Where the characters of a row look: three places in each column, one in each gap; ½ em. */
function samplesOf({ grid }: Sheet): { x: number; isGap: boolean }[] {
	return Array.from({ length: grid.cols }, (_, col) => {
		const x = columnX(grid, col);
		const thirds = [1, 3, 5].map((sixth) => ({ x: x + (sixth * grid.colEm) / 3, isGap: false }));
		return col === 0 ? thirds : [{ x: x - grid.gapEm, isGap: true }, ...thirds];
	}).flat();
}

function markAt(parts: Part[], x: number, y: number): string | undefined {
	return parts.find(({ box }) => x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h)?.mark;
}

function letterOf(index: number): string {
	return String.fromCharCode(65 + (index % 26));
}

function headlineOf({ head }: SheetBlock): string {
	return head.parts.find((part) => part.role === 'headline')?.rows.join('') ?? '';
}
