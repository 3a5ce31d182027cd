import { describe, expect, it } from 'vitest';
import { filterPool, isFiltering, noFilter, type PoolStory, parsePoolFilter, suitSlot, writePoolFilter } from './pool';

const story = (headline: string, overrides: Partial<PoolStory> = {}): PoolStory => ({
	...{ articleId: headline, headline, words: 500, columnId: null, columnName: null, desk: '', urgent: false },
	...{ state: 'signed_off', authorName: '沈知远' },
	...overrides,
});

const stories = [
	story('春汛过境', { words: 900, desk: '要闻部' }),
	story('夜校开课', { words: 400, columnId: 'c1', columnName: '民生', desk: '社会部' }),
	story('ＡＩ进厂', { words: 600, columnId: 'c2', columnName: '经济', state: 'second_review' }),
];
const found = (filter: Partial<typeof noFilter>) =>
	filterPool(stories, { ...noFilter, ...filter }).map(({ headline }) => headline);

describe('filterPool', () => {
	it.each([
		[{}, ['春汛过境', '夜校开课', 'ＡＩ进厂']],
		[{ text: ' ai' }, ['ＡＩ进厂']],
		[{ text: '民生' }, ['夜校开课']],
		[{ column: 'c2' }, ['ＡＩ进厂']],
		[{ desk: '要闻部' }, ['春汛过境']],
		[{ state: 'second_review' }, ['ＡＩ进厂']],
		[{ from: 600 }, ['春汛过境', 'ＡＩ进厂']],
		[{ from: 401, to: 600 }, ['ＡＩ进厂']],
		[{ column: 'c1', state: 'second_review' }, []],
	])('%j', (filter, headlines) => {
		expect(found(filter)).toEqual(headlines);
	});
});

it('stands in the address and comes back from it, beside what else is there', () => {
	const filter = { ...noFilter, text: '春', from: 300 };
	const params = writePoolFilter(filter, new URLSearchParams('page=2&to=900'));
	expect(params.toString()).toBe('page=2&text=%E6%98%A5&from=300');
	expect(parsePoolFilter((name) => params.get(name))).toEqual(filter);
	expect([isFiltering(filter), isFiltering(noFilter)]).toEqual([true, false]);
	expect(parsePoolFilter((name) => (name === 'from' ? '-3' : null))).toEqual(noFilter);
});

describe('suitSlot', () => {
	it('has signed stories of its column first, then by how near their length is', () => {
		const headlines = (slot: { columnId: string | null; plannedWords: number }) =>
			suitSlot(stories, slot).map(({ headline }) => headline);
		expect(headlines({ columnId: null, plannedWords: 800 })).toEqual(['春汛过境', '夜校开课']);
		expect(headlines({ columnId: 'c1', plannedWords: 800 })).toEqual(['夜校开课', '春汛过境']);
		expect(suitSlot(stories, { columnId: null, plannedWords: 800 }, 1)).toHaveLength(1);
	});
});
