import { z } from 'zod';

/** A page of one person's that has an article open; made by the page itself. */
export const Tab = z.string().min(8).max(120);

export const LockInput = z.strictObject({
	id: z.string().min(1).max(40),
	tab: Tab,
	act: z.enum(['take', 'ask', 'give', 'refuse', 'force', 'leave']),
});
export type LockInput = z.infer<typeof LockInput>;
