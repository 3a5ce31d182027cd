import { type Box, Drawing } from './drawing';
import {
	type Composition,
	creditHeight,
	drawColumns,
	drawCredit,
	drawDoubleRule,
	drawLabels,
	drawNameplate,
	evenRoom,
	type TextColumn,
	type TextSize,
} from './frame';
import { drawHead, setHead } from './head-set';
import { drawQr } from './qr';
import { posterWidth, type SharePicture, type ShareStory } from './share-story';
import { setOpening } from './text-set';
import { setRun } from './type';

const edge = 72;
const inner = posterWidth - 2 * edge;
/** A flat picture needs room beside the text. */
const heights = { least: 1080, most: 1440, withPicture: 1760 };

/** Two basic columns of 13 em and a gap of one are the width. */
const em = inner / 27;
const measure = 13;
const text: TextSize = { em, pitch: em * 1.58 };
const columnWidth = measure * em;
const secondX = edge + columnWidth + em;

const headSizes = [108, 100, 92, 84, 78, 72, 66, 60, 56, 52, 48, 44, 40];
const headRows = 4;
/** From the rule over the foot to the lower edge. */
const footHeight = 262;
const qrWidth = 196;
const gap = 30;
const least = { lines: 4, picture: 300 };

/** 分享图: a clipping to be kept and passed on, with the way to the whole of it. */
export function composePoster(story: ShareStory): Composition {
	const drawing = new Drawing();
	const top = drawMasthead(drawing, story);
	const labels = drawLabels(drawing, story, { x: edge, y: top, width: inner });
	const headTop = top + labels;
	const most = story.picture && !isUpright(story.picture) ? heights.withPicture : heights.most;
	const foot = most - footHeight;
	const reserve = least.lines * text.pitch + gap + (story.picture ? least.picture + gap : 0);
	const room = { width: inner, sizes: headSizes, most: headRows, height: foot - headTop - gap, spare: reserve };
	const head = setHead(story, room);
	drawHead(drawing, head, { x: edge, y: headTop, width: inner });
	const { picture, end } = layText(drawing, story, headTop + head.height + gap, foot - gap);
	const height = Math.round(Math.min(most, Math.max(heights.least, end + gap + footHeight)));
	drawFoot(drawing, story, height - footHeight);
	return { drawing, width: posterWidth, height, picture };
}

function drawMasthead(drawing: Drawing, story: ShareStory): number {
	drawNameplate(drawing, story, { x: edge, y: 68, height: 96, width: inner * 0.55 });
	const x = edge + inner;
	drawing.text('hei', story.place, { x, y: 112, size: 30, align: 'end' }, 'text');
	drawing.text('song', story.day, { x, y: 158, size: 26, align: 'end' }, 'text');
	drawDoubleRule(drawing, { x: edge, y: 188, width: inner });
	return 230;
}

/** The picture and the opening in two columns under the head; says where they end. */
function layText(drawing: Drawing, story: ShareStory, y: number, most: number): { picture?: Box; end: number } {
	const picture = story.picture && pictureBox(story.picture, y, most);
	const below = picture ? picture.y + picture.height + (story.picture?.credit ? creditHeight : 0) + gap : y;
	if (story.picture && picture) drawCredit(drawing, story.picture, picture);
	// An upright picture stands over the first column, the second runs beside it.
	const isBeside = picture !== undefined && picture.width < inner;
	const linesFrom = (start: number) => Math.max(0, Math.floor((most - start) / text.pitch));
	const room = [linesFrom(below), linesFrom(isBeside ? y : below)] as const;
	const lines = setOpening(story, measure, room[0] + room[1]);
	const columns = isBeside ? besideColumns(lines.length, y, below, room) : evenColumns(lines.length, below, room[0]);
	drawColumns(drawing, lines, columns, text);
	const end = Math.max(below - gap, ...columns.map(({ y: start, lines: count }) => start + count * text.pitch));
	const from = Math.min(...columns.map(({ y: start }) => start));
	if (lines.length > (columns[0]?.lines ?? 0))
		drawing.rect({ x: secondX - em / 2, y: from, width: 1, height: end - from }, 'hairline');
	return { picture, end };
}

function evenColumns(lines: number, y: number, room: number): TextColumn[] {
	const each = evenRoom(lines, 2, room);
	return [edge, secondX].map((x) => ({ x, y, lines: each }));
}

/** The first under a picture, the second beside it and on. */
function besideColumns(
	lines: number,
	y: number,
	below: number,
	[left, right]: readonly [number, number],
): TextColumn[] {
	// So few lines stand beside the picture alone.
	const first = lines <= right ? 0 : left;
	return [
		{ x: edge, y: below, lines: first },
		{ x: secondX, y, lines: Math.min(right, lines) },
	];
}

function isUpright({ width, height }: SharePicture): boolean {
	return width < height * 1.1;
}

function pictureBox(picture: SharePicture, y: number, most: number): Box {
	const boxWidth = isUpright(picture) ? columnWidth : inner;
	const credit = picture.credit ? creditHeight : 0;
	const room = most - y - credit - (isUpright(picture) ? 0 : gap + least.lines * text.pitch);
	return { x: edge, y, width: boxWidth, height: Math.min(room, (boxWidth * picture.height) / picture.width) };
}

/** The QR code and what it leads to. */
function drawFoot(drawing: Drawing, { paper, address }: ShareStory, y: number): void {
	drawing.rect({ x: edge, y, width: inner, height: 1 }, 'text');
	const { size, path } = drawQr(address);
	const qrX = edge + inner - qrWidth;
	drawing.path(`M0 0h${size}v${size}H0z`, { x: qrX, y: y + 24 }, qrWidth / size, 'white');
	drawing.path(path, { x: qrX, y: y + 24 }, qrWidth / size, 'black');
	const x = edge;
	drawing.text('head', '长按或扫码，读全文', { x, y: y + 92, size: 44 }, 'text');
	drawing.text('song', `《${paper}》原文，长期有效`, { x, y: y + 142, size: 26 }, 'grey');
	const plain = setRun('song', address.replace(/^https?:\/\//, ''));
	drawing.run(plain, { x, y: y + 188, size: Math.min(22, (inner - qrWidth - gap) / plain.width) }, 'grey');
}
