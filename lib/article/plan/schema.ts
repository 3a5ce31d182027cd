import { z } from 'zod';
import { bodyLimits } from '../body';

/** 计划字数: how long a story is to be; null: nobody asked for a length. */
export const PlanInput = z.strictObject({
	id: z.string().min(1).max(40),
	words: z
		.number('计划字数要写成数字')
		.int('计划字数要写成整数')
		.min(1, '计划字数至少 1 字')
		.max(bodyLimits.textLength, `计划字数最多 ${bodyLimits.textLength} 字`)
		.nullable(),
});
export type PlanInput = z.infer<typeof PlanInput>;
