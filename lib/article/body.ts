import { z } from 'zod';
import { embedSourceOf, longestSeconds } from './embed';
import {
	areConsistent,
	changeOf,
	Deletion,
	hasSuggestion,
	Insertion,
	listSuggestionsIn,
	type SuggestedBy,
	settleBlocks,
	textBlockTypes,
} from './suggestion';

/**
 * The document schema of an article's body: Tiptap JSON with the trade's nodes. This file is the
 * only one that knows it. The editor's extensions mirror it (a test holds them together), the
 * server validates every document against it, the reader and the makeup engine map over it.
 */

/** Limits of one document; each has a test at, below and above it. */
export const bodyLimits = {
	blocks: 600,
	textLength: 60_000,
	bytes: 1_000_000,
	galleryPictures: { min: 2, max: 30 },
	factBlocks: 40,
};

/** Link schemes that may reach a reader. Relative links start with a single slash. */
const linkPattern = /^(?:https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s]+|\/(?!\/)[^\s]*)$/i;

/** Whether `href` may stand in a published page. */
export function isSafeLink(href: string): boolean {
	return href.length <= 2000 && linkPattern.test(href);
}

const Bold = z.strictObject({ type: z.literal('bold') });
const Link = z.strictObject({
	type: z.literal('link'),
	attrs: z.strictObject({ href: z.string().refine(isSafeLink, '链接只能以 http、https、mailto 或 / 开头') }),
});
const Mark = z.discriminatedUnion('type', [Bold, Link, Insertion, Deletion]);
/** The order in which the editor holds marks; it opens no document that has them otherwise. */
const markOrder = ['bold', 'link', 'insertion', 'deletion'];

const marksOf = <Kind extends z.ZodType<{ type: string }>>(kind: Kind) =>
	z
		.array(kind)
		.min(1)
		.max(markOrder.length)
		.overwrite((marks) => marks.toSorted((a, b) => markOrder.indexOf(a.type) - markOrder.indexOf(b.type)))
		.refine((marks) => new Set(marks.map(({ type }) => type)).size === marks.length)
		.optional();

const Text = z.strictObject({
	type: z.literal('text'),
	text: z.string().min(1).max(bodyLimits.textLength),
	marks: marksOf(Mark),
});
const HardBreak = z.strictObject({
	type: z.literal('hardBreak'),
	marks: marksOf(z.discriminatedUnion('type', [Insertion, Deletion])),
});
const Inline = z.discriminatedUnion('type', [Text, HardBreak]);
const inline = z.array(Inline).max(5000).optional();

/** Attributes of a block that has none of its own but what is suggested of it. */
const onlyChange = z.strictObject({ change: changeOf({}) }).optional();
const textBlockAttrs = z.strictObject({ change: changeOf({ type: z.enum(textBlockTypes) }) }).optional();

