import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Block } from '@/lib/article/body';
import { type Judge, settleBlocks } from '@/lib/article/suggestion';
import { replaceDifference } from './replace-difference';
import { directly } from './suggestion-mode';
import { toBlock } from './to-body';

/** Takes and refuses suggestions as `judge` says: one step to undo. Null where nothing changes. */
export function settleSuggestions(state: EditorState, judge: Judge): Transaction | null {
	const { doc, schema, tr } = state;
	const nodes = new Map<Block, Node>(doc.children.map((node) => [toBlock(node.toJSON()), node]));
	const settled = settleBlocks([...nodes.keys()], judge);
	const blocks = settled.map((block) => nodes.get(block) ?? schema.nodeFromJSON(block));
	replaceDifference(tr, 0, doc.content.size, blocks.length > 0 ? blocks : [schema.nodes.paragraph!.create()]);
	return tr.docChanged ? closeHistory(directly(tr)) : null;
}
