import { loadPage } from '@/lib/site/page-store';
import { pages } from '@/lib/site/pages';
import { matchPattern } from '@/lib/site/reader-page';
import { renderPage } from '@/lib/site/render';
import { plainBytes, type StoredPage } from '@/lib/site/stored-page';

/** What a reader gets at a path, stored or rendered. */
export async function read(path: string): Promise<StoredPage & { bytes: Uint8Array; text: string }> {
	const page = pages.find((candidate) => matchPattern(candidate.pattern, path));
	if (!page) throw new Error(`No page at ${path}`);
	const stored = await loadPage(path, () => renderPage(page, path));
	const bytes = plainBytes(stored);
	return { ...stored, bytes, text: Buffer.from(bytes).toString() };
}
