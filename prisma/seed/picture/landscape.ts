import { pagoda } from './building';
import { bladeData, even, nibData } from './nib';
import type { Random } from './random';
import {
	bands,
	farBird,
	glow,
	hills,
	mirrored,
	type ReedBed,
	reeds,
	ripples,
	sampan,
	sky,
	treeSymbol,
} from './scenery';
import { type Canvas, circle, curve, group, lensData, type Point, path, pts, rect, stroke, table } from './svg';

const DAWN_REEDS: readonly ReedBed[] = [
	{
		from: -60,
		to: 330,
		base: 1010,
		height: 420,
		count: 42,
		stem: '#24363b',
		leaf: '#2b4043',
		plume: '#cbab7c',
		shade: '#94795a',
	},
	{
		from: 1180,
		to: 1560,
		base: 1020,
		height: 520,
		count: 48,
		stem: '#1c2c31',
		leaf: '#233639',
		plume: '#dab880',
		shade: '#987a55',
	},
	{
		from: 330,
		to: 620,
		base: 1060,
		height: 210,
		count: 18,
		stem: '#24363b',
		leaf: '#2b4043',
		plume: '#b5986f',
		shade: '#84705a',
	},
];

/** 澄湖晨光: mist, a far pagoda, a boat, reeds against the light. */
export function lakeDawn(canvas: Canvas): void {
	const shore = 520;
	const sun = { x: 905, y: 418 };
	const tower = pagoda(canvas, 235, '#5b6a72', '#6d7a80');
	const land = [
		hills(canvas, shore, 190, '#b9b7ad'),
		hills(canvas, shore, 120, '#97a1a2'),
		bands(canvas, { x: -100, y: 440, width: 1700, height: 70 }, 14, '#f0dcba', 0.75),
		hills(canvas, shore, 58, '#74858b', 0.9),
		tower({ transform: `translate(345 ${shore - 22})` }),
		hills(canvas, shore, 30, '#5d7078', 1.4),
	];
	canvas.add(
		sky(canvas, shore + 4, ['0 #6d8794', '0.35 #a3b1ae', '0.68 #e2cba2', '1 #f3d9a4']),
		bands(canvas, { x: -100, y: 60, width: 1700, height: 240 }, 16, '#f3dfbf', 0.35),
		glow(canvas, sun.x, sun.y, 520, '#ffe2a0', 0.85),
		circle(sun.x, sun.y, 44, '#fff3cf'),
		...land,
		rect(0, shore, canvas.width, 480, canvas.linear(['0 #efd7a6', '0.22 #c3bda6', '0.6 #6f8a90', '1 #35525d'])),
		mirrored(shore, 0.5, 0.85, ...land),
		bands(canvas, { x: -100, y: shore - 26, width: 1700, height: 60 }, 16, '#f6e6c8', 0.6),
		ripples(canvas, {
			top: shore + 8,
			bottom: 1000,
			colour: '#fff0c8',
			opacity: 0.85,
			count: 170,
			below: { x: sun.x, spread: 150 },
		}),
		ripples(canvas, { top: shore + 30, bottom: 1000, colour: '#2f4c57', opacity: 0.28, count: 190 }),
		ripples(canvas, { top: shore + 60, bottom: 1000, colour: '#dfe3d6', opacity: 0.3, count: 90 }),
		fisherman(canvas),
		...table('650 190 17, 706 168 14, 742 205 12, 590 228 11').map(([x = 0, y = 0, s = 0]) =>
			farBird(x, y, s, '#4a5c64'),
		),
		...DAWN_REEDS.map((bed) => reeds(canvas, bed)),
	);
}

function fisherman(canvas: Canvas): string {
	const boat = sampan(canvas, '#25383f', '#31454b', '#8b8672');
	const man = [
		path('M92 -30C88 -60 92 -84 104 -96C116 -88 120 -62 116 -28z', '#22343a'),
		path('M96 -98a11 12 0 1 1 22 0a11 12 0 1 1 -22 0z', '#22343a'),
		path('M84 -100C94 -116 116 -120 130 -102z', '#1d2d33'),
		curve(pts(104, -82, 84, -72, 70, -80), stroke('#22343a', 9)),
		curve(pts(128, -178, 70, -80, 22, 30), stroke('#22343a', 3.5)),
	];
	const whole = group({}, boat({}), ...man);
	return group(
		{ transform: 'translate(735 690) scale(.92)' },
		group({ opacity: 0.35, transform: 'scale(1 -.7) translate(0 -8)' }, whole),
		whole,
	);
}

