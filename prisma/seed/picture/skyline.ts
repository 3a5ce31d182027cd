import { place, standing } from './people';
import { bands, glow, hills, mirrored, ripples, sky, treeSymbol } from './scenery';
import { type Canvas, group, line, type Point, path, polygon, pts, rect, rectData, strokes, table } from './svg';

interface Tower {
	x: number;
	width: number;
	height: number;
	/** Lit face, shaded face, windows. */
	faces: readonly [string, string, string];
	/** Share of the width that the shaded side takes. */
	side: number;
	bands?: boolean;
}

/** A block seen at its corner, its windows as a grid in one path. */
function tower(
	canvas: Canvas,
	base: number,
	{ x, width, height, faces: [lit, dark, glass], side, bands: banded }: Tower,
): string {
	const top = base - height;
	const corner = x + width * (1 - side);
	const slope = 10;
	const cells: string[] = [];
	const [stepX, stepY] = [width > 90 ? 15 : 11, 15];
	for (let y = top + 18; y < base - 14; y += stepY) {
		if (banded) cells.push(rectData(x + 5, y, corner - x - 10, 8));
		else
			for (let wx = x + 6; wx < corner - stepX + 4; wx += stepX)
				if (canvas.random.chance(0.9)) cells.push(rectData(wx, y, stepX - 5, 9));
	}
	return [
		rect(x, top, corner - x, height, lit),
		polygon(pts(corner, top, x + width, top + slope, x + width, base, corner, base), dark),
		path(cells.join(''), { fill: glass, opacity: 0.75 }),
		rect(x, top - 7, (corner - x) * 0.5, 7, dark),
	].join('');
}

/** A tower crane 塔吊 with its mast on (0, 0): `mast` high, jib `reach` long to the right. */
function crane(mast: number, reach: number, colour: string, load: number): string {
	const half = 8;
	const lattice = (from: Point, to: Point, width: number, count: number): string => {
		const steps = Array.from({ length: count + 1 }, (_, i): Point => {
			const t = i / count;
			const [x, y] = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
			const across = i % 2 === 0 ? -width : width;
			return from[0] === to[0] ? [x + across, y] : [x, y + across];
		});
		const rail = (way: number): Point[] =>
			from[0] === to[0]
				? pts(from[0] + way * width, from[1], to[0] + way * width, to[1])
				: pts(from[0], from[1] + way * width, to[0], to[1] + way * width);
		return line(rail(-1), colour, 3.4) + line(rail(1), colour, 3.4) + line(steps, colour, 1.8);
	};
	const y = -mast;
	return [
		lattice([0, 0], [0, y], half, Math.round(mast / 17)),
		lattice([10, y - 8], [reach, y - 8], 6.5, Math.round(reach / 14)),
		lattice([-12, y - 4], [-reach * 0.32, y - 4], 5, 8),
		rect(-reach * 0.33, y - 6, reach * 0.1, 26, '#4b4f50'),
		polygon(pts(-9, y - 12, 9, y - 12, 2, y - 66, -2, y - 66), colour),
		strokes([pts(0, y - 64, reach * 0.72, y - 14), pts(0, y - 64, -reach * 0.3, y - 8)], colour, 1.8),
		rect(9, y - 2, 18, 20, '#3a4348'),
		line(pts(reach * 0.66, y, reach * 0.66, y + load), '#3c4448', 1.6),
		rect(reach * 0.66 - 16, y + load, 32, 9, '#5a5148'),
	].join('');
}

/** A frame of concrete going up: floors, columns, netting below. */
function shellBuilding(x: number, base: number, width: number, floors: number): string {
	const step = 26;
	const parts: string[] = [];
	for (let i = 0; i < floors; i++) {
		const y = base - i * step;
		parts.push(rect(x, y - 6, width, 6, '#8d8a82'));
		const columns = Array.from({ length: 7 }, (_, n) => rectData(x + 4 + (n * (width - 14)) / 6, y - step, 6, step));
		parts.push(path(columns.join(''), '#79776f'));
		if (i < floors - 3)
			parts.push(rect(x - 3, y - step, width + 6, step - 3, { fill: i % 2 ? '#51786a' : '#5b8272', opacity: 0.86 }));
	}
	const rods = Array.from({ length: 16 }, (_, n): Point[] =>
		pts(
			x + 5 + (n * (width - 10)) / 15,
			base - floors * step,
			x + 5 + (n * (width - 10)) / 15,
			base - floors * step - 16,
		),
	);
	return parts.join('') + strokes(rods, '#6d4a38', 2);
}

