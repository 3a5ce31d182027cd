import type { ReviewStage } from '@/generated/prisma/enums';
import { type Block, baseBody, plainText } from '@/lib/article/body';
import type { ArticleContent } from '@/lib/article/schema';

/**
 * How grave an edit is, by what it may have made wrong:
 * `none` nothing of the text differs (tags); `punctuation` marks and spaces alone; `wording` other words, another order,
 * another form; `substance` a name, a number, a headline, a heading it stands under or a picture.
 */
export type ChangeClass = 'none' | 'punctuation' | 'wording' | 'substance';

export const changeNames: Record<ChangeClass, string> = {
	none: '文字未动',
	punctuation: '只动标点',
	wording: '改了文字',
	substance: '动了标题、人名、数字或图片',
};

const ranks: ChangeClass[] = ['none', 'punctuation', 'wording', 'substance'];

/** The first stage whose signature an edit of this class voids, together with those behind it; null: none of the three. */
export const voidedFrom: Record<ChangeClass, ReviewStage | null> = {
	none: null,
	punctuation: null,
	wording: 'second',
	substance: 'first',
};

/**
 * The class of the edit that leads from one content to the other; suggestions that nobody has accepted are none. Where in doubt it answers the graver class: a
 * signature lost is given again, a changed name that slips through is printed. `names` are people whom the newsroom
 * knows; names behind a title or an office are found without them.
 */
export function changeOf(before: ArticleContent, after: ArticleContent, names: readonly string[] = []): ChangeClass {
	const [was, is] = [baseBody(before.body).content, baseBody(after.body).content];
	return graver([
		...heads.map((field) => (before[field] === after[field] ? 'none' : 'substance') as ChangeClass),
		...placed.map((field) => (isSame(before[field], after[field]) ? 'none' : 'substance') as ChangeClass),
		textChange(before.dateline, after.dateline, names),
		textChange(plainText(before.body), plainText(after.body), names),
		isSame(picturesOf(was), picturesOf(is)) ? 'none' : 'substance',
		isSame(formOf(was), formOf(is)) ? 'none' : 'wording',
	]);
}

const heads = ['kicker', 'headline', 'deck', 'webTitle', 'feedTitle', 'wechatTitle'] as const;
const placed = ['columnId', 'seriesId', 'bylines', 'amendment'] as const;

function graver(classes: ChangeClass[]): ChangeClass {
	return ranks[Math.max(...classes.map((change) => ranks.indexOf(change)))] ?? 'none';
}

/** The class of a change of running text. */
export function textChange(before: string, after: string, names: readonly string[]): ChangeClass {
	if (before === after) return 'none';
	// A point inside a number is no punctuation: 3.5 and 35 must not look alike.
	if (!isSame(numbersOf(before), numbersOf(after))) return 'substance';
	if (wordsOf(before) === wordsOf(after)) return 'punctuation';
	return isSame(namesIn(before, names), namesIn(after, names)) ? 'wording' : 'substance';
}

/** The text without punctuation and spaces. Signs such as + ≥ ￥ are words. */
function wordsOf(text: string): string {
	return text.replace(/[\p{P}\p{Z}\s]/gu, '');
}

const digits = /(?<![0-9０-９])[-－−]?[0-9０-９]+(?:[.,:．，：/／-][0-9０-９]+)*[%％‰]?/g;
const hanNumber = /[〇零一二两三四五六七八九十百千万亿半]+/g;
/** Words in which a numeral counts nothing. */
const idle =
	/一些|一样|一直|一定|一起|一般|一切|一旦|一并|一同|一线|一体|一致|一律|一味|一边|一面|一向|一再|进一步|同一|统一|唯一|万一|之一|单一|十分|百姓|万分|千方百计|一方面|八方|四处|四周|半天|两岸/g;

/** All numbers of a text in order, as written. */
function numbersOf(text: string): string[] {
	const told = text.replace(idle, '');
	return [...(text.match(digits) ?? []), ...(told.match(hanNumber) ?? [])];
}

const surname =
	'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤柯欧阳上官司马诸葛';
const office =
	'书记|主任|局长|镇长|区长|县长|市长|省长|部长|处长|科长|所长|院长|校长|站长|队长|会长|理事长|董事长|总经理|经理|主席|委员|代表|教授|医生|老师|师傅|记者|通讯员|馆长|支书|居民|村民|社员|工程师|总编|编辑|先生|女士|同志';
const namedPerson = new RegExp(
	`(?:${office})[\\s　]?([${surname}]\\p{Script=Han}{1,2})(?=\\P{Script=Han}|说|介绍|表示|告诉|认为|带|和|在|向|把|是|走|、|$)`,
	'gu',
);

/** Every naming of a person in a text, in order: those behind an office, and all that the newsroom knows. */
function namesIn(text: string, known: readonly string[]): string[] {
	const found = [...text.matchAll(namedPerson)].map((match) => ({ at: match.index, name: match[0] }));
	for (const name of new Set(known)) {
		if (name.length < 2) continue;
		for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) found.push({ at, name });
	}
	return found.sort((a, b) => a.at - b.at || a.name.length - b.name.length).map(({ name }) => name);
}

interface Node {
	type: string;
	text?: string;
	attrs?: Record<string, unknown>;
	marks?: unknown[];
	content?: Node[];
}

/** A block and all that stands in it, in order. */
function nodesOf(node: Node): Node[] {
	return [node, ...(node.content ?? []).flatMap(nodesOf)];
}

/** The pictures of a body and whose they are. What is said of them is text. */
function picturesOf(blocks: readonly Block[]): unknown[] {
	return blocks.flatMap((block) =>
		nodesOf(block as Node).flatMap(({ attrs }) => (attrs?.media ? [attrs.media, attrs.credit] : [])),
	);
}

/** What a body is besides its words: kinds of blocks, weight, links. Where a paragraph ends is punctuation. */
function formOf(blocks: readonly Block[]): unknown[] {
	const form: unknown[] = [];
	let last = '';
	for (const block of blocks) {
		const nodes = nodesOf(block as Node);
		const marked = nodes.filter((node) => node.text && node.marks?.length);
		if (block.type === 'paragraph' && nodes.length === 1) continue;
		if (block.type !== 'paragraph' || last !== 'paragraph') form.push(block.type);
		last = block.type;
		form.push(...marked.map(({ text = '', marks }) => [wordsOf(text), marks]));
		if (block.type === 'figure') form.push(block.attrs.alt);
	}
	return form;
}

function isSame(a: unknown, b: unknown): boolean {
	return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** With members in one order: PostgreSQL gives an object's members in an order of its own. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value ?? null;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, member]) => [key, sorted(member)]),
	);
}
