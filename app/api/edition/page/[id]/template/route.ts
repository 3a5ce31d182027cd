import { deskRoute } from '@/app/api/desk-route';
import { listTemplates } from '@/lib/edition/desk/read';

/** Pages that this one may be made like. */
export const GET = deskRoute<{ id: string }>(async (actor, _request, { id }) =>
	Response.json(await listTemplates(actor, id)),
);
