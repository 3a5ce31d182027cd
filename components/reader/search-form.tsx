import { queryLimit } from '@/lib/search/search';

/** 搜索: works without script, on the header and on the page of results. */
export function SearchForm({ id, query = '' }: { id: string; query?: string }) {
	return (
		<search>
			<form className="search-form" action="/search">
				<label htmlFor={id}>搜索</label>
				<input
					id={id}
					type="search"
					name="q"
					defaultValue={query}
					maxLength={queryLimit}
					required
					placeholder="全文搜索"
					autoComplete="off"
				/>
				<button type="submit">搜索</button>
			</form>
		</search>
	);
}
