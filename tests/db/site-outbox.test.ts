import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleContent } from '@/lib/article/schema';
import { db, publishedDb } from '@/lib/db';
import { publishEdition } from '@/lib/edition/publish';
import { stopCutter } from '@/lib/site/font-cutter';
import { forgetAll, siteMemory } from '@/lib/site/memory';
import { consumeOutbox } from '@/lib/site/outbox';
import { loadPage } from '@/lib/site/page-store';
import { listPaths, refresh } from '@/lib/site/refresh';
import { untilSettled } from '@/lib/site/settled';
import { startSite } from '@/lib/site/start';
import { siteTags } from '@/lib/site/tags';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { laidOut, locked } from '../factories';
import { read } from '../read';

let newsroom: Newsroom;
let columnId: string;

beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
	columnId = newsroom.columnIds.get('民生') ?? '';
	await settle();
});
afterAll(async () => {
	await stopCutter();
	await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
});

async function settle(): Promise<void> {
	while (await consumeOutbox());
}

async function publish(date: string, contents: Partial<ArticleContent>[][]) {
	const edition = await laidOut(newsroom, date, contents);
	await locked(newsroom, edition.id);
	await publishEdition(newsroom.actors.chief_on_duty, { id: edition.id });
	return edition;
}

describe('the outbox', () => {
	it('is done once and leaves nothing waiting', async () => {
		await db.outbox.create({ data: { paperId: newsroom.paperId, event: 'test', subject: 'x', touched: ['tag:x'] } });
		expect(await consumeOutbox()).toMatchObject({ tags: ['tag:x'] });
		expect(await consumeOutbox()).toBeUndefined();
		expect(await db.outbox.count({ where: { doneAt: null } })).toBe(0);
		expect(await db.tagPurge.count({ where: { tag: 'tag:x' } })).toBe(1);
	});

	it('is consumed by one of several at a time', async () => {
		const row = { paperId: newsroom.paperId, event: 'test', subject: 'x', touched: ['tag:y'] };
		await db.outbox.createMany({ data: Array.from({ length: 120 }, () => row) });
		await Promise.all([settle(), settle(), settle()]);
		const rows = await db.outbox.findMany({
			where: { touched: { has: 'tag:y' } },
			select: { doneAt: true, attempts: true },
		});
		expect(rows.every((done) => done.doneAt !== null && done.attempts === 1)).toBe(true);
	});

	it('records a failure, rests, and tries again', async () => {
		const row = { paperId: newsroom.paperId, event: 'test', subject: 'x', touched: ['tag:z'] };
		const { id } = await db.outbox.create({ data: row });
		await db.$executeRaw`ALTER TABLE "TagPurge" RENAME TO "TagPurgeAway"`;
		await expect(consumeOutbox()).rejects.toThrow();
		await db.$executeRaw`ALTER TABLE "TagPurgeAway" RENAME TO "TagPurge"`;
		const failed = await db.outbox.findUniqueOrThrow({ where: { id } });
		expect(failed).toMatchObject({ attempts: 1, doneAt: null });
		expect(failed.error).toContain('TagPurge');
		expect(await consumeOutbox()).toBeUndefined();
		await db.outbox.update({ where: { id }, data: { lockedUntil: new Date(0) } });
		expect(await consumeOutbox()).toMatchObject({ tags: ['tag:z'] });
		expect(await db.outbox.findUniqueOrThrow({ where: { id } })).toMatchObject({ attempts: 2, error: '' });
	});

	it('tries again alone what has failed, behind everything else', async () => {
		const row = { paperId: newsroom.paperId, event: 'test', subject: 'x' };
		const lockedUntil = new Date(0);
		await db.outbox.createMany({
			data: [
				{ ...row, touched: ['tag:bad'], attempts: 3, lockedUntil },
				{ ...row, touched: ['tag:worse'], attempts: 1, lockedUntil },
				{ ...row, touched: ['tag:good'] },
			],
		});
		expect(await consumeOutbox()).toMatchObject({ tags: ['tag:good'] });
		expect(await consumeOutbox()).toMatchObject({ tags: ['tag:bad'] });
		expect(await consumeOutbox()).toMatchObject({ tags: ['tag:worse'] });
		expect(await consumeOutbox()).toBeUndefined();
	});

	it('throws away no page for what is done to an edition that nobody has yet', async () => {
		await publish('2026-05-05', [[{ headline: '月初的稿' }]]);
		await settle();
		await read('/paper/2026-05-05/1');
		await laidOut(newsroom, '2026-05-06', [[]]);
		await settle();
		expect(await db.storedPage.count({ where: { path: '/paper/2026-05-05/1' } })).toBe(1);
	});

	it('leaves older stories of a column as they are when it has a new one, and renders its list anew', async () => {
		const old = await publish('2026-01-05', [[{ headline: '年初的稿', columnId }]]);
		await settle();
		const { slug } = await db.column.findUniqueOrThrow({ where: { id: columnId } });
		const [story, list] = [`/article/${old.articles[0]?.id}`, `/column/${slug}`];
		await read(story);
		await read(list);
		await publish('2026-05-07', [[{ headline: '年中的稿', columnId }]]);
		await settle();
		const stored = await db.storedPage.findMany({ where: { path: { in: [story, list] } }, select: { path: true } });
		expect(stored).toEqual([{ path: story }]);
		expect((await read(list)).text).toContain('年中的稿');
	});
});

