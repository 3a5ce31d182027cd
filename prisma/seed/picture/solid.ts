/** A place in a sitter's own space: x to the viewer's right, y up, z towards the viewer; the head is about 2.3 high. */
export interface Place {
	x: number;
	y: number;
	z: number;
}

/** Signed distance of a place, roughly: below zero inside. Takes bare numbers, for it is asked millions of times. */
export type Solid = (x: number, y: number, z: number) => number;

export function ellipsoid(cx: number, cy: number, cz: number, rx: number, ry: number, rz: number): Solid {
	const [ix, iy, iz] = [1 / rx, 1 / ry, 1 / rz];
	return (x, y, z) => {
		const a = (x - cx) * ix;
		const b = (y - cy) * iy;
		const c = (z - cz) * iz;
		const far = Math.sqrt(a * a + b * b + c * c);
		const steep = Math.sqrt(a * a * ix * ix + b * b * iy * iy + c * c * iz * iz);
		return steep < 1e-6 ? -Math.min(rx, ry, rz) : (far * (far - 1)) / steep;
	};
}

/** A rod from one place to another, its radius changing evenly. */
export function rod(from: readonly number[], to: readonly number[], start: number, end = start): Solid {
	const [ax = 0, ay = 0, az = 0] = from;
	const [bx = 0, by = 0, bz = 0] = to;
	const [dx, dy, dz] = [bx - ax, by - ay, bz - az];
	const length2 = dx * dx + dy * dy + dz * dz;
	return (x, y, z) => {
		const along = ((x - ax) * dx + (y - ay) * dy + (z - az) * dz) / length2;
		const t = along < 0 ? 0 : along > 1 ? 1 : along;
		return (
			Math.sqrt((x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2 + (z - az - t * dz) ** 2) - start - (end - start) * t
		);
	};
}

/** Union whose seam is filled over a width of about `k`. */
export function blend(a: number, b: number, k: number): number {
	const h = Math.max(k - Math.abs(a - b), 0) / k;
	return Math.min(a, b) - h * h * k * 0.25;
}

/** `a` without `b`, the edge rounded over `k`. */
export function carve(a: number, b: number, k: number): number {
	return -blend(-a, b, k);
}

/** A turn of the head: yaw to the viewer's right, pitch downward, roll clockwise; radians. */
export interface Turn {
	yaw: number;
	pitch: number;
	roll: number;
}

/** Rotations from the sitter's space into the viewer's and back. */
export function turning({ yaw, pitch, roll }: Turn): { toViewer: (p: Place) => Place; toSitter: (p: Place) => Place } {
	const [sy, cy] = [Math.sin(yaw), Math.cos(yaw)];
	const [sp, cp] = [Math.sin(pitch), Math.cos(pitch)];
	const [sr, cr] = [Math.sin(roll), Math.cos(roll)];
	return {
		toViewer({ x, y, z }) {
			const [x1, z1] = [x * cy + z * sy, z * cy - x * sy];
			const [y2, z2] = [y * cp - z1 * sp, z1 * cp + y * sp];
			return { x: x1 * cr + y2 * sr, y: y2 * cr - x1 * sr, z: z2 };
		},
		toSitter({ x, y, z }) {
			const [x1, y2] = [x * cr - y * sr, y * cr + x * sr];
			const [y1, z1] = [y2 * cp + z * sp, z * cp - y2 * sp];
			return { x: x1 * cy - z1 * sy, y: y1, z: z1 * cy + x1 * sy };
		},
	};
}
