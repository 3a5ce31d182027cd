const zone = 'Asia/Shanghai';

const isoFormat = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
const clockFormat = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const secondFormat = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' });
/** Made when it is asked for: it takes the time of a frame, and no desk shows it. */
let lunarFormat: Intl.DateTimeFormat | undefined;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** A day of the paper, `2026-11-22`; in the database a DATE, in Prisma the midnight of UTC. */
export type IsoDate = string;

const isoDatePattern = /^\d{4}-\d{2}-\d{2}$/;

/** The day of a DATE column. */
export function dateToIso(date: Date): IsoDate {
	return date.toISOString().slice(0, 10);
}

/** A DATE column's value; undefined where the text is no day of the calendar. */
export function isoToDate(iso: string): Date | undefined {
	if (!isoDatePattern.test(iso)) return undefined;
	const date = new Date(`${iso}T00:00:00Z`);
	return Number.isNaN(date.getTime()) || dateToIso(date) !== iso ? undefined : date;
}

/** The paper's day at an instant, in the newsroom's time zone. */
export function dayOf(instant: Date): IsoDate {
	return isoFormat.format(instant);
}

/** How many minutes of the newsroom's day have passed at an instant. */
export function minuteOfDay(instant: Date): number {
	return Math.floor((instant.getTime() - startOfDay(dayOf(instant)).getTime()) / 60_000);
}

/** The instant at which a day begins in the newsroom. China has kept one time without summer time since 1992. */
export function startOfDay(iso: IsoDate): Date {
	return new Date(`${iso}T00:00:00+08:00`);
}

/** `days` after (or before) a day. */
export function addDays(iso: IsoDate, days: number): IsoDate {
	return dateToIso(new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000));
}

/** 2026年11月22日 */
export function chineseDate(iso: IsoDate): string {
	const [year, month, day] = iso.split('-').map(Number);
	return `${year}年${month}月${day}日`;
}

/** 星期日 */
export function weekday(iso: IsoDate): string {
	return `星期${weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()]}`;
}

/** 农历丙午年十月十四, as a nameplate prints it */
export function lunarDate(iso: IsoDate): string {
	lunarFormat ??= new Intl.DateTimeFormat('zh-u-ca-chinese', { timeZone: 'UTC', dateStyle: 'long' });
	const parts = lunarFormat.formatToParts(new Date(`${iso}T00:00:00Z`));
	const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
	return `农历${part('yearName')}年${part('month')}${part('day')}`;
}

/** 14:03 in the newsroom */
export function clockTime(instant: Date): string {
	return clockFormat.format(instant);
}

/** 2026-11-22 14:03 in the newsroom: for tables */
export function dayAndTime(instant: Date): string {
	return `${dayOf(instant)} ${clockTime(instant)}`;
}

/** 2026-11-22T14:03 in the newsroom: as an input of day and time holds an instant; empty where there is none. */
export function toDayTimeInput(instant: Date | null): string {
	return instant ? `${dayOf(instant)}T${clockTime(instant)}` : '';
}

/** The instant that an input of day and time holds; null where it is empty. */
export function ofDayTimeInput(local: string): string | null {
	return local ? `${local}:00+08:00` : null;
}

/** 2026-11-22T14:03:00+08:00 (RFC 3339) in the newsroom: for programs */
export function zonedTime(instant: Date): string {
	return `${dayOf(instant)}T${secondFormat.format(instant)}+08:00`;
}

/** 第01版 */
export function pageLabel(no: number): string {
	return `第${String(no).padStart(2, '0')}版`;
}

/** 11月22日, with the year where it is not the one of `today` */
export function monthDay(iso: IsoDate, today: IsoDate): string {
	const full = chineseDate(iso);
	return iso.slice(0, 4) === today.slice(0, 4) ? full.slice(full.indexOf('年') + 1) : full;
}

/** How long until a deadline, as people say it: 还有 40 分钟, 还有 3 小时, 明天 18:00 截稿; past it, 超时 10 分钟. */
export function untilDue(due: Date, now: Date): string {
	const minutes = Math.round((due.getTime() - now.getTime()) / 60_000);
	const words = (n: number) =>
		n < 60 ? `${n} 分钟` : n < 48 * 60 ? `${Math.floor(n / 60)} 小时` : `${Math.floor(n / 1440)} 天`;
	if (minutes < 0) return `超时 ${words(-minutes)}`;
	if (minutes < 12 * 60) return `还有 ${words(minutes)}`;
	const days = Math.round((Date.parse(dayOf(due)) - Date.parse(dayOf(now))) / 86_400_000);
	const day = days === 0 ? '今天' : days === 1 ? '明天' : monthDay(dayOf(due), dayOf(now));
	return `${day} ${clockTime(due)} 截稿`;
}

/** How long ago, as people say it: 刚刚, 3 分钟前, 5 小时前, 昨天 14:03, 3 天前; the day when it is a week or more. */
export function age(then: Date, now: Date): string {
	const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000);
	if (minutes < 1) return '刚刚';
	if (minutes < 60) return `${minutes} 分钟前`;
	const [day, today] = [dayOf(then), dayOf(now)];
	if (day === today) return `${Math.floor(minutes / 60)} 小时前`;
	const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
	if (days === 1) return `昨天 ${clockTime(then)}`;
	return days < 7 ? `${days} 天前` : monthDay(day, today);
}
