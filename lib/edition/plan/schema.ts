import { z } from 'zod';
import { isoToDate } from '@/lib/time';
import { Priority } from '../schema';

const id = z.string().min(1).max(40);
const date = z.string().refine((text) => isoToDate(text) !== undefined, '日期不正确，应如 2026-11-22');
const label = z.string().trim().min(1, '请写明这个稿位要什么稿').max(40, '最长 40 字');
/** More than a 对开 page holds. */
const mostWords = 20_000;
const words = z
	.number('计划字数要写成数字')
	.int('计划字数要写成整数')
	.min(1, '计划字数至少 1 字')
	.max(mostWords, `计划字数最多 ${mostWords} 字`);

const slot = { label, plannedWords: words, priority: Priority, columnId: id.nullable() };

/** 加稿位. With `order` it comes back to where it was, with `articleId` the story that stood in it too. */
export const CreateSlotInput = z.strictObject({
	pageId: id,
	...slot,
	order: z.number().int().min(1).max(10_000).optional(),
	articleId: id.optional(),
});
export type CreateSlotInput = z.infer<typeof CreateSlotInput>;

export const UpdateSlotInput = z.strictObject({
	id,
	...slot,
	/** As the form showed it. */
	seen: z.strictObject({ label: z.string(), plannedWords: z.number(), priority: Priority }),
});
export type UpdateSlotInput = z.infer<typeof UpdateSlotInput>;

export const SlotInput = z.strictObject({ id });
export type SlotInput = z.infer<typeof SlotInput>;

export const MoveSlotInput = z.strictObject({ id, to: z.enum(['up', 'down']) });
export type MoveSlotInput = z.infer<typeof MoveSlotInput>;

/** 照某期建期 */
export const CopyEditionInput = z.strictObject({
	date,
	issueNo: z.number().int().min(1).max(9_999_999).optional(),
	/** The day of the edition that is copied. */
	from: date,
});
export type CopyEditionInput = z.infer<typeof CopyEditionInput>;

/** 统一付印时间; null takes them away. */
export const DeadlinesInput = z.strictObject({ id, deadline: z.coerce.date('时间不正确').nullable() });
export type DeadlinesInput = z.infer<typeof DeadlinesInput>;

/** 接手 交出: who has the page in hand, and who was seen to have it. */
export const HolderInput = z.strictObject({ id, holderId: id.nullable(), seen: id.nullable() });
export type HolderInput = z.infer<typeof HolderInput>;
