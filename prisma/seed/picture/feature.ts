import { bothEnds, fromPoint, nibData, type Pressure, toPoint } from './nib';
import type { HairStyle, Sitter } from './sitter';
import { type Canvas, circle, group, type Point, path, pts, smoothData, tag } from './svg';

/** Puts a place on the front of the face, in the sitter's own x and y, onto the sheet. */
export type Pin = (x: number, y: number) => Point;

export interface Inks {
	ink: string;
	paper: string;
	/** Pixels of the sheet to one unit of the sitter. */
	scale: number;
}

/** Eyes, brows, nostrils, mouth and the lines of age: what an engraver draws, not shades. */
export function features(canvas: Canvas, sitter: Sitter, pin: Pin, inks: Inks): string {
	const stroke = (points: readonly Point[], width: number, pressure: Pressure): string =>
		path(
			nibData(
				points.map(([x, y]) => pin(x, y)),
				width * inks.scale,
				pressure,
			),
			inks.ink,
		);
	return [
		...[-1, 1].flatMap((side) => [
			eye(canvas, sitter, side, pin, inks),
			lids(sitter, side, stroke),
			brow(canvas, sitter, side, stroke),
		]),
		nostrils(sitter, stroke),
		mouth(sitter, stroke),
		linesOfAge(sitter, stroke),
		...[-1, 1].map((side) => ear(sitter, side, stroke)),
	].join('');
}

type Stroke = (points: readonly Point[], width: number, pressure: Pressure) => string;

const COVERED: readonly HairStyle[] = ['bob', 'long', 'fringe', 'wavy'];

const EYE_Y = 0.035;

/** The rims of an eye from its inner to its outer corner, `share` 0…1; `over` −1 the lower rim … 1 the upper, beyond 1 above it. */
function rim({ eye: { open, tilt, size }, face, age }: Sitter, side: number, share: number, over: number): Point {
	const droop = age * 0.35 * Math.max(0, share - 0.55);
	const bow =
		over > 0 ? 0.074 * Math.sin(Math.PI * share ** 0.85) * (1 - droop) : 0.044 * Math.sin(Math.PI * share ** 1.2);
	const x = 0.318 * face.width + (share - 0.5) * 0.315 * size;
	return [side * x, EYE_Y + tilt * 0.05 * (share - 0.35) + over * bow * open * size - droop * 0.03];
}

const shares = (from: number, to: number, count: number): number[] =>
	Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

function eye(canvas: Canvas, sitter: Sitter, side: number, pin: Pin, { ink, paper, scale }: Inks): string {
	const outline = [
		...shares(0, 1, 7).map((t) => rim(sitter, side, t, 1)),
		...shares(0.85, 0.15, 5).map((t) => rim(sitter, side, t, -1)),
	];
	const shape = smoothData(
		outline.map(([x, y]) => pin(x, y)),
		true,
	);
	// The eyes meet the viewer's, whichever way the head is turned.
	const gaze = -0.11 * Math.sin(sitter.turn.yaw);
	const [ix, iy] = pin(side * 0.318 * sitter.face.width + gaze, EYE_Y + 0.014);
	const r = 0.077 * scale * sitter.eye.size;
	const iris = [
		circle(ix, iy, r, ink),
		...[-0.5, -0.18, 0.18, 0.5].map((a) =>
			path(
				`M${ix + Math.sin(a) * r * 0.5} ${iy + Math.cos(a) * r * 0.5}l${Math.sin(a) * r * 0.32} ${Math.cos(a) * r * 0.32}`,
				{ stroke: paper, 'stroke-width': r * 0.1 },
			),
		),
		circle(ix - r * 0.3, iy - r * 0.38, r * 0.24, paper),
	];
	return path(shape, paper) + group({ 'clip-path': canvas.clip(tag('path', { d: shape })) }, ...iris);
}

