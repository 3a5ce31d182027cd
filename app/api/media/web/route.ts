import { deskRoute, parseInput, readJson } from '@/app/api/desk-route';
import { addPictureFromWeb, WebPictureInput } from '@/lib/media/web-picture';

/** Takes a picture from the network: what a pasted page only pointed to. */
export const POST = deskRoute(async (actor, request) => {
	const input = parseInput(WebPictureInput, await readJson(request, 16_384));
	return Response.json(await addPictureFromWeb(actor, input));
});
