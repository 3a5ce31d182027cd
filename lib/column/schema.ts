import { z } from 'zod';

/** 栏目, 主题横幅 and 标签 are the three headings under which articles are kept. */
export const HeadingKind = z.enum(['column', 'series', 'tag']);
export type HeadingKind = z.infer<typeof HeadingKind>;

const id = z.string().min(1).max(40);
const name = z.string().trim().min(1, '请填写名称').max(30, '名称最长 30 字');
const intro = z.string().trim().max(300, '简介最长 300 字').default('');
const columnKind = z.enum(['plain', 'special', 'interview']).default('plain');

export const CreateHeadingInput = z.strictObject({
	kind: HeadingKind,
	name,
	/** Part of the permanent URL; proposed from the name's pinyin where it is left out. */
	slug: z
		.string()
		.trim()
		.toLowerCase()
		.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '网址名只能用小写字母、数字和短横线')
		.max(60, '网址名最长 60 个字符')
		.optional(),
	intro,
	columnKind,
});
export type CreateHeadingInput = z.infer<typeof CreateHeadingInput>;

export const UpdateHeadingInput = z.strictObject({ kind: HeadingKind, id, name, intro, columnKind });
export type UpdateHeadingInput = z.infer<typeof UpdateHeadingInput>;

export const HeadingInput = z.strictObject({ kind: HeadingKind, id });
export type HeadingInput = z.infer<typeof HeadingInput>;

export const MoveHeadingInput = HeadingInput.extend({ to: z.enum(['up', 'down']) });
export type MoveHeadingInput = z.infer<typeof MoveHeadingInput>;

/** The name for which an address is wanted. */
export const ProposeSlugInput = z.strictObject({ name });
export type ProposeSlugInput = z.infer<typeof ProposeSlugInput>;
