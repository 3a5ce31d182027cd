import type { PublishedHeading } from '@/lib/column/published';
import { type FilterName, filterNames, hrefOfAsk, isEmptyAsk, mostPages, type SearchAsk } from '@/lib/search/ask';
import type { SearchResults } from '@/lib/search/published';
import { amountOf, ignoredWords, mostWords, resultsPerPage } from '@/lib/search/search';
import type { Others } from '@/lib/search/suggest/published';
import { Pager } from './pager';
import { SearchAdvice, SearchNothing } from './search-advice';
import { SearchFilters } from './search-filters';
import { SearchField } from './search-form';
import { SearchHits } from './search-hits';

export interface SearchView {
	ask: SearchAsk;
	/** Why it was not searched, in sentences. */
	troubles: readonly string[];
	/** Of what the filters name. */
	names: Partial<Record<FilterName, string>>;
	columns: readonly PublishedHeading[];
	found: (SearchResults & { words: readonly string[]; pages: number; others: Others | undefined }) | undefined;
}

/** 搜索: the form, and what it found. */
export function SearchPage({ ask, troubles, names, columns, found }: SearchView) {
	const ignored = ignoredWords(ask.query);
	return (
		<section className="search-page">
			<h1>搜索</h1>
			<search>
				<form className="search-main" action="/search">
					<div className="search-form">
						<SearchField id="search" query={ask.query} isRequired={false} />
					</div>
					<SearchFilters ask={ask} columns={columns} />
					{ask.order === 'latest' && <input type="hidden" name="order" value="latest" />}
				</form>
			</search>
			{troubles.length > 0 && (
				<div className="search-trouble" role="alert">
					{troubles.map((trouble) => (
						<p key={trouble}>{trouble}</p>
					))}
				</div>
			)}
			{ignored.length > 0 && (
				<p className="search-total">
					一次最多找 {mostWords} 个词，后面的“{ignored.join(' ')}”没有用上。
				</p>
			)}
			<Chips ask={ask} names={names} />
			{isEmptyAsk(ask) && <SearchAdvice />}
			{found && <Found ask={ask} columns={columns} found={found} />}
		</section>
	);
}

function Found({ ask, columns, found }: { ask: SearchAsk; columns: SearchView['columns']; found: Existing }) {
	if (found.hits.length === 0 && ask.page > 1) {
		return (
			<p className="search-total">
				第 {ask.page} 页没有稿件了，<a href={hrefOfAsk(ask)}>回到第 1 页</a>
			</p>
		);
	}
	if (found.hits.length === 0) {
		const { words, others, counted } = found;
		return <SearchNothing {...{ ask, words, columns, others }} isCut={counted === 'least'} />;
	}
	return (
		<>
			<div className="search-head">
				<p className="search-total">{totalWords(found)}</p>
				{ask.query !== '' && <Orders ask={ask} />}
			</div>
			<Facets ask={ask} columns={columns} found={found} />
			<SearchHits hits={found.hits} words={found.words} />
			<Pager page={ask.page} pages={found.pages} hrefOf={(page) => hrefOfAsk(ask, { page })} />
		</>
	);
}

type Existing = NonNullable<SearchView['found']>;

function totalWords(found: Existing): string {
	const listed = mostPages * resultsPerPage;
	const isCut = found.total > listed || (found.counted === 'least' && found.total === listed);
	return `找到${amountOf(found)}${isCut ? `，只列出前 ${mostPages} 页，可以加筛选缩小范围` : ''}`;
}

function Orders({ ask }: { ask: SearchAsk }) {
	const orders = [
		['best', '相关'],
		['latest', '最新'],
	] as const;
	return (
		<nav className="search-orders" aria-label="排序">
			{orders.map(([order, name]) => (
				<a key={order} href={hrefOfAsk(ask, { order })} aria-current={ask.order === order ? 'true' : undefined}>
					{name}
				</a>
			))}
		</nav>
	);
}

const chipNames: Record<FilterName, (text: string) => string> = {
	column: (text) => `栏目：${text}`,
	reporter: (text) => `记者：${text}`,
	tag: (text) => `标签：${text}`,
	no: (text) => `第 ${text} 版`,
	from: (text) => `${text} 起`,
	to: (text) => `${text} 止`,
};

/** The filters that are on; each is a link that takes it away. */
function Chips({ ask, names }: Pick<SearchView, 'ask' | 'names'>) {
	const chosen = filterNames.filter((name) => ask[name] !== '');
	if (chosen.length === 0) return null;
	const without = (some: readonly FilterName[]) => hrefOfAsk(ask, Object.fromEntries(some.map((name) => [name, ''])));
	return (
		<ul className="search-chips" aria-label="筛选">
			{chosen.map((name) => {
				const words = chipNames[name](names[name] ?? ask[name]);
				return (
					<li key={name}>
						<a href={without([name])} aria-label={`去掉“${words}”`}>
							{words}
						</a>
					</li>
				);
			})}
			{chosen.length > 1 && (
				<li>
					<a className="search-clear" href={without(chosen)}>
						全部去掉
					</a>
				</li>
			)}
		</ul>
	);
}

const mostColumns = 8;
const mostYears = 12;

/** In which columns and years they stand, as links that keep to one. */
function Facets({ ask, columns, found }: { ask: SearchAsk; columns: SearchView['columns']; found: Existing }) {
	const byId = new Map(columns.map((column) => [column.id, column]));
	const inColumns =
		ask.column === ''
			? found.columns.flatMap(({ id, stories }) => {
					const column = byId.get(id);
					return column ? [{ name: column.name, href: hrefOfAsk(ask, { column: column.slug }), stories }] : [];
				})
			: [];
	const inYears =
		ask.from === '' && ask.to === ''
			? found.years.map(({ year, stories }) => ({
					name: `${year}年`,
					href: hrefOfAsk(ask, { from: `${year}-01-01`, to: `${year}-12-31` }),
					stories,
				}))
			: [];
	return (
		<>
			<Facet name="栏目" choices={inColumns.slice(0, mostColumns)} />
			<Facet name="年份" choices={inYears.slice(0, mostYears)} />
		</>
	);
}

function Facet({ name, choices }: { name: string; choices: { name: string; href: string; stories: number }[] }) {
	if (choices.length < 2) return null;
	return (
		<nav className="search-facet" aria-label={`按${name}`}>
			<span>{name}</span>
			<ul>
				{choices.map((choice) => (
					<li key={choice.href}>
						<a href={choice.href}>
							{choice.name} <small>{choice.stories}</small>
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
