import { lantern, sweptRoof } from './building';
import { nibData } from './nib';
import { passer, person, place, standing } from './people';
import { glow, hills, mirrored, ripples, sampan, sky } from './scenery';
import {
	type Canvas,
	circle,
	curve,
	ellipse,
	group,
	line,
	type Point,
	path,
	polygon,
	pts,
	rect,
	rectData,
	stroke,
	strokes,
	table,
} from './svg';

/** 社戏: a stage over the water at nightfall, lanterns, boats drawn up to watch. */
export function lanternOpera(canvas: Canvas): void {
	const water = 690;
	const show = [stage(canvas), players()];
	canvas.add(
		sky(canvas, water, ['0 #14233a', '0.55 #33495c', '0.85 #7b6b62', '1 #a87f58']),
		path(
			Array.from({ length: 60 }, () =>
				rectData(canvas.random.between(0, 1500), canvas.random.between(0, 260), 2, 2),
			).join(''),
			{ fill: '#efe6cf', opacity: 0.6 },
		),
		hills(canvas, water, 210, '#26384a'),
		...[30, 150, 1180, 1320].map((x, i) =>
			group({ transform: `translate(${x} ${water}) scale(${1 + (i % 2) * 0.3})` }, nightHouse()),
		),
		glow(canvas, 750, 480, 620, '#f3b25c', 0.6),
		...show,
		...festoon(canvas),
		rect(0, water, 1500, 310, canvas.linear(['0 #6e5a48', '0.3 #2f3f4c', '1 #0e1a28'])),
		mirrored(water, 0.45, 0.7, ...show),
		glow(canvas, 750, water + 40, 480, '#f3b25c', 0.4),
		ripples(canvas, {
			top: water + 6,
			bottom: 1000,
			colour: '#f6c77c',
			opacity: 0.6,
			count: 150,
			below: { x: 750, spread: 300 },
		}),
		ripples(canvas, { top: water + 6, bottom: 1000, colour: '#0c1826', opacity: 0.5, count: 160 }),
		audience(canvas),
	);
}

function nightHouse(): string {
	return (
		polygon(pts(0, 0, 0, -90, 20, -90, 20, -110, 50, -110, 50, -130, 120, -130, 120, 0), '#2c3b49') +
		polygon(pts(-6, -88, 20, -88, 20, -96, -6, -96), '#16222e') +
		polygon(pts(44, -128, 126, -128, 126, -138, 44, -138), '#16222e') +
		path(rectData(26, -70, 18, 26) + rectData(72, -80, 18, 26), '#f0bd6a')
	);
}

function stage(canvas: Canvas): string {
	const columns = [470, 620, 880, 1030];
	return [
		rect(430, 612, 640, 82, canvas.linear(['0 #8d8272', '1 #4d4a47'])),
		path(
			[440, 560, 690, 820, 940].map((x) => rectData(x, 640, 110, 2)).join('') +
				[500, 640, 780, 900].map((x) => rectData(x, 614, 2, 78)).join(''),
			{ fill: '#38373a', opacity: 0.6 },
		),
		rect(462, 330, 576, 284, canvas.linear(['0 #5a2c1e', '0.5 #a3562d', '1 #d89a4e'])),
		rect(640, 372, 220, 200, '#7d2018'),
		rect(650, 382, 200, 180, '#b98a3f'),
		path(
			Array.from(
				{ length: 10 },
				(_, i) =>
					`M${650 + i * 20} 382l20 20M${650 + i * 20} 402l20 -20M${650 + i * 20} 542l20 20M${650 + i * 20} 562l20 -20`,
			).join(''),
			stroke('#7d2018', 2.4),
		),
		path(
			'M700 520C690 470 720 430 750 420C780 430 812 470 800 520C780 500 720 500 700 520zM750 420v110',
			stroke('#7d2018', 5),
		),
		path(rectData(500, 420, 92, 130) + rectData(908, 420, 92, 130), '#6a2a1c'),
		strokes(
			[510, 530, 550, 570, 918, 938, 958, 978].flatMap((x): Point[][] => [
				pts(x, 424, x, 546),
				pts(x - 8, 440 + (x % 40), x + 20, 440 + (x % 40)),
			]),
			'#c98f4c',
			2,
		),
		rect(444, 602, 612, 14, '#6d3a22'),
		...columns.map((x) =>
			rect(x - 11, 322, 22, 292, canvas.linear(['0 #7d1c15', '0.35 #c0392b', '1 #5c140f'], [0, 0, 1, 0])),
		),
		rect(440, 312, 620, 30, '#3d2a22'),
		path(Array.from({ length: 20 }, (_, i) => rectData(450 + i * 31, 318, 20, 16)).join(''), '#9b6a35'),
		stageRoof(),
		strokes(
			[470, 530, 590, 650, 850, 910, 970, 1030].map((x): Point[] => pts(x, 566, x, 604)),
			'#8d2a1f',
			5,
		),
		line(pts(460, 568, 650, 568), '#8d2a1f', 6),
		line(pts(850, 568, 1040, 568), '#8d2a1f', 6),
	].join('');
}

function stageRoof(): string {
	return [
		group(
			{ transform: 'translate(750 306)' },
			path(sweptRoof(440, 120, 260, 74), '#1f2a33'),
			tileLines(),
			path(sweptRoof(440, 120, 260, 74), stroke('#6f5a42', 3)),
		),
		group(
			{ transform: 'translate(750 196)' },
			path(sweptRoof(220, 92, 96, 46), '#1b252e'),
			path(sweptRoof(220, 92, 96, 46), stroke('#6f5a42', 2.4)),
		),
		rect(650, 96, 200, 12, '#6f5a42'),
		path('M652 100q-26 -6 -22 -34q10 16 30 20zM848 100q26 -6 22 -34q-10 16 -30 20z', '#8a6f4c'),
	].join('');
}

