/**
 * Foreign HTML as plain data: what the cleaner walks. The browser's parser and parse5 both give it, so that a paste, an
 * import and a test read the same tree.
 */
export interface HtmlElement {
	/** Lower case, with its prefix where it has one: `p`, `o:p`. */
	tag: string;
	attributes: Readonly<Record<string, string>>;
	children: HtmlNode[];
}

/** An element or a text. */
export type HtmlNode = HtmlElement | string;

/** How a parser's nodes are read. A node that is neither element nor text has neither tag nor text. */
export interface NodeView<Node> {
	tag(node: Node): string | undefined;
	text(node: Node): string | undefined;
	attributes(node: Node): Record<string, string>;
	children(node: Node): Iterable<Node>;
}

/** Nothing that a person writes is nested as deep; deeper elements are opened into the one at this depth. */
const maxDepth = 200;

/** The tree under `root`, in document order, never deeper than the cleaner's recursion may go. */
export function treeOf<Node>(root: Node, view: NodeView<Node>): HtmlElement {
	const top: HtmlElement = { tag: 'body', attributes: {}, children: [] };
	const waiting = [...view.children(root)].reverse().map((node) => ({ node, parent: top, depth: 1 }));
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { node, parent, depth } = next;
		const text = view.text(node);
		if (text !== undefined) parent.children.push(text);
		const tag = view.tag(node);
		if (tag === undefined) continue;
		const element: HtmlElement = { tag, attributes: view.attributes(node), children: [] };
		const isTooDeep = depth > maxDepth;
		if (!isTooDeep) parent.children.push(element);
		const inner = isTooDeep ? parent : element;
		waiting.push(
			...[...view.children(node)].reverse().map((child) => ({ node: child, parent: inner, depth: depth + 1 })),
		);
	}
	return top;
}

/** Every element under `root`, itself included, in document order. */
export function* elementsOf(root: HtmlElement): Generator<HtmlElement> {
	yield root;
	for (const child of root.children) if (typeof child !== 'string') yield* elementsOf(child);
}

/** The text under a node as it stands in the source. */
export function sourceText(node: HtmlNode): string {
	return typeof node === 'string' ? node : node.children.map(sourceText).join('');
}
