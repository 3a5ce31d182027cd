import {
	type Canvas,
	circle,
	ellipse,
	group,
	line,
	type Point,
	path,
	polygon,
	pts,
	rect,
	rectData,
	smoothData,
	stroke,
	strokes,
} from './svg';

const INK = '#1B1B1A';
const GREY = '#5C5B57';
const HAIRLINE = '#D9D6CE';
const PAPER = '#FCFBF8';
const CINNABAR = '#A3231B';
const LAKE = '#6f929c';

/** Figures drawn as single strokes on a field 10 wide and 16 high, so that a chart needs no font. */
const GLYPHS: Record<string, string> = {
	0: 'M5 0C1.5 0 0 3.6 0 8S1.5 16 5 16S10 12.4 10 8S8.5 0 5 0z',
	1: 'M1.5 3.500L5.5 0V16',
	2: 'M.5 4C.8 1.5 2.5 0 5 0C7.7 0 9.5 1.8 9.5 4.200C9.5 8 2 11 .3 16H10',
	3: 'M.6 2.800C1.4 1 3 0 5 0C7.6 0 9.3 1.6 9.3 3.900S7.4 7.6 4 7.600C7.7 7.6 10 9 10 11.700C10 14.4 7.9 16 5 16C2.6 16 .8 15 0 12.8',
	4: 'M7.5 16V0L0 11.500H10',
	5: 'M9 0H1.800L1 7C2 6.2 3.4 5.8 5 5.800C8 5.8 10 7.8 10 10.800C10 14 7.9 16 4.9 16C2.6 16 .9 15 0 13',
	6: 'M8.8 1.800C8 .6 6.8 0 5.4 0C2 0 .2 3.6 .2 8.600C.2 13.4 2 16 5.1 16C7.9 16 9.9 13.9 9.9 10.900C9.9 8 7.9 6.1 5.2 6.100C2.8 6.1 .9 7.6 .3 10',
	7: 'M0 0H10C6.4 5 4.3 10 3.8 16',
	8: 'M5 7.400C2.4 7.4 .9 5.9 .9 3.800S2.5 0 5 0S9.1 1.6 9.1 3.800S7.6 7.4 5 7.400C2 7.4 0 9.1 0 11.600S2 16 5 16S10 14.2 10 11.600S8 7.4 5 7.400z',
	9: 'M9.7 6C9.2 8.4 7.3 9.9 4.8 9.900C2.1 9.9 .1 8 .1 5.100C.1 2.1 2.1 0 4.9 0C8 0 9.8 2.6 9.8 7.400C9.8 12.4 8 16 4.6 16C3.2 16 2 15.4 1.2 14.2',
	'.': 'M1.5 15.400v.2',
	'%': 'M2.5 0a2.3 3.2 0 1 0 .01 0zM12.5 9.600a2.3 3.2 0 1 0 .01 0zM12 .5L3 15.5',
	'+': 'M0 9h10M5 4v10',
	'-': 'M0 9h10',
};
const ADVANCE: Record<string, number> = { '.': 6, '%': 18, 1: 10.5 };

/** A number written with its middle, left or right end at (x, y), its foot on y; `size` is the height of a figure. */
function figures(
	text: string,
	x: number,
	y: number,
	size: number,
	colour: string,
	anchor: 'start' | 'middle' | 'end' = 'middle',
): string {
	const scale = size / 16;
	const widths = [...text].map((char) => ADVANCE[char] ?? 13.5);
	const total = widths.reduce((sum, width) => sum + width, 0) - 3.5;
	const left = x - (anchor === 'start' ? 0 : anchor === 'end' ? total : total / 2) * scale;
	let pen = 0;
	const marks = [...text].map((char, i) => {
		const mark = group({ transform: `translate(${pen} 0)` }, path(GLYPHS[char] ?? '', stroke(colour, 1.9)));
		pen += widths[i] ?? 0;
		return mark;
	});
	return group(
		{ transform: `translate(${left.toFixed(1)} ${(y - size).toFixed(1)}) scale(${scale.toFixed(3)})` },
		...marks,
	);
}

interface Frame {
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** Value at the foot and the top. */
	from: number;
	to: number;
}

const heightOf = ({ top, bottom, from, to }: Frame, value: number): number =>
	bottom - ((value - from) / (to - from)) * (bottom - top);

