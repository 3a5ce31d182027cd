import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleContent } from '@/lib/article/schema';
import { db, publishedDb, readAhead } from '@/lib/db';
import { publishEdition } from '@/lib/edition/publish';
import type { SearchFilters } from '@/lib/search/ask';
import { foldVersion } from '@/lib/search/fold';
import { kindLexeme, lexemesOf } from '@/lib/search/grams';
import { searchStories } from '@/lib/search/published';
import { foldedWords, resultsPerPage } from '@/lib/search/search';
import { searchPage } from '@/lib/site/page/search';
import type { Shell } from '@/lib/site/shell';
import { createNewsroom, type Newsroom } from '@/prisma/seed/newsroom';
import { p } from '@/prisma/seed/story';
import { draft, laidOut, locked, searchable } from '../factories';

let newsroom: Newsroom;
beforeAll(async () => {
	newsroom = await createNewsroom({ withPasswords: false });
});
afterAll(() => Promise.all([db.$disconnect(), publishedDb.$disconnect()]));

const find = (query: string, filters?: SearchFilters) =>
	searchStories(newsroom.paperId, { words: foldedWords(query), filters });

async function publish(date: string, contents: Partial<ArticleContent>[]): Promise<{ id: string; revision: number }[]> {
	const edition = await laidOut(newsroom, date, [contents]);
	await locked(newsroom, edition.id);
	await publishEdition(newsroom.actors.chief_on_duty, { id: edition.id });
	return edition.articles;
}

const body = (...texts: string[]): ArticleContent['body'] => ({ type: 'doc', content: texts.map((text) => p(text)) });

describe('how many there are', () => {
	const look = (query: string, page = 1) => searchStories(newsroom.paperId, { words: foldedWords(query), page });

	it('is all of them, and no nothing, where the latest candidates hold none', async () => {
		await publish('2026-03-10', [{ headline: '旧船', body: body('芦荻花开。') }]);
		await searchable();
		await beside('荻花芦荻', '2026-03-10', 900, async () => {
			const before = await look('芦荻花');
			expect(before).toMatchObject({ total: 1, counted: 'exactly' });
			expect(before.hits).toHaveLength(1);
			expect(await shown('q=芦荻花')).toMatch(/找到 1 篇/);
		});
	});

	it('is one more than a full leaf shows, so that the next can be turned to, and never less than is shown', async () => {
		const stories: { id: string; revision: number }[] = [];
		for (let n = 0; n <= resultsPerPage; n++)
			stories.push(await draft(newsroom.actors.reporter, { headline: `旧船${n}`, body: body('蒹葭苍苍。') }));
		await putOut('2026-03-11', stories);
		await beside('葭苍蒹葭', '2026-03-11', 900, async () => {
			expect(await look('蒹葭苍')).toMatchObject({ total: resultsPerPage + 1, counted: 'least' });
			expect(await look('蒹葭苍', 2)).toMatchObject({ total: resultsPerPage + 1, counted: 'exactly' });
			expect((await look('蒹葭苍', 3)).hits).toEqual([]);
			expect(await shown('q=蒹葭苍')).toMatch(/找到至少 21 篇.*rel="next"/);
			expect(await shown('q=蒹葭苍&page=2')).toMatch(/找到 21 篇.*rel="prev"/);
			expect(await shown('q=蒹葭苍&page=3')).toMatch(/第 3 页没有稿件了.*href="\/search\?q=[^"]*">回到第 1 页/);
		});
	});

	it('is told of open days without words by the latest months alone, where these hold enough', async () => {
		await beside('甲乙', '2026-03-11', 600, async () => {
			expect(await find('', { from: '2000-01-01' })).toMatchObject({ total: 500, counted: 'least' });
			expect(await find('', { from: '2000-01-01', pageNo: 9 })).toMatchObject({ total: 0, counted: 'exactly' });
			const day = { from: '2026-03-11', to: '2026-03-11' };
			expect(await find('', day)).toMatchObject({ counted: 'exactly' });
			expect((await find('', day)).total).toBeGreaterThan(600);
		});
		expect(await find('', { from: '2099-01-01' })).toMatchObject({ hits: [], total: 0 });
	});
});

