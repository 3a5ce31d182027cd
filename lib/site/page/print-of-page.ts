import { factsOf, type PaperFacts } from '@/components/reader/page-sheet';
import type { PublishedEdition, PublishedPage } from '@/lib/edition/published';
import { keyOfPage, type PageToPrint } from '@/lib/site/page-file/page-file';
import { type PagePicture, pictureAddress } from '@/lib/site/page-file/picture-address';
import { listPageFiles } from '@/lib/site/page-file/published';
import { origin } from '@/lib/site/version';
import { chineseDate, pageLabel } from '@/lib/time';

/** The paper as its pages name it, and how many pages the edition has. */
export type PaperOfPage = Omit<PaperFacts, 'issueNo'> & { id: string };

/** A published page as it is printed. */
export function printOfPage(page: PublishedPage, edition: PublishedEdition, paper: PaperOfPage): PageToPrint {
	const { id: pageId, hash, credits, brief, sheet } = page;
	return {
		...{ paperId: paper.id, editionId: edition.id, pageId, hash, credits, brief, sheet },
		facts: factsOf(page, { ...paper, issueNo: edition.issueNo }),
	};
}

/** By page number, small pictures of pages as readers have them; pages of which there is none yet are left out. */
export async function listPagePictures(
	pages: readonly PublishedPage[],
	edition: PublishedEdition,
	paper: Omit<PaperOfPage, 'pages'>,
): Promise<Map<number, PagePicture>> {
	const files = new Map((await listPageFiles(edition.id, 'small')).map((file) => [file.key, file]));
	return new Map(
		pages.flatMap((page) => {
			const key = keyOfPage(printOfPage(page, edition, { ...paper, pages: pages.length }), origin());
			const file = files.get(key);
			if (!file) return [];
			const { width, height } = file;
			return [[page.no, { src: pictureAddress(page, key, 'small'), width, height }] as const];
		}),
	);
}

/** The large picture of a page, that stands for it where a link is passed on; undefined where there is none yet. */
export async function findPagePicture(
	page: PublishedPage,
	edition: PublishedEdition,
	paper: PaperOfPage,
): Promise<(PagePicture & { alt: string }) | undefined> {
	const key = keyOfPage(printOfPage(page, edition, paper), origin());
	const file = (await listPageFiles(edition.id, 'large')).find((candidate) => candidate.key === key);
	if (!file) return undefined;
	const { width, height } = file;
	const alt = `《${paper.name}》${chineseDate(page.date)} ${pageLabel(page.no)}：${page.name}`;
	return { src: pictureAddress(page, key, 'large'), width, height, alt };
}
