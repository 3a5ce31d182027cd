import { protocol } from '../../lib/makeup/generate-brief.ts';

/** The seeds of a run: a range as asked for, a few of the tuning range for a quick look, else the range of the report. */
export function seedsOf(range: string | undefined, quick: boolean): number[] | undefined {
	if (range === undefined && quick) return Array.from({ length: 20 }, (_, i) => protocol.tune[0] + 9 * i);
	const [from, to] = range === undefined ? protocol.report : range.split('-').map(Number);
	if (!Number.isInteger(from) || !Number.isInteger(to) || from! > to!) return undefined;
	return Array.from({ length: to! - from! + 1 }, (_, i) => from! + i);
}
