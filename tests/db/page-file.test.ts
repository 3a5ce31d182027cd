import { rm } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db, publishedDb } from '@/lib/db';
import { correctArticle, withdrawArticle } from '@/lib/edition/amend';
import { unlockPage } from '@/lib/edition/proof/lock';
import { publishEdition } from '@/lib/edition/publish';
import { stopPrinter } from '@/lib/print/print';
import { stopCutter } from '@/lib/site/font-cutter';
import { forgetAll } from '@/lib/site/memory';
import { consumeOutbox } from '@/lib/site/outbox';
import { havePageFile, pageFilePath, storePageFile } from '@/lib/site/page-file/files';
import { makeOwedFiles, mostAttempts } from '@/lib/site/page-file/job';
import { listDeskPictures } from '@/lib/site/page-file/pictures';
import { getPagePicture } from '@/lib/site/page-file/state';
import { sweepPageFiles } from '@/lib/site/page-file/sweep';
import { writeOutbox } from '@/lib/trace/write';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { amended, laidOut, locked } from '../factories';
import { read } from '../read';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});
afterAll(async () => {
	await Promise.all([stopCutter(), stopPrinter()]);
	await Promise.all([db.$disconnect(), publishedDb.$disconnect()]);
});

async function settle(): Promise<void> {
	while (await consumeOutbox());
}

async function makeAll(): Promise<void> {
	await settle();
	while (await makeOwedFiles());
	await settle();
}

const textOf = async (path: string) => Buffer.from((await read(path)).bytes).toString();

/** An edition whose pages are locked. */
async function lockedEdition(date: string, texts: Parameters<typeof laidOut>[2]) {
	const edition = await laidOut(newsroom, date, texts);
	await locked(newsroom, edition.id);
	return edition;
}

const filesOf = (editionId: string) =>
	db.pageFile.findMany({
		where: { editionId },
		orderBy: { id: 'asc' },
		select: { id: true, kind: true, file: true, pageId: true, createdAt: true },
	});
const jobOf = (editionId: string) => db.printJob.findUnique({ where: { editionId } });