describe('a search that asks too much', () => {
	it('is of six words, and says which it leaves', async () => {
		const html = await shown('q=甲一 乙二 丙三 丁四 戊五 己六 庚七 辛八');
		expect(html).toContain('一次最多找 6 个词，后面的“庚七 辛八”没有用上。');
		expect(html).toContain('没有找到');
		expect(await shown('q=甲一 乙二')).not.toContain('一次最多找');
	});

	it('is nothing where nobody sees what was typed', async () => {
		expect(await shown('q=%E2%80%8B')).toBe(await shown(''));
	});

	it('looks through the latest ten thousand candidates, and says that it may be more', async () => {
		await putOut('2026-03-12', [
			await draft(newsroom.actors.reporter, { headline: '旧船', body: body('捐款00000元') }),
		]);
		await beside('0000元', '2026-03-12', 10_000, async () => {
			expect(await find('00000元')).toMatchObject({ hits: [], total: 0, counted: 'least' });
			expect(await shown('q=00000元')).toMatch(/没有找到.*更早的稿件没有全部查完/);
		});
		expect(await find('00000元')).toMatchObject({ total: 1, counted: 'exactly' });
		expect(await shown('q=00000美元')).not.toContain('更早的稿件');
	});

	it('is given up after some seconds, in a sentence', async () => {
		const lock = Promise.withResolvers<void>();
		const held = db.$transaction(async (tx) => {
			await tx.$executeRaw`LOCK TABLE "SearchDoc" IN ACCESS EXCLUSIVE MODE`;
			await lock.promise;
		});
		try {
			await expect(shown('q=湖水')).rejects.toMatchObject({
				code: 'unavailable',
				message: expect.stringContaining('太久'),
			});
		} finally {
			lock.resolve();
			await held;
		}
	}, 15_000);

	it('is what only the readers’ own questions are bounded for', async () => {
		const patience = async () => {
			const [row] = await publishedDb.$queryRaw<
				[{ patience: string }]
			>`SELECT current_setting('statement_timeout') AS patience`;
			return row.patience;
		};
		expect(await patience()).toBe('4s');
		expect(await db.$transaction((tx) => readAhead(tx, patience))).toBe('0');
	});
});

/** Puts stories before readers as they are, unsigned. */
async function putOut(date: string, stories: readonly { id: string; revision: number }[]): Promise<void> {
	const now = new Date();
	await db.publication.createMany({
		data: stories.map(({ id, revision }, rank) => ({
			...{ articleId: id, paperId: newsroom.paperId, revision, editionDate: new Date(date) },
			...{ pageNo: 1, pageName: '要闻', rank, publishedAt: now, updatedAt: now },
		})),
	});
	await searchable();
}

/** What a reader is shown who asks so. */
async function shown(query: string): Promise<string> {
	const shell = { paper: { id: newsroom.paperId }, columns: [] } as unknown as Shell;
	const answer = await searchPage.answer({}, { shell, today: '2026-03-31', query: new URLSearchParams(query) });
	if (answer.kind !== 'document') throw new Error('It is a page');
	return renderToStaticMarkup(answer.document.body);
}

/** While there are so many rows of the index with this text on a day: rows of one draft, as if readers had it. */
async function beside(text: string, date: string, count: number, work: () => Promise<void>): Promise<void> {
	const { id } = await draft(newsroom.actors.reporter);
	await searchable();
	const vector = [...lexemesOf(text, 'any'), kindLexeme('month', date.slice(0, 7))];
	await db.$executeRaw`
		INSERT INTO "SearchDoc" ("articleId", "number", "paperId", "authorId", "version", "published", "place", "date",
			"reporterIds", "tagIds", "title", "heads", "names", "text", "captions", "words", "vector")
		SELECT ${id}, 1000 + n, ${newsroom.paperId}, '', ${foldVersion}, true, search_place(${date}::date, 0, 0), ${date}::date,
			'{}', '{}', '', '', '', ${text}, '', '{}', array_to_tsvector(${vector}::text[])
		FROM generate_series(1, ${count}::int) n`;
	try {
		await work();
	} finally {
		await db.searchDoc.deleteMany({ where: { articleId: id, number: { gt: 1000 } } });
	}
}
