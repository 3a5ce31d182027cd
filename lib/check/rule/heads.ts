import type { Finding, StoryRule } from '../check';
import { hanNumber, numberOf } from '../numerals';

/** Figures in the head that the body does not have, or has otherwise. */

const figure = new RegExp(
	`([\\d${hanNumber}][\\d,.${hanNumber}]*)(余|多)?(%|个百分点|百分点|倍|元|万元|亿元|人次|人|名|户|家|亩|公里|千米|吨|公斤|米|平方米|场|天|年|岁|届|项|件|个|所|座|台|辆|条|次|周年|成|处|对|套|期)`,
	'g',
);
/** Whole numbers of this size stand for a count that the story tells, not states: 三件事, 一把火. */
const smallest = 10;
const approximately = 0.25;

interface Figure {
	value: number;
	unit: string;
	from: number;
	to: number;
	/** 余, 多, 逾, 近: the body may give another figure nearby. */
	isRough: boolean;
}

function figuresIn(text: string): Figure[] {
	return [...text.matchAll(figure)].flatMap((match) => {
		const [all, written = '', about, unit = ''] = match;
		const value = numberOf(written);
		// 百名, 千亩, 万人 are said, not counted.
		if (value === undefined || /^[百千万亿]+$/.test(written)) return [];
		const isRough =
			about !== undefined || /[逾近超约过破上达数]$/.test(text.slice(Math.max(0, match.index - 1), match.index));
		return [{ ...normal(value, unit), from: match.index, to: match.index + all.length, isRough }];
	});
}

/** 3成 is 30%, 1.2亿元 is 120,000,000元. */
function normal(value: number, unit: string): Pick<Figure, 'value' | 'unit'> {
	if (unit === '成') return { value: value * 10, unit: '%' };
	if (unit === '百分点') return { value, unit: '个百分点' };
	if (unit === '千米') return { value, unit: '公里' };
	if (unit === '名') return { value, unit: '人' };
	if (unit === '万元') return { value: value * 10_000, unit: '元' };
	if (unit === '亿元') return { value: value * 100_000_000, unit: '元' };
	return { value, unit };
}

const headFigure: StoryRule = {
	id: 'head-figure',
	name: '标题与正文的数字',
	severity: 'warning',
	source: '本稿正文',
	*lookAcross(parts) {
		const body = parts.filter(({ where }) => where.in === 'body').map(({ text }) => text);
		if (body.join('').length < 60) return;
		const known = body.flatMap(figuresIn);
		const text = body.join('\n');
		for (const [part, { role, text: head }] of parts.entries()) {
			if (role !== 'title') continue;
			for (const one of figuresIn(head)) {
				const finding = figureFinding(head, one, known, text);
				if (finding) yield { part, ...finding };
			}
		}
	},
};

function figureFinding(head: string, one: Figure, known: readonly Figure[], body: string): Finding | undefined {
	const written = head.slice(one.from, one.to);
	const isCounted = one.unit === '年' || one.unit === '期' || one.unit === '届';
	const isMeasured = one.unit === '%' || one.unit === '个百分点' || one.unit === '倍' || one.unit === '元';
	if (isCounted || (one.value < smallest && !isMeasured) || body.includes(written)) return undefined;
	if (isYearOrDay(head, one)) return undefined;
	const alike = known.filter(({ unit }) => unit === one.unit);
	if (alike.some(({ value }) => isEqual(value, one))) return undefined;
	const digits = /[\d.]+/.exec(written)?.[0];
	if (alike.length === 0 && digits && new RegExp(`(?<![\\d.])${digits.replace('.', '\\.')}(?![\\d.])`).test(body))
		return undefined;
	return {
		from: one.from,
		to: one.to,
		suggestions: [],
		message: alike.length > 0 ? `标题里的“${written}”和正文里的数字对不上。` : `标题里的“${written}”正文里没有。`,
		severity: one.isRough || alike.length === 0 ? 'info' : 'warning',
	};
}

function isEqual(value: number, { value: wanted, isRough }: Figure): boolean {
	if (value === wanted) return true;
	return isRough && Math.abs(value - wanted) <= approximately * Math.max(value, wanted);
}

function isYearOrDay(head: string, { from, to }: Figure): boolean {
	return /[月第]$/.test(head.slice(0, from)) || /^[月日号版]/.test(head.slice(to));
}

export const headRules: readonly StoryRule[] = [headFigure];
