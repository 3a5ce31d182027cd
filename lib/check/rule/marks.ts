import { han, isChinese, isHan } from '../chars';
import type { Finding, Part, PartRule } from '../check';

/** Marks of other scripts in Chinese text. */

const halfMarks: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const halfPattern = /[,;:?!] */g;

const halfWidthMark: PartRule = {
	id: 'half-width-mark',
	name: '半角标点',
	severity: 'error',
	source: 'GB/T 15834—2011 5.1',
	*look(part) {
		yield* halfParentheses(part);
		yield* halfStops(part);
		yield* straightQuotes(part);
		yield* fullStops(part);
	},
};

/** Between digits or in Latin text these marks are right. */
function* halfStops({ text }: Part): Iterable<Finding> {
	for (const match of text.matchAll(halfPattern)) {
		const [written] = match;
		const mark = written[0] as string;
		const to = match.index + written.length;
		const [before, after] = [text[match.index - 1], text[to]];
		const isSure = isChinese(before) && (after === undefined || isChinese(after) || after === '\n');
		if (!isSure && !(isHan(before) || (isHan(after) && before !== undefined && mark !== ':'))) continue;
		if (text.slice(to, to + 2) === '//') continue;
		yield {
			from: match.index,
			to: after === undefined ? match.index + 1 : to,
			suggestions: [halfMarks[mark] as string],
			message: `中文里用全角的“${halfMarks[mark]}”，这里是半角的。`,
			severity: isSure ? 'error' : 'warning',
		};
	}
}

const parenthesised = /\(([^()（）\n]{0,60})\)/g;
const anyHan = new RegExp(`[${han}]`);

function* halfParentheses({ text }: Part): Iterable<Finding> {
	for (const match of text.matchAll(parenthesised)) {
		const [written, inside = ''] = match;
		const [before, after] = [text[match.index - 1], text[match.index + written.length]];
		if (!anyHan.test(inside) && !(isChinese(before) && (after === undefined || isChinese(after)))) continue;
		yield {
			from: match.index,
			to: match.index + written.length,
			suggestions: [`（${inside}）`],
			message: '中文里用全角的括号（），这里是半角的。',
		};
	}
	for (const match of text.matchAll(/[()]/g)) {
		const inChinese = isHan(text[match.index - 1]) && isHan(text[match.index + 1]);
		if (!inChinese) continue;
		const right = match[0] === '(' ? '（' : '）';
		yield {
			from: match.index,
			to: match.index + 1,
			suggestions: [right],
			message: `中文里用全角的括号“${right}”，这里是半角的。`,
		};
	}
}

/** A straight quote opens where none is open; curly ones before it count. */
function* straightQuotes({ text }: Part): Iterable<Finding> {
	const isOpen = { double: false, single: false };
	for (let at = 0; at < text.length; at++) {
		const char = text[at] as string;
		if (char === '“' || char === '”') isOpen.double = char === '“';
		if (char === '‘' || char === '’') isOpen.single = char === '‘';
		if (char !== '"' && char !== "'") continue;
		const kind = char === '"' ? 'double' : 'single';
		const beside = [text[at - 1], text[at + 1]];
		if (!beside.some(isChinese)) continue;
		const right = isOpen[kind] ? { double: '”', single: '’' }[kind] : { double: '“', single: '‘' }[kind];
		isOpen[kind] = !isOpen[kind];
		yield { from: at, to: at + 1, suggestions: [right], message: `中文的引号是“”和‘’，这里是直引号，应为“${right}”。` };
	}
}

/** A dot after Han ends a sentence, or stands between the parts of a foreign name. */
function* fullStops({ text }: Part): Iterable<Finding> {
	for (const match of text.matchAll(/(?<!\.)\.(?!\.)/g)) {
		const [before, after] = [text[match.index - 1], text[match.index + 1]];
		if (!isHan(before) || (after !== undefined && /[\dA-Za-z/]/.test(after))) continue;
		const isName = isHan(after);
		yield {
			from: match.index,
			to: match.index + 1,
			suggestions: isName ? ['·', '。'] : ['。'],
			message: isName ? '汉字之间的小圆点：外国人名用间隔号“·”，句末用句号“。”。' : '中文的句号是“。”，这里是小圆点。',
			severity: isName ? 'warning' : 'error',
		};
	}
}

const otherMarks: Record<string, string> = {
	'｡': '。',
	'､': '、',
	'﹐': '，',
	'﹑': '、',
	'﹒': '。',
	'﹔': '；',
	'﹕': '：',
	'﹖': '？',
	'﹗': '！',
	'．': '.',
	'⋯': '…',
	'〝': '“',
	'〞': '”',
	'＂': '“',
	'℅': '%',
};
const otherPattern = new RegExp(`[${Object.keys(otherMarks).join('')}]`, 'g');

const otherMark: PartRule = {
	id: 'other-mark',
	name: '异体标点',
	severity: 'error',
	source: 'GB/T 15834—2011 5.1',
	*look({ text }) {
		for (const match of text.matchAll(otherPattern)) {
			const [written] = match;
			const isDecimal =
				written === '．' && /\d/.test(text[match.index - 1] ?? '') && /\d/.test(text[match.index + 1] ?? '');
			const right = written === '．' && !isDecimal ? (isHan(text[match.index + 1]) ? '·' : '。') : otherMarks[written];
			yield {
				from: match.index,
				to: match.index + 1,
				suggestions: [right as string],
				message: `“${written}”不是通用的标点字符，应为“${right}”。`,
			};
		}
	},
};

const dotPattern = new RegExp(`(?<=[${han}A-Za-z])[•・‧∙⋅●](?=[${han}A-Za-z])`, 'g');

const nameDot: PartRule = {
	id: 'name-dot',
	name: '间隔号的写法',
	severity: 'warning',
	source: 'GB/T 15834—2011 4.14',
	*look({ text }) {
		for (const match of text.matchAll(dotPattern)) {
			yield {
				from: match.index,
				to: match.index + 1,
				suggestions: ['·'],
				message: '间隔号是居中的小圆点“·”，这里是另一种圆点。',
			};
		}
	},
};

const fullWidthLetter: PartRule = {
	id: 'full-width-letter',
	name: '全角数字和字母',
	severity: 'warning',
	source: 'GB/T 15835—2011 5.1',
	*look({ text }) {
		for (const match of text.matchAll(/[０-９Ａ-Ｚａ-ｚ％＋]+/g)) {
			const right = match[0].normalize('NFKC');
			yield {
				from: match.index,
				to: match.index + match[0].length,
				suggestions: [right],
				message: `数字和字母用半角，应为“${right}”。`,
			};
		}
	},
};

const angle = /<{1,2}([^<>\n]{1,40})>{1,2}/g;

const angleTitle: PartRule = {
	id: 'angle-title',
	name: '尖括号代书名号',
	severity: 'warning',
	source: 'GB/T 15834—2011 4.15',
	*look({ text }) {
		for (const match of text.matchAll(angle)) {
			if (!anyHan.test(match[1] ?? '')) continue;
			yield {
				from: match.index,
				to: match.index + match[0].length,
				suggestions: [`《${match[1]}》`],
				message: '书名号是《》，这里是尖括号。',
			};
		}
	},
};

export const markRules: readonly PartRule[] = [halfWidthMark, otherMark, nameDot, fullWidthLetter, angleTitle];