/** 开发区: finished blocks, one going up, cranes over it, a creek in front. */
export function skylinePark(canvas: Canvas): void {
	const base = 742;
	const blocks = parkBlocks(canvas, base);
	const cranes = [
		group({ transform: `translate(664 ${base})` }, crane(492, 330, '#a8432c', 120)),
		group({ transform: `translate(1146 ${base}) scale(-1 1)` }, crane(392, 290, '#b3862f', 90)),
		group({ transform: `translate(566 ${base}) scale(.72)` }, crane(560, 260, '#8b8171', 70)),
	];
	const tree = treeSymbol(canvas, 120, { trunk: '#4a4438', dark: '#43584b', middle: '#5f7a5c', light: '#8b9a66' });
	const road = Array.from({ length: 22 }, (_, i) =>
		tree({ transform: `translate(${i * 74 - 20} ${base + 26}) scale(${canvas.random.between(0.7, 1.1).toFixed(2)})` }),
	);
	canvas.add(
		sky(canvas, base, ['0 #7d9cad', '0.5 #b9c6c4', '0.85 #e6dcc4', '1 #efe2c6']),
		glow(canvas, 1240, 330, 620, '#fff0cf', 0.7),
		bands(canvas, { x: 0, y: 60, width: 1500, height: 260 }, 16, '#f4efe2', 0.6),
		hills(canvas, base, 210, '#b7c0bd'),
		...blocks,
		...cranes,
		rect(0, base, 1500, 40, '#6c7a6b'),
		...road,
		rect(0, base + 26, 1500, 16, '#a9a596'),
		rect(0, base + 42, 1500, 216, canvas.linear(['0 #b9c2bb', '0.4 #86a0a4', '1 #46656f'])),
		group(
			{ 'clip-path': canvas.clip(rect(0, base + 42, 1500, 220, '#000')) },
			mirrored(base + 42, 0.38, 0.6, ...blocks, ...road),
		),
		ripples(canvas, { top: base + 50, bottom: 1000, colour: '#e8e6d6', opacity: 0.55, count: 190 }),
		ripples(canvas, { top: base + 60, bottom: 1000, colour: '#2f4d57', opacity: 0.3, count: 120 }),
	);
}

function parkBlocks(canvas: Canvas, base: number): string[] {
	const far = ['#a9b6b8', '#9aa9ad', '#8a9ca2'] as const;
	const mid = ['#c3c6bf', '#8d9a9d', '#5f757f'] as const;
	const blue = ['#7f98a3', '#5b747f', '#b9cbd0'] as const;
	const warm = ['#d6cdb8', '#a59a86', '#6f7c80'] as const;
	return [
		...table(
			'40 70 250, 130 60 330, 330 80 290, 560 60 240, 640 74 300, 905 70 270, 1130 66 350, 1290 90 260, 1400 70 310',
		).map(([x = 0, width = 0, height = 0]) => tower(canvas, base, { x, width, height, faces: far, side: 0.3 })),
		rect(0, base - 170, 1500, 172, canvas.linear(['0 #d9d6c8 0', '1 #dcd6c4 0.75'])),
		tower(canvas, base, { x: 70, width: 128, height: 400, faces: blue, side: 0.32, bands: true }),
		tower(canvas, base, { x: 214, width: 120, height: 292, faces: warm, side: 0.34 }),
		tower(canvas, base, { x: 352, width: 150, height: 468, faces: mid, side: 0.3 }),
		tower(canvas, base, { x: 518, width: 110, height: 236, faces: blue, side: 0.35 }),
		shellBuilding(690, base, 190, 12),
		shellBuilding(960, base, 160, 8),
		tower(canvas, base, { x: 1190, width: 124, height: 330, faces: warm, side: 0.34 }),
		tower(canvas, base, { x: 1330, width: 140, height: 430, faces: blue, side: 0.32, bands: true }),
	];
}

/** 跨湖大桥夜景: two pylons, fans of cables, the lit deck and its light in the water. */
export function bridgeNight(canvas: Canvas): void {
	const water = 640;
	const { random } = canvas;
	const town = nightTown(canvas, water);
	const deck = (x: number): number => 560 - 46 * Math.sin(((x + 150) / 1800) * Math.PI);
	const pylons = [430, 1070];
	const lamps = Array.from({ length: 50 }, (_, i): Point => [i * 31 - 10, deck(i * 31 - 10) - 11]);
	const bridge = [
		...pylons.map((x) => cables(x, deck)),
		...pylons.map((x) => pylon(canvas, x, deck(x), water)),
		polygon(
			[...lamps.map(([x, y]): Point => [x, y + 9]), ...[...lamps].reverse().map(([x, y]): Point => [x, y + 27])],
			'#27394a',
		),
		line(
			lamps.map(([x, y]): Point => [x, y + 22]),
			'#e9b35c',
			3.4,
			{ opacity: 0.9 },
		),
		path(lamps.map(([x, y]) => rectData(x - 2, y - 4, 4, 6)).join(''), '#fff0c9'),
	];
	canvas.add(
		sky(canvas, water + 4, ['0 #0c1c30', '0.5 #1d3850', '0.85 #3f5a6b', '1 #6d7270']),
		path(
			Array.from({ length: 90 }, () => rectData(random.between(0, 1500), random.between(0, 330), 1.8, 1.8)).join(''),
			{ fill: '#e8ebe6', opacity: 0.7 },
		),
		glow(canvas, 1270, 150, 210, '#e9e3c8', 0.5),
		path('M1270 112a38 38 0 1 0 30 62a32 32 0 1 1 -30 -62z', '#f6edcf'),
		glow(canvas, 750, water, 760, '#e0b878', 0.4),
		hills(canvas, water, 150, '#1d3145'),
		...town,
		...bridge,
		...lamps.filter((_, i) => i % 2 === 0).map(([x, y]) => glow(canvas, x, y, 26, '#ffdf9f', 0.5)),
		rect(0, water, 1500, 360, canvas.linear(['0 #485962', '0.25 #24405a', '1 #0a1728'])),
		mirrored(water, 0.42, 0.72, ...town, ...bridge),
		...lamps.filter((_, i) => i % 2 === 1).map(([x]) => lightColumn(canvas, x, water)),
		ripples(canvas, { top: water + 6, bottom: 1000, colour: '#f4cf88', opacity: 0.5, count: 210 }),
		ripples(canvas, { top: water + 6, bottom: 1000, colour: '#0c1b2b', opacity: 0.5, count: 230 }),
		promenade(canvas),
	);
}