const MARSH_REEDS: readonly ReedBed[] = [
	{
		from: -70,
		to: 300,
		base: 1030,
		height: 380,
		count: 34,
		stem: '#3c5040',
		leaf: '#48603f',
		plume: '#cdb889',
		shade: '#9a8a66',
	},
	{
		from: 1220,
		to: 1560,
		base: 1040,
		height: 460,
		count: 34,
		stem: '#364a3c',
		leaf: '#415a3b',
		plume: '#d5c193',
		shade: '#a08d68',
	},
];

/** 湿地白鹭: egrets wade in shallows at a green edge, others come in. */
export function wetlandBirds(canvas: Canvas): void {
	const shore = 455;
	const woods = marshWoods(canvas, shore);
	canvas.add(
		sky(canvas, shore + 2, ['0 #9db8bd', '0.55 #cbd8cf', '1 #eceada']),
		glow(canvas, 420, 200, 520, '#fffbe8', 0.7),
		...woods,
		rect(0, shore, canvas.width, 545, canvas.linear(['0 #dfe3d3', '0.25 #b3c6bd', '0.65 #789a97', '1 #41656a'])),
		mirrored(shore + 8, 0.42, 0.8, ...woods),
		grass(canvas.random, { count: 120, x: 750, spread: 540, y: shore + 16, tall: 32 }, '#6d8264'),
		ripples(canvas, { top: shore + 16, bottom: 1000, colour: '#f3f3e4', opacity: 0.6, count: 170 }),
		ripples(canvas, { top: shore + 30, bottom: 1000, colour: '#365a5c', opacity: 0.28, count: 150 }),
		path(lensData(250, 640, 300, 26) + lensData(1120, 600, 380, 26) + lensData(640, 560, 240, 26), '#72805c'),
		grass(canvas.random, { count: 60, x: 1120, spread: 90, y: 604, tall: 38 }, '#5d7350'),
		grass(canvas.random, { count: 44, x: 250, spread: 70, y: 644, tall: 40 }, '#5d7350'),
		...flock(),
		path(lensData(760, 908, 260, 10) + lensData(748, 924, 170, 8), { fill: '#eef0e2', opacity: 0.65 }),
		...MARSH_REEDS.map((bed) => reeds(canvas, bed)),
	);
}

function marshWoods(canvas: Canvas, shore: number): string[] {
	const { random } = canvas;
	const tree = treeSymbol(canvas, 150, { trunk: '#4b5347', dark: '#5c7565', middle: '#738b70', light: '#97a67c' });
	const nearTree = treeSymbol(canvas, 200, { trunk: '#3d4439', dark: '#435e50', middle: '#5c7a5d', light: '#8d9c68' });
	const at = (x: number, y: number, scale: number): { transform: string } => ({
		transform: `translate(${x} ${y}) scale(${scale.toFixed(2)})`,
	});
	return [
		hills(canvas, shore, 200, '#b6c4bd'),
		hills(canvas, shore, 110, '#9db1a8', 0.9),
		...Array.from({ length: 26 }, (_, i) => tree(at(i * 62 - 20, shore - 2, random.between(0.45, 0.8)))),
		bands(canvas, { x: 0, y: shore - 70, width: 1500, height: 60 }, 10, '#eef0e2', 0.6),
		...[40, 150, 1290, 1400, 1490].map((x) => nearTree(at(x, shore + 14, random.between(0.85, 1.25)))),
	];
}

function flock(): string[] {
	const at = (transform: string, ...bird: string[]): string => group({ transform }, ...bird);
	const [looking, fishing, flying] = [wader('look'), wader('fish'), flyer()];
	return [
		at('translate(1060 612) scale(.42)', looking),
		at('translate(1210 622) scale(-.4 .4)', fishing),
		at('translate(330 655) scale(-.5 .5)', fishing),
		at('translate(960 330) scale(.62)', flying),
		at('translate(700 215) scale(.46)', flying),
		at('translate(1180 180) scale(.36)', flying),
		at('translate(745 905)', group({ opacity: 0.3, transform: 'scale(1 -.55)' }, looking), looking),
	];
}

interface Sward {
	count: number;
	x: number;
	spread: number;
	y: number;
	tall: number;
}

