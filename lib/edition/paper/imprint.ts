import { z } from 'zod';

const line = z.string().default('').catch('');

/** 版权信息: what a newspaper has to print beside its name, number and sponsor (《报纸出版管理规定》第三十一条). */
export const Imprint = z.object({
	/** 主管单位 */
	authority: line,
	/** 出版单位 */
	publisher: line,
	/** 总编辑（社长） */
	chiefEditor: line,
	address: line,
	postcode: line,
	phone: line,
	/** 定价 in words: 每份 1.50 元 */
	price: line,
	/** 印刷单位 with its address */
	printer: line,
});
export type Imprint = z.infer<typeof Imprint>;

/** What of a newspaper its pages say. */
export interface House {
	name: string;
	cnNumber: string;
	sponsor: string;
	imprint: Imprint;
}

/** The parts of the imprint as they are named in print, in their order; the empty ones too. */
export function imprintParts({
	sponsor,
	imprint,
}: Pick<House, 'sponsor' | 'imprint'>): { name: string; value: string }[] {
	return [
		{ name: '主管单位', value: imprint.authority },
		{ name: '主办单位', value: sponsor },
		{ name: '出版单位', value: imprint.publisher },
		{ name: '总编辑', value: imprint.chiefEditor },
		{ name: '地址', value: imprint.address },
		{ name: '邮政编码', value: imprint.postcode },
		{ name: '电话', value: imprint.phone },
		{ name: '定价', value: imprint.price },
		{ name: '印刷', value: imprint.printer },
	].map(({ name, value }) => ({ name, value: value.trim() }));
}

/** The line at the foot of the last page. */
export function imprintLine(house: Pick<House, 'sponsor' | 'imprint'>): string {
	return imprintParts(house)
		.filter(({ value }) => value !== '')
		.map(({ name, value }) => `${name}：${value}`)
		.join('　');
}
