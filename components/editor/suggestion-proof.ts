import type { Node } from '@tiptap/pm/model';
import { acceptedBody, baseBody } from '@/lib/article/body';
import { canonical } from '@/lib/article/canonical';
import { toBlock } from './to-body';

/**
 * Whether blocks stand as `before` stood when all is refused, and are what was `wanted`, and sound, when all is taken.
 */
export function isTrueTo(blocks: readonly Node[], { before, wanted }: { before: Node[]; wanted: Node[] }): boolean {
	return isSame(baseBody, blocks, before) && isSame(acceptedBody, blocks, wanted) && isSound(blocks);
}

function isSound(blocks: readonly Node[]): boolean {
	const { schema } = blocks[0]!.type;
	// A struck picture of a gallery may be one too many: such blocks are no document. Throws then.
	for (const block of acceptedBody({ content: blocks.map((node) => toBlock(node.toJSON())) }).content) {
		schema.nodeFromJSON(block).check();
	}
	return true;
}

function isSame(view: typeof baseBody, a: readonly Node[], b: readonly Node[]): boolean {
	const of = (nodes: readonly Node[]) => canonical(view({ content: nodes.map((node) => toBlock(node.toJSON())) }));
	return of(a) === of(b);
}
