import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db, publishedDb } from '@/lib/db';
import { publishEdition, publishEditionIn, publishing } from '@/lib/edition/publish';
import { timeEdition } from '@/lib/edition/write';
import { publishDueEdition } from '@/lib/job/due';
import { stopCutter } from '@/lib/site/font-cutter';
import { forgetAll, siteMemory } from '@/lib/site/memory';
import { consumeOutbox } from '@/lib/site/outbox';
import { loadPage } from '@/lib/site/page-store';
import { pages } from '@/lib/site/pages';
import { purgeTags } from '@/lib/site/purge';
import { stagePages } from '@/lib/site/stage';
import { layStaged, showStaged } from '@/lib/site/staged-page';
import { packPage, plainBytes } from '@/lib/site/stored-page';
import { programTag } from '@/lib/site/version';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { laidOut, locked } from '../factories';
import { read } from '../read';

let newsroom: Newsroom;
let days = 0;

beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});
beforeEach(() => forgetAll());
afterAll(async () => {
	await stopCutter();
	await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
});

/** A later edition than all before it, its pages locked. */
async function ready(headlines: string[][]) {
	const date = `2026-07-${String(++days).padStart(2, '0')}`;
	const texts = headlines.map((page) =>
		page.map((headline) => ({ headline, columnId: newsroom.columnIds.get('民生') })),
	);
	const edition = await laidOut(newsroom, date, texts);
	await locked(newsroom, edition.id);
	await settle();
	return { ...edition, date };
}

const chief = () => newsroom.actors.chief_on_duty;

const readText = async (path: string) => {
	const { headers, text } = await read(path);
	return headers.Location ?? text;
};

/** What is stored there: whoever would have to render it fails. */
async function readStored(path: string): Promise<string> {
	const stored = await loadPage(path, () => Promise.reject(new Error(`${path} is not stored`)));
	return stored.headers.Location ?? Buffer.from(plainBytes(stored)).toString();
}

async function settle(): Promise<void> {
	while (await consumeOutbox());
}

