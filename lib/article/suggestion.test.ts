import { describe, expect, it } from 'vitest';
import { divider, figure, list, p, subhead } from '@/prisma/seed/story';
import { acceptedBody, type Block, Body, baseBody, blockTexts, mediaOf, openSuggestions, plainText } from './body';
import { contentHash } from './hash';
import { ArticleContent } from './schema';

const lin = { id: 'suggestion01', userId: 'lin', at: '2026-11-26T02:03:04.567Z' };
const shen = { id: 'suggestion02', userId: 'shen', at: '2026-11-26T02:04:04.567Z' };

type Part = string | { ins: string; by?: typeof lin } | { del: string; by?: typeof lin } | { both: string };

/** A paragraph of plain, inserted and deleted parts. */
const line = (...parts: Part[]): Extract<Block, { type: 'paragraph' }> => ({
	type: 'paragraph',
	content: parts.map((part) => {
		if (typeof part === 'string') return { type: 'text', text: part };
		if ('ins' in part) return { type: 'text', text: part.ins, marks: [{ type: 'insertion', attrs: part.by ?? lin }] };
		if ('del' in part) return { type: 'text', text: part.del, marks: [{ type: 'deletion', attrs: part.by ?? lin }] };
		return {
			type: 'text',
			text: part.both,
			marks: [
				{ type: 'insertion', attrs: lin },
				{ type: 'deletion', attrs: shen },
			],
		};
	}),
});
const withChange = (block: Block, change: object): Block =>
	({ ...block, attrs: { ...('attrs' in block && block.attrs), change } }) as Block;
const pic = (media: string) => figure(media, '', '', '') as Extract<Block, { type: 'figure' }>;
const isNew = (block: Block, by = lin) => withChange(block, { insertion: by });
const goes = (block: Block, by = lin) => withChange(block, { deletion: by });
const doc = (...content: Block[]): Body => Body.parse({ type: 'doc', content });
const base = (...content: Block[]) => baseBody(doc(...content)).content;
const accepted = (...content: Block[]) => acceptedBody(doc(...content)).content;

