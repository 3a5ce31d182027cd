import { addDays, type IsoDate, isoToDate, lunarDate, weekday } from '@/lib/time';
import type { CheckSettings, Finding, Part, PartRule } from '../check';

const calendar = '公历';

/** Days of the calendar that are written but do not exist: 9月31日. */
const impossibleDate: PartRule = {
	id: 'impossible-date',
	name: '不存在的日期',
	severity: 'error',
	source: calendar,
	*look({ text }) {
		for (const date of datesIn(text)) {
			if (!isImpossible(date)) continue;
			yield { from: date.from, to: date.to, suggestions: [], message: `公历没有${shown(date)}这一天，请核对日期。` };
		}
	},
};

/** A date that gives its weekday, and gives the wrong one. */
const dateWeekday: PartRule = {
	id: 'date-weekday',
	name: '日期与星期',
	severity: 'error',
	source: calendar,
	*look(part, settings) {
		for (const date of datesIn(part.text)) {
			const finding = weekdayFinding(part, date, settings);
			if (finding) yield finding;
		}
	},
};

const relativeDays: Record<string, number> = {
	前天: -2,
	昨天: -1,
	昨日: -1,
	今天: 0,
	今日: 0,
	明天: 1,
	明日: 1,
	后天: 2,
};
const relativePattern =
	/(前天|昨天|昨日|今天|今日|明天|明日|后天)(?:[（(，]?(?:是)?(?:(\d{1,2})月)?(\d{1,2})日|[（(](?:星期|周)([一二三四五六日天]))/g;

/** 昨天（11月20日）, 今日（星期日）: measured against the day that the story is for, or was sent on. */
const relativeDay: PartRule = {
	id: 'relative-day',
	name: '今天、昨天与日期',
	severity: 'error',
	source: calendar,
	*look({ text }, settings) {
		const days = daysMeant(text, settings);
		for (const match of text.matchAll(relativePattern)) {
			const [written, word = '', month, day, ofWeek] = match;
			const meant = days.map((base) => addDays(base, relativeDays[word] ?? 0));
			if (meant.some((iso) => fits(iso, { month, day, ofWeek }))) continue;
			const iso = meant[0] as IsoDate;
			yield {
				from: match.index,
				to: match.index + written.length,
				suggestions: [],
				message: `“${word}”是${Number(iso.slice(5, 7))}月${Number(iso.slice(8))}日${weekday(iso)}，和这里写的对不上。`,
				severity: settings.isDayFixed ? 'error' : 'warning',
			};
		}
	},
};

/** The day of a dispatch (11月21日电) goes before the paper's; a story without a page is for today or tomorrow. */
function daysMeant(text: string, { day, isDayFixed }: CheckSettings): IsoDate[] {
	const sent = /(\d{1,2})月(\d{1,2})日(?:电|讯)/.exec(text);
	const iso = sent && nearest({ month: Number(sent[1]), day: Number(sent[2]) }, day);
	if (iso) return [iso];
	return isDayFixed ? [day] : [day, addDays(day, 1)];
}

interface WrittenDay {
	month: string | undefined;
	day: string | undefined;
	ofWeek: string | undefined;
}

function fits(iso: IsoDate, { month, day, ofWeek }: WrittenDay): boolean {
	if (ofWeek !== undefined) return weekday(iso).slice(2) === ofWeek.replace('天', '日');
	return Number(iso.slice(8)) === Number(day) && (month === undefined || Number(iso.slice(5, 7)) === Number(month));
}

const spanPattern =
	/(?<![\d.])(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:上午|下午|晚)?(?:至|到|—|－|-|～)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g;

/** 11月25日至11月23日; over the turn of the year a span without years may run backwards. */
const dateSpan: PartRule = {
	id: 'date-span',
	name: '起止日期的先后',
	severity: 'warning',
	source: calendar,
	*look({ text }) {
		for (const match of text.matchAll(spanPattern)) {
			const [written, year, month, day, endYear, endMonth, endDay] = match;
			const turns = year === undefined && endYear === undefined && Number(month) >= 9 && Number(endMonth) <= 6;
			const start = isoOf(Number(year ?? endYear ?? 2024), Number(month), Number(day));
			const end = isoOf(Number(endYear ?? year ?? 2024), Number(endMonth), Number(endDay));
			if (turns || !start || !end || start <= end) continue;
			yield {
				from: match.index,
				to: match.index + written.length,
				suggestions: [],
				message: '起的日期在止的日期之后，请核对。',
				severity: year !== undefined && endYear !== undefined ? 'error' : 'warning',
			};
		}
		for (const match of text.matchAll(/(?<!\d)((?:19|20)\d{2})年?(?:至|到|—|－|-|～)((?:19|20)\d{2})年/g)) {
			if (Number(match[1]) <= Number(match[2])) continue;
			yield {
				from: match.index,
				to: match.index + match[0].length,
				suggestions: [`${match[2]}—${match[1]}年`],
				message: '起的年份在止的年份之后，请核对。',
			};
		}
	},
};

const lunarPattern =
	/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日[（(，]?(?:是)?农历((?:闰)?[正一二三四五六七八九十冬腊]{1,2}月[初十廿二三][一二三四五六七八九十])/g;

/** 11月22日（农历十月十四） */
const lunarDay: PartRule = {
	id: 'lunar-day',
	name: '公历与农历',
	severity: 'warning',
	source: '农历的编算和颁行（GB/T 33661—2017）',
	*look({ text }, { day }) {
		for (const match of text.matchAll(lunarPattern)) {
			const [written, year, month, ofMonth, lunar = ''] = match;
			const date = { month: Number(month), day: Number(ofMonth) };
			const iso = year === undefined ? nearest(date, day) : isoOf(Number(year), date.month, date.day);
			const right = iso && lunarDate(iso).replace(/^农历.*?年/, '');
			if (!right || sameLunar(right, lunar)) continue;
			yield {
				from: match.index + written.length - lunar.length,
				to: match.index + written.length,
				suggestions: [right],
				message: `${date.month}月${date.day}日是农历${right}，不是${lunar}。`,
			};
		}
	},
};

/** 正月 一月, 冬月 十一月, 腊月 十二月 are the same months. */
function sameLunar(a: string, b: string): boolean {
	const plain = (lunar: string) =>
		lunar.replace('正月', '一月').replace('冬月', '十一月').replace('腊月', '十二月').replace('廿', '二十');
	return plain(a) === plain(b);
}

const issuePattern = /(?:本报|本刊)?总第(\d{1,6})期/g;

const issueNumber: PartRule = {
	id: 'issue-number',
	name: '总期号',
	severity: 'error',
	source: '本报期次',
	*look({ text }, { issueNo }) {
		if (issueNo === null) return;
		for (const match of text.matchAll(issuePattern)) {
			if (Number(match[1]) === issueNo) continue;
			yield {
				from: match.index,
				to: match.index + match[0].length,
				suggestions: [match[0].replace(/\d+/, String(issueNo))],
				message: `这一期的总期号是${issueNo}。`,
				severity: match[0].startsWith('本报') ? 'error' : 'warning',
			};
		}
	},
};

export const dateRules: readonly PartRule[] = [
	impossibleDate,
	dateWeekday,
	relativeDay,
	dateSpan,
	lunarDay,
	issueNumber,
];

interface WrittenDate {
	year: number | undefined;
	month: number;
	day: number;
	from: number;
	to: number;
}

const datePattern = /(?<![\d.．])(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g;

function* datesIn(text: string): Iterable<WrittenDate> {
	for (const match of text.matchAll(datePattern)) {
		const [all, year, month, day] = match;
		yield {
			year: year === undefined ? undefined : Number(year),
			month: Number(month),
			day: Number(day),
			from: match.index,
			to: match.index + all.length,
		};
	}
}

function shown({ year, month, day }: WrittenDate): string {
	return `${year === undefined ? '' : `${year}年`}${month}月${day}日`;
}

/** Without its year, 2月29日 may be one of a leap year. */
function isImpossible({ year = 2024, month, day }: WrittenDate): boolean {
	return isoOf(year, month, day) === undefined;
}

function isoOf(year: number, month: number, day: number): IsoDate | undefined {
	const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
	return isoToDate(iso) ? iso : undefined;
}

const weekdayAfter = /^(?:[（(，,]|\s)?(星期|周|礼拜)([一二三四五六日天])/;
const nearDays = 60;

function weekdayFinding({ text }: Part, date: WrittenDate, settings: CheckSettings): Finding | undefined {
	const after = weekdayAfter.exec(text.slice(date.to, date.to + 6));
	if (!after) return undefined;
	const iso = date.year === undefined ? nearest(date, settings.day) : isoOf(date.year, date.month, date.day);
	if (!iso) return undefined;
	const [written, word = '', day = ''] = after;
	const right = weekday(iso).slice(2);
	if (right === day.replace('天', '日')) return undefined;
	const from = date.to + written.length - word.length - 1;
	const isNear = Math.abs(Date.parse(iso) - Date.parse(settings.day)) <= nearDays * 86_400_000;
	return {
		from,
		to: from + word.length + 1,
		suggestions: [word + right],
		message: `${iso.slice(0, 4)}年${date.month}月${date.day}日是星期${right}，不是${word}${day}；日期和星期必有一个错了。`,
		severity: date.year !== undefined || isNear ? 'error' : 'warning',
	};
}

/** Of the years before, of and after `day` the one in which the date is nearest to it. */
function nearest({ month, day: ofMonth }: Pick<WrittenDate, 'month' | 'day'>, day: IsoDate): IsoDate | undefined {
	const year = Number(day.slice(0, 4));
	return [year, year - 1, year + 1]
		.flatMap((candidate) => isoOf(candidate, month, ofMonth) ?? [])
		.sort((a, b) => Math.abs(Date.parse(a) - Date.parse(day)) - Math.abs(Date.parse(b) - Date.parse(day)))[0];
}
