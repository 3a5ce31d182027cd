import { type Block, type Body, type Figure, type Inline, inlineText, type Table } from '@/lib/article/body';

/** How what stands outside of the text is addressed in full. */
export interface BodyAddresses {
	/** The public address, without a slash at its end. */
	origin: string;
	/** The full address of a picture; undefined where readers may not have it. */
	pictureOf: (id: string) => string | undefined;
}

/**
 * A body as plain HTML for other programs: elements and addresses in full, no classes, no styles, nothing that runs.
 * Everything that is text is escaped; links are those that the body's schema allows.
 */
export function bodyHtml(body: Pick<Body, 'content'>, addresses: BodyAddresses): string {
	return body.content.map((block) => blockHtml(block, addresses)).join('\n');
}

function blockHtml(block: Block, addresses: BodyAddresses): string {
	const { origin } = addresses;
	switch (block.type) {
		case 'paragraph':
		case 'answer':
			return element('p', inlineHtml(block.content, origin));
		case 'question':
			return element('p', element('strong', inlineHtml(block.content, origin)));
		case 'subhead':
			return element('h2', inlineHtml(block.content, origin));
		case 'pullQuote':
			return element('blockquote', element('p', inlineHtml(block.content, origin)));
		case 'divider':
			return '<hr>';
		case 'figure':
			return figureHtml(block, addresses);
		case 'gallery':
			return [...block.content.map((figure) => figureHtml(figure, addresses)), paragraphOf(block.attrs.caption)].join(
				'',
			);
		case 'embed':
			return element('p', linkHtml(block.attrs.href, escapeHtml(block.attrs.title || block.attrs.href)));
		case 'bulletList':
		case 'orderedList': {
			const items = block.content.map((item) =>
				element('li', item.content.map((p) => inlineHtml(p.content, origin)).join('<br>')),
			);
			return element(block.type === 'bulletList' ? 'ul' : 'ol', items.join(''));
		}
		case 'factBox': {
			const [title, ...facts] = block.content;
			const inner = facts.map((fact) => blockHtml(fact, addresses)).join('');
			return element('aside', element('h3', inlineHtml(title.content, origin)) + inner);
		}
		case 'table':
			return tableHtml(block, origin);
	}
}

function figureHtml({ attrs }: Figure, { pictureOf }: BodyAddresses): string {
	const address = pictureOf(attrs.media);
	if (!address) return '';
	const words = [attrs.caption, attrs.credit].filter(Boolean).join('　');
	const caption = words && element('figcaption', escapeHtml(words));
	return element('figure', `<img src="${escapeHtml(address)}" alt="${escapeHtml(attrs.alt)}">${caption}`);
}

function tableHtml({ content }: Table, origin: string): string {
	const rows = content.map((row) => {
		const cells = row.content.map((cell) => {
			const { colspan = 1, rowspan = 1 } = cell.attrs ?? {};
			const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;
			const name = cell.type === 'tableHeader' ? 'th' : 'td';
			return `<${name}${spans}>${cell.content.map((p) => inlineHtml(p.content, origin)).join('<br>')}</${name}>`;
		});
		return element('tr', cells.join(''));
	});
	return element('table', rows.join(''));
}

function inlineHtml(content: Inline[] | undefined, origin: string): string {
	return (content ?? []).map((node) => nodeHtml(node, origin)).join('');
}

function nodeHtml(node: Inline, origin: string): string {
	if (node.type === 'hardBreak') return '<br>';
	let html = escapeHtml(inlineText([node]));
	for (const mark of node.marks ?? []) {
		if (mark.type === 'bold') html = element('strong', html);
		if (mark.type === 'link') html = linkHtml(mark.attrs.href.replace(/^\/(?!\/)/, `${origin}/`), html);
	}
	return html;
}

const element = (name: string, inner: string) => `<${name}>${inner}</${name}>`;
const linkHtml = (href: string, inner: string) => `<a href="${escapeHtml(href)}">${inner}</a>`;
const paragraphOf = (text: string) => (text ? element('p', escapeHtml(text)) : '');

export function escapeHtml(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
