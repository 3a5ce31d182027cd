import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	foldedWords,
	ignoredWords,
	listPassages,
	markHits,
	mostWords,
	parseQuery,
	queryLimit,
	wordsOf,
} from './search';

const hitsOf = (text: string, ...words: string[]) =>
	markHits(text, words)
		.filter((run) => run.hit)
		.map((run) => run.text);

describe('parseQuery', () => {
	it('trims, joins white and cuts at the limit', () => {
		expect(parseQuery('  湖　 水 \n')).toBe('湖 水');
		expect(parseQuery(null)).toBe('');
		expect([...parseQuery('湖'.repeat(queryLimit))]).toHaveLength(queryLimit);
		expect([...parseQuery('湖'.repeat(queryLimit + 1))]).toHaveLength(queryLimit);
		expect([...parseQuery('𠮷'.repeat(queryLimit + 1))]).toHaveLength(queryLimit);
	});
});

it('closes the space within a name of two characters, not between words', () => {
	expect(parseQuery('张　伟')).toBe('张伟');
	expect(parseQuery('张　伟　讲话')).toBe('张伟 讲话');
	expect(parseQuery('湖 水')).toBe('湖 水');
	expect(parseQuery('新质生产力　高新区')).toBe('新质生产力 高新区');
});

it('looks for each word once, folded, and for none that another holds', () => {
	expect(foldedWords('湖水 湖 張偉 张伟 ５Ｇ')).toEqual(['湖水', '张伟', '5g']);
	expect(foldedWords('\u200b')).toEqual([]);
});

it('looks for six words, and knows those that it leaves', () => {
	expect(foldedWords('甲 乙 丙 丁 戊 己 甲')).toHaveLength(mostWords);
	expect(ignoredWords('甲 乙 丙 丁 戊 己 甲')).toEqual([]);
	expect(foldedWords('甲 乙 丙 丁 戊 己 庚 辛')).toEqual(['甲', '乙', '丙', '丁', '戊', '己']);
	expect(ignoredWords('甲 乙 丙 丁 戊 己 庚 辛')).toEqual(['庚', '辛']);
});

describe('markHits', () => {
	it('finds a word whatever its width and case', () => {
		expect(hitsOf('用５Ｇ、5g和5G', '5G')).toEqual(['５Ｇ', '5g', '5G']);
		expect(hitsOf('每㎏两元', 'kg')).toEqual(['㎏']);
	});

	it('finds what is written in other characters or set with white', () => {
		expect(hitsOf('張偉和张　伟', '张伟')).toEqual(['張偉', '张　伟']);
		expect(hitsOf('步道\n贯通', '道贯')).toEqual([]);
	});

	it('marks every word, of two at one place the longer', () => {
		expect(hitsOf('湖边的湖水', '湖', '湖水')).toEqual(['湖', '湖水']);
		expect(hitsOf('没有', '', '湖')).toEqual([]);
	});

	it('loses nothing', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary' }),
				fc.array(fc.string({ unit: 'binary', maxLength: 3 })),
				(text, words) => {
					expect(
						markHits(text, words)
							.map((run) => run.text)
							.join(''),
					).toBe(text);
				},
			),
		);
	});
});

/** As it is seen: a piece, whether it goes on, whether it is a caption. */
const seen = (text: string, query: string, options = {}) =>
	listPassages(text, wordsOf(query), options).map(
		({ text, isCutBefore, isCutAfter, isCaption }) =>
			`${isCaption ? '图说：' : ''}${isCutBefore ? '…' : ''}${text}${isCutAfter ? '…' : ''}`,
	);

describe('listPassages', () => {
	it('begins where a clause begins before what was found', () => {
		const text = `${'前面的话说了很久，'.repeat(20)}这里有鱼，${'后面还有。'.repeat(40)}`;
		const [passage = ''] = seen(text, '鱼');
		expect(passage).toMatch(/^…前面.*鱼.*…$/);
		expect([...passage].length).toBeLessThan(70);
	});

	it('shows two places, of several those with most words', () => {
		const gap = '没有什么可说的。'.repeat(20);
		expect(seen(`湖。${gap}湖。${gap}湖水和鱼。`, '湖 鱼')).toHaveLength(2);
		expect(seen(`湖。${gap}湖。${gap}湖水和鱼。`, '湖 鱼')[1]).toContain('湖水和鱼');
	});

	it('gives the opening where nothing is found', () => {
		expect(seen('一二三\n四', '鱼')).toEqual(['一二三']);
		expect(seen('\n', '鱼')).toEqual([]);
	});

	it('says what is a caption', () => {
		expect(seen('正文。\n湖边的船', '船', { captions: ['湖边的船'] })).toEqual(['图说：湖边的船']);
	});

	it('cuts no quotation in its midst', () => {
		const text = `${'先'.repeat(50)}“说的是湖水里的鱼和虾”${'后'.repeat(50)}`;
		const [passage = ''] = seen(text, '鱼', { length: 10 });
		expect(passage).toContain('“说的是湖水里的鱼和虾”');
	});

	const letters = fc.constantFrom(...'湖水鱼。，“”《》（）a1 𠮷\n');
	it('neither loses nor invents a character, and cuts none', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: letters, maxLength: 200 }),
				fc.array(fc.string({ unit: letters, minLength: 1, maxLength: 3 }), { maxLength: 3 }),
				fc.integer({ min: 4, max: 60 }),
				(text, given, length) => {
					const words = given.flatMap((word) => wordsOf(parseQuery(word)));
					const passages = listPassages(text, words, { length });
					expect(passages.length).toBeLessThanOrEqual(2);
					for (const { text: piece } of passages) {
						expect(text.split('\n').some((line) => line.includes(piece))).toBe(true);
						expect(piece.isWellFormed()).toBe(true);
					}
					const isFound = markHits(text, words).some((run) => run.hit);
					const isShown = passages.some(({ text: piece }) => markHits(piece, words).some((run) => run.hit));
					if (isFound) expect(isShown).toBe(true);
				},
			),
		);
	});
});
