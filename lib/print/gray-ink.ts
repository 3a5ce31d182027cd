import zlib from 'node:zlib';
import type { PdfObject } from './pdf-update';

/** A number three times, as Skia writes the same three. */
const neutral = /(?<![\d.])(\d*\.?\d+) \1 \1 (rg|RG)(?=\s)/g;

/**
 * An object whose black and grey are drawn with the black ink alone, undefined where it draws none: Chromium writes them as
 * mixtures of red, green and blue, of which a conversion to CMYK makes four inks, and small text in four inks is never
 * sharp. What has a colour stays.
 */
export function withGrayInk({ text }: PdfObject): string | undefined {
	const stream = /^(\d+ 0 obj\n)<<([\s\S]*?)>> stream\n/.exec(text);
	if (!stream) return undefined;
	const [head, name = '', dictionary = ''] = stream;
	// Pictures, fonts and their tables are no drawing.
	if (!dictionary.includes('/FlateDecode') || /\/Subtype \/Image|\/Length1|\/CMapName/.test(dictionary))
		return undefined;
	const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
	const drawing = zlib
		.inflateSync(Buffer.from(text.slice(head.length, head.length + length), 'latin1'))
		.toString('latin1');
	const gray = drawing.replace(
		neutral,
		(_all, value: string, operator: string) => `${value} ${operator === 'rg' ? 'g' : 'G'}`,
	);
	if (gray === drawing) return undefined;
	const packed = zlib.deflateSync(Buffer.from(gray, 'latin1')).toString('latin1');
	const entries = dictionary.replace(/\/Length \d+/, `/Length ${packed.length}`);
	return `${name}<<${entries}>> stream\n${packed}\nendstream\n`;
}
