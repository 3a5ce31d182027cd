import type { Node } from '@tiptap/pm/model';
import { acceptedBody, baseBody } from '@/lib/article/body';
import { canonical } from '@/lib/article/canonical';
import { toBlock } from './to-body';

/** Whether blocks stand as `before` stood when all is refused, and are what was `wanted` when all is taken. */
export function isTrueTo(blocks: readonly Node[], { before, wanted }: { before: Node[]; wanted: Node[] }): boolean {
	return isSame(baseBody, blocks, before) && isSame(acceptedBody, blocks, wanted);
}

function isSame(view: typeof baseBody, a: readonly Node[], b: readonly Node[]): boolean {
	const of = (nodes: readonly Node[]) => canonical(view({ content: nodes.map((node) => toBlock(node.toJSON())) }));
	return of(a) === of(b);
}
