import { bladeData, bothEnds, nibData, toPoint } from './nib';
import type { Random } from './random';
import {
	type Canvas,
	curve,
	ellipse,
	group,
	lensData,
	type Point,
	path,
	polyData,
	polygon,
	pts,
	rect,
	type Stop,
	smoothData,
	stroke,
} from './svg';

export function sky(canvas: Canvas, bottom: number, stops: readonly Stop[]): string {
	return rect(0, 0, canvas.width, bottom, canvas.linear(stops));
}

/** A lit haze around a place: the sun, a lamp. */
export function glow(canvas: Canvas, x: number, y: number, radius: number, colour: string, strength: number): string {
	const light = canvas.radial([`0 ${colour} ${strength}`, `0.35 ${colour} ${strength * 0.45}`, `1 ${colour} 0`]);
	return rect(x - radius, y - radius, radius * 2, radius * 2, light);
}

/** A ridge across the sheet: slow swells with smaller ones upon them, standing on `base`. */
export function ridge(canvas: Canvas, base: number, height: number, rough: number): Point[] {
	const { random, width } = canvas;
	const waves = [1, 2.3, 5.1, 11.7].map((n, i) => ({
		n,
		phase: random.between(0, 6.3),
		size: i < 2 ? 1 / n : rough / n,
	}));
	const points: Point[] = [];
	for (let x = -40; x <= width + 40; x += 25) {
		const lift = waves.reduce((sum, { n, phase, size }) => sum + size * Math.sin((x / width) * n * 4 + phase), 0);
		points.push([x, base - height * (0.5 + 0.4 * lift)]);
	}
	return points;
}

export function hills(canvas: Canvas, base: number, height: number, fill: string, rough = 0.6): string {
	const top = ridge(canvas, base, height, rough);
	return path(`${smoothData(top, false)}L${canvas.width + 40} ${base}L-40 ${base}z`, fill);
}

/** Long soft lens shapes: mist, cloud. */
export function bands(
	canvas: Canvas,
	box: { x: number; y: number; width: number; height: number },
	count: number,
	colour: string,
	opacity: number,
): string {
	const { random } = canvas;
	const soft = canvas.radial([`0 ${colour} ${opacity}`, `0.6 ${colour} ${opacity * 0.5}`, `1 ${colour} 0`]);
	return Array.from({ length: count }, () => {
		const half = random.between(0.09, 0.28) * box.width;
		const x = box.x + random.between(0, 1) * box.width;
		return ellipse(x, box.y + random.next() * box.height, half, random.between(0.1, 0.26) * box.height, soft);
	}).join('');
}

export interface WaterLight {
	top: number;
	bottom: number;
	colour: string;
	opacity: number;
	count: number;
	/** The light lies in a path below this place instead of everywhere. */
	below?: { x: number; spread: number };
}

/** Ripples, finer and closer towards the far shore. */
export function ripples(canvas: Canvas, { top, bottom, colour, opacity, count, below }: WaterLight): string {
	const { random } = canvas;
	const data: string[] = [];
	for (let i = 0; i < count; i++) {
		const near = random.next() ** 1.7;
		const y = top + (bottom - top) * near;
		const length = (14 + 110 * near) * random.between(0.5, 1.3);
		const x = below ? random.around(below.x, below.spread * (0.35 + near)) : random.between(-60, canvas.width);
		data.push(lensData(x, y, length, (1.2 + 6 * near) * random.between(0.7, 1.2)));
	}
	return path(data.join(''), { fill: colour, opacity });
}

/** Draws what stands above a waterline again below it, dimmed. */
export function mirrored(waterline: number, opacity: number, squash: number, ...content: string[]): string {
	const flip = `translate(0 ${waterline * (1 + squash)}) scale(1 ${-squash})`;
	return group({ opacity }, group({ transform: flip }, ...content));
}

export interface ReedBed {
	from: number;
	to: number;
	base: number;
	height: number;
	count: number;
	stem: string;
	leaf: string;
	plume: string;
	/** The plume's side away from the light. */
	shade: string;
	lean?: number;
}

