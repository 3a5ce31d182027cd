import { describe, expect, it } from 'vitest';
import { countWords, escapeLike, foldWidth, toStorable, truncate } from './text';

describe('countWords', () => {
	it.each([
		['', 0],
		['澄湖', 2],
		['澄湖，你好。', 6],
		['“两会”——热议……', 10],
		['全年增长8.5%', 5],
		['GDP达到1,024亿元', 6],
		['e-mail是a@b.cn吗', 5],
		['二〇二六年', 5],
		['  \n　', 0],
		['AI赋能5G', 4],
		['《澄湖日报》（第1版）', 11],
		['它约3.5公里', 5],
	])('%j counts %i', (text, words) => {
		expect(countWords(text)).toBe(words);
	});

	it('of two texts side by side is the sum where Han meets Han', () => {
		expect(countWords('春江潮水连海平海上明月共潮生')).toBe(
			countWords('春江潮水连海平') + countWords('海上明月共潮生'),
		);
	});
});

it('foldWidth makes full-width and half-width, upper and lower case equal', () => {
	expect(foldWidth('ＡＢＣ１２３，澄湖')).toBe(foldWidth('abc123,澄湖'));
});

it('truncate counts characters, not UTF-16 units', () => {
	expect(truncate('𠮷野家开业', 3)).toBe('𠮷野…');
	expect(truncate('短', 3)).toBe('短');
});

it('escapeLike makes wildcards stand for themselves', () => {
	expect(escapeLike('8%_\\')).toBe('8\\%\\_\\\\');
});

it('toStorable drops what PostgreSQL cannot keep, at any depth, and nothing else', () => {
	const input = { a: ['湖\0边', { b: 'x\ud800y' }], n: 1, z: null, d: new Date(0), u: undefined };
	expect(toStorable(input)).toEqual({ ...input, a: ['湖边', { b: 'x\ufffdy' }] });
	expect(toStorable('𠮷野家')).toBe('𠮷野家');
});
