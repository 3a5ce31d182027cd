import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSnippet, markHits, parseQuery, queryLimit, wordsOf } from './search';

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

describe('markHits', () => {
	it('finds a word whatever its width and case', () => {
		expect(hitsOf('用５Ｇ、5g和5G', '5G')).toEqual(['５Ｇ', '5g', '5G']);
		expect(hitsOf('每㎏两元', 'kg')).toEqual(['㎏']);
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

describe('cutSnippet', () => {
	it('begins where a clause begins before the first word found', () => {
		const text = `${'前面的话说了很久，'.repeat(20)}这里有鱼，${'后面还有。'.repeat(40)}`;
		const snippet = cutSnippet(text, wordsOf('鱼'), 60);
		expect(snippet).toMatch(/^……前面/);
		expect(snippet).toContain('鱼');
		expect(snippet).toMatch(/……$/);
		expect([...snippet].length).toBeLessThan(66);
	});

	it('gives the opening where nothing is found, a short text whole', () => {
		expect(cutSnippet('一二三', ['鱼'])).toBe('一二三');
		expect(cutSnippet('一\n二', [])).toBe('一 二');
	});
});
