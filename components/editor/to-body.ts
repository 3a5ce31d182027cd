import type { JSONContent } from '@tiptap/core';
import { type Block, type Body, bodyLimits } from '@/lib/article/body';

type Attributes = Record<string, unknown>;

/** Which attributes are kept, by node or mark; a default is left out. What is not named keeps none. */
const keptAttributes: Record<string, (attrs: Attributes) => Attributes> = {
	figure: ({ media, caption, credit, alt }) => ({ media, caption, credit, alt }),
	gallery: ({ caption }) => ({ caption }),
	embed: ({ kind, href, title, seconds }) => ({ kind, href, title, seconds }),
	orderedList: ({ start }) => (start === 1 ? {} : { start }),
	tableCell: spans,
	tableHeader: spans,
	link: ({ href }) => ({ href }),
	insertion: suggestedBy,
	deletion: suggestedBy,
};

function suggestedBy({ id, userId, at }: Attributes): Attributes {
	return { id, userId, at };
}

function spans({ colspan, rowspan }: Attributes): Attributes {
	return {
		...(colspan !== undefined && colspan !== 1 && { colspan }),
		...(rowspan !== undefined && rowspan !== 1 && { rowspan }),
	};
}

/**
 * One block of the editor's JSON as a body holds it: nulls, defaults and empty lists left out. A gallery that has
 * fallen to one picture is that picture, an emptied one is an empty paragraph.
 */
export function toBlock(node: JSONContent): Block {
	const isGallery = node.type === 'gallery' && (node.content?.length ?? 0) >= bodyLimits.galleryPictures.min;
	if (node.type !== 'gallery' || isGallery) return normalise(node) as Block;
	return normalise(node.content?.[0] ?? { type: 'paragraph' }) as Block;
}

/**
 * The editor's JSON as a body. Empty paragraphs at the end, which only give the cursor room, are left
 * out; a body keeps at least one block. Guaranteed equal for documents that print alike.
 */
export function toBody(blocks: readonly Block[]): Body {
	let end = blocks.length;
	while (end > 1 && isEmptyParagraph(blocks[end - 1])) end--;
	return { type: 'doc', content: end === 0 ? [{ type: 'paragraph' }] : blocks.slice(0, end) };
}

function isEmptyParagraph(block: Block | undefined): boolean {
	return block?.type === 'paragraph' && !block.content?.length && !block.attrs?.change.was;
}

function normalise(node: JSONContent): JSONContent {
	const { type, text, content, marks } = node;
	// A forced break is neither bold nor linked; it may be suggested.
	const kept = type === 'hardBreak' ? marks?.filter((mark) => mark.type.endsWith('tion')) : marks;
	const { change } = node.attrs ?? {};
	const attrs = { ...keptAttributes[type ?? '']?.(node.attrs ?? {}), ...(change && { change }) };
	return {
		type,
		...(Object.keys(attrs).length > 0 && { attrs }),
		...(text !== undefined && { text }),
		...(kept?.length && { marks: kept.map((mark) => normalise(mark) as { type: string }) }),
		...(content?.length && { content: content.map(normalise) }),
	};
}
