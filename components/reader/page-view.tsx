import type { DayNeighbours, PublishedPage } from '@/lib/edition/published';
import type { PublishedPicture } from '@/lib/media/published';
import type { PagePicture } from '@/lib/site/page-file/picture-address';
import { chineseDate, dayAndTime, type IsoDate, pageLabel, weekday } from '@/lib/time';
import { Calendar } from './calendar';
import { PageList } from './page-list';
import { PageSheet, type PaperFacts } from './page-sheet';
import { PageText } from './page-text';
import { PageTitles } from './page-titles';
import { SaveButton } from './save-button';

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
		<div className="page-view" data-edition={view.isLatest ? page.date : undefined}>
			<PageHead {...view} />
			<div className="page-stage">
				<label className="page-zoom">
					<input id="zoom" type="checkbox" autoComplete="off" />
					<span>放大版面</span>
				</label>
				{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
				<section className="page-pane" aria-label="版面" tabIndex={0}>
					<PageSheet page={page} paper={paper} pictures={pictures} />
				</section>
				<p className="page-hint">点一篇看全文，左右滑动翻版。</p>
			</div>
			<aside className="page-side" aria-label="本版与其他版面">
				<section aria-labelledby="titles-head">
					<h2 id="titles-head" className="rubric">
						本版目录
					</h2>
					<PageTitles page={page} paired />
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
			<PageText page={page} pictures={pictures} />
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
			<p className="page-acts if-script">
				<button type="button" data-act="listen">
					听整版
				</button>
				{isLatest && <SaveButton date={page.date} />}
			</p>
			{isLatest && page.date < today && <p className="page-note">今天的报纸尚未出版，这是最新一期。</p>}
			{page.version > 1 && <p className="page-note">本版于 {dayAndTime(page.updatedAt)} 更新。</p>}
		</header>
	);
}

type Side = 'prev' | 'next';

/** The arrow keys and the swipe follow these links. */
const keys: Record<Side, { key: string; sign: string }> = {
	prev: { key: 'ArrowLeft', sign: '←' },
	next: { key: 'ArrowRight', sign: '→' },
};

function Turn({ page, label, rel }: { page: PublishedPage | undefined; label: string; rel: Side }) {
	if (!page) return <span className="off">{label}</span>;
	const { key, sign } = keys[rel];
	return (
		<a
			href={`/paper/${page.date}/${page.no}`}
			rel={rel}
			data-turn={`page-${rel}`}
			aria-keyshortcuts={key}
			title={`${pageLabel(page.no)} ${page.name}（${sign} 键）`}
		>
			{label}
		</a>
	);
}

/** 上一期, 下一期: the days that had a paper, whatever lies between. */
function EditionLinks({ days }: PageViewData) {
	return (
		<p className="page-turn">
			<Day date={days.before} label="上一期" rel="prev" />
			<Day date={days.after} label="下一期" rel="next" />
		</p>
	);
}

function Day({ date, label, rel }: { date: IsoDate | undefined; label: string; rel: Side }) {
	if (!date) return <span className="off">{label}</span>;
	const { key, sign } = keys[rel];
	return (
		<a
			href={`/paper/${date}/1`}
			rel={rel}
			data-turn={`day-${rel}`}
			aria-keyshortcuts={`Shift+${key}`}
			title={`${chineseDate(date)}（Shift ${sign} 键）`}
		>
			{label}
		</a>
	);
}
