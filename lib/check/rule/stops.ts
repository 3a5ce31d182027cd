import { han } from '../chars';
import type { Finding, PartRule, StoryRule } from '../check';

/** Stops 点号: doubled, at odds with quotes, missing at the end; ellipses, dashes, spaces. */

/** Roles in which running text stands, and must end with a mark. */
const running = new Set(['paragraph', 'answer', 'question']);
const shortest = 12;

/** Marks that fall on each other: what stands there, and what may stand there instead. */
function suggestionsFor(run: string): string[] {
	const kinds = [...new Set(run)];
	if (kinds.length === 1) return kinds;
	const strongest = kinds.find((mark) => mark === '。' || mark === '；') ?? kinds[0];
	return [strongest as string, ...kinds.filter((mark) => mark !== strongest)];
}

const doubledStop: PartRule = {
	id: 'doubled-stop',
	name: '标点重复',
	severity: 'error',
	source: 'GB/T 15834—2011 4.1—4.7',
	*look({ text }) {
		for (const match of text.matchAll(/[，、；：。]{2,}/g)) {
			const [run] = match;
			if (/^。{3,}$/.test(run)) continue;
			yield {
				from: match.index,
				to: match.index + run.length,
				suggestions: suggestionsFor(run),
				message: `“${run}”连用了几个点号，只留一个。`,
			};
		}
		for (const match of text.matchAll(/[？！][，、；：。]+/g)) {
			const [run] = match;
			yield {
				from: match.index,
				to: match.index + run.length,
				suggestions: [run[0] as string, ...[...run].slice(1)],
				message: `“${run}”连用了几个点号，只留一个。`,
			};
		}
	},
};

const stackedMark: PartRule = {
	id: 'stacked-mark',
	name: '问号叹号叠用',
	severity: 'warning',
	source: 'GB/T 15834—2011 4.2、4.3',
	*look({ text }) {
		for (const match of text.matchAll(/！？|[？！]{4,}/g)) {
			const isMixed = match[0].includes('？') && match[0].includes('！');
			yield {
				from: match.index,
				to: match.index + match[0].length,
				suggestions: [isMixed ? '？！' : match[0].slice(0, 3)],
				message: isMixed ? '问号和叹号连用，问号在前。' : '问号、叹号最多叠用三个。',
			};
		}
	},
};

const quotedStop: PartRule = {
	id: 'quoted-stop',
	name: '引号内外的点号',
	severity: 'error',
	source: 'GB/T 15834—2011 4.8',
	*look({ text }) {
		for (const match of text.matchAll(/。([”’]+)([。，；、])/g)) {
			const [run, quotes = '', stop = ''] = match;
			yield {
				from: match.index,
				to: match.index + run.length,
				suggestions: stop === '。' ? [`。${quotes}`, `${quotes}。`] : [`${quotes}${stop}`],
				message: stop === '。' ? '引号内外都有句号，只留一个。' : '引文后面句子还没有完，引号里的句号应当去掉。',
			};
		}
		for (const match of text.matchAll(/([？！])([”’]+)。/g)) {
			yield {
				from: match.index,
				to: match.index + match[0].length,
				suggestions: [`${match[1]}${match[2]}`],
				message: '引文以问号、叹号结束时，引号后面一般不再用句号。',
				severity: 'info',
			};
		}
		for (const match of text.matchAll(/。）([。，；、])/g)) {
			yield {
				from: match.index,
				to: match.index + match[0].length,
				suggestions: [`）${match[1]}`],
				message: '句内括号里的话末尾不用句号。',
				severity: 'warning',
				source: 'GB/T 15834—2011 4.9',
			};
		}
	},
};

const listComma: PartRule = {
	id: 'list-comma',
	name: '书名号、引号之间的顿号',
	severity: 'info',
	source: 'GB/T 15834—2011 4.5.3.5',
	*look({ text }) {
		for (const match of text.matchAll(/(?<=[”’》])、(?=[“‘《])/g)) {
			const from = match.index - 1;
			yield {
				from,
				to: from + 3,
				suggestions: [`${text[from]}${text[from + 2]}`],
				message: '标有引号、书名号的并列成分之间通常不用顿号。',
			};
		}
	},
};

const listEnd = '(?=(?:和(?!平|谐|睦|气|蔼|解|县|田|服)|与(?!会|众)|以及|及(?!时|格|早)|或(?!许|是)|或者))';
const listWord: PartRule = {
	id: 'list-word',
	name: '顿号与连词、“等”',
	severity: 'warning',
	source: 'GB/T 15834—2011 4.5',
	*look({ text }) {
		for (const match of text.matchAll(new RegExp(`、${listEnd}`, 'g'))) {
			yield {
				from: match.index,
				to: match.index + 1,
				suggestions: [''],
				message: '并列的最后两项之间已有连词，前面不再用顿号。',
			};
		}
		for (const match of text.matchAll(/、等(?=[，。；、）]|地|人|单位|方面|部门|内容|项目|企业|等)/g)) {
			yield { from: match.index, to: match.index + 2, suggestions: ['等'], message: '“等”前面不用顿号。' };
		}
	},
};

const strayComma: PartRule = {
	id: 'stray-stop',
	name: '点号的位置',
	severity: 'warning',
	source: 'GB/T 15834—2011 5.1',
	*look({ text }) {
		for (const match of text.matchAll(
			new RegExp(`(?<=[${han}])[，。、；：](?=的(?!士|确|哥|卢)|了(?!解|结|不起|却|断)|们)`, 'g'),
		)) {
			yield { from: match.index, to: match.index + 1, suggestions: [''], message: '助词前面不应有点号。' };
		}
		for (const match of text.matchAll(/(?<=[“‘（《])[，。、；：]/g)) {
			yield { from: match.index, to: match.index + 1, suggestions: [''], message: '上引号、上括号后面不应有点号。' };
		}
		for (const match of text.matchAll(/^[，。、；：？！”’）》]/gm)) {
			yield {
				from: match.index,
				to: match.index + 1,
				suggestions: [''],
				message: '点号和下半个标号不能在一行的开头。',
			};
		}
	},
};

