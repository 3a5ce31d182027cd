import type { Dress } from './sitter';
import { type Point, points, pts } from './svg';

/** A piece of cloth as it lies on the front of the trunk, in the sitter's own x and y. */
export interface Panel {
	points: readonly Point[];
	/** 0 white … 1 black. */
	tone: number;
	/** Direction of its hatching, radians. */
	angle: number;
	/** Lines closer (under 1) or wider. */
	pitch?: number;
	/** Its edge is drawn in paper on dark cloth, in ink on light. */
	edge: 'ink' | 'paper' | 'none';
	/** Knit rows, drawn as broken lines. */
	knit?: boolean;
	/** Lies over the neck too, as a collar does. */
	overNeck?: boolean;
}

export interface Seam {
	points: readonly Point[];
	width: number;
	colour: 'ink' | 'paper';
}

export interface Button {
	at: Point;
	radius: number;
	colour: 'ink' | 'paper';
}

export interface Costume {
	/** The cloth that covers the whole trunk. */
	cloth: Omit<Panel, 'points' | 'edge' | 'overNeck'>;
	panels: readonly Panel[];
	seams: readonly Seam[];
	buttons: readonly Button[];
}

const mirror = (half: readonly Point[]): Point[] => half.map(([x, y]) => [-x, y]);
const both = (panel: Panel): Panel[] => [panel, { ...panel, points: mirror(panel.points), angle: -panel.angle }];
const bothSeams = (seam: Seam): Seam[] => [seam, { ...seam, points: mirror(seam.points) }];

const opening = (width: number, bottom: number): Point[] =>
	pts(-0.5, -1.08, 0.5, -1.08, width, -1.4, 0, bottom, -width, -1.4);

const shirtFront: Panel = { points: opening(0.5, -2.9), tone: 0.06, angle: 1.5, edge: 'none' };
const shirtCollar = both({
	points: points('0.0 -1.64, 0.13 -1.84, 0.43 -1.54, 0.5 -1.22, 0.42 -1.14, 0.3 -1.34'),
	tone: 0.02,
	angle: 0.6,
	edge: 'ink',
	overNeck: true,
});
const tie: Panel[] = [
	{ points: points('-0.07 -1.84, 0.07 -1.84, 0.19 -2.88, -0.19 -2.88'), tone: 0.72, angle: 0.75, edge: 'ink' },
	{ points: points('-0.12 -1.61, 0.12 -1.61, 0.07 -1.85, -0.07 -1.85'), tone: 0.62, angle: -0.7, edge: 'ink' },
];
const lapel = (tone: number, bottom: number): Panel[] =>
	both({
		points: pts(0.5, -1.2, 0.62, -1.4, 0.84, -1.94, 0.6, -1.98, 0.7, -2.14, 0.03, bottom, 0.36, -1.88),
		tone,
		angle: -0.95,
		edge: 'paper',
	});

/** A buttoned shirt of light or dark stuff. */
function shirtOf(tone: number, collar: number): Costume {
	return {
		cloth: { tone, angle: 1.2 },
		panels: shirtCollar.map((panel) => ({ ...panel, tone: collar })),
		seams: [
			{ points: points('0.06 -1.78, 0.07 -3.18'), width: 0.016, colour: 'ink' },
			{ points: points('-0.07 -1.78, -0.06 -3.18'), width: 0.009, colour: 'ink' },
			...bothSeams({ points: points('1.06 -1.54, 1.16 -2.08, 1.12 -2.68'), width: 0.014, colour: 'ink' }),
			...bothSeams({ points: points('0.6 -1.78, 0.52 -2.28, 0.58 -2.78'), width: 0.014, colour: 'ink' }),
			{ points: points('0.36 -2.4, 0.86 -2.4, 0.84 -3.08'), width: 0.013, colour: 'ink' },
		],
		buttons: [
			{ at: [0, -2.06], radius: 0.03, colour: 'ink' },
			{ at: [0, -2.5], radius: 0.03, colour: 'ink' },
		],
	};
}

