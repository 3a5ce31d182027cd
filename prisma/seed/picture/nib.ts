import { num, type Point, polyData } from './svg';

/** Places along the smooth line through the points, `count` to each span. */
function sampleCurve(points: readonly Point[], count: number): Point[] {
	const at = (index: number): Point => points[Math.min(Math.max(index, 0), points.length - 1)] ?? [0, 0];
	const samples: Point[] = [];
	for (let i = 0; i < points.length - 1; i++) {
		const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
		for (let n = 0; n < count; n++) {
			const t = n / count;
			const of = (k: 0 | 1): number =>
				b[k] +
				0.5 * t * (c[k] - a[k] + t * (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k] + t * (3 * (b[k] - c[k]) + d[k] - a[k])));
			samples.push([of(0), of(1)]);
		}
	}
	samples.push(at(points.length - 1));
	return samples;
}

/** How wide a stroke is at a share of its length; 1 is its full width. */
export type Pressure = (share: number) => number;

/** Runs out at both ends. */
export const bothEnds: Pressure = (t) => Math.sqrt(Math.max(0, Math.sin(Math.PI * t)));
/** Full at the start, a point at the end. */
export const toPoint: Pressure = (t) => 1 - t * t;
/** A point at the start, full towards the end, and quickly out. */
export const fromPoint: Pressure = (t) => (t < 0.75 ? 0.25 + t : Math.max(0, (1 - t) * 4));
export const even: Pressure = () => 1;

/** Path data of a stroke through the points whose width follows the pressure, as a nib or a graver draws it. */
export function nibData(points: readonly Point[], width: number, pressure: Pressure, count = 6): string {
	const line = sampleCurve(points, count);
	const left: Point[] = [];
	const right: Point[] = [];
	line.forEach(([x, y], index) => {
		const [ax, ay] = line[Math.max(0, index - 1)] ?? [x, y];
		const [bx, by] = line[Math.min(line.length - 1, index + 1)] ?? [x, y];
		const length = Math.hypot(bx - ax, by - ay) || 1;
		const half = (width / 2) * pressure(index / (line.length - 1));
		left.push([x - ((by - ay) / length) * half, y + ((bx - ax) / length) * half]);
		right.unshift([x + ((by - ay) / length) * half, y - ((bx - ax) / length) * half]);
	});
	return polyData([...left, ...right], true);
}

/** Several strokes of one nib as one path. */
export const nibs = (lines: readonly (readonly Point[])[], width: number, pressure: Pressure): string =>
	lines.map((line) => nibData(line, width, pressure)).join('');

/** A blade bent over a middle point to a tip: a leaf, a feather, a lock. Cheaper than a nib stroke. */
export function bladeData([x, y]: Point, [mx, my]: Point, [tx, ty]: Point, width: number): string {
	const length = Math.hypot(mx - x, my - y) || 1;
	const [nx, ny] = [((y - my) / length) * width * 0.5, ((mx - x) / length) * width * 0.5];
	const q = (cx: number, cy: number, ex: number, ey: number): string =>
		`q${[cx, cy, ex, ey].map(num).join(' ')}`.replaceAll(' -', '-');
	const away = q(mx - x, my - y, tx - x - nx, ty - y - ny);
	return `M${num(x + nx)} ${num(y + ny)}${away}${q(mx - tx - nx, my - ty - ny, x - nx - tx, y - ny - ty)}z`;
}

/** A petal: pointed at both ends, widest about its middle, which is drawn towards `bend`. */
export function petalData([x, y]: Point, [bx, by]: Point, [tx, ty]: Point, width: number): string {
	const length = Math.hypot(tx - x, ty - y) || 1;
	const [nx, ny] = [((y - ty) / length) * width, ((tx - x) / length) * width];
	const q = (cx: number, cy: number, ex: number, ey: number): string =>
		`q${[cx, cy, ex, ey].map(num).join(' ')}`.replaceAll(' -', '-');
	return `M${num(x)} ${num(y)}${q(bx + nx - x, by + ny - y, tx - x, ty - y)}${q(bx - nx - tx, by - ny - ty, x - tx, y - ty)}z`;
}
