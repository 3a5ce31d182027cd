import { lantern } from './building';
import { nibData, toPoint } from './nib';
import { passer, person, place, walking } from './people';
import type { Random } from './random';
import { bands, glow, hills, mirrored, ripples, sampan, sky, willow } from './scenery';
import {
	type Canvas,
	circle,
	curve,
	group,
	line,
	type Point,
	path,
	polygon,
	pts,
	rect,
	stroke,
	strokes,
	table,
} from './svg';

const VANISH: Point = [745, 470];

/** A place in the street: `x` to the right and `y` down of the eye, `z` away; 1 is the picture's plane. */
const far = (x: number, y: number, z: number): Point => [VANISH[0] + x / z, VANISH[1] + y / z];

/** 柳浦古镇: white walls and black tiles on both banks, a round bridge, a boat. */
export function oldTownCanal(canvas: Canvas): void {
	const { random } = canvas;
	const banks = [-1, 1].map((side) => bank(random, side));
	const scene = [
		hills(canvas, 474, 120, '#aebdb9'),
		...banks.map(({ houses }) => houses),
		archBridge(canvas),
		...banks.map(({ quay }) => quay),
	];
	canvas.add(
		rect(0, 470, 1500, 530, '#9aa79f'),
		sky(canvas, 480, ['0 #a9bcc0', '0.6 #d9dccd', '1 #f1e6cb']),
		bands(canvas, { x: 200, y: 40, width: 1100, height: 200 }, 10, '#f7f3e6', 0.6),
		glow(canvas, 760, 430, 360, '#fff1cd', 0.8),
		polygon(
			[far(-330, 225, 0.3), far(-330, 225, 6), far(330, 225, 6), far(330, 225, 0.3)],
			canvas.linear(['0 #c6cbb9', '0.25 #8fa69d', '1 #3f5f5d']),
		),
		...scene,
	);
	const mirror = canvas.clip(
		polygon([far(-330, 226, 0.3), far(-330, 226, 6), far(330, 226, 6), far(330, 226, 0.3)], '#000'),
	);
	canvas.add(
		group(
			{ 'clip-path': mirror },
			group({ opacity: 0.42 }, banks.map(({ reflection }) => reflection).join('')),
			mirrored(588, 0.55, 0.92, archBridge(canvas)),
		),
		ripples(canvas, {
			top: 600,
			bottom: 1000,
			colour: '#eef0e0',
			opacity: 0.45,
			count: 130,
			below: { x: 745, spread: 260 },
		}),
		ripples(canvas, {
			top: 600,
			bottom: 1000,
			colour: '#27464a',
			opacity: 0.35,
			count: 120,
			below: { x: 745, spread: 320 },
		}),
		boatman(canvas),
		...banks.map(({ lanterns }) => lanterns),
		willow(canvas, { from: -10, to: 420, top: -30, length: 330 }, 28, ['#6c7f4a', '#84945a', '#586d44']),
		willow(canvas, { from: 1330, to: 1510, top: -30, length: 260 }, 11, ['#6c7f4a', '#84945a', '#586d44']),
	);
}

interface Bank {
	houses: string;
	quay: string;
	reflection: string;
	lanterns: string;
}

/** Houses along one side, far ones first. */
function bank(random: Random, side: number): Bank {
	const cuts = [4.6, 3.3, 2.45, 1.85, 1.4, 1.05, 0.78, 0.52, 0.34];
	const houses: string[] = [];
	const flipped: string[] = [];
	const lamps: string[] = [];
	for (let i = 0; i + 1 < cuts.length; i++) {
		const [z1, z2] = [cuts[i] ?? 1, cuts[i + 1] ?? 1];
		const x = side * (356 + (i % 3) * 16);
		const eave = -150 - (i % 2) * 78 - random.between(0, 26);
		houses.push(house({ side, x, z1, z2, eave, ground: 170, kind: i }));
		flipped.push(house({ side, x, z1, z2, eave: 460 - eave, ground: 280, kind: i }));
		const [lx, ly] = far(x - side * 26, eave + 96, (z1 + z2) / 2);
		lamps.push(lantern(lx, ly, 26 / ((z1 + z2) / 2)));
	}
	const wall = polygon(
		[far(side * 330, 170, 6), far(side * 330, 226, 6), far(side * 330, 226, 0.3), far(side * 330, 170, 0.3)],
		'#8c8b80',
	);
	const walk = polygon(
		[far(side * 330, 170, 6), far(side * 392, 170, 6), far(side * 392, 170, 0.3), far(side * 330, 170, 0.3)],
		'#b7b2a2',
	);
	const courses = [184, 198, 212].map((y): Point[] => [far(side * 330, y, 6), far(side * 330, y, 0.3)]);
	const joints = Array.from({ length: 40 }, (_, i): Point[] => {
		const z = 0.4 * 1.07 ** i;
		const y = 170 + (i % 4) * 14;
		return [far(side * 330, y, z), far(side * 330, y + 14, z)];
	});
	return {
		houses: houses.join(''),
		quay:
			walk +
			wall +
			strokes(courses, '#6a6b64', 2, { opacity: 0.7 }) +
			strokes(joints, '#6a6b64', 1.6, { opacity: 0.6 }),
		reflection: flipped.join(''),
		lanterns: lamps.join(''),
	};
}

