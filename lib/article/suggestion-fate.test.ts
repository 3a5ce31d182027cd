import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divider, figure, p } from '@/prisma/seed/story';
import { acceptedBody, type Block, baseBody, openSuggestions } from './body';
import { ArticleContent } from './schema';
import { type SuggestedBy, settleBlocks, type Verdict } from './suggestion';
import { fatesOf, foreignSuggestions, moreThanSuggested } from './suggestion-fate';
import { listSuggestions } from './suggestion-list';

const at = '2026-11-26T02:03:04.567Z';
const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，', '5'), minLength: 1, maxLength: 5 });
const writer = fc.constantFrom('lin', 'shen');
const part = fc.record({ text, kind: fc.constantFrom('plain', 'plain', 'insertion', 'deletion'), writer });
const paragraph = fc.record({
	parts: fc.array(part, { minLength: 1, maxLength: 6 }),
	shell: fc.constantFrom('none', 'none', 'insertion', 'deletion'),
	writer,
});

/** A body in which every suggestion has an id of its own. */
const body = fc.array(paragraph, { minLength: 1, maxLength: 5 }).map((paragraphs) => {
	let number = 0;
	const by = (userId: string): SuggestedBy => ({ id: `suggest${String(number++).padStart(5, '0')}`, userId, at });
	const blocks = paragraphs.map(
		({ parts, shell, writer }): Block => ({
			type: 'paragraph',
			...(shell !== 'none' && { attrs: { change: { [shell]: by(writer) } } }),
			content: parts.map(({ text, kind, writer }) => ({
				type: 'text',
				text,
				...(kind !== 'plain' && { marks: [{ type: kind as 'insertion', attrs: by(writer) }] }),
			})),
		}),
	);
	return { content: blocks };
});
/** The same suggestions of words in texts of which no two characters are alike. */
function unlike(blocks: readonly Block[]): Block[] {
	let next = 0x4e00;
	const other = (text: string) => [...text].map(() => String.fromCodePoint(next++)).join('');
	return blocks.map((block) => {
		const content = 'content' in block ? (block.content as { text: string }[]) : [];
		return { type: 'paragraph', content: content.map((node) => ({ ...node, text: other(node.text) })) } as Block;
	});
}
const content = (blocks: readonly Block[], headline = '题') =>
	ArticleContent.parse({ headline, body: { type: 'doc', content: blocks.length > 0 ? blocks : [p('')] } });

describe('fatesOf', () => {
	it('tells what was accepted and what was rejected, whatever the choice', () => {
		fc.assert(
			fc.property(body, fc.infiniteStream(fc.constantFrom('accept', 'reject', 'keep')), (full, verdicts) => {
				const before = { content: unlike(full.content) };
				const choice = new Map(openSuggestions(before).map(({ id }) => [id, verdicts.next().value]));
				const after = { content: settleBlocks(before.content, ({ id }) => choice.get(id) ?? 'keep') };
				const { accepted, rejected } = fatesOf(before, after);
				const chosen = (verdict: string) => [...choice].filter(([, each]) => each === verdict).map(([id]) => id);
				expect(accepted.map(({ id }) => id)).toEqual(chosen('accept'));
				expect(rejected.map(({ id }) => id)).toEqual(chosen('reject'));
			}),
		);
	});

	it.each(['accept', 'reject'] as const)('all at once: %s', (verdict) => {
		fc.assert(
			fc.property(body, (before) => {
				const after = { content: settleBlocks(before.content, () => verdict) };
				fc.pre(JSON.stringify(acceptedBody(before)) !== JSON.stringify(baseBody(before)));
				const fates = fatesOf(before, after);
				expect(fates[verdict === 'accept' ? 'accepted' : 'rejected']).toEqual(listSuggestions(before));
			}),
		);
	});

	it('tells them apart while the text changes elsewhere too', () => {
		const lin = { id: 'suggest00001', userId: 'lin', at };
		const shen = { id: 'suggest00002', userId: 'shen', at };
		const mark = (type: 'insertion' | 'deletion', attrs: SuggestedBy) => [{ type, attrs }];
		const before: Block[] = [
			{
				type: 'paragraph',
				content: [
					{ type: 'text', text: '湖边' },
					{ type: 'text', text: '得', marks: mark('deletion', lin) },
					{ type: 'text', text: '的', marks: mark('insertion', lin) },
					{ type: 'text', text: '路修好了' },
					{ type: 'text', text: '吗', marks: mark('insertion', shen) },
				],
			},
		];
		const { accepted, rejected } = fatesOf({ content: before }, { content: [p('环湖边的路终于修好了'), p('又一段')] });
		expect(accepted.map(({ id }) => id)).toEqual([lin.id]);
		expect(accepted[0]?.words).toEqual([{ wrong: '得', right: '的' }]);
		expect(rejected.map(({ id }) => id)).toEqual([shen.id]);
	});
});

