import { nibData, type Pressure } from './nib';
import type { Random } from './random';
import { circle, ellipse, group, num, type Point, path, polygon, pts, smoothData, stroke } from './svg';

/** Angles in degrees from hanging straight down, forward positive; the second of a pair is the bend of elbow or knee. */
export interface Pose {
	leftArm: readonly [number, number];
	rightArm: readonly [number, number];
	leftLeg: readonly [number, number];
	rightLeg: readonly [number, number];
	/** Forward lean of the trunk. */
	lean?: number;
}

export type View = 'front' | 'back' | 'side';
export type HairCut = 'short' | 'bob' | 'long' | 'tail' | 'bun' | 'bald';

export interface Figure {
	view: View;
	pose: Pose;
	skin?: string;
	hair?: string;
	cut?: HairCut;
	top: string;
	bottom: string;
	shoe?: string;
	/** Hem of the coat or skirt, in hundredths of the body's height above the ground; 48 is a jacket. */
	hem?: number;
	flare?: number;
	/** Sleeves end above the elbow. */
	bareArms?: boolean;
	/** Trousers end above the knee, socks below it. */
	shorts?: string;
	/** A child: larger head, shorter limbs. */
	child?: boolean;
	/** Drawn over the figure, in its own measure, where its hands and head are known. */
	extra?: (joints: Joints) => string;
}

export interface Joints {
	leftHand: Point;
	rightHand: Point;
	head: Point;
	neck: Point;
	hip: Point;
}

export const standing: Pose = { leftArm: [-6, 8], rightArm: [6, 8], leftLeg: [-3, 0], rightLeg: [3, 0] };
export const walking: Pose = { leftArm: [-24, 14], rightArm: [22, 22], leftLeg: [22, 4], rightLeg: [-20, 14] };
export const sitting: Pose = { leftArm: [28, 55], rightArm: [34, 60], leftLeg: [84, 80], rightLeg: [80, 78], lean: 4 };
export const readingFront: Pose = { leftArm: [16, 62], rightArm: [-16, -62], leftLeg: [-3, 0], rightLeg: [3, 0] };
export const reading: Pose = { leftArm: [24, 75], rightArm: [30, 78], leftLeg: [-2, 0], rightLeg: [3, 0], lean: 2 };

const limbPressure: Pressure = (t) => 1 - t * 0.36;
const reach = ([x, y]: Point, angle: number, length: number): Point => {
	const a = (angle * Math.PI) / 180;
	return [x + Math.sin(a) * length, y + Math.cos(a) * length];
};

/** A person 100 high standing on (0, 0), or sitting with the hips where they would stand. Side views face right. */
export function person(figure: Figure): string {
	const { view, pose, top, child = false } = figure;
	const skin = figure.skin ?? '#d9a884';
	const side = view === 'side';
	const lean = (pose.lean ?? 0) * (Math.PI / 180);
	const hip: Point = [0, child ? -47 : -51];
	const spine = child ? 27 : 30;
	const neck: Point = [hip[0] + Math.sin(lean) * spine, hip[1] - Math.cos(lean) * spine];
	const head: Point = [neck[0] + Math.sin(lean * 1.5) * 10 + (side ? 0.8 : 0), neck[1] - (child ? 11 : 9)];
	const [hips, shoulders] = side ? [1.5, 2] : [4.6, child ? 8.4 : 10];
	const leg = (x: number, [first, bend]: readonly [number, number]): Point[] => {
		const from: Point = [hip[0] + x * 0.92, hip[1] + 1.5];
		const knee = reach(from, first, child ? 21 : 24);
		return [from, knee, reach(knee, first - bend, child ? 21 : 23)];
	};
	const arm = (x: number, [first, bend]: readonly [number, number]): Point[] => {
		const from: Point = [neck[0] + x * 0.94, neck[1] + 5.4];
		const elbow = reach(from, first, child ? 13 : 15.5);
		return [from, elbow, reach(elbow, first + bend, child ? 12 : 14)];
	};
	const legs = [leg(-hips, pose.leftLeg), leg(hips, pose.rightLeg)] as const;
	const arms = [arm(-shoulders, pose.leftArm), arm(shoulders, pose.rightArm)] as const;
	const joints: Joints = { leftHand: arms[0][2] ?? neck, rightHand: arms[1][2] ?? neck, head, neck, hip };
	const legMark = (points: readonly Point[]): string => legDrawing(points, figure, skin, side);
	const armMark = (points: readonly Point[]): string => armDrawing(points, figure.bareArms ? skin : top, top, skin);
	const behind = view === 'back' ? [] : [armMark(arms[0])];
	const before = view === 'back' ? [armMark(arms[0]), armMark(arms[1])] : [armMark(arms[1])];
	return [
		side ? behind.join('') : '',
		legMark(legs[0]),
		legMark(legs[1]),
		side ? '' : behind.join(''),
		trunk(figure, hip, neck, side),
		headDrawing(figure, head, neck, skin),
		...before,
		figure.extra?.(joints) ?? '',
	].join('');
}

