import fc from 'fast-check';
import type { Block, Body, Inline, Mark } from '@/lib/article/body';
import { ArticleContent } from '@/lib/article/schema';

/** Words of a small stock, so that texts share many of them, as versions of one story do. */
const stock = [
	'青禾镇',
	'昨天',
	'的',
	'水稻',
	'增产',
	'3.5%',
	'，',
	'。',
	'湖边',
	'了',
	'党委书记',
	'😀',
	'葛󠄀',
	'GDP',
	'\u2029',
	'\ufffc',
];
const words = (maxLength: number) =>
	fc.array(fc.constantFrom(...stock), { minLength: 1, maxLength }).map((chosen) => chosen.join(''));

const marks: fc.Arbitrary<Mark[] | undefined> = fc.constantFrom(
	undefined,
	undefined,
	undefined,
	[{ type: 'bold' }],
	[{ type: 'link', attrs: { href: '/paper' } }],
);

/** Inline content as an editor holds it: no two neighbouring texts set alike. */
const inline: fc.Arbitrary<Inline[]> = fc
	.array(
		fc.oneof(
			{
				weight: 6,
				arbitrary: fc
					.tuple(words(8), marks)
					.map(([text, marks]): Inline => ({ type: 'text', text, ...(marks && { marks }) })),
			},
			{ weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
		),
		{ maxLength: 5 },
	)
	.map((nodes) => nodes.filter((node, index) => !isSetAlike(nodes[index - 1], node)));

function isSetAlike(a: Inline | undefined, b: Inline): boolean {
	return a?.type === 'text' && b.type === 'text' && JSON.stringify(a.marks) === JSON.stringify(b.marks);
}

const withContent = (type: string) => (content: Inline[]) =>
	({ type, ...(content.length > 0 && { content }) }) as Block;
const paragraph = inline.map(withContent('paragraph'));
const running = fc
	.tuple(fc.constantFrom('paragraph', 'paragraph', 'subhead', 'question', 'pullQuote'), inline)
	.map(([type, content]) => withContent(type)(content));
const figure = fc
	.tuple(fc.constantFrom('picture1', 'picture2'), words(4), words(2))
	.map(([media, caption, credit]): Block => ({ type: 'figure', attrs: { media, caption, credit, alt: '' } }));
const items = fc
	.array(paragraph, { minLength: 1, maxLength: 3 })
	.map((all) => all.map((content) => ({ type: 'listItem', content: [content] })));
const list = fc
	.tuple(fc.constantFrom('bulletList', 'orderedList'), items)
	.map(([type, content]) => ({ type, content }) as Block);
const cell = paragraph.map((content) => ({ type: 'tableCell', content: [content] }));
const table = fc
	.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
	.map((rows) => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) }) as Block);

export const block: fc.Arbitrary<Block> = fc.oneof(
	{ weight: 6, arbitrary: running },
	{ weight: 1, arbitrary: figure },
	{ weight: 1, arbitrary: list },
	{ weight: 1, arbitrary: table },
	{ weight: 1, arbitrary: fc.constant<Block>({ type: 'divider' }) },
);

const byline = fc
	.tuple(
		fc.constantFrom('reporter', 'author'),
		fc.constantFrom('沈知远', '林述', '唐越'),
		fc.constantFrom('', '青禾镇党委书记'),
	)
	.map(([role, name, office]) => ({ role, name, office }));

const head = fc.record({
	kicker: words(3),
	headline: words(4),
	webTitle: fc.constantFrom('', '湖边的路'),
	columnId: fc.constantFrom(null, 'column1', 'column2'),
	tagIds: fc.subarray(['tag1', 'tag2', 'tag3']),
	bylines: fc.array(byline, { maxLength: 3 }),
	amendment: fc.constantFrom(null, { kind: 'update' as const, cause: 'source' as const, note: '补充数据。' }),
});

const toContent = (head: object, content: Block[]): ArticleContent => {
	const body: Body = { type: 'doc', content };
	// The body is not parsed: what the schema refuses, a difference must hold all the same.
	return { ...ArticleContent.parse({ ...head, body: { type: 'doc', content: [{ type: 'paragraph' }] } }), body };
};

/** Contents that have nothing to do with each other. */
export const content = fc
	.tuple(head, fc.array(block, { minLength: 1, maxLength: 8 }))
	.map(([head, blocks]) => toContent(head, blocks));

/** A content and what somebody made of it by a few edits: blocks put in, struck, carried, parted, reworded. */
export const edited: fc.Arbitrary<[ArticleContent, ArticleContent]> = content.chain((before) =>
	fc.array(edit, { minLength: 1, maxLength: 5 }).map((edits): [ArticleContent, ArticleContent] => {
		const blocks = edits.reduce((blocks, edit) => edit(blocks), before.body.content);
		return [
			before,
			{ ...before, body: { type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] } },
		];
	}),
);

type Edit = (blocks: Block[]) => Block[];
const place = fc.nat({ max: 1000 });

const edit: fc.Arbitrary<Edit> = fc.oneof(
	fc.tuple(place, block).map(
		([at, block]): Edit =>
			(blocks) =>
				blocks.toSpliced(at % (blocks.length + 1), 0, block),
	),
	place.map(
		(at): Edit =>
			(blocks) =>
				blocks.toSpliced(at % Math.max(1, blocks.length), 1),
	),
	fc.tuple(place, place).map(
		([from, to]): Edit =>
			(blocks) =>
				blocks
					.toSpliced(from % Math.max(1, blocks.length), 1)
					.toSpliced(
						to % Math.max(1, blocks.length),
						0,
						...blocks.slice(from % Math.max(1, blocks.length)).slice(0, 1),
					),
	),
	fc.tuple(place, place).map(
		([at, cut]): Edit =>
			(blocks) =>
				partAt(blocks, at, cut),
	),
	fc.tuple(place, place, words(3)).map(
		([at, cut, text]): Edit =>
			(blocks) =>
				writeAt(blocks, at, cut, text),
	),
);

function partAt(blocks: Block[], at: number, cut: number): Block[] {
	const index = at % Math.max(1, blocks.length);
	const text = plainOf(blocks[index]);
	if (text === undefined || text.length < 2) return blocks;
	const middle = 1 + (cut % (text.length - 1));
	return blocks.toSpliced(index, 1, ofText(text.slice(0, middle)), ofText(text.slice(middle)));
}

function writeAt(blocks: Block[], at: number, cut: number, words: string): Block[] {
	const index = at % Math.max(1, blocks.length);
	const text = plainOf(blocks[index]);
	if (text === undefined) return blocks;
	const middle = cut % (text.length + 1);
	return blocks.toSpliced(index, 1, ofText(text.slice(0, middle) + words + text.slice(middle)));
}

function plainOf(block: Block | undefined): string | undefined {
	if (block?.type !== 'paragraph') return undefined;
	return (block.content ?? [])
		.map((node) => (node.type === 'text' ? node.text : ''))
		.join('')
		.toWellFormed();
}

function ofText(text: string): Block {
	return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
}
