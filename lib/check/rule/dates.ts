import { type IsoDate, isoToDate, weekday } from '@/lib/time';
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

export const dateRules: readonly PartRule[] = [impossibleDate, dateWeekday];

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
function nearest({ month, day: ofMonth }: WrittenDate, day: IsoDate): IsoDate | undefined {
	const year = Number(day.slice(0, 4));
	return [year, year - 1, year + 1]
		.flatMap((candidate) => isoOf(candidate, month, ofMonth) ?? [])
		.sort((a, b) => Math.abs(Date.parse(a) - Date.parse(day)) - Math.abs(Date.parse(b) - Date.parse(day)))[0];
}
