import { type Folded, fold, foldWithPlaces } from './fold';

/** A query is at most this many characters long. */
export const queryLimit = 40;
export const resultsPerPage = 20;

/** How many stories there are, as far as it is known. */
export interface Amount {
	total: number;
	/** `about`: estimated from the latest; `least`: so many are known, there may be more. */
	counted: 'exactly' | 'about' | 'least';
}

/** As it is said: ` 1,234 篇`; of an estimate two figures, more are not known. */
export function amountOf({ total, counted }: Amount): string {
	const shown = counted === 'about' ? Number(total.toPrecision(2)) : total;
	const before = { exactly: ' ', about: '约 ', least: '至少 ' }[counted];
	return `${before}${shown.toLocaleString('en-US')} 篇`;
}

/** Of two characters alone, the space that a name is set with: 张　伟. */
const typographicSpace = /(?<=(?:^|\s)\p{Script=Han})\u3000+(?=\p{Script=Han}(?:\s|$))/gu;

/** What one typed, trimmed, white runs as one space, the space within a name of two characters closed. */
export function tidyQuery(raw: string | null): string {
	return (raw ?? '').trim().replace(typographicSpace, '').replace(/\s+/g, ' ').trim();
}

/** The same, cut at the limit; empty where there is nothing to look for. */
export function parseQuery(raw: string | null): string {
	return [...tidyQuery(raw)].slice(0, queryLimit).join('');
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

/** So many words of a query are looked for. */
export const mostWords = 6;

/** The words of a query as they are looked for: folded, each once, none that another one holds, the first six. */
export function foldedWords(query: string): string[] {
	return everyWord(query).slice(0, mostWords);
}

/** Those behind them, which are not looked for. */
export function ignoredWords(query: string): string[] {
	return everyWord(query).slice(mostWords);
}

function everyWord(query: string): string[] {
	const words = [...new Set(wordsOf(query).map(fold).filter(Boolean))];
	return words.filter((word) => !words.some((other) => other !== word && other.includes(word)));
}

/**
 * The text in runs, every occurrence of a word marked, however either is written. Runs join to the text; none cuts a
 * character. Words may be folded or not.
 */
export function markHits(text: string, words: readonly string[]): Run[] {
	const folded = foldWithPlaces(text);
	const runs: Run[] = [];
	let done = 0;
	const push = (to: number, hit: boolean) => {
		if (to > done) runs.push({ text: text.slice(done, to), hit });
		done = Math.max(done, to);
	};
	for (const { start, end } of listHits(folded, words.map(fold).filter(Boolean))) {
		push(start, false);
		push(end, true);
	}
	push(text.length, false);
	return runs;
}

/** An occurrence of a word, in code units of the original text. */
interface Hit {
	start: number;
	end: number;
	word: string;
}

/** Occurrences of folded words in order, none over another; of two at one place, the longer. */
function listHits({ text, starts, ends }: Folded, words: readonly string[]): Hit[] {
	const hits: Hit[] = [];
	const next = new Map(words.map((word) => [word, text.indexOf(word)]));
	for (let from = 0; ; ) {
		let first: { at: number; word: string } | undefined;
		for (const [word, known] of next) {
			const at = known !== -1 && known < from ? text.indexOf(word, from) : known;
			next.set(word, at);
			if (at === -1) continue;
			if (!first || at < first.at || (at === first.at && word.length > first.word.length)) first = { at, word };
		}
		if (!first) return hits;
		from = first.at + first.word.length;
		hits.push({ start: starts[first.at] ?? 0, end: ends[from - 1] ?? 0, word: first.word });
	}
}

/** A piece of a story's text around what was looked for. */
export interface Passage {
	text: string;
	/** Whether it goes on before and after. */
	isCutBefore: boolean;
	isCutAfter: boolean;
	/** 图说 */
	isCaption: boolean;
}

export interface PassageOptions {
	/** Lines of the text that are captions. */
	captions?: readonly string[];
	most?: number;
	/** Characters of a passage, about. */
	length?: number;
}

/**
 * Up to `most` passages around what was looked for, in the order of the text, those first that show most of the words; the
 * opening where nothing is found. Each is a stretch of one paragraph as it is written: no surrogate pair is cut, no quotation
 * or bracket of some twenty characters.
 */
export function listPassages(text: string, words: readonly string[], options: PassageOptions = {}): Passage[] {
	const { captions = [], most = 2, length = 60 } = options;
	const wanted = words.map(fold).filter(Boolean);
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	const isCaption = new Set(captions);
	const found = lines.flatMap((line, at) => windowsOf(line, wanted, length).map((window) => ({ ...window, line, at })));
	const chosen = choose(found, most);
	const opening = lines[0];
	if (chosen.length === 0 && opening !== undefined) {
		return [{ ...cut(opening, 0, Math.min(opening.length, length * most)), isCaption: isCaption.has(opening) }];
	}
	return chosen
		.sort((a, b) => a.at - b.at || a.start - b.start)
		.map(({ line, start, end }) => ({ ...cut(line, start, end), isCaption: isCaption.has(line) }));
}

interface Window {
	start: number;
	end: number;
	words: Set<string>;
}

/** Stretches of a line that hold its hits, one after the other. */
function windowsOf(line: string, words: readonly string[], length: number): Window[] {
	const windows: Window[] = [];
	for (const hit of listHits(foldWithPlaces(line), words)) {
		const last = windows.at(-1);
		if (last && hit.end <= last.end) {
			last.words.add(hit.word);
			continue;
		}
		const start = clauseBefore(line, hit.start, Math.floor(length / 3), last?.end ?? 0);
		windows.push({ start, end: Math.min(line.length, Math.max(start + length, hit.end)), words: new Set([hit.word]) });
	}
	return windows;
}

/** Those that show most words that the others do not; of equals the first. */
function choose<One extends Window>(windows: readonly One[], most: number): One[] {
	const chosen: One[] = [];
	const shown = new Set<string>();
	const gain = ({ words }: Window) => [...words].filter((word) => !shown.has(word)).length;
	while (chosen.length < most) {
		const left = windows.filter((window) => !chosen.includes(window));
		const best = left.reduce<One | undefined>((best, one) => (best && gain(best) >= gain(one) ? best : one), undefined);
		if (!best) break;
		chosen.push(best);
		for (const word of best.words) shown.add(word);
	}
	return chosen;
}

/** Where a passage that shows a hit begins: behind the last mark before it that is near; else some characters before it. */
function clauseBefore(line: string, hit: number, reach: number, least: number): number {
	const from = Math.max(least, hit - reach);
	if (from === 0) return 0;
	const before = line.slice(from, hit);
	const mark = before.search(/[，。；：？！、]/);
	return mark === -1 ? from : from + mark + 1;
}

const pairs: Record<string, string> = {
	'“': '”',
	'‘': '’',
	'《': '》',
	'（': '）',
	'「': '」',
	'『': '』',
	'【': '】',
};
/** A quotation or bracket longer than this may be cut: a passage is no paragraph. */
const pairReach = 20;

/** The stretch, wider by what would be half a pair. */
function cut(line: string, start: number, end: number): Omit<Passage, 'isCaption'> {
	const from = wholeAt(line, openBefore(line, start), -1);
	const to = wholeAt(line, closeAfter(line, from, end), 1);
	return { text: line.slice(from, to), isCutBefore: from > 0, isCutAfter: to < line.length };
}

/** Steps off the middle of a surrogate pair. */
function wholeAt(line: string, at: number, step: 1 | -1): number {
	const isInside = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(line.slice(at - 1, at + 1));
	return isInside ? at + step : at;
}

/** Back to the mark that opens what a place stands in, where it is near. */
function openBefore(line: string, at: number): number {
	const closed: string[] = [];
	for (let place = at - 1; place >= Math.max(0, at - pairReach); place--) {
		const mark = line[place] ?? '';
		if (Object.values(pairs).includes(mark)) closed.push(mark);
		const closing = pairs[mark];
		if (closing === undefined) continue;
		if (closed.at(-1) === closing) closed.pop();
		else return place;
	}
	return at;
}

/** On to behind the mark that closes what a place stands in, where it is near. */
function closeAfter(line: string, from: number, at: number): number {
	const open: string[] = [];
	for (const mark of line.slice(from, at)) {
		const closing = pairs[mark];
		if (closing !== undefined) open.push(closing);
		else if (open.at(-1) === mark) open.pop();
	}
	const wanted = open[0];
	if (wanted === undefined) return at;
	const place = line.slice(at, at + pairReach).indexOf(wanted);
	return place === -1 ? at : at + place + 1;
}
