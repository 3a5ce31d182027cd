import sharp from 'sharp';
import { factsOf } from '@/components/reader/page-sheet';
import type { SheetImage } from '@/components/sheet/sheet';
import type { PublishedPage } from '@/lib/edition/published';
import { mediaPath } from '@/lib/media/files';
import { listPictures, type PublishedPicture } from '@/lib/media/published';
import { printPdf } from '@/lib/print/print';
import { revalidate } from '@/lib/site/answer';
import { picturesOfPage } from '@/lib/site/page-parts';
import type { ReaderPage } from '@/lib/site/reader-page';
import { sheetDocument } from '@/lib/site/sheet-document';
import { origin } from '@/lib/site/version';
import { pageLabel } from '@/lib/time';
import { findPaperPage, tagsOf } from './paper';

/** `/paper/2026-11-22/1/pdf`: the page in its true size, as it stands now: a correction makes it anew. */
export const paperPdfPage: ReaderPage = {
	pattern: '/paper/:date/:no/pdf',
	async answer({ date, no }, { shell: { paper } }) {
		const found = await findPaperPage(paper.id, date, no);
		if ('missing' in found) return found.missing;
		const { page, pages, edition } = found;
		const document = await sheetDocument({
			...page,
			facts: factsOf(page, { ...paper, issueNo: edition.issueNo, pages: pages.length }),
			images: await printImages(page),
			hrefOf: (id) => `${origin()}/article/${id}`,
		});
		const name = encodeURIComponent(`${paper.name} ${page.date} ${pageLabel(page.no)}.pdf`);
		return {
			kind: 'file',
			headers: {
				'Content-Type': 'application/pdf',
				'Content-Disposition': `inline; filename="${page.date}-${page.no}.pdf"; filename*=UTF-8''${name}`,
				'Cache-Control': revalidate,
				// The article and the page view are what a search should lead to.
				'X-Robots-Tag': 'noindex',
			},
			body: await printPdf(document),
			tags: tagsOf(page),
			keep: 'table',
		};
	},
};

async function printImages(page: PublishedPage): Promise<Map<string, SheetImage>> {
	const captions = new Map(
		page.brief.stories.flatMap(({ figures }) => figures.map(({ id, caption }) => [id, caption])),
	);
	const ids = picturesOfPage(page);
	const pictures = await listPictures(ids);
	return new Map(
		await Promise.all(ids.map(async (id) => [id, await imageOf(pictures.get(id), captions.get(id) ?? '')] as const)),
	);
}

/** As JPEG, which a PDF takes as it is; a picture that was withdrawn leaves its place white. */
async function imageOf(picture: PublishedPicture | undefined, alt: string): Promise<SheetImage> {
	const widest = picture?.renditions.at(-1);
	if (!picture || !widest) return { src: 'data:,', alt: '', width: 3, height: 2 };
	const jpeg = await sharp(mediaPath(widest.file)).jpeg({ quality: 82 }).toBuffer();
	const src = `data:image/jpeg;base64,${jpeg.toString('base64')}`;
	return { src, alt, width: picture.width, height: picture.height };
}
