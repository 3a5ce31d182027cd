import { z } from 'zod';
import { isNameOfAct } from './names';

const id = z.string().min(1).max(40);
const number = z.number().int().min(1);

/** The most characters of a name that somebody gives a revision. */
export const nameLimit = 20;

const name = z
	.string()
	.max(200)
	.transform((text) => text.replace(/\s+/g, ' ').trim())
	.refine((text) => text !== '', '请写上名字')
	.refine((text) => [...text].length <= nameLimit, `稿次名最长 ${nameLimit} 字`)
	.refine((text) => !isNameOfAct(text), '这个名字由送审、签字、刊发时自动记下，请另取一个');

export const NameInput = z.strictObject({ id, number, name });
export type NameInput = z.infer<typeof NameInput>;

/** The revision whose content comes back, and the present one that the person saw. */
export const RestoreInput = z.strictObject({ id, number, baseRevision: number, requestId: z.uuid() });
export type RestoreInput = z.infer<typeof RestoreInput>;

/** Only what is older than this revision: the way to the next page. */
export const HistoryQuery = z.object({ before: z.coerce.number().int().min(2).optional().catch(undefined) });
export type HistoryQuery = z.infer<typeof HistoryQuery>;

const side = z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined);

/** Which revisions the page lays against each other, as its address has them; what does not parse is left out. */
export const CompareQuery = z.object({
	from: side,
	to: side,
	/** Both texts beside each other. */
	view: z.literal('side').optional().catch(undefined),
});
export type CompareQuery = z.infer<typeof CompareQuery>;
