import { findEdition, findLatestDate, getPaper } from '@/lib/edition/published';
import { Refusal } from '@/lib/errors';
import { feedEndings, feedPath } from '@/lib/feed/feed';
import type { Purged } from './outbox';
import { loadPage } from './page-store';
import { pages } from './pages';
import { isRenderedAhead, matchPattern } from './reader-page';
import { renderPage } from './render';
import { articleOfTag, dayOfTag } from './tag-subject';
import { siteTags } from './tags';

/** Renders after one purge; what is beyond is rendered when somebody asks for it. */
const mostPages = 300;
const atOnce = 2;

/**
 * Renders again what a purge threw away and what it made possible, the front first, so that no reader waits for it.
 * Stops after the pages under way when `signal` is aborted.
 */
export async function refresh(purged: Purged, signal: AbortSignal): Promise<void> {
	const paths = await listPaths(purged.tags, purged.paths);
	const lanes = Array.from({ length: atOnce }, async () => {
		for (let path = paths.shift(); path !== undefined && !signal.aborted; path = paths.shift()) await renderInto(path);
	});
	await Promise.all(lanes);
}

/** Years and months of lists, and their maps: a great many, for which nobody waits. They are rendered when they are asked for. */
const ofArchive = /^\/(?:sitemap\/.*|[^/]+\/[^/]+\/[12]\d{3}(?:\/\d+){0,2}|paper\/[12]\d{3}(?:\/\d+)?)$/;

/** What is to be rendered after a purge of these tags, under which these paths were stored: the front first. */
export async function listPaths(tags: readonly string[], stored: readonly string[]): Promise<string[]> {
	const again = stored.filter((path) => !ofArchive.test(path));
	return [...new Set([...(await newPaths(tags)), ...again])].slice(0, mostPages);
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
	const front = tags.includes(siteTags.latest)
		? ['/', '/paper', '/paper/latest.json', ...['/', '/paper'].flatMap(feedsOf), '/sitemap.xml']
		: [];
	const days = tags.flatMap((tag) => dayOfTag(tag) ?? []);
	const latest = await findLatestDate(paper.id);
	// The neighbours of a new day are thrown away for a link; only the day itself is new.
	const edition = latest && days.includes(latest) ? await findEdition(paper.id, latest) : undefined;
	const pageViews = (edition?.pages ?? []).map(({ no }) => `/paper/${edition?.date}/${no}`);
	const articles = tags.flatMap((tag) => articleOfTag(tag) ?? []).map((id) => `/article/${id}`);
	const corrections = tags.includes(siteTags.amendments) ? ['/correction'] : [];
	return [...front, ...articles, ...corrections, ...pageViews];
}
