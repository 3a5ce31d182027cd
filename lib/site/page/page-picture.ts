import { readFile } from 'node:fs/promises';
import { findEdition } from '@/lib/edition/published';
import { immutable } from '@/lib/site/answer';
import { pageFilePath } from '@/lib/site/page-file/files';
import { kindOfPicture } from '@/lib/site/page-file/picture-address';
import { listPageFiles } from '@/lib/site/page-file/published';
import { missing, type ReaderPage } from '@/lib/site/reader-page';
import { siteTags } from '@/lib/site/tags';

/**
 * `/paper/2026-11-22/1/0a1b….240.webp`: a picture of the page. Its address says of which version: what stands there never
 * changes, and is gone when readers have another.
 */
export const pagePicturePage: ReaderPage = {
	pattern: '/paper/:date/:no/:name.webp',
	async answer({ date = '', name = '' }, { shell: { paper } }) {
		const asked = kindOfPicture(name);
		const edition = asked && (await findEdition(paper.id, date));
		if (!asked || !edition) return missing();
		const files = await listPageFiles(edition.id, asked.kind);
		const found = files.find(({ key }) => key.startsWith(asked.key));
		if (!found) return missing();
		return {
			kind: 'file',
			headers: { 'Content-Type': 'image/webp', 'Cache-Control': immutable },
			body: await readFile(pageFilePath(found.file)),
			tags: [siteTags.edition(edition.date)],
			keep: 'memory',
		};
	},
};
