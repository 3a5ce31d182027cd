import type { BylineInput } from '@/lib/article/schema';

type Role = BylineInput['role'];

const roleWords: [RegExp, Role][] = [
	[/^(?:本报|本台|本刊|本网)?(?:首席|特约|见习|实习|驻[\p{Script=Han}]{1,4})?摄影记者/u, 'photographer'],
	[/^(?:本报|本台|本刊|本网)?(?:首席|特约|见习|实习|驻[\p{Script=Han}]{1,4})?(?:记者|报道员)/u, 'reporter'],
	[/^(?:本报|特约)?通讯员/, 'correspondent'],
	[/^(?:本报)?(?:摄影报道|摄影|供图|图)(?![片书文])/, 'photographer'],
	[/^(?:作者|撰文|文)(?![字章件])/, 'author'],
	[/^(?:责任编辑|责编|编辑)/, 'editor'],
];

const bullet = /^[□■◎○●◆◇△▲☐\s\u3000]+/;
const name = /^(?:[\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,6}·[\p{Script=Han}]{1,8}|[A-Z][A-Za-z.]+)$/u;
const separators = /[\s\u3000、，,/／&]+/;
const maxBylines = 20;
const longest = 60;

/**
 * The bylines of a line such as 本报记者 沈知远 通讯员 汪立群, 文/沈知远 图/程野 or □ 青禾镇党委书记 赵明. Undefined unless all
 * of the line is understood: half a byline is worse than none.
 */
export function parseBylineLine(line: string): BylineInput[] | undefined {
	const text = line
		.trim()
		.replace(/^[（(]([^（）()]*)[)）]$/, '$1')
		.trim();
	const hasBox = bullet.test(text) && text !== '';
	const words = text.replace(bullet, '');
	if (words === '' || [...words].length > longest || /[。！？；：]$/.test(words)) return undefined;
	const byRole = parseRoles(words);
	if (byRole) return byRole;
	return hasBox ? parseSigned(words) : undefined;
}

/** Roles, each with its names. */
function parseRoles(words: string): BylineInput[] | undefined {
	const bylines: BylineInput[] = [];
	let rest = words;
	while (rest !== '') {
		const found = roleWords
			.map(([pattern, role]) => ({ role, word: pattern.exec(rest)?.[0] ?? '' }))
			.find(({ word }) => word !== '');
		if (!found) return undefined;
		const behind = rest.slice(found.word.length);
		const after = behind.replace(/^[\s\u3000:：/／]+/, '');
		// 记者手记 is a title; only the paper's own are written without a space.
		if (after === behind && !/^(?:本|特约)/.test(found.word)) return undefined;
		const { names, rest: left } = takeNames(after);
		if (names.length === 0) return undefined;
		bylines.push(...names.map((one) => byline(found.role, one)));
		rest = left;
	}
	return bylines.length > 0 && bylines.length <= maxBylines ? bylines : undefined;
}

/** Names up to the next role; a name of two characters may be spread: 沈　宁. */
function takeNames(text: string): { names: string[]; rest: string } {
	const names: string[] = [];
	let rest = text;
	while (rest !== '' && !startsRole(rest)) {
		const [token = ''] = rest.split(separators);
		const after = rest.slice(token.length).replace(/^[\s\u3000、，,/／&]+/, '');
		const [next = ''] = after.split(separators);
		if (/^\p{Script=Han}$/u.test(token) && /^\p{Script=Han}$/u.test(next)) {
			names.push(token + next);
			rest = after.slice(next.length).replace(/^[\s\u3000、，,/／&]+/, '');
		} else if (name.test(token)) {
			names.push(token);
			rest = after;
		} else return { names: [], rest };
	}
	return { names, rest };
}

function startsRole(text: string): boolean {
	return roleWords.some(([pattern]) => pattern.test(text));
}

/** A signed article's author, with the office before the name: □ 青禾镇党委书记 赵明. */
function parseSigned(words: string): BylineInput[] | undefined {
	const tokens = words.split(/[\s\u3000]+/);
	const isSpread = tokens.length > 1 && tokens.slice(-2).every((token) => /^\p{Script=Han}$/u.test(token));
	const own = isSpread ? tokens.slice(-2).join('') : (tokens.at(-1) ?? '');
	const office = tokens.slice(0, isSpread ? -2 : -1).join(' ');
	return name.test(own) && office.length <= 60 ? [{ ...byline('author', own), office }] : undefined;
}

function byline(role: Role, own: string): BylineInput {
	return { role, name: own, office: '', reporterId: null };
}

/** What opens a report before its first words. */
export interface Dateline {
	/** 本报讯（记者 沈知远） */
	text: string;
	/** How much of the paragraph it takes, with the space behind it. */
	length: number;
	bylines: BylineInput[];
}

const dateline =
	/^((?:本报|本台|本刊|本网)(?:讯|[\p{Script=Han}]{0,8}?(?:\d{1,2}月)?\d{1,2}日(?:讯|电))|(?:新华社|中新社|人民日报)[\p{Script=Han}]{0,8}(?:\d{1,2}月)?\d{1,2}日[电讯])\s*(?:[（(]([^（）()]{1,60})[)）])?[\s\u3000]*[:：]?[\s\u3000]*/u;

/** The 电头 at the beginning of a paragraph; its brackets become full width. */
export function parseDateline(paragraph: string): Dateline | undefined {
	const [all, agency, people] = dateline.exec(paragraph) ?? [];
	if (!all || !agency || all.length >= paragraph.length) return undefined;
	const text = people ? `${agency}（${people.trim()}）` : agency;
	return { text, length: all.length, bylines: (people && parseBylineLine(people)) || [] };
}
