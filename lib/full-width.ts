/** A stretch of a text and what stands there instead. Offsets are in UTF-16 code units. */
export interface WidthChange {
	from: number;
	to: number;
	text: string;
}

const wide = /^[\p{Script=Han}〇\u3001-\u3003\u3008-\u301f\uff01-\uff60\u2014\u2018\u2019\u201c\u201d\u2026]/u;
const han = /\p{Script=Han}|〇/gu;
const latin = /[A-Za-z0-9]/;

/** What keeps its half-width marks wherever it stands: addresses, file names, code. */
const fixed =
	/(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s\p{Script=Han}\u3000-\u303f\uff00-\uff60]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,5}\b(?:\/[\w./?=&%#-]*)?|`[^`\n]*`|<\/?[a-z][^<>\n]*>|&[a-z]{2,8};/giu;

const wideMark: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。' };

/**
 * Half-width marks that stand in Chinese, with their full-width forms, in order and without overlap: , . ; : ? ! ( ) " '
 * and dots. Figures (3.14, 1,024), times (8:30), addresses, file names, code and what is said in another language keep
 * theirs. Spaces behind a mark that becomes wide go with it. Source: GB/T 15834—2011, 4 and 5.1.
 */
export function widthChanges(text: string): WidthChange[] {
	const kept = [...text.matchAll(fixed)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
	const changes: WidthChange[] = [];
	for (const { 0: line, index: start } of text.matchAll(/[^\n]+/g)) {
		const isKept = (at: number) => kept.some(({ from, to }) => at + start >= from && at + start < to);
		const own = [
			...ellipses(line),
			...marks(line),
			...brackets(line),
			...quotes(line, '"', '“”'),
			...quotes(line, "'", '‘’'),
		];
		const free = own.filter(({ at, partner }) => !isKept(at) && (partner === undefined || !isKept(partner)));
		changes.push(...free.map(({ at, to, text }) => ({ from: at + start, to: to + start, text })));
	}
	return changes.sort((a, b) => a.from - b.from);
}

/** The text with all of its changes made. Idempotent. */
export function toFullWidth(text: string): string {
	return widthChanges(text).reduceRight(
		(done, { from, to, text }) => done.slice(0, from) + text + done.slice(to),
		text,
	);
}

/** A change within a line; a bracket and a quotation mark have a partner. */
interface LineChange {
	at: number;
	to: number;
	text: string;
	partner?: number;
}

const letter = /[\p{L}\p{N}]/u;

/** The nearest letter or figure before `at`; empty where there is none. Marks are passed: they may become wide themselves. */
function before(line: string, at: number): string {
	return [...line.slice(0, at)].findLast((character) => letter.test(character)) ?? '';
}

/** The nearest letter or figure from `at` on. */
function after(line: string, at: number): string {
	return [...line.slice(at)].find((character) => letter.test(character)) ?? '';
}

/** What is left out: six dots, in the middle of the line. */
function ellipses(line: string): LineChange[] {
	return [...line.matchAll(/[.。]{3,}|(?<!…)…(?:……)*(?!…)/g)].flatMap(({ 0: found, index }) => {
		const to = index + found.length;
		const isChinese = wide.test(before(line, index)) || wide.test(after(line, to));
		return isChinese ? [{ at: index, to, text: '……' }] : [];
	});
}

function marks(line: string): LineChange[] {
	return [...line.matchAll(/[,;:?!]|(?<![.。])\.(?![.。])/g)].flatMap(({ 0: mark, index }) => {
		const isChinese = mark === '.' ? endsChinese(line, index) : isInChinese(line, index);
		return isChinese ? [{ at: index, to: withSpaces(line, index + 1), text: wideMark[mark] ?? mark }] : [];
	});
}

/** Behind Chinese; behind a figure or a foreign word where Chinese goes on, or where a line of it ends. */
function isInChinese(line: string, at: number): boolean {
	if (latin.test(line[at - 1] ?? '') && latin.test(line[at + 1] ?? '')) return false;
	const [left, right] = [before(line, at), after(line, at + 1)];
	return left !== '' && (wide.test(left) || wide.test(right) || (right === '' && isChineseLine(line)));
}

/** 。 only where a sentence can end: behind Chinese, or behind a figure at the end of a line of Chinese. */
function endsChinese(line: string, at: number): boolean {
	const left = line.slice(0, at);
	if (/^\s*(?:[一二三四五六七八九十]{1,3}|\d{1,3}|[a-z])$/i.test(left) || /\s$/.test(left)) return false;
	if (latin.test(line[at + 1] ?? '')) return false;
	const [last, right] = [before(line, at), after(line, at + 1)];
	const isBehind = /[^A-Za-z0-9]$/u.test(left) && wide.test(last);
	return isBehind || (right === '' && last !== '' && isChineseLine(line));
}

/** Whether more of the line is Chinese than not. */
function isChineseLine(line: string): boolean {
	return (line.match(han)?.length ?? 0) > (line.match(/[A-Za-z]/g)?.length ?? 0);
}

/** Where the spaces behind a mark end: a wide mark brings its own room. */
function withSpaces(line: string, at: number): number {
	const rest = line.slice(at).trimStart();
	const opensChinese = /^["'(]/.test(rest) && wide.test(rest.slice(1));
	return rest === '' || wide.test(rest) || opensChinese ? line.length - rest.length : at;
}

/** Brackets by twos; one narrow and one wide are made alike. */
function brackets(line: string): LineChange[] {
	const open: number[] = [];
	return [...line.matchAll(/[()（）]/g)].flatMap(({ 0: mark, index }): LineChange[] => {
		if (mark === '(' || mark === '（') {
			open.push(index);
			return [];
		}
		const from = open.pop();
		if (from === undefined) return [];
		const isOdd = (line[from] === '（') !== (mark === '）');
		return isOdd || holdsChinese(line, from, index)
			? pair(from, index, '（）').filter(({ at, text }) => line[at] !== text)
			: [];
	});
}

/** Straight quotation marks by twos; apostrophes and the signs of inches are none. */
function quotes(line: string, mark: string, signs: string): LineChange[] {
	const changes: LineChange[] = [];
	let open: number | undefined;
	for (let at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) {
		const [left, right] = [line[at - 1] ?? '', line[at + 1] ?? ''];
		if (latin.test(left) && /[A-Za-z]/.test(right)) continue;
		if (open !== undefined) {
			if (holdsChinese(line, open, at)) changes.push(...pair(open, at, signs));
			open = undefined;
		} else if (!/\d/.test(left)) open = at;
	}
	return changes;
}

/** Wide where there is Chinese inside, or on both sides outside. */
function holdsChinese(line: string, from: number, to: number): boolean {
	if (line.slice(from + 1, to).match(han)) return true;
	const [left, right] = [before(line, from), after(line, to + 1)];
	const isOutside = [left, right].every((side) => side === '' || wide.test(side));
	return isOutside && left + right !== '';
}

function pair(from: number, to: number, [open = '', close = '']: string): LineChange[] {
	return [
		{ at: from, to: from + 1, text: open, partner: to },
		{ at: to, to: to + 1, text: close, partner: from },
	];
}