function lids(sitter: Sitter, side: number, stroke: Stroke): string {
	const { age, woman } = sitter;
	const upper = shares(-0.03, woman ? 1.1 : 1.05, 8).map((t): Point => {
		const [x, y] = rim(sitter, side, Math.min(1, Math.max(0, t)), 1);
		return t > 1 ? [x + side * (t - 1) * 0.3, y - (woman ? -0.1 : 0.2) * (t - 1)] : [x, y];
	});
	const marks = [stroke(upper, woman ? 0.046 : 0.038, (t) => (t < 0.7 ? 0.45 + t * 0.75 : (1 - t) * 3.25))];
	marks.push(
		stroke(
			shares(0.3, 1, 5).map((t) => rim(sitter, side, t, -1)),
			0.013,
			fromPoint,
		),
	);
	const fold = shares(0.1, 1.02, 6).map((t): Point => {
		const [x, y] = rim(sitter, side, Math.min(t, 1), 1);
		return [x, y + 0.042 - 0.02 * age * t];
	});
	marks.push(stroke(fold, 0.014, bothEnds));
	if (age > 0.35) {
		const bag = shares(0.1, 0.85, 5).map((t): Point => {
			const [x, y] = rim(sitter, side, t, -1);
			return [x, y - 0.06 - 0.03 * age * Math.sin(Math.PI * t)];
		});
		marks.push(stroke(bag, 0.012 + 0.012 * age, bothEnds));
	}
	return marks.join('');
}

function brow(
	canvas: Canvas,
	{ brow: { weight, rise, slope }, face, hair }: Sitter,
	side: number,
	stroke: Stroke,
): string {
	const w = face.width;
	const at = (t: number): Point => [
		side * w * (0.12 + 0.44 * t),
		0.225 + rise * 0.05 + 0.05 * Math.sin(Math.PI * t ** 1.2) - (0.05 + slope * 0.06) * t * t,
	];
	const solid = hair.dark > 0.5 ? 0.06 : 0.035;
	const body = stroke(shares(0, 1, 6).map(at), solid * weight, (t) =>
		t < 0.15 ? 0.55 + t * 3 : 1 - ((t - 0.15) / 0.85) ** 2.2,
	);
	const hairs = shares(0.01, 0.82, 15).map((t) => {
		const [x, y] = at(t);
		const lift = (0.038 + canvas.random.between(-0.006, 0.012)) * weight * (1 - t * 0.5);
		return stroke(
			pts(x - side * 0.012, y - lift * 0.7, x + side * 0.025, y + lift * 0.25, x + side * 0.07, y + lift * 0.9),
			0.014,
			bothEnds,
		);
	});
	return body + hairs.join('');
}

function nostrils({ nose, turn }: Sitter, stroke: Stroke): string {
	const tip = -0.36 * nose.length;
	const marks: string[] = [];
	for (const side of [-1, 1]) {
		const w = nose.width;
		marks.push(
			stroke(
				pts(side * 0.035, tip - 0.052, side * 0.08 * w, tip - 0.03, side * 0.125 * w, tip - 0.05),
				0.022 + 0.01 * w,
				bothEnds,
			),
		);
		const near = side * turn.yaw < 0.05;
		if (near)
			marks.push(
				stroke(
					pts(
						side * 0.155 * w,
						tip + 0.085,
						side * 0.195 * w,
						tip + 0.02,
						side * 0.18 * w,
						tip - 0.055,
						side * 0.135 * w,
						tip - 0.06,
					),
					0.016,
					bothEnds,
				),
			);
	}
	marks.push(stroke(pts(-0.03, tip - 0.085, 0, tip - 0.095, 0.035, tip - 0.085), 0.013, bothEnds));
	return marks.join('');
}

