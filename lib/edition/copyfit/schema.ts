import { z } from 'zod';
import { ArticleContent } from '@/lib/article/schema';

/** A story as it is written now, saved or not. */
export const MeasureInput = z.strictObject({ id: z.string().min(1).max(40), content: ArticleContent });
export type MeasureInput = z.infer<typeof MeasureInput>;
