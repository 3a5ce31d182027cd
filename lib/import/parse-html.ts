import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type HtmlElement, type NodeView, treeOf } from './html-tree';

type Node = DefaultTreeAdapterTypes.Node;

const parsed: NodeView<Node> = {
	tag: (node) => ('tagName' in node ? node.tagName.toLowerCase() : undefined),
	text: (node) => (node.nodeName === '#text' && 'value' in node ? node.value : undefined),
	attributes: (node) =>
		'attrs' in node ? Object.fromEntries(node.attrs.map(({ name, value }) => [name.toLowerCase(), value])) : {},
	children: (node) => ('childNodes' in node ? node.childNodes : []),
};

/** HTML as data, by the rules of the standard; nothing in it loads or runs. For the server and for tests. */
export function parseHtml(html: string): HtmlElement {
	return treeOf<Node>(parse(html), parsed);
}
