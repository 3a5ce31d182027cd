import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Body } from '@/lib/article/body';
import { blocksHtml, escapeHtml } from './blocks-html';
import { cleanHtml } from './clean-html';
import { cleanText } from './clean-text';
import type { HtmlElement } from './html-tree';
import { parseHtml } from './parse-html';
import type { Left } from './piece';
import { type CleanBlock, toBlocks } from './to-blocks';

/** What a fragment of corpus/ must become. */
interface Expected {
	/** Where it was copied, in words. */
	from: string;
	/** Pieces of the source's text that turn into structure, in order: signs of lists, tabs of tables. */
	consumed?: string[];
	/** Pieces of text that the source does not print. */
	added?: string[];
	left?: Left;
	blocks: CleanBlock[];
}

const folder = path.join(import.meta.dirname, 'corpus');
const sources = fs.readdirSync(folder).filter((name) => /\.(?:html|txt)$/.test(name));
const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');

describe('pasted fragments', () => {
	it('are many', () => expect(sources.length).toBeGreaterThanOrEqual(36));

	describe.each(sources)('%s', (name) => {
		const source = read(name);
		const expected: Expected = JSON.parse(read(name.replace(/\.\w+$/, '.json')));
		const { pieces, left } = name.endsWith('.html') ? cleanHtml(parseHtml(source)) : cleanText(source);
		const blocks = toBlocks(pieces);

		it('becomes clean blocks', () => {
			expect(blocks).toEqual(expected.blocks);
			expect(left).toEqual(expected.left ?? {});
		});

		it('keeps every printed character, in order', () => {
			let printed = folded(name.endsWith('.html') ? printedText(parseHtml(source)) : source);
			let got = folded(blocks.map(blockText).join(''));
			for (const piece of expected.consumed ?? []) printed = without(printed, folded(piece));
			for (const piece of expected.added ?? []) got = without(got, folded(piece));
			expect(got).toBe(printed);
		});

		it('is a body, and the same when it is pasted again', () => {
			expect(Body.safeParse({ type: 'doc', content: blocks.map(stored) }).error).toBeUndefined();
			expect(toBlocks(cleanHtml(parseHtml(htmlOf(blocks))).pieces)).toEqual(blocks);
		});
	});
});

/** Takes out the first occurrence, which must be there. */
function without(text: string, piece: string): string {
	expect(text).toContain(piece);
	return text.replace(piece, '');
}

function stored(block: CleanBlock): CleanBlock {
	if (block.type !== 'picture') return block;
	const { caption, credit, alt } = block.attrs;
	return { type: 'figure', attrs: { media: 'new', caption, credit, alt } };
}

function htmlOf(blocks: readonly CleanBlock[]): string {
	return blocksHtml(blocks, ({ attrs: { source, alt, caption, credit } }) => {
		const words = [caption, credit].filter(Boolean).join('　');
		return `<figure><img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}">${words && `<figcaption>${words}</figcaption>`}</figure>`;
	});
}

/** All letters and marks; widths, spaces and what prints nothing do not count. */
function folded(text: string): string {
	return text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu, '');
}

function blockText(block: CleanBlock): string {
	if (block.type === 'picture' || block.type === 'figure') return block.attrs.caption + block.attrs.credit;
	return textIn(block);
}

function textIn(value: unknown): string {
	if (Array.isArray(value)) return value.map(textIn).join('');
	if (typeof value !== 'object' || value === null) return '';
	return 'text' in value ? String(value.text) : textIn('content' in value ? value.content : undefined);
}

/** What a person sees of the fragment, found without the cleaner's code. */
function printedText(element: HtmlElement): string {
	const { tag, attributes, children } = element;
	const { style = '', alt = '', class: names = '' } = attributes;
	if (/^(?:head|script|style|title|svg|del|rp)$/.test(tag) || /display:\s*none|comment-list/.test(style)) return '';
	if (names === 'MsoCommentReference') return '';
	if (tag === 'img') return /emoji/.test(attributes.src ?? '') ? alt : '';
	if (tag === 'figure') return (attributes['data-caption'] ?? '') + (attributes['data-credit'] ?? '');
	return children.map((child) => (typeof child === 'string' ? child : printedText(child))).join('');
}
