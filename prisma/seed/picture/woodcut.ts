import { bladeData, bothEnds, even, nibData, nibs, petalData, toPoint } from './nib';
import type { Random } from './random';
import {
	type Canvas,
	circle,
	ellipse,
	group,
	type Point,
	path,
	points,
	pts,
	rect,
	smoothData,
	stroke,
	table,
} from './svg';

const INK = '#1B1B1A';

const PAPER = '#F3EEE0';

const CINNABAR = '#A3231B';

/** A graver's short cuts over a field, all one way: the grey of a woodcut. */
export function cuts(
	random: Random,
	count: number,
	box: readonly [x: number, y: number, width: number, height: number],
	angle: number,
	length: number,
	colour: string,
	width: number,
): string {
	const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
	const data = Array.from({ length: count }, () => {
		const [x, y] = [box[0] + random.next() * box[2], box[1] + random.next() * box[3]];
		const half = (length / 2) * random.between(0.5, 1.2);
		return bladeData(
			[x - dx * half, y - dy * half],
			[x, y + random.around(0, 1.5)],
			[x + dx * half, y + dy * half],
			width * random.between(0.6, 1.2),
		);
	});
	return path(data.join(''), colour);
}

/** A place on a limb seen from the side: joints from the body outward, and the width there. */
interface Limb {
	points: readonly Point[];
	widths: readonly number[];
}

/** One jointed limb: black, with a light cut along each piece. */
function limb({ points, widths }: Limb): string {
	return points
		.slice(0, -1)
		.map((from, i) => {
			const to = points[i + 1] ?? from;
			const width = widths[i] ?? 10;
			const end = widths[i + 1] ?? 0;
			const bulge: Point = [
				(from[0] + to[0]) / 2 + (to[1] - from[1]) * 0.07,
				(from[1] + to[1]) / 2 - (to[0] - from[0]) * 0.07,
			];
			const light = [from, bulge, to].map(([x, y]): Point => [x - width * 0.1, y - width * 0.16]);
			return (
				path(
					nibData(
						[from, bulge, to],
						width,
						(t) => (t < 0.12 ? 0.7 + t * 2.5 : 1 - ((t - 0.12) * (1 - end / width)) / 0.88),
						6,
					),
					INK,
				) +
				path(nibData(light, width * 0.17, bothEnds, 5), PAPER) +
				circle(from[0], from[1], width * 0.36, INK)
			);
		})
		.join('');
}

const flipped = (points: readonly Point[]): Point[] => points.map(([x, y]) => [-x, y]);

/** A hairy-clawed crab 大闸蟹 seen from above, its shell about 300 wide, on (0, 0). */
function crab(random: Random): string {
	const legs: Limb[] = [
		{ points: pts(118, -30, 220, -96, 296, -60, 340, 26), widths: [36, 28, 18, 3] },
		{ points: pts(132, 6, 246, -34, 324, 20, 352, 112), widths: [38, 29, 18, 3] },
		{ points: pts(126, 44, 236, 34, 300, 100, 312, 190), widths: [36, 28, 17, 3] },
		{ points: pts(108, 76, 190, 96, 236, 158, 232, 226), widths: [32, 24, 15, 3] },
	];
	const claw: Limb = { points: pts(96, -70, 168, -112, 168, -176), widths: [44, 50, 46] };
	const both = (mark: (turn: (points: readonly Point[]) => Point[]) => string): string =>
		mark((points) => [...points]) + mark(flipped);
	return [
		both((turn) => legs.map(({ points, widths }) => limb({ points: turn(points), widths })).join('')),
		both((turn) => limb({ points: turn(claw.points), widths: claw.widths })),
		group(
			{ transform: 'translate(0 54)' },
			both((turn) => pincer(random, turn)),
		),
		shell(random),
	].join('');
}

