import type { PublishedHeading } from '@/lib/column/published';
import { chineseDate, type IsoDate, weekday } from '@/lib/time';
import { SearchForm } from './search-form';

interface MissingProps {
	columns: readonly PublishedHeading[];
	/** What is said instead of the usual. */
	hint: string | undefined;
	/** Days of papers to look at. */
	near: readonly IsoDate[];
}

const usual = '地址可能抄错了一个字，也可能这一页从来没有过。刊发过的稿件，地址永远不变。';

/** 404: says so, and offers the ways on. */
export function MissingPage({ columns, hint = usual, near }: MissingProps) {
	return (
		<section className="notice">
			<h1 className="notice-head">没有这一页</h1>
			<p>{hint}</p>
			{near.length > 0 && (
				<ul className="notice-list">
					{near.map((date) => (
						<li key={date}>
							<a href={`/paper/${date}/1`}>
								{chineseDate(date)} {weekday(date)}
							</a>
						</li>
					))}
				</ul>
			)}
			<p>
				<a href="/paper">看最新一期报纸</a>，或者找一找：
			</p>
			<SearchForm id="notice-search" />
			<ul className="notice-columns">
				{columns.map(({ slug, name }) => (
					<li key={slug}>
						<a href={`/column/${slug}`}>{name}</a>
					</li>
				))}
			</ul>
		</section>
	);
}
