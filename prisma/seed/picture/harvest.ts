import { bladeData, even, nibData } from './nib';
import { bands, glow, hills, sky, treeSymbol } from './scenery';
import {
	type Canvas,
	circle,
	curve,
	ellipse,
	group,
	line,
	type Point,
	path,
	polyData,
	polygon,
	pts,
	rect,
	rectData,
	stroke,
	strokes,
	table,
} from './svg';

/** 稻田: a harvester cuts its swath, ripe ears stand in front. */
export function riceHarvest(canvas: Canvas): void {
	const horizon = 372;
	const { random } = canvas;
	const tree = treeSymbol(canvas, 110, { trunk: '#4c4a38', dark: '#5b6b4c', middle: '#7a8558', light: '#a3a067' });
	const vanish: Point = [560, horizon - 24];
	const rows = Array.from({ length: 40 }, (_, i): Point[] => {
		const x = -900 + i * 95;
		const near: Point = [x, 1000];
		const far = 0.09;
		return [[vanish[0] + (x - vanish[0]) * far, vanish[1] + (1000 - vanish[1]) * far], near];
	});
	const houses = table('1010 1.1, 1104 0.9, 1180 1.2, 1296 0.95, 110 0.9, 190 1.15').map(([x = 0, scale = 1]) =>
		group({ transform: `translate(${x} ${horizon + 4}) scale(${scale})` }, farmhouse()),
	);
	canvas.add(
		sky(canvas, horizon + 4, ['0 #86a6b5', '0.6 #c9d2c4', '1 #f0e2bd']),
		glow(canvas, 300, 250, 560, '#fff0c4', 0.8),
		bands(canvas, { x: 0, y: 50, width: 1500, height: 180 }, 16, '#faf4e2', 0.7),
		hills(canvas, horizon, 170, '#a9b7b0'),
		hills(canvas, horizon, 96, '#8ea296', 0.9),
		...Array.from({ length: 30 }, (_, i) =>
			tree({ transform: `translate(${i * 53 - 10} ${horizon + 6}) scale(${random.between(0.4, 0.75).toFixed(2)})` }),
		),
		...houses,
		rect(0, horizon, 1500, 630, canvas.linear(['0 #dcc27a', '0.4 #cda552', '1 #a87a34'])),
		stubble(canvas, rows),
		standingRice(canvas, horizon, vanish),
		dust(canvas),
		group({ transform: 'translate(792 742) scale(1.28)' }, harvester()),
		...table('1240 560 0.9, 1302 574 0.75, 1180 548 0.7, 1400 640 1.1').map(([x = 0, y = 0, scale = 1]) =>
			group({ transform: `translate(${x} ${y}) scale(${scale})` }, fieldEgret()),
		),
		ears(canvas),
	);
}

function farmhouse(): string {
	return (
		rect(-34, -34, 68, 36, '#e9e3d3') +
		polygon(pts(-42, -32, -28, -52, 28, -52, 42, -32), '#5a5f60') +
		path(rectData(-22, -24, 10, 11) + rectData(12, -24, 10, 11) + rectData(-5, -20, 10, 20), '#6d6a60') +
		polygon(pts(14, -34, 34, -34, 34, 2, 14, 2), { fill: '#3c4a50', opacity: 0.14 })
	);
}

function stubble(canvas: Canvas, rows: readonly Point[][]): string {
	const { random } = canvas;
	const straw = Array.from({ length: 420 }, (): Point[] => {
		const near = random.next() ** 1.4;
		const y = 470 + near * 540;
		const x = random.between(-20, 1520);
		const tall = 5 + 26 * near;
		return [
			[x, y],
			[x + random.around(0, tall * 0.3), y - tall],
		];
	});
	return (
		strokes(rows, '#8b6229', 3, { opacity: 0.45 }) +
		strokes(
			rows.map((row) => row.map(([x, y]): Point => [x + (y - 348) * 0.03, y])),
			'#e8cd86',
			2,
			{ opacity: 0.4 },
		) +
		strokes(straw, '#e3c67c', 2.2, { opacity: 0.75 }) +
		strokes(
			straw.filter((_, i) => i % 3 === 0),
			'#7b5726',
			2.4,
			{ opacity: 0.6 },
		)
	);
}

/** The rice not yet cut: a wall of ears at the left, its edge running to the vanishing point. */
function standingRice(canvas: Canvas, horizon: number, [vx]: Point): string {
	const { random } = canvas;
	const top = horizon + 8;
	const body = polygon(
		pts(-10, top, vx + 20, top + 6, 470, 720, 330, 1010, -10, 1010),
		canvas.linear(['0 #d9b864', '0.35 #c79a43', '1 #8a6326']),
	);
	const edge = polygon(pts(vx + 20, top + 6, vx + 24, top + 16, 520, 800, 420, 1010, 330, 1010, 470, 720), '#7d5a26');
	const tone = (count: number, colour: string, shift: number): string => {
		const data = Array.from({ length: count }, () => {
			const near = random.next() ** 1.3;
			const y = top + 14 + near * 560;
			const limit = vx + 20 - (vx - 330) * near * 0.9;
			const x = random.between(-20, Math.max(60, limit - 10));
			const tall = 8 + 62 * near;
			return bladeData([x, y], [x + tall * 0.1, y - tall * 0.8], [x + tall * shift, y - tall * 0.78], 2 + 6 * near);
		});
		return path(data.join(''), colour);
	};
	return body + edge + tone(300, '#b0822f', 0.4) + tone(420, '#e5c674', 0.55) + tone(160, '#f3dc98', 0.6);
}

