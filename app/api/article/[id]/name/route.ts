import { deskRoute, parseInput, readJson } from '@/app/api/desk-route';
import { NameInput } from '@/lib/article/history/schema';
import { nameRevision, unnameRevision } from '@/lib/article/history/write';

const maxBytes = 2000;

/** Gives a revision a name, from the panel beside the text, where an act would read the whole screen anew. */
export const POST = deskRoute<{ id: string }>(async (actor, request, { id }) => {
	await nameRevision(actor, parseInput(NameInput, { ...(await readJson(request, maxBytes)), id }));
	return new Response(null, { status: 204 });
});

/** Takes such a name away. */
export const DELETE = deskRoute<{ id: string }>(async (actor, request, { id }) => {
	await unnameRevision(actor, parseInput(NameInput, { ...(await readJson(request, maxBytes)), id }));
	return new Response(null, { status: 204 });
});
