import { addDays, type IsoDate, startOfDay } from '@/lib/time';

const msOfDay = 86_400_000;

/** The deadline of a page of another day's edition: as long before that day, at the same clock time. */
export function shiftDeadline(deadline: Date, from: IsoDate, to: IsoDate): Date {
	return new Date(deadline.getTime() + Date.parse(to) - Date.parse(from));
}

/** The usual one: ten in the evening before. */
export function usualDeadline(date: IsoDate): Date {
	return new Date(startOfDay(addDays(date, -1)).getTime() + 22 * 3_600_000);
}

const daysBefore = 14;

export const farDeadline = `付印时间应在出版日之前 ${daysBefore} 天到出版日当天之间。`;

/** Whether a page of that day can go to print then; a slip of the year cannot. */
export function isDeadlineNear(deadline: Date, date: IsoDate): boolean {
	const begin = startOfDay(date).getTime();
	return deadline.getTime() >= begin - daysBefore * msOfDay && deadline.getTime() < begin + msOfDay;
}

/** How near a deadline is: past, within half an hour, further off. */
export type Nearness = 'late' | 'soon' | 'ahead';

const soonMinutes = 30;

/** 还有 40 分钟, 还有 3 小时 20 分, 还有 2 天; past it 已过 5 分钟. */
export function untilPrint(deadline: Date, now: Date): { words: string; nearness: Nearness } {
	const minutes = Math.ceil((deadline.getTime() - now.getTime()) / 60_000);
	if (minutes > 0) return { words: `还有 ${span(minutes)}`, nearness: minutes <= soonMinutes ? 'soon' : 'ahead' };
	return { words: minutes > -1 ? '到点' : `已过 ${span(-minutes)}`, nearness: 'late' };
}

function span(minutes: number): string {
	if (minutes < 120) return `${minutes} 分钟`;
	if (minutes >= 48 * 60) return `${Math.floor(minutes / 1440)} 天`;
	const rest = minutes % 60;
	return `${Math.floor(minutes / 60)} 小时${rest > 0 ? ` ${rest} 分` : ''}`;
}