const Paragraph = z.strictObject({ type: z.literal('paragraph'), attrs: textBlockAttrs, content: inline });
const Subhead = z.strictObject({ type: z.literal('subhead'), attrs: textBlockAttrs, content: inline });
const Question = z.strictObject({ type: z.literal('question'), attrs: textBlockAttrs, content: inline });
const Answer = z.strictObject({ type: z.literal('answer'), attrs: textBlockAttrs, content: inline });
const PullQuote = z.strictObject({ type: z.literal('pullQuote'), attrs: textBlockAttrs, content: inline });
const Divider = z.strictObject({ type: z.literal('divider'), attrs: onlyChange });
const FigureAttrs = z.strictObject({
	/** Id of the MediaAsset. */
	media: z.string().min(1).max(40),
	caption: z.string().max(400),
	/** The person after whom 摄 or 制图 is printed, with that word: 程野 摄. */
	credit: z.string().max(80),
	alt: z.string().max(400),
});
const Figure = z.strictObject({
	type: z.literal('figure'),
	attrs: FigureAttrs.extend({ change: changeOf({ attrs: FigureAttrs }).optional() }),
});
const GalleryAttrs = z.strictObject({ caption: z.string().max(400) });
/** 组图: pictures that belong together, each with its words; one caption may be common to all. */
const Gallery = z.strictObject({
	type: z.literal('gallery'),
	attrs: GalleryAttrs.extend({ change: changeOf({ attrs: GalleryAttrs }).optional() }),
	content: z
		.array(Figure)
		.min(bodyLimits.galleryPictures.min, `组图至少 ${bodyLimits.galleryPictures.min} 张`)
		.max(bodyLimits.galleryPictures.max, `组图最多 ${bodyLimits.galleryPictures.max} 张`),
});
const EmbedAttrs = z.strictObject({
	kind: z.enum(['audio', 'video']),
	href: z
		.string()
		.refine((href) => embedSourceOf(href) !== undefined, '音频、视频只收 https 的音视频文件或常用播放网站'),
	title: z.string().max(100),
	/** Its length; 0 where it is not known. */
	seconds: z.number().int().min(0).max(longestSeconds),
});
/** Sound or film from elsewhere: a line that names it and links to it. */
const Embed = z.strictObject({
	type: z.literal('embed'),
	attrs: EmbedAttrs.extend({ change: changeOf({ attrs: EmbedAttrs }).optional() }),
});
const ListItem = z.strictObject({
	type: z.literal('listItem'),
	attrs: onlyChange,
	content: z.array(Paragraph).min(1).max(20),
});
const BulletList = z.strictObject({
	type: z.literal('bulletList'),
	attrs: onlyChange,
	content: z.array(ListItem).min(1).max(200),
});
const OrderedList = z.strictObject({
	type: z.literal('orderedList'),
	attrs: z
		.strictObject({ start: z.number().int().min(0).max(9999).optional(), change: changeOf({}).optional() })
		.optional(),
	content: z.array(ListItem).min(1).max(200),
});
/** 资料框: facts beside the story, under a title of their own. */
const FactTitle = z.strictObject({ type: z.literal('factTitle'), content: inline });
const FactBlock = z.discriminatedUnion('type', [Paragraph, BulletList, OrderedList]);
const FactBox = z.strictObject({
	type: z.literal('factBox'),
	attrs: onlyChange,
	content: z
		.tuple([FactTitle, FactBlock], FactBlock)
		.refine(({ length }) => length - 1 <= bodyLimits.factBlocks, `资料框最多 ${bodyLimits.factBlocks} 段`),
});
const span = z.number().int().min(1).max(20);
const cellAttrs = z.strictObject({ colspan: span.optional(), rowspan: span.optional() }).optional();
const Cell = z.strictObject({
	type: z.enum(['tableCell', 'tableHeader']),
	attrs: cellAttrs,
	content: z.array(Paragraph).min(1).max(10),
});
const Row = z.strictObject({ type: z.literal('tableRow'), content: z.array(Cell).min(1).max(20) });
const Table = z.strictObject({ type: z.literal('table'), attrs: onlyChange, content: z.array(Row).min(1).max(100) });

export const Block = z.discriminatedUnion('type', [
	Paragraph,
	Subhead,
	Question,
	Answer,
	PullQuote,
	Figure,
	Gallery,
	FactBox,
	Embed,
	BulletList,
	OrderedList,
	Table,
	Divider,
]);

const Doc = z.strictObject({ type: z.literal('doc'), content: z.array(Block).min(1).max(bodyLimits.blocks) });

/** A whole body. Parse unknown input with it; what it returns is safe to store and to render. */
export const Body = Doc.refine((body) => plainText(body).length <= bodyLimits.textLength, {
	message: `正文最长 ${bodyLimits.textLength} 字，请拆成几篇`,
}).refine((body) => !body.content.some(hasSuggestion) || isSoundEitherWay(body), {
	message: '修改建议不完整，请撤销最近的改动再试',
});

function isSoundEitherWay(body: { content: readonly Block[] }): boolean {
	const isSound = (one: Body) => Doc.safeParse(one).success;
	return areConsistent(body.content) && isSound(baseBody(body)) && isSound(acceptedBody(body));
}

