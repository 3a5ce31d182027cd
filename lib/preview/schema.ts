import { z } from 'zod';

const id = z.string().min(1).max(40);

/** The story that a link is to show. */
export const CreatePreviewInput = z.strictObject({ id });
export type CreatePreviewInput = z.infer<typeof CreatePreviewInput>;

/** The link that is to show nothing any more. */
export const RevokePreviewInput = z.strictObject({ id });
export type RevokePreviewInput = z.infer<typeof RevokePreviewInput>;