interface House {
	/** −1 the left bank, 1 the right, which lies in shade. */
	side: number;
	x: number;
	/** Depth of its far and its near end. */
	z1: number;
	z2: number;
	/** Height of the eave and of the ground; a reflection has the ground above the eave. */
	eave: number;
	ground: number;
	kind: number;
}

/** One house front between two depths: wall, tiles, the stepped gable 马头墙 at its far end. */
function house(house: House): string {
	const { side, x, z1, z2, eave, ground } = house;
	const up = Math.sign(ground - eave);
	const dark = side > 0;
	const ridge = eave - up * 84;
	const at = (t: number, y: number): Point => far(x, y, z1 + (z2 - z1) * t);
	const behind = (dx: number, y: number): Point => far(x + side * dx, y, z1);
	const [left, right] = [at(-0.02, eave + up * 10), at(1.02, eave + up * 10)];
	const roof = [left, right, far(x + side * 120, ridge, z2), behind(120, ridge)];
	const steps = [eave - up * 8, eave - up * 50, ridge - up * 10];
	const gable = [0, 40, 84, 140].flatMap((dx, i): Point[] => [
		behind(dx, steps[Math.max(0, i - 1)] ?? ridge),
		behind(dx, steps[i] ?? ground),
	]);
	const tiles = Array.from({ length: 16 }, (_, n): Point[] => [
		at(n / 15, eave + up * 9),
		far(x + side * 120, ridge, z1 + (z2 - z1) * (n / 15)),
	]);
	const eaveFront = [
		at(-0.02, eave + up * 4),
		at(1.02, eave + up * 4),
		at(1.02, eave + up * 17),
		at(-0.02, eave + up * 17),
	];
	return [
		polygon([...gable, behind(0, ground)], dark ? '#b5b6ac' : '#ded9c9'),
		polygon([at(0, eave), at(1, eave), at(1, ground), at(0, ground)], dark ? '#c9c9bd' : '#eeeadc'),
		polygon(roof, dark ? '#41484a' : '#4d5557'),
		strokes(tiles, '#2f3638', 1.5, { opacity: 0.6 }),
		polygon(eaveFront, '#2f3638'),
		openings(house, at),
		polygon([at(0, ground - up * 8), at(1, ground - up * 8), at(1, ground), at(0, ground)], '#8d8b80'),
	].join('');
}

/** Doors below, and where the house is high enough, lit windows above. */
function openings({ side, eave, ground, kind }: House, at: (t: number, y: number) => Point): string {
	const up = Math.sign(ground - eave);
	const wood = side > 0 ? '#5d4434' : '#7b573d';
	const width = kind % 2 ? 0.2 : 0.3;
	const lower = ground - up * 100;
	return (kind % 2 ? [0.1, 0.4, 0.7] : [0.14, 0.56])
		.map((t) => {
			const quad = (t1: number, y1: number, t2: number, y2: number, fill: string): string => {
				const [a, b] = [t + width * t1, t + width * t2];
				return polygon([at(a, y1), at(b, y1), at(b, y2), at(a, y2)], fill);
			};
			const door = [
				quad(0, lower + up * 8, 1, ground, wood),
				quad(0.14, lower + up * 18, 0.46, ground - up * 34, '#2e2723'),
				quad(0.54, lower + up * 18, 0.86, ground - up * 34, '#2e2723'),
			].join('');
			if (Math.abs(ground - eave) <= 250) return door;
			const bars = [0.3, 0.5, 0.7].map((m) => [at(t + width * m, eave + up * 54), at(t + width * m, eave + up * 96)]);
			const pane =
				quad(0, eave + up * 46, 1, eave + up * 104, wood) + quad(0.12, eave + up * 54, 0.88, eave + up * 96, '#d8c08a');
			return door + pane + strokes(bars, wood, 2);
		})
		.join('');
}

