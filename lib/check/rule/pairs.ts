import type { Finding, Part, PartRole, StoryRule } from '../check';

/** Marks that come in pairs 标号: quotes, brackets, titles. */

const closing: Record<string, string> = {
	'“': '”',
	'‘': '’',
	'（': '）',
	'《': '》',
	'〈': '〉',
	'「': '」',
	'『': '』',
	'【': '】',
	'［': '］',
	'〔': '〕',
};
const opening = Object.fromEntries(Object.entries(closing).map(([open, close]) => [close, open]));

/** What the halves are called: shown as themselves between quotes, quotes cannot be read. */
const names: Record<string, string> = {
	'“': '前双引号',
	'”': '后双引号',
	'‘': '前单引号',
	'’': '后单引号',
	'（': '前括号',
	'）': '后括号',
	'《': '前书名号',
	'》': '后书名号',
};

const nameOf = (mark: string) => names[mark] ?? `“${mark}”`;

interface Open {
	mark: string;
	at: number;
}

/** How the marks of one text pair: those left open, those that close nothing, and pairs inside a pair of their own kind. */
interface Pairing {
	unclosed: Open[];
	unopened: Open[];
	nested: { mark: string; from: number; to: number }[];
}

/** Pairs the marks of a text from left to right; a mark that closes an outer pair leaves the inner ones open. */
export function pairMarks(text: string): Pairing {
	const stack: Open[] = [];
	const pairing: Pairing = { unclosed: [], unopened: [], nested: [] };
	for (let at = 0; at < text.length; at++) {
		const mark = text[at] as string;
		if (mark in closing) stack.push({ mark, at });
		const open = opening[mark];
		if (!open || isApostrophe(text, at) || isNumbering(text, at)) continue;
		const depth = stack.findLastIndex((one) => one.mark === open);
		if (depth < 0) {
			pairing.unopened.push({ mark, at });
			continue;
		}
		pairing.unclosed.push(...stack.splice(depth + 1));
		const from = stack.pop()?.at ?? at;
		if (stack.some((one) => one.mark === open)) pairing.nested.push({ mark: open, from, to: at + 1 });
	}
	pairing.unclosed.push(...stack);
	pairing.unclosed.sort((a, b) => a.at - b.at);
	return pairing;
}

function isApostrophe(text: string, at: number): boolean {
	return text[at] === '’' && /[A-Za-z]/.test(text[at - 1] ?? '') && /[A-Za-z]/.test(text[at + 1] ?? '');
}

/** 1） and 一） number the items of a list. */
function isNumbering(text: string, at: number): boolean {
	return text[at] === '）' && /(?:^|[。；：，、\s])[\d一二三四五六七八九十A-Za-z]{1,3}$/.test(text.slice(0, at));
}

const unpairedMark: StoryRule = {
	id: 'unpaired-mark',
	name: '引号、括号、书名号不成对',
	severity: 'error',
	source: 'GB/T 15834—2011 4.8、4.9、4.15',
	*lookAcross(parts) {
		for (const [part, { text }] of parts.entries()) {
			const { unclosed, unopened } = pairMarks(text);
			const open = unclosed.filter((one) => !goesOn(one, unclosed, parts, part));
			yield* findings(text, open, 'unclosed').map((finding) => ({ part, ...finding }));
			yield* findings(text, unopened, 'unopened').map((finding) => ({ part, ...finding }));
		}
	},
};

const quoteRoles: ReadonlySet<PartRole> = new Set(['paragraph', 'answer', 'question', 'pullQuote', 'item']);

/** A quotation of several paragraphs opens anew in each of them and closes in the last (4.8.3.4). */
function goesOn({ mark }: Open, unclosed: readonly Open[], parts: readonly Part[], part: number): boolean {
	if (mark !== '“' || unclosed.filter((one) => one.mark === '“').length !== 1) return false;
	if (!quoteRoles.has(parts[part]?.role ?? 'title')) return false;
	const next = parts[part + 1];
	return next !== undefined && quoteRoles.has(next.role) && next.text.startsWith('“');
}

/** Two equal halves with nothing to pair them between are one pair, one half of which is the wrong way round. */
function findings(text: string, marks: readonly Open[], kind: 'unclosed' | 'unopened'): Finding[] {
	const found: Finding[] = [];
	for (let index = 0; index < marks.length; index++) {
		const { mark, at } = marks[index] as Open;
		const next = marks[index + 1];
		const partner = kind === 'unclosed' ? closing[mark] : opening[mark];
		const isPair = next?.mark === mark && !text.slice(at + 1, next.at).includes(partner as string);
		if (isPair) index++;
		const wrong = isPair && kind === 'unclosed' ? next.at : at;
		found.push({
			from: wrong,
			to: wrong + 1,
			suggestions: isPair ? [partner as string] : [],
			message: isPair
				? `连着两个${nameOf(mark)}，这里应是${nameOf(partner as string)}。`
				: `这个${nameOf(mark)}没有配对的${nameOf(partner as string)}。`,
		});
	}
	return found;
}

const inner: Record<string, [string, string]> = { '“': ['‘', '’'], '《': ['〈', '〉'] };

const nestedMark: StoryRule = {
	id: 'nested-mark',
	name: '引号、书名号套用',
	severity: 'error',
	source: 'GB/T 15834—2011 4.8、4.15',
	*lookAcross(parts) {
		for (const [part, { text }] of parts.entries()) {
			for (const { mark, from, to } of pairMarks(text).nested) {
				const marks = inner[mark];
				if (!marks) continue;
				const [open, close] = marks;
				yield {
					part,
					from,
					to,
					suggestions: [`${open}${text.slice(from + 1, to - 1)}${close}`],
					message: mark === '“' ? '双引号里面再用引号，里层用单引号‘’。' : '书名号里面再用书名号，里层用单书名号〈〉。',
				};
			}
		}
	},
};

export const pairRules: readonly StoryRule[] = [unpairedMark, nestedMark];
