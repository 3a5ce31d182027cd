import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Body } from '@/lib/article/body';
import { blocksHtml } from './blocks-html';
import { cleanHtml, fileLink } from './clean-html';
import { parseHtml } from './parse-html';
import { type CleanBlock, toBlocks } from './to-blocks';

const clean = (html: string): CleanBlock[] => toBlocks(cleanHtml(parseHtml(html)).pieces);
const again = (blocks: readonly CleanBlock[]) =>
	clean(blocksHtml(blocks, ({ attrs }) => `<figure><img src="${attrs.source}"></figure>`));
const types = (html: string) => clean(html).map((block) => block.type);
const texts = (value: unknown): string =>
	Array.isArray(value)
		? value.map(texts).join('')
		: typeof value === 'object' && value !== null
			? 'text' in value
				? String(value.text)
				: texts('content' in value ? value.content : undefined)
			: '';
const folded = (text: string) => text.normalize('NFKC').replace(/[\s\u200b\u00ad]/g, '');

const tags = [
	...['div', 'section', 'p', 'span', 'b', 'strong', 'i', 'font', 'a', 'sup', 'sub', 'u', 'center', 'pre', 'code'],
	...['ul', 'ol', 'li', 'table', 'tr', 'td', 'th', 'h1', 'h3', 'blockquote', 'figure', 'label', 'dl', 'dd', 'o:p'],
];
const styles = [
	'text-align:center',
	'font-weight:bold',
	'font-weight:400',
	'font-size:20pt',
	'white-space:pre',
	'display:block',
	'display:inline-block',
	'list-style:none',
	'mso-list:l0 level1 lfo1',
	'vertical-align:super',
	'mso-outline-level:2',
];
const word = fc.constantFrom(
	'湖',
	'城里的',
	'，',
	'。',
	'“路”',
	'A4',
	'3.14',
	' ',
	'\n',
	'\u3000\u3000',
	'&nbsp;',
	'一、',
	'问：',
	'答：',
	'&#8203;',
	'长长的一句话在这里结束。',
	'word',
);
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(''));
const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
	node: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		text,
		fc.constantFrom('<br>', '<hr>', '<img src="https://a.b/c.png">'),
		tie('tree'),
	),
	tree: fc
		.record({
			tag: fc.constantFrom(...tags),
			style: fc.option(fc.constantFrom(...styles)),
			inner: fc.array(tie('node'), { maxLength: 4 }),
		})
		.map(({ tag, style, inner }) => `<${tag}${style ? ` style="${style}"` : ''}>${inner.join('')}</${tag}>`),
}));
const anyHtml = fc.array(tree, { minLength: 1, maxLength: 4 }).map((trees) => trees.join(''));

