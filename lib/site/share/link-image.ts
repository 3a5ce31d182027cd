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
	type TextSize,
} from './frame';
import { drawHead, setHead } from './head-set';
import { imageSize, type SharePicture, type ShareStory } from './share-story';
import { setOpening } from './text-set';

const { width, height } = imageSize;
const edge = 56;
const inner = width - 2 * edge;
const top = 140;
const bottom = height - 44;

/** Three columns of 16 em and two gaps of 1½ are the width. */
const em = inner / 51;
const text: TextSize = { em, pitch: em * 1.62 };
const gap = 1.5 * em;
/** What a picture takes of the width, and the columns beside it. */
const beside = {
	upright: { picture: 16 * em, columns: 2, measure: 16 },
	flat: { picture: 24 * em, columns: 2, measure: 12 },
	none: { picture: 0, columns: 3, measure: 16 },
};
const headSizes = [96, 90, 84, 78, 72, 66, 60, 56, 52, 48, 44, 40, 36, 32];
/** Beside a picture heads are smaller and of more rows. */
const most = { size: 76, rows: 5, rowsAlone: 4 };
/** Fewer lines of text than this under a head are none. */
const leastLines = 3;
const wantedLines = 4;
const aboveText = 26;

/** The picture of a link: the top of a clipping, in its breadth. */
export function composeLinkImage(story: ShareStory): Composition {
	const drawing = new Drawing();
	drawMasthead(drawing, story);
	const kind = !story.picture ? 'none' : story.picture.width < story.picture.height * 1.1 ? 'upright' : 'flat';
	const { picture: pictureWidth, columns, measure } = beside[kind];
	const room = inner - (pictureWidth && pictureWidth + gap);
	const labels = drawLabels(drawing, story, { x: edge, y: top, width: room });
	const head = setHead(story, {
		width: room,
		sizes: kind === 'none' ? headSizes : headSizes.filter((size) => size <= most.size),
		most: kind === 'none' ? most.rowsAlone : most.rows,
		height: bottom - top - labels,
		spare: spareFor(setOpening(story, measure, columns * wantedLines).length / columns),
	});
	drawHead(drawing, head, { x: edge, y: top + labels, width: room });
	const y = top + labels + head.height + aboveText;
	const rows = Math.floor((bottom - y) / text.pitch);
	if (rows >= leastLines) {
		const lines = setOpening(story, measure, rows * columns);
		const each = evenRoom(lines.length, columns, rows);
		const places = Array.from({ length: columns }, (_, index) => ({
			x: edge + index * (measure * em + gap),
			y,
			lines: each,
		}));
		drawColumns(drawing, lines, places, text);
		for (const { x } of places.slice(1, Math.ceil(lines.length / each)))
			drawing.rect({ x: x - gap / 2, y, width: 1, height: each * text.pitch }, 'hairline');
	}
	const picture = story.picture && pictureBox(story.picture, pictureWidth);
	if (story.picture && picture) drawCredit(drawing, story.picture, picture);
	return { drawing, width, height, picture };
}

/** What a head had better leave for so many lines of text in each column. */
function spareFor(lines: number): number {
	return lines > 0 ? Math.ceil(lines) * text.pitch + aboveText : 0;
}

/** The paper's name and where the story stands in it. */
function drawMasthead(drawing: Drawing, story: ShareStory): void {
	drawNameplate(drawing, story, { x: edge, y: 40, height: 54, width: inner / 2 });
	const [y, x] = [88, edge + inner];
	const placed = drawing.text('hei', story.place, { x, y, size: 24, align: 'end' }, 'text');
	drawing.text('song', story.day, { x: x - placed - 22, y, size: 24, align: 'end' }, 'text');
	drawDoubleRule(drawing, { x: edge, y: 108, width: inner });
}

/** So much of a picture's breadth may be cut off for height. */
const mostCut = 0.13;

/** As high as the text beside it where that cuts little off. */
function pictureBox({ width: wide, height: high, credit, isWhole }: SharePicture, boxWidth: number): Box {
	const room = bottom - top - (credit ? creditHeight : 0);
	const boxHeight = Math.min(room, (boxWidth * high) / wide / (isWhole ? 1 : 1 - mostCut));
	return { x: width - edge - boxWidth, y: top, width: boxWidth, height: boxHeight };
}