describe('a running site', () => {
	it('renders what is published before anyone asks, and takes it into memory when it starts', async () => {
		forgetAll();
		let stop = await startSite();
		try {
			const { articles } = await publish('2026-06-21', [[{ headline: '自己出现的报' }]]);
			await untilSettled();
			const address = `/article/${articles[0]?.id}`;
			await expect.poll(() => siteMemory().pages.has(address), { timeout: 5000 }).toBe(true);
			await expect.poll(() => siteMemory().pages.has('/'), { timeout: 5000 }).toBe(true);
			expect((await read('/')).text).toContain('自己出现的报');
			await stop();
			expect(siteMemory().pages.size).toBe(0);
			stop = await startSite();
			expect(siteMemory().pages.has('/')).toBe(true);
			expect(siteMemory().pages.has(address)).toBe(true);
		} finally {
			await stop();
		}
	});

	it('renders again behind what readers wait for: the front, the story, its page, and last what only names it', async () => {
		const { articles } = await publish('2026-06-22', [[{ headline: '先登的稿' }, { headline: '同版的稿' }]]);
		await settle();
		const [story, beside] = articles.map(({ id }) => `/article/${id}`);
		const tags = [siteTags.latest, siteTags.edition('2026-06-22'), siteTags.article(articles[0]?.id ?? '')];
		const paths = await listPaths(tags, [beside!, story!, '/column/min-sheng', '/paper/2026/6']);
		const wanted = ['/', story, '/paper/2026-06-22/1', '/feed.xml', '/column/min-sheng', beside];
		expect(paths.filter((path) => wanted.includes(path))).toEqual(wanted);
		expect(paths).not.toContain('/paper/2026/6');

		forgetAll();
		await db.storedPage.deleteMany();
		let answer = () => {};
		const asked = loadPage('/asked', async () => {
			await new Promise<void>((resolve) => {
				answer = resolve;
			});
			return { status: 200, headers: {}, body: '', tags: [], keep: 'nowhere' };
		});
		const again = refresh({ tags, paths: [], amended: [] }, new AbortController().signal);
		await setTimeout(300);
		expect(siteMemory().pages.size).toBe(0);
		answer();
		await Promise.all([asked, again]);
		expect(siteMemory().pages.has('/')).toBe(true);
		expect(siteMemory().pages.has(story!)).toBe(true);
	});

	it('says anew which day it is when the day has turned, once', async () => {
		await read('/');
		await db.tagPurge.upsert({
			where: { tag: 'today' },
			create: { tag: 'today', at: new Date(0) },
			update: { at: new Date(0) },
		});
		const { renderedAt } = await db.storedPage.findUniqueOrThrow({ where: { path: '/' } });
		const stop = await startSite();
		await expect
			.poll(() => db.storedPage.count({ where: { path: '/', renderedAt: { gt: renderedAt } } }), { timeout: 5000 })
			.toBe(1);
		await stop();
		const turned = await db.tagPurge.findUniqueOrThrow({ where: { tag: 'today' } });
		await (await startSite())();
		expect(await db.tagPurge.findUniqueOrThrow({ where: { tag: 'today' } })).toEqual(turned);
	});

	it('drops what another program has rendered when it starts, and keeps files under their own hash', async () => {
		const row = { status: 200, headers: {}, etag: 'x', identity: Buffer.from('x'), renderedAt: new Date() };
		await db.storedPage.createMany({
			data: [
				{ ...row, path: '/old', tags: ['latest', 'program:older'] },
				{ ...row, path: '/assets/font/x.woff2', tags: [] },
			],
		});
		const stop = await startSite();
		await stop();
		expect(await db.storedPage.count({ where: { path: '/old' } })).toBe(0);
		expect(await db.storedPage.count({ where: { path: '/assets/font/x.woff2' } })).toBe(1);
	});
});
