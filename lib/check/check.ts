import type { IsoDate } from '@/lib/time';

/**
 * What the checks are made of. A rule looks at a story's words and says where something is wrong, why, and what would be
 * right. Rules judge language and facts only. All of them are pure: same story, same settings, same hits, in a browser's
 * worker and on the server alike.
 */

/** `error` is for what is certainly wrong, `warning` for what very probably is, `info` for what is worth a look. */
export type Severity = 'error' | 'warning' | 'info';

export const severityNames: Record<Severity, string> = { error: '差错', warning: '疑似', info: '提示' };

export const severities = Object.keys(severityNames) as Severity[];

export const headFieldNames = {
	kicker: '引题',
	headline: '主题',
	deck: '副题',
	dateline: '电头',
	webTitle: '网页标题',
	feedTitle: '订阅标题',
	wechatTitle: '微信标题',
} as const;

export type HeadField = keyof typeof headFieldNames;

/** Where a text stands: `text` counts the texts of a block that are not empty, in reading order. */
export type Where =
	| { in: 'head'; field: HeadField }
	| { in: 'byline'; row: number; field: 'name' | 'office' }
	| { in: 'body'; block: number; text: number };

/** What a text is for: running text ends with a mark, a title does not. */
export type PartRole =
	| 'title'
	| 'dateline'
	| 'name'
	| 'office'
	| 'paragraph'
	| 'subhead'
	| 'question'
	| 'answer'
	| 'pullQuote'
	| 'item'
	| 'cell'
	| 'caption'
	| 'credit';

/** One run of a story's text, without marks; a forced break is a line feed. Offsets count UTF-16 units in it. */
export interface Part {
	where: Where;
	role: PartRole;
	text: string;
}

/** A person of the ledger 人名职务库 with the offices that somebody has confirmed. */
export interface LedgerPerson {
	name: string;
	titles: readonly { title: string; from: IsoDate | null; to: IsoDate | null }[];
}

/** A word of the newsroom's own; an empty `right` only says that it is wrong. */
export interface Term {
	wrong: string;
	right: string;
	note: string;
	source: string;
	severity: Severity;
}

/** What the rules know beside the story. */
export interface CheckSettings {
	/** The day that the story is for. */
	day: IsoDate;
	/** Whether that day is settled: the story stands in an edition. Otherwise `day` is today. */
	isDayFixed: boolean;
	/** 总期号 of that edition. */
	issueNo: number | null;
	/** Rules that this newsroom has switched off. */
	off: readonly string[];
	terms: readonly Term[];
	/** Words that are no mistakes here. */
	dictionary: readonly string[];
	people: readonly LedgerPerson[];
	/** Names of the paper's own reporters. */
	reporters: readonly string[];
}

/** What one rule found in one text. */
export interface Finding {
	from: number;
	to: number;
	/** What may stand there instead, best first; an empty string takes it out. */
	suggestions: readonly string[];
	/** One sentence: what is wrong, and why. */
	message: string;
	/** Where it is surer, or less sure, than the rule is by itself. */
	severity?: Severity;
	/** Where it rests on more than the rule's source. */
	source?: string;
}

export interface Hit {
	rule: string;
	severity: Severity;
	where: Where;
	from: number;
	to: number;
	/** The marked text. */
	text: string;
	/** The marked text with what stands beside it: by this a hit that was let stand is known again. */
	key: string;
	suggestions: readonly string[];
	message: string;
	source: string;
}

/** What a rule is called, how sure it is, and on what it rests. */
export interface RuleFacts {
	id: string;
	name: string;
	severity: Severity;
	source: string;
}

/** A rule that needs one text only: its findings hold as long as that text does. */
export interface PartRule extends RuleFacts {
	look: (part: Part, settings: CheckSettings) => Iterable<Finding>;
}

/** A rule that compares the texts of a story; `part` is the index of the text in which it found something. */
export interface StoryRule extends RuleFacts {
	lookAcross: (parts: readonly Part[], settings: CheckSettings) => Iterable<Finding & { part: number }>;
}

const besideMarked = 4;

/** A short text is known again by its neighbours, a long one by itself. */
export function hitKey(text: string, from: number, to: number): string {
	if (to - from >= besideMarked) return text.slice(from, to);
	return text.slice(Math.max(0, from - besideMarked), to + besideMarked);
}

/** Where a hit stands, in words. */
export function whereName(where: Where): string {
	if (where.in === 'head') return headFieldNames[where.field];
	if (where.in === 'byline') return '署名';
	return '正文';
}

/** One text for each place, for use as a key. */
export function whereKey(where: Where): string {
	if (where.in === 'head') return where.field;
	if (where.in === 'byline') return `byline ${where.row} ${where.field}`;
	return `${where.block} ${where.text}`;
}
