import { bothEnds, even, nibData, nibs } from './nib';
import type { Random } from './random';
import { type Canvas, circle, group, type Point, path, points, polygon, pts, rect, stroke, strokes } from './svg';
import { cuts } from './woodcut';

const INK = '#1B1B1A';

const PAPER = '#F3EEE0';

/** 篆刻: a stone, a knife and the impression 山水 in white on cinnabar. */
export function sealCarving(canvas: Canvas): void {
	const { random } = canvas;
	const fibres = Array.from({ length: 90 }, () => {
		const [x, y] = [random.between(0, 1000), random.between(0, 1000)];
		return nibData(
			[
				[x, y],
				[x + random.around(0, 30), y + random.around(0, 30)],
				[x + random.around(0, 60), y + random.around(0, 60)],
			],
			2.2,
			bothEnds,
			3,
		);
	});
	canvas.add(
		rect(0, 0, 1000, 1000, canvas.radial(['0 #f6f0df', '1 #e3d8bc'], [0.42, 0.4, 0.75])),
		path(fibres.join(''), { fill: '#cdbf9b', opacity: 0.55 }),
		impression(random, 120, 110, 500),
		stone(random),
		knife(),
		chips(random),
	);
}

/** 山 and 水 in the manner of the seal script, on a field of 1 by 1. */
const MOUNTAIN = [
	pts(0.755, 0.09, 0.76, 0.4, 0.755, 0.86),
	pts(0.6, 0.36, 0.598, 0.6, 0.603, 0.862),
	pts(0.91, 0.36, 0.912, 0.6, 0.908, 0.862),
	pts(0.575, 0.86, 0.755, 0.866, 0.936, 0.86),
];
const WATER = [
	pts(0.285, 0.09, 0.3, 0.24, 0.26, 0.42, 0.3, 0.6, 0.262, 0.76, 0.285, 0.91),
	pts(0.13, 0.13, 0.15, 0.24, 0.11, 0.34, 0.13, 0.44),
	pts(0.13, 0.55, 0.15, 0.66, 0.11, 0.77, 0.13, 0.88),
	pts(0.44, 0.13, 0.42, 0.24, 0.46, 0.34, 0.44, 0.44),
	pts(0.44, 0.55, 0.42, 0.66, 0.46, 0.77, 0.44, 0.88),
];

/** The outline of a print from a stone that has been knocked about. */
function wornEdge(random: Random, x: number, y: number, side: number): Point[] {
	const wear = (): number => random.between(-2.5, 2.5) - (random.chance(0.08) ? random.between(4, 13) : 0);
	const steps = Array.from({ length: 26 }, (_, i) => (side * i) / 26);
	return [
		...steps.map((d): Point => [x + d, y - wear()]),
		...steps.map((d): Point => [x + side + wear(), y + d]),
		...steps.map((d): Point => [x + side - d, y + side + wear()]),
		...steps.map((d): Point => [x - wear(), y + side - d]),
	];
}

/** The seal's print: white characters, an edge worn by time. */
function impression(random: Random, x: number, y: number, side: number): string {
	const at = (u: number, v: number): Point => [x + u * side, y + v * side];
	const cut = (strokeOf: readonly Point[]): string =>
		path(
			nibData(
				strokeOf.map(([u, v]) => at(u, v)),
				0.078 * side,
				(t) => 0.94 + 0.06 * Math.sin(t * 9),
				8,
			),
			PAPER,
		);
	const specks = Array.from({ length: 120 }, () =>
		circle(x + random.between(6, side - 6), y + random.between(6, side - 6), random.between(0.8, 2.6), PAPER),
	);
	const worn = Array.from({ length: 16 }, () => {
		const [px, py] = [
			x + random.next() * side,
			y + (random.chance(0.5) ? random.between(0, 26) : side - random.between(0, 26)),
		];
		return polygon(
			Array.from(
				{ length: 6 },
				(_, i): Point => [px + Math.cos(i) * random.between(2, 10), py + Math.sin(i) * random.between(2, 8)],
			),
			PAPER,
		);
	});
	return [
		polygon(wornEdge(random, x, y, side), '#a8261d'),
		...[...MOUNTAIN, ...WATER].map(cut),
		...specks,
		...worn,
	].join('');
}

