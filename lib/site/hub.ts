import http from 'node:http';
import https from 'node:https';
import { type Db, db } from '@/lib/db';
import { env } from '@/lib/env';
import { feedEndings } from '@/lib/feed/feed';
import { pinnedTo, publicInternet, type Reach, resolveOnce } from '@/lib/media/web';
import { siteTags } from './tags';
import { origin } from './version';

/** What stands before the name of a feed: of stories, which every publication changes; of editions. */
const [mainFeeds, editionFeeds] = [[''], ['/paper']];

/** Events after which a feed says something else. */
const changing = new Set(['edition.publish', 'article.publishOnline', 'article.correct', 'article.withdraw']);

/** How long the hub may take, and for how long who tells it has the feed to himself. */
const patienceMilliseconds = 10_000;
const leaseSeconds = 30;
/** After its n-th failure a feed rests 2ⁿ seconds, an hour at most; after the last it waits for its next change. */
const longestRestSeconds = 3600;
export const mostPings = 12;

interface OutboxRow {
	event: string;
	touched: readonly string[];
}

/**
 * What committed writes owe the hub: recorded in the transaction that consumes the outbox, so that no death in between loses
 * it. Twice is once: a hub hears of a feed, not of a story.
 */
export async function askForPings(tx: Db, rows: readonly OutboxRow[]): Promise<void> {
	const changes = rows.filter(({ event }) => changing.has(event));
	if (!env().WEBSUB_HUB || changes.length === 0) return;
	const isEdition = changes.some(({ event }) => event.startsWith('edition.'));
	const tags = [...new Set(changes.flatMap(({ touched }) => touched))];
	const places = [...mainFeeds, ...(isEdition ? editionFeeds : [])];
	await tx.$executeRaw`
		INSERT INTO "HubPing" ("topic")
		SELECT place || '/feed.' || format FROM unnest(${feedEndings}::text[]) format, (
			SELECT unnest(${places}::text[]) AS place
			UNION SELECT '/column/' || "slug" FROM "Column" WHERE ${siteTags.storiesOf(siteTags.column(''))} || "id" = ANY(${tags})
			UNION SELECT '/series/' || "slug" FROM "Series" WHERE ${siteTags.storiesOf(siteTags.series(''))} || "id" = ANY(${tags})
			UNION SELECT '/tag/' || "slug" FROM "Tag" WHERE ${siteTags.storiesOf(siteTags.tag(''))} || "id" = ANY(${tags})
			UNION SELECT '/reporter/' || "id" FROM "Reporter" WHERE ${siteTags.storiesOf(siteTags.reporter(''))} || "id" = ANY(${tags})
		) changed
		ON CONFLICT ("topic") DO UPDATE SET "wanted" = "HubPing"."wanted" + 1, "attempts" = 0, "error" = '', "lockedUntil" = NULL`;
}

interface Claimed {
	topic: string;
	wanted: number;
	attempts: number;
}

/**
 * Tells the hub of one feed that has changed (`hub.mode=publish`); says whether there was one. Nothing waits for it, and no
 * transaction is open while it is told; what fails is tried again later.
 */
export async function tellHub(
	hub: string,
	{ signal, reach = publicInternet }: { signal?: AbortSignal; reach?: Reach } = {},
): Promise<boolean> {
	const ping = await claim();
	if (!ping) return false;
	try {
		await post(new URL(hub), origin() + ping.topic, reach, signal);
		await finish(ping);
	} catch (error) {
		await recordFailure(ping, error);
	}
	return true;
}

/** A claim runs out by itself: who had it may be dead. */
async function claim(): Promise<Claimed | undefined> {
	const [row] = await db.$queryRaw<Claimed[]>`
		UPDATE "HubPing" SET "attempts" = "attempts" + 1,
			"lockedUntil" = clock_timestamp() + make_interval(secs => ${leaseSeconds})
		WHERE "topic" = (
			SELECT "topic" FROM "HubPing"
			WHERE "attempts" < ${mostPings} AND ("lockedUntil" IS NULL OR "lockedUntil" < clock_timestamp())
			ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
		RETURNING "topic", "wanted", "attempts"`;
	return row;
}

/** Resolves when the hub has taken it (any 2xx); a redirect is no answer. */
async function post(hub: URL, topic: string, reach: Reach, ending?: AbortSignal): Promise<void> {
	const to = await resolveOnce(hub, reach);
	if (!to) throw new Error(`The hub is not on the public network: ${hub.host}`);
	const { request } = hub.protocol === 'https:' ? https : http;
	const body = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic }).toString();
	const headers = {
		'content-type': 'application/x-www-form-urlencoded',
		'content-length': Buffer.byteLength(body),
		'user-agent': 'Shangban',
	};
	const late = AbortSignal.timeout(patienceMilliseconds);
	const signal = ending ? AbortSignal.any([late, ending]) : late;
	const status = await new Promise<number>((resolve, reject) => {
		const asked = request(hub, { method: 'POST', agent: false, lookup: pinnedTo(to), signal, headers }, (answer) => {
			// What it says beyond that is nothing to us.
			answer.destroy();
			resolve(answer.statusCode ?? 0);
		});
		asked.on('error', reject).end(body);
	});
	if (status < 200 || status > 299) throw new Error(`The hub answers ${status}`);
}

/** The feed goes, unless it changed again meanwhile. */
async function finish({ topic, wanted, attempts }: Claimed): Promise<void> {
	const { count } = await db.hubPing.deleteMany({ where: { topic, wanted } });
	if (attempts > 1) console.log(`WebSub: ${topic} is told at the attempt ${attempts}`);
	if (count === 0)
		await db.hubPing.updateMany({ where: { topic }, data: { lockedUntil: null, attempts: 0, error: '' } });
}

async function recordFailure({ topic, wanted, attempts }: Claimed, error: unknown): Promise<void> {
	const words = error instanceof Error ? error.message.slice(0, 500) : String(error);
	console.error(`WebSub: ${topic}, attempt ${attempts} of ${mostPings}: ${words}`);
	await db.$executeRaw`
		UPDATE "HubPing" SET "error" = ${words},
			"lockedUntil" = clock_timestamp() + make_interval(secs => least(${longestRestSeconds}, 2 ^ ${attempts}::int))
		WHERE "topic" = ${topic} AND "wanted" = ${wanted}`;
}