/** The rules of a chart and the figures at its left. */
function scaleLines(frame: Frame, values: readonly number[], unit = ''): string {
	return values
		.map((value) => {
			const y = heightOf(frame, value);
			const base = value === frame.from;
			return (
				line(pts(frame.left, y, frame.right, y), base ? INK : HAIRLINE, base ? 3 : 2) +
				figures(`${value}${unit}`, frame.left - 22, y + 12, 24, GREY, 'end')
			);
		})
		.join('');
}

function sheet(canvas: Canvas): string {
	return (
		rect(0, 0, canvas.width, canvas.height, PAPER) +
		line(pts(90, 78, 1410, 78), INK, 8) +
		line(pts(90, 92, 1410, 92), INK, 2) +
		line(pts(90, 936, 1410, 936), INK, 2)
	);
}

type Icon = () => string;

const factory: Icon = () =>
	path('M-40 30V-6L-14 -22V-6L12 -22V-6L22 -12V-46H34V30zM-26 8h12v10h-12zM0 8h12v10H0z', stroke(GREY, 4));
const rice: Icon = () =>
	path(
		'M0 34C0 6 6 -14 24 -36M6 -6C-6 -10 -14 -20 -14 -34C0 -30 8 -20 8 -10M3 12C-10 8 -20 -2 -22 -16C-8 -14 2 -4 4 6M10 -14C20 -14 32 -20 36 -32C26 -34 16 -28 12 -20M4 10C16 10 28 2 32 -8C20 -10 10 -2 6 6',
		stroke(GREY, 4),
	);
const shop: Icon = () =>
	path(
		'M-36 -10L-28 -34H28L36 -10zM-36 -10q12 16 24 0q12 16 24 0q12 16 24 0M-28 2V32H28V2M-10 32V12H12V32',
		stroke(GREY, 4),
	);
const craneHook: Icon = () =>
	path('M-20 34V-34M-32 34H-8M-36 -26H40M-20 -40L24 -26M28 -26V-2M28 -2a7 7 0 1 1 -7 8M-20 -8H-8', stroke(GREY, 4));
const ship: Icon = () =>
	path('M-42 8H42L30 30H-28zM-24 8V-10H-2V8M2 8V-24H22V8M-42 40q10 -8 20 0t20 0t20 0t20 0', stroke(GREY, 4));

/** 前三季度主要指标: growth by field, this year beside last. */
export function chartGdp(canvas: Canvas): void {
	const frame: Frame = { left: 220, right: 1400, top: 170, bottom: 770, from: 0, to: 9 };
	const rows: readonly (readonly [Icon, number, number])[] = [
		[factory, 7.2, 8.1],
		[rice, 3.5, 3.9],
		[shop, 5.1, 5.9],
		[craneHook, 4.6, 5.4],
		[ship, 5.7, 7.8],
	];
	const step = (frame.right - frame.left) / rows.length;
	const bars = rows.map(([icon, before, now], i) => {
		const x = frame.left + step * (i + 0.5);
		const [low, high] = [heightOf(frame, before), heightOf(frame, now)];
		const hatch = Array.from({ length: Math.floor((frame.bottom - low) / 9) }, (_, n): Point[] =>
			pts(x - 78, low + 9 * n + 8, x - 10, low + 9 * n + 1),
		);
		return [
			rect(x - 78, low, 68, frame.bottom - low, '#e9e6dc'),
			strokes(hatch, LAKE, 3),
			rect(x - 78, low, 68, frame.bottom - low, stroke(LAKE, 2.5)),
			rect(x + 2, high, 76, frame.bottom - high, CINNABAR),
			figures(before.toFixed(1), x - 44, low - 14, 25, GREY),
			figures(now.toFixed(1), x + 40, high - 16, 34, CINNABAR),
			group({ transform: `translate(${x} 850) scale(1.2)` }, icon()),
		].join('');
	});
	canvas.add(
		sheet(canvas),
		scaleLines(frame, [0, 3, 6, 9], '%'),
		...bars,
		line(pts(frame.left, frame.bottom, frame.right, frame.bottom), INK, 3),
	);
}

