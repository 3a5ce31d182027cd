import { z } from 'zod';

const said = (most: number) => z.string().trim().max(most, `最长 ${most} 字`);
const web = said(200).refine((text) => text === '' || /^https?:\/\//.test(text), '网址要以 http:// 或 https:// 开头');

/** 报纸设置: the paper's name and what the law wants it to say in print and on its site. */
export const PaperInput = z.strictObject({
	name: said(20).min(1, '请填写报名'),
	slogan: said(40),
	cnNumber: said(30).refine(
		(text) => text === '' || /^CN ?\d{2}-\d{4}$/.test(text),
		'应如 CN 00-0000：CN、两位地区号、四位序号',
	),
	sponsor: said(60),
	imprint: z.strictObject({
		authority: said(60),
		publisher: said(60),
		chiefEditor: said(20),
		address: said(80),
		postcode: said(6).refine((text) => text === '' || /^\d{6}$/.test(text), '邮政编码是六位数字'),
		phone: said(40),
		price: said(30),
		printer: said(80),
	}),
	footer: z.strictObject({
		icp: said(60),
		police: said(60),
		licence: said(80),
		reportUrl: web,
		copyright: said(200),
	}),
});
export type PaperInput = z.infer<typeof PaperInput>;
