import type { ArticleListFilters } from '@/lib/article/schema';

type Filters = ArticleListFilters;

/** The filters as they stand in the address: only those that are set, as text. */
export function toQuery(filters: Filters): Record<string, string> {
	const set = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '');
	return Object.fromEntries(set.map(([name, value]) => [name, String(value)]));
}

/** The list with some filters changed; it begins at its first page again unless the page is what changes. */
export function listHref(filters: Filters, changes: Filters = {}): string {
	const query = new URLSearchParams(toQuery({ ...filters, page: undefined, ...changes })).toString();
	return query ? `/desk/article?${query}` : '/desk/article';
}

type Sort = NonNullable<Filters['sort']>;

/** How a list is sorted by a column now. */
export function sortedBy({ sort = 'updated', order = 'desc' }: Filters, column: Sort): 'asc' | 'desc' | undefined {
	return sort === column ? order : undefined;
}

/** The list sorted by a column: texts from the start, figures and times from the top; the other way round if it is so already. */
export function sortHref(filters: Filters, column: Sort): string {
	const first = column === 'headline' ? 'asc' : 'desc';
	const now = sortedBy(filters, column);
	return listHref(filters, { sort: column, order: now ? (now === 'asc' ? 'desc' : 'asc') : first });
}

/** Whether anything but sorting and paging narrows the list. */
export function isFiltered({ sort, order, page, ...narrowing }: Filters): boolean {
	return Object.keys(toQuery(narrowing)).length > 0;
}
