import { readFile } from 'node:fs/promises';
import { mediaPath } from '@/lib/media/files';
import { findPicture } from '@/lib/media/published';
import { type Answer, immutable } from './answer';
import { renditionAt } from './picture-address';
import { readerSecurityHeaders } from './policy';
import { matchPattern } from './reader-page';
import { plainAnswer } from './render';
import { siteTags } from './tags';

/**
 * A published picture's bytes at `/media/{id}/{width}.{ext}`. An id and a width name the same bytes for ever, so
 * browsers need not ask again; in memory it goes with the picture's tag, since a withdrawn one must be gone here.
 */
export async function renderPicture(path: string): Promise<Answer> {
	const { id = '', file = '' } = matchPattern('/media/:id/:file', path) ?? {};
	const picture = await findPicture(id);
	const rendition = picture && renditionAt(picture, file);
	if (!rendition) return plainAnswer(404, '没有这张图片。');
	return {
		status: 200,
		headers: { ...readerSecurityHeaders(), 'Content-Type': rendition.mime, 'Cache-Control': immutable },
		body: await readFile(mediaPath(rendition.file)),
		tags: [siteTags.media(id)],
		keep: 'memory',
	};
}
