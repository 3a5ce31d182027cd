import { isTyped, Nameplate } from '@/components/reader/nameplate-drawing';
import { type House, imprintLine } from '@/lib/edition/paper/imprint';
import { chineseDate, type IsoDate, lunarDate, pageLabel, weekday } from '@/lib/time';

/** What nameplate and folio say; a fact that is unknown is left out. */
export interface PageFacts {
	no: number;
	name: string;
	date: IsoDate;
	paper: string;
	cnNumber?: string;
	/** On the last page. */
	imprint?: string;
	issueNo?: number;
	/** Pages of the edition. */
	pages?: number;
}

/** 报头: the name, and under it what the law and habit want there. */
export function Plate(facts: PageFacts) {
	return (
		<div className="plate">
			<div className="plate-name">
				<Nameplate name={facts.paper} />
			</div>
			<p className="plate-line">
				<span>{cnLine(facts)}</span>
				<span>{`${dayLine(facts)}　${lunarDate(facts.date)}`}</span>
				<span>{issueLine(facts)}</span>
			</p>
		</div>
	);
}

/** 报眉: the page's number and name, the day, the paper. */
export function Folio(facts: PageFacts) {
	return (
		<p className="folio">
			<span className="folio-page">
				<b>{String(facts.no).padStart(2, '0')}</b> {facts.name}
			</span>
			<span>{dayLine(facts)}</span>
			<span className="folio-paper">
				<Nameplate name={facts.paper} />
				<span className="visually-hidden">{pageLabel(facts.no)}</span>
			</span>
		</p>
	);
}

/** 责任行 */
export function creditsLine({ editor, layout, proof }: { editor: string; layout: string; proof: string }): string {
	return [editor && `责任编辑 ${editor}`, layout && `版式 ${layout}`, proof && `校对 ${proof}`]
		.filter(Boolean)
		.join('　');
}

/** What pages say of the newspaper itself; the imprint stands on the last of an edition. */
export function houseFacts(
	{ name, cnNumber, ...house }: House,
	{ no, pages }: { no: number; pages: number },
): Pick<PageFacts, 'paper' | 'cnNumber' | 'imprint'> {
	const imprint = no === pages ? imprintLine(house) : '';
	return { paper: name, cnNumber, ...(imprint && { imprint }) };
}

/** The texts of the furniture by the face that they are set in. */
export function furnitureTexts(facts: PageFacts): { song: string[]; head: string[]; hei: string[]; kai: string[] } {
	const digits = '0123456789';
	return {
		song: [cnLine(facts), dayLine(facts), lunarDate(facts.date), issueLine(facts), digits],
		head: isTyped(facts.paper) ? [facts.paper] : [],
		hei: [facts.name, digits],
		kai: facts.imprint ? [facts.imprint] : [],
	};
}

function cnLine({ cnNumber }: PageFacts): string {
	return cnNumber ? `国内统一连续出版物号 ${cnNumber}` : '';
}

function dayLine({ date }: PageFacts): string {
	return `${chineseDate(date)}　${weekday(date)}`;
}

function issueLine({ issueNo, pages }: PageFacts): string {
	return [issueNo && `第 ${issueNo} 期`, pages && `今日 ${pages} 版`].filter(Boolean).join('　');
}
