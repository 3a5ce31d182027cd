import { type Body, baseBody } from '@/lib/article/body';
import type { ArticleContent } from '@/lib/article/schema';
import { type HeadField, headFieldNames, type Part, type PartRole } from './check';

/** A node of the body as far as its words go: Tiptap JSON, of any kind. */
export interface DocNode {
	type?: string;
	text?: string;
	attrs?: Record<string, unknown>;
	marks?: readonly { type: string }[];
	content?: readonly DocNode[];
}

/** A text of one block with its role. */
export type BlockText = Pick<Part, 'role' | 'text'>;

const ownRoles: Record<string, PartRole> = {
	subhead: 'subhead',
	factTitle: 'subhead',
	question: 'question',
	answer: 'answer',
	pullQuote: 'pullQuote',
	listItem: 'item',
	tableCell: 'cell',
	tableHeader: 'cell',
};

/** Attributes that are words of the paper, with the role that they have. */
export const wordAttributes = [
	['caption', 'caption'],
	['title', 'caption'],
	['credit', 'credit'],
] as const;

/** The role of the text inside a node of this type, `outer` where the node has none of its own. */
export function roleInside(type: string | undefined, outer: PartRole): PartRole {
	return ownRoles[type ?? ''] ?? outer;
}

/** Whether a run of text counts as written: what somebody only proposes to insert does not yet. */
export function isBaseText(marks: readonly { type: string }[] | undefined): boolean {
	return !marks?.some((mark) => mark.type === 'insertion');
}

/** The texts of a block that are not empty, in reading order. */
export function textsOfBlock(block: DocNode): BlockText[] {
	return textsInside(block, 'paragraph').filter(({ text }) => text !== '');
}

function textsInside(node: DocNode, outer: PartRole): BlockText[] {
	const role = roleInside(node.type, outer);
	const words = wordAttributes.flatMap(([name, role]) => {
		const value = node.attrs?.[name];
		return typeof value === 'string' ? [{ role, text: value }] : [];
	});
	const content = node.content ?? [];
	const isTextblock = content.some(({ type }) => type === 'text' || type === 'hardBreak');
	if (!isTextblock) return [...words, ...content.flatMap((child) => textsInside(child, role))];
	return [...words, { role, text: content.map(textOfInline).join('') }];
}

function textOfInline(node: DocNode): string {
	if (!isBaseText(node.marks)) return '';
	return node.type === 'hardBreak' ? '\n' : (node.text ?? '');
}

type CheckedHead = Pick<ArticleContent, HeadField | 'bylines'>;

/** The texts of head and bylines that are not empty. */
export function partsOfHead(head: CheckedHead): Part[] {
	const fields = Object.keys(headFieldNames) as HeadField[];
	const titles = fields.map(
		(field): Part => ({
			where: { in: 'head', field },
			role: field === 'dateline' ? 'dateline' : 'title',
			text: head[field],
		}),
	);
	const bylines = head.bylines.flatMap((byline, row): Part[] => [
		{ where: { in: 'byline', row, field: 'office' }, role: 'office', text: byline.office },
		{ where: { in: 'byline', row, field: 'name' }, role: 'name', text: byline.name },
	]);
	return [...titles, ...bylines].filter(({ text }) => text !== '');
}

/** A block's texts where the block stands. */
export function partsOfBlock(texts: readonly BlockText[], block: number): Part[] {
	return texts.map((text, index) => ({ ...text, where: { in: 'body', block, text: index } }));
}

/** All texts of a story as it stands without what is only suggested, head first. */
export function partsOf(content: CheckedHead & { body: Body }): Part[] {
	const blocks = baseBody(content.body).content;
	return [...partsOfHead(content), ...blocks.flatMap((block, at) => partsOfBlock(textsOfBlock(block), at))];
}
