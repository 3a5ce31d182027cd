import { Mark, type Node } from '@tiptap/pm/model';

/**
 * A run of blocks as a line of tokens: a block's beginning, a picture or rule, a character, a forced break. An edit then
 * is what was taken out of the line and what was put in; blocks that part or join are a beginning more or less.
 */
export interface Token {
	/** Of a beginning or a whole block: how deep it stands; null: it stands in the line of text. */
	depth: number | null;
	/** The block that begins here, the picture, the forced break; of a character its text node. */
	node: Node;
	/** The character, which may be a pair of surrogates; else empty. */
	text: string;
	/** Where it stands in its document. */
	from: number;
	to: number;
	marks: readonly Mark[];
}

/** The tokens of blocks that stand at `from` in a document. */
export function tokensOf(blocks: readonly Node[], from: number, depth = 0): Token[] {
	const tokens: Token[] = [];
	let position = from;
	for (const node of blocks) {
		if (node.isText) tokens.push(...charactersOf(node, position));
		else if (node.isInline) tokens.push(tokenOf(node, position, null));
		else {
			tokens.push({ ...tokenOf(node, position, depth), to: position + (node.isLeaf ? node.nodeSize : 1) });
			tokens.push(...tokensOf(node.children, position + 1, depth + 1));
		}
		position += node.nodeSize;
	}
	return tokens;
}

function tokenOf(node: Node, from: number, depth: number | null): Token {
	return { depth, node, text: '', from, to: from + node.nodeSize, marks: node.marks };
}

function charactersOf(node: Node, from: number): Token[] {
	let position = from;
	return [...(node.text ?? '')].map((text) => {
		const token = { depth: null, node, text, from: position, to: position + text.length, marks: node.marks };
		position = token.to;
		return token;
	});
}

/** Whether two tokens print alike and carry the same suggestions. */
export function isSameToken(a: Token, b: Token): boolean {
	if (a.depth !== b.depth || a.text !== b.text) return false;
	return a.depth === null
		? a.node.type === b.node.type && Mark.sameSet(a.marks, b.marks)
		: a.node.hasMarkup(b.node.type, b.node.attrs, b.node.marks);
}

/** Blocks made of tokens, and where in the document each token then stands when they stand at `from`. */
export interface Built {
	blocks: Node[];
	places: { from: number; to: number }[];
}

interface Open {
	node: Node | null;
	content: Node[];
}

/** The blocks that tokens make. Throws where they make none that the schema allows. */
export function buildBlocks(tokens: readonly Token[], from: number): Built {
	const root: Open = { node: null, content: [] };
	const open = [root];
	const places: Built['places'] = [];
	let position = from;
	const close = () => {
		const { node, content } = open.pop()!;
		open.at(-1)!.content.push(node!.type.create(node!.attrs, mergeTexts(content), node!.marks));
		position++;
	};
	for (const { depth, node, text, marks } of tokens) {
		if (depth !== null) {
			while (open.length - 1 > depth) close();
			if (open.length - 1 < depth) throw new RangeError('A block that stands in nothing');
		} else if (!open.at(-1)!.node?.inlineContent) throw new RangeError('Text outside a block of text');
		const start = position;
		if (depth !== null && !node.isLeaf) {
			open.push({ node, content: [] });
			position++;
		} else {
			const one = text ? node.type.schema.text(text, marks) : node.mark(marks);
			open.at(-1)!.content.push(one);
			position += one.nodeSize;
		}
		places.push({ from: start, to: position });
	}
	while (open.length > 1) close();
	for (const block of root.content) block.check();
	return { blocks: root.content, places };
}

/** Neighbouring characters of equal marks as one text. */
function mergeTexts(nodes: readonly Node[]): Node[] {
	const merged: Node[] = [];
	let run: string[] = [];
	nodes.forEach((node, index) => {
		if (!node.isText) {
			merged.push(node);
			return;
		}
		run.push(node.text ?? '');
		const next = nodes[index + 1];
		if (next?.isText && Mark.sameSet(next.marks, node.marks)) return;
		merged.push(node.type.schema.text(run.join(''), node.marks));
		run = [];
	});
	return merged;
}
