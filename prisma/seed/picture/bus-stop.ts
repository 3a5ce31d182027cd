import { footShadow, passer, person, place, standing, walking } from './people';
import { glow, sky, treeSymbol } from './scenery';
import {
	type Canvas,
	circle,
	ellipse,
	group,
	type Point,
	path,
	polyData,
	polygon,
	pts,
	rect,
	rectData,
	strokes,
} from './svg';

/** 公交站: a battery bus at its stop under plane trees. */
export function busStop(canvas: Canvas): void {
	const { random } = canvas;
	const road = 770;
	const plane = treeSymbol(canvas, 470, { trunk: '#7c7562', dark: '#5b6c46', middle: '#8b8f52', light: '#c3ae5c' });
	const shops = [0, 215, 440, 690, 905, 1140, 1370].map((x, i) =>
		shopfront(canvas, x - 20, 640, 205 + (i % 3) * 24, 300 + ((i * 83) % 150), i),
	);
	canvas.add(
		sky(canvas, 660, ['0 #9fb7bf', '0.6 #d5dccf', '1 #efe6cd']),
		glow(canvas, 250, 140, 520, '#fff3d2', 0.8),
		...shops,
		rect(0, 120, 1500, 530, canvas.linear(['0 #e9e4d0 0', '1 #e9e4d0 0.5'])),
		...[150, 640, 1130].map((x, i) => plane({ transform: `translate(${x} 690) scale(${i === 1 ? '-1 1' : '1.05'})` })),
		rect(0, 640, 1500, 60, '#c9c3b0'),
		rect(0, 690, 1500, 16, '#96917f'),
		rect(0, 704, 1500, 300, canvas.linear(['0 #7d7f7a', '1 #55595a'])),
		ellipse(800, road + 12, 520, 20, { fill: '#16191a', opacity: 0.45 }),
		group({ transform: `translate(300 ${road})` }, bus(canvas)),
		path(
			Array.from({ length: 8 }, (_, i) =>
				polyData(pts(i * 230 - 60, 868, i * 230 + 70, 868, i * 230 + 60, 880, i * 230 - 74, 880), true),
			).join(''),
			'#d9d4c2',
		),
		polygon(pts(-20, 915, 1520, 915, 1520, 1000, -20, 1000), '#b9b2a0'),
		polygon(pts(-20, 905, 1520, 905, 1520, 920, -20, 920), '#8d8878'),
		strokes(
			Array.from({ length: 26 }, (_, i): Point[] => [
				[i * 64 - 40, 920],
				[i * 64 - 90, 1000],
			]),
			'#9c9584',
			2,
		),
		shelter(),
		waiting(canvas),
		path(Array.from({ length: 36 }, () => rectData(random.between(0, 1500), random.between(925, 990), 9, 5)).join(''), {
			fill: '#c29a4a',
			opacity: 0.85,
		}),
	);
}

function shopfront(canvas: Canvas, x: number, base: number, width: number, height: number, kind: number): string {
	const wall = ['#d8cfb9', '#c3bfae', '#cfc3ac', '#b8bcb3'][kind % 4] ?? '#ccc';
	const windows: string[] = [];
	for (let y = base - height + 26; y < base - 120; y += 56)
		for (let wx = x + 18; wx < x + width - 34; wx += 50) windows.push(rectData(wx, y, 28, 36));
	const sign = ['#7d3026', '#38565c', '#6b5a35', '#4c5f4a'][(kind * 3) % 4] ?? '#555';
	return (
		rect(x, base - height, width, height, wall) +
		rect(x + width * 0.72, base - height, width * 0.28, height, { fill: '#47535a', opacity: 0.13 }) +
		rect(x - 5, base - height - 8, width + 10, 12, '#8d8572') +
		path(windows.join(''), '#7f949a') +
		path(windows.map((d) => d.replace('v36', 'v12')).join(''), { fill: '#c8d4d1', opacity: 0.6 }) +
		rect(x + 8, base - 104, width - 16, 26, sign) +
		rect(x + 14, base - 74, width - 28, 76, '#4b565a') +
		rect(x + 20, base - 70, (width - 46) / 2, 72, canvas.linear(['0 #e7cf94', '1 #9b8a62'])) +
		rect(x + width / 2 + 4, base - 70, (width - 46) / 2, 72, '#6d7c7f')
	);
}

