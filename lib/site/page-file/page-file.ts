import { createHash } from 'node:crypto';
import type { PageFacts } from '@/components/sheet/furniture';
import type { PageFileKind } from '@/generated/prisma/enums';
import { canonical } from '@/lib/article/canonical';
import type { PageCredits } from '@/lib/edition/schema';
import type { Brief, Sheet } from '@/lib/makeup/sheet';

/** A version of a page with everything that shows on it. */
export interface PageToPrint {
	paperId: string;
	editionId: string;
	pageId: string;
	/** Of brief and sheet (`pageHash`). */
	hash: string;
	facts: PageFacts;
	credits: PageCredits;
	brief: Brief;
	sheet: Sheet;
}

/** Widths of a page's pictures, in pixels: about twice what a list shows, and what a phone shows of a page. */
export const pictureWidths = { small: 240, large: 720 } as const satisfies Partial<Record<PageFileKind, number>>;

/** Changes when pages are to be drawn otherwise from the same content; what was published before stays as it was. */
const form = 1;

/**
 * SHA-256 (hex) of all that shows on a printed page, its links included. The same key, the same file: so the files that
 * were made when a page was locked are those of the published page.
 */
export function keyOfPage({ hash, facts, credits }: PageToPrint, origin: string): string {
	return sha256(canonical({ form, hash, facts, credits, origin }));
}

/** The same for all pages of an edition, in order. */
export function keyOfEdition(keys: readonly string[]): string {
	return sha256(keys.join('\n'));
}

/** Which contents a whole edition's file holds; the view of what readers have reckons the same. */
export function hashOfEdition(hashes: readonly string[]): string {
	return sha256(hashes.join('\n'));
}

/** The height of a picture as wide as `width` of a page of this grid: fixed, so that nothing moves when it comes. */
export function pictureHeight(width: number, [pageWidth, pageHeight]: readonly [number, number]): number {
	return Math.round((width * pageHeight) / pageWidth);
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
