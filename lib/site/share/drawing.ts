import { type SetRun, setRun, type TypeFace } from './type';

/** The colours of the reader's paper in the light (components/tokens.css). */
export const ink = {
	paper: '#fcfbf8',
	text: '#1b1b1a',
	grey: '#55544f',
	hairline: '#d9d6ce',
	accent: '#a3231b',
	/** Of a QR code, for whoever reads it. */
	black: '#000',
	white: '#fff',
} as const;
export type Ink = keyof typeof ink;

export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** A picture under way: SVG of outlines alone, so that nothing of a text can be taken for markup. Pixels from the top left corner. */
export class Drawing {
	private readonly parts: string[] = [];

	rect({ x, y, width, height }: Box, color: Ink): void {
		this.parts.push(
			`<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${ink[color]}"/>`,
		);
	}

	/** Path data of a drawing `unit` units high, set `height` pixels high. */
	path(data: string, { x, y }: { x: number; y: number }, scale: number, color: Ink): void {
		this.parts.push(
			`<path transform="translate(${round(x)} ${round(y)}) scale(${scale.toFixed(5)})" fill="${ink[color]}" d="${data}"/>`,
		);
	}

	/** A run with its baseline at `y`. */
	run({ glyphs }: SetRun, { x, y, size }: RunPlace, color: Ink): void {
		const scale = (size / 1000).toFixed(5);
		for (const glyph of glyphs) {
			if (glyph.path === '') continue;
			const left = round(x + glyph.x * size);
			this.parts.push(
				`<path transform="translate(${left} ${round(y)}) scale(${scale} -${scale})" fill="${ink[color]}" d="${glyph.path}"/>`,
			);
		}
	}

	/** A text that begins at `x`, or ends there. Returns its width. */
	text(face: TypeFace, text: string, place: RunPlace & { align?: 'start' | 'end' }, color: Ink): number {
		const run = setRun(face, text);
		const width = widthOf(run, place.size);
		this.run(run, place.align === 'end' ? { ...place, x: place.x - width } : place, color);
		return width;
	}

	toSvg(width: number, height: number): string {
		const ground = `<path fill="${ink.paper}" d="M0 0h${width}v${height}H0z"/>`;
		return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${ground}${this.parts.join('')}</svg>`;
	}
}

interface RunPlace {
	x: number;
	y: number;
	/** Pixels of an em. */
	size: number;
}

/** Pixels that a run takes. */
export const widthOf = (run: SetRun, size: number): number => run.width * size;

const round = (value: number) => Math.round(value * 100) / 100;
