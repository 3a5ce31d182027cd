import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '@/lib/article/body';
import { ArticleContent } from '@/lib/article/schema';
import { compareContents, mergeContents } from './compare';

const p = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const article = (texts: string[], overrides: Partial<ArticleContent> = {}): ArticleContent =>
	ArticleContent.parse({
		headline: '题',
		...overrides,
		body: { type: 'doc', content: texts.length > 0 ? texts.map(p) : [{ type: 'paragraph' }] },
	});

describe('compareContents', () => {
	it('finds nothing in equal contents, whatever the order of members', () => {
		const bold = { marks: [{ type: 'bold' as const }], text: '湖', type: 'text' as const };
		const mine = {
			...article(['一']),
			body: { type: 'doc' as const, content: [{ content: [bold], type: 'paragraph' as const }] },
		};
		const theirs: ArticleContent = {
			...article(['一']),
			body: {
				content: [{ type: 'paragraph', content: [{ type: 'text', text: '湖', marks: [{ type: 'bold' }] }] }],
				type: 'doc',
			},
		};
		const { fields, stretches } = compareContents(mine, theirs);
		expect(fields).toEqual([]);
		expect(stretches).toHaveLength(1);
		expect(stretches[0]).toHaveProperty('same');
	});

	it('aligns what is the same and lays side by side what is not', () => {
		const { fields, stretches } = compareContents(
			article(['一', '二', '四'], { deck: '甲' }),
			article(['一', '三', '四', '五']),
		);
		expect(fields).toEqual(['deck']);
		expect(stretches).toEqual([
			{ same: [p('一')] },
			{ mine: [p('二')], theirs: [p('三')] },
			{ same: [p('四')] },
			{ mine: [], theirs: [p('五')] },
		]);
	});
});

describe('mergeContents', () => {
	it('takes each field and stretch as chosen, mine where nothing is', () => {
		const mine = article(['一', '二', '四'], { deck: '甲', kicker: '我' });
		const theirs = article(['一', '三', '四', '五'], { deck: '乙', kicker: '他' });
		const merged = mergeContents(mine, theirs, { fields: { deck: 'theirs' }, stretches: { 1: 'both', 3: 'theirs' } });
		expect(merged).toEqual(article(['一', '二', '三', '四', '五'], { deck: '乙', kicker: '我' }));
	});

	it('gives either side whole, and loses no paragraph when both are taken', () => {
		const texts = fc.array(fc.constantFrom('一', '二', '三', '四'), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(texts, texts, (a, b) => {
				const mine = article(a);
				const theirs = article(b);
				const all = (choice: 'mine' | 'theirs' | 'both') => ({
					fields: {},
					stretches: Object.fromEntries(compareContents(mine, theirs).stretches.map((_, index) => [index, choice])),
				});
				expect(mergeContents(mine, theirs, all('mine'))).toEqual(mine);
				expect(mergeContents(mine, theirs, all('theirs'))).toEqual(theirs);
				const both = mergeContents(mine, theirs, all('both')).body.content;
				for (const side of [mine, theirs]) expect(isSubsequence(side.body.content, both)).toBe(true);
			}),
		);
	});
});

function isSubsequence(part: Block[], whole: Block[]): boolean {
	let at = 0;
	for (const block of whole) if (JSON.stringify(block) === JSON.stringify(part[at])) at++;
	return at === part.length;
}
