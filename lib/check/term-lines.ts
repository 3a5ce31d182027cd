import { AddTermInput } from './schema';

/** What pasted lines come to: terms to add, and lines that make none, with what is wrong with each. */
export interface TermLines {
	terms: AddTermInput[];
	faults: { line: number; text: string; message: string }[];
}

/**
 * Reads one term a line: 错, 对 and perhaps 说明, apart by tabs, arrows, commas or runs of spaces. A line of one word is
 * a word for the dictionary. Empty lines and those that begin with # are passed over; of one word given twice the first
 * counts.
 */
export function parseTermLines(lines: string): TermLines {
	const read: TermLines = { terms: [], faults: [] };
	const seen = new Set<string>();
	for (const [index, raw] of lines.split('\n').entries()) {
		const text = raw.trim();
		if (text === '' || text.startsWith('#')) continue;
		const [wrong = '', right = '', ...note] = text.split(/\s*(?:\t|→|->|=>|，|,)\s*|\s+/).filter(Boolean);
		const parsed = AddTermInput.safeParse({
			rule: right === '' ? 'dictionary' : 'own-term',
			wrong,
			right,
			note: note.join(' '),
		});
		if (!parsed.success) {
			read.faults.push({ line: index + 1, text, message: parsed.error.issues[0]?.message ?? '' });
		} else if (!seen.has(parsed.data.wrong)) {
			seen.add(parsed.data.wrong);
			read.terms.push(parsed.data);
		}
	}
	return read;
}
