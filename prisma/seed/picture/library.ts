import { receding } from './building';
import { type Figure, footShadow, type Joints, passer, place, reading, readingFront, standing } from './people';
import type { Random } from './random';
import { glow } from './scenery';
import { type Canvas, ellipse, group, path, polygon, pts, rect, rectData, stroke } from './svg';

/** 图书馆: tall shelves, long tables, lamps, readers. */
export function libraryReading(canvas: Canvas): void {
	const { random } = canvas;
	canvas.add(
		rect(0, 0, 1500, 1000, canvas.linear(['0 #d8c6a2', '0.55 #bda47a', '1 #6d573c'])),
		tallWindow(canvas, 520),
		tallWindow(canvas, 700),
		tallWindow(canvas, 880),
		bookcase(random, -20, 120, 480, 5),
		bookcase(random, 1060, 120, 480, 5),
		rect(0, 596, 1500, 404, canvas.linear(['0 #a88a5e', '1 #5f4a32'])),
		receding(
			[
				[420, 596],
				[1080, 596],
			],
			[
				[-1300, 1000],
				[2800, 1000],
			],
			22,
			0,
			'#8a6f49',
			2,
		),
		...[520, 700, 880].map((x) =>
			polygon(pts(x, 596, x + 110, 596, x + 60, 1000, x - 220, 1000), { fill: '#fff3cf', opacity: 0.22 }),
		),
		browser(random),
		table(canvas, 690, 0.62, [300, 560, 830, 1110]),
		table(canvas, 905, 1, [190, 590, 1010, 1370]),
	);
}

function tallWindow(canvas: Canvas, x: number): string {
	return [
		path(`M${x} 590V180a55 55 0 0 1 110 0V590z`, canvas.linear(['0 #eef3ea', '0.6 #fdf8e4', '1 #c8d6b8'])),
		ellipse(x + 55, 530, 50, 58, { fill: '#8fae88', opacity: 0.6 }),
		path(`M${x} 590V180a55 55 0 0 1 110 0V590zM${x + 55} 126V590M${x} 270h110M${x} 400h110`, stroke('#6b5236', 8)),
		glow(canvas, x + 55, 330, 260, '#fff6d6', 0.4),
	].join('');
}

const SPINES = [
	'#7d2f26',
	'#2f4d5a',
	'#5b6b45',
	'#8a6a34',
	'#4a3b52',
	'#b59b66',
	'#394046',
	'#9c4f35',
	'#6f7f86',
	'#d8cba8',
] as const;

function bookcase(random: Random, x: number, y: number, width: number, shelves: number): string {
	const step = 96;
	const books = new Map<string, string>();
	for (let row = 0; row < shelves; row++) {
		for (let bx = x + 18; bx < x + width - 24; ) {
			const thick = random.between(9, 19);
			const tall = random.between(56, 80);
			const colour = random.pick(SPINES);
			if (random.chance(0.95))
				books.set(colour, (books.get(colour) ?? '') + rectData(bx, y + step * (row + 1) - 8 - tall, thick - 1.5, tall));
			bx += thick;
		}
	}
	const boards = Array.from({ length: shelves + 1 }, (_, row) => rectData(x, y + step * row - 8, width, 10)).join('');
	const uprights = [0, 0.5, 1].map((t) => rectData(x + t * (width - 14), y - 10, 14, step * shelves + 12)).join('');
	const shade = Array.from({ length: shelves }, (_, row) => rectData(x, y + step * row + 2, width, 20)).join('');
	return (
		rect(x, y - 20, width, step * shelves + 24, '#4a3524') +
		[...books].map(([colour, d]) => path(d, colour)).join('') +
		path(shade, { fill: '#1e140c', opacity: 0.3 }) +
		path(boards + uprights, '#7a5a38') +
		rect(x - 8, y - 34, width + 16, 20, '#6a4b2d')
	);
}

function browser(random: Random): string {
	const reach: Figure = {
		...passer(random, 'back', { ...standing, rightArm: [150, 10] }),
		top: '#46566b',
		cut: 'tail',
	};
	return (
		footShadow(1180, 668, 300) +
		place(1175, 668, 300, reach) +
		footShadow(350, 660, 280) +
		place(345, 660, 285, { ...passer(random, 'side', reading), extra: book('#7d2f26') }, true)
	);
}

const book =
	(colour: string) =>
	({ leftHand, rightHand }: Joints): string => {
		const [x, y] = [(leftHand[0] + rightHand[0]) / 2, (leftHand[1] + rightHand[1]) / 2];
		return (
			polygon(pts(x - 8, y - 8, x, y - 5, x + 8, y - 8, x + 8, y + 1, x, y + 4, x - 8, y + 1), colour) +
			polygon(pts(x - 7, y - 8.6, x, y - 6, x + 7, y - 8.6, x + 7, y - 1, x, y + 1.6, x - 7, y - 1), '#f7f1df')
		);
	};

/** A long table with green lamps; readers face us behind it. */
function table(canvas: Canvas, y: number, scale: number, seats: readonly number[]): string {
	const { random } = canvas;
	const readers = seats.map((x, i) => {
		const child = i === 1 && scale === 1;
		const who: Figure = {
			...passer(random, 'front', readingFront),
			child,
			top: random.pick(['#46566b', '#7d2f26', '#5b6b73', '#8a7a62', '#3d4a3f']),
			extra: book(random.pick(SPINES)),
		};
		return place(x, y + 190 * scale, (child ? 370 : 430) * scale, who);
	});
	const lamps = seats.slice(0, -1).map((x, i) => {
		const lx = (x + (seats[i + 1] ?? x)) / 2;
		return group(
			{ transform: `translate(${lx} ${y + 6 * scale}) scale(${scale})` },
			glow(canvas, 0, -60, 150, '#ffedb4', 0.65),
			rect(-5, -96, 10, 96, '#a8823f'),
			ellipse(0, 0, 34, 8, '#8a6a32'),
			path('M-58 -92C-54 -128 54 -128 58 -92z', '#2f6a52'),
			rect(-58, -94, 116, 7, '#d9c27a'),
		);
	});
	const piles = seats.map((x, i) =>
		group(
			{ transform: `translate(${x + 96 * scale} ${y}) scale(${scale})` },
			...Array.from({ length: 2 + (i % 3) }, (_, n) =>
				rect(-36 + n * 3, -14 - n * 14, 74 - n * 4, 13, SPINES[(i * 3 + n) % SPINES.length] ?? '#555'),
			),
		),
	);
	return [
		...readers,
		rect(-20, y, 1540, 26 * scale, '#8a5f38'),
		rect(-20, y - 12 * scale, 1540, 16 * scale, '#b5834f'),
		rect(-20, y + 26 * scale, 1540, 250 * scale, canvas.linear(['0 #5d4028', '1 #3f2b1b'])),
		...lamps,
		...piles,
	].join('');
}
