import { z } from 'zod';
import { pressColours } from './press';

export const PressInput = z.strictObject({
	id: z.string({ error: '没有说是哪一版，请刷新页面后再试。' }),
	bleed: z.boolean({ error: '请选择要不要出血。' }),
	marks: z.boolean({ error: '请选择要不要裁切线。' }),
	colour: z.enum(pressColours, { error: '颜色请在 RGB、CMYK 和 PDF/X-3 里选。' }),
});
export type PressInput = z.infer<typeof PressInput>;
