import { deskRoute, parseInput, readJson } from '@/app/api/desk-route';
import { maxArticleBytes } from '@/lib/article/schema';
import { listFits } from '@/lib/edition/copyfit/read';
import { MeasureInput } from '@/lib/edition/copyfit/schema';

/** How a story as it is written now, unsaved words among it, fits where it stands. A question that is asked by POST for its size. */
export const POST = deskRoute<{ id: string }>(async (actor, request, { id }) => {
	const input = parseInput(MeasureInput, { ...(await readJson(request, maxArticleBytes)), id });
	return Response.json({ fits: await listFits(actor, input) });
});
