import { readFile } from 'node:fs/promises';
import { deskRoute } from '@/app/api/desk-route';
import { Refusal } from '@/lib/errors';
import { mediaPath } from '@/lib/media/files';
import { getRendition } from '@/lib/media/read';

/** A picture for the newsroom, about `width` pixels wide; an ending such as `.webp` says nothing. An id's pixels never change. */
export const GET = deskRoute<{ id: string; width: string }>(async (actor, request, { id, width }) => {
	const pixels = Number(/^(\d{1,5})(?:\.[a-z]{3,4})?$/.exec(width)?.[1] ?? 0);
	const rendition = await getRendition(actor, id, pixels);
	const etag = `"${rendition.hash.slice(0, 32)}-${rendition.width}"`;
	const headers = {
		ETag: etag,
		'Cache-Control': 'private, max-age=31536000, immutable',
		'Content-Type': rendition.mime,
	};
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	const bytes = await readFile(mediaPath(rendition.file)).catch(refuseMissing);
	return new Response(new Uint8Array(bytes), { headers });
});

function refuseMissing(error: NodeJS.ErrnoException): never {
	if (error.code === 'ENOENT') throw new Refusal('not-found', '这张图片的文件不在服务器上，请重新上传。');
	throw error;
}
