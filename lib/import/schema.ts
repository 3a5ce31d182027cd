import { z } from 'zod';
import { Block } from '@/lib/article/body';
import { BylineInput } from '@/lib/article/schema';

const words = z.string().max(400);
/** A picture that is still to be stored, in its place among the blocks. */
const PictureBlock = z.strictObject({
	type: z.literal('picture'),
	attrs: z.strictObject({ source: z.string(), alt: words, caption: words, credit: z.string().max(80) }),
});

const Head = z.strictObject({
	kicker: z.string(),
	headline: z.string(),
	deck: z.string(),
	dateline: z.string(),
	bylines: z.array(BylineInput),
});

/** What the sandbox gives of a file; parsed, since a hostile file may have taken it over. */
export const ImportedFile = z.strictObject({
	ok: z.literal(true),
	head: Head,
	blocks: z.array(z.union([PictureBlock, Block])),
	pictures: z.array(z.strictObject({ mime: z.string().max(100), base64: z.base64() })),
	remarks: z.array(z.string()),
});
export type ImportedFile = z.infer<typeof ImportedFile>;

const Declined = z.strictObject({
	ok: z.literal(false),
	code: z.enum(['invalid', 'too-large']),
	message: z.string().max(1000),
});

export const ImportReport = z.discriminatedUnion('ok', [ImportedFile, Declined]);
export type ImportReport = z.infer<typeof ImportReport>;

/** What stands beside an imported file. */
export const ImportNotes = z.strictObject({
	filename: z.string().min(1).max(400),
	requestId: z.uuid(),
	/** The article that the file is to fill; a new one where there is none. */
	articleId: z.string().min(1).max(40).optional(),
});
export type ImportNotes = z.infer<typeof ImportNotes>;