const COSTUMES: Record<Dress, Costume> = {
	suit: {
		cloth: { tone: 0.84, angle: 0.9 },
		panels: [shirtFront, ...tie, ...shirtCollar, ...lapel(0.88, -3.1)],
		seams: bothSeams({
			points: points('1.12 -1.56, 1.17 -2.08, 1.13 -2.68, 1.16 -3.08'),
			width: 0.016,
			colour: 'paper',
		}),
		buttons: [],
	},
	blazer: {
		cloth: { tone: 0.7, angle: 0.9 },
		panels: [{ points: opening(0.52, -3), tone: 0.05, angle: 1.5, edge: 'none' }, ...lapel(0.78, -3.1)],
		seams: [
			...bothSeams({ points: points('0.95 -1.56, 1 -2.08, 0.97 -2.68, 1 -3.08'), width: 0.016, colour: 'paper' }),
			{ points: points('-0.42 -1.38, -0.3 -1.7, 0 -1.84, 0.3 -1.7, 0.42 -1.38'), width: 0.018, colour: 'ink' },
		],
		buttons: [],
	},
	jacket: {
		cloth: { tone: 0.8, angle: 0.9 },
		panels: [
			{ points: opening(0.46, -2.45), tone: 0.06, angle: 1.5, edge: 'none' },
			...shirtCollar,
			...both({
				points: points('0.46 -1.16, 0.56 -1.24, 0.78 -1.76, 0.42 -2.12, 0.05 -2.28, 0.33 -1.8'),
				tone: 0.9,
				angle: -0.9,
				edge: 'paper',
			}),
		],
		seams: [
			{ points: points('0.02 -2.28, 0.02 -3.18'), width: 0.03, colour: 'paper' },
			...bothSeams({ points: points('1.1 -1.54, 1.2 -2.08, 1.16 -2.68, 1.2 -3.08'), width: 0.016, colour: 'paper' }),
			...bothSeams({ points: points('0.5 -2.53, 0.98 -2.44'), width: 0.018, colour: 'paper' }),
		],
		buttons: [],
	},
	coat: {
		cloth: { tone: 0.62, angle: 0.9, pitch: 0.9 },
		panels: [
			{
				points: points('-0.55 -1.08, 0.55 -1.08, 0.62 -1.48, 0.3 -2.08, 0 -2.68, -0.3 -2.08, -0.62 -1.48'),
				tone: 0.3,
				angle: 0.15,
				edge: 'none',
				knit: true,
				overNeck: true,
			},
			...both({
				points: points('0.5 -1.2, 0.66 -1.38, 1.0 -1.84, 0.72 -1.94, 0.8 -2.18, 0.04 -2.88, 0.4 -1.98'),
				tone: 0.74,
				angle: -0.95,
				edge: 'paper',
			}),
		],
		seams: bothSeams({ points: points('1.12 -1.56, 1.22 -2.08, 1.2 -3.08'), width: 0.016, colour: 'paper' }),
		buttons: [],
	},
	shirt: shirtOf(0.17, 0.04),
	denim: shirtOf(0.5, 0.42),
	crew: {
		cloth: { tone: 0.42, angle: 1.3 },
		panels: [
			{
				points: points(
					'-0.46 -1.2, -0.32 -1.52, 0 -1.68, 0.32 -1.52, 0.46 -1.2, 0.56 -1.3, 0.4 -1.66, 0 -1.84, -0.4 -1.66, -0.56 -1.3',
				),
				tone: 0.55,
				angle: 0.05,
				pitch: 0.9,
				edge: 'ink',
			},
		],
		seams: bothSeams({ points: points('0.92 -1.56, 1 -2.08, 0.97 -2.8'), width: 0.014, colour: 'ink' }),
		buttons: [],
	},
	knit: {
		cloth: { tone: 0.5, angle: 1.45, knit: true },
		panels: [
			...shirtCollar,
			{
				points: points(
					'-0.52 -1.28, -0.32 -1.68, 0 -1.88, 0.32 -1.68, 0.52 -1.28, 0.6 -1.4, 0.4 -1.82, 0 -2.04, -0.4 -1.82, -0.6 -1.4',
				),
				tone: 0.62,
				angle: 0.05,
				edge: 'ink',
			},
		],
		seams: bothSeams({ points: points('0.98 -1.56, 1.06 -2.08, 1.02 -2.78'), width: 0.016, colour: 'ink' }),
		buttons: [],
	},
	turtleneck: {
		cloth: { tone: 0.8, angle: 1.5, knit: true },
		panels: [
			{
				points: points('-0.44 -1.1, -0.2 -1.18, 0.2 -1.18, 0.44 -1.1, 0.52 -1.5, 0.25 -1.64, -0.25 -1.64, -0.52 -1.5'),
				tone: 0.7,
				angle: 1.57,
				pitch: 1.3,
				edge: 'ink',
				overNeck: true,
			},
		],
		seams: bothSeams({ points: points('0.92 -1.56, 1 -2.08, 0.97 -2.78'), width: 0.016, colour: 'paper' }),
		buttons: [],
	},
	tunic: {
		cloth: { tone: 0.66, angle: 0.9 },
		panels: [
			{
				points: points(
					'-0.5 -1.2, -0.25 -1.34, 0 -1.4, 0.25 -1.34, 0.5 -1.2, 0.54 -1.44, 0.26 -1.58, 0.02 -1.64, -0.26 -1.58, -0.54 -1.44',
				),
				tone: 0.75,
				angle: 1.4,
				edge: 'paper',
				overNeck: true,
			},
		],
		seams: [
			{ points: points('0.02 -1.4, 0.03 -3.18'), width: 0.02, colour: 'paper' },
			...bothSeams({ points: points('1.1 -1.54, 1.18 -2.08, 1.14 -2.98'), width: 0.014, colour: 'paper' }),
			...[-2.05, -2.5, -2.95].map(
				(y): Seam => ({
					points: pts(-0.2, y, 0.24, y),
					width: 0.05,
					colour: 'paper',
				}),
			),
		],
		buttons: [-2.05, -2.5, -2.95].map((y): Button => ({ at: [0.03, y], radius: 0.052, colour: 'paper' })),
	},
	vest: {
		cloth: { tone: 0.22, angle: 1.2 },
		panels: [
			...both({
				points: points('0.6 -1.28, 1.0 -1.5, 0.98 -2.08, 1.1 -3.28, 0.05 -3.28, 0.05 -2.53'),
				tone: 0.66,
				angle: 0.9,
				edge: 'ink',
			}),
			...shirtCollar,
			...both({
				points: points('0.36 -2.28, 0.86 -2.28, 0.86 -2.68, 0.36 -2.68'),
				tone: 0.74,
				angle: -0.6,
				edge: 'paper',
			}),
		],
		seams: [{ points: points('0 -1.78, 0 -2.53'), width: 0.014, colour: 'ink' }],
		buttons: [{ at: [0, -2.13], radius: 0.028, colour: 'ink' }],
	},
	parka: {
		cloth: { tone: 0.52, angle: 0.9 },
		panels: [
			{
				points: points('-0.46 -1.1, 0.46 -1.1, 0.42 -1.3, 0.12 -1.72, 0 -2.2, -0.12 -1.72, -0.42 -1.3'),
				tone: 0.82,
				angle: 1.5,
				edge: 'none',
				knit: true,
				overNeck: true,
			},
		],
		seams: [
			{ points: points('0.02 -2.1, 0.06 -3.2'), width: 0.03, colour: 'ink' },
			...bothSeams({ points: points('1.1 -1.56, 1.2 -2.08, 1.18 -2.98'), width: 0.016, colour: 'ink' }),
			...bothSeams({ points: points('0.45 -2.45, 1 -2.4'), width: 0.02, colour: 'ink' }),
			{ points: points('-0.3 -1.86, -0.34 -2.5'), width: 0.022, colour: 'paper' },
			{ points: points('0.3 -1.86, 0.31 -2.36'), width: 0.022, colour: 'paper' },
		],
		buttons: [],
	},
};

export const costumeOf = (dress: Dress): Costume => COSTUMES[dress];

/** Whether a place lies in a panel. */
export function covers({ points }: Panel, x: number, y: number): boolean {
	let inside = false;
	for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
		const [ax, ay] = points[i] ?? [0, 0];
		const [bx, by] = points[j] ?? [0, 0];
		if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
	}
	return inside;
}
