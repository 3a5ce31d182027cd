import { choppedRows, displayWidth, setRows } from '@/lib/makeup/rows';
import { type Drawing, type Ink, widthOf } from './drawing';
import type { ShareStory } from './share-story';
import { setRun, type TypeFace } from './type';

/** A row of a head. */
interface HeadRow {
	face: TypeFace;
	text: string;
	/** Pixels of an em. */
	size: number;
	color: Ink;
	/** White above, in pixels. */
	above: number;
}

/** A head as it is set: rows from top to bottom. */
export interface SetHead {
	rows: HeadRow[];
	height: number;
	/** Of the headline. */
	size: number;
}

export interface HeadRoom {
	width: number;
	/** Sizes of the headline in pixels, largest first. */
	sizes: readonly number[];
	/** Most rows of the headline, unless more are forced. */
	most: number;
	/** Most height, and what of it had better be left for the text. */
	height: number;
	spare: number;
}

type HeadText = Pick<ShareStory, 'kicker' | 'headline' | 'deck' | 'byline' | 'names'>;

/** Of 引题 and 副题 beside the headline, and the least and most in pixels. */
const second = { share: 0.44, least: 26, most: 40 };
const bylineSize = 24;
const rowHeight = { headline: 1.22, second: 1.4, byline: 1.3 };
/** A headline that fills so much of the width looks as if it were meant to; what fills less is worth its share of it. */
const goodFill = 0.8;

/**
 * The head in the size that suits the room best: large, and filling the width. Rows end between words and never within a
 * name or a title in 《》; a headline that no size fits loses its end.
 */
export function setHead(told: HeadText, room: HeadRoom): SetHead {
	const text = shortened(told);
	return fitHead(text, { ...room, height: room.height - room.spare }) ?? fitHead(text, room) ?? lastResort(text, room);
}

/** Characters beyond which a text of a head is no head any more. */
const longest = { headline: 90, kicker: 60, deck: 90, byline: 60 };

function shortened(text: HeadText): HeadText {
	const cut = (whole: string, most: number) =>
		whole.length > most ? `${[...whole].slice(0, most - 2).join('')}……` : whole;
	return {
		...text,
		headline: cut(text.headline, longest.headline),
		kicker: cut(text.kicker, longest.kicker),
		deck: cut(text.deck, longest.deck),
		byline: cut(text.byline, longest.byline),
	};
}

function fitHead(text: HeadText, room: HeadRoom): SetHead | undefined {
	let best: { head: SetHead; worth: number } | undefined;
	for (const size of room.sizes) {
		const rows = headlineRows(text, room, size);
		const head = rows && assemble(text, rows, size, room);
		if (!head || head.height > room.height) continue;
		const fill = (Math.max(...rows.map(displayWidth)) * size) / room.width;
		const worth = size * Math.min(1, fill / goodFill);
		if (!best || worth > best.worth) best = { head, worth };
	}
	return best?.head;
}

function headlineRows({ headline, names }: HeadText, { width, most }: HeadRoom, size: number): string[] | undefined {
	const forced = headline.split('\n').length;
	const rows = setRows(headline, width / size, Math.max(most, forced), names);
	// A row of one or two characters under long ones is an orphan; shorter type has none.
	const isOrphan = (row: string) => [...row].length < 3;
	return rows && rows.length > forced && rows.some(isOrphan) ? undefined : rows;
}

/** Without kicker and deck if need be, then cut off. */
function lastResort(text: HeadText, room: HeadRoom): SetHead {
	const size = room.sizes.at(-1) ?? second.least;
	const bare = { ...text, kicker: '', deck: '' };
	const rows =
		setRows(text.headline, room.width / size, 12, text.names) ??
		choppedRows(text.headline.replaceAll('\n', ''), room.width / size);
	for (let kept = rows.length; ; kept--) {
		const cut = rows.slice(0, Math.max(1, kept));
		if (cut.length < rows.length) cut.push(`${(cut.pop() ?? '').slice(0, -2)}……`);
		const head = assemble(kept === rows.length ? text : bare, cut, size, room);
		const barer = assemble(bare, cut, size, room);
		if (head.height <= room.height) return head;
		if (barer.height <= room.height || kept <= 1) return barer;
	}
}

function assemble(text: HeadText, headline: string[], size: number, { width }: HeadRoom): SetHead {
	const secondSize = Math.min(second.most, Math.max(second.least, Math.round(size * second.share)));
	const parts: HeadRow[] = [];
	const add = (row: Omit<HeadRow, 'above'>, above: number) =>
		parts.push({ ...row, above: parts.length === 0 ? 0 : above });
	for (const row of secondRows(text.kicker, width, secondSize, text.names))
		add({ face: 'song', text: row, size: secondSize, color: 'text' }, secondSize * (rowHeight.second - 1));
	for (const [index, row] of headline.entries()) {
		const above = index === 0 ? secondSize * 0.45 : size * (rowHeight.headline - 1);
		add({ face: 'head', text: row, size, color: 'text' }, above);
	}
	for (const [index, row] of secondRows(text.deck, width, secondSize, text.names).entries()) {
		const above = index === 0 ? size * 0.3 : secondSize * (rowHeight.second - 1);
		add({ face: 'song', text: row, size: secondSize, color: 'grey' }, above);
	}
	for (const row of secondRows(text.byline, width, bylineSize, text.names))
		add({ face: 'song', text: row, size: bylineSize, color: 'text' }, bylineSize * 0.9);
	return { rows: parts, size, height: parts.reduce((sum, row) => sum + row.above + row.size, 0) };
}

function secondRows(text: string, width: number, size: number, names: string[]): string[] {
	if (!text) return [];
	return setRows(text, width / size, 3, names) ?? choppedRows(text.replaceAll('\n', ''), width / size).slice(0, 3);
}

/** Where an ideographic em box has its baseline, from its top. */
const baseline = 0.88;

/** Draws a head with its top left corner at a place. */
export function drawHead(
	drawing: Drawing,
	head: SetHead,
	{ x, y, width }: { x: number; y: number; width: number },
): void {
	let top = y;
	for (const { face, text, size, color, above } of head.rows) {
		top += above;
		const run = setRun(face, text);
		// What the widths of head type are reckoned at is near, not exact.
		const over = Math.min(1, width / widthOf(run, size));
		drawing.run(run, { x, y: top + baseline * size, size: size * over }, color);
		top += size;
	}
}
