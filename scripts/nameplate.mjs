/**
 * Composes the nameplate 报头 of the paper and its icon from the outlines of Noto Serif SC Black (SIL Open Font License 1.1).
 * Run by hand when the composition changes: `node scripts/nameplate.mjs`. What it writes is kept in the repository, so that
 * neither a build nor a reader needs the 14 MB font.
 *
 * A text face set large looks thin in its horizontals, so the outlines are emboldened, more in height than in width,
 * and the four characters are set by their ink, not by their em squares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Blob, Face, Font, Buffer as Run, shape } from 'harfbuzzjs';

const root = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const FONT = 'node_modules/@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf';

/**
 * Ink boxes on a field 1000 units high: `gap` before the character, ink `width`, `top` and `bottom`. `stem` is what its upright
 * strokes gain on each side, in units of the font's em: the crowded characters lose a little, so that the four are of one grey.
 */
const COMPOSITION = [
	{ char: '澄', gap: 0, width: 985, top: 0, bottom: 1000, stem: -7 },
	{ char: '湖', gap: 38, width: 985, top: 4, bottom: 1000, stem: -5 },
	{ char: '日', gap: 68, width: 705, top: 38, bottom: 985, stem: 4 },
	{ char: '报', gap: 62, width: 985, top: 0, bottom: 1000, stem: 0 },
];
/** What the thin horizontals gain on each side. */
const BAR = 7;
/** Units of a side of the icon; fine enough to round the outlines to. */
const ICON = 1024;

const font = new Font(new Face(new Blob(new Uint8Array(readFileSync(root(FONT))).buffer)));

/** The contours of a character: each a list of commands with their points, y upward. */
function outline(char) {
	const run = new Run();
	run.addText(char);
	run.guessSegmentProperties();
	shape(font, run);
	const contours = [];
	for (const [, command, numbers] of font
		.glyphToPath(run.getGlyphInfos()[0].codepoint)
		.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
		const values = numbers.split(/[ ,]/).filter(Boolean).map(Number);
		const points = [];
		for (let i = 0; i < values.length; i += 2) points.push({ x: values[i], y: values[i + 1] });
		if (command === 'M') contours.push([]);
		if (command !== 'Z') contours.at(-1).push({ command, points });
	}
	return contours;
}

/** Moves every point of a contour outward along the mitre of its two edges, as FreeType emboldens an outline. */
function embolden(contour, stem) {
	const points = contour.flatMap((step) => step.points);
	const shifts = points.map((point, index) => {
		const before = direction(points, index, -1);
		const after = direction(points, index, 1);
		// The left normals of a clockwise outer contour (TrueType, y upward) point out of the ink.
		const normals = [
			{ x: before.y, y: -before.x },
			{ x: -after.y, y: after.x },
		];
		const sum = { x: normals[0].x + normals[1].x, y: normals[0].y + normals[1].y };
		const scale = 1 / Math.max(0.5, 1 + normals[0].x * normals[1].x + normals[0].y * normals[1].y);
		return { x: point.x + sum.x * scale * stem, y: point.y + sum.y * scale * BAR };
	});
	let next = 0;
	return contour.map(({ command, points: own }) => ({ command, points: own.map(() => shifts[next++]) }));
}

/** The unit vector from a point to its nearest distinct neighbour in one sense of the contour. */
function direction(points, index, step) {
	const from = points[index];
	for (let n = 1; n < points.length; n++) {
		const to = points[(index + n * step + points.length * n) % points.length];
		const length = Math.hypot(to.x - from.x, to.y - from.y);
		if (length > 0.01) return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
	}
	return { x: 1, y: 0 };
}

/** Path data of one character whose ink fills the box exactly. */
function drawInto(char, stem, box) {
	const contours = outline(char).map((contour) => embolden(contour, stem));
	const ink = contours.flatMap((contour) => contour.flatMap((step) => step.points));
	const [left, right] = [Math.min(...ink.map((p) => p.x)), Math.max(...ink.map((p) => p.x))];
	const [low, high] = [Math.min(...ink.map((p) => p.y)), Math.max(...ink.map((p) => p.y))];
	const place = ({ x, y }) => [
		Math.round(box.x + ((x - left) / (right - left)) * box.width),
		Math.round(box.y + ((high - y) / (high - low)) * box.height),
	];
	return contours.map((contour) => pathData(contour, place)).join('');
}

/** Relative path data: about a third shorter than absolute. */
function pathData(contour, place) {
	let pen = [0, 0];
	let data = '';
	for (const { command, points } of contour) {
		const placed = points.map(place);
		const pairs = command === 'M' ? placed : placed.map(([x, y]) => [x - pen[0], y - pen[1]]);
		data += (command === 'M' ? command : command.toLowerCase()) + pairs.flat().join(' ').replaceAll(' -', '-');
		pen = placed.at(-1);
	}
	return `${data}z`;
}

let x = 0;
const nameplate = COMPOSITION.map(({ char, gap, width, top, bottom, stem }) => {
	const data = drawInto(char, stem, { x: x + gap, y: top, width, height: bottom - top });
	x += gap + width;
	return data;
}).join('');

writeFileSync(
	root('components/reader/nameplate.ts'),
	`// Generated by scripts/nameplate.mjs: do not edit. Outlines from Noto Serif SC Black, SIL Open Font License 1.1,
// emboldened and composed anew.

/** The four characters of 澄湖日报 as one path, to be filled with the ink of the page; nonzero fill rule. */
export const nameplatePath =
	'${nameplate}';

/** The ink of the nameplate exactly, without a margin. */
export const nameplateViewBox = '0 0 ${x} 1000';
`,
);

const icon = drawInto('澄', -7, { x: 96, y: 96, width: ICON - 192, height: ICON - 192 });
const square = `<path fill="#A3231B" d="M0 0h${ICON}v${ICON}H0z"/>`;
writeFileSync(
	root('public/icon.svg'),
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${ICON} ${ICON}">${square}<path fill="#fff" d="${icon}"/></svg>\n`,
);
