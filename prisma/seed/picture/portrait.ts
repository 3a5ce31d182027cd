import { type Costume, costumeOf, covers, type Panel } from './dress';
import { type Block, createBlock, hatch, traceBlock } from './engraving';
import { features, type Inks, type Pin } from './feature';
import { hairSolid, strand } from './hair';
import { headSolid, trunkSolid } from './head';
import { bothEnds, even, nibData } from './nib';
import { CLOTH, createLook, HAIR, LIGHT, NOTHING, onFront, type Sight, SKIN } from './relief';
import type { Sitter } from './sitter';
import { blend, type Place, rod, type Solid, type Turn, turning } from './solid';
import { type Canvas, circle, group, type Point, path, pts, rect } from './svg';

const INKS: Inks = { ink: '#1B1B1A', paper: '#F7F3E9', scale: 278 };
/** The sheet of every portrait; a smaller one is the same drawing, scaled. */
const WIDTH = 900;
const HEIGHT = 1200;
const MIDDLE: Point = [450, 548];
/** Pixels between two looks, and between two points of the block. */
const LOOK = 5;
const CELL = 2;
const PITCH = 9.5;
/** Width of the outline around a figure, in the sitter's measure. */
const OUTLINE = 0.014;

/** Pixels beyond the sheet that are engraved too, so that no line ends at its edge. */
const BLEED = 10;

/** What is engraved at one place: a tone and where in the hatch it lies. */
interface Line {
	/** What the place belongs to; lines are carried evenly only inside one thing. */
	of: number;
	tone: number;
	phase: number;
}

/** Engraves a sitter over the whole canvas, which is 3 wide to 4 high. */
export function paintPortrait(canvas: Canvas, sitter: Sitter): void {
	const stance: Turn = { yaw: sitter.stance, pitch: 0, roll: 0 };
	const [head, trunk] = [headSolid(sitter), trunkSolid(sitter)];
	const look = createLook([
		{ material: SKIN, solid: head, turn: sitter.turn, from: -2.2, to: 1.4, shaded: true },
		{ material: HAIR, solid: hairSolid(sitter), turn: sitter.turn, from: -2.5, to: 1.9, shaded: false },
		{ material: CLOTH, solid: trunk, turn: stance, from: -4, to: -1.1, shaded: true },
	]);
	const engraver = createEngraver(sitter, stance, (x, y) =>
		look((x - MIDDLE[0]) / INKS.scale, (MIDDLE[1] - y) / INKS.scale),
	);
	const { figure, ink } = engrave(engraver);
	const facePin = pinOn(head, sitter.turn);
	const trunkPin = pinOn((x, y, z) => blend(trunk(x, y, z), neck(x, y, z), 0.1), stance);
	const half = { transform: `translate(${-BLEED} ${-BLEED}) scale(.5)` };
	canvas.add(
		rect(0, 0, canvas.width, canvas.height, sitter.tint),
		group(
			{ transform: `scale(${canvas.width / WIDTH})` },
			path(traceBlock(figure, 0.5), { fill: INKS.paper, ...half }),
			path(traceBlock(ink, 0.4), { fill: INKS.ink, ...half }),
			costume(costumeOf(sitter.dress), trunkPin),
			features(canvas, sitter, facePin, INKS),
			glasses(sitter),
		),
	);
}

const neck: Solid = rod([0, -0.7, -0.22], [0, -2, -0.28], 0.45, 0.5);

function pinOn(solid: Solid, turn: Turn): Pin {
	const { toViewer } = turning(turn);
	return (x, y) => sheetPoint(toViewer(onFront(solid, x, y) ?? { x, y, z: 0 }));
}

const sheetPoint = ({ x, y }: { x: number; y: number }): Point => [
	MIDDLE[0] + x * INKS.scale,
	MIDDLE[1] - y * INKS.scale,
];

type Engraver = (x: number, y: number) => Line;

function createEngraver(sitter: Sitter, stance: Turn, look: (x: number, y: number) => Sight): Engraver {
	const costumeWorn = costumeOf(sitter.dress);
	const { toSitter } = turning(stance);
	return (x, y) => {
		const sight = look(x, y);
		const { material } = sight;
		if (material === NOTHING) return { of: NOTHING, tone: sight.miss, phase: 0 };
		if (material === HAIR) return hairLine(sitter, sight);
		const place = toSitter({ x: (x - MIDDLE[0]) / INKS.scale, y: (MIDDLE[1] - y) / INKS.scale, z: sight.depth });
		const worn = costumeWorn.panels.findLastIndex(
			(panel) => (material === CLOTH || panel.overNeck) && covers(panel, place.x, place.y),
		);
		if (material === SKIN && worn < 0) return skinLine(sitter, sight, x, y);
		return clothLine(costumeWorn.panels[worn] ?? costumeWorn.cloth, CLOTH + 1 + worn, sight, x, y);
	};
}

