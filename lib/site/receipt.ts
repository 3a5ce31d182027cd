import { databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { parseQuery } from '@/lib/search/search';
import { dateToIso } from '@/lib/time';
import type { Purged } from './outbox';
import { loadPage } from './page-store';
import { pages } from './pages';
import { matchPattern } from './reader-page';
import { renderPage } from './render';
import { plainBytes, type StoredPage } from './stored-page';
import { articleOfTag } from './tag-subject';

/** Where readers meet a story. */
export type Outlet = 'article' | 'list' | 'feed' | 'search' | 'page' | 'pdf';

interface Amended {
	id: string;
	articleId: string;
	isGone: boolean;
	note: string;
	headline: string;
	at: Date;
	/** Its page view, where it stands on one. */
	pageView: string | undefined;
	column: string | undefined;
}

/**
 * 回执: after a purge, looks at every outlet as readers get it and records whether each has the amendment: the article
 * with its note or its 410, lists, feeds and search without what was withdrawn, the page view and its PDF made anew.
 * Idempotent.
 */
export async function writeReceipts({ tags, amended: now }: Purged): Promise<void> {
	const ids = tags.flatMap((tag) => articleOfTag(tag) ?? []);
	if (ids.length === 0) return;
	for (const amended of await listUnreceipted(ids, now)) {
		await Promise.all([
			recordSeen(amended, outletsOf(amended)),
			// Printed meanwhile: the others do not wait for it.
			amended.pageView && recordSeen(amended, [{ outlet: 'pdf', path: `${amended.pageView}.pdf` }]),
		]);
	}
}

async function recordSeen(amended: Amended, outlets: readonly { outlet: Outlet; path: string }[]): Promise<void> {
	const seen = await Promise.all(outlets.map(async ({ outlet, path }) => look(amended, outlet, path)));
	await db.receipt.createMany({
		data: seen.flatMap((receipt) => (receipt ? [{ amendmentId: amended.id, ...receipt }] : [])),
		skipDuplicates: true,
	});
}

function outletsOf({ articleId, pageView, column, headline }: Amended): { outlet: Outlet; path: string }[] {
	return [
		{ outlet: 'article', path: `/article/${articleId}` },
		{ outlet: 'list', path: '/' },
		{ outlet: 'list', path: '/correction' },
		{ outlet: 'feed', path: '/feed.xml' },
		...(column ? [{ outlet: 'list', path: `/column/${column}` } as const] : []),
		...(column ? [{ outlet: 'feed', path: `/column/${column}/feed.xml` } as const] : []),
		...(pageView ? [{ outlet: 'page', path: pageView } as const] : []),
		{ outlet: 'search', path: `/search?q=${encodeURIComponent(parseQuery(headline))}` },
	];
}

async function look(
	amended: Amended,
	outlet: Outlet,
	path: string,
): Promise<{ outlet: Outlet; path: string; ok: boolean } | undefined> {
	try {
		const page = await readAsReader(path);
		return { outlet, path, ok: page !== undefined && hasAmendment(amended, outlet, page) };
	} catch (error) {
		// Without a browser to print with there is no PDF that could be wrong.
		if (error instanceof Refusal) return undefined;
		throw error;
	}
}

function hasAmendment({ articleId, isGone, note, at }: Amended, outlet: Outlet, page: StoredPage): boolean {
	if (page.renderedAt < at) return false;
	if (outlet === 'pdf') return page.status === 200;
	const text = Buffer.from(plainBytes(page)).toString();
	if (outlet === 'article') return isGone ? page.status === 410 : page.status === 200 && text.includes(escaped(note));
	return page.status === 200 && (!isGone || !text.includes(`/article/${articleId}`));
}

/** As React writes text into HTML. */
function escaped(text: string): string {
	return text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/'/g, '&#x27;');
}

/** The page at a path as it is served now. */
async function readAsReader(path: string): Promise<StoredPage | undefined> {
	const [plain = '', query = ''] = path.split('?');
	const page = pages.find((candidate) => matchPattern(candidate.pattern, plain));
	if (!page) return undefined;
	return loadPage(path, () => renderPage(page, plain, new URLSearchParams(query)));
}

const forgottenMilliseconds = 60_000;

/**
 * Amendments of these articles that no outlet has confirmed yet: those that were purged `now`, and older ones, whose
 * process died before it looked. One that was made while an earlier purge was rendered waits for its own.
 */
async function listUnreceipted(articleIds: readonly string[], now: readonly string[]): Promise<Amended[]> {
	const forgotten = new Date((await databaseNow(db)).getTime() - forgottenMilliseconds);
	const rows = await db.amendment.findMany({
		where: {
			articleId: { in: [...articleIds] },
			receipts: { none: {} },
			OR: [{ articleId: { in: [...now] } }, { at: { lt: forgotten } }],
		},
		orderBy: { at: 'asc' },
		select: {
			id: true,
			articleId: true,
			kind: true,
			note: true,
			at: true,
			editionDate: true,
			pageNo: true,
			article: { select: { current: { select: { headline: true, column: { select: { slug: true } } } } } },
		},
	});
	return rows.map(({ kind, editionDate, pageNo, article, ...row }) => ({
		...row,
		isGone: kind === 'withdrawal',
		headline: article.current.headline.replace(/\s+/g, ' '),
		column: article.current.column?.slug,
		pageView: pageNo > 0 ? `/paper/${dateToIso(editionDate)}/${pageNo}` : undefined,
	}));
}
