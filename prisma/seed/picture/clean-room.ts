import { nibData } from './nib';
import { glow } from './scenery';
import { type Canvas, circle, ellipse, group, type Point, path, polygon, pts, rect, rectData, stroke } from './svg';

/** 无尘车间: a technician in white holds a wafer up to the light. */
export function chipCleanRoom(canvas: Canvas): void {
	canvas.add(
		rect(0, 0, 1500, 1000, canvas.linear(['0 #e9e7d2', '0.5 #d9dfd6', '1 #8fa3a6'])),
		cleanHall(canvas),
		glow(canvas, 1130, 380, 640, '#fff7dc', 0.75),
		technician(canvas),
		wafer(canvas, 1035, 520, 300),
		gloves(),
	);
}

const DEPTHS = [3.4, 2.4, 1.75, 1.3, 0.98, 0.74, 0.55];

/** A place in the hall: `x` to the right and `y` down of its axis, `z` away. */
const far = (x: number, y: number, z: number): Point => [900 + x / z, 420 + y / z];

/** One machine's front, between two depths of the hall. */
function bay(side: number, i: number): string {
	const [z1 = 1, z2 = 1] = DEPTHS.slice(i);
	const quad = (a: number, y1: number, b: number, y2: number, fill: string): string => {
		const [za, zb] = [z1 + (z2 - z1) * a, z1 + (z2 - z1) * b];
		return polygon(
			[far(side * 420, y1, za), far(side * 420, y1, zb), far(side * 420, y2, zb), far(side * 420, y2, za)],
			fill,
		);
	};
	return [
		quad(0, -300, 1, 260, i % 2 ? '#e3e6df' : '#d3d9d4'),
		quad(0.12, -190, 0.88, -20, '#4e6167'),
		quad(0.16, -178, 0.84, -32, side > 0 ? '#e6b24c' : '#5f8f9a'),
		quad(0.2, 20, 0.8, 90, '#f2f3ec'),
		quad(0.3, 40, 0.55, 70, '#3f5257'),
		quad(0, 236, 1, 260, '#7f9294'),
	].join('');
}

/** Bays of machines on both sides, filters overhead, a pierced floor. */
function cleanHall(canvas: Canvas): string {
	const bays = [-1, 1].flatMap((side) => DEPTHS.slice(1).map((_, i) => bay(side, i)));
	const lights = [-260, 0, 260].flatMap((x) =>
		DEPTHS.slice(1).map((z2, i) =>
			polygon(
				[
					far(x - 80, -330, DEPTHS[i] ?? z2),
					far(x + 80, -330, DEPTHS[i] ?? z2),
					far(x + 80, -330, z2 * 1.06),
					far(x - 80, -330, z2 * 1.06),
				],
				'#fffbea',
			),
		),
	);
	const holes = DEPTHS.slice(1).flatMap((z, i) =>
		Array.from({ length: 15 }, (_, n) => ellipse(...far(-385 + n * 55, 262, z), 10 / z, 2.4 / z + i * 0.1, '#6f8488')),
	);
	const floorPlane = polygon(
		[far(-420, 260, 3.4), far(420, 260, 3.4), far(420, 260, 0.4), far(-420, 260, 0.4)],
		canvas.linear(['0 #dfe4dd', '1 #9fb1b1']),
	);
	const ceiling = polygon(
		[far(-420, -330, 3.4), far(420, -330, 3.4), far(420, -330, 0.4), far(-420, -330, 0.4)],
		'#c9d0c8',
	);
	return group(
		{ filter: canvas.blur(2.4) },
		ceiling,
		...lights,
		floorPlane,
		...holes,
		rect(far(-420, 0, 3.4)[0], far(0, -330, 3.4)[1], 840 / 3.4, 590 / 3.4, '#eef0e6'),
		...bays,
	);
}