const within = (low: number, high: number, value: number): number => {
	const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
	return t * t * (3 - 2 * t);
};

const litOf = ({ normal }: Sight): number => normal.x * LIGHT.x + normal.y * LIGHT.y + normal.z * LIGHT.z;

/** Ink that gathers where a surface turns away: the outline from inside. */
const turningAway = ({ normal }: Sight): number => within(0.34, 0.04, normal.z);

function skinLine({ beard, tan = 0 }: Sitter, sight: Sight, x: number, y: number): Line {
	const lit = litOf(sight);
	const { at } = sight;
	let tone = 0.66 * within(0.74, -0.2, lit) + 0.4 * sight.shut + 0.16 * sight.shaded * within(-0.3, 0.3, lit);
	if (at.y < -1.1) tone += 0.2;
	if (beard === 'stubble') tone += 0.26 * stubbleAt(at);
	// Under the nose a shadow as deep as the true one would print as a moustache.
	if (at.y < -0.33 && at.y > -0.6 && Math.abs(at.x) < 0.3) tone *= 0.6;
	tone = Math.min(0.86, tone - 0.06 + tan) + turningAway(sight);
	return { of: SKIN, tone, phase: (y * 0.92 + x * 0.3 - sight.depth * INKS.scale * 0.5) / PITCH };
}

/** Where a beard a few days old grows: round the mouth, over the chin and up the jaw. */
function stubbleAt({ x, y, z }: Place): number {
	const mouth = within(0.16, 0.24, Math.hypot(x * 0.75, (y + 0.625) * 1.9));
	const lip = within(-0.36, -0.46, y) * within(0.3, 0.4, z + Math.abs(x) * 0.2);
	const jaw = within(-0.3, -0.55, y - Math.max(0, Math.abs(x) - 0.35) * 0.8);
	return (
		mouth *
		Math.max(lip * within(0.36, 0.26, Math.abs(x)), jaw * within(0.3, 0.5, Math.abs(x) - 0.6 * (y + 0.6))) *
		within(-1.12, -0.9, y)
	);
}

function hairLine(sitter: Sitter, sight: Sight): Line {
	const { dark } = sitter.hair;
	const along = strand(sitter, sight.at.x, sight.at.y, sight.at.z);
	const band = sight.normal.y * 0.7 + sight.normal.z * 0.62 - sight.normal.x * 0.25;
	const shine = within(0.86 + 0.04 * Math.sin(along * 23), 0.99, band);
	const light = within(0.1, 0.95, litOf(sight));
	const streak = within(0.55, 0.95, Math.sin(along * 7.3) * 0.6 + Math.sin(along * 17.9 + 1) * 0.5);
	const tone =
		dark * (1.06 - 0.22 * light - 0.5 * shine - 0.2 * streak) + (1 - dark) * 0.5 * (1 - light) + 0.25 * sight.shut;
	return { of: HAIR, tone: tone + turningAway(sight), phase: along * 26 };
}

function clothLine(cloth: Costume['cloth'], of: number, sight: Sight, x: number, y: number): Line {
	const light = within(-0.1, 0.95, litOf(sight));
	const shade = (1 - light) * 0.5 + 0.3 * sight.shut + 0.2 * sight.shaded - 0.14;
	const [dx, dy] = [Math.cos(cloth.angle), Math.sin(cloth.angle)];
	const pitch = PITCH * (cloth.pitch ?? 1) * 1.05;
	const phase = (x * dx + y * dy - sight.depth * INKS.scale * 0.2) / pitch;
	const rows = cloth.knit ? 0.22 * Math.sin(((y * dx - x * dy) / pitch) * 4) : 0;
	return { of, tone: Math.min(0.94, cloth.tone + shade + rows) + turningAway(sight), phase };
}

/** Looks over the whole sheet and cuts two blocks: the figure's outline, and its ink. */
function engrave(engraver: Engraver): { figure: Block; ink: Block } {
	const [width, height] = [WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED];
	const figure = createBlock(width, height, LOOK);
	const ink = createBlock(width, height, CELL);
	const sample: Engraver = (x, y) => engraver(x - BLEED, y - BLEED);
	const lines: Line[] = [];
	for (let y = 0; y <= height; y += LOOK) for (let x = 0; x <= width; x += LOOK) lines.push(sample(x, y));
	lines.forEach((line, at) => {
		figure.ink[at] = line.of === NOTHING ? 0.5 - line.tone / OUTLINE : 1;
	});
	for (let row = 0; row < ink.rows; row++) {
		for (let column = 0; column < ink.columns; column++) {
			const [x, y] = [column * CELL, row * CELL];
			const line = between(lines, figure.columns, x / LOOK, y / LOOK) ?? sample(x, y);
			ink.ink[row * ink.columns + column] =
				line.of === NOTHING ? Math.max(-1, 1 - line.tone / OUTLINE) : hatch(line.phase, line.tone);
		}
	}
	return { figure, ink };
}

