import type { HairStyle, Sitter } from './sitter';
import { blend, ellipsoid, rod, type Solid } from './solid';

/** Where the hair begins on the brow: the height of its edge at a distance from the middle. */
type Edge = (x: number) => number;

/** Strands at the hairline, so that it is not a ruler's edge. */
const ragged = (x: number): number => 0.02 * Math.sin(x * 31) + 0.014 * Math.sin(x * 57 + 1);

interface Shell {
	/** How far the hair stands off the skull, at the sides and further on top. */
	thick: number;
	lift: number;
	edge: Edge;
	/** How far the hair comes forward at the temple, and how far down at the sides. */
	temple: number;
	bottom: number;
}

/** Hair that lies close: a shell over the skull, cut along the hairline and around the ear. */
function shell({ thick, lift, edge, temple, bottom }: Shell, width: number): Solid {
	const outer = ellipsoid(0, 0.3 + lift / 2, -0.13, 0.79 * width + thick, 0.9 + thick + lift / 2, 0.96 + thick);
	return (x, y, z) => {
		const d = outer(x, y, z);
		if (d > 0.08) return d;
		const front = edge(x) + ragged(x) - y;
		const side = Math.max(z - temple + (y < 0 ? -0.4 * y : 0) + ragged(y), bottom - y);
		return Math.max(d, blend(front, side, 0.1));
	};
}

/** One side of hair that hangs from the temple and is cut at `bottom`, a little longer in front. */
function curtain(side: number, bottom: number, width: number, thick: number): Solid {
	const fall = rod(
		[side * 0.64 * width, 0.5, -0.12],
		[side * 0.74 * width, bottom - 0.1, -0.12],
		0.2 * thick,
		0.25 * thick,
	);
	return (x, y, z) => {
		const d = fall(x, y, z);
		if (d > 0.08) return d;
		return Math.max(d, bottom + 0.35 * (side * x - 0.75 * width) - 0.2 * z + ragged(x * 1.3) - y);
	};
}

const union =
	(k: number, ...solids: Solid[]): Solid =>
	(x, y, z) => {
		let d = 9;
		for (const solid of solids) d = blend(d, solid(x, y, z), k);
		return d;
	};

type Cut = (width: number, part: number) => Solid;

/** `part` is where the hair parts: −0.3 at the viewer's left … 0.3 at the right. */
const CUTS: Record<HairStyle, Cut> = {
	parted: (w, part) =>
		union(
			0.16,
			shell(
				{
					thick: 0.07,
					lift: 0.1,
					edge: (x) => 0.76 + 0.16 * (x - part) * Math.sign(part) - 0.2 * x * x,
					temple: 0.3,
					bottom: -0.14,
				},
				w,
			),
			rod([part * 0.9, 0.98, 0.52], [-part * 1.5, 0.86, 0.42], 0.13, 0.17),
		),
	swept: (w) =>
		union(
			0.2,
			shell({ thick: 0.08, lift: 0.1, edge: (x) => 0.84 - 0.25 * x * x, temple: 0.28, bottom: -0.12 }, w),
			ellipsoid(0, 1.08, 0.3, 0.46, 0.16, 0.42),
		),
	cropped: (w) => shell({ thick: 0.045, lift: 0.06, edge: (x) => 0.8 - 0.05 * x * x, temple: 0.3, bottom: -0.08 }, w),
	receding: (w) =>
		shell(
			{ thick: 0.055, lift: 0.03, edge: (x) => 0.94 + 0.5 * Math.abs(x) - 1.1 * x * x, temple: 0.12, bottom: -0.2 },
			w,
		),
	wavy: (w, part) => {
		const base = union(
			0.2,
			shell({ thick: 0.1, lift: 0.08, edge: (x) => 0.74 - 0.2 * x * x, temple: 0.3, bottom: -0.2 }, w),
			ellipsoid(-part * 0.4, 0.98, 0.44, 0.44, 0.17, 0.3),
		);
		return (x, y, z) => base(x, y, z) + 0.03 * Math.sin(x * 9 + y * 5) + 0.02 * Math.sin(y * 14 - x * 4);
	},
	fringe: (w) =>
		union(
			0.12,
			shell(
				{ thick: 0.1, lift: 0.06, edge: (x) => 0.4 - 0.08 * x + 0.03 * Math.sin(x * 23), temple: 0.36, bottom: -0.2 },
				w,
			),
			curtain(1, -0.85, w, 0.95),
			curtain(-1, -0.85, w, 0.95),
		),
	bob: (w, part) =>
		union(
			0.14,
			shell(
				{ thick: 0.11, lift: 0.06, edge: (x) => 0.9 - 0.6 * Math.abs(x - part) ** 1.5, temple: 0.3, bottom: -0.3 },
				w,
			),
			curtain(1, -0.72, w, 1),
			curtain(-1, -0.72, w, 1),
		),
	long: (w, part) => {
		const fall = (side: number): Solid => rod([side * 0.8 * w, -0.6, -0.2], [side * 0.86 * w, -2.0, 0.22], 0.24, 0.24);
		return union(
			0.2,
			shell(
				{ thick: 0.1, lift: 0.06, edge: (x) => 0.92 - 0.62 * Math.abs(x - part) ** 1.4, temple: 0.32, bottom: -0.4 },
				w,
			),
			curtain(1, -0.7, w, 1),
			curtain(-1, -0.7, w, 1),
			fall(1),
			fall(-1),
		);
	},
	tied: (w, part) =>
		union(
			0.1,
			shell(
				{ thick: 0.09, lift: 0.08, edge: (x) => 0.84 - 0.55 * Math.abs(x - part) ** 1.5, temple: 0.38, bottom: -0.16 },
				w,
			),
			rod([0.5, -0.4, -0.5], [0.72, -1.05, -0.15], 0.22, 0.26),
			rod([0.72, -1.05, -0.15], [0.66, -2.1, 0.5], 0.26, 0.14),
		),
	mop: (w) =>
		union(
			0.14,
			shell(
				{
					thick: 0.1,
					lift: 0.1,
					edge: (x) => 0.56 + 0.1 * x + 0.04 * Math.sin(x * 15 + 2) + 0.03 * Math.sin(x * 33),
					temple: 0.34,
					bottom: -0.14,
				},
				w,
			),
			ellipsoid(0.1, 0.98, 0.36, 0.5, 0.2, 0.4),
		),
	bun: (w) =>
		union(
			0.06,
			shell({ thick: 0.06, lift: 0.05, edge: (x) => 0.82 - 0.3 * x * x, temple: 0.22, bottom: -0.3 }, w),
			ellipsoid(0.04, 1.3, -0.3, 0.36, 0.26, 0.34),
		),
};