/** Head and shoulders in hood, goggles and mask. */
function technician(canvas: Canvas): string {
	const cloth = canvas.linear(['0 #fbfbf5', '0.6 #e3e8e6', '1 #b3c1c3'], [0, 0, 1, 0.3]);
	const folds = [
		pts(250, 830, 330, 900, 350, 1000),
		pts(620, 800, 560, 900, 570, 1000),
		pts(432, 790, 440, 880, 430, 1000),
		pts(180, 880, 230, 940, 240, 1000),
	];
	return [
		path('M60 1010C80 850 180 770 300 730L570 726C690 760 780 840 800 1010z', cloth),
		path(folds.map((fold) => nibData(fold, 9, (t) => Math.sin(Math.PI * t))).join(''), {
			fill: '#8ea1a5',
			opacity: 0.55,
		}),
		path(
			'M278 760C236 640 222 470 262 350C300 240 380 196 442 196C520 196 596 250 618 360C640 480 628 640 590 752C500 800 360 806 278 760z',
			cloth,
		),
		path('M590 752C560 690 580 420 520 230C580 262 606 310 618 360C640 480 628 640 590 752z', {
			fill: '#8ea3a8',
			opacity: 0.45,
		}),
		path(
			'M300 470C300 400 360 376 446 376C530 376 588 400 590 470C592 600 540 690 446 694C352 690 300 600 300 470z',
			'#d7a683',
		),
		path('M560 400C585 420 590 440 590 470C592 600 540 690 446 694C520 640 560 540 560 400z', {
			fill: '#7d4a30',
			opacity: 0.25,
		}),
		browAndEyes(),
		path(
			'M292 570C340 552 400 540 446 540C492 540 552 552 598 570C600 650 540 716 446 718C352 716 292 650 292 570z',
			canvas.linear(['0 #eaf1f2', '1 #b5c7cc']),
		),
		path(
			'M320 602C400 590 490 590 572 602M330 634C400 624 490 624 560 634M350 664C410 656 480 656 540 664',
			stroke('#93a9af', 3),
		),
		path('M292 572L262 540M598 572L626 540', stroke('#dfe7e8', 7)),
		goggles(canvas),
		path('M446 200C440 250 440 320 446 372', stroke('#9fb0b3', 4)),
		path('M300 470C300 400 360 376 446 376C530 376 588 400 590 470', stroke('#9fb0b3', 7)),
		path('M430 730L446 1000', stroke('#8ea1a5', 5)),
	].join('');
}

function browAndEyes(): string {
	const eye = (side: 1 | -1): string =>
		group(
			{ transform: `translate(447 0) scale(${side} 1)` },
			path('M28 481C42 462 78 458 101 476C82 492 46 494 28 481z', '#f6f1e6'),
			path(
				nibData(pts(24, 483, 60, 459, 106, 477), 7, (t) => 0.5 + t * 0.5),
				'#241a16',
			),
			path(
				nibData(pts(22, 440, 62, 428, 112, 444), 11, (t) => 1 - t * 0.7),
				'#2b211c',
			),
		);
	const iris = [382, 520].map((x) => circle(x, 475, 14, '#2a1d17') + circle(x - 4, 470, 4, '#fff'));
	return eye(-1) + eye(1) + iris.join('') + path('M440 500C436 520 438 532 446 540', stroke('#9a6a4c', 4));
}

function goggles(canvas: Canvas): string {
	const lens =
		'M300 468C300 424 330 412 446 412C562 412 592 424 592 468C592 524 560 548 512 546C480 544 470 520 446 520C422 520 412 544 380 546C332 548 300 524 300 468z';
	return [
		path(lens, {
			fill: canvas.linear(['0 #cfe6ee', '1 #7fb0c4'], [0, 0, 1, 1]),
			opacity: 0.3,
		}),
		path('M330 430L372 424L330 520L314 500zM396 420L412 419L362 536L350 532z', { fill: '#ffffff', opacity: 0.5 }),
		path('M530 424C552 430 566 440 572 456', stroke('#f7d68a', 8, { opacity: 0.75 })),
		path(lens, stroke('#54717c', 10)),
		path(lens, stroke('#a9c3cb', 3)),
		path('M298 452L256 436M594 452L632 436', stroke('#54717c', 16)),
	].join('');
}

/** Colours of thin films, and where round the disc they shine, degrees. */
const FILMS = [
	['#e9b3a1', -70],
	['#f0d58c', -38],
	['#b7d7a8', -8],
	['#8fc5d4', 22],
	['#a9a3d8', 52],
	['#d9a7c4', 82],
	['#f0d58c', 118],
	['#8fc5d4', 150],
	['#b7a6d8', 178],
] as const;

