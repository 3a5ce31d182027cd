import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillArchive } from '@/bench/archive/fill';
import {
	type Archive,
	leavesOf,
	type MonthCount,
	monthOf,
	monthsIn,
	storiesIn,
	yearOf,
} from '@/lib/article/archive/archive';
import { listLatestStories, listLeaf, listMonths, listMonthsOfPaper } from '@/lib/article/archive/published';
import { db, publishedDb } from '@/lib/db';
import { withdrawArticle } from '@/lib/edition/amend';
import { publishEdition } from '@/lib/edition/publish';
import { publishOnline } from '@/lib/edition/publish-online';
import { listEditionYears } from '@/lib/edition/published';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { at, corrected, laidOut, locked, signed } from '../factories';

let newsroom: Newsroom;
let archives: Archive[];
const size = { articles: 1500, perDay: 3, pagesPerDay: 2, end: '2026-06-10' };

beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
	const superuser = new URL(process.env.DATABASE_URL ?? '');
	superuser.username = 'postgres';
	const client = new pg.Client(superuser.href);
	await client.connect();
	await fillArchive(client, size, {
		paperId: newsroom.paperId,
		authorId: newsroom.actors.reporter.userId,
		columns: [...newsroom.columnIds.values()],
		series: [...newsroom.seriesIds.values()],
		tags: [...newsroom.tagIds.values()],
		reporters: [...newsroom.reporterIds.values()],
	});
	await client.end();
	const of = (kind: Archive['kind'], ids: Map<string, string>) =>
		[...ids.values()].map((id): Archive => ({ kind, id }));
	archives = [
		...of('column', newsroom.columnIds),
		...of('series', newsroom.seriesIds),
		...of('tag', newsroom.tagIds),
		...of('reporter', newsroom.reporterIds),
	];
});
afterAll(() => Promise.all([db.$disconnect(), publishedDb.$disconnect()]));

/** The ids on all leaves of these months, in their order. */
async function walk(archive: Archive, months: readonly MonthCount[]): Promise<string[]> {
	const ids: string[] = [];
	for (let page = 1; page <= leavesOf(storiesIn(months)); page++) {
		ids.push(...((await listLeaf(archive, months, page)) ?? []).map((row) => row.id));
	}
	expect(await listLeaf(archive, months, leavesOf(storiesIn(months)) + 1)).toBeUndefined();
	return ids;
}

/** By definition, from what readers have. */
async function filed({ kind, id }: Archive): Promise<string[]> {
	const rows = await db.$queryRaw<{ articleId: string }[]>`
		SELECT "articleId" FROM "Filing" WHERE "kind" = ${kind}::"ArchiveKind" AND "headingId" = ${id}
		ORDER BY "editionDate" DESC, "pageNo", "rank", "articleId"`;
	return rows.map(({ articleId }) => articleId);
}

/** Entries and counts are what they are by definition. */
async function expectTrue(): Promise<void> {
	const wrong = await db.$queryRaw`
		(SELECT * FROM "Filing" EXCEPT SELECT * FROM "ArchiveEntry") UNION ALL
		(SELECT * FROM "ArchiveEntry" EXCEPT SELECT "articleId", "kind", "headingId", "editionDate", "pageNo", "rank" FROM "Filing")`;
	expect(wrong).toEqual([]);
	const counts = await db.$queryRaw`
		WITH counted AS (
			SELECT "kind", "headingId", archive_month("editionDate") AS month, count(*)::int AS stories FROM "Filing" GROUP BY 1, 2, 3
			UNION ALL
			SELECT 'paper'::"ArchiveKind", "paperId", archive_month("editionDate"), count(*)::int FROM "Publication"
			WHERE "withdrawnAt" IS NULL GROUP BY 1, 2, 3
		), said AS (SELECT "kind", "headingId", "month", "stories" FROM "PublishedMonth")
		(SELECT * FROM counted EXCEPT SELECT * FROM said) UNION ALL (SELECT * FROM said EXCEPT SELECT * FROM counted)`;
	expect(counts).toEqual([]);
}

