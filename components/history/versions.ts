import type { History } from '@/lib/article/history/read';
import type { RevisionRow } from '@/lib/article/history/sittings';
import { dayAndTime } from '@/lib/time';

/** A revision that can be chosen. */
export interface Version {
	number: number;
	words: string;
}

/** The last revision of each sitting, newest first, and those that are shown now. */
export function versionsOf(
	{ entries, revision }: Pick<History, 'entries' | 'revision'>,
	shown: readonly RevisionRow[],
): Version[] {
	const lasts = entries.flatMap((entry) => (entry.kind === 'sitting' ? entry.revisions.slice(0, 1) : []));
	const rows = new Map([...lasts, ...shown].map((row) => [row.number, row]));
	return [...rows.values()]
		.sort((a, b) => b.number - a.number)
		.map(({ number, names, savedAt, actorName }) => ({
			number,
			words: [
				number === revision ? `第 ${number} 稿（现在）` : `第 ${number} 稿`,
				...names.map(({ name }) => name),
				dayAndTime(savedAt),
				actorName,
			].join('　'),
		}));
}
