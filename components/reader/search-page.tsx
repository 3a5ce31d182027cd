import type { SearchHit } from '@/lib/search/published';
import { cutSnippet, markHits, wordsOf } from '@/lib/search/search';
import { chineseDate } from '@/lib/time';
import { Pager } from './pager';
import { SearchForm } from './search-form';
import { StoryPlace } from './story-place';

export interface SearchView {
	query: string;
	hits: readonly SearchHit[];
	total: number;
	page: number;
	pages: number;
}

/** 搜索: the form, and what it found. */
export function SearchPage({ query, hits, total, page, pages }: SearchView) {
	const words = wordsOf(query);
	return (
		<section className="search-page">
			<h1>搜索</h1>
			<SearchForm id="search" query={query} />
			{query === '' ? (
				<Advice />
			) : total === 0 ? (
				<Nothing query={query} />
			) : (
				<p className="search-total">找到 {total} 篇</p>
			)}
			<ol className="hits">
				{hits.map((hit) => (
					<li key={hit.id}>
						<h2>
							<a href={`/article/${hit.id}`}>
								<Marked text={hit.headline.replace(/\n/g, '　')} words={words} />
							</a>
						</h2>
						<p className="hit-text">
							<Marked text={cutSnippet(hit.text, words)} words={words} />
						</p>
						<p className="stories-place">
							<time dateTime={hit.date}>{chineseDate(hit.date)}</time>
							<StoryPlace row={hit} />
						</p>
					</li>
				))}
			</ol>
			<Pager
				page={page}
				pages={pages}
				hrefOf={(n) => `/search?${new URLSearchParams({ q: query, page: String(n) })}`}
			/>
		</section>
	);
}

function Marked({ text, words }: { text: string; words: readonly string[] }) {
	return markHits(text, words).map((run, index) =>
		// biome-ignore lint/suspicious/noArrayIndexKey: static markup has no state to lose
		run.hit ? <mark key={index}>{run.text}</mark> : run.text,
	);
}

function Advice() {
	return (
		<div className="search-advice">
			<p>输入一个词，在刊发过的全部稿件里找：标题、正文、署名都算。</p>
			<ul>
				<li>找人：写全名，例如记者或受访者的姓名。</li>
				<li>几个词用空格隔开，找到的稿件每个词都有。</li>
				<li>全角半角、大写小写不分。</li>
			</ul>
		</div>
	);
}

function Nothing({ query }: { query: string }) {
	return (
		<div className="search-advice">
			<p>没有找到含“{query}”的稿件。</p>
			<ul>
				<li>换一个更短的词试试，例如只留姓名或地名。</li>
				<li>
					记得日期的话，从 <a href="/paper">版面</a> 的日历里翻那一天的报纸。
				</li>
			</ul>
		</div>
	);
}
