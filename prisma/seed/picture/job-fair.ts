import { receding } from './building';
import { crowd, kindsOf } from './crowd';
import { type Figure, footShadow, passer, place, standing } from './people';
import type { Random } from './random';
import { glow } from './scenery';
import { type Canvas, group, type Point, path, polyData, polygon, pts, rect, rectData, strokes } from './svg';

/** 招聘会: rows of booths under a hall's lights, the crowd between them. */
export function jobFair(canvas: Canvas): void {
	const { random } = canvas;
	const kinds = kindsOf(canvas, ['back', 'side', 'back']);
	const lamps = Array.from({ length: 5 }, (_, row) =>
		Array.from({ length: 7 }, (_, i) => {
			const k = 0.35 + row * 0.24;
			return rectData(750 + (i - 3) * 250 * k - 44 * k, 300 - 235 * k, 88 * k, 15 * k);
		}),
	).flat();
	canvas.add(
		rect(0, 0, 1500, 420, canvas.linear(['0 #6f7f84', '1 #c3cac4'])),
		receding(
			[
				[560, 300],
				[940, 300],
			],
			[
				[-500, -60],
				[2000, -60],
			],
			10,
			8,
			'#8d9a9c',
			3,
		),
		path(lamps.join(''), '#fdf8e6'),
		glow(canvas, 750, 250, 700, '#fff8e2', 0.55),
		rect(0, 330, 1500, 150, canvas.linear(['0 #cfd2c8', '1 #b9bcb2'])),
		rect(0, 470, 1500, 530, canvas.linear(['0 #c9c5b6', '1 #8c8878'])),
		receding(
			[
				[500, 470],
				[1000, 470],
			],
			[
				[-900, 1000],
				[2400, 1000],
			],
			12,
			9,
			'#a9a494',
			2.4,
		),
		...[90, 330, 570, 810, 1050, 1290].map((x, i) => booth(random, x, 508, 0.62, i)),
		crowd(canvas, kinds, 26, 560, 150),
		rect(0, 330, 1500, 280, { fill: '#e4e2d4', opacity: 0.22 }),
		...[-60, 330, 800, 1190].map((x, i) => booth(random, x, 690, 1.05, i + 2)),
		crowd(canvas, kinds, 19, 745, 262),
		crowd(canvas, kinds, 12, 920, 400),
		interview(random),
	);
}

function booth(random: Random, x: number, base: number, scale: number, kind: number): string {
	const head = ['#a3231b', '#2f5f73', '#3f6d55', '#8a6a2e'][kind % 4] ?? '#555';
	const lines = Array.from({ length: 6 }, (_, i): Point[] =>
		pts(26, -196 + i * 15, 26 + random.between(60, 130), -196 + i * 15),
	);
	const staff =
		place(200, -18, 165, passer(random, 'front', standing)) +
		place(110, -18, 160, passer(random, 'front', { ...standing, rightArm: [30, 60] }));
	return group(
		{ transform: `translate(${x} ${base}) scale(${scale})` },
		rect(0, -260, 300, 240, '#eceadd'),
		rect(0, -286, 300, 40, head),
		path(rectData(24, -274, 150, 9) + rectData(24, -259, 96, 6), { fill: '#fff', opacity: 0.85 }),
		strokes(lines, '#9a9a90', 4),
		rect(190, -216, 84, 70, '#c5cfca'),
		path(polyData(pts(196, -152, 220, -190, 236, -168, 250, -182, 268, -152), true), '#7f989a'),
		staff,
		polygon(pts(-6, -82, 306, -82, 300, 0, 0, 0), '#d5cfbd'),
		polygon(pts(-10, -92, 310, -92, 306, -80, -6, -80), '#b8b09a'),
		polygon(pts(200, -82, 306, -82, 300, 0, 206, 0), { fill: '#3c4a50', opacity: 0.12 }),
		path(rectData(30, -98, 34, 8) + rectData(80, -97, 26, 6) + rectData(236, -99, 40, 9), '#f6f3e6'),
		rect(0, -60, 302, 10, { fill: head, opacity: 0.8 }),
	);
}

/** Two in the foreground: one asks, one shows a sheet. */
function interview(random: Random): string {
	const asks: Figure = {
		...passer(random, 'side', { ...standing, leftArm: [36, 56], rightArm: [42, 66] }),
		top: '#a3231b',
		cut: 'tail',
		hem: 46,
		extra: ({ rightHand: [x, y] }) =>
			polygon(pts(x - 2, y - 13, x + 11, y - 10, x + 8, y + 5, x - 5, y + 2), '#f8f5e8') +
			strokes(
				[0, 3, 6, 9].map((dy): Point[] => pts(x, y - 9 + dy, x + 7, y - 7.4 + dy)),
				'#a9a698',
				0.8,
			),
	};
	const answers: Figure = {
		...passer(random, 'side', { ...standing, rightArm: [52, 34] }),
		top: '#2f3f4d',
		cut: 'short',
		hair: '#201d1e',
	};
	return (
		footShadow(560, 1086, 560) +
		place(555, 1085, 555, asks) +
		footShadow(905, 1090, 600) +
		place(890, 1090, 590, answers, true)
	);
}
