import { SearchPage, type SearchView } from '@/components/reader/search-page';
import { isEmptyAsk, mostPages, readAsk, type SearchAsk, type SearchFilters } from '@/lib/search/ask';
import { findFilters } from '@/lib/search/filter/published';
import { inTime, searchStories } from '@/lib/search/published';
import { foldedWords, queryLimit, resultsPerPage, tidyQuery } from '@/lib/search/search';
import { offerOthers, suggest } from '@/lib/search/suggest/published';
import type { FileAnswer, ReaderPage } from '@/lib/site/reader-page';

/** `/search?q=`: rendered for each request, kept nowhere. */
export const searchPage: ReaderPage = {
	pattern: '/search',
	byQuery: true,
	async answer(_params, { shell: { paper, columns }, query }) {
		const { ask, troubles: unread } = readAsk(query);
		const { filters, troubles: unknown, names } = await findFilters(paper.id, ask);
		const troubles = [...unread, ...unknown];
		const view = { ask, troubles, names, columns };
		const found = troubles.length > 0 || isEmptyAsk(ask) ? undefined : await inTime(find(paper.id, ask, filters));
		return {
			kind: 'document',
			tags: [],
			document: {
				title: ask.query === '' ? '搜索' : `搜索：${[...ask.query].slice(0, queryLimit).join('')}`,
				path: '/search',
				current: '/search',
				faces: { head: ['搜索'] },
				unlisted: true,
				body: <SearchPage {...view} found={found} />,
			},
		};
	},
};

async function find(paperId: string, ask: SearchAsk, filters: SearchFilters): Promise<SearchView['found']> {
	const words = foldedWords(ask.query);
	const { order, page } = ask;
	const results = await searchStories(paperId, { words, filters, order, page });
	// A leaf with room is the last one, whatever was estimated.
	const isLast = results.hits.length < resultsPerPage;
	const pages = isLast ? page : Math.min(mostPages, Math.ceil(results.total / resultsPerPage));
	const others = results.hits.length === 0 && page === 1 ? await offerOthers(paperId, ask, words) : undefined;
	return { ...results, words, pages, others };
}

/** `/search/suggest?q=`: what a query might become, as data for the search forms' script; kept nowhere. */
export const suggestPage: ReaderPage = {
	pattern: '/search/suggest',
	byQuery: true,
	async answer(_params, { shell: { paper }, query }): Promise<FileAnswer> {
		const typed = tidyQuery(query.get('q'));
		const isFit = typed !== '' && [...typed].length <= queryLimit;
		return {
			kind: 'file',
			headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
			body: JSON.stringify({ query: typed, suggestions: isFit ? await inTime(suggest(paper.id, typed)) : [] }),
			tags: [],
			keep: 'memory',
		};
	},
};
