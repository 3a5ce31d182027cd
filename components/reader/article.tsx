import { amendmentNames, oneLine } from '@/lib/article/article';
import { bylineText } from '@/lib/article/byline';
import type { PublishedArticle, StoryRow } from '@/lib/article/published';
import type { PublishedHeading } from '@/lib/column/published';
import type { PublishedPage } from '@/lib/edition/published';
import type { PublishedPicture } from '@/lib/media/published';
import { toReadingBlocks } from '@/lib/site/article-blocks';
import { chineseDate, dayAndTime } from '@/lib/time';
import { Body } from './body';
import { Lines, type LinkedName, LinkedNames } from './inline';
import { PageMap } from './page-map';
import { StoryList } from './story-list';
import { placeHref, StoryPlace } from './story-place';
import { StoryTools } from './story-tools';

/** Everything that an article's page shows. */
export interface ArticleView {
	paper: string;
	article: PublishedArticle;
	/** The page on which it stands. */
	page: PublishedPage | undefined;
	column: PublishedHeading | undefined;
	series: PublishedHeading | undefined;
	tags: readonly PublishedHeading[];
	/** Its signers, with their pages where they have one. */
	names: readonly LinkedName[];
	pictures: ReadonlyMap<string, PublishedPicture>;
	/** The stories before and after it on its page. */
	previous: StoryRow | undefined;
	next: StoryRow | undefined;
	/** Others of its column, latest first. */
	more: readonly StoryRow[];
	/** Of the same matter, whatever their column. */
	related: readonly StoryRow[];
	/** Where readers have it, with the site's name before it; left out as long as they do not. */
	address?: string;
}

/** 第 01 版, as a source line gives it. */
function pageNumber(no: number): string {
	return `第 ${String(no).padStart(2, '0')} 版`;
}

/** An article, in the order in which a newspaper gives it. */
export function Article(view: ArticleView) {
	const { article } = view;
	return (
		<div className="article-page">
			<Place {...view} />
			<article className="article" aria-labelledby="headline">
				<ArticleHead {...view} />
				<Body
					blocks={toReadingBlocks(article.body.content)}
					dateline={article.dateline}
					names={view.names}
					pictures={view.pictures}
				/>
				<Amendments article={article} />
				<footer className="article-foot">
					{view.page?.credits.editor && <p>责任编辑：{view.page.credits.editor}</p>}
					{view.tags.length > 0 && (
						<ul className="tags" aria-label="标签">
							{view.tags.map((tag) => (
								<li key={tag.id}>
									<a href={`/tag/${tag.slug}`}>{tag.name}</a>
								</li>
							))}
						</ul>
					)}
				</footer>
			</article>
			<Onward {...view} />
		</div>
	);
}

/** Where it stands: the paper, the day, the page; beside it the page as a map with the story in it. */
function Place({ paper, article, page }: ArticleView) {
	return (
		<nav className="place" aria-label="所在版面">
			{page && (
				<a className="place-map" href={placeHref(article)} aria-label="回到原版面">
					<PageMap page={page} story={article.id} />
				</a>
			)}
			<p>
				<a href="/">{paper}</a>
				{article.pageNo > 0 ? (
					<a href={`/paper/${article.date}/1`}>{chineseDate(article.date)}</a>
				) : (
					<span>{chineseDate(article.date)}</span>
				)}
				<StoryPlace row={article} />
			</p>
		</nav>
	);
}

function ArticleHead({ paper, article, column, series, names, address }: ArticleView) {
	const { kicker, headline, printedHeadline, deck, dateline, date, pageNo, pageName, words } = article;
	const byline = bylineText(article.bylines, dateline);
	return (
		<header className="article-head">
			{series && (
				<p className="banner">
					<a href={`/series/${series.slug}`}>{series.name}</a>
				</p>
			)}
			{column && (
				<p className="badge">
					<a href={`/column/${column.slug}`}>{column.name}</a>
				</p>
			)}
			{kicker && (
				<p className="kicker">
					<Lines text={kicker} />
				</p>
			)}
			<h1 id="headline">
				<Lines text={headline} />
			</h1>
			{deck && (
				<p className="deck">
					<Lines text={deck} />
				</p>
			)}
			{byline && (
				<p className="byline">
					<LinkedNames text={byline} names={names} />
				</p>
			)}
			<p className="source">
				<span>
					《{paper}》（<time dateTime={date}>{chineseDate(date)}</time> {pageNo > 0 ? pageNumber(pageNo) : pageName}）
				</span>
				<span>{words} 字</span>
				{pageNo > 0 && printedHeadline !== headline && <span>见报标题：{oneLine(printedHeadline)}</span>}
			</p>
			{address && <StoryTools article={article} address={address} />}
		</header>
	);
}

/** 更正: what was wrong stands for all to see, below the text that is right now. */
function Amendments({ article }: { article: PublishedArticle }) {
	return article.amendments.map(({ kind, note, at }) => (
		<section key={at.toISOString()} className="correction" aria-label={amendmentNames[kind]}>
			<h2>{amendmentNames[kind]}</h2>
			<p>{note}</p>
			<p className="correction-at">
				<time dateTime={at.toISOString()}>{dayAndTime(at)}</time>
				<a href="/correction">更正与说明</a>
			</p>
		</section>
	));
}

/** Where one reads on: the neighbours on the page, the column. */
function Onward({ previous, next, column, more, related }: ArticleView) {
	return (
		<aside className="onward" aria-label="继续阅读">
			{(previous || next) && (
				<nav className="neighbours" aria-label="本版其他文章">
					{previous && <Neighbour label="上一篇" story={previous} rel="prev" />}
					{next && <Neighbour label="下一篇" story={next} rel="next" />}
				</nav>
			)}
			{related.length > 0 && (
				<section aria-labelledby="related-head">
					<h2 id="related-head" className="rubric">
						相关报道
					</h2>
					<StoryList rows={related} level={3} />
				</section>
			)}
			{column && more.length > 0 && (
				<section aria-labelledby="more-head">
					<h2 id="more-head" className="rubric">
						<a href={`/column/${column.slug}`}>{column.name}</a>
					</h2>
					<StoryList rows={more} level={3} />
				</section>
			)}
		</aside>
	);
}

function Neighbour({ label, story, rel }: { label: string; story: StoryRow; rel: string }) {
	return (
		<a className={`neighbour ${rel}`} href={`/article/${story.id}`} rel={rel}>
			<span className="label">{label}</span>
			{oneLine(story.headline)}
		</a>
	);
}

/** 410: what was withdrawn, with the notice in its place. */
export function Withdrawn({ note, at }: { note: string; at: Date }) {
	return (
		<section className="notice">
			<h1 className="notice-head">本文已撤稿</h1>
			{note && <p>{note}</p>}
			<p>
				撤稿时间：<time dateTime={at.toISOString()}>{dayAndTime(at)}</time>
			</p>
			<p>
				<a href="/paper">看最新一期报纸</a>
			</p>
		</section>
	);
}
