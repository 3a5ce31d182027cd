import { deskRoute, parseInput, readJson } from '@/app/api/desk-route';
import { LockInput } from '@/lib/article/lock/schema';
import { changeLock } from '@/lib/article/lock/write';

const maxBytes = 1000;

/** Takes, asks for, gives, keeps or leaves the place of an article's writer. A route, because a page that is closed can still send it. */
export const POST = deskRoute<{ id: string }>(async (actor, request, { id }) => {
	const input = parseInput(LockInput, { ...(await readJson(request, maxBytes)), id });
	return Response.json(await changeLock(actor, input));
});