const tileLines = (): string =>
	strokes(
		Array.from({ length: 31 }, (_, i): Point[] => {
			const t = (i - 15) / 15;
			return [
				[t * 258, -116],
				[t * 400, -10 - Math.abs(t) ** 3 * 40],
			];
		}),
		'#35434d',
		3,
	);

/** A young lady with water sleeves 水袖, and an old man with a long beard. */
function players(): string {
	const lady = [
		path('M-26 0C-22 -50 -20 -80 -13 -96H13C20 -80 24 -50 30 0z', '#d8879a'),
		path('M-16 -96C-20 -70 -16 -50 -18 -44H18C16 -50 20 -70 16 -96z', '#f0c9c6'),
		path(
			nibData(pts(12, -92, 44, -104, 66, -128, 100, -112, 96, -66, 126, -40), 20, (t) => 0.6 + t * 0.4, 8),
			'#f7efe2',
		),
		path(
			nibData(pts(-12, -92, -40, -84, -62, -62, -86, -76, -104, -46), 18, (t) => 0.6 + t * 0.4, 8),
			'#f7efe2',
		),
		path('M-18 -44C-10 -30 -12 -10 -18 0M4 -44C8 -30 4 -12 8 0', stroke('#a34d63', 2)),
		ellipse(1, -111, 9, 11, '#f3d6c4'),
		path('M-11 -112C-14 -134 16 -136 13 -112C8 -120 -4 -122 -11 -112z', '#17151a'),
		circle(-8, -128, 5, '#17151a'),
		path([-10, -3, 4, 11].map((x) => `M${x} -130m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0`).join(''), '#7fc0c4'),
		path('M-6 -112h4M4 -112h4M-1 -105h3', stroke('#7d1c15', 1.6)),
		path('M-7 -108a3.4 3 0 1 0 .1 0zM9 -108a3.4 3 0 1 0 .1 0z', { fill: '#d8707a', opacity: 0.55 }),
	];
	const elder = [
		path('M-32 0C-30 -50 -26 -82 -16 -98H16C28 -82 32 -50 36 0z', '#24506b'),
		path('M-6 -96H8L14 0H-12z', '#d2a24a'),
		path(
			nibData(pts(14, -90, 40, -78, 56, -96), 22, (t) => 0.8 + t * 0.5, 6),
			'#24506b',
		),
		path(
			nibData(pts(-14, -90, -38, -68, -30, -44), 22, (t) => 0.8 + t * 0.5, 6),
			'#1d4259',
		),
		path('M48 -104l16 -4l4 14l-16 6z', '#f7efe2'),
		ellipse(0, -112, 10, 12, '#eec9ab'),
		path('M-12 -116V-132H-20V-138H20V-132H12V-116C6 -122 -6 -122 -12 -116z', '#15171c'),
		path('M-20 -132l-26 -4M20 -132l26 -4', stroke('#15171c', 4)),
		path('M-8 -106C-10 -84 -8 -66 0 -56C8 -66 10 -84 8 -106C4 -102 -4 -102 -8 -106z', '#2b2624'),
		path('M-6 -114h4M3 -114h4', stroke('#3a2018', 1.8)),
		ellipse(0, -46, 34, 5, { fill: 'none', stroke: '#e0b45c', 'stroke-width': 4 }),
	];
	return (
		group({ transform: 'translate(835 604) scale(1.25)' }, ...lady) +
		group({ transform: 'translate(655 604) scale(1.25)' }, ...elder)
	);
}

function festoon(canvas: Canvas): string[] {
	const strings = [pts(0, 250, 210, 340, 440, 306), pts(1500, 240, 1290, 336, 1060, 306)];
	return strings.flatMap((points) => {
		const [a = [0, 0], b = [0, 0], c = [0, 0]] = points;
		const lamps = [0.08, 0.24, 0.4, 0.56, 0.72, 0.88].map((t): Point => {
			const mix = (i: 0 | 1): number => a[i] * (1 - t) ** 2 + 2 * b[i] * t * (1 - t) + c[i] * t * t;
			return [mix(0), mix(1)];
		});
		return [
			curve([a, [(a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4], c], stroke('#1a2029', 2.5)),
			...lamps.map(([x, y]) => glow(canvas, x, y + 34, 84, '#ffb45e', 0.7) + lantern(x, y + 14, 21)),
		];
	});
}

/** Heads and boats against the light. */
function audience(canvas: Canvas): string {
	const { random } = canvas;
	const boat = sampan(canvas, '#0f151c', '#18212a', '#6b5a45');
	const boats = table('260 830 1.25, 1210 846 1.35, 740 800 0.95').map(([x = 0, y = 0, scale = 1]) => {
		const heads = [-90, 74, 96].map((dx) =>
			group(
				{ transform: `translate(${dx} -14) scale(.86)` },
				person({ ...passer(random, 'back', standing), top: '#141c25', skin: '#3a2f2a', hair: '#0c1016' }),
			),
		);
		return group({ transform: `translate(${x} ${y}) scale(${scale})` }, ...heads, boat({}));
	});
	const row = Array.from({ length: 15 }, (_, i) =>
		place(30 + i * 104 + random.between(-18, 18), 1130 + random.between(-16, 26), 270, {
			...passer(random, 'back', standing),
			top: random.pick(['#10171f', '#18202a', '#1f1a1e']),
			skin: '#3a2e28',
			hair: '#0a0e14',
		}),
	);
	return boats.join('') + row.join('');
}
