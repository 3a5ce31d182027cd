import { z } from 'zod';
import { isoToDate } from '@/lib/time';

const text = z.string().trim().max(60).optional().catch(undefined);
const day = z
	.string()
	.refine((iso) => isoToDate(iso) !== undefined)
	.optional()
	.catch(undefined);

/** The filters of the record as they stand in its address; what does not parse is left out. */
export const TraceFilters = z.object({
	act: text,
	actorId: text,
	subjectType: text,
	/** A part of what the subject was called. */
	q: text,
	/** Days of the newsroom, both included. */
	from: day,
	to: day,
	/** Only what has a lower number than this: the way to the next page. */
	before: z
		.string()
		.regex(/^\d{1,18}$/)
		.optional()
		.catch(undefined),
});
export type TraceFilters = z.infer<typeof TraceFilters>;

/** The row after which a check of the chain goes on. */
export const ChainCursor = z.strictObject({
	seq: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
	id: z.string().regex(/^\d{1,18}$/),
});
export type ChainCursor = z.infer<typeof ChainCursor>;

export const CheckChainInput = z.strictObject({ after: ChainCursor.nullable() });

/** A place of the chain as it was noted elsewhere; of the hash at least what nobody hits by chance. */
export const Anchor = z.strictObject({
	seq: z.coerce
		.number({ error: '序号是一个数字' })
		.int('序号是一个数字')
		.min(1, '序号从 1 开始')
		.max(Number.MAX_SAFE_INTEGER),
	hash: z
		.string()
		.transform((hash) => hash.replace(/\s+/g, '').toLowerCase())
		.refine((hash) => /^[0-9a-f]{16,64}$/.test(hash), '指纹至少抄 16 位，只有数字和 a 到 f'),
});
export type Anchor = z.infer<typeof Anchor>;