describe('an archive', () => {
	it('has every story of a heading once and in order: on all its leaves, under all its years, under all its months', async () => {
		for (const archive of archives) {
			const months = await listMonths(archive);
			const all = await filed(archive);
			expect(all.length).toBeGreaterThan(0);
			expect(storiesIn(months)).toBe(all.length);
			expect(await walk(archive, months)).toEqual(all);
			const byMonth: string[] = [];
			for (const { month } of months) {
				byMonth.push(...(await walk(archive, monthsIn(months, { year: yearOf(month), month: monthOf(month) }))));
			}
			expect(byMonth).toEqual(all);
			const byYear: string[] = [];
			for (const year of new Set(months.map(({ month }) => yearOf(month)))) {
				byYear.push(...(await walk(archive, monthsIn(months, { year }))));
			}
			expect(byYear).toEqual(all);
			expect((await listLatestStories(archive, 7)).map((row) => row.id)).toEqual(all.slice(0, 7));
		}
		expect(new Set((await Promise.all(archives.filter(({ kind }) => kind === 'column').map(filed))).flat()).size).toBe(
			size.articles,
		);
	});

	it('counts what a bulk of stories brings', expectTrue);

	it('follows a story online, onto its page, through its correction and its withdrawal', async () => {
		const { chief_on_duty } = newsroom.actors;
		const [columnId, otherId] = [...newsroom.columnIds.values()];
		const [tagId] = [...newsroom.tagIds.values()];
		const reporterId = newsroom.reporterIds.get('沈知远') ?? null;
		const under = (column: string | undefined) => ({
			columnId: column ?? null,
			tagIds: [tagId ?? ''],
			bylines: [
				{ role: 'reporter' as const, name: '沈知远', office: '', reporterId },
				{ role: 'photographer' as const, name: '沈知远', office: '', reporterId },
			],
		});
		const online = await signed(newsroom, under(columnId));
		await publishOnline(chief_on_duty, at(online));
		await expectTrue();
		const edition = await laidOut(newsroom, '2026-07-01', [[under(columnId), under(otherId)]]);
		await locked(newsroom, edition.id);
		await publishEdition(chief_on_duty, { id: edition.id });
		await expectTrue();
		const [story] = edition.articles;
		const before = await listMonthsOfPaper(newsroom.paperId);
		expect(before.find(({ month }) => month === '2026-07')?.stories).toBe(2);
		await corrected(newsroom, at(story!), { ...under(otherId), note: '栏目有误。' });
		await expectTrue();
		expect(await filed({ kind: 'column', id: otherId! })).toContain(story!.id);
		await withdrawArticle(chief_on_duty, { id: story!.id, note: '撤稿' });
		await expectTrue();
		const after = await listMonthsOfPaper(newsroom.paperId);
		const july = after.find(({ month }) => month === '2026-07');
		expect(july?.stories).toBe(1);
		expect(july!.changedAt.getTime()).toBeGreaterThan(
			before.find(({ month }) => month === '2026-07')!.changedAt.getTime(),
		);
	});

	it('makes nobody wait for a publication under way, and counts both; one that fails leaves nothing', async () => {
		const first = await signed(newsroom, { columnId: [...newsroom.columnIds.values()][0] });
		const second = await signed(newsroom, { columnId: [...newsroom.columnIds.values()][0] });
		const publishNow = (id: string, revision: number) => db.$executeRaw`
			INSERT INTO "Publication" ("articleId", "paperId", "revision", "columnId", "editionDate", "pageNo", "pageName", "rank", "publishedAt", "updatedAt")
			SELECT ${id}, "paperId", ${revision}::int, "columnId", '2026-07-02', 0, '', 0, now(), now() FROM "ArticleRevision"
			WHERE "articleId" = ${id} AND "number" = ${revision}::int`;
		await db
			.$transaction(async (tx) => {
				await tx.$executeRaw`
					INSERT INTO "Publication" ("articleId", "paperId", "revision", "columnId", "editionDate", "pageNo", "pageName", "rank", "publishedAt", "updatedAt")
					SELECT ${first.id}, "paperId", ${first.revision}::int, "columnId", '2026-07-02', 0, '', 0, now(), now() FROM "ArticleRevision"
					WHERE "articleId" = ${first.id} AND "number" = ${first.revision}::int`;
				// Through another connection, while this one holds its counts.
				await publishNow(second.id, second.revision);
				throw new Error('taken back');
			})
			.catch((error: Error) => expect(error.message).toBe('taken back'));
		await expectTrue();
		await publishNow(first.id, first.revision);
		await expectTrue();
	});

	it('shows readers the entries of what is published and nothing of how they are kept', async () => {
		await expect(publishedDb.$queryRaw`SELECT 1 FROM "ArchiveEntry" LIMIT 1`).rejects.toThrow(/permission denied/);
		await expect(publishedDb.$queryRaw`SELECT 1 FROM "ArchiveMonth" LIMIT 1`).rejects.toThrow(/permission denied/);
		await expect(publishedDb.$queryRaw`SELECT 1 FROM "Filing" LIMIT 1`).rejects.toThrow(/permission denied/);
		expect(await publishedDb.publishedEntry.count()).toBeGreaterThan(0);
	});

	it('finds the years of editions', async () => {
		expect(await listEditionYears(newsroom.paperId)).toEqual([2026, 2025]);
		expect(await listEditionYears('nothing')).toEqual([]);
	});
});