function mouth({ mouth: { width, full, smile } }: Sitter, stroke: Stroke): string {
	const half = 0.235 * width;
	const up = 0.04 * smile;
	const seam: Point[] = pts(
		-half,
		-0.612 + up,
		-half * 0.55,
		-0.625 + up * 0.1,
		-0.05,
		-0.618,
		0,
		-0.63,
		0.05,
		-0.618,
		half * 0.55,
		-0.625 + up * 0.1,
		half,
		-0.612 + up,
	);
	const below = -0.69 - 0.055 * full;
	const lips = Array.from({ length: full > 1 ? 17 : 0 }, (_, i): string => {
		const t = (i + 0.5) / 17;
		const x = (t * 2 - 1) * half * 0.93;
		const bow = (1 - Math.abs(t * 2 - 1) ** 1.6) * (Math.abs(x) < 0.03 ? 0.85 : 1);
		const seamY = -0.622 + up * Math.abs(t * 2 - 1) ** 2;
		const top = stroke(pts(x * 0.94, seamY + 0.062 * full * bow, x, seamY), 0.012, fromPoint);
		const low = Math.abs(x) < half * 0.3 ? 0.35 : 0.85;
		return top + stroke(pts(x, seamY - 0.012, x * 0.94, seamY - 0.012 - 0.075 * full * bow * low), 0.01, toPoint);
	});
	return [
		...lips,
		stroke(seam, 0.028, (t) => 0.55 + 0.45 * Math.cos(Math.PI * (t - 0.5) * 1.6)),
		...[-1, 1].map((side) =>
			stroke(
				pts(side * (half - 0.005), -0.592 + up, side * (half + 0.014), -0.61 + up, side * (half + 0.004), -0.632 + up),
				0.016,
				bothEnds,
			),
		),
		stroke(pts(-half * 0.42, below, 0, below - 0.015, half * 0.42, below), 0.017, bothEnds),
		stroke(pts(-half * 0.2, below - 0.03, half * 0.28, below - 0.032), 0.013, bothEnds),
	].join('');
}

/** The hollow of the ear that the viewer sees, unless hair hangs over it. */
function ear({ turn, face, hair }: Sitter, side: number, stroke: Stroke): string {
	if (side * turn.yaw > -0.1 || COVERED.includes(hair.style)) return '';
	const x = side * 0.79 * face.width;
	return (
		stroke(pts(x + side * 0.02, 0.13, x + side * 0.055, 0.04, x + side * 0.03, -0.1), 0.016, bothEnds) +
		stroke(pts(x - side * 0.025, 0.08, x + side * 0.012, 0.0, x - side * 0.02, -0.12), 0.024, bothEnds)
	);
}

function linesOfAge({ age, woman, face, brow: { rise }, mouth: m }: Sitter, stroke: Stroke): string {
	const w = face.width;
	const marks: string[] = [];
	for (const side of [-1, 1]) {
		if (age > (woman ? 0.33 : 0.2))
			marks.push(
				stroke(
					pts(side * 0.18, -0.36, side * 0.25 * w, -0.43, side * (0.27 + 0.04 * m.width) * w, woman ? -0.52 : -0.58),
					(0.011 + age * 0.016) * (woman ? 0.7 : 1),
					bothEnds,
				),
			);
		if (age > 0.45) {
			for (const [dy, length] of [
				[0.03, 0.08],
				[-0.015, 0.09],
				[-0.06, 0.07],
			] as const)
				marks.push(
					stroke(
						pts(side * 0.52 * w, EYE_Y + dy * 0.6, side * (0.52 * w + length), EYE_Y + dy * 1.6),
						0.011 + age * 0.006,
						toPoint,
					),
				);
			marks.push(
				stroke(pts(side * 0.055, 0.17 + rise * 0.05, side * 0.045, 0.25, side * 0.055, 0.32), 0.012, bothEnds),
			);
			marks.push(stroke(pts(side * 0.29, -0.66, side * 0.31, -0.73, side * 0.28, -0.8), 0.012 + 0.008 * age, bothEnds));
		}
	}
	if (age > 0.5) {
		for (const [y, half] of [
			[0.42, 0.34],
			[0.52, 0.38],
			[0.61, 0.28],
		] as const)
			marks.push(
				stroke(
					pts(-half, y - 0.012, -half * 0.4, y + 0.02, 0, y, half * 0.4, y + 0.022, half, y - 0.012),
					0.009 + age * 0.008,
					bothEnds,
				),
			);
	}
	return marks.join('');
}
