import { z } from 'zod';
import { foldWidth } from '@/lib/text';
import { reporterLimits as limits, toBeats } from './reporter';

const text = (what: string, max: number) => z.string().trim().max(max, `${what}最多 ${max} 个字符。`);
const id = z.string().min(1).max(40);

const fields = {
	name: text('姓名', limits.name).min(1, '请填写姓名。'),
	/** Proposed from the name where it is left empty. */
	pinyin: text('拼音', limits.pinyin)
		.transform((pinyin) => foldWidth(pinyin).replace(/\s+/g, ' '))
		.refine((pinyin) => /^[a-z0-9 ]*$/.test(pinyin), '拼音只用字母，音节之间空一格。'),
	portraitId: id.nullable(),
	pressCard: text('记者证号', limits.pressCard)
		.transform((card) => card.normalize('NFKC').toUpperCase())
		.refine((card) => /^[A-Z0-9-]*$/.test(card), '记者证号只有字母和数字。'),
	department: text('部门', limits.department),
	/** Typed in one line, with any comma between. */
	beats: z
		.string()
		.transform(toBeats)
		.pipe(z.array(text('每个条线', limits.beat)).max(limits.beats, `条线最多 ${limits.beats} 个。`)),
	email: text('邮箱', limits.email).refine(
		(email) => email === '' || z.email().safeParse(email).success,
		'邮箱格式不对。',
	),
	phone: text('电话', limits.phone)
		.transform((phone) => phone.normalize('NFKC'))
		.refine((phone) => /^[\d+() -]*$/.test(phone), '电话只用数字、空格和 + - ( )。'),
	public: z.boolean(),
	userId: id.nullable(),
};

export const CreateReporterInput = z.strictObject(fields);
export type CreateReporterInput = z.infer<typeof CreateReporterInput>;

export const UpdateReporterInput = z.strictObject({ id, ...fields });
export type UpdateReporterInput = z.infer<typeof UpdateReporterInput>;

/** What the form proposes a pinyin for. */
export const NameInput = z.strictObject({ name: text('姓名', limits.name) });

export const ReporterInput = z.strictObject({ id });
export type ReporterInput = z.infer<typeof ReporterInput>;

export const ReporterFilters = z.object({
	q: z.string().trim().max(40).catch(''),
	department: z.string().trim().max(limits.department).catch(''),
	show: z.enum(['active', 'hidden', 'retired', 'all']).catch('active'),
});
export type ReporterFilters = z.infer<typeof ReporterFilters>;