function nightTown(canvas: Canvas, water: number): string[] {
	const { random } = canvas;
	const city = Array.from({ length: 44 }, (_, i) => {
		const x = i * 36 - 20 + random.between(-8, 8);
		return {
			x,
			width: random.between(22, 46),
			height: random.between(30, 150) * (0.6 + 0.6 * Math.sin(i * 0.55) ** 2),
		};
	});
	const windows = city.flatMap(({ x, width, height }) => {
		const cells: string[] = [];
		for (let y = water - height + 8; y < water - 10; y += 11)
			for (let wx = x + 4; wx < x + width - 5; wx += 9) if (random.chance(0.42)) cells.push(rectData(wx, y, 4, 5));
		return cells;
	});
	return [
		...city.map(({ x, width, height }, i) => rect(x, water - height, width, height + 4, i % 3 ? '#20344a' : '#1a2c40')),
		path(windows.join(''), { fill: '#f0c678', opacity: 0.85 }),
	];
}

/** Lit rails and two people at the near shore. */
function promenade(canvas: Canvas): string {
	const posts = Array.from({ length: 32 }, (_, i): Point[] => [
		[i * 50 - 10, 1000],
		[i * 50 - 10, 922],
	]);
	const stroll = { pose: standing, top: '#141c27', bottom: '#10161f', skin: '#4a3b33', hair: '#0b0f15' } as const;
	return (
		place(330, 1060, 250, { ...stroll, view: 'back' }) +
		place(392, 1060, 232, { ...stroll, view: 'back', cut: 'long', hem: 30, flare: 1.5, top: '#2b1a1c' }) +
		strokes(posts, '#0b121c', 6) +
		line(pts(-10, 922, 1510, 922), '#0b121c', 11) +
		line(pts(-10, 918, 1510, 918), '#8d7a55', 1.6, { opacity: 0.7 }) +
		line(pts(-10, 962, 1510, 962), '#0b121c', 4) +
		glow(canvas, 1310, 820, 190, '#ffdf9f', 0.55) +
		path(rectData(1306, 826, 9, 180), '#0b121c') +
		path(rectData(1296, 806, 29, 24), '#ffedc2')
	);
}

function cables(x: number, deck: (x: number) => number): string {
	const lines = Array.from({ length: 26 }, (_, i): Point[] => {
		const far = (i % 2 ? -1 : 1) * (34 + Math.floor(i / 2) * 23);
		return [
			[x, 200 + Math.floor(i / 2) * 7],
			[x + far, deck(x + far) - 2],
		];
	});
	return strokes(lines, '#c9b58c', 1.5, { opacity: 0.75 });
}

/** A pylon like a narrow A, lit from below. */
function pylon(canvas: Canvas, x: number, deckY: number, water: number): string {
	const lit = canvas.linear(['0 #8d8470', '0.5 #e2bf84', '0.75 #f5d89b', '1 #6a6152']);
	const foot = water + 6;
	return (
		polygon(
			pts(
				x - 7,
				168,
				x + 7,
				168,
				x + 34,
				deckY + 4,
				x + 24,
				foot,
				x + 12,
				foot,
				x + 20,
				deckY + 4,
				x,
				300,
				x - 20,
				deckY + 4,
				x - 12,
				foot,
				x - 24,
				foot,
				x - 34,
				deckY + 4,
			),
			lit,
		) +
		rect(x - 26, deckY - 62, 52, 9, '#cdb281') +
		rect(x - 40, foot - 10, 80, 12, '#2c3c4c') +
		rect(x - 2, 138, 4, 34, '#8d8470') +
		glow(canvas, x, 140, 22, '#ff6a4d', 0.9)
	);
}

function lightColumn(canvas: Canvas, x: number, water: number): string {
	const light = canvas.linear(['0 #ffdc97 0.55', '1 #ffdc97 0']);
	return rect(x - 4, water, 8, canvas.random.between(90, 240), light);
}
