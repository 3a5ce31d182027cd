import type { PublishedHeading } from '@/lib/column/published';
import { filterNames, hrefOfAsk, type SearchAsk } from '@/lib/search/ask';
import { fold } from '@/lib/search/fold';
import { amountOf } from '@/lib/search/search';
import type { Others } from '@/lib/search/suggest/published';

export function SearchAdvice() {
	return (
		<div className="search-advice">
			<p>输入一个词，在刊发过的全部稿件里找：标题、正文、图说、署名、标签都算。</p>
			<ul>
				<li>找人：写全名，例如记者或受访者的姓名。</li>
				<li>几个词用空格隔开，找到的稿件每个词都有。</li>
				<li>简体繁体、全角半角、大写小写不分。</li>
				<li>可以按栏目、记者、标签、版次、日期筛选，不写词也行。</li>
			</ul>
		</div>
	);
}

interface NothingProps {
	ask: SearchAsk;
	words: readonly string[];
	columns: readonly PublishedHeading[];
	others: Others | undefined;
	/** Whether older stories may hold it still. */
	isCut: boolean;
}

/** 没有找到, and what else may be meant. */
export function SearchNothing({ ask, words, columns, others, isCut }: NothingProps) {
	const cleared = Object.fromEntries(filterNames.map((name) => [name, '']));
	const isFiltered = filterNames.some((name) => ask[name] !== '');
	const alike = columns.filter(({ name }) =>
		words.some((word) => fold(name).includes(word) || word.includes(fold(name))),
	);
	return (
		<div className="search-advice">
			<p>
				{ask.query === '' ? '没有符合这些条件的稿件。' : `没有找到含“${ask.query}”的稿件。`}
				{isCut && '更早的稿件没有全部查完，请换一个更具体的词，或加上日期。'}
			</p>
			<ul>
				{isFiltered && ask.query !== '' && (
					<li>
						<a href={hrefOfAsk(ask, cleared)}>去掉筛选</a>
						{others?.unfiltered ? `，有${amountOf(others.unfiltered)}` : '再找一次'}
					</li>
				)}
				{others && others.queries.length > 0 && (
					<li>
						您要找的是不是：
						{others.queries.map((query) => (
							<a key={query} className="search-other" href={hrefOfAsk(ask, { query })}>
								{query}
							</a>
						))}
					</li>
				)}
				{alike.length > 0 && (
					<li>
						有这样的栏目：
						{alike.map(({ slug, name }) => (
							<a key={slug} className="search-other" href={`/column/${slug}`}>
								{name}
							</a>
						))}
					</li>
				)}
				<li>换一个更短的词试试，例如只留姓名或地名。</li>
				<li>
					记得日期的话，从 <a href="/paper">版面</a> 的日历里翻那一天的报纸。
				</li>
			</ul>
		</div>
	);
}
