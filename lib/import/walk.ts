import { normaliseCharacters, toScript } from './characters';
import type { HtmlElement, HtmlNode } from './html-tree';
import { elementsOf, sourceText } from './html-tree';
import { readList } from './list';
import { signText } from './marked';
import { pictureOf } from './picture';
import type { Left, Marker, PicturePiece, Piece, TextPiece } from './piece';
import { lineBreak } from './runs';
import { boldOf, isHidden, type Style, type StyleSheet, sizeOf, styleOf } from './style';
import { readTable } from './table';

/** Says whether a link may be kept, and as what. */
export type LinkRule = (href: string) => string | undefined;

/** What one cleaning knows wherever it is in the tree. */
export interface Source {
	sheet: StyleSheet;
	link: LinkRule;
	left: Left;
	/** The printed sign of each note, by the id its reference points to. */
	notes: Map<string, string>;
	/** The pieces that an element's content makes when it stands by itself. */
	read: (element: HtmlElement, context: Context) => Piece[];
}

/** All of an element's content as pieces, with texts as they stand in the source. */
export function walk(
	root: HtmlElement,
	{ sheet, link }: Pick<Source, 'sheet' | 'link'>,
): { pieces: Piece[]; left: Left } {
	const left: Left = {};
	const read = (element: HtmlElement, context: Context): Piece[] => {
		const walker = new Walker(source);
		walker.walkChildren(element, context);
		walker.flush();
		return walker.pieces;
	};
	const source: Source = { sheet, link, left, notes: new Map(), read };
	return { pieces: read(root, topContext), left };
}

/** What an element inherits. */
export interface Context {
	bold: boolean;
	href: string | undefined;
	centred: boolean;
	size: number | undefined;
	role: TextPiece['role'];
	level: number | undefined;
	/** Line feeds print. */
	preserved: boolean;
	list: Omit<Marker, 'text'> | undefined;
}

const topContext: Context = {
	bold: false,
	href: undefined,
	centred: false,
	size: undefined,
	role: 'plain',
	level: undefined,
	preserved: false,
	list: undefined,
};

/** Elements that print nothing, or nothing that is text. */
const silent = new Set([
	'script',
	'style',
	'head',
	'meta',
	'link',
	'title',
	'base',
	'template',
	'noscript',
	'svg',
	'canvas',
	'object',
	'embed',
	'map',
	'area',
	'input',
	'select',
	'textarea',
	'datalist',
	'col',
	'colgroup',
	'xml',
	'rp',
	'wbr',
]);
const inline = new Set([
	'a',
	'abbr',
	'acronym',
	'b',
	'bdi',
	'bdo',
	'big',
	'cite',
	'code',
	'data',
	'dfn',
	'em',
	'font',
	'i',
	'ins',
	'kbd',
	'label',
	'mark',
	'nobr',
	'o:p',
	'q',
	'ruby',
	'rb',
	'rt',
	's',
	'samp',
	'small',
	'span',
	'strike',
	'strong',
	'st1:chsdate',
	'sub',
	'sup',
	'time',
	'tt',
	'u',
	'var',
	'button',
	'output',
	'picture',
	'leaf',
]);
const films = new Set(['video', 'iframe', 'mp-common-videosnap', 'mpvideosnap', 'mp-video']);
const sounds = new Set(['audio', 'mpvoice', 'mp-common-mpaudio', 'qqmusic', 'mp-common-qqmusic']);

/** Opens nested blocks into a flat list of pieces, in the order in which they print. */
class Walker {
	readonly pieces: Piece[] = [];
	private open: { piece: TextPiece; after: Piece[] } | undefined;
	private readonly source: Source;

	constructor(source: Source) {
		this.source = source;
	}

	walkChildren(element: HtmlElement, context: Context): void {
		for (const child of element.children) this.walk(child, context);
	}

	/** Ends the text under way: what comes next begins a block. */
	flush(): void {
		if (!this.open) return;
		const { piece, after } = this.open;
		this.open = undefined;
		if (prints(piece)) this.pieces.push(piece);
		this.pieces.push(...after);
	}

	private walk(node: HtmlNode, context: Context): void {
		if (typeof node === 'string') {
			this.add(context.preserved ? node.replace(/\r\n?|\n/g, lineBreak) : node, context);
			return;
		}
		const style = styleOf(node, this.source.sheet);
		if (silent.has(node.tag) || isHidden(node, style) || this.isLeftOut(node, style)) return;
		const special = Object.hasOwn(this.special, node.tag) ? this.special[node.tag] : undefined;
		const [, raised] = /^(sup|sub)(?:er)?$/i.exec(style['vertical-align'] ?? '') ?? [];
		if (special) special(node, context, style);
		else if (isMarker(style)) this.mark(node, context);
		else if (raised) this.script(node, context, style, raised.toLowerCase() as 'sup' | 'sub');
		else this.enter(node, inherit(context, node, style, this.source), style);
	}

