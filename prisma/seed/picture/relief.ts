import { type Place, type Solid, type Turn, turning } from './solid';

export const NOTHING = 0;
export const SKIN = 1;
export const HAIR = 2;
export const CLOTH = 3;

/** A solid that can be seen, standing at its own turn. */
export interface Part {
	material: number;
	solid: Solid;
	turn: Turn;
	/** Nothing of it lies below or above these heights of the viewer's. */
	from: number;
	to: number;
	/** Whether its cast shadows matter: in dark hair they do not. */
	shaded: boolean;
}

/** What the viewer sees at one place of the grid. */
export interface Sight {
	material: number;
	/** The place seen, in the space of its part, and the direction that its surface faces, in the viewer's. */
	at: Place;
	normal: Place;
	depth: number;
	/** How closely the line of sight passes by the nearest part; meaningful where nothing is seen. */
	miss: number;
	/** 0 open … 1 shut in by what stands around it. */
	shut: number;
	/** 0 lit … 1 in the cast shadow. */
	shaded: number;
}

/** Closer than this to a surface is on it. */
const HIT = 0.004;
const NEAR = 1.7;
const FAR = -1.4;

/** The light stands high at the viewer's left. */
export const LIGHT: Place = { x: -0.56, y: 0.58, z: 0.59 };

/** Looks straight at the parts along z from the viewer's place (x, y). */
export function createLook(parts: readonly Part[]): (x: number, y: number) => Sight {
	const turned = parts.map((part) => ({ ...part, ...turning(part.turn) }));
	const distance: Solid = (x, y, z) => {
		let d = 9;
		for (const { from, to, solid, toSitter } of turned) {
			if (y <= from || y >= to) continue;
			const own = toSitter({ x, y, z });
			d = Math.min(d, solid(own.x, own.y, own.z));
		}
		return d;
	};
	const partAt = (place: Place): (typeof turned)[number] | undefined =>
		turned.find(({ from, to, solid, toSitter }) => {
			const own = toSitter(place);
			return place.y > from && place.y < to && solid(own.x, own.y, own.z) < HIT;
		});

	return (x, y) => {
		let miss = 9;
		let z = NEAR;
		for (let step = 0; step < 48 && z > FAR && miss >= HIT; step++) {
			const d = distance(x, y, z);
			miss = Math.min(miss, d);
			if (d >= HIT) z -= d * 0.9;
		}
		const at = { x, y, z };
		const seen = miss < HIT ? partAt(at) : undefined;
		if (!seen) return { material: NOTHING, at, normal: LIGHT, depth: FAR, miss, shut: 0, shaded: 0 };
		const normal = normalOf(distance, at);
		return {
			material: seen.material,
			at: seen.toSitter(at),
			normal,
			depth: z,
			miss: 0,
			shut: shutIn(distance, at, normal),
			shaded: seen.shaded ? castShadow(distance, at, normal) : 0,
		};
	};
}

const reach = (distance: Solid, from: Place, way: Place, length: number): number =>
	distance(from.x + way.x * length, from.y + way.y * length, from.z + way.z * length);

/** Four samples at the corners of a tetrahedron give the gradient. */
function normalOf(distance: Solid, { x, y, z }: Place): Place {
	const e = 0.01;
	const a = distance(x + e, y - e, z - e);
	const b = distance(x - e, y - e, z + e);
	const c = distance(x - e, y + e, z - e);
	const d = distance(x + e, y + e, z + e);
	const [nx, ny, nz] = [a - b - c + d, c + d - a - b, b + d - a - c];
	const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1;
	return { x: nx / length, y: ny / length, z: nz / length };
}

function shutIn(distance: Solid, place: Place, normal: Place): number {
	const near = 1 - reach(distance, place, normal, 0.07) / 0.07;
	const wide = 1 - reach(distance, place, normal, 0.22) / 0.22;
	return Math.min(1, Math.max(0, near * 0.5 + wide * 0.6));
}

function castShadow(distance: Solid, { x, y, z }: Place, normal: Place): number {
	// What faces away from the light is dark enough without a shadow.
	if (normal.x * LIGHT.x + normal.y * LIGHT.y + normal.z * LIGHT.z < -0.3) return 0;
	const start = { x: x + normal.x * 0.03, y: y + normal.y * 0.03, z: z + normal.z * 0.03 };
	let light = 1;
	for (let t = 0.05; t < 0.8; ) {
		const d = reach(distance, start, LIGHT, t);
		if (d < 0.002) return 1;
		light = Math.min(light, (7 * d) / t);
		t += Math.max(d, 0.07);
	}
	return 1 - light;
}

/** The place on a solid's front at its own (x, y), or undefined where there is none. */
export function onFront(solid: Solid, x: number, y: number): Place | undefined {
	for (let z = NEAR; z > FAR; ) {
		const d = solid(x, y, z);
		if (d < 0.003) return { x, y, z };
		z -= Math.max(d * 0.9, 0.003);
	}
	return undefined;
}