/** A crawler harvester seen from its side, cutting leftward; the ground at y = 0, about 380 long. */
function harvester(): string {
	const reel = Array.from({ length: 6 }, (_, i): Point[] => {
		const a = (i / 6) * Math.PI * 2 + 0.3;
		return [
			[-178, -52],
			[-178 + Math.cos(a) * 46, -52 + Math.sin(a) * 46],
		];
	});
	const rim = reel.map(([, end]): Point => end ?? [0, 0]);
	const wheels = Array.from(
		{ length: 6 },
		(_, i) => circle(-76 + i * 36, -16, 12, '#6a6c69') + circle(-76 + i * 36, -16, 4.5, '#2c2f30'),
	);
	return [
		ellipse(10, 4, 210, 14, { fill: '#3b2a12', opacity: 0.45 }),
		path('M-84 -36H120C142 -36 146 2 118 3H-82C-110 2 -108 -36 -84 -36z', '#2a2c2d'),
		...wheels,
		path(Array.from({ length: 24 }, (_, i) => rectData(-92 + i * 9.4, 0, 5, 5)).join(''), '#1d1f20'),
		polygon(pts(-92, -36, -150, -14, -206, -8, -206, -16, -150, -34, -70, -76), '#8c2a1f'),
		polygon(pts(-112, -60, 142, -60, 150, -40, 140, -34, -108, -34), '#5d1f19'),
		polygon(pts(-22, -60, -22, -150, 126, -150, 150, -128, 150, -60), '#b23a2a'),
		polygon(pts(60, -60, 60, -150, 126, -150, 150, -128, 150, -60), { fill: '#4c120d', opacity: 0.25 }),
		rect(-22, -120, 172, 10, '#efe7d4'),
		path(Array.from({ length: 7 }, (_, i) => rectData(74, -102 + i * 6, 58, 2.6)).join(''), '#5d1f19'),
		polygon(pts(-104, -60, -96, -158, -30, -162, -22, -60), '#c24a35'),
		polygon(pts(-98, -84, -91, -150, -36, -153, -32, -84), '#b8cdd0'),
		polygon(pts(-98, -84, -91, -150, -70, -151, -80, -84), '#dbe7e3'),
		path('M-66 -84c-2 -22 0 -30 8 -34a10 11 0 1 1 14 0c8 4 12 14 11 34z', '#38454a'),
		rect(-106, -170, 88, 10, '#efe7d4'),
		path(nibData(pts(108, -148, 120, -196, 60, -210, -40, -206), 17, even, 6), '#d9d2be'),
		path(nibData(pts(108, -148, 120, -192, 62, -205, -40, -201), 5, even, 6), '#a89f87'),
		rect(38, -178, 9, 30, '#3a3d3e'),
		strokes(reel, '#e0d4b4', 4),
		line([...rim, rim[0] ?? [0, 0]], '#e0d4b4', 4),
		circle(-178, -52, 7, '#5d1f19'),
		line(pts(-178, -52, -96, -92), '#8c2a1f', 9),
		path(
			Array.from({ length: 9 }, (_, i) =>
				polyData(
					[
						[-214 + i * 7, -6],
						[-222 + i * 7, 2],
					],
					false,
				),
			).join(''),
			stroke('#3a3d3e', 3),
		),
	].join('');
}

function dust(canvas: Canvas): string {
	return (
		bands(canvas, { x: 760, y: 640, width: 560, height: 110 }, 12, '#f2dca6', 0.55) +
		bands(canvas, { x: 480, y: 690, width: 260, height: 70 }, 6, '#f2dca6', 0.5)
	);
}

const fieldEgret = (): string =>
	path('M-16 -14C-10 -26 10 -28 16 -18C10 -10 -10 -6 -16 -14z', '#fbfaf2') +
	path(
		nibData(pts(12, -20, 20, -30, 14, -38, 19, -44), 5, (t) => 1 - t * 0.4),
		'#fbfaf2',
	) +
	path('M18 -46l14 3l-14 1z', '#c39a35') +
	path('M-2 -10v12M4 -10v12', stroke('#2e3230', 1.6));

/** Ripe ears close by, hanging. */
function ears(canvas: Canvas): string {
	const { random } = canvas;
	const ear = (): ReturnType<Canvas['symbol']> => {
		const tall = random.between(250, 360);
		const hang = random.between(70, 130);
		const stalk = pts(
			0,
			0,
			tall * 0.08,
			-tall * 0.55,
			hang * 0.55,
			-tall * 0.94,
			hang,
			-tall * 0.82,
			hang * 1.22,
			-tall * 0.6,
		);
		const grains = Array.from({ length: 22 }, (_, i) => {
			const t = i / 21;
			const x = hang * (0.55 + 0.72 * t) + (i % 2 ? 5 : -5);
			const y = -tall * (0.95 - 0.02 * Math.sin(t * 3) - 0.4 * t * t);
			return path(
				bladeData([x, y], [x + (i % 2 ? 11 : -3), y + 9], [x + (i % 2 ? 6 : 2), y + 22], 9),
				i % 3 ? '#eccd7c' : '#c3933e',
			);
		});
		const leaf = bladeData([tall * 0.06, -tall * 0.4], [-tall * 0.2, -tall * 1.05], [-tall * 0.36, -tall * 0.66], 15);
		return canvas.symbol(path(leaf, '#9b8a3c'), curve(stalk, stroke('#b58e42', 3.6)), ...grains);
	};
	const kinds = Array.from({ length: 5 }, ear);
	return Array.from({ length: 30 }, (_, i) => {
		const x = -30 + i * 22 + random.between(-14, 14);
		const lift = Math.max(0, i - 12) * 9;
		return random.pick(kinds)({
			transform: `translate(${Math.round(x)} ${Math.round(1030 + lift + random.between(0, 50))}) scale(${random.between(0.75, 1.1).toFixed(2)})`,
		});
	}).join('');
}
