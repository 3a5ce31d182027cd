import { z } from 'zod';

/**
 * The document schema of an article's body: Tiptap JSON with the trade's nodes. This file is the
 * only one that knows it. The editor's extensions mirror it (a test holds them together), the
 * server validates every document against it, the reader and the makeup engine map over it.
 */

/** Limits of one document; each has a test at, below and above it. */
export const bodyLimits = { blocks: 600, textLength: 60_000, tableCells: 600, bytes: 1_000_000 };

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
const Mark = z.discriminatedUnion('type', [Bold, Link]);

const Text = z.strictObject({
	type: z.literal('text'),
	text: z.string().min(1).max(bodyLimits.textLength),
	marks: z.array(Mark).max(2).optional(),
});
const HardBreak = z.strictObject({ type: z.literal('hardBreak') });
const Inline = z.discriminatedUnion('type', [Text, HardBreak]);
const inline = z.array(Inline).max(5000).optional();

const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: inline });
const Subhead = z.strictObject({ type: z.literal('subhead'), content: inline });
const Question = z.strictObject({ type: z.literal('question'), content: inline });
const Answer = z.strictObject({ type: z.literal('answer'), content: inline });
const PullQuote = z.strictObject({ type: z.literal('pullQuote'), content: inline });
const Divider = z.strictObject({ type: z.literal('divider') });
const Figure = z.strictObject({
	type: z.literal('figure'),
	attrs: z.strictObject({
		/** Id of the MediaAsset. */
		media: z.string().min(1).max(40),
		caption: z.string().max(400),
		/** The person after whom 摄 or 制图 is printed, with that word: 程野 摄. */
		credit: z.string().max(80),
		alt: z.string().max(400),
	}),
});
const ListItem = z.strictObject({ type: z.literal('listItem'), content: z.array(Paragraph).min(1).max(20) });
const BulletList = z.strictObject({ type: z.literal('bulletList'), content: z.array(ListItem).min(1).max(200) });
const OrderedList = z.strictObject({
	type: z.literal('orderedList'),
	attrs: z.strictObject({ start: z.number().int().min(0).max(9999) }).optional(),
	content: z.array(ListItem).min(1).max(200),
});
const span = z.number().int().min(1).max(20);
const cellAttrs = z.strictObject({ colspan: span.optional(), rowspan: span.optional() }).optional();
const Cell = z.strictObject({
	type: z.enum(['tableCell', 'tableHeader']),
	attrs: cellAttrs,
	content: z.array(Paragraph).min(1).max(10),
});
const Row = z.strictObject({ type: z.literal('tableRow'), content: z.array(Cell).min(1).max(20) });
const Table = z.strictObject({ type: z.literal('table'), content: z.array(Row).min(1).max(100) });

export const Block = z.discriminatedUnion('type', [
	Paragraph,
	Subhead,
	Question,
	Answer,
	PullQuote,
	Figure,
	BulletList,
	OrderedList,
	Table,
	Divider,
]);

/** A whole body. Parse unknown input with it; what it returns is safe to store and to render. */
export const Body = z
	.strictObject({ type: z.literal('doc'), content: z.array(Block).min(1).max(bodyLimits.blocks) })
	.refine((body) => plainText(body).length <= bodyLimits.textLength, {
		message: `正文最长 ${bodyLimits.textLength} 字，请拆成几篇`,
	});

export type Body = z.infer<typeof Body>;
export type Block = z.infer<typeof Block>;
export type Inline = z.infer<typeof Inline>;
export type Mark = z.infer<typeof Mark>;
export type Figure = z.infer<typeof Figure>;
export type Table = z.infer<typeof Table>;

/** A body with one empty paragraph: what a new article starts with. */
export const emptyBody: Body = { type: 'doc', content: [{ type: 'paragraph' }] };

/** The text of inline content; a forced break is a line feed. */
export function inlineText(content: Inline[] | undefined): string {
	return (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

/** The texts of one block in reading order, one string a paragraph; a figure gives its caption and credit. */
export function blockTexts(block: Block): string[] {
	switch (block.type) {
		case 'figure':
			return [block.attrs.caption, block.attrs.credit].filter(Boolean);
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
	return body.content.flatMap(blockTexts).join('\n');
}

/** Ids of the pictures that the body uses, in order, without repeats. */
export function mediaOf(body: Body): string[] {
	return [...new Set(body.content.flatMap((block) => (block.type === 'figure' ? [block.attrs.media] : [])))];
}
