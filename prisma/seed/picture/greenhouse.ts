import { bladeData, nibData, petalData, toPoint } from './nib';
import { footShadow, type Joints, place, walking } from './people';
import { foliage, glow } from './scenery';
import { type Canvas, circle, ellipse, type Point, path, polygon, pts, rect, stroke, strokes } from './svg';

/** 温室大棚: rows of strawberries run down a tunnel, a grower picks. */
export function greenhouse(canvas: Canvas): void {
	const [vx, vy] = [760, 408];
	const hoop = (k: number): string =>
		`M${vx - 820 * k} ${vy + 330 * k}V${vy - 60 * k}C${vx - 820 * k} ${vy - 640 * k} ${vx + 820 * k} ${vy - 640 * k} ${vx + 820 * k} ${vy - 60 * k}V${vy + 330 * k}`;
	const hoops = Array.from({ length: 9 }, (_, i) => 0.12 * 1.36 ** i);
	const purlins = [-820, -700, -470, 0, 470, 700, 820].map((x): Point[] => {
		const y = Math.abs(x) > 800 ? -60 : Math.abs(x) > 600 ? -290 : Math.abs(x) > 300 ? -440 : -495;
		return [
			[vx + x * 0.1, vy + y * 0.1],
			[vx + x * 1.5, vy + y * 1.5],
		];
	});
	canvas.add(
		rect(0, 0, 1500, 1000, canvas.radial(['0 #fbf8ea', '0.5 #dfe6dc', '1 #a9bdbb'], [0.5, 0.4, 0.75])),
		strokes(purlins, '#9aa8a6', 4, { opacity: 0.8 }),
		...hoops.map(
			(k) =>
				path(hoop(k), stroke('#8c9b9a', 2 + 9 * k, { opacity: 0.5 + 0.3 * k })) +
				path(hoop(k), stroke('#f3f5ee', 0.8 + 3 * k)),
		),
		polygon(pts(vx - 82, vy + 30, vx + 82, vy + 30, 2200, 1000, -700, 1000), canvas.linear(['0 #cfcab4', '1 #8d8468'])),
		rect(vx - 70, vy - 26, 140, 60, '#f6f3e4'),
		glow(canvas, vx, vy - 20, 330, '#fffdf0', 0.9),
	);
	const beds = [-5, -3.2, -1.5, 1.5, 3.2, 5];
	for (const at of beds) canvas.add(bed(canvas, [vx, vy], at));
	canvas.add(footShadow(770, 800, 430), place(762, 802, 430, grower()));
	for (const at of [-1.5, 1.5]) canvas.add(nearPlants(canvas, [vx, vy], at));
}

function grower(): Parameters<typeof place>[3] {
	const basket = ({ leftHand: [x, y], head: [hx, hy] }: Joints): string =>
		[
			path(`M${x - 1} ${y - 6}q10 -14 20 0`, stroke('#7b5a32', 1.4)),
			polygon(pts(x - 3, y - 6, x + 21, y - 6, x + 18, y + 5, x, y + 5), '#a47b45'),
			...[0, 5, 10, 15].map((dx) => circle(x + 2 + dx, y - 6.6, 2.8, '#b3261e')),
			ellipse(hx, hy - 4.4, 12.5, 3, '#d8bf86'),
			path(`M${hx - 6} ${hy - 4.6}q6 -8 12 0z`, '#e5cf9b'),
		].join('');
	return {
		view: 'front',
		pose: {
			leftArm: [18, 40],
			rightArm: [16, -34],
			leftLeg: walking.leftLeg.map((a) => a * 0.2) as unknown as [number, number],
			rightLeg: [3, 0],
		},
		top: '#6f7f8c',
		bottom: '#3f4a50',
		cut: 'bob',
		hem: 47,
		extra: (joints) => polygon(pts(-6, -66, 6, -66, 8, -38, -8, -38), '#c9b691') + basket(joints),
	};
}

type Depth = { k: number; x: number; y: number };

/** Places along a bed, far to near: `k` is the scale. */
function along([vx, vy]: Point, at: number, count: number): Depth[] {
	return Array.from({ length: count }, (_, i) => {
		const k = 0.1 * 17 ** (i / (count - 1));
		return { k, x: vx + at * 190 * k, y: vy + 235 * k };
	});
}

