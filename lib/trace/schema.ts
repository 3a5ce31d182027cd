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
	/** Only what is older than this entry: the way to the next page. */
	before: z
		.string()
		.regex(/^\d{1,18}$/)
		.optional()
		.catch(undefined),
});
export type TraceFilters = z.infer<typeof TraceFilters>;