/** Reeds in flower 芦花, the plumes blown one way. */
export function reeds(canvas: Canvas, bed: ReedBed): string {
	const kinds = Array.from({ length: 6 }, () => reedSymbol(canvas, bed));
	const { random } = canvas;
	const stalks = Array.from({ length: bed.count }, () => {
		const scale = random.between(0.62, 1.12);
		const x = random.between(bed.from, bed.to);
		const y = bed.base + random.between(0, bed.height * 0.12);
		const flip = random.chance(0.2) ? -0.7 : 1;
		return {
			y,
			mark: random.pick(kinds)({
				transform: `translate(${Math.round(x)} ${Math.round(y)}) scale(${(scale * flip).toFixed(2)} ${scale.toFixed(2)})`,
			}),
		};
	});
	return stalks
		.sort((a, b) => a.y - b.y)
		.map(({ mark }) => mark)
		.join('');
}

function reedSymbol(
	canvas: Canvas,
	{ height, stem, leaf, plume, shade, lean = 0.12 }: ReedBed,
): ReturnType<Canvas['symbol']> {
	const { random } = canvas;
	const tall = height * random.between(0.85, 1.1);
	const bow = tall * lean * random.between(0.5, 1.4);
	const at = (t: number): Point => [bow * t * t, -tall * t];
	const leaves = Array.from({ length: 4 }, () => {
		const [x, y] = at(random.between(0.2, 0.75));
		const side = random.chance(0.62) ? 1 : -1;
		const long = tall * random.between(0.22, 0.4);
		return bladeData(
			[x, y],
			[x + side * long * 0.55, y - long * 0.9],
			[x + side * long * 1.1, y - long * random.between(0.05, 0.35)],
			tall * 0.02,
		);
	});
	const hairs = Array.from({ length: 20 }, (_, i) => {
		const t = 0.84 + (i / 20) * 0.16;
		const [x, y] = at(t);
		const long = tall * 0.085 * Math.sin(Math.PI * (0.25 + 0.75 * (1 - i / 20))) + 8;
		const side = i % 3 === 0 ? -0.35 : 1;
		return bladeData([x, y], [x + side * long * 0.8, y - long * 0.75], [x + side * long * 1.2, y + long * 0.15], 6);
	});
	return canvas.symbol(
		path(
			nibData([at(0), at(0.35), at(0.7), at(1)], tall * 0.013, (t) => 1 - t * 0.6, 4),
			stem,
		),
		path(leaves.join(''), leaf),
		path(hairs.slice(0, 10).join(''), shade),
		path(hairs.slice(5).join(''), { fill: plume, opacity: 0.9 }),
	);
}

/** Leaves as dabs of a brush inside an outline of round clumps. */
export function foliage(
	random: Random,
	clumps: readonly (readonly [x: number, y: number, r: number])[],
	count: number,
	size: number,
): string {
	let data = '';
	for (let i = 0; i < count; i++) {
		const [cx, cy, r] = random.pick(clumps);
		const [angle, far] = [random.between(0, 6.283), Math.sqrt(random.next()) * r];
		const [x, y] = [cx + Math.cos(angle) * far, cy + Math.sin(angle) * far * 0.85];
		data += polyData(pts(x, y, x + random.around(0, size), y + random.around(0, size * 0.6)), false);
	}
	return data;
}

export interface TreeLook {
	trunk: string;
	dark: string;
	middle: string;
	light: string;
}

