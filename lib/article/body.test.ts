import { describe, expect, it } from 'vitest';
import { a, divider, figure, list, p, q, subhead, table } from '@/prisma/seed/story';
import { type Block, Body, bodyLimits, isSafeLink, mediaOf, plainText } from './body';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const accepts = (...content: unknown[]) => Body.safeParse(doc(...content)).success;

describe('Body', () => {
	it('accepts every node of the trade', () => {
		expect(
			accepts(
				p('甲'),
				subhead('乙'),
				q('问'),
				a('答'),
				figure('m', '图说', '程野 摄', '描述'),
				list('一'),
				table(['表头'], ['格']),
				divider(),
			),
		).toBe(true);
	});

	it.each([
		['an unknown node', { type: 'iframe', attrs: { src: 'https://example.org' } }],
		['raw HTML', { type: 'html', content: '<script>' }],
		['an unknown attribute', { type: 'paragraph', attrs: { onclick: 'x' } }],
		['an unknown mark', { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'textStyle' }] }] }],
		['an empty text', { type: 'paragraph', content: [{ type: 'text', text: '' }] }],
		['a block inside a paragraph', { type: 'paragraph', content: [{ type: 'paragraph' }] }],
		['a figure without a picture', { type: 'figure', attrs: { media: '', caption: '', credit: '', alt: '' } }],
	])('refuses %s', (_name, block) => {
		expect(accepts(block)).toBe(false);
	});

	it('refuses an empty document', () => {
		expect(accepts()).toBe(false);
	});

	it.each([
		['blocks', bodyLimits.blocks, (n: number) => Array.from({ length: n }, () => p('字'))],
		['text', bodyLimits.textLength, (n: number) => [p('字'.repeat(n))]],
	])('holds the limit of %s', (_name, limit, make) => {
		expect(accepts(...make(limit - 1))).toBe(true);
		expect(accepts(...make(limit))).toBe(true);
		expect(accepts(...make(limit + 1))).toBe(false);
	});
});

describe('links', () => {
	it.each(['https://example.org/a', 'http://example.org', 'mailto:a@example.org', '/article/abc'])(
		'%s is safe',
		(href) => {
			expect(isSafeLink(href)).toBe(true);
		},
	);

	it.each([
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		' javascript:alert(1)',
		'data:text/html,x',
		'vbscript:x',
		'//evil.example',
		'https://',
		'file:///etc/passwd',
		`https://example.org/${'x'.repeat(2000)}`,
	])('%s is not', (href) => {
		expect(isSafeLink(href)).toBe(false);
	});
});

it('plainText holds every printed character in order', () => {
	const blocks: Block[] = [
		p('第一段\n换行'),
		q('问'),
		figure('m1', '图说', '程野 摄', '不印的描述'),
		table(['表头'], ['格']),
	];
	expect(plainText({ content: blocks })).toBe('第一段\n换行\n问\n图说\n程野 摄\n表头\n格');
	expect(mediaOf({ type: 'doc', content: [...blocks, figure('m1', '', '', '')] })).toEqual(['m1']);
});