/** Hair as a solid over the head, with the relief of its strands. */
export function hairSolid(sitter: Sitter): Solid {
	const style = CUTS[sitter.hair.style](sitter.face.width, sitter.hair.part * 0.3);
	const cut = sitter.beard === 'long' ? union(0.02, style, longBeard()) : style;
	return (x, y, z) => {
		const far = Math.sqrt(x * x + z * z) - 1.25;
		if (far > 0.3) return far;
		const d = cut(x, y, z);
		if (d > 0.06) return d;
		const along = strand(sitter, x, y, z);
		return d + 0.011 * Math.sin(along * 11) + 0.007 * Math.sin(along * 27);
	};
}

/** Moustache and a beard that falls to the collar, the mouth left free. */
function longBeard(): Solid {
	const half = union(
		0.1,
		rod([0.02, -0.49, 0.86], [0.27, -0.6, 0.66], 0.055, 0.035),
		rod([0.27, -0.62, 0.62], [0.2, -0.9, 0.52], 0.05, 0.1),
		rod([0, -0.84, 0.64], [0.03, -1.32, 0.5], 0.15, 0.09),
		rod([0.03, -1.3, 0.5], [0.02, -1.62, 0.42], 0.1, 0.02),
	);
	return (x, y, z) => half(Math.abs(x), y, z);
}

const COMBED_BACK: readonly HairStyle[] = ['swept', 'receding', 'bun', 'cropped'];

/** A number that stays the same along a strand: strands fan out from the brow where combed back, else fall from the parting. */
export function strand({ hair, beard }: Sitter, x: number, y: number, z: number): number {
	if (beard && y < -0.4 && Math.abs(x) < 0.42) return x * 1.6 + 0.2 * Math.sin(y * 5);
	const part = hair.part * 0.3;
	if (COMBED_BACK.includes(hair.style)) return Math.atan2(x - part * 0.5, y - 0.1);
	if (hair.style === 'tied' && y < -0.2) return x * 1.5 + 0.5 * z;
	if (hair.style === 'parted' || hair.style === 'tied') return (z - 0.25 * y) * 1.4 + 0.5 * Math.sign(part) * x;
	// Below the ear every strand hangs straight.
	const hanging = Math.min(1, Math.max(0, (-0.1 - y) * 2));
	return Math.atan2(x - part, z + 0.25) * (1 - hanging) + x * 1.05 * hanging;
}
