import { receding } from './building';
import { crowd, kindsOf } from './crowd';
import { type Figure, footShadow, passer, place, sitting, standing, walking } from './people';
import type { Random } from './random';
import {
	type Canvas,
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
} from './svg';

/** 医院大厅: a tall hall with daylight, a desk, people who come and are helped. */
export function hospitalHall(canvas: Canvas): void {
	const { random } = canvas;
	const columns = [250, 560, 940, 1250];
	const panes = Array.from({ length: 10 }, (_, i) =>
		rect(20 + i * 148, 50, 134, 420, canvas.linear(['0 #dbe9ea', '0.7 #f3f4e8', '1 #c9dccf'])),
	);
	const trees = Array.from({ length: 9 }, (_, i) =>
		ellipse(60 + i * 172, 470, 110, 70, { fill: i % 2 ? '#9db79a' : '#b3c6a6', opacity: 0.75 }),
	);
	const beams = [90, 400, 700, 1010].map((x) =>
		polygon(pts(x, 470, x + 130, 470, x + 430, 1000, x + 190, 1000), { fill: '#fffdf0', opacity: 0.34 }),
	);
	canvas.add(
		rect(0, 0, 1500, 480, '#8fa3a5'),
		...panes,
		group({ 'clip-path': canvas.clip(rect(20, 50, 1466, 420, '#000')) }, ...trees),
		strokes([pts(0, 190, 1500, 190), pts(0, 330, 1500, 330)], '#8fa3a5', 7),
		rect(0, 470, 1500, 530, canvas.linear(['0 #dcdfd6', '1 #a9b2ac'])),
		receding(
			[
				[420, 470],
				[1080, 470],
			],
			[
				[-1100, 1000],
				[2600, 1000],
			],
			14,
			9,
			'#b9c0b8',
			2.4,
		),
		...beams,
		rect(0, 0, 1500, 54, '#e7e9e0'),
		path([130, 380, 630, 880, 1130, 1380].map((x) => rectData(x - 60, 22, 120, 11)).join(''), '#fffdf0'),
		...columns.map(
			(x) =>
				rect(x - 24, 54, 48, 480, canvas.linear(['0 #f4f4ec', '0.6 #dfe2da', '1 #b3bcb8'], [0, 0, 1, 0])) +
				ellipse(x, 534, 34, 7, { fill: '#6d7a78', opacity: 0.35 }),
		),
		gallery(canvas),
		desk(canvas),
		crowd(canvas, kindsOf(canvas, ['side', 'back', 'front']), 9, 610, 175),
		seats(random),
		helpers(canvas),
	);
}

/** The upper floor with its glass rail, and the stair that rises to it. */
function gallery(canvas: Canvas): string {
	return [
		polygon(pts(1130, 540, 1270, 540, 1510, 250, 1510, 180, 1480, 180), '#c5ccc6'),
		polygon(pts(1130, 540, 1148, 540, 1510, 128, 1510, 106), '#5f7a7c'),
		strokes(
			Array.from({ length: 12 }, (_, i): Point[] => pts(1160 + i * 30, 536 - i * 34, 1262 + i * 22, 536 - i * 24)),
			'#9aa6a2',
			3,
		),
		rect(0, 236, 230, 26, '#e3e6dd'),
		rect(0, 176, 230, 60, { fill: '#bcd3d2', opacity: 0.6 }),
		rect(0, 170, 230, 7, '#6b8587'),
		place(70, 240, 120, passer(canvas.random, 'side', standing)),
		place(150, 240, 124, { ...passer(canvas.random, 'front', standing), top: '#f1f3ee' }),
	].join('');
}

