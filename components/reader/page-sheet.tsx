import { Sheet } from '@/components/sheet/sheet';
import type { PublishedPage } from '@/lib/edition/published';
import type { PublishedPicture } from '@/lib/media/published';
import { pictureSources } from '@/lib/site/picture-address';
import { chineseDate, lunarDate, pageLabel, weekday } from '@/lib/time';
import { Nameplate } from './nameplate-drawing';

/** What the furniture of a page says of its day. */
export interface PaperFacts {
	name: string;
	cnNumber: string;
	sponsor: string;
	issueNo: number;
	/** Pages of the edition. */
	pages: number;
}

interface PageSheetProps {
	page: PublishedPage;
	paper: PaperFacts;
	pictures: ReadonlyMap<string, PublishedPicture>;
	/** On the front the site's nameplate stands in the place of the page's. */
	bare?: boolean;
}

/** A page as it was made up, with its furniture: nameplate on the first, folio on every other, credits at the foot. */
export function PageSheet({ page, paper, pictures, bare = false }: PageSheetProps) {
	const { editor, layout, proof } = page.credits;
	const credits = [editor && `责任编辑 ${editor}`, layout && `版式 ${layout}`, proof && `校对 ${proof}`].filter(
		Boolean,
	);
	const hasNameplate = page.brief.anchors.some((anchor) => anchor.kind === 'nameplate');
	const alts = new Map(
		page.brief.stories.flatMap((story) => story.figures).map((figure) => [figure.id, figure.caption]),
	);
	return (
		<div className="page-frame">
			<Sheet
				sheet={page.sheet}
				brief={page.brief}
				hrefOf={(id) => `/article/${id}`}
				figureOf={(id) => {
					const picture = pictures.get(id);
					// A picture may be gone from the public while the page's next version is on its way.
					if (!picture) return { src: '/icon.svg', alt: '', width: 3, height: 2 };
					const { src, width, height } = pictureSources(picture, 960);
					return { src, width, height, alt: alts.get(id) ?? '' };
				}}
				furniture={{
					nameplate: hasNameplate && !bare ? <NameplateBlock page={page} paper={paper} /> : undefined,
					folio: hasNameplate || bare ? undefined : <Folio page={page} paper={paper} />,
					credits: credits.join('　'),
				}}
			/>
		</div>
	);
}

/** 报头: the name, and around it what the law and habit want there. */
function NameplateBlock({ page, paper }: { page: PublishedPage; paper: PaperFacts }) {
	return (
		<div className="plate">
			<div className="plate-name">
				<Nameplate name={paper.name} />
			</div>
			<p className="plate-line">
				<span>{paper.cnNumber && `国内统一连续出版物号 ${paper.cnNumber}`}</span>
				<span>
					{chineseDate(page.date)}　{weekday(page.date)}　{lunarDate(page.date)}
				</span>
				<span>
					第 {paper.issueNo} 期　今日 {paper.pages} 版
				</span>
			</p>
		</div>
	);
}

/** 报眉: the page's number and name, the day, the paper. */
function Folio({ page, paper }: { page: PublishedPage; paper: PaperFacts }) {
	return (
		<p className="folio">
			<span className="folio-page">
				<b>{String(page.no).padStart(2, '0')}</b> {page.name}
			</span>
			<span>
				{chineseDate(page.date)}　{weekday(page.date)}
			</span>
			<span className="folio-paper">
				<Nameplate name={paper.name} />
				<span className="hidden">{pageLabel(page.no)}</span>
			</span>
		</p>
	);
}
