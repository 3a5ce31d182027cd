import type { StoryRow } from '@/lib/article/published';
import type { PublishedPage } from '@/lib/edition/published';
import type { PublishedPicture } from '@/lib/media/published';
import type { PagePicture } from '@/lib/site/page-file/picture-address';
import { chineseDate, type IsoDate, lunarDate, pageLabel, weekday } from '@/lib/time';
import { Clauses } from './inline';
import { Nameplate } from './nameplate-drawing';
import { PageList } from './page-list';
import { PageSheet, type PaperFacts } from './page-sheet';
import { PageTitles } from './page-titles';
import { SaveButton } from './save-button';

/** Everything that the front shows: the latest edition. */
export interface FrontView {
	paper: PaperFacts;
	pages: readonly PublishedPage[];
	/** What is online and on no page yet, latest first. */
	online: readonly StoryRow[];
	pictures: ReadonlyMap<string, PublishedPicture>;
	/** Pictures of the pages, by number. */
	pagePictures: ReadonlyMap<number, PagePicture>;
	today: IsoDate;
}

/** 首页: the nameplate, the first page true to the paper, the titles of every page beside it. */
export function Front({ paper, pages, online, pictures, pagePictures, today }: FrontView) {
	const [first] = pages;
	if (!first) {
		return (
			<section className="notice">
				<h1 className="notice-head">{paper.name}</h1>
				<p>第一期报纸还没有出版。</p>
				<Online stories={online} />
			</section>
		);
	}
	return (
		<>
			<FrontPlate paper={paper} date={first.date} />
			{first.date < today && (
				<p className="front-note">
					今天的报纸尚未出版，这是 <time dateTime={first.date}>{chineseDate(first.date)}</time> 的报纸。
				</p>
			)}
			<div className="front" data-edition={first.date}>
				<div className="front-page">
					<PageSheet page={first} paper={paper} pictures={pictures} bare />
					{pages.length > 1 && (
						<nav className="front-pages" aria-label="各版版面">
							<PageList pages={pages} pictures={pagePictures} />
						</nav>
					)}
				</div>
				<nav className="front-titles" aria-label="各版标题">
					<Online stories={online} />
					{pages.map((page) => (
						<section key={page.no} aria-labelledby={`page-${page.no}`}>
							<h2 id={`page-${page.no}`} className="rubric">
								<a href={`/paper/${page.date}/${page.no}`}>
									{pageLabel(page.no)}：{page.name}
								</a>
							</h2>
							<PageTitles page={page} paired={page === first} />
						</section>
					))}
					<p className="page-acts if-script">
						<SaveButton date={first.date} />
					</p>
				</nav>
			</div>
		</>
	);
}

/** 网络首发: what readers have before it is printed. */
function Online({ stories }: { stories: readonly StoryRow[] }) {
	if (stories.length === 0) return null;
	return (
		<section aria-labelledby="online">
			<h2 id="online" className="rubric">
				网络首发
			</h2>
			<ol className="titles">
				{stories.map((story) => (
					<li key={story.id} className="title-rank3">
						<a href={`/article/${story.id}`}>
							<span className="titles-head">
								<Clauses text={story.headline} />
							</span>
						</a>
					</li>
				))}
			</ol>
		</section>
	);
}

/** 报头 of the site: the name between its two ears, under it a double rule. */
function FrontPlate({ paper, date }: { paper: PaperFacts; date: IsoDate }) {
	return (
		<div className="front-plate">
			<p className="front-ear">
				<time dateTime={date}>{chineseDate(date)}</time>
				<span>{weekday(date)}</span>
				<span>{lunarDate(date)}</span>
			</p>
			<h1>
				<Nameplate name={paper.name} />
			</h1>
			<p className="front-ear">
				<span>第 {paper.issueNo} 期</span>
				<span>今日 {paper.pages} 版</span>
				{paper.cnNumber && <span>{paper.cnNumber}</span>}
			</p>
		</div>
	);
}
