import { even, nibData } from './nib';
import { glow } from './scenery';
import {
	type Canvas,
	circle,
	ellipse,
	group,
	line,
	type Point,
	path,
	polyData,
	polygon,
	pts,
	rect,
	smoothData,
	stroke,
	strokes,
} from './svg';

interface Arm {
	/** Angles of the links from straight up, degrees, rightward positive. */
	angles: readonly [number, number, number];
	colour: readonly [string, string];
	tool?: string;
}

/** Shoulder, elbow, wrist and end of an arm on (0, 0), and the direction of its last link, radians. */
function armJoints(angles: Arm['angles']): { joints: readonly [Point, Point, Point, Point]; turn: number } {
	const joints: Point[] = [[0, -78]];
	let turn = 0;
	[130, 120, 46].forEach((length, i) => {
		turn += ((angles[i] ?? 0) * Math.PI) / 180;
		const [x, y] = joints[i] ?? [0, 0];
		joints.push([x + Math.sin(turn) * length, y - Math.cos(turn) * length]);
	});
	return { joints: joints as unknown as [Point, Point, Point, Point], turn };
}

/** An arm of six axes on (0, 0): base, two long links, a wrist. About 300 high. */
function robotArm({ angles, colour: [lit, dark], tool = '' }: Arm): string {
	const { joints, turn } = armJoints(angles);
	const [shoulder, elbow, wrist, end] = joints;
	const link = (from: Point, to: Point, width: number): string =>
		path(
			nibData([from, to], width, (t) => 1 - t * 0.24, 4),
			dark,
		) +
		path(
			nibData(
				[from, to].map(([x, y]): Point => [x - width * 0.12, y - width * 0.05]),
				width * 0.6,
				(t) => 1 - t * 0.24,
				4,
			),
			lit,
		);
	const joint = ([x, y]: Point, r: number): string =>
		circle(x, y, r, '#31363a') +
		circle(x - r * 0.08, y - r * 0.08, r * 0.74, dark) +
		circle(x - r * 0.16, y - r * 0.16, r * 0.5, lit) +
		circle(x - r * 0.1, y - r * 0.1, r * 0.2, '#31363a');
	const bend: Point = [(shoulder[0] + elbow[0]) / 2 - 34, (shoulder[1] + elbow[1]) / 2 - 6];
	return [
		ellipse(0, 4, 86, 13, { fill: '#0c1114', opacity: 0.35 }),
		polygon(pts(-58, 0, -46, -26, 46, -26, 58, 0), '#3a4044'),
		polygon(pts(-36, -24, -30, -82, 30, -82, 40, -24), dark),
		polygon(pts(-36, -24, -30, -82, -2, -82, -6, -24), lit),
		path(nibData([[shoulder[0] - 20, shoulder[1]], bend, [elbow[0] - 8, elbow[1] - 18]], 7, even), '#2a2f33'),
		link(shoulder, elbow, 56),
		link(elbow, wrist, 42),
		link(wrist, end, 26),
		joint(shoulder, 33),
		joint(elbow, 27),
		joint(wrist, 17),
		group(
			{
				transform: `translate(${Math.round(end[0])} ${Math.round(end[1])}) rotate(${Math.round((turn * 180) / Math.PI)})`,
			},
			rect(-9, -14, 18, 16, '#2d3236'),
			tool,
		),
	].join('');
}

const WELDING = [24, 62, 66] as const;

/** Stations down the line: scale, the body's place, and how far the arms stand off. */
const STATIONS = [
	{ scale: 0.42, x: 766, y: 474, spread: 123 },
	{ scale: 0.66, x: 772, y: 540, spread: 193 },
	{ scale: 1.05, x: 782, y: 660, spread: 307 },
	{ scale: 1.75, x: 800, y: 872, spread: 508 },
] as const;

/** 车间: two rows of arms work on shells that travel down the hall. */
export function workshopRobots(canvas: Canvas): void {
	const horizon: Point = [760, 430];
	const gripper = path('M-16 -14v-22M16 -14v-22M-18 -16h36', stroke('#2d3236', 7));
	const torch = path('M0 -12v-40', stroke('#2d3236', 8));
	const colour = ['#d1713a', '#96431f'] as const;
	const left = robotArm({ angles: WELDING, colour, tool: torch });
	const right = robotArm({ angles: [14, 78, 52], colour, tool: gripper });
	canvas.add(
		rect(0, 0, 1500, 1000, canvas.linear(['0 #5d6c72', '0.43 #a9b1ad', '0.44 #989e98', '1 #4b5253'])),
		hall(canvas, horizon),
		floor(canvas, horizon),
	);
	for (const { scale, x, y, spread } of STATIONS) {
		const size = scale * 0.92;
		const at = `${y + 12 * scale}) scale(`;
		canvas.add(
			carBody(x, y + 6 * scale, scale * 1.25),
			group({ transform: `translate(${x - spread} ${at}${size})` }, left),
			group({ transform: `translate(${x + spread} ${at}${-size} ${size})` }, right),
		);
		if (scale < 1) canvas.add(glow(canvas, horizon[0], 480, 700 * scale, '#e3e6dc', 0.28));
		else canvas.add(weld(canvas, x - spread, y + 12 * scale, size));
	}
}

/** Sparks at the tip of the torch of the arm that stands at (x, y). */
function weld(canvas: Canvas, x: number, y: number, size: number): string {
	const { joints, turn } = armJoints(WELDING);
	const [tx, ty] = [joints[3][0] + Math.sin(turn) * 54, joints[3][1] - Math.cos(turn) * 54];
	return sparks(canvas, x + tx * size, y + ty * size, 120 * size);
}

