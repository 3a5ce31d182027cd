import type { Node, Schema } from '@tiptap/pm/model';
import { acceptedBody } from '@/lib/article/body';
import type { SuggestedBy } from '@/lib/article/suggestion';
import { changeOn, isSuggestionMark, withChange } from './suggestion-sign';
import { toBlock } from './to-body';
import type { Stretch, Tracked } from './track-edit';

/** The blocks that differ: the old ones struck, the new ones put in, as one suggestion. */
export function replaceWhole({ before, after, fromB }: Stretch, sign: SuggestedBy): Tracked {
	const most = Math.min(before.length, after.length);
	let head = 0;
	while (head < most && before[head]!.eq(after[head]!)) head++;
	let tail = 0;
	while (tail < most - head && before.at(-1 - tail)!.eq(after.at(-1 - tail)!)) tail++;
	const of = (blocks: Node[]) => blocks.slice(head, blocks.length - tail);
	const from = after.slice(0, head).reduce((sum, block) => sum + block.nodeSize, fromB);
	const to = of(after).reduce((sum, block) => sum + block.nodeSize, from);
	const struck = of(before).flatMap((block) => strike(block, sign));
	const offset = struck.reduce((sum, block) => sum + block.nodeSize, 0);
	const put = of(after).length > 0 ? putIn(of(after), sign) : [];
	return {
		from,
		to,
		blocks: [...struck, ...put],
		place: (position) => (position < from ? position : position + offset),
	};
}

/** A block as it stands, suggested to go; what one has put in oneself goes at once. */
function strike(block: Node, sign: SuggestedBy): Node[] {
	const isOwn = changeOn(block).insertion?.userId === sign.userId;
	const struck = mapInline(block, (node) => {
		if (node.marks.some((mark) => mark.type.name === 'insertion' && mark.attrs.userId === sign.userId)) return null;
		if (node.marks.some((mark) => mark.type.name === 'deletion')) return node;
		return node.mark(node.type.schema.marks.deletion!.create(sign).addToSet(node.marks));
	});
	if (isOwn && struck.textContent === '') return [];
	const change = changeOn(struck);
	return [withChange(struck, { ...change, deletion: change.deletion ?? sign })];
}

/** Blocks as they would be with all suggestions taken, suggested to come. */
function putIn(blocks: Node[], sign: SuggestedBy): Node[] {
	const { schema } = blocks[0]!.type;
	const settled = acceptedBody({ content: blocks.map((block) => toBlock(block.toJSON())) }).content;
	return settled.map((json) => {
		const block = schema.nodeFromJSON(json);
		const put = mapInline(block, (node) => node.mark(newMarks(node, schema, sign)));
		return withChange(put, { insertion: sign });
	});
}

function newMarks(node: Node, schema: Schema, sign: SuggestedBy) {
	return schema.marks.insertion!.create(sign).addToSet(node.marks.filter((mark) => !isSuggestionMark(mark)));
}

/** A block with each piece of its inline content changed, or left out for null. */
function mapInline(block: Node, change: (node: Node) => Node | null): Node {
	if (block.isLeaf) return block;
	const content = block.children.flatMap((node) => (node.isInline ? (change(node) ?? []) : mapInline(node, change)));
	return block.type.create(block.attrs, content, block.marks);
}