/** A broad-leaved tree lit from the upper left, standing on (0, 0). */
export function treeSymbol(canvas: Canvas, height: number, look: TreeLook): ReturnType<Canvas['symbol']> {
	const { random } = canvas;
	const r = height * 0.3;
	const clumps = Array.from({ length: 9 }, (_, i) => {
		const angle = (i / 9) * 6.283;
		return [
			Math.cos(angle) * r * random.between(0.5, 0.85),
			-height * 0.66 + Math.sin(angle) * r * random.between(0.5, 0.95),
			r * random.between(0.4, 0.6),
		] as const;
	});
	clumps.push([0, -height * 0.66, r * 0.6]);
	const dab = height * 0.028;
	const lit = clumps.map(([x, y, radius]) => [x - radius * 0.28, y - radius * 0.36, radius * 0.72] as const);
	const high = lit.map(([x, y, radius]) => [x - radius * 0.2, y - radius * 0.3, radius * 0.55] as const);
	const branches = [-0.5, -0.2, 0.25, 0.55].map((side) =>
		nibData(
			pts(0, -height * 0.3, side * r * 0.5, -height * 0.5, side * r * 1.1, -height * 0.72),
			height * 0.022,
			toPoint,
			4,
		),
	);
	return canvas.symbol(
		path(
			nibData(
				pts(0, 6, height * 0.01, -height * 0.25, -height * 0.01, -height * 0.5),
				height * 0.05,
				(t) => 1 - t * 0.6,
				4,
			) + branches.join(''),
			look.trunk,
		),
		path(clumps.map(([x, y, radius]) => smoothData(lumpy(random, x, y, radius), true)).join(''), look.dark),
		path(foliage(random, clumps, 70, dab), stroke(look.dark, dab * 1.3)),
		path(foliage(random, lit, 150, dab), stroke(look.middle, dab)),
		path(foliage(random, high, 90, dab), stroke(look.light, dab * 0.8)),
	);
}

function lumpy(random: Random, x: number, y: number, r: number): Point[] {
	return Array.from({ length: 9 }, (_, i) => {
		const angle = (i / 9) * 6.283;
		const far = r * random.between(0.85, 1.15);
		return [x + Math.cos(angle) * far, y + Math.sin(angle) * far * 0.9];
	});
}

/** Branches of a willow that hang from above, leaves in pairs along them. */
export function willow(
	canvas: Canvas,
	box: { from: number; to: number; top: number; length: number },
	count: number,
	colours: readonly string[],
): string {
	const { random } = canvas;
	return Array.from({ length: count }, () => {
		const x = random.between(box.from, box.to);
		const length = box.length * random.between(0.45, 1.1);
		const sway = random.around(14, 22);
		const top = box.top - random.between(0, 40);
		const at = (t: number): Point => [x + sway * t * t + 5 * Math.sin(t * 6), top + length * t];
		const leaves: string[] = [];
		for (let t = 0.12; t < 1; t += 17 / length) {
			const [lx, ly] = at(t);
			const side = random.chance(0.5) ? 1 : -1;
			leaves.push(polyData(pts(lx, ly, lx + side * random.between(5, 11), ly + random.between(12, 20)), false));
		}
		const colour = random.pick(colours);
		return curve([at(0), at(0.33), at(0.66), at(1)], stroke(colour, 1.8)) + path(leaves.join(''), stroke(colour, 4.2));
	}).join('');
}

/** A far bird: two strokes. */
export function farBird(x: number, y: number, size: number, colour: string): string {
	return path(
		nibData(pts(x - size, y - size * 0.25, x - size * 0.4, y - size * 0.3, x, y), size * 0.16, bothEnds, 4) +
			nibData(pts(x, y, x + size * 0.45, y - size * 0.36, x + size, y - size * 0.1), size * 0.16, bothEnds, 4),
		colour,
	);
}

/** A flat-bottomed boat 乌篷 seen from the side, its waterline at (0, 0), about 240 long at scale 1. */
export function sampan(canvas: Canvas, hull: string, hood: string, edge: string): ReturnType<Canvas['symbol']> {
	const rib = (x: number): string => curve(pts(x, -20, x + 3, -42, x + 16, -56), stroke(edge, 1.6, { opacity: 0.7 }));
	return canvas.symbol(
		polygon(pts(-128, -30, -104, -8, -80, 3, 78, 3, 106, -9, 132, -34, 104, -20, -100, -18), hull),
		curve(pts(-128, -30, -100, -19, 0, -14, 104, -20, 132, -34), stroke(edge, 2.5)),
		path('M-62 -17C-60 -50 -44 -58 -30 -58L30 -58C46 -58 58 -48 60 -17z', hood),
		...[-52, -34, -16, 2, 20, 38].map(rib),
	);
}