	/** Comments, deleted words and what plays or moves: counted, for the writer is told. */
	private isLeftOut(node: HtmlElement, style: Style): boolean {
		const { left } = this.source;
		const count = (what: keyof Left) => {
			left[what] = (left[what] ?? 0) + 1;
			return true;
		};
		if (films.has(node.tag)) return count('video');
		if (sounds.has(node.tag)) return count('audio');
		if (node.tag === 'del') return sourceText(node).trim() === '' || count('deletion');
		if (/comment-list/i.test(style['mso-element'] ?? '')) return count('comment');
		return (
			/\bMsoCommentReference\b/.test(node.attributes.class ?? '') ||
			/comment/i.test(style['mso-special-character'] ?? '')
		);
	}

	private readonly special: Record<string, (node: HtmlElement, context: Context, style: Style) => void> = {
		br: (_node, context) => this.add(lineBreak, context),
		hr: () => {
			this.flush();
			this.pieces.push({ kind: 'divider' });
		},
		img: (node) => this.picture(node),
		'v:imagedata': (node) => this.picture(node),
		figure: (node, context) => this.figure(node, context),
		ul: (node, context, style) => this.nested(readList(node, context, style, this.source)),
		ol: (node, context, style) => this.nested(readList(node, context, style, this.source)),
		table: (node, context) => this.nested(readTable(node, context, this.source)),
		a: (node, context, style) => this.anchor(node, context, style),
		sup: (node, context, style) => this.script(node, context, style, 'sup'),
		sub: (node, context, style) => this.script(node, context, style, 'sub'),
		rt: (node, context) => this.add(`（${sourceText(node).trim()}）`, context),
	};

	private nested(pieces: readonly Piece[]): void {
		this.flush();
		this.pieces.push(...pieces);
	}

	private enter(node: HtmlElement, context: Context, style: Style): void {
		if (isInline(node.tag, style)) {
			this.walkChildren(node, context);
			return;
		}
		this.flush();
		if (isNoteList(style)) this.pieces.push({ kind: 'divider' });
		this.walkChildren(isNoteList(style) ? withoutRules(node) : node, context);
		this.flush();
	}

	private add(text: string, context: Context): void {
		if (text === '') return;
		if (!this.open) {
			if (/^[ \t\r\n\f]*$/.test(text)) return;
			const { role, level, centred, size, list } = context;
			this.open = {
				piece: { kind: 'text', role, level, centred, size, runs: [], ...(list && { marker: { ...list, text: '' } }) },
				after: [],
			};
		}
		const { piece } = this.open;
		if (piece.size === undefined || !prints(piece)) piece.size = context.size;
		piece.runs.push({ text, bold: context.bold, ...(context.href !== undefined && { href: context.href }) });
	}

	private mark(node: HtmlElement, context: Context): void {
		const text = sourceText(node).replace(/[\s\u00a0]+/g, '');
		this.add(context.list ? '\u200b' : signText(text), context);
		const { marker } = this.open?.piece ?? {};
		if (marker) marker.text = text;
	}

	/** m² and CO₂ keep their figures raised; the sign of a note stays as it prints. */
	private script(node: HtmlElement, context: Context, style: Style, where: 'sup' | 'sub'): void {
		const holdsLink = [...elementsOf(node)].some((element) => element.tag === 'a');
		const text = holdsLink ? undefined : toScript(sourceText(node), where);
		if (text === undefined || text === sourceText(node))
			this.enter(node, inherit(context, node, style, this.source), style);
		else this.add(text, inherit(context, node, style, this.source));
	}

	/** The bare figure of a note is raised, so that it is not read as part of the text. */
	private anchor(node: HtmlElement, context: Context, style: Style): void {
		const inner = inherit(context, node, style, this.source);
		const sign = sourceText(node).trim();
		const isNote = /^#.*(?:note|ftn|edn|cite)/i.test(node.attributes.href ?? '') && /^\d{1,3}$/.test(sign);
		if (isNote) this.add(toScript(sign, 'sup'), inner);
		else this.enter(node, inner, style);
	}

	/** A picture at the beginning of a text comes before it, one further on after it: a text is not cut in two. */
	private picture(node: HtmlElement): void {
		const picture = pictureOf(node);
		if (picture === undefined) return;
		if (typeof picture === 'string') this.add(picture, topContext);
		else if (this.open && prints(this.open.piece)) this.open.after.push(picture);
		else this.pieces.push(picture);
	}

	private figure(node: HtmlElement, context: Context): void {
		this.flush();
		const own = ownFigure(node);
		this.pieces.push(...(own ? [own] : []), ...this.source.read(node, context));
	}
}

