import { readFile } from 'node:fs/promises';
import { deskRoute } from '@/app/api/desk-route';
import { pageFilePath } from '@/lib/site/page-file/files';
import { getPagePicture } from '@/lib/site/page-file/state';

/** A picture of a page as it is locked or published, for the newsroom; which one that is may change with the next lock. */
export const GET = deskRoute<{ id: string; width: string }>(async (actor, request, { id, width }) => {
	const { key, file } = await getPagePicture(actor, id, Number(width));
	const etag = `"${key.slice(0, 32)}"`;
	const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'Content-Type': 'image/webp' };
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return new Response(new Uint8Array(await readFile(pageFilePath(file))), { headers });
});
