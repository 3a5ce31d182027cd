import { deskRoute } from '@/app/api/desk-route';
import { isSigned } from '@/lib/edition/plan/pool';
import { listStoryPool } from '@/lib/edition/plan/read';

/** Signed stories that stand on no page yet: what can be added while a page is made up. */
export const GET = deskRoute<{ id: string }>(async (actor) =>
	Response.json((await listStoryPool(actor)).filter(isSigned)),
);