function legDrawing(
	points: readonly Point[],
	{ bottom, shoe = '#2a2a2c', shorts }: Figure,
	skin: string,
	side: boolean,
): string {
	const [hip, knee, ankle] = points as [Point, Point, Point];
	const foot = side
		? ellipse(ankle[0] + 2.4, ankle[1] + 1.2, 4.6, 1.9, shoe)
		: ellipse(ankle[0], ankle[1] + 1.2, 2.8, 2.2, shoe);
	if (!shorts) return foot + path(nibData(points, 9.4, limbPressure, 5), bottom);
	const mix = (from: Point, to: Point, t: number): Point => [
		from[0] + (to[0] - from[0]) * t,
		from[1] + (to[1] - from[1]) * t,
	];
	return [
		foot,
		path(nibData(points, 7.4, limbPressure, 5), skin),
		path(nibData([mix(knee, ankle, 0.45), ankle], 5.8, limbPressure, 3), shorts),
		path(
			nibData([hip, mix(hip, knee, 0.72)], 10.6, () => 1, 4),
			bottom,
		),
	].join('');
}

function armDrawing(points: readonly Point[], colour: string, sleeve: string, skin: string): string {
	const [shoulder, elbow, hand] = points as [Point, Point, Point];
	const upper: Point = [(shoulder[0] + elbow[0] * 2) / 3, (shoulder[1] + elbow[1] * 2) / 3];
	const bare =
		colour === sleeve
			? ''
			: path(
					nibData([shoulder, upper], 7.4, () => 1),
					sleeve,
				);
	return (
		circle(hand[0], hand[1], 2.3, skin) +
		circle(shoulder[0], shoulder[1], 3.3, sleeve) +
		path(nibData(points, 6.6, limbPressure, 5), colour) +
		bare
	);
}

function trunk(
	{ top, view, child, hem = child ? 43 : 48, flare = 0 }: Figure,
	hip: Point,
	neck: Point,
	side: boolean,
): string {
	const [s, w, h] = side ? [5.4, 5.6, 5.8 + flare] : child ? [9, 7, 7.4 + flare] : [11.4, 8.4, 9 + flare];
	const waist: Point = [(hip[0] + neck[0]) / 2, (hip[1] + neck[1]) / 2 + 4];
	const edge = (way: 1 | -1): Point[] =>
		pts(
			neck[0] + way * 2.4,
			neck[1] - 2.2,
			neck[0] + way * (s * 0.5 + 1),
			neck[1] + 0.4,
			neck[0] + way * s * 0.93,
			neck[1] + 3,
			neck[0] + way * s,
			neck[1] + 7.5,
			waist[0] + way * w,
			waist[1],
			hip[0] + way * h,
			-hem,
		);
	const right = edge(1);
	const outline = `${smoothData(edge(-1), false)}${smoothData([...right].reverse(), false).replace('M', 'L')}z`;
	const core: Point[] = pts(hip[0] + h * 0.3, -hem, waist[0] + w * 0.25, waist[1], neck[0] + s * 0.35, neck[1] + 6);
	return [
		path(outline, top),
		path(`${smoothData(right.slice(2), false)}L${core.map((point) => point.map(num).join(' ')).join('L')}z`, {
			fill: '#0b1a22',
			opacity: 0.18,
		}),
		view === 'front' && !child ? collar(neck, hip, hem) : '',
	].join('');
}

