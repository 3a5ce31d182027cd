import { describe, expect, it } from 'vitest';
import { a, divider, factBox, figure, gallery, list, p, q, subhead, table } from '@/prisma/seed/story';
import { type Block, Body, bodyLimits, isSafeLink, mediaOf, plainText } from './body';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const accepts = (...content: unknown[]) => Body.safeParse(doc(...content)).success;

const picture = (media: string) => figure(media, `图${media}`, '程野 摄', '描述');
const embed = (href: string, title = ''): Block => ({
	type: 'embed',
	attrs: { kind: 'audio', href, title, seconds: 0 },
});

describe('Body', () => {
	it('accepts every node of the trade', () => {
		expect(
			accepts(
				p('甲'),
				subhead('乙'),
				q('问'),
				a('答'),
				figure('m', '图说', '程野 摄', '描述'),
				gallery('共同的图说', picture('m1'), picture('m2')),
				factBox('资料', p('一'), list('二')),
				embed('https://www.bilibili.com/video/BV1'),
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
		['a gallery of one', gallery('', picture('m'))],
		['a fact box without facts', { type: 'factBox', content: [{ type: 'factTitle' }] }],
		['a table in a fact box', factBox('资料', p('一'), table(['格']) as never)],
		['a frame of another house', embed('https://player.example.org/1')],
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
		['pictures of a gallery', 30, (n: number) => [gallery('', ...Array.from({ length: n }, () => picture('m')))]],
		['a fact box', 40, (n: number) => [factBox('资料', ...Array.from({ length: n }, () => p('一')))]],
		['a common caption', 400, (n: number) => [gallery('字'.repeat(n), picture('m'), picture('m'))]],
		['a title of sound or film', 100, (n: number) => [embed('https://example.org/a.mp3', '字'.repeat(n))]],
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
		gallery('共同的', picture('m2'), picture('m3')),
		factBox('资料', p('一'), list('二')),
		embed('https://example.org/a.mp3', '听一听'),
		table(['表头'], ['格']),
	];
	expect(plainText({ content: blocks }).split('\n')).toEqual(
		['第一段', '换行', '问', '图说', '程野 摄', '图m2', '程野 摄', '图m3', '程野 摄', '共同的'].concat([
			'资料',
			'一',
			'二',
			'听一听',
			'表头',
			'格',
		]),
	);
	expect(mediaOf({ content: [...blocks, picture('m1'), gallery('', picture('m3'), picture('m4'))] })).toEqual([
		'm1',
		'm2',
		'm3',
		'm4',
	]);
});
