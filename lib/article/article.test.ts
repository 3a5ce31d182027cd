import { describe, expect, it } from 'vitest';
import { p } from '@/prisma/seed/story';
import { missingForReview, titleOf } from './article';
import { bylineText } from './byline';
import { contentHash } from './hash';
import { ArticleContent } from './schema';

const content = (overrides: object = {}) =>
	ArticleContent.parse({ headline: '题', body: { type: 'doc', content: [p('文')] }, ...overrides });

describe('contentHash', () => {
	it('is the same for the same print, whatever the order of keys', () => {
		const reversed = Object.fromEntries(Object.entries(content()).reverse());
		expect(contentHash(ArticleContent.parse(reversed))).toBe(contentHash(content()));
	});

	it.each([
		['a headline', { headline: '题。' }],
		['a forced break', { headline: '题\n二' }],
		['the text', { body: { type: 'doc', content: [p('文。')] } }],
		['weight', { body: { type: 'doc', content: [p('**文**')] } }],
		['a byline', { bylines: [{ role: 'reporter', name: '沈知远' }] }],
		['the column', { columnId: 'c' }],
		['a title for WeChat', { wechatTitle: '题' }],
		['an amendment', { amendment: { kind: 'update', cause: 'other', note: '补充了数字。' } }],
	])('changes with %s', (_name, overrides) => {
		expect(contentHash(content(overrides))).not.toBe(contentHash(content()));
	});
});

it('gives contents of old the hash that was stored and signed', () => {
	const stored = {
		headline: '湖边的路修好了\n走一圈两个小时',
		dateline: '本报讯（记者 沈知远）',
		tagIds: ['t1'],
		bylines: [{ role: 'reporter', name: '沈知远', office: '', reporterId: null }],
		body: {
			type: 'doc',
			content: [{ type: 'paragraph', content: [{ type: 'text', text: '环湖步道昨天全线贯通。' }] }],
		},
	};
	// Computed before a content had titles for web, feed and WeChat, or an amendment.
	expect(contentHash(ArticleContent.parse(stored))).toBe(
		'1b4315b0ba3ab797953c445c74023f65e8d386dec16becdb69c1be9eb71faa40',
	);
});

describe('ArticleContent', () => {
	it('keeps forced breaks and drops empty rows', () => {
		expect(content({ headline: ' 上句 \n\n 下句 ' }).headline).toBe('上句\n下句');
	});

	it('counts a head in characters, at its limit and above', () => {
		expect(ArticleContent.safeParse({ ...content(), headline: '字'.repeat(80) }).success).toBe(true);
		expect(ArticleContent.safeParse({ ...content(), headline: '字'.repeat(81) }).success).toBe(false);
	});

	it.each([
		['webTitle', 80],
		['feedTitle', 80],
		['wechatTitle', 32],
	])('holds %s on one line of at most %i characters', (field, max) => {
		const parse = (text: string) => ArticleContent.safeParse({ ...content(), [field]: text });
		expect(parse('字'.repeat(max - 1)).success).toBe(true);
		expect(parse(`${'𠮷'.repeat(max)} `).success).toBe(true);
		expect(parse('字'.repeat(max + 1)).success).toBe(false);
		expect(content({ [field]: ' 上句\n下句 ' })).toMatchObject({ [field]: '上句 下句' });
	});

	it.each([
		['wrong', 300],
		['right', 300],
		['foundBy', 60],
		['note', 300],
	])('bounds %s of an amendment at %i characters', (field, max) => {
		const parse = (text: string) =>
			ArticleContent.safeParse({ ...content(), amendment: { kind: 'correction', cause: 'editing', [field]: text } });
		expect([max - 1, max, max + 1].map((length) => parse('字'.repeat(length)).success)).toEqual([true, true, false]);
	});
});

it('names what is missing for review', () => {
	expect(missingForReview({ headline: '题', text: '文' })).toEqual([]);
	expect(missingForReview({ headline: ' ', text: '\n' })).toHaveLength(2);
	expect(titleOf('')).toBe('（无标题）');
});

describe('bylineText', () => {
	const by = (role: 'reporter' | 'correspondent' | 'photographer' | 'author', name: string, office = '') => ({
		role,
		name,
		office,
	});

	it('signs with office and name', () => {
		expect(bylineText([by('author', '罗清平', '青禾镇党委书记')], '')).toBe('□ 青禾镇党委书记 罗清平');
	});

	it('groups people by role', () => {
		expect(bylineText([by('reporter', '甲'), by('correspondent', '丙'), by('reporter', '乙')], '')).toBe(
			'□ 本报记者 甲 乙　通讯员 丙',
		);
	});

	it('does not repeat those whom the dateline names', () => {
		expect(bylineText([by('reporter', '甲'), by('photographer', '乙')], '本报讯（记者 甲）')).toBe('□ 摄影 乙');
		expect(bylineText([by('reporter', '甲')], '本报讯（记者 甲）')).toBe('');
		const both = [by('reporter', '张军华'), by('correspondent', '张军')];
		expect(bylineText(both, '本报讯（记者 张军华）')).toBe('□ 通讯员 张军');
	});
});