it('deciding one after the other is deciding at once', () => {
	const verdict = fc.constantFrom<Verdict>('accept', 'reject');
	fc.assert(
		fc.property(body, verdict, verdict, ({ content }, first, second) => {
			const lin = settleBlocks(content, ({ userId }) => (userId === 'lin' ? first : 'keep'));
			const both = settleBlocks(content, ({ userId }) => (userId === 'lin' ? first : second));
			expect(settleBlocks(lin, () => second)).toEqual(both);
		}),
		{ numRuns: 500 },
	);
});

describe('moreThanSuggested', () => {
	it('lets a person’s own suggestions come and go', () => {
		fc.assert(
			fc.property(body, (full) => {
				const others = settleBlocks(full.content, ({ userId }) => (userId === 'lin' ? 'reject' : 'keep'));
				expect(moreThanSuggested(content(others), content(full.content), 'lin')).toBeUndefined();
				expect(moreThanSuggested(content(full.content), content(others), 'lin')).toBeUndefined();
			}),
		);
	});

	it('lets one suggest the first paragraph of an empty story, and take it back', () => {
		const lin = { id: 'suggest00001', userId: 'lin', at };
		const first: Block = {
			type: 'paragraph',
			attrs: { change: { insertion: lin } },
			content: [{ type: 'text', text: '甲', marks: [{ type: 'insertion', attrs: { ...lin, id: 'suggest00002' } }] }],
		};
		for (const empty of [p(''), { type: 'paragraph' } as Block]) {
			expect(moreThanSuggested(content([empty]), content([first]), 'lin')).toBeUndefined();
			expect(moreThanSuggested(content([first]), content([empty]), 'lin')).toBeUndefined();
		}
	});

	it('refuses whatever else', () => {
		fc.assert(
			fc.property(body, body, (one, other) => {
				fc.pre(JSON.stringify(baseBody(one)) !== JSON.stringify(baseBody(other)));
				expect(moreThanSuggested(content(one.content), content(other.content), 'lin')).toMatch(/不能直接改正文/);
			}),
		);
	});

	it.each(['accept', 'reject'] as const)('refuses to %s another’s', (verdict) => {
		fc.assert(
			fc.property(body, (one) => {
				fc.pre(listSuggestions(one).some(({ userId }) => userId === 'shen'));
				const settled = settleBlocks(one.content, ({ userId }) => (userId === 'shen' ? verdict : 'keep'));
				expect(moreThanSuggested(content(one.content), content(settled), 'lin')).toBeDefined();
			}),
		);
	});

	it('refuses a suggestion in another’s name, and another headline', () => {
		const forged: Block = {
			type: 'paragraph',
			content: [
				{ type: 'text', text: '甲', marks: [{ type: 'insertion', attrs: { id: 'suggest00009', userId: 'shen', at } }] },
			],
		};
		expect(moreThanSuggested(content([p('乙')]), content([p('乙'), forged]), 'lin')).toBeDefined();
		expect(moreThanSuggested(content([p('乙')]), content([p('乙')], '别的题'), 'lin')).toMatch(/标题/);
		expect(foreignSuggestions({ content: [p('乙')] }, { content: [forged] }, 'lin')).toEqual(['suggest00009']);
		expect(foreignSuggestions({ content: [forged] }, { content: [forged] }, 'lin')).toEqual([]);
	});
});

describe('listSuggestions', () => {
	const by = { id: 'suggest00001', userId: 'lin', at };
	const change = (block: Block, of: object): Block =>
		({ ...block, attrs: { ...('attrs' in block && block.attrs), change: of } }) as Block;
	it.each<[string, Block[], object]>([
		[
			'a parted paragraph',
			[p('甲'), change(p('乙'), { insertion: by })],
			{ words: [], acts: [{ act: 'split', type: 'paragraph' }] },
		],
		[
			'a joined one',
			[p('甲'), change(p('乙'), { deletion: by })],
			{ words: [], acts: [{ act: 'join', type: 'paragraph' }] },
		],
		['a rule put in', [change(divider(), { insertion: by })], { words: [], acts: [{ act: 'add', type: 'divider' }] }],
		['a rule struck', [change(divider(), { deletion: by })], { words: [], acts: [{ act: 'drop', type: 'divider' }] }],
		[
			'another name',
			[change(p('甲'), { was: { ...by, type: 'subhead' } })],
			{ words: [], acts: [{ act: 'rename', type: 'paragraph', from: 'subhead' }] },
		],
		[
			'a picture’s words',
			[
				change(figure('m', '湖边的路', '', ''), {
					was: { ...by, attrs: { media: 'm', caption: '湖边得路', credit: '', alt: '' } },
				}),
			],
			{ words: [{ wrong: '得', right: '的' }], acts: [{ act: 'amend', type: 'figure' }] },
		],
	])('%s', (_name, content, told) => {
		expect(listSuggestions({ content })).toEqual([{ ...by, ...told }]);
	});
});
