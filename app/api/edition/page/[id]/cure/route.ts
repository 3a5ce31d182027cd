import { deskRoute } from '@/app/api/desk-route';
import { listCures } from '@/lib/edition/desk/read';

/** What would make the page fit: asked for once it is seen not to. */
export const GET = deskRoute<{ id: string }>(async (actor, _request, { id }) =>
	Response.json(await listCures(actor, id)),
);
