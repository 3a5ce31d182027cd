import { deskRoute, parseInput, readJson } from '@/app/api/desk-route';
import { maxArticleBytes } from '@/lib/article/schema';
import { listSlots } from '@/lib/edition/slot/read';
import { MeasureInput } from '@/lib/edition/slot/schema';

/** How a story as it is written now, unsaved words among it, stands to its slots. A question that is asked by POST for its size. */
export const POST = deskRoute<{ id: string }>(async (actor, request, { id }) => {
	const input = parseInput(MeasureInput, { ...(await readJson(request, maxArticleBytes)), id });
	return Response.json({ slots: await listSlots(actor, input) });
});
