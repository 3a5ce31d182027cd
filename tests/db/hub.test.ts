import { once } from 'node:events';
import http, { type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db, publishedDb } from '@/lib/db';
import { publishOnline } from '@/lib/edition/publish-online';
import { env } from '@/lib/env';
import type { Reach } from '@/lib/media/web';
import { stopCutter } from '@/lib/site/font-cutter';
import { mostPings, tellHub } from '@/lib/site/hub';
import { consumeOutbox } from '@/lib/site/outbox';
import { feedPages } from '@/lib/site/page/feeds';
import type { ReaderPage } from '@/lib/site/reader-page';
import { renderPage } from '@/lib/site/render';
import { origin } from '@/lib/site/version';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { at, signed } from '../factories';

let newsroom: Newsroom;
let hub: http.Server;
let address: string;
/** What the hub was told, and how it answers, one after the other; the last for good. */
let told: URLSearchParams[] = [];
let answers: ((response: ServerResponse) => void)[] = [];

/** The hub of a test stands on this machine. */
const here: Reach = { mayReach: () => true, resolve: async () => [{ address: '127.0.0.1', family: 4 }] };
const accepts = (response: ServerResponse) => response.writeHead(204).end();
const fails = (response: ServerResponse) => response.writeHead(500).end();
const hangs = () => {};

beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
	hub = http.createServer(async (request, response) => {
		const body = Buffer.concat(await request.toArray()).toString();
		told.push(new URLSearchParams(body));
		const answer = answers.length > 1 ? answers.shift() : answers[0];
		answer?.(response);
	});
	hub.listen(0, '127.0.0.1');
	await once(hub, 'listening');
	address = `http://hub.example:${(hub.address() as AddressInfo).port}/`;
	env().WEBSUB_HUB = address;
	vi.spyOn(console, 'error').mockImplementation(() => {});
	vi.spyOn(console, 'log').mockImplementation(() => {});
});
beforeEach(async () => {
	while (await consumeOutbox());
	await db.hubPing.deleteMany();
	told = [];
	answers = [accepts];
});
afterAll(async () => {
	hub.closeAllConnections();
	hub.close();
	await stopCutter();
	await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
});

async function publish(columnId?: string): Promise<string> {
	const article = await signed(newsroom, columnId ? { columnId } : {});
	await publishOnline(newsroom.actors.chief_on_duty, at(article));
	while (await consumeOutbox());
	return article.id;
}

/** A story goes out, and of all feeds that it changes one is left to tell of. */
async function publishIntoOneFeed(): Promise<string> {
	const id = await publish();
	await db.hubPing.deleteMany({ where: { topic: { not: '/feed.xml' } } });
	return id;
}

const topics = () => told.map((form) => form.get('hub.url')?.replace(origin(), '')).sort();
const tellAll = async () => {
	while (await tellHub(address, { reach: here }));
};
/** The rest after a failure is over. */
const wake = () => db.hubPing.updateMany({ data: { lockedUntil: null } });

describe('the hub', () => {
	it('is told of each feed that a publication changed, once however many stories came', async () => {
		const columnId = newsroom.columnIds.get('民生') ?? '';
		await publish(columnId);
		await publish(columnId);
		await tellAll();
		const feeds = ['atom', 'json', 'xml'].flatMap((format) => [`/feed.${format}`, `/column/min-sheng/feed.${format}`]);
		expect(topics()).toEqual(feeds.sort());
		expect(told[0]?.get('hub.mode')).toBe('publish');
		expect(await db.hubPing.count()).toBe(0);
	});

	it('is told again later where it failed', async () => {
		answers = [fails, fails, accepts];
		await publishIntoOneFeed();
		for (let attempt = 0; attempt < 3; attempt++) {
			await tellAll();
			await wake();
		}
		expect(topics()).toEqual(['/feed.xml', '/feed.xml', '/feed.xml']);
		expect(await db.hubPing.count()).toBe(0);
	});

	it('rests longer after each failure, and is given up until the next change', async () => {
		answers = [fails];
		await publishIntoOneFeed();
		await tellAll();
		expect(told).toHaveLength(1);
		const [row] = await db.hubPing.findMany();
		expect(row).toMatchObject({ attempts: 1, error: 'The hub answers 500' });
		await db.hubPing.updateMany({ data: { attempts: mostPings, lockedUntil: null } });
		await tellAll();
		expect(told).toHaveLength(1);
		await publishIntoOneFeed();
		answers = [accepts];
		await tellAll();
		expect(await db.hubPing.count()).toBe(0);
	});

	it('is told of what changed while it was told', async () => {
		answers = [
			async (response) => {
				await db.$executeRaw`UPDATE "HubPing" SET "wanted" = "wanted" + 1`;
				accepts(response);
			},
			accepts,
		];
		await publishIntoOneFeed();
		await tellAll();
		expect(topics()).toEqual(['/feed.xml', '/feed.xml']);
		expect(await db.hubPing.count()).toBe(0);
	});

	it('that hangs holds up nobody: the site ends, and the feed is told by who comes next', async () => {
		answers = [hangs, accepts];
		const article = await publishIntoOneFeed();
		const ending = new AbortController();
		const telling = tellHub(address, { reach: here, signal: ending.signal });
		await vi.waitFor(() => expect(told).toHaveLength(1));
		// Meanwhile the newsroom publishes.
		await publishIntoOneFeed();
		expect(await db.publication.count({ where: { articleId: article } })).toBe(1);
		ending.abort();
		await telling;
		await tellAll();
		expect(await db.hubPing.count()).toBe(0);
	});

	it('is not looked for inside the house', async () => {
		await publishIntoOneFeed();
		await tellHub('http://127.0.0.1:9/');
		await wake();
		const inside: Reach = { mayReach: () => false, resolve: async () => [{ address: '10.0.0.1', family: 4 }] };
		await tellHub('https://hub.example/', { reach: inside });
		expect(told).toEqual([]);
		expect((await db.hubPing.findMany())[0]?.error).toMatch(/not on the public network/);
	});
});

it('is named by the feeds themselves', async () => {
	const { headers } = await renderPage(feedPages[0] as ReaderPage, '/feed.xml');
	expect(headers.Link).toBe(`<${address}>; rel="hub", <${origin()}/feed.xml>; rel="self"`);
});