/** 新增就业: month by month, this year against last. */
export function chartJobs(canvas: Canvas): void {
	const frame: Frame = { left: 220, right: 1400, top: 180, bottom: 810, from: 0, to: 3000 };
	const now = [980, 1120, 1960, 2140, 1890, 2310, 2680, 2420, 2560, 2730];
	const last = [910, 1010, 1620, 1850, 1700, 1980, 2330, 2190, 2150, 2240];
	const place = (values: readonly number[]): Point[] =>
		values.map((value, i): Point => [frame.left + 60 + i * 118, heightOf(frame, value)]);
	const [line1, line0] = [place(now), place(last)];
	const [first, end] = [line1[0] ?? [0, 0], line1.at(-1) ?? [0, 0]];
	const under = `${smoothData(line1, false)}L${end[0]} ${frame.bottom}H${first[0]}z`;
	const months = line1.map(
		([x], i) =>
			line(pts(x, frame.bottom, x, frame.bottom + 10), INK, 2) + figures(String(i + 1), x, frame.bottom + 52, 25, GREY),
	);
	canvas.add(
		sheet(canvas),
		scaleLines(frame, [0, 1000, 2000, 3000]),
		path(under, canvas.linear([`0 ${CINNABAR} 0.22`, `1 ${CINNABAR} 0.02`])),
		path(smoothData(line0, false), stroke(LAKE, 5, { 'stroke-dasharray': '4 14' })),
		path(smoothData(line1, false), stroke(CINNABAR, 7)),
		...line0.map(([x, y]) => circle(x, y, 6, PAPER) + circle(x, y, 6, stroke(LAKE, 3.5))),
		...line1.map(
			([x, y], i) => circle(x, y, i === 9 ? 13 : 9, PAPER) + circle(x, y, i === 9 ? 13 : 9, stroke(CINNABAR, 5)),
		),
		figures('2730', end[0] - 4, end[1] - 34, 38, CINNABAR),
		figures('980', first[0], first[1] - 26, 26, CINNABAR),
		figures('2680', line1[6]?.[0] ?? 0, (line1[6]?.[1] ?? 0) - 26, 26, CINNABAR),
		...months,
	);
}

/** 区域示意图: the lake, the river, roads, and eight places by their number. */
export function mapDistrict(canvas: Canvas): void {
	const border =
		'M150 250C240 120 420 150 560 110C720 70 880 130 1010 112C1160 92 1330 170 1370 300C1410 430 1340 500 1372 620C1400 740 1300 880 1130 900C980 920 900 870 760 902C600 940 430 920 320 872C180 810 110 700 132 560C148 450 90 350 150 250z';
	const lake =
		'M470 400C486 340 540 322 588 330C610 290 660 286 700 306C742 270 812 292 846 330C900 318 968 350 984 410C1020 440 1000 500 962 516C950 560 890 566 868 602C848 650 790 640 764 664C716 694 660 668 640 640C590 660 530 630 520 582C470 570 436 520 458 476C440 450 450 420 470 400zM660 440C640 456 650 490 684 492C720 494 734 462 708 444C694 434 676 432 660 440z';
	const river = pts(300, 120, 320, 210, 400, 280, 440, 360, 500, 410);
	const outflow = pts(790, 600, 860, 690, 880, 780, 960, 850, 1010, 980);
	const clip = canvas.clip(path(border, '#000'));
	const waves = Array.from(
		{ length: 26 },
		(_, i) => `M${520 + ((i * 97) % 400)} ${380 + Math.floor(i / 4) * 38 + ((i * 13) % 20)}q11 -9 22 0t22 0`,
	).join('');
	const fields = Array.from(
		{ length: 70 },
		(_, i) => `M${200 + ((i * 53) % 260)} ${560 + Math.floor(i / 9) * 36}v-12m7 12v-15m7 15v-12`,
	).join('');
	const roads = [
		pts(60, 470, 240, 440, 400, 250, 640, 200, 900, 220, 1140, 290, 1460, 260),
		pts(1180, 60, 1150, 280, 1120, 480, 1160, 700, 1240, 960),
		pts(120, 800, 380, 760, 560, 770, 760, 790, 1160, 700),
	];
	canvas.add(
		rect(0, 0, 1500, 1000, '#e6e3d8'),
		path(border, { fill: '#c9c5b6', transform: 'translate(10 14)', opacity: 0.6 }),
		path(border, '#f3f0e4'),
		group(
			{ 'clip-path': clip },
			ellipse(1230, 420, 230, 260, { fill: '#e8e2cf' }),
			ellipse(300, 690, 260, 220, { fill: '#dfe3c8' }),
			ellipse(620, 200, 320, 110, { fill: '#e9dfcb' }),
			path(fields, stroke('#a9b183', 3)),
			hillMarks(),
			...roads.map(
				(points) =>
					path(smoothData(points, false), stroke('#b9ab8a', 15)) +
					path(smoothData(points, false), stroke('#fbf8ee', 10)),
			),
			path(smoothData(pts(40, 180, 420, 176, 800, 150, 1180, 190, 1480, 150), false), stroke('#77746b', 5)) +
				path(
					smoothData(pts(40, 180, 420, 176, 800, 150, 1180, 190, 1480, 150), false),
					stroke('#f3f0e4', 2.5, { 'stroke-dasharray': '16 16' }),
				),
			path(smoothData(river, false), stroke('#8fb3bb', 26)),
			path(smoothData(outflow, false), stroke('#8fb3bb', 24)),
			path(lake, stroke('#d3e1df', 26)),
			path(lake, canvas.radial(['0 #7ba5b0', '1 #9dc0c4'])),
			path(lake, stroke('#6d97a2', 4)),
			path(waves, stroke('#dcebea', 3)),
			bridgeMark(),
		),
		path(border, stroke(GREY, 5, { 'stroke-dasharray': '26 9 4 9' })),
		...marks(),
		compass(),
		path('M1130 962h220M1130 950v12M1240 954v8M1350 950v12', stroke(INK, 4)),
	);
}

