import { expect, it } from 'vitest';
import { figure, list, p, q, subhead } from '@/prisma/seed/story';
import { summaryOf } from './article-document';
import { openingOf } from './opening';

const body = (...content: ReturnType<typeof p>[]) => ({ type: 'doc' as const, content });

it('begins with what one reads, whatever it stands in', () => {
	const texts = openingOf(body(subhead('一'), q('问\n题'), p(''), list('甲', '乙'))).map(({ text }) => text);
	expect(texts).toEqual(['问 题', '甲', '乙']);
});

it.each([
	['a list', body(list('湖滨街道添了12处岗亭。', '望山街道开了电梯议事会。')), /^湖滨街道.*议事会。$/],
	['pictures alone', body(figure('m', '晨光里的芦花', '苏木 摄', '')), /^晨光里的芦花/],
])('sums up a story that is %s', (_, content, summary) => {
	expect(summaryOf({ deck: '', body: content })).toMatch(summary);
});
