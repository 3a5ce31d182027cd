import { type HtmlElement, type NodeView, treeOf } from '@/lib/import/html-tree';

const view: NodeView<Node> = {
	tag: (node) => (node instanceof Element ? node.localName : undefined),
	text: (node) => (node instanceof Text ? node.data : undefined),
	attributes: (node) =>
		node instanceof Element
			? Object.fromEntries(
					[...node.attributes].map(({ name, value }) => [name === 'data-style' ? 'style' : name, value]),
				)
			: {},
	children: (node) => node.childNodes,
};

/**
 * HTML as data, by the browser's own parser, in a document in which nothing loads or runs. Style attributes become data
 * first: the content policy blocks them there too, and says so for each.
 */
export function treeOfHtml(html: string): HtmlElement {
	return treeOf<Node>(parseInert(html), view);
}

function parseInert(html: string): Document {
	const plain = html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, '$1data-style$2'));
	return new DOMParser().parseFromString(plain, 'text/html');
}

/** Whether there is more than pictures in it. */
export function hasWords(html: string): boolean {
	return parseInert(html).body.textContent?.trim() !== '';
}

/**
 * Whether HTML was copied from an editor of ours: its nodes are the schema's and come back as they are, half ones and
 * cells too. Another program of the same make gives styles or classes.
 */
export function isOurHtml(html: string): boolean {
	if (!/\sdata-pm-slice=/.test(html)) return false;
	return !parseInert(html).body.querySelector('[class], [data-style], img, font, span, div');
}
