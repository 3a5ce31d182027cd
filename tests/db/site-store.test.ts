import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { db, publishedDb } from '@/lib/db';
import type { Answer } from '@/lib/site/answer';
import { catchUp } from '@/lib/site/catch-up';
import { forgetAll, siteMemory } from '@/lib/site/memory';
import { loadPage, storePage } from '@/lib/site/page-store';
import { purgeTags, sweepPurged } from '@/lib/site/purge';
import { packPage, type StoredPage } from '@/lib/site/stored-page';
import { programTag } from '@/lib/site/version';

const answer = (text: string, overrides: Partial<Answer> = {}): Answer => ({
	status: 200,
	headers: { 'Content-Type': 'text/html; charset=utf-8' },
	body: text,
	tags: ['article:a', programTag()],
	keep: 'table',
	...overrides,
});
const textOf = (page: StoredPage) => Buffer.from(page.identity ?? []).toString();
const purge = (...tags: string[]) => db.$transaction((tx) => purgeTags(tx, tags));

async function clock(): Promise<Date> {
	const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
	return row?.now ?? new Date(0);
}

beforeEach(async () => {
	await db.storedPage.deleteMany();
	await db.tagPurge.deleteMany();
	forgetAll();
	siteMemory().purges.clear();
});
afterAll(async () => {
	await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
});

describe('loadPage', () => {
	it('renders once however many ask at once, then answers from memory, then from the table', async () => {
		let renders = 0;
		const render = async () => {
			renders++;
			await sleep(50);
			return answer('一');
		};
		const pages = await Promise.all(Array.from({ length: 50 }, () => loadPage('/a', render)));
		expect(renders).toBe(1);
		expect(new Set(pages.map((page) => page.etag)).size).toBe(1);
		await loadPage('/a', render);
		forgetAll();
		expect(textOf(await loadPage('/a', render))).toBe('一');
		expect(renders).toBe(1);
	});

	it('renders again what was purged while it was being rendered: nobody gets what was before', async () => {
		let text = '旧';
		const page = await loadPage('/a', async () => {
			const read = text;
			if (read === '旧') {
				text = '新';
				await purge('article:a');
			}
			return answer(read);
		});
		expect(textOf(page)).toBe('新');
		expect((await db.storedPage.findUniqueOrThrow({ where: { path: '/a' } })).etag).toBe(page.etag);
	});

	it('does not let who asks after a purge wait for a render from before it', async () => {
		let finishOld = () => {};
		const old = loadPage('/a', async () => {
			await new Promise<void>((resolve) => {
				finishOld = resolve;
			});
			return answer('旧');
		});
		await sleep(50);
		await purge('article:a');
		await catchUp();
		const fresh = await loadPage('/a', async () => answer('新'));
		expect(textOf(fresh)).toBe('新');
		finishOld();
		await old;
		expect(textOf(await loadPage('/a', async () => answer('又')))).toBe('新');
	});

	it('keeps nowhere what is to be kept nowhere: made-up addresses fill neither table nor memory', async () => {
		const missing = answer('没有这一页', { status: 404, keep: 'nowhere', tags: [] });
		await Promise.all(Array.from({ length: 100 }, (_, n) => loadPage(`/nothing/${n}`, async () => missing)));
		expect(await db.storedPage.count()).toBe(0);
		expect(siteMemory().pages.size).toBe(0);
		expect(siteMemory().flights.size).toBe(0);
	});

	it('keeps in memory alone what is kept in memory', async () => {
		await loadPage('/media/m/1.webp', async () => answer('图', { keep: 'memory' }));
		expect(await db.storedPage.count()).toBe(0);
		expect(siteMemory().pages.has('/media/m/1.webp')).toBe(true);
	});

	it('does not read what another program has rendered', async () => {
		await loadPage('/a', async () => answer('别的程序', { tags: ['article:a', 'program:other'] }));
		forgetAll();
		expect(textOf(await loadPage('/a', async () => answer('本程序')))).toBe('本程序');
		forgetAll();
		expect(textOf(await loadPage('/a', async () => answer('又')))).toBe('本程序');
	});

	it('throws what the render throws and keeps nothing of it', async () => {
		const failing = loadPage('/a', async () => {
			throw new Error('no rows today');
		});
		await expect(failing).rejects.toThrow('no rows today');
		expect(siteMemory().flights.size).toBe(0);
		expect(textOf(await loadPage('/a', async () => answer('好')))).toBe('好');
	});
});

