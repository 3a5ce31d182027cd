import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArticleContent } from '@/lib/article/schema';
import { figure, p, subhead } from '@/prisma/seed/story';
import { type ChangeClass, changeOf, textChange, voidedFrom } from './change';

const content = (overrides: object = {}) =>
	ArticleContent.parse({ headline: '题', body: { type: 'doc', content: [p('文')] }, ...overrides });
const body = (...blocks: object[]) => ({ body: { type: 'doc', content: blocks } });

describe('textChange', () => {
	it.each<[ChangeClass, string, string]>([
		['none', '湖水清了。', '湖水清了。'],
		['punctuation', '湖水清了.', '湖水清了。'],
		['punctuation', '他说:"好"', '他说：“好”'],
		['punctuation', '湖水 清了', '湖水清了'],
		['wording', '湖水清了。', '湖水变清了。'],
		['wording', '统一部署', '部署'],
		['wording', '一些居民', '居民'],
		['wording', '湖面≥堤面', '湖面≤堤面'],
		['substance', '来了3人', '来了4人'],
		['substance', '来了三人', '来了四人'],
		['substance', '增长3.5%', '增长35%'],
		['substance', '增长12%', '增长1.2%'],
		['substance', '零下5℃', '零下6℃'],
		['substance', '气温-5℃', '气温5℃'],
		['substance', '1,024人', '1.024人'],
		['substance', '镇党委书记罗清平说', '镇党委书记罗清萍说'],
		['substance', '记者 王小川', '记者 王小州'],
		['substance', '请张医生看', '请李医生看'],
	])('%s: %s → %s', (expected, before, after) => {
		expect(textChange(before, after, ['张医生', '李医生'])).toBe(expected);
	});

	it('knows the newsroom’s people without their offices', () => {
		expect(textChange('罗清平来了', '罗清萍来了', [])).toBe('wording');
		expect(textChange('罗清平来了', '罗清萍来了', ['罗清平'])).toBe('substance');
		expect(textChange('罗清平来了', '罗清平到了', ['罗清平'])).toBe('wording');
	});

	it('sees a number in any place, and answers the same both ways', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('湖', '水', '清', '，', '。') }),
				fc.nat(99),
				fc.nat(99),
				(text, a, b) => {
					const at = Math.floor(text.length / 2);
					const [one, other] = [a, b].map((n) => text.slice(0, at) + n + text.slice(at)) as [string, string];
					expect(textChange(one, other, [])).toBe(a === b ? 'none' : 'substance');
					expect(textChange(other, one, [])).toBe(textChange(one, other, []));
				},
			),
		);
	});

	it('never takes more than marks for punctuation', () => {
		const unit = fc.constantFrom('湖', '水', '，', '。', '“', ' ', 'a');
		fc.assert(
			fc.property(fc.string({ unit }), fc.string({ unit }), (one, other) => {
				const bare = (text: string) => text.replace(/[，。“ ]/g, '');
				const isPunctuation = ['none', 'punctuation'].includes(textChange(one, other, []));
				expect(isPunctuation).toBe(bare(one) === bare(other));
			}),
		);
	});
});

describe('changeOf', () => {
	it.each<[ChangeClass, string, object, object]>([
		['none', 'the same', {}, {}],
		['none', 'tags', { tagIds: ['a'] }, { tagIds: ['b'] }],
		['substance', 'the headline', { headline: '题' }, { headline: '题。' }],
		['substance', 'the column', { columnId: null }, { columnId: 'c' }],
		['substance', 'a byline', {}, { bylines: [{ role: 'reporter', name: '沈知远' }] }],
		['substance', 'a picture more', body(p('文')), body(p('文'), figure('m', '', '', ''))],
		['substance', 'another picture', body(figure('m', '', '', '')), body(figure('n', '', '', ''))],
		['substance', 'whose picture it is', body(figure('m', '', '程野 摄', '')), body(figure('m', '', '苏木 摄', ''))],
		['wording', 'what is said of a picture', body(figure('m', '湖', '', '')), body(figure('m', '湖面', '', ''))],
		['wording', 'what a picture shows to the blind', body(figure('m', '', '', '湖')), body(figure('m', '', '', '河'))],
		['punctuation', 'where a paragraph ends', body(p('甲。乙。')), body(p('甲。'), p('乙。'))],
		['wording', 'the order of paragraphs', body(p('甲'), p('乙')), body(p('乙'), p('甲'))],
		['wording', 'a paragraph that becomes a subhead', body(p('甲'), p('乙')), body(subhead('甲'), p('乙'))],
		['wording', 'weight', body(p('甲')), body(p('**甲**'))],
		[
			'substance',
			'a name in the dateline',
			{ dateline: '本报讯（记者 王小川）' },
			{ dateline: '本报讯（记者 王小州）' },
		],
	])('%s: %s', (expected, _name, before, after) => {
		expect(changeOf(content(before), content(after))).toBe(expected);
		expect(changeOf(content(after), content(before))).toBe(expected);
	});

	it('the graver of two changes counts', () => {
		const before = content({ headline: '题', ...body(p('湖水清了.')) });
		expect(changeOf(before, content({ headline: '标题', ...body(p('湖水清了。')) }))).toBe('substance');
	});
});

it('voids as the rule book says', () => {
	expect(voidedFrom).toEqual({ none: null, punctuation: null, wording: 'second', substance: 'first' });
});
