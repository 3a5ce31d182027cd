import { z } from 'zod';

const id = z.string().min(1).max(40);

export const NoticeInput = z.strictObject({ id });
export type NoticeInput = z.infer<typeof NoticeInput>;

export const WaiveNoticeInput = z.strictObject({
	id,
	why: z.string().trim().min(1, '请写明为什么不用刊登更正').max(200, '最长 200 字'),
});
export type WaiveNoticeInput = z.infer<typeof WaiveNoticeInput>;
