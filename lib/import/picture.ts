import type { HtmlElement } from './html-tree';
import type { PicturePiece } from './piece';

/** Where lazy pages keep a picture's true address. */
const lazy = ['data-src', 'data-original', 'data-original-src', 'data-actualsrc', 'data-lazy-src', 'data-croporisrc'];
/** Smaller ones count visits or draw a line. */
const minSide = 4;
/** What programs write where nobody wrote anything. */
const isNoWord = /^(?:图片|图像|插图|image|img|picture|photo|screenshot|clip_image)?[\s_\d-]*(?:\.\w{3,4})?$/i;
const ours = /^(?:https?:\/\/[^/]+)?\/api\/media\/([0-9a-z]{1,40})\//;

/**
 * The picture of an image element; the sign that it stands for where it is an emoji; undefined where it prints nothing.
 */
export function pictureOf({ attributes }: HtmlElement): PicturePiece | string | undefined {
	const { alt = '', title = '', class: names = '', src = '' } = attributes;
	if (/^\p{Extended_Pictographic}/u.test(alt) && [...alt].length <= 8) return alt;
	if (/emoji|\bemotion|expression/i.test(`${names} ${src}`) && alt !== '') return alt;
	const source = sourceOf(attributes);
	if (source === '' || isTiny(attributes)) return undefined;
	const [, own] = ours.exec(source) ?? [];
	return {
		kind: 'picture',
		source: own ? `media:${own}` : source,
		alt: isNoWord.test(alt || title) ? '' : alt || title,
		caption: '',
		credit: '',
	};
}

function sourceOf(attributes: Readonly<Record<string, string>>): string {
	const { src = '' } = attributes;
	const kept = lazy.map((name) => attributes[name]?.trim()).find(Boolean);
	const isPlaceholder =
		src === '' || /^data:image\/(?:gif|svg)/i.test(src) || (kept !== undefined && !/^data:/i.test(src));
	return (isPlaceholder && kept ? kept : src).trim().replace(/^\/\//, 'https://');
}

function isTiny({ width = '', height = '' }: Readonly<Record<string, string>>): boolean {
	return [width, height].some((side) => /^\d+(?:px)?$/.test(side) && Number.parseInt(side, 10) < minSide);
}