/** An open coat over a lighter shirt. */
function collar([x, y]: Point, hip: Point, hem: number): string {
	return (
		polygon(pts(x - 2.6, y - 2, x + 2.6, y - 2, x + 0.2, y + 7), '#d8d6cd') +
		path(
			`M${num(x - 2.8)} ${num(y - 1.6)}L${num(x)} ${num(y + 7)}L${num(hip[0])} ${num(-hem)}M${num(x + 2.8)} ${num(y - 1.6)}L${num(x)} ${num(y + 7)}`,
			stroke('#000', 0.5, { opacity: 0.4 }),
		)
	);
}

function headDrawing(
	{ view, hair = '#232021', cut = 'short', child }: Figure,
	[x, y]: Point,
	neck: Point,
	skin: string,
): string {
	const [rx, ry] = child ? [7, 7.9] : [5.3, 6.7];
	const side = view === 'side';
	const throat = path(
		nibData(pts(neck[0], neck[1] + 2, x, y + 3), 4.3, () => 1),
		skin,
	);
	const behind = side ? -1.6 : 0;
	const long =
		cut === 'long' ? path(`M${x - rx * 1.1 + behind} ${y - 1}q${-0.6} 9 .6 14h${rx * 2 - 1}q1.4 -6 .6 -14z`, hair) : '';
	const bob =
		cut === 'bob' ? path(`M${x - rx * 1.15 + behind} ${y - 2}q-.6 6 .8 8.4h${rx * 2 - 0.4}q1.2 -3 .8 -8.4z`, hair) : '';
	const tail =
		cut === 'tail' && view !== 'front'
			? path(
					nibData(
						view === 'side'
							? pts(x - rx * 0.8, y - 3, x - rx * 1.9, y + 1, x - rx * 1.7, y + 9)
							: pts(x, y, x + 1, y + 7, x, y + 13),
						4,
						limbPressure,
					),
					hair,
				)
			: '';
	const bun = cut === 'bun' ? circle(view === 'side' ? x - rx * 0.9 : x, y - ry * 0.95, 2.6, hair) : '';
	const rounded = ellipse(x + rx * 0.3, y - 0.5, rx * 0.7, ry * 0.9, { fill: '#000', opacity: 0.15 });
	if (view === 'back') return throat + ellipse(x, y - 0.5, rx, ry * 0.96, hair) + rounded + long + bob + tail + bun;
	const face = ellipse(x, y, rx, ry, skin);
	const shade = path(
		`M${x + rx * 0.25} ${y - ry}a${rx * 0.75} ${ry} 0 0 1 0 ${ry * 2}q${rx * 0.45} ${-ry} 0 ${-ry * 2}z`,
		{ fill: '#5a2d1a', opacity: 0.22 },
	);
	if (cut === 'bald') return throat + face + shade + countenance(view, x, y);
	const cap =
		view === 'side'
			? path(
					`M${x + rx * 0.85} ${y - ry * 0.45}C${x + rx * 0.3} ${y - ry * 0.6} ${x - rx * 0.1} ${y - ry * 0.35} ${x - rx * 0.05} ${y + ry * 0.1}C${x - rx * 0.3} ${y + ry * 0.25} ${x - rx * 0.5} ${y + ry * 0.5} ${x - rx * 0.62} ${y + ry * 0.72}C${x - rx * 1.35} ${y + ry * 0.3} ${x - rx * 1.3} ${y - ry * 1.1} ${x} ${y - ry * 1.1}C${x + rx * 0.8} ${y - ry * 1.1} ${x + rx * 1.05} ${y - ry * 0.7} ${x + rx * 0.85} ${y - ry * 0.45}z`,
					hair,
				)
			: path(
					`M${x - rx * 1.04} ${y + ry * 0.1}C${x - rx * 1.2} ${y - ry * 1.5} ${x + rx * 1.2} ${y - ry * 1.5} ${x + rx * 1.04} ${y + ry * 0.1}C${x + rx * 0.9} ${y - ry * 0.5} ${x + rx * 0.4} ${y - ry * 0.55} ${x - rx * 0.2} ${y - ry * 0.5}C${x - rx * 0.7} ${y - ry * 0.45} ${x - rx * 0.95} ${y - ry * 0.3} ${x - rx * 1.04} ${y + ry * 0.1}z`,
					hair,
				);
	return [bun, long, bob, throat, face, shade, countenance(view, x, y), cap, tail].join('');
}