/** The great claw with its fur, opening inward. */
function pincer(random: Random, turn: (points: readonly Point[]) => Point[]): string {
	const palm = turn(
		points(
			'128 -206, 178 -214, 206 -262, 196 -318, 150 -352, 120 -340, 140 -300, 110 -286, 92 -322, 84 -292, 100 -236',
		),
	);
	const fur = Array.from({ length: 40 }, () => {
		const [x, y] = [random.between(112, 196), random.between(-262, -208)];
		return bladeData(
			...(turn(
				pts(x, y, x + random.between(-6, 12), y - 10, x + random.between(6, 20), y - random.between(14, 30)),
			) as [Point, Point, Point]),
			6,
		);
	});
	const light = turn(pts(190, -300, 170, -330, 150, -342));
	return (
		path(smoothData(palm, true), INK) +
		path(fur.join(''), INK) +
		path(fur.filter((_, i) => i % 2 === 0).join(''), { fill: PAPER, opacity: 0.9 }) +
		path(nibData(light, 8, bothEnds), PAPER) +
		path(nibData(turn(pts(114, -330, 124, -306, 104, -296)), 4, even), PAPER)
	);
}

/** What is cut white on the shell: the mark of an H that a crab bears, and its rim. */
const RIDGES = [
	pts(-40, -30, -20, 6, -44, 30),
	pts(40, -30, 20, 6, 44, 30),
	pts(-84, -46, -104, -6, -92, 44),
	pts(84, -46, 104, -6, 92, 44),
	pts(-50, 66, 0, 80, 50, 66),
	pts(-40, -66, 0, -58, 40, -66),
	pts(-16, 14, 0, 26, 16, 14),
];

function shell(random: Random): string {
	const outline = points(
		'-60 -104, 0 -98, 60 -104, 104 -92, 138 -52, 146 2, 128 58, 92 100, 40 116, 0 118, -40 116, -92 100, -128 58, -146 2, -138 -52, -104 -92',
	);
	const spines = [-1, 1].map((side) =>
		table('112 -92 128 -114, 132 -64 156 -80, 144 -32 168 -42, 146 0 168 -2')
			.map(([x = 0, y = 0, tx = 0, ty = 0]) =>
				bladeData([side * (x - 8), y + 6], [side * (x + 4), y - 6], [side * tx, ty], 26),
			)
			.join(''),
	);
	const rim = Array.from({ length: 46 }, (_, i) => {
		const a = (i / 46) * Math.PI * 2;
		const [x, y] = [Math.cos(a) * 136, Math.sin(a) * 100 + 6];
		return bladeData([x, y], [x * 0.95, y * 0.95], [x * (0.86 + 0.04 * (i % 3)), y * (0.86 + 0.04 * (i % 3))], 5);
	});
	const eyes = [-1, 1].map(
		(side) =>
			path(nibData(pts(side * 30, -98, side * 38, -124), 12, even), INK) +
			ellipse(side * 40, -130, 11, 13, INK) +
			circle(side * 37, -134, 3.6, PAPER),
	);
	return [
		path(spines.join(''), INK),
		path(smoothData(outline, true), INK),
		path(rim.join(''), PAPER),
		path(nibs(RIDGES, 9, bothEnds), PAPER),
		cuts(random, 60, [-70, -46, 140, 104], 1.3, 16, PAPER, 3.4),
		path(nibData(pts(-26, -100, 0, -92, 26, -100), 6, bothEnds), PAPER),
		...eyes,
	].join('');
}

interface Bloom {
	x: number;
	y: number;
	r: number;
	fill: string;
	edge: string;
	/** How much the flower is seen from the side, 0 … 0.5. */
	tilt: number;
}

/** A chrysanthemum: rings of petals, outermost first, the heart closed. */
function bloom(random: Random, { x, y, r, fill, edge, tilt }: Bloom): string {
	const rings: string[] = [];
	for (const [share, count, width] of [
		[1, 30, 0.17],
		[0.82, 26, 0.17],
		[0.64, 21, 0.16],
		[0.46, 16, 0.16],
		[0.28, 11, 0.15],
	] as const) {
		const petals = Array.from({ length: count }, (_, i) => {
			const a = (i / count) * 6.283 + random.between(-0.07, 0.07) + share * 2;
			const long = r * share * random.between(0.88, 1.08);
			const curl = random.between(0.12, 0.34);
			const squash = 1 - tilt;
			const tip: Point = [x + Math.cos(a + curl) * long, y + Math.sin(a + curl) * long * squash - tilt * r * 0.2];
			const bend: Point = [x + Math.cos(a - 0.08) * long * 0.8, y + Math.sin(a - 0.08) * long * 0.8 * squash];
			return petalData([x, y], bend, tip, r * width * 0.8);
		});
		rings.push(path(petals.join(''), { fill, stroke: edge, 'stroke-width': 3, 'stroke-linejoin': 'round' }));
	}
	return rings.join('') + circle(x, y, r * 0.06, edge);
}

