import { foldWidth } from '@/lib/text';

/** A query is at most this many characters long. */
export const queryLimit = 40;
export const resultsPerPage = 20;

/** What a reader asked for, trimmed, white runs as one space, cut at the limit; empty where there is nothing to look for. */
export function parseQuery(raw: string | null): string {
	const text = (raw ?? '').replace(/\s+/g, ' ').trim();
	return [...text].slice(0, queryLimit).join('');
}

/** A stretch of text, marked where it is what was looked for. */
export interface Run {
	text: string;
	hit: boolean;
}

/** The words of a query: a story is found when it holds each of them. */
export function wordsOf(query: string): string[] {
	return query.split(' ').filter(Boolean);
}

/** The text in runs, every occurrence of a word marked, whatever its width and case. Runs join to the text. */
export function markHits(text: string, words: readonly string[]): Run[] {
	const { folded, starts } = foldWithStarts(text);
	const wanted = words.map(foldWidth).filter(Boolean);
	const runs: Run[] = [];
	let done = 0;
	const push = (to: number, hit: boolean) => {
		if (to > done) runs.push({ text: text.slice(done, to), hit });
		done = Math.max(done, to);
	};
	for (let hit = nextHit(folded, wanted, 0); hit; hit = nextHit(folded, wanted, hit.end)) {
		push(starts[hit.start] ?? text.length, false);
		push(starts[hit.end] ?? text.length, true);
	}
	push(text.length, false);
	return runs;
}

/** The first occurrence of any of the words from a place on; of two at one place, the longer. */
function nextHit(folded: string, words: readonly string[], from: number): { start: number; end: number } | undefined {
	return words
		.map((word) => ({ start: folded.indexOf(word, from), length: word.length }))
		.filter(({ start }) => start !== -1)
		.sort((a, b) => a.start - b.start || b.length - a.length)
		.map(({ start, length }) => ({ start, end: start + length }))[0];
}

/** About `length` characters of the text around the first word found, cut ends marked; from the start where none is. */
export function cutSnippet(text: string, words: readonly string[], length = 100): string {
	const flat = text.replace(/\n+/g, ' ');
	const { folded, starts } = foldWithStarts(flat);
	const first = nextHit(folded, words.map(foldWidth).filter(Boolean), 0);
	const hit = first ? (starts[first.start] ?? 0) : 0;
	const begin = hit < length / 2 ? 0 : afterMark(flat, hit - Math.floor(length / 3), hit);
	const end = Math.min(flat.length, begin + length);
	return `${begin > 0 ? '……' : ''}${flat.slice(begin, end)}${end < flat.length ? '……' : ''}`;
}

/** The first place after a mark between two places, so that a snippet begins with a clause; else the first place. */
function afterMark(text: string, from: number, to: number): number {
	const offset = text.slice(from, to).search(/[，。；：？！、]/);
	return offset === -1 ? from : from + offset + 1;
}

/** The folded text and, for each of its code units, where in the text it comes from. */
function foldWithStarts(text: string): { folded: string; starts: number[] } {
	const starts: number[] = [];
	let folded = '';
	let at = 0;
	for (const character of text) {
		const part = foldWidth(character);
		folded += part;
		for (let unit = 0; unit < part.length; unit++) starts.push(at);
		at += character.length;
	}
	return { folded, starts };
}
