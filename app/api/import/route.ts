import { deskRoute, parseInput, readBytes } from '@/app/api/desk-route';
import { Refusal } from '@/lib/errors';
import { importLimits } from '@/lib/import/limits';
import { ImportNotes } from '@/lib/import/schema';
import { importArticle, importIntoArticle, tooLargeFile } from '@/lib/import/write';

/** What multipart adds to a file at most. */
const wrapping = 64 * 1024;

/** Takes one file, the field `file` of a form, as a new draft or for the article named in `article`. */
export const POST = deskRoute(async (actor, request) => {
	const bytes = await readBytes(request, importLimits.bytes + wrapping, tooLargeFile);
	const type = request.headers.get('content-type') ?? '';
	const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined);
	const file = form?.get('file');
	if (!form || !(file instanceof File)) throw new Refusal('invalid', '没有收到文件，可能上传中断了。请再试一次。');
	const notes = parseInput(ImportNotes, {
		filename: file.name.slice(-400),
		requestId: form.get('requestId'),
		articleId: form.get('article') ?? undefined,
	});
	const content = new Uint8Array(await file.arrayBuffer());
	const { articleId } = notes;
	if (articleId === undefined) return Response.json(await importArticle(actor, content, notes));
	return Response.json(await importIntoArticle(actor, content, { ...notes, articleId }));
});
