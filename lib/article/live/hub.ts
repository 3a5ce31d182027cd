import postgres from 'postgres';
import { can } from '@/lib/auth/can';
import { listSessionOwners } from '@/lib/auth/read';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { Refusal } from '@/lib/errors';
import { type LiveArticle, type LiveStatus, liveStatus, type Viewer } from './live';
import { listLiveArticles } from './read';

/** An article on one screen, for as long as it is there. */
export interface Watch extends Viewer {
	articleId: string;
	sessionId: string;
	send: (status: LiveStatus) => void;
	/** Called once: the account may not watch any longer, or the server goes. */
	close: () => void;
}

/** Sessions and permissions are asked anew, and writers of whom nothing is heard are noticed, so often. */
const lookMilliseconds = 5000;
/** What is announced within so long is read once. */
const gatherMilliseconds = 15;
const channel = 'article';
const echo = '-';
/** More articles on screens of one account than anybody looks at. */
const mostWatches = 40;

interface Hub {
	watches: Set<Watch>;
	/** What each watch was sent last. */
	sent: WeakMap<Watch, string>;
	listener: postgres.Sql | undefined;
	look: NodeJS.Timeout | undefined;
	gathered: Set<string>;
	gather: NodeJS.Timeout | undefined;
	/** Whether the listener has brought back what it was sent at the last look. */
	hears: boolean;
}

// The server and Next's bundle each load this module; one process has one hub and one listening connection.
const shared = globalThis as typeof globalThis & { shangbanLive?: Hub };

function hub(): Hub {
	shared.shangbanLive ??= {
		watches: new Set(),
		sent: new WeakMap(),
		listener: undefined,
		look: undefined,
		gathered: new Set(),
		gather: undefined,
		hears: true,
	};
	return shared.shangbanLive;
}

/**
 * Tells a screen what happens to an article, at once and then whenever it changes, until the function that this returns
 * is called. The caller has asked whether its reader may read the article.
 */
export function watchArticle(watch: Watch): () => void {
	const { watches } = hub();
	const own = [...watches].filter(({ userId }) => userId === watch.userId);
	if (own.length >= mostWatches) {
		throw new Refusal('unavailable', `您同时打开的稿件超过 ${mostWatches} 篇，请关掉一些。`);
	}
	watches.add(watch);
	start();
	announce(watch.articleId);
	return () => end(watch);
}

/** Ends every watch: the server goes down, and does not wait for screens that look on. */
export function endWatches(): void {
	for (const watch of [...hub().watches]) dismiss(watch);
}

function start(): void {
	const state = hub();
	state.listener ??= listen();
	state.look ??= setInterval(() => void look(), lookMilliseconds).unref();
}

function end(watch: Watch): void {
	const state = hub();
	if (!state.watches.delete(watch)) return;
	announce(watch.articleId);
	if (state.watches.size > 0) return;
	clearInterval(state.look);
	state.look = undefined;
	void state.listener?.end({ timeout: 1 });
	state.listener = undefined;
}

function dismiss(watch: Watch): void {
	end(watch);
	watch.close();
}

function listen(): postgres.Sql {
	const sql = postgres(env().DATABASE_URL, { max: 1, onnotice: () => {}, connection: { application_name: 'live' } });
	sql.listen(channel, announce).catch(() => {});
	return sql;
}

/** Something may have happened to an article. */
function announce(articleId: string): void {
	const state = hub();
	if (articleId === echo) state.hears = true;
	if (![...state.watches].some((watch) => watch.articleId === articleId)) return;
	state.gathered.add(articleId);
	state.gather ??= setTimeout(() => {
		const ids = [...state.gathered];
		state.gathered.clear();
		state.gather = undefined;
		// Whatever goes wrong here is put right by the next look.
		listLiveArticles(ids).then(tell, () => {});
	}, gatherMilliseconds);
}

/** Looks at everything that is watched, whether or not it was announced, and at who watches. */
async function look(): Promise<void> {
	const state = hub();
	try {
		const watches = [...state.watches];
		const owners = await listSessionOwners(watches.map(({ sessionId }) => sessionId));
		const articles = await listLiveArticles([...new Set(watches.map(({ articleId }) => articleId))]);
		const byId = new Map(articles.map((article) => [article.id, article]));
		for (const watch of watches) {
			const owner = owners.get(watch.sessionId);
			const article = byId.get(watch.articleId);
			const isWelcome = owner && article && owner.paperId === article.paperId;
			if (!isWelcome || !can({ ...owner, ip: '' }, 'article.read', article)) dismiss(watch);
		}
		tell(articles);
		await checkListener();
	} catch {
		// The database is away; screens stay as they are until it is back.
	}
}

/** A listener may be deaf and not know it: its connection half-open, or given up by the package after one failure. */
async function checkListener(): Promise<void> {
	const state = hub();
	if (!state.listener) return;
	if (!state.hears) {
		void state.listener.end({ timeout: 1 });
		state.listener = listen();
	}
	state.hears = false;
	await db.$executeRaw`SELECT pg_notify(${channel}, ${echo})`;
}

function tell(articles: readonly LiveArticle[]): void {
	const { watches, sent } = hub();
	for (const article of articles) {
		const here = [...watches].filter((watch) => watch.articleId === article.id);
		for (const watch of here) {
			const status = liveStatus(article, watch, here);
			const words = JSON.stringify({ ...status, at: 0, ask: status.ask && { ...status.ask, answerInMs: 0 } });
			if (sent.get(watch) === words) continue;
			sent.set(watch, words);
			watch.send(status);
		}
	}
}
