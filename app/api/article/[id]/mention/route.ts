import { deskRoute } from '@/app/api/desk-route';
import { listMentionable } from '@/lib/article/comment/read';

/** Whom a comment on the article may mention. */
export const GET = deskRoute<{ id: string }>(async (actor, _request, { id }) =>
	Response.json(await listMentionable(actor, id)),
);