function grass(random: Random, { count, x, spread, y, tall }: Sward, colour: string): string {
	const tufts = Array.from({ length: count }, () =>
		grassTuft(random, random.around(x, spread), y + random.between(-5, 8), tall * random.between(0.55, 1.35)),
	);
	return path(tufts.join(''), colour);
}

function grassTuft(random: Random, x: number, y: number, tall: number): string {
	return [-1, 0.1, 1]
		.map((side) =>
			bladeData(
				[x, y],
				[x + side * tall * 0.12, y - tall * 0.6],
				[x + side * tall * random.between(0.2, 0.5), y - tall * random.between(0.75, 1)],
				tall * 0.09,
			),
		)
		.join('');
}

const WHITE = '#fbfaf2';
const SHADE = '#b9c6c3';

/** A standing egret, its feet in the water at (0, 0), about 430 high; looking up, or bent to fish. */
function wader(act: 'look' | 'fish'): string {
	const neck: Point[] =
		act === 'look' ? pts(70, -232, 104, -286, 70, -330, 84, -392) : pts(70, -232, 128, -240, 152, -186, 186, -150);
	const [hx, hy] = neck[3] ?? [0, 0];
	const bill = act === 'look' ? 14 : 42;
	const plumes = Array.from({ length: 9 }, (_, i) =>
		bladeData([-60 + i * 9, -196 + i * 2], [-120 + i * 6, -170 + i * 3], [-168 + i * 10, -126 + i * 6], 13),
	);
	return [
		path(nibData(pts(8, -160, 14, -92, 4, -2), 8, even), '#2e3230'),
		path(nibData(pts(-14, -158, -26, -96, -18, -2), 8, even), '#2e3230'),
		path(`M-100 -186C-70 -262 40 -276 84 -250C104 -222 70 -172 22 -154C-40 -138 -92 -150 -100 -186z`, WHITE),
		path(`M-96 -180C-60 -166 20 -172 66 -206C58 -178 36 -160 10 -152C-40 -140 -84 -152 -96 -180z`, SHADE),
		path(plumes.join(''), WHITE),
		path(plumes.filter((_, i) => i % 3 === 0).join(''), { fill: SHADE, opacity: 0.8 }),
		path(
			nibData(neck, 34, (t) => 1 - t * 0.5, 8),
			WHITE,
		),
		path(
			nibData(
				neck.map(([x, y]): Point => [x + 6, y + 4]),
				10,
				(t) => (1 - t) * 0.8,
				8,
			),
			{ fill: SHADE, opacity: 0.8 },
		),
		group(
			{ transform: `translate(${hx} ${hy}) rotate(${bill})` },
			path('M-16 4C-16 -16 10 -18 24 -8L30 -2C20 10 -8 16 -16 4z', WHITE),
			path('M22 -9L98 2L24 4z', '#33373a'),
			path('M22 -9L40 -6L24 4z', '#d0a234'),
			path('M10 -6a3.4 3.4 0 1 1 .1 0z', '#22282a'),
			path(bladeData([-12, 0], [-40, 6], [-66, 26], 7), WHITE),
		),
	].join('');
}

/** An egret on the wing, flying right. */
function flyer(): string {
	const feathers = (side: number): string =>
		Array.from({ length: 13 }, (_, i) => {
			const t = i / 12;
			const root: Point = [10 - t * 74 * side * 0.4, -12 - t * 128 * side];
			const tip: Point = [-50 - t * 96, root[1] + side * (74 - t * 40)];
			return bladeData(root, [root[0] - 44, root[1] + side * 24], tip, 30 - t * 12);
		}).join('');
	return [
		path(feathers(0.72), SHADE),
		path(
			nibData(pts(36, -4, 4, -66, -30, -112), 22, (t) => 1 - t * 0.7),
			SHADE,
		),
		path(nibData(pts(-66, 16, -140, 30, -190, 30), 7, even), '#2e3230'),
		path('M-92 14C-40 -16 40 -26 78 -8C60 22 -30 34 -92 14z', WHITE),
		path(
			nibData(pts(64, -6, 104, 22, 122, -14, 140, -24), 24, (t) => 1 - t * 0.45),
			WHITE,
		),
		path('M128 -30C140 -38 152 -34 158 -26L206 -14L156 -14C146 -10 132 -14 128 -30z', WHITE),
		path('M156 -27L208 -14L156 -16z', '#c39a35'),
		path(feathers(1), WHITE),
		path(
			nibData(pts(40, -4, 20, -84, -34, -150), 30, (t) => 1 - t * 0.7),
			WHITE,
		),
	].join('');
}