describe('the pages of a publication', { timeout: 60_000 }, () => {
	it('are stored the moment that it commits, new and old ones, and none of them is rendered again', async () => {
		const before = await ready([['昨天的头条']]);
		await publishEdition(chief(), { id: before.id }, stagePages);
		await settle();
		const column = `/column/${(await db.column.findFirstOrThrow({ where: { name: '民生' } })).slug}`;
		const { id, date, articles } = await ready([['今天的头条', '今天的二条'], ['二版的头条']]);
		for (const path of [column, `${column}/feed.xml`, `/paper/${before.date}/1`]) await readText(path);
		await publishEdition(chief(), { id }, stagePages);
		for (const path of ['/', '/feed.xml', column, `${column}/feed.xml`, `/paper/${date}/1`]) {
			expect(await readStored(path), path).toContain('今天的头条');
		}
		expect(await readStored('/paper')).toBe(`/paper/${date}/1`);
		expect(await readStored('/paper/feed.xml')).toContain(`/paper/${date}/1`);
		expect(await readStored(`/paper/${date}/2`)).toContain('二版的头条');
		expect(await readStored(`/paper/${before.date}/1`)).toContain(`/paper/${date}/1`);
		for (const article of articles) expect(await readStored(`/article/${article.id}`)).toContain(article.id);
		const stored = await db.storedPage.findMany({ orderBy: { path: 'asc' }, select: { path: true, renderedAt: true } });
		await settle();
		expect(
			await db.storedPage.findMany({ orderBy: { path: 'asc' }, select: { path: true, renderedAt: true } }),
		).toEqual(stored);
	});

	it('are in no process mixed with what it had in memory', async () => {
		const { id, articles } = await ready([['一起换上的头条']]);
		const front = await readText('/');
		expect(siteMemory().pages.has('/')).toBe(true);
		await publishEdition(chief(), { id }, stagePages);
		// Not yet heard of.
		expect(await readText('/')).toBe(front);
		await readStored(`/article/${articles[0]?.id}`);
		expect(await readStored('/')).toContain('一起换上的头条');
	});

	it('are nothing when it is rolled back, and nobody sees them before', async () => {
		const { id, date, articles } = await ready([['没有出成的头条']]);
		const front = await readText('/');
		const failing = db.$transaction(async (tx) => {
			await publishEditionIn(tx, chief(), id, { stage: stagePages });
			forgetAll();
			expect(await readStored('/')).toBe(front);
			expect(await publishedDb.publishedEdition.count({ where: { id } })).toBe(0);
			throw new Error('at the last moment');
		}, publishing);
		await expect(failing).rejects.toThrow('at the last moment');
		forgetAll();
		expect(await readStored('/')).toBe(front);
		for (const path of [`/paper/${date}/1`, `/article/${articles[0]?.id}`]) {
			expect(await db.storedPage.count({ where: { path } })).toBe(0);
		}
	});

	it('are rendered again where somebody purged something of theirs meanwhile', async () => {
		const { id, date } = await ready([['中途有人改了']]);
		let staged = 0;
		await db.$transaction(async (tx) => {
			await publishEditionIn(tx, chief(), id, {
				stage: async (...given) => {
					const show = await stagePages(...given);
					await db.$transaction((other) => purgeTags(other, ['latest']));
					// As if the slogan had been changed by whoever purged.
					await db.$executeRaw`UPDATE "Paper" SET "slogan" = '改过的口号'`;
					staged = await tx.$executeRaw`SELECT 1 FROM pg_temp."StagedPage"`;
					return show;
				},
			});
		}, publishing);
		expect(staged).toBeGreaterThan(4);
		expect(await readStored('/')).toContain('改过的口号');
		expect(await readStored(`/paper/${date}/1`)).toContain('中途有人改了');
	});

	it('stay out of the store where that comes too late', async () => {
		const stage = async (path: string, tag: string) => {
			const [{ now }] = await db.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp() AS now`;
			return packPage(path, { status: 200, headers: {}, body: path, tags: [tag, programTag()], keep: 'table' }, now);
		};
		const staged = [await stage('/stale', 'article:purged'), await stage('/good', 'article:left')];
		await db.$transaction((tx) => purgeTags(tx, ['article:purged']));
		await db.$transaction(async (tx) => {
			await layStaged(tx, staged);
			await showStaged(tx, ['article:purged', 'article:left']);
		});
		expect(await readStored('/good')).toBe('/good');
		await expect(readStored('/stale')).rejects.toThrow('not stored');
	});

	it('are published without, and rendered after, where one cannot be rendered', async () => {
		const { id, date, articles } = await ready([['渲染不出的头条']]);
		const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
		const broken = vi.spyOn(
			pages.find(({ pattern }) => pattern === '/article/:id') as (typeof pages)[number],
			'answer',
		);
		broken.mockImplementation(async () => {
			await publishedDb.$queryRaw`SELECT 1 FROM "Article"`;
			throw new Error('unreachable');
		});
		await publishEdition(chief(), { id }, stagePages);
		expect(complaint).toHaveBeenCalledWith(expect.objectContaining({ message: expect.stringContaining('denied') }));
		broken.mockRestore();
		complaint.mockRestore();
		expect(await readStored(`/paper/${date}/1`)).toContain('渲染不出的头条');
		await expect(readStored(`/article/${articles[0]?.id}`)).rejects.toThrow('not stored');
		await settle();
		expect(await readText(`/article/${articles[0]?.id}`)).toContain('渲染不出的头条');
	});
});

describe('a timed edition', { timeout: 60_000 }, () => {
	it('is worked on ahead, and neither seen nor dated before its moment', async () => {
		const { id, date } = await ready([['六点整的头条']]);
		const publishAt = new Date(Date.now() + 4000);
		await timeEdition(chief(), { id, publishAt });
		const published = publishDueEdition();
		let early = 0;
		while (Date.now() < publishAt.getTime() - 20) {
			early += await publishedDb.publishedEdition.count({ where: { id } });
			early += await db.storedPage.count({ where: { path: `/paper/${date}/1` } });
			await sleep(20);
		}
		expect(early).toBe(0);
		expect(await published).toBe(true);
		expect(await publishedDb.publishedEdition.findFirstOrThrow({ where: { id } })).toMatchObject({
			publishedAt: publishAt,
		});
		const [row] = await db.$queryRaw<[{ at: Date }]>`
			SELECT "createdAt" AS at FROM "Outbox" WHERE "event" = 'edition.publish' AND "subject" = ${id}`;
		expect(row.at.getTime()).toBeGreaterThanOrEqual(publishAt.getTime());
		forgetAll();
		expect(await readStored('/')).toContain('六点整的头条');
	});

	it('is published to whoever would take the order back while it waits, and is tried again at its moment', async () => {
		const { id } = await ready([['来不及取消的头条']]);
		await timeEdition(chief(), { id, publishAt: new Date(Date.now() + 2000) });
		const published = publishDueEdition();
		await sleep(500);
		await expect(timeEdition(chief(), { id, publishAt: null })).rejects.toThrow('已经出版');
		expect(await published).toBe(true);
		expect(await db.trace.count({ where: { subjectId: id, act: 'edition.time' } })).toBe(1);

		const { id: unready, articles } = await ready([['禁发到六点的头条']]);
		const soon = new Date(Date.now() + 1500);
		await timeEdition(chief(), { id: unready, publishAt: soon });
		await db.article.update({ where: { id: articles[0]?.id }, data: { state: 'held' } });
		expect(await publishDueEdition()).toBe(false);
		expect(await db.edition.findUniqueOrThrow({ where: { id: unready } })).toMatchObject({ publishTrouble: '' });
		await db.article.update({ where: { id: articles[0]?.id }, data: { state: 'locked', embargoUntil: soon } });
		expect(await publishDueEdition()).toBe(true);
		expect(await publishedDb.publishedEdition.count({ where: { id: unready } })).toBe(1);
	});
});