function desk(canvas: Canvas): string {
	const nurse = (x: number, flip: boolean): string =>
		place(
			x,
			640,
			215,
			{
				view: 'front',
				pose: { ...standing, rightArm: [24, 50] },
				top: '#eef4f2',
				bottom: '#dfe8e6',
				cut: 'bun',
				extra: ({ head: [hx, hy] }) =>
					polygon(pts(hx - 5, hy - 6, hx + 5, hy - 6, hx + 4, hy - 10, hx - 4, hy - 10), '#fbfdfb'),
			},
			flip,
		);
	return [
		rect(560, 300, 380, 96, '#2f7d77'),
		path('M600 336h20v-20h16v20h20v16h-20v20h-16v-20h-20z', '#f3f6f0'),
		path(rectData(690, 326, 210, 14) + rectData(690, 352, 140, 10), { fill: '#f3f6f0', opacity: 0.85 }),
		rect(584, 396, 5, 110, '#8fa3a5'),
		rect(911, 396, 5, 110, '#8fa3a5'),
		nurse(668, false),
		nurse(806, true),
		path('M470 540C560 516 940 516 1030 540V640C940 662 560 662 470 640z', canvas.linear(['0 #f3f2e8', '1 #cfd2c7'])),
		path(
			'M470 540C560 516 940 516 1030 540C1032 552 1028 556 1026 558C940 534 560 534 474 558C470 556 468 548 470 540z',
			'#7f5c3d',
		),
		path('M474 610C560 632 940 632 1026 610V622C940 644 560 644 474 622z', '#2f7d77'),
		rect(712, 486, 74, 46, '#39474a'),
		rect(717, 490, 64, 36, '#8fb3b8'),
	].join('');
}

function seats(random: Random): string {
	const row = (x: number, y: number, count: number): string =>
		Array.from(
			{ length: count },
			(_, i) =>
				path(`M${x + i * 74} ${y}v-58q0 -8 8 -8h44q8 0 8 8v58z`, i % 2 ? '#4f8f8a' : '#458480') +
				rect(x + i * 74 - 2, y - 4, 66, 12, '#3b6f6c'),
		).join('') +
		rect(x, y + 8, count * 74 - 10, 5, '#5a6668') +
		rect(x + 20, y + 8, 6, 40, '#5a6668') +
		rect(x + count * 74 - 44, y + 8, 6, 40, '#5a6668');
	const sits = (x: number, y: number, who: Figure): string => place(x, y + 92, 205, who);
	return (
		row(60, 748, 4) +
		sits(130, 748, { ...passer(random, 'side', sitting) }) +
		sits(272, 748, { ...passer(random, 'side', sitting), hair: '#a5a29c', cut: 'short' })
	);
}

/** A nurse leads an old man with a stick; a doctor crosses with a folder. */
function helpers(canvas: Canvas): string {
	const old: Figure = {
		view: 'side',
		pose: { leftArm: [12, 30], rightArm: [28, 34], leftLeg: [8, 10], rightLeg: [-8, 6], lean: 14 },
		top: '#5a5f52',
		bottom: '#3b3d3f',
		hair: '#cfccc5',
		extra: ({ rightHand: [x, y] }) =>
			line(
				[
					[x, y - 1],
					[x + 5, 0],
				],
				'#6a4a2c',
				1.5,
			) + path(`M${x - 3} ${y - 2}q3 -3 6 1`, stroke('#6a4a2c', 1.6)),
	};
	const nurse: Figure = {
		view: 'side',
		pose: { leftArm: [30, 30], rightArm: [48, 22], leftLeg: [14, 4], rightLeg: [-12, 8], lean: 5 },
		top: '#e9f1ef',
		bottom: '#dbe6e4',
		cut: 'bun',
		hem: 40,
		flare: 1,
		shoe: '#f3f5f1',
		extra: ({ head: [x, y] }) => polygon(pts(x - 5, y - 5, x + 4, y - 6, x + 3, y - 10.5, x - 4, y - 10), '#fbfdfb'),
	};
	const doctor: Figure = {
		view: 'side',
		pose: { ...walking, rightArm: [24, 70] },
		top: '#f1f3ee',
		bottom: '#39434a',
		hem: 26,
		flare: 1.5,
		extra: ({ rightHand: [x, y] }) =>
			rect(x - 5, y - 10, 10, 13, '#2f5f73') + path('M-2 -76q6 6 8 0', stroke('#4c5558', 1)),
	};
	return [
		footShadow(520, 930, 420),
		place(470, 925, 430, nurse),
		place(590, 930, 405, old),
		footShadow(1110, 900, 420),
		place(1110, 900, 425, doctor, true),
		place(1340, 955, 300, {
			...passer(canvas.random, 'back', standing),
			child: true,
			hair: '#232021',
			cut: 'short',
			top: '#c2852f',
		}),
		place(1404, 958, 425, { ...passer(canvas.random, 'back', standing), cut: 'long', top: '#7b6a58' }),
	].join('');
}
