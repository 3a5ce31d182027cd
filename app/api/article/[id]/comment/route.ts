import { deskRoute, parseInput, readJson } from '@/app/api/desk-route';
import { getRemarks } from '@/lib/article/comment/read';
import { CommentInput } from '@/lib/article/comment/schema';
import { changeComment } from '@/lib/article/comment/write';

const maxBytes = 1_000_000;

/** The comments of an article, and what people are called. */
export const GET = deskRoute<{ id: string }>(async (actor, _request, { id }) =>
	Response.json(await getRemarks(actor, id)),
);

/** One act on them; answers how they are then, so that the screen shows at once what others did too. */
export const POST = deskRoute<{ id: string }>(async (actor, request, { id }) => {
	await changeComment(actor, id, parseInput(CommentInput, await readJson(request, maxBytes)));
	return Response.json(await getRemarks(actor, id));
});