/** Eyes, nose and mouth as far as a figure of this size shows them. */
function countenance(view: View, x: number, y: number): string {
	const marks =
		view === 'side'
			? `M${num(x + 2.6)} ${num(y - 0.4)}h1.3M${num(x + 2.2)} ${num(y - 2)}h2M${num(x + 3.4)} ${num(y + 3.4)}h1.2`
			: `M${num(x - 2.8)} ${num(y)}h1.5M${num(x + 1.3)} ${num(y)}h1.5M${num(x - 3.1)} ${num(y - 1.6)}h2M${num(x + 1.1)} ${num(y - 1.6)}h2M${num(x - 1.2)} ${num(y + 3.7)}h2.4M${num(x + 0.4)} ${num(y + 0.6)}l.5 1.5h-.9`;
	return path(marks, stroke('#3a1f16', 0.55, { opacity: 0.75 }));
}

/** Places a person: `height` in pixels, feet at (x, y), facing left when `flip`. */
export function place(x: number, y: number, height: number, figure: Figure, flip = false): string {
	const scale = (height / 100).toFixed(3);
	const transform = `translate(${Math.round(x)} ${Math.round(y)}) scale(${flip ? '-' : ''}${scale} ${scale})`;
	return group({ transform }, person(figure));
}

/** The shadow that a person throws on the ground. */
export const footShadow = (x: number, y: number, height: number, opacity = 0.25): string =>
	ellipse(x + height * 0.06, y + 2, height * 0.17, height * 0.03, { fill: '#0d171c', opacity });

const COATS = [
	'#2f3f4d',
	'#5b6b73',
	'#7d2f26',
	'#8a7a62',
	'#3d4a3f',
	'#b9b3a4',
	'#46566b',
	'#6b4a3a',
	'#9aa7a5',
	'#2a2b2f',
	'#a65b43',
	'#d3cbb9',
] as const;
const TROUSERS = ['#23282f', '#34404d', '#4b4a48', '#2d2f33', '#5a5348', '#3c4b5e'] as const;
const SKINS = ['#dcae8b', '#d2a07c', '#e2b896', '#c99672'] as const;

/** Somebody from a crowd. */
export function passer(random: Random, view: View, pose: Pose): Figure {
	const woman = random.chance(0.48);
	return {
		view,
		pose,
		skin: random.pick(SKINS),
		hair: random.chance(0.12) ? '#8d8a86' : random.pick(['#201d1e', '#2b2423', '#1b1a1b']),
		cut: woman ? random.pick(['bob', 'long', 'tail', 'bun'] as const) : 'short',
		top: random.pick(COATS),
		bottom: random.pick(TROUSERS),
		hem: woman && random.chance(0.4) ? random.between(26, 34) : random.between(45, 49),
		flare: woman ? 1.4 : 0,
	};
}
