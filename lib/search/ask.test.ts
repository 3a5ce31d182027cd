import { describe, expect, it } from 'vitest';
import { hrefOfAsk, isEmptyAsk, mostPages, readAsk } from './ask';
import { queryLimit } from './search';

const read = (query: string) => readAsk(new URLSearchParams(query));
const troubles = (query: string) => read(query).troubles;

describe('readAsk', () => {
	it('reads what the form sends, empty fields and all', () => {
		const { ask, troubles } = read('q=%E6%B9%96&column=&reporter=&tag=&no=&from=&to=');
		expect(troubles).toEqual([]);
		expect(ask).toMatchObject({ query: '湖', column: '', order: 'best', page: 1 });
	});

	it.each([
		['q', queryLimit - 1, 0],
		['q', queryLimit, 0],
		['q', queryLimit + 1, 1],
		['tag', queryLimit, 0],
		['tag', queryLimit + 1, 1],
	])('%s of %i characters has %i troubles, and is kept', (name, length, count) => {
		const text = '𠮷'.repeat(length);
		expect(troubles(`${name}=${text}`)).toHaveLength(count);
		const { ask } = read(`${name}=${text}`);
		expect(name === 'q' ? ask.query : ask.tag).toBe(text);
	});

	it.each([
		['no=0', 1],
		['no=1', 0],
		['no=９９', 0],
		['no=100', 1],
		['no=x', 1],
		['from=2026-02-28', 0],
		['from=2026-02-29', 1],
		['to=昨天', 1],
		['from=2026-11-22&to=2026-11-22', 0],
		['from=2026-11-23&to=2026-11-22', 1],
		['from=x&to=y', 2],
		['order=latest', 0],
		['order=best', 0],
		['order=oldest', 1],
		['page=0', 1],
		['page=1', 0],
		[`page=${mostPages}`, 0],
		[`page=${mostPages + 1}`, 1],
		['page=01', 1],
		['page=x', 1],
	])('%s has %i troubles', (query, count) => expect(troubles(query)).toHaveLength(count));

	it('says each in a sentence', () => {
		for (const sentence of troubles('q=%E6%B9%96&no=x&from=1&to=2&order=3&page=4x')) expect(sentence).toMatch(/。$/);
	});
});

describe('hrefOfAsk', () => {
	it('leads back to the same search', () => {
		const { ask } = read(
			'q=湖 水&column=yao-wen&reporter=沈知远&tag=水&no=1&from=2026-01-01&to=2026-02-01&order=latest&page=3',
		);
		const { ask: again } = readAsk(new URL(hrefOfAsk(ask, { page: 3 }), 'http://x').searchParams);
		expect(again).toEqual(ask);
	});

	it('leaves out what is empty or usual, and begins a changed search on its first page', () => {
		expect(hrefOfAsk(read('q=湖&page=3&no=2').ask, { no: '' })).toBe(`/search?q=${encodeURIComponent('湖')}`);
		expect(hrefOfAsk(read('').ask)).toBe('/search');
	});
});

it('knows an empty search', () => {
	expect(isEmptyAsk(read('').ask)).toBe(true);
	expect(isEmptyAsk(read('q=%E2%80%8B').ask)).toBe(true);
	expect(isEmptyAsk(read('q=%E2%80%8B+%E3%80%80%C2%AD').ask)).toBe(true);
	expect(isEmptyAsk(read('no=1').ask)).toBe(false);
});
