import { z } from 'zod';

const id = z.string().min(1).max(40);

/** An act on the revision that the actor saw. */
export const ActInput = z.strictObject({ id, revision: z.number().int().min(1) });
export type ActInput = z.infer<typeof ActInput>;

const note = (max: number) => z.string().trim().max(max, `最长 ${max} 字`);

/** A signature; `flag` is the reason where one person has to sign what he wrote or signed before. */
export const SignInput = ActInput.extend({ flag: note(200).optional() });
export type SignInput = z.infer<typeof SignInput>;

/** Why a story goes back; what the writer reads first. */
export const returnReasons = {
	facts: '事实待核',
	sources: '信源不足',
	angle: '角度不当',
	structure: '结构要改',
	wording: '文字粗糙',
	headline: '标题不当',
	picture: '图片问题',
	length: '篇幅不合',
	duplicate: '与他稿重复',
	rules: '不合规范',
	other: '其他',
} as const;

export const ReturnInput = ActInput.extend({
	/** A stage, or null for the author. */
	returnTo: z.enum(['first', 'second', 'final']).nullable().default(null),
	reason: z.enum(Object.keys(returnReasons) as (keyof typeof returnReasons)[], '请选择退稿的原因'),
	note: note(500).min(1, '请写明退稿的原因'),
});
export type ReturnInput = z.infer<typeof ReturnInput>;

export const HoldInput = ActInput.extend({ note: note(200).min(1, '请写明缓发的原因') });
export type HoldInput = z.infer<typeof HoldInput>;

const moment = z.coerce.date().nullable();

export const ScheduleInput = z.strictObject({
	id,
	urgent: z.boolean().optional(),
	dueAt: moment.optional(),
	embargoUntil: moment.optional(),
});
export type ScheduleInput = z.infer<typeof ScheduleInput>;

export const WithdrawInput = z.strictObject({
	id,
	note: note(300).min(1, '请写明给读者看的撤稿说明'),
});
export type WithdrawInput = z.infer<typeof WithdrawInput>;

export const ReviewModeInput = z.strictObject({ reviewMode: z.enum(['strict', 'flagged']) });
export type ReviewModeInput = z.infer<typeof ReviewModeInput>;
