import type { Brief } from '@/lib/makeup/sheet';
import { chineseDate, type IsoDate, weekday } from '@/lib/time';
import { type House, imprintParts } from '../paper/imprint';
import type { PageCredits } from '../schema';

/** One thing that was checked, in a sentence; an error keeps the page from print. */
export interface Finding {
	ok: boolean;
	says: string;
	/** What whoever locks the page may say to it: why room is left white. */
	asks?: 'whyHoles';
}

/** What the furniture of a page is checked against. */
export interface FurnitureFacts {
	/** As the proof has it. */
	brief: Brief;
	page: { no: number; name: string };
	edition: {
		date: IsoDate;
		issueNo: number;
		/** Numbers of all its pages. */
		pageNos: readonly number[];
		/** 总期号 of the edition before it and of the one behind it; null where there is none. */
		issueBefore: number | null;
		issueAfter: number | null;
	};
	house: House;
	/** As they will print. */
	credits: PageCredits;
}

/** 报头报眉检查: nameplate, date and weekday, 总期号, page numbers, CN number and imprint, credits. In the order of a reader's eye. */
export function checkFurniture(facts: FurnitureFacts): Finding[] {
	return [
		nameplate(facts),
		folio(facts),
		date(facts),
		issueNumber(facts),
		pageNumbers(facts),
		...imprint(facts),
		credits(facts),
	];
}

function nameplate({ brief, page }: FurnitureFacts): Finding {
	const has = brief.anchors.some(({ kind }) => kind === 'nameplate');
	if (page.no === 1) return { ok: has, says: has ? '1版有报头' : '1版没有报头' };
	return { ok: !has, says: has ? `${page.no}版不该有报头` : '报眉在版心上方，没有报头' };
}

function folio({ brief, page, house }: FurnitureFacts): Finding {
	const printed = `${brief.page.paper} ${brief.page.no}版 ${brief.page.name}`;
	const ok = brief.page.no === page.no && brief.page.name === page.name && brief.page.paper === house.name;
	return {
		ok,
		says: ok
			? `版次版名：${printed}`
			: `校样印的是 ${printed}，现在是 ${house.name} ${page.no}版 ${page.name}，请重新出样`,
	};
}

function date({ brief, edition }: FurnitureFacts): Finding {
	const day = `${chineseDate(edition.date)} ${weekday(edition.date)}`;
	const ok = brief.page.date === edition.date;
	return {
		ok,
		says: ok ? `日期：${day}` : `校样印的日期是 ${chineseDate(brief.page.date)}，这一期是 ${day}，请重新出样`,
	};
}

function issueNumber({ edition: { issueNo, issueBefore, issueAfter } }: FurnitureFacts): Finding {
	const follows = issueBefore === null || issueNo === issueBefore + 1;
	const precedes = issueAfter === null || issueNo < issueAfter;
	if (follows && precedes) return { ok: true, says: `总期号：第 ${issueNo} 期` };
	const wrong = follows ? `后一期是第 ${issueAfter} 期` : `前一期是第 ${issueBefore} 期`;
	return { ok: false, says: `总期号第 ${issueNo} 期不连续：${wrong}` };
}

function pageNumbers({ edition: { pageNos } }: FurnitureFacts): Finding {
	const ok = pageNos.every((no, index) => no === index + 1);
	return { ok, says: ok ? `今日 ${pageNos.length} 版，版次连续` : `版次不连续：${pageNos.join('、')}` };
}

/** 《报纸出版管理规定》第三十一条 */
function imprint({ house }: FurnitureFacts): Finding[] {
	const parts = [{ name: '国内统一连续出版物号', value: house.cnNumber.trim() }, ...imprintParts(house)];
	const missing = parts.filter(({ value }) => value === '').map(({ name }) => name);
	if (missing.length === 0) return [{ ok: true, says: `${house.cnNumber}，版权信息齐全，印在末版` }];
	return [{ ok: false, says: `版权信息缺${missing.join('、')}，请管理员在“设置”里补上` }];
}

function credits({ credits: { editor, layout, proof } }: FurnitureFacts): Finding {
	const missing = [!editor && '责任编辑', !layout && '版式', !proof && '校对'].filter(Boolean);
	if (missing.length > 0) return { ok: false, says: `责任行缺${missing.join('、')}` };
	return { ok: true, says: `责任编辑 ${editor}　版式 ${layout}　校对 ${proof}` };
}