describe('cleanHtml', () => {
	it('keeps every printed character in order, whatever the nesting', () => {
		fc.assert(
			fc.property(anyHtml, (html) => {
				const source = parseHtml(html);
				const all = (node: typeof source): string =>
					node.children.map((child) => (typeof child === 'string' ? child : all(child))).join('');
				expect(folded(texts(clean(html)))).toBe(folded(all(source)));
			}),
			{ numRuns: 150 },
		);
	});

	it('gives a body, and the same when it is cleaned again', () => {
		fc.assert(
			fc.property(anyHtml, (html) => {
				const blocks = clean(html);
				const body = { type: 'doc', content: blocks.filter((block) => block.type !== 'picture') };
				if (body.content.length > 0) expect(Body.safeParse(body).error).toBeUndefined();
				expect(again(blocks)).toEqual(blocks);
			}),
			{ numRuns: 150 },
		);
	});

	it('does not fall over depth, nor over names of JavaScript', () => {
		expect(texts(clean(`${'<div>'.repeat(20_000)}湖${'</div>'.repeat(20_000)}`))).toBe('湖');
		expect(
			texts(clean('<constructor>湖</constructor><p class="constructor __proto__" style="constructor:1">城</p>')),
		).toBe('湖城');
	});

	it.each<[string, string, string[]]>([
		['bold and centred and short', '<p style="text-align:center"><b>一湖清水</b></p>', ['subhead']],
		[
			'bold and larger',
			'<p style="font-size:18pt"><b>一湖清水</b></p><p style="font-size:12pt">水清了很多很多年。</p>',
			['subhead', 'paragraph'],
		],
		['bold alone', '<p><b>一湖清水</b></p>', ['paragraph']],
		['centred alone', '<p align=center>一湖清水</p>', ['paragraph']],
		['a sentence', '<p align=center><b>一湖清水有了。</b></p>', ['paragraph']],
		['31 characters', `<p align=center><b>${'湖'.repeat(31)}</b></p>`, ['paragraph']],
		['30 characters', `<p align=center><b>${'湖'.repeat(30)}</b></p>`, ['subhead']],
	])('a line that is %s', (_name, html, expected) => expect(types(html)).toEqual(expected));

	it('makes no pull quotes of a whole text', () => {
		const quoted = (count: number) => types(`<blockquote>${'<p>一句。</p>'.repeat(count)}</blockquote>`);
		expect(new Set(quoted(3))).toEqual(new Set(['pullQuote']));
		expect(new Set(quoted(4))).toEqual(new Set(['paragraph']));
	});

	it('keeps links that a reader may follow, and no script', () => {
		const hrefs = (html: string) =>
			[...JSON.stringify(clean(html)).matchAll(/"href":"([^"]*)"/g)].map((found) => found[1]);
		expect(
			hrefs(
				'<a href="javascript:alert(1)">a</a><a href="//x.y/">b</a><a href="#top">c</a><a href="data:text/html,x">d</a>',
			),
		).toEqual([]);
		expect(hrefs('<a href=" https://x.y/z ">a</a><a href="mailto:a@b.cn">b</a><a href="/paper">c</a>')).toEqual([
			'https://x.y/z',
			'mailto:a@b.cn',
			'/paper',
		]);
		expect(toBlocks(cleanHtml(parseHtml('<a href="/paper">c</a>'), fileLink).pieces)[0]).toEqual({
			type: 'paragraph',
			content: [{ type: 'text', text: 'c' }],
		});
	});
});

describe('a table', () => {
	const rows = (count: number, cells = 1) =>
		`<table>${`<tr>${'<td>格</td>'.repeat(cells)}</tr>`.repeat(count)}</table>`;

	it.each([
		[100, 2, ['table']],
		[101, 2, ['table', 'table']],
		[2, 20, ['table']],
		[2, 21, ['paragraph', 'paragraph']],
	])('of %i rows and %i columns', (count, cells, expected) => expect(types(rows(count, cells))).toEqual(expected));

	it('of one cell is a box', () =>
		expect(types('<table><tr><td><p>一</p><p>二</p></td></tr></table>')).toEqual(['paragraph', 'paragraph']));

	it('gets the cells that it lacks, and loses reach beyond its end', () => {
		const [table] = clean('<table><tr><td rowspan=9>一</td><td>二</td><td>三</td></tr><tr><td>四</td></tr></table>');
		expect(table).toMatchObject({
			content: [
				{ content: [{ attrs: { rowspan: 2 } }, {}, {}] },
				{ content: [{}, { content: [{ type: 'paragraph' }] }] },
			],
		});
	});

	it('keeps an eleventh paragraph of a cell behind a break', () => {
		const [table] = clean(`<table><tr><td>${'<p>行</p>'.repeat(11)}</td><td>二</td></tr></table>`);
		expect(texts(table)).toBe(`${'行'.repeat(11)}二`);
		expect(Body.safeParse({ type: 'doc', content: [table] }).success).toBe(true);
	});
});

describe('a list', () => {
	it('of more than 200 items goes on in a second one, which goes on counting', () => {
		const blocks = clean(`<ol>${'<li>项</li>'.repeat(201)}</ol>`);
		expect(blocks).toHaveLength(2);
		expect(blocks[1]).toMatchObject({ type: 'orderedList', attrs: { start: 201 }, content: [{}] });
		expect(clean(`<ol>${'<li>项</li>'.repeat(200)}</ol>`)).toHaveLength(1);
	});
});
