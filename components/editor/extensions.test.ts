import { getSchema, type JSONContent } from '@tiptap/core';
import type { ContentMatch, NodeType, Node as ProseMirrorNode, Schema } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, Body, type FactBox } from '@/lib/article/body';
import { bodyExtensions } from './extensions';
import { toBlock, toBody } from './to-body';

const schema = getSchema(bodyExtensions);

const bodyOf = (json: JSONContent): Body => toBody((json.content ?? []).map(toBlock));
const accepts = (json: unknown): boolean => {
	try {
		schema.nodeFromJSON(json).check();
		return true;
	} catch {
		return false;
	}
};

const text = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('湖', '城', '，', 'A', '5', ' ', '“') });
const href = fc.constantFrom('https://example.org/澄湖', 'http://a.b/c?d=e#f', 'mailto:a@b.cn', '/paper/2026-11-22');
const suggestedBy = fc.constantFrom(
	{ id: 'suggestion01', userId: 'lin', at: '2026-11-26T02:03:04.567Z' },
	{ id: 'suggestion02', userId: 'shen', at: '2026-11-26T02:05:04.567Z' },
);
const maybe = fc.option(suggestedBy, { freq: 3, nil: undefined });
const marks = fc
	.record({ bold: fc.boolean(), href: fc.option(href), insertion: maybe, deletion: maybe })
	.map(({ bold, href, insertion, deletion }) => [
		...(bold ? [{ type: 'bold' as const }] : []),
		...(href ? [{ type: 'link' as const, attrs: { href } }] : []),
		...(insertion ? [{ type: 'insertion' as const, attrs: insertion }] : []),
		...(deletion ? [{ type: 'deletion' as const, attrs: deletion }] : []),
	]);
const change = fc
	.record({ insertion: maybe, deletion: maybe })
	.map(({ insertion, deletion }) =>
		insertion || deletion
			? { attrs: { change: { ...(insertion && { insertion }), ...(deletion && { deletion }) } } }
			: {},
	);
const textNode = fc
	.record({ text, marks })
	.map(({ text, marks }) => ({ type: 'text' as const, text, ...(marks.length > 0 && { marks }) }));
// A forced break between texts: neighbours with equal marks would be one text.
const inline = fc
	.array(textNode, { maxLength: 3 })
	.map((texts) => texts.flatMap((node, index) => (index === 0 ? [node] : [{ type: 'hardBreak' as const }, node])));
const withText = <T extends string>(type: T) =>
	fc.tuple(inline, change).map(([content, change]) => ({ type, ...change, ...(content.length > 0 && { content }) }));
const paragraph = withText('paragraph');
const listItem = fc
	.array(paragraph, { minLength: 1, maxLength: 2 })
	.map((content) => ({ type: 'listItem' as const, content }));
const items = fc.array(listItem, { minLength: 1, maxLength: 3 });
const spans = fc
	.record({ colspan: fc.integer({ min: 1, max: 3 }), rowspan: fc.integer({ min: 1, max: 3 }) })
	.map(({ colspan, rowspan }) => ({ ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) }));
const cell = fc
	.record({ header: fc.boolean(), attrs: spans, content: fc.array(paragraph, { minLength: 1, maxLength: 2 }) })
	.map(({ header, attrs, content }) => ({
		type: header ? ('tableHeader' as const) : ('tableCell' as const),
		...(Object.keys(attrs).length > 0 && { attrs }),
		content,
	}));
const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'tableRow' as const, content }));
const words = fc.string({ maxLength: 8 });
const figure = fc
	.record({ media: fc.stringMatching(/^[0-9a-z]{12}$/), caption: words, credit: words, alt: words })
	.map((attrs) => ({ type: 'figure' as const, attrs }));