describe('storePage', () => {
	it('refuses a render that began before a purge, takes one that began after it', async () => {
		const before = await packPage('/a', answer('旧'), await clock());
		await purge('article:a');
		expect(await storePage(before)).toBe(false);
		await sleep(2);
		expect(await storePage(await packPage('/a', answer('新'), await clock()))).toBe(true);
	});

	it('refuses it also when the purge has begun and not yet committed', async () => {
		const before = await packPage('/a', answer('旧'), await clock());
		let stored: Promise<boolean> = Promise.resolve(true);
		await db.$transaction(async (tx) => {
			await purgeTags(tx, ['article:a']);
			stored = storePage(before);
			await sleep(100);
		});
		expect(await stored).toBe(false);
		expect(await db.storedPage.count()).toBe(0);
	});

	it('dates no render between a purge and its commit: it would read the old rows and pass for new', async () => {
		let committed = false;
		let seen: boolean | undefined;
		let load: Promise<StoredPage> | undefined;
		await db.$transaction(async (tx) => {
			await purgeTags(tx, ['article:a']);
			load = loadPage('/a', async () => {
				seen = committed;
				return answer(committed ? '新' : '旧');
			});
			await sleep(100);
			committed = true;
		});
		expect(await load?.then(textOf)).toBe('新');
		expect(seen).toBe(true);
		forgetAll();
		expect(textOf(await loadPage('/a', async () => answer('又')))).toBe('新');
	});

	it('does not replace a later render by an earlier one', async () => {
		const early = await packPage('/a', answer('早'), new Date(1_000_000));
		const late = await packPage('/a', answer('晚'), new Date(2_000_000));
		expect(await storePage(late)).toBe(true);
		expect(await storePage(early)).toBe(false);
		expect((await db.storedPage.findUniqueOrThrow({ where: { path: '/a' } })).etag).toBe(late.etag);
	});

	it('never holds a page from before the last purge, under many of both at once', async () => {
		let version = 0;
		const reader = async () => {
			for (let n = 0; n < 20; n++) await loadPage('/a', async () => answer(String(version)));
		};
		const writer = async () => {
			for (let n = 0; n < 10; n++) {
				version++;
				await purge('article:a');
				await catchUp();
			}
		};
		await Promise.all([reader(), reader(), writer(), reader()]);
		expect(textOf(await loadPage('/a', async () => answer(String(version))))).toBe('10');
		forgetAll();
		expect(textOf(await loadPage('/a', async () => answer(String(version))))).toBe('10');
	});
});

describe('purgeTags', () => {
	it('throws away the pages that show any of the tags, and tells which', async () => {
		await loadPage('/a', async () => answer('甲', { tags: ['article:a', 'column:x', programTag()] }));
		await loadPage('/b', async () => answer('乙', { tags: ['article:b', 'column:x', programTag()] }));
		await loadPage('/c', async () => answer('丙', { tags: ['article:c', programTag()] }));
		expect((await purge('column:x', 'article:z')).sort()).toEqual(['/a', '/b']);
		expect((await db.storedPage.findMany()).map((row) => row.path)).toEqual(['/c']);
		await catchUp();
		expect([...siteMemory().pages.keys()]).toEqual(['/c']);
	});

	it('counts as thrown away what it does not delete at once; the sweep deletes it, and nothing that came after', async () => {
		for (const path of ['/a', '/b', '/c'])
			await loadPage(path, async () => answer('旧', { tags: ['paper', programTag()] }));
		expect(await db.$transaction((tx) => purgeTags(tx, ['paper'], 1))).toHaveLength(1);
		expect(await db.storedPage.count()).toBe(2);
		await sleep(2);
		forgetAll();
		for (const path of ['/a', '/b'])
			expect(textOf(await loadPage(path, async () => answer('新', { tags: ['paper', programTag()] })))).toBe('新');
		await sweepPurged(['paper']);
		expect((await db.storedPage.findMany({ orderBy: { path: 'asc' } })).map(({ path }) => path)).toEqual(['/a', '/b']);
	});

	it('reaches another process through catchUp, however it learns of it', async () => {
		await loadPage('/a', async () => answer('甲'));
		expect(siteMemory().pages.has('/a')).toBe(true);
		await purge('article:a');
		expect(siteMemory().pages.has('/a')).toBe(true);
		await catchUp();
		expect(siteMemory().pages.has('/a')).toBe(false);
	});
});
