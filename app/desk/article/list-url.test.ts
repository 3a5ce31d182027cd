import { describe, expect, it } from 'vitest';
import { ArticleListFilters } from '@/lib/article/schema';
import { isFiltered, listHref, sortHref } from './list-url';

const parse = (query: string) => ArticleListFilters.parse(Object.fromEntries(new URLSearchParams(query)));

describe('listHref', () => {
	it('drops empty and broken filters', () => {
		expect(listHref(parse('q=&column=&state=nonsense&page=x'))).toBe('/desk/article');
	});

	it('begins at the first page again when a filter changes', () => {
		expect(listHref(parse('page=3&q=湖'), { state: 'draft' })).toBe(
			`/desk/article?q=${encodeURIComponent('湖')}&state=draft`,
		);
		expect(listHref(parse('page=3'), { page: 4 })).toBe('/desk/article?page=4');
	});
});

describe('sortHref', () => {
	it.each([
		['', 'words', 'sort=words&order=desc'],
		['', 'headline', 'sort=headline&order=asc'],
		['', 'updated', 'sort=updated&order=asc'],
		['sort=words&order=desc', 'words', 'sort=words&order=asc'],
	] as const)('of "%s" by %s is %s', (query, column, expected) => {
		expect(sortHref(parse(query), column)).toBe(`/desk/article?${expected}`);
	});
});

it('knows sorting from narrowing', () => {
	expect(isFiltered(parse('sort=words&page=2'))).toBe(false);
	expect(isFiltered(parse('mine=1'))).toBe(true);
});