function prints({ runs }: TextPiece): boolean {
	return runs.some((run) => normaliseCharacters(run.text).trim() !== '');
}

/** A figure of our own editor: the picture is stored, its words are attributes. */
function ownFigure({ attributes }: HtmlElement): PicturePiece | undefined {
	const media = attributes['data-media'];
	if (!media || !/^[0-9a-z]{1,40}$/.test(media)) return undefined;
	const { 'data-caption': caption = '', 'data-credit': credit = '', 'data-alt': alt = '' } = attributes;
	return { kind: 'picture', source: `media:${media}`, caption, credit, alt };
}

/** By its name, unless its style says otherwise; a box of a width of its own is a column. */
function isInline(tag: string, { display = '', width }: Style): boolean {
	if (inline.has(tag) || /^(?:st1|o|w):/.test(tag)) return !/^(?:block|flex|grid|table|list-item)/i.test(display);
	return /^inline/i.test(display) && width === undefined;
}

function isMarker(style: Style): boolean {
	return /^ignore$/i.test(style['mso-list'] ?? '');
}

function isNoteList(style: Style): boolean {
	return /^(?:footnote|endnote)-list$/i.test(style['mso-element'] ?? '');
}

/** The short rule over the notes is ours already. */
function withoutRules(node: HtmlElement): HtmlElement {
	return { ...node, children: node.children.filter((child) => typeof child === 'string' || child.tag !== 'hr') };
}

function inherit(context: Context, node: HtmlElement, style: Style, source: Source): Context {
	const next = { ...context };
	if (node.tag === 'b' || node.tag === 'strong') next.bold = true;
	next.bold = boldOf(style) ?? next.bold;
	next.size = sizeOf(style) ?? next.size;
	const alignment = style['text-align'] ?? node.attributes.align;
	if (node.tag === 'center') next.centred = true;
	else if (alignment) next.centred = /^(?:-webkit-)?center/i.test(alignment);
	if (node.tag === 'a') next.href = linkOf(node, source) ?? context.href;
	if (node.tag === 'pre' || /^(?:pre|break-spaces)/i.test(style['white-space'] ?? '')) next.preserved = true;
	if (/^(?:normal|nowrap)/i.test(style['white-space'] ?? '')) next.preserved = false;
	return withRole(next, node, style);
}

/** The role that the element gives its texts; inside a heading or a quotation it stays. */
function withRole(context: Context, node: HtmlElement, style: Style): Context {
	const level = headingLevel(node, style);
	if (level !== undefined) return { ...context, role: 'heading', level };
	if (node.tag === 'blockquote') return { ...context, role: isMailQuote(node) ? context.role : 'quote' };
	if (node.tag === 'figcaption' || /caption\b/i.test(node.attributes.class ?? ''))
		return { ...context, role: 'caption' };
	const block = node.attributes['data-block'];
	if (block === 'question' || block === 'answer') return { ...context, role: block };
	const [, list, depth] = /^(l\d+) level(\d+)/i.exec(style['mso-list'] ?? '') ?? [];
	return list ? { ...context, list: { list, level: Number(depth) } } : context;
}

function headingLevel(node: HtmlElement, style: Style): number | undefined {
	const [, digit] = /^h([1-6])$/.exec(node.tag) ?? [];
	const { class: names = '', role, 'aria-level': spoken } = node.attributes;
	const styleName = style['mso-style-name']?.replace(/["'\\]/g, '') ?? '';
	if (/\bMsoTitle\b/i.test(names) || /^(?:title|标题)$/i.test(styleName)) return 0;
	if (/\bMsoSubtitle\b/i.test(names) || /^(?:subtitle|副标题)$/i.test(styleName)) return 0.5;
	const [, named] = /\bMsoHeading(\d)\b/i.exec(names) ?? /^(?:heading|标题)\s*(\d)$/i.exec(styleName) ?? [];
	const [, outline] = /^([1-6])$/.exec(style['mso-outline-level'] ?? '') ?? [];
	const level = digit ?? named ?? outline ?? (role === 'heading' ? (spoken ?? '2') : undefined);
	return level === undefined ? undefined : Number(level);
}

function isMailQuote({ attributes }: HtmlElement): boolean {
	return /^cite$/i.test(attributes.type ?? '') || /\b(?:gmail_quote|yahoo_quoted)\b/.test(attributes.class ?? '');
}

/** A link into the same text is the sign of a note, or a table of contents: its words stay, it goes nowhere. */
function linkOf(node: HtmlElement, source: Source): string | undefined {
	const href = node.attributes.href?.trim() ?? '';
	if (!href.startsWith('#')) return source.link(href);
	if (href.length > 1) source.notes.set(href.slice(1), sourceText(node).trim());
	return undefined;
}