function hall(canvas: Canvas, [hx, hy]: Point): string {
	const rays = (points: readonly Point[], colour: string, width: number): string =>
		strokes(
			points.map((end) => [[hx, hy], end]),
			colour,
			width,
			{ opacity: 0.55 },
		);
	const trusses = Array.from({ length: 7 }, (_, i): string => {
		const k = 0.13 * 1.5 ** i;
		const [half, top] = [760 * k * 1.3, hy - 480 * k * 1.3];
		const zig = Array.from({ length: 15 }, (_, n): Point => [hx - half + (n * half) / 7, top + (n % 2 ? 34 * k : 0)]);
		return (
			line(pts(hx - half, top, hx + half, top), '#4b575c', 2 + 9 * k) +
			line(pts(hx - half, top + 34 * k, hx + half, top + 34 * k), '#4b575c', 1.5 + 6 * k) +
			line(zig, '#4b575c', 1 + 3 * k) +
			rect(hx - half, top, 8 + 20 * k, 850 * k * 1.3, '#525f64') +
			rect(hx + half - 8, top, 8 + 20 * k, 850 * k * 1.3, '#48545a')
		);
	});
	const skylights = [-0.62, 0.34].map((at) =>
		polygon(pts(hx + at * 40, hy - 62, hx + at * 40 + 20, hy - 62, hx + at * 1500 + 330, -60, hx + at * 1500, -60), {
			fill: '#e9eee6',
			opacity: 0.75,
		}),
	);
	return [
		...skylights,
		rays(pts(0, 90, 1500, 60, 180, 0, 1340, 0), '#566268', 4),
		...trusses.slice(0, 5),
		rect(hx - 110, hy - 60, 220, 66, '#d9ddd4'),
		glow(canvas, hx, hy - 40, 420, '#f4f2e4', 0.8),
	].join('');
}

function floor(canvas: Canvas, [hx, hy]: Point): string {
	const lane = (left: number, right: number, colour: string): string =>
		polygon(pts(hx - 6, hy + 10, hx + 6, hy + 10, right, 1000, left, 1000), colour);
	const stripe = (from: number, to: number): string =>
		polygon(pts(hx + (from - hx) * 0.02, hy + 10, hx + (to - hx) * 0.02, hy + 10, to, 1000, from, 1000), '#c79a3a');
	const rungs = Array.from({ length: 14 }, (_, i): Point[] => {
		const y = hy + 16 + 9 * 1.38 ** i;
		const k = (y - hy) / (1000 - hy);
		return pts(hx + (330 - hx) * k, y, hx + (1210 - hx) * k, y);
	});
	return (
		lane(330, 1210, '#5f6668') +
		stripe(318, 346) +
		stripe(1196, 1224) +
		strokes(rungs, '#454c4f', 2.4) +
		polygon(
			pts(hx - 4, hy + 10, hx + 4, hy + 10, 900, 1000, 620, 1000),
			canvas.linear(['0 #e8e8dc 0.5', '1 #e8e8dc 0.05']),
		)
	);
}

/** The white shell of a car seen from the front. */
function carBody(x: number, y: number, scale: number): string {
	return group(
		{ transform: `translate(${x} ${y}) scale(${scale})` },
		ellipse(0, 6, 150, 14, { fill: '#0b1012', opacity: 0.4 }),
		polygon(pts(-122, -2, -128, -58, -104, -78, 104, -78, 128, -58, 122, -2), '#d9dcd6'),
		polygon(pts(-104, -78, -74, -132, 74, -132, 104, -78), '#c6cbc6'),
		polygon(pts(-90, -80, -66, -124, 66, -124, 90, -80), '#46545a'),
		polygon(pts(-90, -80, -66, -124, -22, -124, -52, -80), '#5d6c72'),
		polygon(pts(-112, -50, -66, -56, -62, -38, -108, -32), '#39454a'),
		polygon(pts(112, -50, 66, -56, 62, -38, 108, -32), '#39454a'),
		rect(-50, -38, 100, 24, '#4a555a'),
		polygon(pts(60, -2, 66, -78, 104, -78, 128, -58, 122, -2), { fill: '#39464c', opacity: 0.25 }),
		rect(-118, -14, 236, 12, '#aab0ac'),
		rect(-112, -4, 30, 16, '#23292c'),
		rect(82, -4, 30, 16, '#23292c'),
	);
}

/** Welding: a white point and thrown sparks. */
function sparks(canvas: Canvas, x: number, y: number, reach: number): string {
	const { random } = canvas;
	const flights = Array.from({ length: 46 }, (): Point[] => {
		const angle = random.between(-2.9, 0.3);
		const long = reach * random.between(0.15, 1);
		const [dx, dy] = [Math.cos(angle) * long, Math.sin(angle) * long * 0.8];
		return pts(
			x + dx * 0.35,
			y + dy * 0.35,
			x + dx * 0.7,
			y + dy * 0.62 + long * 0.05,
			x + dx,
			y + dy * 0.7 + long * 0.3,
		);
	});
	return (
		glow(canvas, x, y, reach * 1.3, '#ffdf9a', 0.9) +
		path(flights.map((flight) => smoothData(flight, false)).join(''), stroke('#ffe3a0', reach * 0.014)) +
		circle(x, y, reach * 0.06, '#fffdf2') +
		path(polyData(pts(x - reach * 0.2, y, x, y - 3, x + reach * 0.2, y, x, y + 3), true), '#fffbe6')
	);
}
