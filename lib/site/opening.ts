import { type Block, type Body, blockTexts } from '@/lib/article/body';

/** Blocks that a reader goes through one after the other. */
const read = new Set<Block['type']>(['paragraph', 'question', 'answer', 'bulletList', 'orderedList']);

/** The texts with which a story begins, each with its block; without heads, captions and boxes. */
export function openingOf({ content }: Body): { text: string; block: Block }[] {
	return content
		.filter(({ type }) => read.has(type))
		.flatMap((block) => blockTexts(block).map((text) => ({ text: text.replaceAll('\n', ' '), block })))
		.filter(({ text }) => text.trim() !== '');
}
