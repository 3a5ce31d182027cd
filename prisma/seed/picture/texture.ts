import { type Canvas, group, path, rect, rectData, tag } from './svg';

const TILE = 250;

/** The grain of printing paper over the whole sheet; `strength` 0…1. Drawn once as a tile, for speed. */
export function grain(canvas: Canvas, strength: number): string {
	const noise = canvas.filter(
		{ x: 0, y: 0, width: 1, height: 1 },
		tag('feTurbulence', { type: 'fractalNoise', baseFrequency: 0.72, numOctaves: 2, seed: 3, stitchTiles: 'stitch' }),
		tag('feColorMatrix', { type: 'matrix', values: '0 0 0 0 .5 0 0 0 0 .5 0 0 0 0 .5 1.6 1.6 0 0 -1.1' }),
	);
	const tile = canvas.pattern(TILE, path(rectData(0, 0, TILE, TILE), { fill: '#808080', filter: noise }));
	const blend = { opacity: strength, style: 'mix-blend-mode:overlay' };
	return group(blend, rect(0, 0, canvas.width, canvas.height, tile));
}

/** Corners a little darker than the middle, as a lens leaves them. */
export function vignette(canvas: Canvas, colour: string, opacity: number): string {
	const shade = canvas.radial([`0.55 ${colour} 0`, `1 ${colour} ${opacity}`], [0.5, 0.48, 0.78]);
	return rect(0, 0, canvas.width, canvas.height, shade);
}
