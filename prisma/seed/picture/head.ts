import type { Sitter } from './sitter';
import { blend, carve, ellipsoid, rod, type Solid } from './solid';

/** Both halves are modelled once: `x` is folded to the right. */
const folded =
	(solid: Solid): Solid =>
	(x, y, z) =>
		solid(Math.abs(x), y, z);

/** The head without hair, ears and neck with it. */
export function headSolid({ face, nose, age, woman, mouth }: Sitter): Solid {
	const w = face.width;
	const skull = ellipsoid(0, 0.27, -0.12, 0.79 * w, 0.9, 0.95);
	const mask = ellipsoid(0, -0.16, 0.1, 0.66 * w, 0.8, 0.72);
	const jaw = ellipsoid(0, -0.55, 0.16, 0.5 * w * face.jaw, 0.46, 0.5);
	const chin = ellipsoid(0, -0.89, 0.47, 0.2 * face.chin, 0.15, 0.19);
	const cheek = ellipsoid(0.4 * w, -0.14, 0.44, 0.25, 0.21 * face.cheek, 0.27);
	const fold = ellipsoid(0.3 * w, -0.46, 0.5, 0.2, 0.2, 0.12 + 0.1 * face.cheek);
	const brow = rod([0, 0.21, 0.74], [0.44 * w, 0.2, 0.56], 0.09);
	const socket = ellipsoid(0.315 * w, 0.05, 0.86, 0.22, 0.11 + 0.03 * age, 0.15);
	const lid = ellipsoid(0.315 * w, 0.02, 0.58, 0.2, 0.12, 0.15);
	const tip = -0.36 * nose.length;
	const ridge = rod([0, 0.14, 0.77], [0, tip + 0.06, 0.97], 0.055, 0.085);
	const wing = ellipsoid(0.11 * nose.width, tip, 0.84, 0.085, 0.075, 0.1);
	const muzzle = ellipsoid(0, -0.6, 0.56, 0.31, 0.22, 0.24);
	const upper = ellipsoid(0, -0.585, 0.77, 0.2 * mouth.width, 0.04 * mouth.full, 0.07);
	const lower = ellipsoid(0, -0.675, 0.76, 0.16 * mouth.width, 0.05 * mouth.full, 0.08);
	const ear = ellipsoid(0.79 * w, -0.03, -0.1, 0.07, 0.25, 0.15);
	const thin = woman ? 0.34 : 0.44;
	const neck = rod([0, -0.7, -0.22], [0, -2, -0.28], thin, thin + 0.05);
	return folded((x, y, z) => {
		if (y < -1.2) return neck(x, y, z);
		const far = Math.sqrt(x * x + y * y + z * z) - 1.35;
		if (far > 0.3) return far;
		let d = blend(skull(x, y, z), mask(x, y, z), 0.3);
		// No feature reaches so high, nor so far back.
		if (y > 0.55) return d;
		d = blend(d, jaw(x, y, z), 0.3);
		if (z > -0.25) {
			d = blend(d, chin(x, y, z), 0.25);
			d = blend(d, cheek(x, y, z), 0.22);
			d = blend(d, fold(x, y, z), 0.3);
			d = blend(d, muzzle(x, y, z), 0.25);
			d = blend(d, brow(x, y, z), 0.16);
			d = carve(d, socket(x, y, z), 0.16);
			d = blend(d, lid(x, y, z), 0.05);
			d = blend(d, ridge(x, y, z), 0.1);
			d = blend(d, wing(x, y, z), 0.06);
			d = blend(d, upper(x, y, z), 0.05);
			d = blend(d, lower(x, y, z), 0.05);
		}
		d = Math.min(d, ear(x, y, z));
		return blend(d, neck(x, y, z), 0.12);
	});
}

/** The trunk in its clothes, shoulders level. */
export function trunkSolid({ woman, dress }: Sitter): Solid {
	const broad = (woman ? 0.86 : 1) * (dress === 'parka' || dress === 'coat' ? 1.06 : 1);
	const yoke = rod([0, -2.08, -0.25], [1.18 * broad, -2.14, -0.25], 0.5, 0.46);
	const slope = rod([0.28, -1.36, -0.3], [1.15 * broad, -1.82, -0.28], 0.2, 0.28);
	const chest = ellipsoid(0, -3.2, -0.05, 1.45 * broad, 1.5, 0.72);
	const arm = rod([1.38 * broad, -2.18, -0.25], [1.62 * broad, -4, -0.2], 0.42, 0.4);
	const trunk: Solid = (x, y, z) =>
		blend(blend(blend(yoke(x, y, z), slope(x, y, z), 0.4), chest(x, y, z), 0.35), arm(x, y, z), 0.16);
	if (dress !== 'parka') return folded(trunk);
	const hood = rod([0.1, -1.9, 0.42], [0.62, -1.3, -0.25], 0.15, 0.22);
	return folded((x, y, z) => blend(trunk(x, y, z), hood(x, y, z), 0.03));
}
