import { describe, expect, it } from 'vitest';
import type { Block } from '@/lib/article/body';
import { factBox, figure, gallery, list, p, subhead } from '@/prisma/seed/story';
import { mostPrinted, toBrief } from './brief';

const page = { no: 2, name: '民生', date: '2026-11-22', paper: '澄湖日报', grid: '四开' as const };
const picture = (key: string, caption = `图${key}`) => figure(key, caption, '程野 摄', '');

function printed(...content: Block[]) {
	const heads = { kicker: '', headline: '题', deck: '', series: null, column: null, bylines: [] };
	const story = {
		...heads,
		articleId: 'a',
		priority: 2 as const,
		dateline: '本报讯',
		body: { type: 'doc' as const, content },
	};
	const sizes = new Map('abcdefgh'.split('').map((id) => [id, { id, width: 1500, height: 1000 }]));
	return toBrief(page, [story], sizes).stories[0]!;
}

describe('what a page prints of a body', () => {
	it('sets facts behind the story, under their title', () => {
		const { blocks } = printed(factBox('资料', p('甲'), list('乙')), p('一'), subhead('二'), p('三'));
		expect(blocks.map(({ type, text }) => `${type} ${text}`)).toEqual([
			'p 本报讯　一',
			'subhead 二',
			'p 三',
			'subhead 资料',
			'p 甲',
			'p ■乙',
		]);
	});

	it('gives the caption common to a gallery to its last picture', () => {
		const { figures } = printed(p('一'), gallery('湖边一日', picture('a'), picture('b', '')), picture('c'));
		expect(figures.map(({ id, caption }) => [id, caption])).toEqual([
			['a', '图a'],
			['b', '湖边一日'],
			['c', '图c'],
		]);
		expect(printed(gallery('湖边一日', picture('a'), picture('b'))).figures[1]?.caption).toBe('图b　湖边一日');
	});

	it(`sets the first ${mostPrinted} pictures of a story, each once`, () => {
		const { figures } = printed(
			picture('a'),
			picture('a'),
			gallery('', ...'bcdefg'.split('').map((key) => picture(key))),
		);
		expect(figures.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
	});

	it('prints nothing of sound and film', () => {
		const attrs = { kind: 'audio' as const, href: 'https://example.org/a.mp3', title: '听', seconds: 0 };
		expect(printed(p('一'), { type: 'embed', attrs }).blocks).toHaveLength(1);
	});
});