function bed(canvas: Canvas, [vx, vy]: Point, at: number): string {
	const edge = (x: number, y: number, k: number): Point => [vx + x * 190 * k, vy + y * k];
	const near = 2.4;
	const sides = polygon(
		[edge(at - 0.42, 250, 0.1), edge(at + 0.42, 250, 0.1), edge(at + 0.42, 390, near), edge(at - 0.42, 390, near)],
		'#6b6152',
	);
	const top = polygon(
		[edge(at - 0.42, 232, 0.1), edge(at + 0.42, 232, 0.1), edge(at + 0.42, 250, near), edge(at - 0.42, 250, near)],
		'#e2e2d4',
	);
	const face = polygon(
		[
			edge(at + (at < 0 ? 0.42 : -0.42), 250, 0.1),
			edge(at + (at < 0 ? 0.42 : -0.42), 232, 0.1),
			edge(at + (at < 0 ? 0.42 : -0.42), 250, near),
			edge(at + (at < 0 ? 0.42 : -0.42), 400, near),
		],
		'#b9b6a4',
	);
	const clumps = along([vx, vy], at, 12).map(({ k, x, y }) => ({ k, dark: [x, y - 14 * k, 66 * k] as const }));
	const leaf = (k: number): number => Math.max(5, 34 * k);
	const green = clumps.map(
		({ k, dark }) =>
			path(foliage(canvas.random, [dark], 11, leaf(k)), stroke('#47663d', leaf(k) * 0.8)) +
			path(
				foliage(canvas.random, [[dark[0] - 8 * k, dark[1] - 14 * k, dark[2] * 0.8]], 9, leaf(k)),
				stroke('#6d8f4c', leaf(k) * 0.6),
			) +
			path(
				foliage(canvas.random, [[dark[0] - 12 * k, dark[1] - 24 * k, dark[2] * 0.6]], 5, leaf(k)),
				stroke('#9db566', leaf(k) * 0.4),
			),
	);
	const fruits = clumps.flatMap(({ k, dark: [x, y, r] }) =>
		Array.from({ length: 5 }, () =>
			circle(
				x + canvas.random.around(0, r * 0.8),
				y + r * canvas.random.between(0.3, 0.9),
				Math.max(2, 9 * k),
				canvas.random.chance(0.8) ? '#b3261e' : '#d9c7a0',
			),
		),
	);
	return sides + face + top + green.join('') + fruits.join('');
}

/** Leaves in threes and hanging fruit where the bed is close enough to show them. */
function nearPlants(canvas: Canvas, [vx, vy]: Point, at: number): string {
	const { random } = canvas;
	const plant = (x: number, y: number, k: number): string => {
		const leaves = Array.from({ length: 8 }, () => {
			const [lx, ly, r] = [x + random.around(0, 80 * k), y - random.between(-10, 80) * k, random.between(20, 34) * k];
			return path([-2.4, -1.57, -0.7].map((a) => leaflet(lx, ly, r, a)).join(''), {
				fill: random.pick(['#4f7341', '#6d934d', '#86a95a']),
				stroke: '#35502f',
				'stroke-width': 1.2,
			});
		});
		const fruits = Array.from({ length: 4 }, () =>
			strawberry(x + random.around(0, 74 * k), y + random.between(6, 60) * k, 25 * k),
		);
		return leaves.join('') + fruits.join('');
	};
	return [1.05, 1.4, 1.8, 2.2].map((k) => plant(vx + at * 190 * k, vy + 225 * k, k * 0.8)).join('');
}

function leaflet(x: number, y: number, r: number, angle: number): string {
	const tip: Point = [x + Math.cos(angle) * r * 1.9, y + Math.sin(angle) * r * 1.9];
	return petalData([x, y], [(x + tip[0]) / 2, (y + tip[1]) / 2], tip, r * 1.2);
}

function strawberry(x: number, y: number, r: number): string {
	const seeds = pts(-0.4, -0.1, 0, 0.1, 0.4, -0.1, -0.2, 0.5, 0.2, 0.5, 0, -0.4).map(([dx, dy]) =>
		circle(x + dx * r, y + dy * r, r * 0.07, '#e9c882'),
	);
	return (
		path(
			`M${x} ${y - r}C${x + r * 1.2} ${y - r * 1.1} ${x + r} ${y + r * 0.5} ${x} ${y + r * 1.25}C${x - r} ${y + r * 0.5} ${x - r * 1.2} ${y - r * 1.1} ${x} ${y - r}z`,
			'#b3261e',
		) +
		ellipse(x - r * 0.35, y - r * 0.35, r * 0.2, r * 0.3, { fill: '#e8796a', opacity: 0.8 }) +
		seeds.join('') +
		path(
			[-0.9, -0.45, 0, 0.45, 0.9]
				.map((a) =>
					bladeData([x, y - r], [x + a * r * 0.5, y - r * 1.15], [x + a * r, y - r * 0.62 - Math.abs(a) * 2], r * 0.3),
				)
				.join('') +
				nibData(
					[
						[x, y - r],
						[x + r * 0.2, y - r * 1.7],
					],
					r * 0.16,
					toPoint,
				),
			'#5d8040',
		)
	);
}