/** A lobed leaf, black, its veins cut white. */
function leaf(x: number, y: number, size: number, turn: number): string {
	const half = pts(0, 0, 26, -16, 58, -10, 48, -38, 82, -46, 60, -74, 74, -104, 40, -104, 24, -140, 0, -164);
	const shape = [...half, ...flipped(half).reverse()];
	const veins = [
		pts(0, -6, 2, -80, 0, -148),
		pts(0, -36, 24, -50, 50, -56),
		pts(0, -36, -24, -50, -50, -56),
		pts(0, -76, 18, -92, 38, -98),
		pts(0, -76, -18, -92, -38, -98),
		pts(0, -14, 20, -20, 40, -18),
		pts(0, -14, -20, -20, -40, -18),
	];
	return group(
		{ transform: `translate(${x} ${y}) rotate(${turn}) scale(${size / 160})` },
		path(smoothData(shape, true), INK),
		path(nibs(veins, 5, toPoint), PAPER),
	);
}

/** 秋蟹与菊: two crabs under chrysanthemums, black and cinnabar, with an ochre moon. */
export function woodcutCrabs(canvas: Canvas): void {
	const { random } = canvas;
	const frame = `M40 40H1460V960H40z`;
	const stems = [
		pts(1010, 980, 1060, 760, 1020, 560, 1090, 330),
		pts(1180, 980, 1150, 800, 1260, 640, 1280, 520),
		pts(1000, 900, 900, 720, 850, 560, 830, 420),
	];
	const leaves = [
		[1050, 700, 170, 62],
		[1036, 600, 150, -70],
		[1190, 820, 180, 60],
		[1160, 760, 150, -48],
		[900, 690, 150, -66],
		[1230, 650, 130, -58],
		[1290, 640, 140, 70],
		[880, 600, 120, 58],
		[1080, 850, 150, -80],
	] as const;
	canvas.add(
		rect(0, 0, 1500, 1000, PAPER),
		group(
			{ 'clip-path': canvas.clip(path(frame, '#000')) },
			rect(40, 40, 1420, 920, '#E7DCC1'),
			circle(470, 330, 235, '#D3A95C'),
			cuts(random, 90, [230, 90, 490, 490], 0.05, 90, '#E7DCC1', 5),
			cuts(random, 150, [40, 640, 1420, 320], 0.03, 130, '#B9A67F', 7),
			cuts(random, 110, [40, 740, 1420, 220], 0.03, 150, INK, 4),
			path(stems.map((stem) => nibData(stem, 17, (t) => 1 - t * 0.4)).join(''), INK),
			...leaves.map(([x, y, size, turn]) => leaf(x, y, size, turn)),
			bloom(random, { x: 1095, y: 300, r: 190, fill: CINNABAR, edge: '#2a0d0a', tilt: 0.08 }),
			bloom(random, { x: 1290, y: 495, r: 150, fill: PAPER, edge: INK, tilt: 0.22 }),
			bloom(random, { x: 815, y: 395, r: 120, fill: PAPER, edge: INK, tilt: 0.3 }),
			bloom(random, { x: 1360, y: 190, r: 96, fill: CINNABAR, edge: '#2a0d0a', tilt: 0.3 }),
			group({ transform: 'translate(395 610) rotate(-14) scale(.98)' }, crab(random)),
			group({ transform: 'translate(800 800) rotate(24) scale(.66)' }, crab(random)),
		),
		path(frame, stroke(INK, 9)),
		path('M54 54H1446V946H54z', stroke(INK, 2.5)),
		smallSeal(1382, 862, 62),
	);
}

/** A little square seal of the carver: four strokes cut white. */
function smallSeal(x: number, y: number, side: number): string {
	const u = side / 10;
	return (
		rect(x, y, side, side, CINNABAR) +
		path(
			`M${x + 2 * u} ${y + 2.2 * u}V${y + 7.6 * u}H${x + 8 * u}V${y + 2.2 * u}M${x + 5 * u} ${y + 1.8 * u}V${y + 7.6 * u}`,
			stroke(PAPER, u * 1.1, { 'stroke-linecap': 'square' }),
		)
	);
}