/** A finished wafer 晶圆: a mirror of thin films, cut by the grid of its dies. */
function wafer(canvas: Canvas, x: number, y: number, r: number): string {
	const disc = canvas.clip(circle(0, 0, r, '#000'));
	const wedges = FILMS.map(([colour, angle]) => {
		const a = (angle * Math.PI) / 180;
		const [from, to] = [a - 0.34, a + 0.34];
		return polygon(
			[
				[0, 0],
				[Math.cos(from) * r * 1.3, Math.sin(from) * r * 1.3],
				[Math.cos(to) * r * 1.3, Math.sin(to) * r * 1.3],
			],
			{ fill: colour, opacity: 0.7 },
		);
	});
	const { grid, blocks } = dies(r);
	return group(
		{ transform: `translate(${x} ${y}) rotate(-14) scale(.93 1)` },
		circle(10, 16, r, { fill: '#26343a', opacity: 0.28 }),
		circle(0, 0, r, canvas.linear(['0 #f3f0e6', '0.5 #aab8bd', '1 #68787f'], [0, 0, 1, 1])),
		group({ 'clip-path': disc }, group({ filter: canvas.blur(16), opacity: 0.85 }, ...wedges)),
		path(blocks, { fill: '#33454d', opacity: 0.28 }),
		path(grid, stroke('#f4f3ea', 2.2, { opacity: 0.75 })),
		group(
			{ 'clip-path': disc },
			polygon(pts(-r, -r * 0.2, -r * 0.2, -r, r * 0.1, -r, -r, r * 0.3), { fill: '#ffffff', opacity: 0.35 }),
			polygon(pts(r * 0.2, r, r, 0, r, r * 0.2, r * 0.36, r), { fill: '#ffffff', opacity: 0.25 }),
		),
		circle(0, 0, r - 3, stroke('#f7f6ee', 5)),
		circle(0, 0, r, stroke('#5f7078', 2.5)),
		path(`M-9 ${r + 2}L0 ${r - 13}L9 ${r + 2}z`, '#9fb0b3'),
	);
}

/** The scribe lines between the dies, and the blocks on each. */
function dies(r: number): { grid: string; blocks: string } {
	const grid: string[] = [];
	for (let d = -r; d <= r; d += 37.5) {
		const half = Math.sqrt(Math.max(0, r * r - d * d));
		grid.push(
			`M${Math.round(d)} ${Math.round(-half)}V${Math.round(half)}M${Math.round(-half)} ${Math.round(d)}H${Math.round(half)}`,
		);
	}
	const blocks: string[] = [];
	for (let gx = -7; gx <= 7; gx++)
		for (let gy = -7; gy <= 7; gy++) {
			const [cx, cy] = [gx * 37.5 + 18.75, gy * 37.5 + 18.75];
			if (Math.hypot(cx, cy) > r - 30) continue;
			blocks.push(
				rectData(cx - 14, cy - 14, 12, 17),
				rectData(cx + 2, cy - 14, 12, 7),
				rectData(cx + 2, cy - 3, 12, 17),
				rectData(cx - 14, cy + 7, 12, 7),
			);
		}
	return { grid: grid.join(''), blocks: blocks.join('') };
}

/** Sleeves and gloved hands, thumbs before the wafer's rim. */
function gloves(): string {
	const glove = '#dfe8ea';
	const edge = '#8fa6ad';
	const thumb = (points: readonly Point[]): string =>
		path(
			nibData(points, 62, (t) => 0.85 - t * 0.25 + (t > 0.9 ? -0.2 : 0), 8),
			edge,
		) +
		path(
			nibData(points, 54, (t) => 0.85 - t * 0.25 + (t > 0.9 ? -0.2 : 0), 8),
			glove,
		);
	return [
		path('M560 1010C590 900 640 800 702 712L796 772C770 860 750 930 744 1010z', '#eef1ed'),
		path('M744 1010C750 930 770 860 796 772L768 754C730 830 706 920 700 1010z', { fill: '#8ea3a8', opacity: 0.5 }),
		path(
			'M688 722C700 676 720 640 760 622C806 604 836 640 832 690C828 740 806 786 780 800C746 800 708 770 688 722z',
			edge,
		),
		path(
			'M694 722C706 680 726 646 762 629C802 614 828 644 824 690C820 736 800 780 778 792C748 792 712 764 694 722z',
			glove,
		),
		thumb(pts(782, 690, 830, 660, 880, 648)),
		path('M690 730L790 796', stroke('#a9bcc2', 12)),
		path('M760 1010C930 980 1080 930 1196 862L1344 872C1330 940 1240 990 1150 1010z', '#eef1ed'),
		path('M1344 872C1330 940 1240 990 1150 1010H1010C1150 980 1280 930 1318 870z', { fill: '#8ea3a8', opacity: 0.5 }),
		path('M1196 872C1176 820 1182 776 1216 752C1262 728 1328 744 1344 800C1350 830 1344 856 1336 876z', edge),
		path('M1203 868C1184 822 1190 782 1220 760C1262 738 1320 752 1336 802C1342 830 1337 852 1330 868z', glove),
		thumb(pts(1232, 800, 1200, 752, 1186, 700)),
		path('M1198 872H1338', stroke('#a9bcc2', 12)),
	].join('');
}
