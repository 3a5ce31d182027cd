import { createRandom, type Random } from './random';

export type Point = readonly [x: number, y: number];
export type Attributes = Record<string, string | number>;
/** A fill alone, or attributes as SVG names them. */
export type Paint = string | Attributes;
/** `offset colour opacity`, parted by spaces; the offset 0…1, the opacity 1 if left out. */
export type Stop = string;

/** Points written flat: x, y, x, y … */
export function pts(...flat: number[]): Point[] {
	const points: Point[] = [];
	for (let i = 0; i + 1 < flat.length; i += 2) points.push([flat[i] ?? 0, flat[i + 1] ?? 0]);
	return points;
}

/** Rows of numbers written as the `points` of SVG are: `1 2, 3 4`. */
export const table = (rows: string): number[][] => rows.split(', ').map((row) => row.split(' ').map(Number));

/** Points written as in SVG: `x y, x y`. */
export const points = (list: string): Point[] => table(list).map(([x = 0, y = 0]) => [x, y]);

/** One decimal of a pixel is finer than the eye; more would only swell the file. */
export const num = (value: number): string => String(Math.round(value * 10) / 10);

export function tag(name: string, attributes: Attributes, content = ''): string {
	const written = Object.entries(attributes)
		.map(([key, value]) => ` ${key}="${typeof value === 'number' ? Math.round(value * 1000) / 1000 : value}"`)
		.join('');
	return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

const painted = (paint: Paint): Attributes => (typeof paint === 'string' ? { fill: paint } : paint);

/** A stroke without a fill. */
export const stroke = (colour: string, width: number, more: Attributes = {}): Attributes => ({
	fill: 'none',
	stroke: colour,
	'stroke-width': width,
	'stroke-linecap': 'round',
	'stroke-linejoin': 'round',
	...more,
});

export const path = (d: string, paint: Paint): string => tag('path', { d, ...painted(paint) });
export const group = (attributes: Attributes, ...content: string[]): string => tag('g', attributes, content.join(''));
export const rect = (x: number, y: number, width: number, height: number, paint: Paint): string =>
	path(rectData(x, y, width, height), paint);
export const circle = (x: number, y: number, r: number, paint: Paint): string =>
	tag('circle', { cx: x, cy: y, r, ...painted(paint) });
export const ellipse = (x: number, y: number, rx: number, ry: number, paint: Paint): string =>
	tag('ellipse', { cx: x, cy: y, rx, ry, ...painted(paint) });
export const polygon = (points: readonly Point[], paint: Paint): string => path(polyData(points, true), paint);
export const line = (points: readonly Point[], colour: string, width: number, more: Attributes = {}): string =>
	path(polyData(points, false), stroke(colour, width, more));
/** A smooth line through the points. */
export const curve = (points: readonly Point[], paint: Paint): string => path(smoothData(points, false), paint);

export const rectData = (x: number, y: number, width: number, height: number): string =>
	`M${num(x)} ${num(y)}h${num(width)}v${num(height)}h${num(-width)}z`;

/** Steps are written from point to point: shorter than places on the sheet. */
export function polyData(points: readonly Point[], closed: boolean): string {
	let [px, py] = [0, 0];
	const steps = points.map(([x, y], index) => {
		const [dx, dy] = [num(x - px), num(y - py)];
		px += Number(dx);
		py += Number(dy);
		return index === 0 ? `M${dx} ${dy}` : `${index === 1 ? 'l' : ' '}${dx} ${dy}`;
	});
	return steps.join('').replaceAll(' -', '-') + (closed ? 'z' : '');
}

/** Catmull–Rom through the points, written as cubic curves. */
export function smoothData(points: readonly Point[], closed: boolean): string {
	const count = points.length;
	const at = (index: number): Point =>
		(closed ? points[(index + count) % count] : points[Math.min(Math.max(index, 0), count - 1)]) ?? [0, 0];
	let data = `M${num(at(0)[0])} ${num(at(0)[1])}`;
	for (let i = 0; i < (closed ? count : count - 1); i++) {
		const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
		const first = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
		const second = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
		data += `C${[...first, ...second, ...to].map(num).join(' ')}`;
	}
	return closed ? `${data}z` : data;
}

/** A lens lying on its side: a ripple, a leaf, a streak of light. */
export function lensData(x: number, y: number, length: number, thick: number): string {
	const [half, rise] = [length / 2, thick];
	return `M${num(x - half)} ${num(y)}q${num(half)} ${num(-rise)} ${num(length)} 0q${num(-half)} ${num(rise)} ${num(-length)} 0z`;
}

/** Many small strokes in one path: cheap in bytes. */
export function strokes(
	lines: readonly (readonly Point[])[],
	colour: string,
	width: number,
	more?: Attributes,
): string {
	return path(lines.map((points) => polyData(points, false)).join(''), stroke(colour, width, more));
}

/** The sheet that a picture is drawn on: its size, its chance, its shared paints. */
export class Canvas {
	readonly random: Random;
	private readonly defs: string[] = [];
	private readonly body: string[] = [];

	constructor(
		key: string,
		readonly width: number,
		readonly height: number,
	) {
		this.random = createRandom(key);
	}

	add(...markup: string[]): void {
		this.body.push(...markup);
	}

	/** A gradient along a vector of the painted shape's box, by default downward. Answers its `url(#…)`. */
	linear(stops: readonly Stop[], [x1, y1, x2, y2] = [0, 0, 0, 1]): string {
		return this.define('linearGradient', { x1, y1, x2, y2 }, stopsOf(stops));
	}

	/** A round gradient in the painted shape's box. */
	radial(stops: readonly Stop[], [cx, cy, r] = [0.5, 0.5, 0.5]): string {
		return this.define('radialGradient', { cx, cy, r }, stopsOf(stops));
	}

	blur(deviation: number): string {
		const area = { x: '-20%', y: '-20%', width: '140%', height: '140%' };
		return this.define('filter', area, tag('feGaussianBlur', { stdDeviation: deviation }));
	}

	filter(attributes: Attributes, ...effects: string[]): string {
		return this.define('filter', attributes, effects.join(''));
	}

	/** A square tile, repeated. */
	pattern(side: number, ...markup: string[]): string {
		return this.define('pattern', { width: side, height: side, patternUnits: 'userSpaceOnUse' }, markup.join(''));
	}

	clip(...shapes: string[]): string {
		return this.define('clipPath', {}, shapes.join(''));
	}

	/** A mark that is drawn many times with `use`. */
	symbol(...markup: string[]): (attributes: Attributes) => string {
		const id = this.nextId();
		this.defs.push(group({ id }, ...markup));
		return (attributes) => tag('use', { href: `#${id}`, ...attributes });
	}

	toSvg(): string {
		const size = { xmlns: 'http://www.w3.org/2000/svg', width: this.width, height: this.height };
		const box = { viewBox: `0 0 ${this.width} ${this.height}` };
		return tag('svg', { ...size, ...box }, `<defs>${this.defs.join('')}</defs>${this.body.join('')}`);
	}

	private define(name: string, attributes: Attributes, content: string): string {
		const id = this.nextId();
		this.defs.push(tag(name, { id, ...attributes }, content));
		return `url(#${id})`;
	}

	private nextId(): string {
		return `d${this.defs.length}`;
	}
}

const stopsOf = (stops: readonly Stop[]): string =>
	stops
		.map((stop) => {
			const [offset = '0', colour = '#000', opacity] = stop.split(' ');
			return tag('stop', {
				offset,
				'stop-color': colour,
				...(opacity === undefined ? {} : { 'stop-opacity': opacity }),
			});
		})
		.join('');
