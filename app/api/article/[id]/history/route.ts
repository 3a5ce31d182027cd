import { deskRoute } from '@/app/api/desk-route';
import { listRevisions } from '@/lib/article/history/read';
import { HistoryQuery } from '@/lib/article/history/schema';

/** A page of an article's history, for the panel beside its text; `?before=` the older ones. */
export const GET = deskRoute<{ id: string }>(async (actor, request, { id }) => {
	const query = HistoryQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
	return Response.json(await listRevisions(actor, id, query));
});