describe('files of a page', { timeout: 120_000 }, () => {
	it('are made when it is locked, hidden from readers, and theirs the moment it is published', async () => {
		const edition = await lockedEdition('2026-04-01', [
			[{ headline: '湖上的新桥通车了' }],
			[{ headline: '第二版的头条' }],
		]);
		const chief = newsroom.actors.chief_on_duty;
		expect(await listDeskPictures(chief, edition.id)).toEqual({});
		await makeAll();
		const [first = ''] = edition.pageIds;
		expect((await listDeskPictures(chief, edition.id))[first]).toEqual({
			src: `/api/page/${first}/240`,
			width: 240,
			height: 340,
		});
		expect(await getPagePicture(chief, first, 240)).toMatchObject({ file: expect.stringMatching(/\.webp$/) });
		const made = await filesOf(edition.id);
		expect(made.map(({ kind }) => kind).sort()).toEqual(
			['edition', 'large', 'large', 'pdf', 'pdf', 'small', 'small'].sort(),
		);
		expect(await jobOf(edition.id)).toBeNull();
		expect(await publishedDb.publishedPageFile.count({ where: { editionId: edition.id } })).toBe(0);
		await expect(publishedDb.pageFile.count()).rejects.toThrow(/denied/);
		expect((await read('/paper/2026-04-01/1.pdf')).status).toBe(404);
		expect((await read('/paper/2026-04-01.pdf')).status).toBe(404);

		await publishEdition(newsroom.actors.chief_on_duty, { id: edition.id });
		expect(await publishedDb.publishedPageFile.count({ where: { editionId: edition.id } })).toBe(7);
		// Before anything else runs: the page view names the pictures, the addresses answer the files.
		const view = await textOf('/paper/2026-04-01/1');
		const picture = /src="(\/paper\/2026-04-01\/2\/[0-9a-f]{16}\.240\.webp)" width="240" height="340"/.exec(view)?.[1];
		expect(picture).toBeDefined();
		expect(await read(picture ?? '')).toMatchObject({ status: 200, headers: { 'Content-Type': 'image/webp' } });
		expect((await read('/paper/2026-04-01/1.pdf')).status).toBe(200);
		await makeAll();
		expect(await filesOf(edition.id)).toEqual(made);
		expect(await db.outbox.count({ where: { event: 'pageFile.make', subject: edition.id } })).toBe(0);

		const whole = await getDocument({ data: new Uint8Array((await read('/paper/2026-04-01.pdf')).bytes), verbosity: 0 })
			.promise;
		expect(whole.numPages).toBe(2);
		const outline = (await whole.getOutline()) as { title: string; items: { title: string }[] }[];
		expect(outline.map(({ title, items }) => [title, items.length])).toEqual([
			['第1版 版1', 1],
			['第2版 版2', 1],
		]);
	});

	it('are made after publication where they were not there in time, and the page view shows them then', async () => {
		const { id } = await lockedEdition('2026-04-02', [[{}], [{}]]);
		await publishEdition(newsroom.actors.chief_on_duty, { id });
		await settle();
		expect(await textOf('/paper/2026-04-02/1')).not.toContain('.240.webp');
		await makeAll();
		expect(await textOf('/paper/2026-04-02/1')).toContain('.240.webp');
	});

	it('are made again by the next process when the one that made them was killed', async () => {
		const edition = await lockedEdition('2026-04-03', [[{}], [{}]]);
		await settle();
		await makeOwedFiles();
		const made = await filesOf(edition.id);
		// As it stands after a kill behind the first page: claimed, some files there, one of them lost with the disk's cache.
		await db.pageFile.deleteMany({
			where: { editionId: edition.id, OR: [{ kind: 'edition' }, { pageId: edition.pageIds[1] }] },
		});
		const [kept] = made.filter(({ kind, pageId }) => kind === 'pdf' && pageId === edition.pageIds[0]);
		await rm(pageFilePath(kept?.file ?? ''));
		const { paperId } = newsroom.actors.admin;
		await db.$executeRaw`
			INSERT INTO "PrintJob" ("editionId", "paperId", "attempts", "lockedUntil")
			VALUES (${edition.id}, ${paperId}, 1, clock_timestamp() + interval '1 minute')`;
		expect(await makeOwedFiles()).toBe(false);
		await db.$executeRaw`UPDATE "PrintJob" SET "lockedUntil" = clock_timestamp() - interval '1 second'`;
		expect(await makeOwedFiles()).toBe(true);
		expect((await filesOf(edition.id)).map(({ kind }) => kind).sort()).toEqual(made.map(({ kind }) => kind).sort());
		expect(await jobOf(edition.id)).toBeNull();
	});

	it('say why they are not there, and are given up in the end', async () => {
		const edition = await lockedEdition('2026-04-04', [[{}]]);
		await settle();
		// A version that cannot be drawn stands for whatever may fail.
		const { paperId } = newsroom.actors.admin;
		await db.pageVersion.create({
			data: {
				...{ id: crypto.randomUUID(), paperId, pageId: edition.pageIds[0] ?? '', number: 99, stage: 'clean_proof' },
				...{ brief: {}, sheet: {}, hash: 'f'.repeat(64) },
			},
		});
		await db.page.update({ where: { id: edition.pageIds[0] }, data: { lockedVersion: 99 } });
		for (let attempt = 1; attempt <= mostAttempts; attempt++) {
			await db.$executeRaw`UPDATE "PrintJob" SET "lockedUntil" = NULL`;
			expect(await makeOwedFiles()).toBe(true);
			expect(await jobOf(edition.id)).toMatchObject({ attempts: attempt, error: expect.stringMatching(/./) });
		}
		await db.$executeRaw`UPDATE "PrintJob" SET "lockedUntil" = NULL`;
		expect(await makeOwedFiles()).toBe(false);
		expect(await filesOf(edition.id)).toEqual([]);
		// The next event tries anew.
		await writeOutbox(db, newsroom.actors.admin, 'page.lock', edition.pageIds[0] ?? '', []);
		await settle();
		expect(await jobOf(edition.id)).toMatchObject({ attempts: 0, wanted: 2, error: '' });
		await db.printJob.deleteMany();
	});

	it('of a correction are made when it is signed, its faces too; readers have them when it is published, not before', async () => {
		const { id, pageIds, articles } = await lockedEdition('2026-04-09', [[{}], [{ headline: '桥上的灯亮了' }]]);
		const chief = newsroom.actors.chief_on_duty;
		await publishEdition(chief, { id });
		await makeAll();
		const before = await filesOf(id);
		const filesBeside = async (known: typeof before) => {
			const ids = known.map((file) => file.id);
			return (await filesOf(id)).filter((file) => !ids.includes(file.id));
		};
		const story = articles[1]!;
		const { revision } = await db.article.findUniqueOrThrow({ where: { id: story.id } });
		const next = await amended(newsroom, { id: story.id, revision }, { headline: '桥上的灯灭了', note: '灯没有亮。' });
		await makeAll();
		const ahead = await filesBeside(before);
		expect(ahead.map(({ kind, pageId }) => [kind, pageId]).sort()).toEqual([
			['edition', null],
			...['large', 'pdf', 'small'].map((kind) => [kind, pageIds[1]]),
		]);
		expect(await publishedDb.publishedPageFile.count({ where: { editionId: id } })).toBe(before.length);
		const cuts = () => db.storedPage.count({ where: { path: { startsWith: '/assets/font/' } } });
		const cut = await cuts();

		await correctArticle(chief, next);
		const has = (fileId: string) => publishedDb.publishedPageFile.count({ where: { id: fileId } });
		expect(await Promise.all(ahead.map((file) => has(file.id)))).toEqual([1, 1, 1, 1]);
		expect(await textOf('/paper/2026-04-09/2')).toContain('桥上的灯灭了');
		await textOf(`/article/${story.id}`);
		expect(await cuts()).toBe(cut);
		await makeAll();
		expect(await filesBeside([...before, ...ahead])).toEqual([]);
	});

	it('of a version that readers no longer have are gone for them with it', async () => {
		const edition = await lockedEdition('2026-04-05', [[{ headline: '要撤的稿' }, { headline: '留下的稿' }]]);
		await makeAll();
		await publishEdition(newsroom.actors.chief_on_duty, { id: edition.id });
		await makeAll();
		const [before] = await publishedDb.publishedPageFile.findMany({ where: { editionId: edition.id, kind: 'small' } });
		const old = `/paper/2026-04-05/1/${before?.key.slice(0, 16)}.240.webp`;
		expect((await read(old)).status).toBe(200);
		await withdrawArticle(newsroom.actors.chief_on_duty, { id: edition.articles[0]?.id ?? '', note: '核实后撤回。' });
		expect(await publishedDb.publishedPageFile.count({ where: { editionId: edition.id } })).toBe(0);
		await makeAll();
		forgetAll();
		expect((await read(old)).status).toBe(404);
		const [after] = await publishedDb.publishedPageFile.findMany({ where: { editionId: edition.id, kind: 'small' } });
		expect(after?.key).not.toBe(before?.key);
		const file = await getDocument({
			data: new Uint8Array((await read('/paper/2026-04-05/1.pdf')).bytes),
			verbosity: 0,
		}).promise;
		const { items } = await (await file.getPage(1)).getTextContent();
		// A headline in display type is set character by character.
		const words = items.map((item) => ('str' in item ? item.str.replace(/\s/g, '') : '')).join('');
		expect(words).toContain('留下的稿');
		expect(words).not.toContain('要撤的稿');
	});

	it('that nothing names any more are swept a day later, and no others', async () => {
		const edition = await lockedEdition('2026-04-06', [[{ headline: '先付印的头条' }], [{}]]);
		await makeAll();
		const made = await filesOf(edition.id);
		const [first = ''] = edition.pageIds;
		await unlockPage(newsroom.actors.chief_on_duty, { id: first, to: 'making_up', reason: '要改' });
		const stray = await storePageFile(Buffer.from('no row names it'), 'pdf');
		const inTwoDays = Date.now() + 2 * 86_400_000;
		await sweepPageFiles(inTwoDays);
		expect(await filesOf(edition.id)).toEqual(made);
		expect(await havePageFile(stray)).toBe(false);
		await db.$executeRaw`UPDATE "PageFile" SET "createdAt" = "createdAt" - interval '2 days'`;
		await sweepPageFiles(inTwoDays);
		// Its own three, and those of the edition as it was.
		expect((await filesOf(edition.id)).map(({ id }) => id)).toEqual(
			made.filter(({ pageId }) => pageId === edition.pageIds[1]).map(({ id }) => id),
		);
		for (const { file, pageId } of made) expect(await havePageFile(file)).toBe(pageId === edition.pageIds[1]);
		expect((await read('/paper/2026-04-01/1.pdf')).status).toBe(200);
		expect(await publishedDb.publishedPageFile.count({ where: { kind: 'edition' } })).toBeGreaterThan(0);
	});

	it('moves who knows the old address, and is nothing where nothing is', async () => {
		expect(await read('/paper/2026-04-01/1/pdf')).toMatchObject({
			status: 308,
			headers: { Location: '/paper/2026-04-01/1.pdf' },
		});
		for (const path of [
			'/paper/2026-04-01/9.pdf',
			'/paper/2026-01-09.pdf',
			'/paper/heute.pdf',
			'/paper/2026-04-01/x.pdf',
		]) {
			expect((await read(path)).status, path).toBe(404);
		}
	});
});