const hillMarks = (): string =>
	path('M1060 800l44 -62l28 34l34 -56l60 84zM1190 810l36 -48l50 62z', {
		fill: '#cfcbae',
		stroke: '#8d8a68',
		'stroke-width': 3.5,
		'stroke-linejoin': 'round',
	}) + path('M1104 738l6 34M1166 716l8 50', stroke('#8d8a68', 3));

const bridgeMark = (): string =>
	path('M700 296L800 652', stroke(PAPER, 13)) +
	path('M700 296L800 652', stroke(CINNABAR, 6)) +
	path('M724 380l20 -52l14 44M764 522l22 -52l14 42', stroke(CINNABAR, 3.5));

/** Eight places: a numbered disc with what the place is known by. */
function marks(): string[] {
	const spot = (n: number, x: number, y: number, icon: string): string =>
		group(
			{ transform: `translate(${x} ${y})` },
			circle(0, 0, 27, CINNABAR),
			circle(0, 0, 27, stroke(PAPER, 4)),
			figures(String(n), 0, 12, 24, PAPER),
			group({ transform: 'translate(66 2)' }, icon),
		);
	const houses = path('M-22 20V-4L-4 -18L14 -4V20zM14 4L28 -6L40 4V20H14', {
		fill: '#fbf8ee',
		stroke: GREY,
		'stroke-width': 3.5,
		'stroke-linejoin': 'round',
	});
	const tower = path('M-14 22V-20H6V22M6 22V-8H24V22M-20 22H32M-8 -10h8M-8 0h8M-8 10h8', {
		fill: '#fbf8ee',
		stroke: GREY,
		'stroke-width': 3.5,
	});
	const pagodaMark = path(
		'M0 -30V-22M-12 -16L0 -24L12 -16zM-9 -16V-6M9 -16V-6M-16 0L0 -8L16 0zM-12 0V10M12 0V10M-20 16L0 8L20 16zM-14 16V26H14V16',
		stroke(GREY, 3.5),
	);
	return [
		spot(1, 640, 216, tower),
		spot(2, 1150, 400, group({ transform: 'scale(.7)' }, factory())),
		spot(3, 322, 372, pagodaMark),
		spot(4, 270, 640, group({ transform: 'scale(.72)' }, rice())),
		spot(
			5,
			620,
			800,
			path(
				'M-14 24C-12 0 -6 -14 2 -28M2 -28c8 4 10 14 6 22M-4 24C-2 6 8 -6 20 -14M20 -14c6 6 4 14 -2 20',
				stroke(GREY, 3.5),
			),
		),
		spot(6, 1060, 660, houses),
		spot(7, 900, 240, houses),
		spot(8, 1230, 560, tower),
	];
}

function compass(): string {
	return group(
		{ transform: 'translate(190 140)' },
		circle(0, 0, 44, stroke(GREY, 2.5)),
		polygon(pts(0, -66, 13, 6, 0, -4, -13, 6), INK),
		polygon(pts(0, 40, 11, 6, 0, -4, -11, 6), stroke(INK, 2.5)),
		path(rectData(-2, -96, 4, 0.1), INK),
		path('M-11 -74V-98L11 -74V-98', stroke(INK, 4)),
	);
}
