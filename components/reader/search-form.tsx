import { queryLimit } from '@/lib/search/search';

/** 搜索: works without script, on the header and on other pages. The script adds suggestions (script/suggest.ts). */
export function SearchForm({ id }: { id: string }) {
	return (
		<search>
			<form className="search-form" action="/search">
				<SearchField id={id} />
			</form>
		</search>
	);
}

/** What is looked for, and the button. */
export function SearchField({
	id,
	query = '',
	isRequired = true,
}: {
	id: string;
	query?: string;
	isRequired?: boolean;
}) {
	return (
		<>
			<label htmlFor={id}>搜索</label>
			<input
				id={id}
				type="search"
				name="q"
				defaultValue={query}
				maxLength={queryLimit}
				required={isRequired}
				placeholder="全文搜索"
				autoComplete="off"
				data-suggest="/search/suggest"
			/>
			<button type="submit">搜索</button>
		</>
	);
}