const ellipsis: PartRule = {
	id: 'ellipsis',
	name: '省略号的写法',
	severity: 'error',
	source: 'GB/T 15834—2011 4.11',
	*look({ text }) {
		for (const match of text.matchAll(/\.{3,}|。{3,}|(?:·\s?){3,}|⋯+|…+/g)) {
			const [run] = match;
			if (run === '……' || run === '…………') continue;
			const isLatin = run.startsWith('.') && !new RegExp(`[${han}，。！？”]`).test(text[match.index - 1] ?? '');
			if (isLatin) continue;
			yield {
				from: match.index,
				to: match.index + run.length,
				suggestions: ['……'],
				message: '省略号是六个圆点，占两个字的位置：“……”。',
			};
		}
		for (const match of text.matchAll(/……(等+)(?=[，。；、）]|$)/g)) {
			yield {
				from: match.index,
				to: match.index + match[0].length,
				suggestions: [match[1] as string, '……'],
				message: '省略号和“等”意思重复，只留一个。',
				severity: 'warning',
			};
		}
	},
};

const dash: PartRule = {
	id: 'dash',
	name: '破折号的写法',
	severity: 'warning',
	source: 'GB/T 15834—2011 4.10',
	*look({ text }) {
		const chinese = `[${han}，。！？；：、”’》）]`;
		const wrong = new RegExp(`(?<=${chinese})(?:-{2,}|－{1,}|―+|─+|—{3,}|— —|–{2,})(?=[${han}“《（]|$)`, 'g');
		for (const match of text.matchAll(wrong)) {
			yield {
				from: match.index,
				to: match.index + match[0].length,
				suggestions: ['——'],
				message: '破折号是一条占两个字的横线：“——”。',
			};
		}
	},
};

const space: PartRule = {
	id: 'space',
	name: '多余的空格',
	severity: 'warning',
	source: 'GB/T 15834—2011 5.1',
	*look({ text, role }) {
		for (const match of text.matchAll(/^[ \u3000\t]+/gm)) {
			yield {
				from: match.index,
				to: match.index + match[0].length,
				suggestions: [''],
				message: '段首的空格由排版给出，稿子里不用敲。',
			};
		}
		for (const match of text.matchAll(/(?<=[^\s]) +(?=[，。、；：？！”）》])/g)) {
			yield { from: match.index, to: match.index + match[0].length, suggestions: [''], message: '标点前面不留空格。' };
		}
		// A signature 落款 is short: 湖滨街道读者 向晨.
		if (!running.has(role) || text.length < shortest * 2) return;
		// Names in brackets are set apart by spaces: （记者 沈知远 陆佳禾）.
		for (const match of text.matchAll(new RegExp(`(?<=[${han}，。；：！？]) {1,2}(?=[${han}])(?![^（]*）)`, 'g'))) {
			yield {
				from: match.index,
				to: match.index + match[0].length,
				suggestions: [''],
				message: '汉字之间不留空格。',
				severity: 'info',
			};
		}
	},
};

/** Verse and lists of names have lines without end marks: such a story is left alone. */
const missingEnd: StoryRule = {
	id: 'missing-end',
	name: '段末标点',
	severity: 'warning',
	source: 'GB/T 15834—2011 4.1',
	*lookAcross(parts) {
		const paragraphs = parts.filter(({ role }) => running.has(role));
		const open = paragraphs.filter(({ text }) => lacksEnd(text)).length;
		const looksUnmarked = open > 2 && open * 3 > paragraphs.length;
		if (looksUnmarked) return;
		for (const [part, { role, text }] of parts.entries()) {
			if (!running.has(role)) continue;
			const finding = endFinding(text);
			if (finding) yield { part, ...finding };
		}
	},
};

function lacksEnd(text: string): boolean {
	return new RegExp(`(?:[${han}A-Za-z\\d%，、]|[${han}]”)$`).test(text.trimEnd());
}

function endFinding(written: string): Finding | undefined {
	const text = written.trimEnd();
	const last = text.at(-1) ?? '';
	const place = { from: text.length - 1, to: text.length };
	if (/[，、]/.test(last)) {
		return {
			...place,
			suggestions: ['。'],
			message: '段末不能是逗号、顿号：话没有说完，或者应是句号。',
			severity: 'error',
		};
	}
	const isSentence = text.length >= shortest && /[，。；：！？]/.test(text) && !text.includes('\n');
	if (!isSentence || !lacksEnd(text)) return undefined;
	return { ...place, suggestions: [`${last}。`], message: '这一段末尾没有标点。' };
}

const titleEnd: PartRule = {
	id: 'title-end',
	name: '标题末尾的标点',
	severity: 'info',
	source: '报纸标题通例',
	*look({ text, role }) {
		if (role !== 'title' && role !== 'subhead') return;
		const match = /[。，、；]$/.exec(text);
		if (!match) return;
		yield { from: match.index, to: match.index + 1, suggestions: [''], message: '标题末尾不用句号、逗号。' };
	},
};

export const stopRules: readonly PartRule[] = [
	doubledStop,
	stackedMark,
	quotedStop,
	listComma,
	listWord,
	strayComma,
	ellipsis,
	dash,
	space,
	titleEnd,
];

export const endRules: readonly StoryRule[] = [missingEnd];