describe('what stands and what would stand', () => {
	it.each<[string, Block[], Block[], Block[]]>([
		['a word put in', [line('甲', { ins: '乙' }, '丙')], [p('甲丙')], [p('甲乙丙')]],
		['a word struck', [line('甲', { del: '乙' }, '丙')], [p('甲乙丙')], [p('甲丙')]],
		['a word replaced', [line('甲', { del: '乙' }, { ins: '丁' })], [p('甲乙')], [p('甲丁')]],
		['somebody’s word struck by another', [line('甲', { both: '乙' })], [p('甲')], [p('甲')]],
		['a paragraph parted', [p('甲'), isNew(p('乙'))], [p('甲乙')], [p('甲'), p('乙')]],
		[
			'an empty paragraph parted',
			[{ type: 'paragraph' }, isNew({ type: 'paragraph' })],
			[{ type: 'paragraph' }],
			[{ type: 'paragraph' }, { type: 'paragraph' }],
		],
		['a paragraph joined', [p('甲'), goes(p('乙'))], [p('甲'), p('乙')], [p('甲乙')]],
		[
			'a paragraph put in',
			[p('甲'), isNew(line({ ins: '新' })), p('乙')],
			[p('甲'), p('乙')],
			[p('甲'), p('新'), p('乙')],
		],
		['one put in before all', [isNew(line({ ins: '新' })), p('甲')], [p('甲')], [p('新'), p('甲')]],
		[
			'an empty one put in behind a picture',
			[figure('m', '', '', ''), isNew({ type: 'paragraph' })],
			[figure('m', '', '', '')],
			[figure('m', '', '', ''), { type: 'paragraph' }],
		],
		[
			'a paragraph struck',
			[p('甲'), goes(line({ del: '乙' })), p('丙')],
			[p('甲'), p('乙'), p('丙')],
			[p('甲'), p('丙')],
		],
		['the first struck', [goes(line({ del: '甲' })), p('乙')], [p('甲'), p('乙')], [p('乙')]],
		['all struck', [goes(line({ del: '甲' }))], [p('甲')], [{ type: 'paragraph' }]],
		[
			'a stretch struck over three paragraphs',
			[line('甲', { del: '一' }), goes(line({ del: '二' })), goes(line({ del: '三' }, '乙'))],
			[p('甲一'), p('二'), p('三乙')],
			[p('甲乙')],
		],
		[
			'a paragraph parted around a picture',
			[p('甲'), isNew(figure('m', '', '', '')), isNew(p('乙'))],
			[p('甲乙')],
			[p('甲'), figure('m', '', '', ''), p('乙')],
		],
		['a rule struck', [p('甲'), goes(divider())], [p('甲'), divider()], [p('甲')]],
		[
			'a subhead made of a paragraph',
			[withChange(subhead('甲'), { was: { ...lin, type: 'paragraph' } })],
			[p('甲')],
			[subhead('甲')],
		],
		[
			'a caption amended',
			[
				withChange(figure('m', '新', '', ''), {
					was: { ...lin, attrs: { media: 'm', caption: '旧', credit: '', alt: '' } },
				}),
			],
			[figure('m', '旧', '', '')],
			[figure('m', '新', '', '')],
		],
		[
			'a list put in',
			[p('甲'), isNew({ type: 'bulletList', content: [{ type: 'listItem', content: [line({ ins: '一' })] }] })],
			[p('甲')],
			[p('甲'), list('一')],
		],
		[
			'one of two pictures of a gallery struck',
			[{ type: 'gallery', attrs: { caption: '' }, content: [pic('m'), goes(pic('n')) as ReturnType<typeof pic>] }],
			[{ type: 'gallery', attrs: { caption: '' }, content: [pic('m'), pic('n')] }],
			[pic('m')],
		],
		[
			'an item parted',
			[
				{
					type: 'bulletList',
					content: [
						{ type: 'listItem', content: [line('甲')] },
						{
							type: 'listItem',
							attrs: { change: { insertion: lin } },
							content: [isNew(p('乙')) as ReturnType<typeof line>],
						},
					],
				},
			],
			[list('甲乙')],
			[list('甲', '乙')],
		],
		[
			'a parted paragraph whose second half another strikes',
			[p('甲'), withChange(line({ del: '乙', by: shen }), { insertion: lin, deletion: shen })],
			[p('甲乙')],
			[p('甲')],
		],
	])('%s', (_name, content, before, after) => {
		expect(base(...content)).toEqual(before);
		expect(accepted(...content)).toEqual(after);
	});

	it('an untouched body is the same blocks', () => {
		const body = doc(p('甲'), list('乙'));
		expect(baseBody(body).content[0]).toBe(body.content[0]);
		expect(openSuggestions(body)).toEqual([]);
	});

	it('counts and searches what stands', () => {
		const body = doc(line('甲', { ins: '新' }, { del: '旧' }), isNew(p('乙')), isNew(figure('new', '图说', '', '')));
		expect(plainText(body)).toBe('甲旧乙');
		expect(body.content.flatMap(blockTexts).join('')).toBe('甲旧乙');
		expect(mediaOf(body)).toEqual([]);
	});

	it('lists each suggestion once, in reading order', () => {
		const body = doc(line('甲', { ins: '乙', by: shen }), line({ del: '丙' }, { ins: '丁' }), goes(divider()));
		expect(openSuggestions(body).map(({ id }) => id)).toEqual([shen.id, lin.id]);
	});

	it('a suggestion makes another content; without it the hash is what it always was', () => {
		const hash = (block: Block) => contentHash(ArticleContent.parse({ headline: '题', body: doc(block) }));
		expect(hash(line('甲', { ins: '乙' }))).not.toBe(hash(p('甲')));
		expect(
			contentHash({
				...ArticleContent.parse({ headline: '题', body: doc(p('甲')) }),
				body: { type: 'doc', content: base(line('甲', { ins: '乙' })) },
			}),
		).toBe(hash(p('甲')));
	});
});

describe('Body', () => {
	const marked = (...marks: object[]) => ({
		type: 'doc',
		content: [{ type: 'paragraph', content: [{ type: 'text', text: '甲', marks }] }],
	});
	it.each<[string, unknown]>([
		['an id that is none', marked({ type: 'insertion', attrs: { ...lin, id: '<b>' } })],
		['nobody’s suggestion', marked({ type: 'insertion', attrs: { ...lin, userId: '' } })],
		['no moment', marked({ type: 'deletion', attrs: { ...lin, at: 'gestern' } })],
		['two insertions of one text', marked({ type: 'insertion', attrs: lin }, { type: 'insertion', attrs: shen })],
		['a change of nothing', { type: 'doc', content: [{ type: 'paragraph', attrs: { change: {} } }] }],
		[
			'a paragraph that was a script',
			{ type: 'doc', content: [withChange(p('甲'), { was: { ...lin, type: 'script' } })] },
		],
		[
			'a figure that was no figure',
			{ type: 'doc', content: [withChange(figure('m', '', '', ''), { was: { ...lin, attrs: { media: '' } } })] },
		],
	])('refuses %s', (_name, body) => {
		expect(Body.safeParse(body).success).toBe(false);
	});

	it('puts marks in the order in which the editor holds them', () => {
		const [block] = Body.parse(
			marked({ type: 'deletion', attrs: shen }, { type: 'insertion', attrs: lin }, { type: 'bold' }),
		).content;
		expect(block).toMatchObject({
			content: [{ marks: [{ type: 'bold' }, { type: 'insertion' }, { type: 'deletion' }] }],
		});
	});
});
