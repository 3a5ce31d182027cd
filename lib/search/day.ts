import { addDays, type IsoDate, isoToDate } from '@/lib/time';

const relative: Record<string, number> = { 前天: -2, 昨天: -1, 今天: 0, 明天: 1, 后天: 2 };

/**
 * The day that a query names, seen from today: `2026-11-26`, `20261126`, `2026年11月26日`, `11-26`, `11月26日`, `明天`.
 * Without a year it is the one nearest to today. Null where it names none.
 */
export function parseDay(query: string, today: IsoDate): IsoDate | null {
	const text = query.normalize('NFKC').trim();
	const shift = relative[text];
	if (shift !== undefined) return addDays(today, shift);
	const [, year, month, day] =
		/^(?:(\d{4})[-/.年]?)?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? compact.exec(text) ?? [];
	if (!month || !day) return null;
	const years = year ? [Number(year)] : [-1, 0, 1].map((by) => Number(today.slice(0, 4)) + by);
	const days = years.flatMap((one) => {
		const iso = `${one}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
		return isoToDate(iso) ? [iso] : [];
	});
	return days.sort((a, b) => distance(a, today) - distance(b, today))[0] ?? null;
}

const compact = /^(\d{4})(\d{2})(\d{2})$/;

function distance(a: IsoDate, b: IsoDate): number {
	return Math.abs(Date.parse(a) - Date.parse(b));
}