/** A city bus seen from its door side, wheels on y = 0, about 1010 long. */
function bus(canvas: Canvas): string {
	const wheel = (x: number): string =>
		path(`M${x - 66} -40a66 66 0 0 1 132 0z`, '#23282a') +
		circle(x, -44, 47, '#26292b') +
		circle(x, -44, 27, '#8f9594') +
		circle(x, -44, 11, '#53595a');
	const panes = [236, 388, 540, 692, 844].map((x) => rectData(x + 3, -262, 140, 104));
	const seated = [268, 345, 452, 590, 648, 738, 902].map((x) =>
		group({ transform: `translate(${x} 32) scale(2.7)` }, person(passer(canvas.random, 'side', standing))),
	);
	const body =
		'M14 -36C4 -120 8 -250 30 -288C36 -298 44 -302 56 -302H984C1000 -302 1006 -294 1006 -280V-52C1006 -42 1000 -36 990 -36z';
	return [
		path('M150 -300L170 -330H820L850 -300z', '#dfe3dc'),
		path(body, canvas.linear(['0 #f4f4ea', '0.55 #eef0e7', '1 #c8cfc9'])),
		path('M10 -120C330 -60 420 -210 700 -210C850 -210 930 -170 1006 -130V-52C1006 -42 1000 -36 990 -36H14z', {
			fill: '#3f8f7c',
			opacity: 0.95,
		}),
		path('M10 -96C330 -40 470 -170 720 -166C860 -164 940 -130 1006 -96V-52C1006 -42 1000 -36 990 -36H14z', {
			fill: '#2f6f63',
			opacity: 0.9,
		}),
		group(
			{ 'clip-path': canvas.clip(path(`M226 -270h768v118h-768z`, '#000')) },
			rect(226, -270, 768, 118, '#34454b'),
			...seated,
			path(panes.join(''), { fill: '#5d7880', opacity: 0.5 }),
		),
		path([236, 388, 540, 692, 844].map((x) => rectData(x - 7, -270, 8, 118)).join(''), '#22302f'),
		path('M22 -152C22 -220 26 -254 40 -272H92V-152z', '#3e5157'),
		path('M22 -160C24 -220 30 -250 42 -266H60L40 -160z', { fill: '#d9e6e3', opacity: 0.5 }),
		rect(104, -276, 112, 240, '#22302f'),
		rect(110, -270, 46, 228, '#587078'),
		rect(162, -270, 46, 228, '#4d646c'),
		polygon(pts(110, -270, 140, -270, 112, -150, 110, -150), { fill: '#dbe7e4', opacity: 0.4 }),
		rect(540, -152, 118, 116, '#22302f'),
		rect(546, -152, 50, 110, '#587078'),
		rect(602, -152, 50, 110, '#4d646c'),
		rect(240, -298, 240, 24, '#1d2426'),
		path(
			Array.from({ length: 40 }, (_, i) =>
				rectData(250 + (i % 20) * 11, -293 + Math.floor(i / 20) * 9, canvas.random.chance(0.7) ? 7 : 3, 5),
			).join(''),
			'#e8a33c',
		),
		wheel(330),
		wheel(790),
		path('M8 -92h22v20h-20z', '#f3e6b4'),
		rect(984, -100, 20, 34, '#a3231b'),
		path('M900 -120c-4 -28 20 -44 46 -42c2 28 -16 46 -42 44c8 -12 16 -20 26 -26c-12 4 -22 12 -30 24z', '#dfeedd'),
		rect(14, -40, 990, 8, '#22302f'),
	].join('');
}

function shelter(): string {
	const posts = [1040, 1440].map((x) => rect(x, 560, 13, 362, '#3d464a'));
	return [
		rect(1048, 600, 396, 250, { fill: '#bcd0cf', opacity: 0.35 }),
		polygon(pts(1060, 600, 1150, 600, 1075, 850, 1060, 850), { fill: '#ffffff', opacity: 0.25 }),
		...posts,
		polygon(pts(1010, 536, 1490, 536, 1478, 566, 1022, 566), '#4a5559'),
		rect(1010, 528, 480, 10, '#6a7679'),
		rect(1310, 640, 104, 150, '#e9e4d2'),
		rect(1318, 648, 88, 16, '#a3231b'),
		strokes(
			[674, 688, 702, 716, 730, 744, 758, 772].map((y): Point[] => [
				[1322, y],
				[1402 - (y % 3) * 9, y],
			]),
			'#6c6f6a',
			3,
		),
		rect(1090, 846, 190, 10, '#8a6b48'),
		rect(1104, 856, 8, 64, '#3d464a'),
		rect(1258, 856, 8, 64, '#3d464a'),
	].join('');
}

function waiting(canvas: Canvas): string {
	const { random } = canvas;
	const child = {
		view: 'back',
		pose: standing,
		top: '#c2852f',
		bottom: '#39485a',
		child: true,
		extra: () => rect(-7, -74, 14, 20, '#a3231b'),
	} as const;
	const queue = [
		[1010, 958, 300, passer(random, 'side', walking)],
		[905, 964, 304, { ...passer(random, 'back', standing), top: '#7d2f26', cut: 'long' as const }],
		[846, 962, 190, child],
		[700, 962, 296, { ...passer(random, 'side', standing), top: '#5b6b73', cut: 'short' as const }],
		[1340, 966, 300, { ...passer(random, 'front', standing), hair: '#9a9793' }],
	] as const;
	return queue
		.map(([x, y, height, who], i) => footShadow(x, y, height) + place(x, y, height, who, i === 0 || i === 3))
		.join('');
}
