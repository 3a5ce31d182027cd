import { type BlockDifference, type NodeDifference, opened } from '@/lib/article/history/difference';
import type { Pen } from './pen';

/** A difference as a block, whether anything in it changed or not. */
export function asBlock(difference: NodeDifference | undefined): BlockDifference {
	const block = difference?.kind === 'same' ? opened(difference.node) : difference;
	return block?.kind === 'block' ? block : { kind: 'block', prose: {}, changed: [], children: [] };
}

/** One of the parts of an article by its type. */
export function partOf(article: BlockDifference, type: string): BlockDifference {
	const blocks = article.children.map(asBlock);
	return blocks.find((block) => (block.after ?? block.before)?.type === type) ?? asBlock(undefined);
}

/** Whether a block wholly came or wholly went. */
export function fateOf(difference: NodeDifference): 'inserted' | 'deleted' | undefined {
	if (difference.kind !== 'block' || (difference.before && difference.after)) return undefined;
	return difference.before ? 'deleted' : 'inserted';
}

/** Whether a block is drawn on this side. One that was carried is drawn where it stands now. */
export function isOnSide(pen: Pen, difference: NodeDifference): boolean {
	if (difference.kind === 'same') return true;
	if (difference.kind === 'left') return pen.side === 'before';
	if (pen.side === 'before' && difference.move !== undefined) return false;
	return pen.side === 'both' || difference[pen.side] !== undefined;
}
