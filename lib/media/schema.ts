import { z } from 'zod';

/** What stands beside an uploaded file. */
export const PictureNotes = z.object({
	filename: z.string().max(400),
	caption: z.string().trim().max(400, '图说最长 400 字').optional(),
	credit: z.string().trim().max(80, '图片署名最长 80 字').optional(),
	alt: z.string().trim().max(400, '替代文字最长 400 字').optional(),
	/** The address or document that it was taken from, for the record. */
	source: z.string().max(4000).optional(),
});
export type PictureNotes = z.infer<typeof PictureNotes>;

const StoredRendition = z.object({ width: z.number(), height: z.number(), mime: z.string(), file: z.string() });
/** The `renditions` column. */
export const Renditions = z.array(StoredRendition).min(1);
