import { deskRoute } from '@/app/api/desk-route';
import { listStops } from '@/lib/edition/desk/read';

/** The sizes that a story can be dragged to, as soon as it is chosen. */
export const GET = deskRoute<{ id: string }>(async (actor, request, { id }) => {
	const story = new URL(request.url).searchParams.get('story') ?? '';
	return Response.json(await listStops(actor, id, story));
});