export type Body = z.infer<typeof Doc>;
export type Block = z.infer<typeof Block>;
export type Inline = z.infer<typeof Inline>;
export type Mark = z.infer<typeof Mark>;
export type Figure = z.infer<typeof Figure>;
export type Gallery = z.infer<typeof Gallery>;
export type FactBox = z.infer<typeof FactBox>;
export type Embed = z.infer<typeof Embed>;
export type Table = z.infer<typeof Table>;

/** A body with one empty paragraph: what a new article starts with. */
export const emptyBody: Body = { type: 'doc', content: [{ type: 'paragraph' }] };

/** What stands now: the body with every suggestion refused. It is what is counted, searched, checked and printed. */
export function baseBody(body: { content: readonly Block[] }): Body {
	return settled(body, 'reject');
}

/** The body with every suggestion taken. */
export function acceptedBody(body: { content: readonly Block[] }): Body {
	return settled(body, 'accept');
}

function settled({ content }: { content: readonly Block[] }, verdict: 'accept' | 'reject'): Body {
	const blocks = settleBlocks(content, () => verdict);
	return { type: 'doc', content: blocks.length > 0 ? blocks : emptyBody.content };
}

/** The suggestions that wait in a body, each once, in reading order. */
export function openSuggestions(body: { content: readonly Block[] }): SuggestedBy[] {
	return [...new Map(listSuggestionsIn(body.content).map((one) => [one.id, one])).values()];
}

/** The text of inline content, what is only suggested left out; a forced break is a line feed. */
export function inlineText(content: Inline[] | undefined): string {
	return (content ?? [])
		.filter((node) => !node.marks?.some((mark) => mark.type === 'insertion'))
		.map((node) => (node.type === 'text' ? node.text : '\n'))
		.join('');
}

/**
 * The texts of one block in reading order, one string a paragraph; a figure gives its caption and credit, a gallery
 * those of its pictures and the common one, an embed its title. What is only suggested is left out.
 */
export function blockTexts(block: Block): string[] {
	return settleBlocks([block], () => 'reject').flatMap(textsOf);
}

function textsOf(block: Block): string[] {
	switch (block.type) {
		case 'figure':
			return [block.attrs.caption, block.attrs.credit].filter(Boolean);
		case 'gallery':
			return [...block.content.flatMap(textsOf), block.attrs.caption].filter(Boolean);
		case 'factBox': {
			const [title, ...facts] = block.content;
			return [inlineText(title.content), ...facts.flatMap(textsOf)];
		}
		case 'embed':
			return [block.attrs.title].filter(Boolean);
		case 'divider':
			return [];
		case 'bulletList':
		case 'orderedList':
			return block.content.flatMap((item) => item.content.map((p) => inlineText(p.content)));
		case 'table':
			return block.content.flatMap((row) =>
				row.content.flatMap((cell) => cell.content.map((p) => inlineText(p.content))),
			);
		default:
			return [inlineText(block.content)];
	}
}

/** The body as plain text, a line feed between paragraphs: what is counted, searched and hashed. */
export function plainText(body: { content: Block[] }): string {
	return baseBody(body).content.flatMap(textsOf).join('\n');
}

/** The pictures of a body in order, those of its galleries among them. */
export function figuresOf(body: { content: readonly Block[] }): Figure[] {
	return body.content.flatMap((block) => {
		if (block.type === 'gallery') return block.content;
		return block.type === 'figure' ? [block] : [];
	});
}

/** Ids of the pictures that the body uses, in order, without repeats. */
export function mediaOf(body: { content: readonly Block[] }): string[] {
	return suggestedMediaOf(baseBody(body));
}

/** The same with those of pictures that are only suggested. */
export function suggestedMediaOf(body: { content: readonly Block[] }): string[] {
	return [...new Set(figuresOf(body).map((figure) => figure.attrs.media))];
}
