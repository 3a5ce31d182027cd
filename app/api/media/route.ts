import { deskRoute, parseInput, readBytes } from '@/app/api/desk-route';
import { Refusal } from '@/lib/errors';
import { pictureLimits } from '@/lib/media/media';
import { PictureNotes } from '@/lib/media/schema';
import { addPicture, tooManyBytes } from '@/lib/media/write';

/** What multipart adds to a file at most. */
const wrapping = 64 * 1024;

/** Takes one picture, the field `file` of a form. */
export const POST = deskRoute(async (actor, request) => {
	const bytes = await readBytes(request, pictureLimits.bytes + wrapping, tooManyBytes);
	const type = request.headers.get('content-type') ?? '';
	const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined);
	const file = form?.get('file');
	if (!(file instanceof File)) throw new Refusal('invalid', '没有收到图片，可能上传中断了。请再传一次。');
	const notes = parseInput(PictureNotes, { filename: file.name.slice(-400) });
	return Response.json(await addPicture(actor, new Uint8Array(await file.arrayBuffer()), notes));
});
