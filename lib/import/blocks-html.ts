import type { Inline } from '@/lib/article/body';
import { assertNever } from '@/lib/errors';
import type { CleanBlock } from './to-blocks';

/** Blocks as the HTML that the editor's schema reads back unchanged; `picture` draws a picture that is not stored yet. */
export function blocksHtml(
	blocks: readonly CleanBlock[],
	picture: (block: Extract<CleanBlock, { type: 'picture' }>) => string,
): string {
	return blocks.map((block) => blockHtml(block, picture)).join('');
}

function blockHtml(block: CleanBlock, picture: Parameters<typeof blocksHtml>[1]): string {
	switch (block.type) {
		case 'picture':
			return picture(block);
		case 'figure': {
			const { media, caption, credit, alt } = block.attrs;
			return figureHtml({ media, caption, credit, alt });
		}
		case 'divider':
			return '<hr>';
		case 'subhead':
			return `<h2>${inlineHtml(block.content)}</h2>`;
		case 'question':
		case 'answer':
			return `<p data-block="${block.type}">${inlineHtml(block.content)}</p>`;
		case 'pullQuote':
			return `<blockquote>${inlineHtml(block.content)}</blockquote>`;
		case 'bulletList':
			return `<ul>${itemsHtml(block.content)}</ul>`;
		case 'orderedList':
			return `<ol${block.attrs?.start === undefined ? '' : ` start="${block.attrs.start}"`}>${itemsHtml(block.content)}</ol>`;
		case 'table':
			return `<table><tbody>${block.content.map((row) => `<tr>${row.content.map(cellHtml).join('')}</tr>`).join('')}</tbody></table>`;
		case 'paragraph':
			return `<p>${inlineHtml(block.content)}</p>`;
		default:
			return assertNever(block);
	}
}

/** A figure as the editor's schema writes and reads it. */
export function figureHtml(words: { media: string; caption: string; credit: string; alt: string }): string {
	const attributes = Object.entries(words).map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`);
	return `<figure${attributes.join('')}></figure>`;
}

type Paragraphs = { content?: Inline[] }[];

function paragraphsHtml(paragraphs: Paragraphs): string {
	return paragraphs.map((paragraph) => `<p>${inlineHtml(paragraph.content)}</p>`).join('');
}

function itemsHtml(items: { content: Paragraphs }[]): string {
	return items.map((item) => `<li>${paragraphsHtml(item.content)}</li>`).join('');
}

interface Cell {
	type: 'tableCell' | 'tableHeader';
	attrs?: { colspan?: number; rowspan?: number };
	content: Paragraphs;
}

function cellHtml({ type, attrs = {}, content }: Cell): string {
	const tag = type === 'tableHeader' ? 'th' : 'td';
	const spans = Object.entries(attrs).map(([name, value]) => ` ${name}="${value}"`);
	return `<${tag}${spans.join('')}>${paragraphsHtml(content)}</${tag}>`;
}

function inlineHtml(content: Inline[] | undefined): string {
	return (content ?? [])
		.map((node) => {
			if (node.type !== 'text') return '<br>';
			return (node.marks ?? []).reduceRight(
				(html, mark) =>
					mark.type === 'link'
						? `<a href="${escapeHtml(mark.attrs.href)}">${html}</a>`
						: mark.type === 'bold'
							? `<strong>${html}</strong>`
							: html,
				escapeHtml(node.text),
			);
		})
		.join('');
}

export function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
