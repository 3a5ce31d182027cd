import type { Node } from '@tiptap/pm/model';
import { type Block, type Body, blockTexts } from '@/lib/article/body';
import { countWords } from '@/lib/text';
import { toBlock, toBody } from './to-body';

interface Facts {
	block: Block;
	words: number;
}

// ProseMirror's nodes never change and outlive an edit elsewhere: each is looked at once.
const known = new WeakMap<Node, Facts>();

function factsOf(node: Node): Facts {
	const before = known.get(node);
	if (before) return before;
	const block = toBlock(node.toJSON());
	const facts = { block, words: countWords(blockTexts(block).join('\n')) };
	known.set(node, facts);
	return facts;
}

/** The editor's document as the body that is saved. */
export function bodyOf(doc: Node): Body {
	return toBody(doc.children.map((node) => factsOf(node).block));
}

/** 字数 of the document, counted as the server counts it. */
export function wordsOf(doc: Node): number {
	return doc.children.reduce((sum, node) => sum + factsOf(node).words, 0);
}