/** The carved face of the stone as it stands, clockwise from the left, and the edge that goes down from it. */
const FACE = [
	[640, 640],
	[830, 580],
	[930, 740],
	[740, 810],
] as const satisfies readonly Point[];
const DOWN: Point = [-20, 150];

const below = ([x, y]: Point): Point => [x + DOWN[0], y + DOWN[1]];
const between = (from: Point, to: Point, t: number): Point => [
	from[0] + (to[0] - from[0]) * t,
	from[1] + (to[1] - from[1]) * t,
];

/** A block of veined stone standing at an angle, its carved face turned up to us. */
function stone(random: Random): string {
	const [a, b, c, d] = FACE;
	// A stone bears its characters as in a mirror.
	const onFace = ([u, v]: Point): Point => between(between(a, b, 1 - u), between(d, c, 1 - u), v);
	const carved = [...MOUNTAIN, ...WATER].map((line) => line.map(onFace));
	const veins = Array.from({ length: 7 }, (_, i): Point[] => {
		const [x, y] = between(d, c, 0.06 + i * 0.13);
		return pts(x, y + 10, x + 10, y + 68, x - 14, y + 138);
	});
	const shade = Array.from({ length: 15 }, (_, i): Point[] => {
		const from = between(a, d, (i + 0.5) / 15);
		return [from, below(from)];
	});
	return [
		polygon(points('620 792, 720 966, 960 900, 1010 930, 760 1010, 610 900'), { fill: '#8d7f60', opacity: 0.4 }),
		polygon([a, d, below(d), below(a)], '#6d6350'),
		path(
			nibs(shade, 5, (t) => 1 - t * 0.3),
			{ fill: INK, opacity: 0.75 },
		),
		polygon([d, c, below(c), below(d)], '#b9ac8c'),
		path(nibs(veins, 4, bothEnds), { fill: '#7b6d50', opacity: 0.8 }),
		cuts(random, 30, [740, 836, 150, 70], 1.45, 40, '#8d7f60', 3),
		polygon(FACE, '#9c2a20'),
		path(nibs(carved, 15, even), '#e6d9b8'),
		polygon(FACE, stroke(INK, 4)),
		strokes(
			[
				[a, below(a), below(d), below(c), c],
				[d, below(d)],
			],
			INK,
			4,
		),
	].join('');
}

/** A graver with a bound handle. */
function knife(): string {
	const wraps = Array.from({ length: 17 }, (_, i): string => path(`M${-150 + i * 15} -15l-9 30`, stroke('#2b211a', 4)));
	return group(
		{ transform: 'translate(330 830) rotate(-19)' },
		polygon(pts(-210, 18, 130, 30, 300, 26, 120, 40, -200, 34), { fill: '#8d7f60', opacity: 0.4 }),
		polygon(pts(110, -14, 250, -14, 292, 12, 110, 12), '#8f9690'),
		polygon(pts(110, -14, 250, -14, 262, -4, 110, -2), '#dfe2d9'),
		polygon(pts(250, -14, 292, 12, 262, 12), '#f3f3ea'),
		polygon(pts(110, -14, 250, -14, 292, 12, 110, 12), stroke(INK, 3.5)),
		rect(-205, -16, 320, 32, '#7a4a2c'),
		rect(-205, -16, 320, 9, '#a8703f'),
		...wraps,
		rect(-205, -16, 320, 32, stroke(INK, 3.5)),
		rect(-214, -18, 16, 36, '#3a2a1e'),
		rect(104, -18, 14, 36, '#c79a4a'),
	);
}

function chips(random: Random): string {
	return Array.from({ length: 26 }, () => {
		const [x, y, r] = [random.around(560, 110), random.around(900, 45), random.between(3, 11)];
		return polygon(
			Array.from(
				{ length: 5 },
				(_, i): Point => [
					x + Math.cos(i * 1.26) * r * random.between(0.6, 1.2),
					y + Math.sin(i * 1.26) * r * random.between(0.4, 0.9),
				],
			),
			{ fill: random.pick(['#c9bb98', '#a8997a', '#9c2a20']), stroke: INK, 'stroke-width': 1.6 },
		);
	}).join('');
}