const bulletList = items.map((content) => ({ type: 'bulletList' as const, content }));
const orderedList = fc.record({ start: fc.integer({ min: 0, max: 40 }), content: items }).map(({ start, content }) => ({
	type: 'orderedList' as const,
	...(start !== 1 && { attrs: { start } }),
	content,
}));
const factTitle = inline.map((content) => ({ type: 'factTitle' as const, ...(content.length > 0 && { content }) }));
const factBlock = fc.oneof(paragraph, bulletList, orderedList);
const block: fc.Arbitrary<Block> = fc.oneof(
	paragraph,
	withText('subhead'),
	withText('question'),
	withText('answer'),
	withText('pullQuote'),
	fc.constant({ type: 'divider' as const }),
	figure,
	fc
		.record({ caption: words, content: fc.array(figure, { minLength: 2, maxLength: 4 }) })
		.map(({ caption, content }) => ({ type: 'gallery' as const, attrs: { caption }, content })),
	fc
		.tuple(factTitle, factBlock, fc.array(factBlock, { maxLength: 2 }))
		.map(([title, first, rest]): FactBox => ({ type: 'factBox', content: [title, first, ...rest] })),
	fc
		.record({
			kind: fc.constantFrom('audio' as const, 'video' as const),
			href: fc.constantFrom('https://example.org/a.mp3', 'https://www.bilibili.com/video/BV1'),
			title: words,
			seconds: fc.nat(5000),
		})
		.map((attrs) => ({ type: 'embed' as const, attrs })),
	bulletList,
	orderedList,
	fc.array(row, { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'table' as const, content })),
);
const body = fc
	.array(block, { minLength: 1, maxLength: 5 })
	// A last block with words: trailing empty paragraphs are left out.
	.map((content) => ({ type: 'doc' as const, content: [...content, { type: 'divider' as const }] }));

describe('the editor’s schema and the body’s', () => {
	it('what the server accepts, the editor holds and gives back unchanged', () => {
		fc.assert(
			fc.property(body, (document) => {
				expect(Body.safeParse(document).error).toBeUndefined();
				const node = schema.nodeFromJSON(document);
				node.check();
				expect(bodyOf(node.toJSON())).toEqual(document);
			}),
		);
	});

	it('what the editor can hold, the server accepts', () => {
		fc.assert(
			fc.property(fc.infiniteStream(fc.nat(1000)), (stream) => {
				const node = anyNode(schema, schema.topNodeType, () => Number(stream.next().value));
				node.check();
				const parsed = Body.safeParse(bodyOf(node.toJSON()));
				expect(parsed.error, node.toString()).toBeUndefined();
			}),
		);
	});

	const paragraphOf = (...content: unknown[]) => ({ type: 'paragraph', content });
	const pictures = (count: number) =>
		Array.from({ length: count }, () => ({ type: 'figure', attrs: { media: 'a', caption: '', credit: '', alt: '' } }));
	const embed = (href: string) => ({ type: 'embed', attrs: { kind: 'audio', href, title: '', seconds: 0 } });
	it.each<[string, unknown]>([
		['a list in a list', { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'bulletList' }] }] }],
		['an empty list', { type: 'orderedList', content: [] }],
		['a table in a list', { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'table' }] }] }],
		['a table without rows', { type: 'table' }],
		['a row without cells', { type: 'table', content: [{ type: 'tableRow' }] }],
		['a figure without picture', { type: 'figure', attrs: { caption: '', credit: '', alt: '' } }],
		['a gallery of thirty-one', { type: 'gallery', attrs: { caption: '' }, content: pictures(31) }],
		['a gallery of text', { type: 'gallery', attrs: { caption: '' }, content: [paragraphOf(), paragraphOf()] }],
		['a fact box without title', { type: 'factBox', content: [paragraphOf()] }],
		['a fact box of a title', { type: 'factBox', content: [{ type: 'factTitle' }] }],
		['a picture in a fact box', { type: 'factBox', content: [{ type: 'factTitle' }, ...pictures(1)] }],
		['a player nobody knows', embed('https://player.example.org/1')],
		['sound without https', embed('http://example.org/a.mp3')],
		['a negative length', { ...embed('https://example.org/a.mp3'), attrs: { ...embed('').attrs, seconds: -1 } }],
		['a heading', { type: 'heading', attrs: { level: 1 } }],
		['an image', { type: 'image', attrs: { src: 'https://example.org/a.png' } }],
		['raw text at the top', { type: 'text', text: '湖' }],
		['italic', paragraphOf({ type: 'text', text: '湖', marks: [{ type: 'italic' }] })],
		[
			'a script as a link',
			paragraphOf({ type: 'text', text: '湖', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }),
		],
		['an empty text', paragraphOf({ type: 'text', text: '' })],
	])('both refuse %s', (_name, block) => {
		const document = { type: 'doc', content: [block] };
		expect(Body.safeParse(document).success).toBe(false);
		expect(accepts(document)).toBe(false);
	});

	it('knows no node and no mark that a body does not', () => {
		expect(Object.keys(schema.marks).sort()).toEqual(['bold', 'deletion', 'insertion', 'link']);
		expect(Object.keys(schema.nodes).sort()).toEqual([
			'answer',
			'bulletList',
			'divider',
			'doc',
			'embed',
			'factBox',
			'factTitle',
			'figure',
			'gallery',
			'hardBreak',
			'listItem',
			'orderedList',
			'paragraph',
			'pullQuote',
			'question',
			'subhead',
			'table',
			'tableCell',
			'tableHeader',
			'tableRow',
			'text',
		]);
	});
});

