import { type IsoDate, isoToDate } from '@/lib/time';
import { foldedWords, queryLimit, tidyQuery } from './search';

/** Nobody turns further; a bound for who asks by machine. */
export const mostPages = 25;

export type SearchOrder = 'best' | 'latest';

/** What a reader asks for, as the form has it: empty where a field is. */
export interface SearchAsk {
	query: string;
	/** Its slug. */
	column: string;
	/** A name, or the number in the address of a page. */
	reporter: string;
	/** A name or a slug. */
	tag: string;
	/** 版次 */
	no: string;
	from: string;
	to: string;
	order: SearchOrder;
	/** From 1. */
	page: number;
}

export type FilterName = 'column' | 'reporter' | 'tag' | 'no' | 'from' | 'to';

export const filterNames: readonly FilterName[] = ['column', 'reporter', 'tag', 'no', 'from', 'to'];

/** The form's fields from an address, and a sentence for each that cannot be searched by. What was typed is kept. */
export function readAsk(given: URLSearchParams): { ask: SearchAsk; troubles: string[] } {
	const field = (name: FilterName) => tidyQuery(given.get(name));
	const plain = (name: FilterName) => field(name).normalize('NFKC');
	const order = given.get('order') ?? '';
	const page = given.get('page') ?? '';
	const query = tidyQuery(given.get('q'));
	const ask: SearchAsk = {
		// Of characters that nobody sees no word is left: that is nothing typed.
		query: foldedWords(query).length === 0 ? '' : query,
		column: field('column'),
		reporter: field('reporter'),
		tag: field('tag'),
		no: plain('no'),
		from: plain('from'),
		to: plain('to'),
		order: order === 'latest' ? 'latest' : 'best',
		page: /^[1-9]\d{0,2}$/.test(page) && Number(page) <= mostPages ? Number(page) : 1,
	};
	const tooLong = [ask.column, ask.reporter, ask.tag].some((text) => lengthOf(text) > queryLimit);
	const troubles = [
		lengthOf(ask.query) > queryLimit && `一次最多搜 ${queryLimit} 个字，现在有 ${lengthOf(ask.query)} 个，请缩短。`,
		tooLong && `栏目、记者、标签最多写 ${queryLimit} 个字。`,
		ask.no !== '' && !/^[1-9]\d?$/.test(ask.no) && `版次要写 1 到 99 的数字，“${ask.no}”不是。`,
		...[ask.from, ask.to].map((day) => day !== '' && !isoToDate(day) && `没有“${day}”这一天，日期要写成 2026-11-22。`),
		isReversed(ask) && '起始日期在截止日期之后，请对调。',
		order !== '' && !['best', 'latest'].includes(order) && '排序只有“相关”和“最新”两种。',
		page !== '' && page !== String(ask.page) && pageTrouble(page),
	];
	return { ask, troubles: troubles.filter((trouble) => trouble !== false) };
}

function lengthOf(text: string): number {
	return [...text].length;
}

function isReversed({ from, to }: SearchAsk): boolean {
	return isoToDate(from) !== undefined && isoToDate(to) !== undefined && from > to;
}

function pageTrouble(page: string): string {
	return /^[1-9]\d*$/.test(page)
		? `只列出前 ${mostPages} 页，请加上筛选缩小范围。`
		: `没有第“${page.slice(0, 20)}”页，页数从 1 数起。`;
}

/** Whether there is nothing to look for yet. */
export function isEmptyAsk(ask: SearchAsk): boolean {
	return ask.query === '' && filterNames.every((name) => ask[name] === '');
}

/** The address of a search, its fields changed; empty and usual ones are left out. A changed search begins on its first page. */
export function hrefOfAsk(ask: SearchAsk, change: Partial<SearchAsk> = {}): string {
	const { query, order, page, ...filters } = { ...ask, page: 1, ...change };
	const fields = new URLSearchParams(query === '' ? [] : [['q', query]]);
	for (const name of filterNames) if (filters[name] !== '') fields.set(name, filters[name]);
	if (order !== 'best') fields.set('order', order);
	if (page !== 1) fields.set('page', String(page));
	return fields.size === 0 ? '/search' : `/search?${fields}`;
}

/** What of the stories is wanted, beside words. */
export interface SearchFilters {
	columnId?: string;
	/** Any of them: two may have one name. */
	reporterIds?: readonly string[];
	tagId?: string;
	pageNo?: number;
	from?: IsoDate;
	to?: IsoDate;
}
