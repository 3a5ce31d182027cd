import { SearchPage } from '@/components/reader/search-page';
import { searchStories } from '@/lib/search/published';
import { parseQuery, resultsPerPage } from '@/lib/search/search';
import { parsePageNo } from '@/lib/site/page-parts';
import type { ReaderPage } from '@/lib/site/reader-page';

/** Nobody turns further; a bound for who asks by machine. */
const mostPages = 50;

/** `/search?q=`: rendered for each request, kept nowhere. */
export const searchPage: ReaderPage = {
	pattern: '/search',
	byQuery: true,
	async answer(_params, { shell: { paper }, query: given }) {
		const query = parseQuery(given.get('q'));
		const page = parsePageNo(given.get('page') ?? '1', mostPages) ?? 1;
		const { hits, total } = query === '' ? { hits: [], total: 0 } : await searchStories(paper.id, query, page);
		const pages = Math.min(mostPages, Math.ceil(total / resultsPerPage));
		return {
			kind: 'document',
			tags: [],
			document: {
				title: query === '' ? '搜索' : `搜索：${query}`,
				path: '/search',
				current: '/search',
				faces: { head: ['搜索'] },
				unlisted: true,
				body: <SearchPage query={query} hits={hits} total={total} page={page} pages={pages} />,
			},
		};
	},
};
