import { findEdition, findLatestDate, getPaper } from '@/lib/edition/published';
import { Refusal } from '@/lib/errors';
import { feedEndings, feedPath } from '@/lib/feed/feed';
import { siteMemory } from './memory';
import type { Purged } from './outbox';
import { loadPage } from './page-store';
import { pages } from './pages';
import { isRenderedAhead, matchPattern } from './reader-page';
import { renderPage } from './render';
import { articleOfTag, dayOfTag } from './tag-subject';
import { siteTags } from './tags';

/** Renders after one purge; what is beyond is rendered when somebody asks for it. */
const mostPages = 300;

/**
 * Renders again what a purge threw away and what it made possible, so that no reader waits for it: one page after the other,
 * each behind what readers are waiting for already. Stops after the page under way when `signal` is aborted.
 */
export async function refresh(purged: Purged, signal: AbortSignal): Promise<void> {
	for (const path of await listPaths(purged.tags, purged.paths)) {
		await Promise.allSettled(siteMemory().flights.values());
		if (signal.aborted) return;
		await renderInto(path);
	}
}

/** Years and months of lists, and their maps: a great many, for which nobody waits. They are rendered when they are asked for. */
const ofArchive = /^\/(?:sitemap\/.*|[^/]+\/[^/]+\/[12]\d{3}(?:\/\d+){0,2}|paper\/[12]\d{3}(?:\/\d+)?)$/;

/**
 * What is to be rendered after a purge of these tags, under which these paths were stored: the front first, then the
 * stories that it is about and their pages, then lists; last the stories that only name one of them.
 */
export async function listPaths(tags: readonly string[], stored: readonly string[]): Promise<string[]> {
	const again = stored.filter((path) => !ofArchive.test(path));
	const lists = again.filter((path) => !path.startsWith('/article/'));
	return [...new Set([...(await newPaths(tags)), ...lists, ...again])].slice(0, mostPages);
}

async function renderInto(path: string): Promise<void> {
	const page = pages.find((candidate) => isRenderedAhead(candidate) && matchPattern(candidate.pattern, path));
	try {
		if (page) await loadPage(path, () => renderPage(page, path));
	} catch (error) {
		// A print that cannot be made now is made when somebody asks for it.
		if (!(error instanceof Refusal)) throw error;
	}
}

const feedsOf = (path: string) => feedEndings.map((format) => feedPath(path, format));

/** Pages that a tag calls into being, whether or not they stood before. */
async function newPaths(tags: readonly string[]): Promise<string[]> {
	const paper = await getPaper();
	if (!paper) return [];
	const isLatest = tags.includes(siteTags.latest);
	const front = isLatest ? ['/', '/paper', '/paper/latest.json'] : [];
	const feeds = isLatest ? [...['/', '/paper'].flatMap(feedsOf), '/sitemap.xml'] : [];
	const days = tags.flatMap((tag) => dayOfTag(tag) ?? []);
	const latest = await findLatestDate(paper.id);
	// The neighbours of a new day are thrown away for a link; only the day itself is new.
	const edition = latest && days.includes(latest) ? await findEdition(paper.id, latest) : undefined;
	const pageViews = (edition?.pages ?? []).map(({ no }) => `/paper/${edition?.date}/${no}`);
	const articles = tags.flatMap((tag) => articleOfTag(tag) ?? []).map((id) => `/article/${id}`);
	const corrections = tags.includes(siteTags.amendments) ? ['/correction'] : [];
	return [...front, ...articles, ...pageViews, ...corrections, ...feeds];
}