/** The stone bridge across the canal, its arch a half circle. */
function archBridge(canvas: Canvas): string {
	const [cx, water, r] = [745, 588, 98];
	const back = `M${cx - 260} ${water - 6}C${cx - 170} ${water - 60} ${cx - 110} ${water - 150} ${cx} ${water - 152}C${cx + 110} ${water - 150} ${cx + 170} ${water - 60} ${cx + 260} ${water - 6}`;
	const stones = Array.from({ length: 17 }, (_, i): Point[] => {
		const a = (i / 16) * Math.PI;
		return [
			[cx - Math.cos(a) * r, water - Math.sin(a) * r],
			[cx - Math.cos(a) * (r + 17), water - Math.sin(a) * (r + 17)],
		];
	});
	const posts = Array.from({ length: 17 }, (_, i): Point[] => {
		const t = (i - 8) / 8;
		const y = water - 150 + 140 * Math.abs(t) ** 1.75;
		return [
			[cx + t * 236, y - 2],
			[cx + t * 236, y - 30],
		];
	});
	const crossing = table('-46 0, 24 1, 66 2').map(([dx = 0, n = 0]) =>
		place(cx + dx, water - 148 + Math.abs(dx) * 0.22, 60, passer(canvas.random, 'side', walking), n === 1),
	);
	return [
		path(
			`${back}V${water}H${cx + r}A${r} ${r} 0 0 0 ${cx - r} ${water}H${cx - 260}z`,
			canvas.linear(['0 #c4bfae', '1 #8f8d80']),
		),
		path(
			`M${cx - r} ${water}A${r} ${r} 0 0 1 ${cx + r} ${water}H${cx + r - 16}A${r - 16} ${r - 6} 0 0 0 ${cx - r + 16} ${water}z`,
			'#5f6059',
		),
		path(`M${cx - r - 17} ${water}A${r + 17} ${r + 17} 0 0 1 ${cx + r + 17} ${water}`, stroke('#77766b', 2)),
		strokes(stones, '#77766b', 2),
		...crossing,
		strokes(posts, '#a9a596', 6),
		line(
			posts.map(([, top]): Point => top ?? [0, 0]),
			'#b8b3a2',
			6,
		),
		line(
			posts.map(([foot]): Point => foot ?? [0, 0]),
			'#7d7b70',
			3,
		),
		path(`M${cx - 30} ${water - 138}h60v20h-60z`, '#a9a596'),
		path(nibData(pts(cx + 120, water - 96, cx + 138, water - 60, cx + 130, water - 24), 20, toPoint, 5), {
			fill: '#66764d',
			opacity: 0.8,
		}),
	].join('');
}

function boatman(canvas: Canvas): string {
	const boat = sampan(canvas, '#3a3029', '#4a4037', '#a8946a');
	const rower = group(
		{ transform: 'translate(100 -22) scale(1.02)' },
		person({
			view: 'side',
			pose: { leftArm: [50, 20], rightArm: [64, 10], leftLeg: [10, 6], rightLeg: [-8, 0], lean: 8 },
			top: '#37505f',
			bottom: '#2b3036',
			extra: ({ head: [x, y] }) => path(`M${x - 11} ${y - 2}q11 -14 22 0z`, '#b99d62'),
		}),
	);
	const oar = curve(pts(146, -92, 176, -40, 214, 36), stroke('#6a4c31', 4));
	const load = table('-24 -64, -2 -66, 20 -64').map(([x = 0, y = 0]) => circle(x, y, 0.1, '#000'));
	const whole = group({}, oar, boat({}), rower, ...load);
	return group(
		{ transform: 'translate(660 835) scale(1.18)' },
		group({ opacity: 0.32, transform: 'scale(1 -.6)' }, whole),
		whole,
	);
}