/** The line between four looks, if all four saw the same thing. */
function between(lines: readonly Line[], columns: number, x: number, y: number): Line | undefined {
	const [left, top] = [Math.min(columns - 2, Math.floor(x)), Math.min(lines.length / columns - 2, Math.floor(y))];
	const a = lines[top * columns + left];
	const b = lines[top * columns + left + 1];
	const c = lines[(top + 1) * columns + left];
	const d = lines[(top + 1) * columns + left + 1];
	if (!a || !b || !c || !d || a.of !== b.of || a.of !== c.of || a.of !== d.of) return undefined;
	const [fx, fy] = [x - left, y - top];
	const [wa, wb, wc, wd] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
	const tone = a.tone * wa + b.tone * wb + c.tone * wc + d.tone * wd;
	const phase = a.phase * wa + b.phase * wb + c.phase * wc + d.phase * wd;
	// Strands that lie closer than the looks cannot be told apart: they close up to black.
	const crowded =
		a.of === HAIR &&
		tone > 0.6 &&
		Math.max(a.phase, b.phase, c.phase, d.phase) - Math.min(a.phase, b.phase, c.phase, d.phase) > 1.5;
	return { of: a.of, tone: crowded ? 1 : tone, phase };
}

/** A cut edge; on dark cloth a white line between two black ones, so that it stands against white linen too. */
function outline(points: readonly Point[], edge: 'ink' | 'paper'): string {
	const black = path(nibData(points, edge === 'ink' ? 4 : 10, even, 2), INKS.ink);
	return edge === 'ink' ? black : black + path(nibData(points, 3, even, 2), INKS.paper);
}

function costume({ panels, seams, buttons }: Costume, pin: Pin): string {
	const on = (points: readonly Point[]): Point[] => points.map(([x, y]) => pin(x, y));
	const edge = ({ points, edge }: Panel): string =>
		edge === 'none' ? '' : outline([...on(points), ...on(points.slice(0, 1))], edge);
	return [
		...panels.map(edge),
		...seams.map(({ points, width, colour }) => path(nibData(on(points), width * INKS.scale, bothEnds), INKS[colour])),
		...buttons.map(({ at: [x, y], radius, colour }) => circle(...pin(x, y), radius * INKS.scale, INKS[colour])),
	].join('');
}

/** Spectacles stand before the face on a bent plane of their own. */
function glasses({ glasses: kind, turn, face }: Sitter): string {
	if (!kind) return '';
	const { toViewer } = turning(turn);
	const on = (points: readonly Point[]): Point[] =>
		points.map(([x, y]) => sheetPoint(toViewer({ x, y, z: 0.92 - 0.42 * x * x })));
	const [across, down] = { round: [0.235, 0.215], square: [0.255, 0.185], half: [0.25, 0.16] }[kind] as [
		number,
		number,
	];
	const power = kind === 'round' ? 1 : 0.55;
	const rims = [-1, 1].map((side) => {
		const ring = Array.from({ length: 29 }, (_, i): Point => {
			const a = (i / 28) * Math.PI * 2;
			const [c, s] = [Math.cos(a), Math.sin(a)];
			return [
				side * 0.34 * face.width + Math.sign(c) * Math.abs(c) ** power * across,
				0.015 + Math.sign(s) * Math.abs(s) ** power * down,
			];
		});
		return path(nibData(on(ring), kind === 'half' ? 5 : 8, even, 2), INKS.ink);
	});
	const bridge = path(nibData(on(pts(-0.11, 0.06, 0, 0.1, 0.11, 0.06)), 7, even), INKS.ink);
	const arms = [-1, 1].map((side) => {
		const hinge = sheetPoint(toViewer({ x: side * 0.57 * face.width, y: 0.07, z: 0.76 }));
		const ear = sheetPoint(toViewer({ x: side * 0.8 * face.width, y: 0.06, z: 0.1 }));
		return (ear[0] - hinge[0]) * side > 8 ? path(nibData([hinge, ear], 6, even), INKS.ink) : '';
	});
	return [...rims, bridge, ...arms].join('');
}
