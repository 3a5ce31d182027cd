import { nibData } from './nib';
import { type Figure, place, standing } from './people';
import type { Random } from './random';
import { bands, hills, sky, treeSymbol } from './scenery';
import {
	type Canvas,
	circle,
	ellipse,
	line,
	type Point,
	path,
	polygon,
	pts,
	rect,
	rectData,
	stroke,
	strokes,
} from './svg';

/** 操场: a school team at football, the building and its trees behind. */
export function schoolFootball(canvas: Canvas): void {
	const { random } = canvas;
	const tree = treeSymbol(canvas, 230, { trunk: '#5a4c38', dark: '#4f6b48', middle: '#6f8d52', light: '#a8b266' });
	canvas.add(
		sky(canvas, 470, ['0 #86b0c4', '0.7 #cfdfd8', '1 #eeead2']),
		bands(canvas, { x: 0, y: 40, width: 1500, height: 160 }, 10, '#fbf9ee', 0.8),
		hills(canvas, 440, 90, '#a9bdb8'),
		schoolhouse(canvas),
		...[30, 130, 1010, 1120, 1240, 1370, 1480].map((x) =>
			tree({ transform: `translate(${x} 452) scale(${random.between(0.8, 1.1).toFixed(2)})` }),
		),
		rect(0, 446, 1500, 20, '#7d8f68'),
		rect(0, 462, 1500, 46, canvas.linear(['0 #a8523c', '1 #b9614a'])),
		strokes(
			[474, 485, 497].map((y): Point[] => pts(0, y, 1500, y)),
			'#e7cbbd',
			1.6,
		),
		rect(0, 506, 1500, 500, canvas.linear(['0 #8fae5c', '0.4 #739b4b', '1 #4c7a39'])),
		...Array.from({ length: 7 }, (_, i) =>
			polygon(pts(-300 + i * 330, 506, -150 + i * 330, 506, -900 + i * 620 + 310, 1000, -900 + i * 620, 1000), {
				fill: '#a7c46c',
				opacity: 0.25,
			}),
		),
		path(
			`M-20 536H1520M${300} 536C${120} 700 ${20} 860 -60 1000M540 640a330 84 0 1 0 660 0a330 84 0 1 0 -660 0`,
			stroke('#f1f1e2', 5, { opacity: 0.75 }),
		),
		goal(),
		...team(random),
		ballAt(830, 893, 27),
		path(
			Array.from({ length: 190 }, () => {
				const y = random.between(640, 1000);
				const k = (y - 500) / 500;
				return `M${Math.round(random.between(0, 1500))} ${Math.round(y)}l${Math.round(random.around(0, 4))} ${Math.round(-12 * k)}`;
			}).join(''),
			stroke('#3f6b33', 2.6, { opacity: 0.55 }),
		),
	);
}

function schoolhouse(canvas: Canvas): string {
	const windows = Array.from({ length: 3 }, (_, row) =>
		Array.from({ length: 12 }, (_, i) => rectData(236 + i * 60 + (i > 5 ? 60 : 0), 240 + row * 66, 40, 40)).join(''),
	).join('');
	return [
		rect(215, 214, 840, 236, '#e6dcc4'),
		rect(590, 170, 90, 280, '#a3452f'),
		path(Array.from({ length: 4 }, (_, row) => rectData(215, 286 + row * 66 - 66 + 4, 840, 8)).join(''), '#a3452f'),
		path(windows, '#6f8f9a'),
		path(windows.replaceAll('v40', 'v14'), { fill: '#cfe0df', opacity: 0.7 }),
		rect(215, 206, 840, 10, '#8a3a28'),
		circle(635, 212, 26, '#f4f0e0'),
		line(pts(635, 212, 635, 196), '#333', 3.4),
		line(pts(635, 212, 646, 218), '#333', 3.4),
		rect(870, 100, 5, 350, '#8d9294'),
		path('M875 102h66l-8 20l8 22h-66z', canvas.linear(['0 #c0281d', '1 #9c1f17'])),
		rect(570, 410, 130, 40, '#5a4232'),
	].join('');
}