describe('toBody', () => {
	const empty: Block = { type: 'paragraph' };
	const full: Block = { type: 'paragraph', content: [{ type: 'text', text: '湖' }] };

	it('leaves out empty paragraphs at the end, and only there', () => {
		expect(toBody([empty, full, empty, empty]).content).toEqual([empty, full]);
		expect(toBody([empty, empty]).content).toEqual([empty]);
		expect(toBody([]).content).toEqual([empty]);
	});

	it('makes a picture of a gallery that has but one', () => {
		const picture = { type: 'figure' as const, attrs: { media: 'a', caption: '', credit: '', alt: '' } };
		const gallery = (...content: Block[]) => ({ type: 'gallery', attrs: { caption: '' }, content });
		expect(toBlock(gallery(picture))).toEqual(picture);
		expect(toBlock(gallery())).toEqual(empty);
		expect(toBlock(gallery(picture, picture))).toEqual(gallery(picture, picture));
	});

	it('drops attributes that a body does not have', () => {
		const cell = {
			type: 'tableCell',
			attrs: { colspan: 2, rowspan: 1, colwidth: [120], align: null },
			content: [empty],
		};
		expect(toBlock(cell)).toEqual({ type: 'tableCell', attrs: { colspan: 2 }, content: [empty] });
		expect(toBlock({ type: 'orderedList', attrs: { start: 1, type: 'a' }, content: [] })).toEqual({
			type: 'orderedList',
		});
	});
});

/** A random document of the schema: walks each node's content expression by the numbers given. */
function anyNode(schema: Schema, type: NodeType, next: () => number, depth = 0): ProseMirrorNode {
	if (type.isText) return anyText(schema, next);
	const children: ProseMirrorNode[] = [];
	let match: ContentMatch = type.contentMatch;
	while (!match.validEnd || (children.length < 3 && next() % 3 !== 0)) {
		if (match.edgeCount === 0) break;
		const edge = match.edge(next() % match.edgeCount);
		children.push(anyNode(schema, edge.type, next, depth + 1));
		match = edge.next;
	}
	return type.create(anyAttributes(type, next), children);
}

function anyText(schema: Schema, next: () => number): ProseMirrorNode {
	const { bold, link, insertion, deletion } = schema.marks;
	const by = { id: 'suggestion01', userId: 'lin', at: '2026-11-26T02:03:04.567Z' };
	const all = [bold!.create(), link!.create({ href: '/tag/湖' }), insertion!.create(by), deletion!.create(by)];
	return schema.text('湖城5'.slice(0, 1 + (next() % 3)), all.slice(next() % 5));
}

function anyAttributes(type: NodeType, next: () => number): Record<string, unknown> {
	const by = { id: 'suggestion01', userId: 'lin', at: '2026-11-26T02:03:04.567Z' };
	const change = [null, null, { insertion: by }, { deletion: by }][next() % 4];
	const values: Record<string, unknown> = {
		change,
		media: 'a1',
		start: next() % 5,
		colspan: 1 + (next() % 3),
		type: 'A',
		href: 'https://example.org/a.mp3',
		seconds: next(),
	};
	return Object.fromEntries(Object.entries(values).filter(([name]) => name in (type.spec.attrs ?? {})));
}
