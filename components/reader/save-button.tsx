import type { IsoDate } from '@/lib/time';

/** Keeps the edition of the day on this device; for the script alone. */
export function SaveButton({ date }: { date: IsoDate }) {
	return (
		<button type="button" data-act="save" data-date={date}>
			存本期离线看
		</button>
	);
}
