import type { DayNeighbours, PublishedPage } from '@/lib/edition/published';
import type { PublishedPicture } from '@/lib/media/published';
import type { PagePicture } from '@/lib/site/page-file/picture-address';
import { chineseDate, dayAndTime, type IsoDate, pageLabel, weekday } from '@/lib/time';
import { Calendar } from './calendar';
import { PageList } from './page-list';
import { PageSheet, type PaperFacts } from './page-sheet';
import { PageTitles } from './page-titles';

/** Everything that a page view 版面 shows. */
export interface PageViewData {
	paper: PaperFacts;
	/** All pages of the edition, in order. */
	pages: readonly PublishedPage[];
	page: PublishedPage;
	pictures: ReadonlyMap<string, PublishedPicture>;
	/** Pictures of the pages, by number. */
	pagePictures: ReadonlyMap<number, PagePicture>;
	days: DayNeighbours;
	today: IsoDate;
	/** Whether this is the latest edition. */
	isLatest: boolean;
}

/** 版面: the page as the paper prints it; beside it its titles, the other pages, the other days. */
export function PageView(view: PageViewData) {
	const { page, paper, pictures } = view;
	return (
		<div className="page-view">
			<PageHead {...view} />
			<div className="page-stage">
				<PageSheet page={page} paper={paper} pictures={pictures} />
				<p className="page-hint">点开一篇看全文。</p>
			</div>
			<aside className="page-side" aria-label="本版与其他版面">
				<section aria-labelledby="titles-head">
					<h2 id="titles-head" className="rubric">
						本版目录
					</h2>
					<PageTitles page={page} />
				</section>
				<section aria-labelledby="pages-head">
					<h2 id="pages-head" className="rubric">
						版面目录
					</h2>
					<PageList pages={view.pages} pictures={view.pagePictures} current={page.no} />
				</section>
				<section aria-labelledby="days-head">
					<h2 id="days-head" className="rubric">
						往期
					</h2>
					<EditionLinks {...view} />
					<Calendar date={page.date} today={view.today} days={view.days} />
				</section>
			</aside>
		</div>
	);
}

function PageHead({ page, pages, today, isLatest }: PageViewData) {
	const at = pages.findIndex((candidate) => candidate.no === page.no);
	return (
		<header className="page-head">
			<h1>
				<span className="page-no">{pageLabel(page.no)}</span> {page.name}
			</h1>
			<p className="page-day">
				<time dateTime={page.date}>{chineseDate(page.date)}</time> {weekday(page.date)}
				<a href={`/paper/${page.date}/${page.no}.pdf`} type="application/pdf">
					本版 PDF
				</a>
				{pages.length > 1 && (
					<a href={`/paper/${page.date}.pdf`} type="application/pdf">
						整期 PDF
					</a>
				)}
			</p>
			<nav className="page-turn" aria-label="翻版">
				<Turn page={pages[at - 1]} label="上一版" rel="prev" />
				<Turn page={pages[at + 1]} label="下一版" rel="next" />
			</nav>
			{isLatest && page.date < today && <p className="page-note">今天的报纸尚未出版，这是最新一期。</p>}
			{page.version > 1 && <p className="page-note">本版于 {dayAndTime(page.updatedAt)} 更新。</p>}
		</header>
	);
}

function Turn({ page, label, rel }: { page: PublishedPage | undefined; label: string; rel: string }) {
	if (!page) return <span className="off">{label}</span>;
	return (
		<a href={`/paper/${page.date}/${page.no}`} rel={rel} title={`${pageLabel(page.no)} ${page.name}`}>
			{label}
		</a>
	);
}

function EditionLinks({ days }: PageViewData) {
	return (
		<p className="page-turn">
			{days.before ? (
				<a href={`/paper/${days.before}/1`} rel="prev" title={chineseDate(days.before)}>
					上一期
				</a>
			) : (
				<span className="off">上一期</span>
			)}
			{days.after ? (
				<a href={`/paper/${days.after}/1`} rel="next" title={chineseDate(days.after)}>
					下一期
				</a>
			) : (
				<span className="off">下一期</span>
			)}
		</p>
	);
}
