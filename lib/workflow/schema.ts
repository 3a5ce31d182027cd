import { z } from 'zod';

/** An act on the revision that the actor saw. */
export const ActInput = z.strictObject({ id: z.string().min(1).max(40), revision: z.number().int().min(1) });
export type ActInput = z.infer<typeof ActInput>;

const note = (max: number) => z.string().trim().max(max, `最长 ${max} 字`);

export const ReturnInput = ActInput.extend({ note: note(500).min(1, '请写明退稿的原因') });
export type ReturnInput = z.infer<typeof ReturnInput>;

export const CorrectInput = ActInput.extend({ note: note(300).min(1, '请写明更正了什么：原来错在哪里，现在是什么') });
export type CorrectInput = z.infer<typeof CorrectInput>;

export const WithdrawInput = z.strictObject({
	id: z.string().min(1).max(40),
	note: note(300).min(1, '请写明给读者看的撤稿说明'),
});
export type WithdrawInput = z.infer<typeof WithdrawInput>;