function goal(): string {
	const net = [
		...Array.from({ length: 14 }, (_, i): Point[] => pts(1228 + i * 20, 420, 1242 + i * 20, 560)),
		...Array.from({ length: 8 }, (_, i): Point[] => pts(1222, 424 + i * 19, 1500, 424 + i * 19)),
	];
	return (
		strokes(net, '#f4f4ea', 1.2, { opacity: 0.6 }) +
		path('M1222 572V416H1510', stroke('#fafaf2', 9)) +
		path('M1222 416l34 24v128', stroke('#dfe2d9', 4))
	);
}

const RUN = { leftArm: [-50, 60], rightArm: [44, 70], leftLeg: [48, 62], rightLeg: [-34, 56], lean: 12 } as const;

const STRIDE = { leftArm: [40, 66], rightArm: [-46, 50], leftLeg: [-42, 40], rightLeg: [44, 24], lean: 10 } as const;

const KICK = { leftArm: [-64, 30], rightArm: [58, 40], leftLeg: [-8, 16], rightLeg: [56, 8], lean: -8 } as const;

function team(random: Random): string[] {
	const red = { top: '#b3281e', bottom: '#2c2f33' };
	const blue = { top: '#2f6285', bottom: '#23384a' };
	const player = (side: typeof red, pose: Figure['pose'], girl = false): Figure => ({
		view: 'side',
		child: true,
		bareArms: true,
		pose,
		shorts: side.top === '#b3281e' ? '#f2efe2' : '#d9dde0',
		skin: random.pick(['#dcae8b', '#d2a07c', '#c99672']),
		hair: '#1f1b1b',
		cut: girl ? 'tail' : 'short',
		shoe: '#e6e2d2',
		hem: 43,
		...side,
	});
	const field = [
		[1330, 600, 165, player(blue, { ...standing, leftArm: [-50, 10], rightArm: [50, 10] }), true],
		[1010, 606, 160, player(red, RUN), false],
		[360, 622, 170, player(blue, STRIDE, true), false],
		[250, 760, 255, player(red, RUN, true), false],
		[1180, 790, 275, player(blue, RUN), true],
		[690, 905, 385, player(red, KICK), false],
		[1010, 930, 395, player(blue, STRIDE), true],
		[420, 985, 400, player(red, STRIDE), false],
	] as const;
	return field.map(
		([x, y, tall, who, flip]) =>
			ellipse(x + tall * 0.28, y + 2, tall * 0.34, tall * 0.035, { fill: '#1d3a1a', opacity: 0.35 }) +
			place(x, y, tall, who, flip),
	);
}

function ballAt(x: number, y: number, r: number): string {
	const patch = (dx: number, dy: number, s: number): string =>
		polygon(
			Array.from(
				{ length: 5 },
				(_, i): Point => [
					x + dx * r + Math.sin((i * 6.283) / 5) * s * r,
					y + dy * r - Math.cos((i * 6.283) / 5) * s * r,
				],
			),
			'#22282b',
		);
	return (
		ellipse(x + r * 0.7, y + r * 1.02, r * 1.2, r * 0.22, { fill: '#1d3a1a', opacity: 0.4 }) +
		circle(x, y, r, '#f7f5ea') +
		patch(0, 0, 0.36) +
		patch(-0.74, -0.3, 0.22) +
		patch(0.62, -0.55, 0.22) +
		patch(0.5, 0.7, 0.24) +
		patch(-0.5, 0.72, 0.2) +
		path(
			nibData(
				[
					[x + r * 0.5, y - r * 0.7],
					[x + r * 0.85, y],
					[x + r * 0.45, y + r * 0.75],
				],
				r * 0.4,
				() => 1,
			),
			{ fill: '#2c3a40', opacity: 0.16 },
		)
	);
}
