import { cutPageFonts } from '@/lib/site/page-font';
import { facesOfFront, facesOfPage } from '@/lib/site/page-parts';
import type { PageToPrint } from './page-file';

/**
 * Cuts what the page view and the articles of a page are to be set in, so that nobody waits for it when they are rendered:
 * a cut stands under its own hash and tells nobody of the page.
 */
export async function cutFaces(page: PageToPrint): Promise<void> {
	await cutPageFonts(facesOfPage(page, page.facts));
	for (const { headline } of page.brief.stories) await cutPageFonts({ head: [headline] });
}

/** The same of the front, once all pages are there. */
export async function cutFrontFaces(pages: readonly PageToPrint[]): Promise<void> {
	const [first] = pages;
	if (first) await cutPageFonts(facesOfFront(pages, first, first.facts));
}
