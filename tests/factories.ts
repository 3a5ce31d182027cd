import { emptyBody } from '@/lib/article/body';
import { ArticleContent } from '@/lib/article/schema';
import { createArticle, type SavedArticle } from '@/lib/article/write';
import type { Actor } from '@/lib/auth/roles';
import { db } from '@/lib/db';
import { correctArticle } from '@/lib/edition/amend';
import { getEdition } from '@/lib/edition/read';
import { createEdition, placeArticle } from '@/lib/edition/write';
import { indexWaiting } from '@/lib/search/write';
import { submitArticle } from '@/lib/workflow/write';
import type { Newsroom } from '@/prisma/seed/newsroom';
import { p, type Story } from '@/prisma/seed/story';
import { amendStory, lockEdition, signThrice } from '@/prisma/seed/write-story';

/** A content that could be published, with what a test wants otherwise. */
export function content(overrides: Partial<ArticleContent> = {}): ArticleContent {
	return ArticleContent.parse({
		headline: '湖边的路修好了',
		body: { type: 'doc', content: [p('环湖步道昨天全线贯通，从北桥到柳浦走一圈要两个小时。')] },
		...overrides,
	});
}

export const emptyContent = (): ArticleContent => ArticleContent.parse({ body: emptyBody });

/** A short story for an edition. */
export function story(overrides: Partial<Story> = {}): Story {
	return {
		key: crypto.randomUUID(),
		headline: '湖边的路修好了',
		bylines: [{ role: 'reporter', name: '沈知远' }],
		priority: 3,
		body: [p('环湖步道昨天全线贯通，从北桥到柳浦走一圈要两个小时。')],
		...overrides,
	};
}

export async function draft(author: Actor, overrides: Partial<ArticleContent> = {}): Promise<SavedArticle> {
	return createArticle(author, { requestId: crypto.randomUUID(), content: content(overrides) });
}

export async function submitted(newsroom: Newsroom, overrides: Partial<ArticleContent> = {}): Promise<SavedArticle> {
	const article = await draft(newsroom.actors.reporter, overrides);
	await submitArticle(newsroom.actors.reporter, at(article));
	return article;
}

export async function signed(newsroom: Newsroom, overrides: Partial<ArticleContent> = {}): Promise<SavedArticle> {
	const article = await submitted(newsroom, overrides);
	await signThrice(newsroom, at(article));
	return article;
}

/** An edition of as many pages as there are lists of headlines, each story signed and placed. */
export async function laidOut(
	newsroom: Newsroom,
	date: string,
	pages: Partial<ArticleContent>[][],
): Promise<{ id: string; pageIds: string[]; articles: SavedArticle[] }> {
	const editor = newsroom.actors.page_editor;
	const { id } = await createEdition(editor, { date, pages: pages.map((_, index) => `版${index + 1}`) });
	const edition = await getEdition(editor, date);
	const articles: SavedArticle[] = [];
	for (const [index, contents] of pages.entries()) {
		const pageId = edition.pages[index]?.id ?? '';
		for (const [order, overrides] of contents.entries()) {
			const article = await signed(newsroom, overrides);
			await placeArticle(editor, { articleId: article.id, pageId, priority: order === 0 ? 1 : 3 });
			articles.push(article);
		}
	}
	return { id, pageIds: edition.pages.map((page) => page.id), articles };
}

/** A published story's next version with its 更正说明, saved and signed three times. */
export async function amended(
	newsroom: Newsroom,
	story: { id: string; revision: number },
	{ note, ...changed }: Partial<ArticleContent> & { note: string },
): Promise<{ id: string; revision: number }> {
	const amendment = {
		kind: 'correction' as const,
		wrong: '错',
		right: '对',
		foundBy: '读者',
		cause: 'other' as const,
		note,
	};
	return amendStory(newsroom, story, content({ ...changed, amendment }));
}

/** 更正: the same, put before readers. */
export async function corrected(
	newsroom: Newsroom,
	story: { id: string; revision: number },
	changed: Partial<ArticleContent> & { note: string },
): Promise<void> {
	await correctArticle(newsroom.actors.chief_on_duty, await amended(newsroom, story, changed));
}

/** 付印: every page of an edition read three times by three persons, then locked. */
export async function locked(newsroom: Newsroom, editionId: string): Promise<void> {
	await numberByDay(newsroom.paperId);
	await lockEdition(newsroom, editionId);
}

/** 总期号 in the order of the days: a test may make editions in any order, a page is locked only where its number follows. */
async function numberByDay(paperId: string): Promise<void> {
	const far = 1_000_000;
	await db.$transaction([
		db.$executeRaw`UPDATE "Edition" SET "issueNo" = "issueNo" + ${far}::int WHERE "paperId" = ${paperId}`,
		db.$executeRaw`
			UPDATE "Edition" e SET "issueNo" = n.first - ${far}::int - 1 + n.place
			FROM (
				SELECT "id", (row_number() OVER (ORDER BY "date"))::int AS place, min("issueNo") OVER () AS first
				FROM "Edition" WHERE "paperId" = ${paperId}
			) n
			WHERE n."id" = e."id"`,
	]);
}

/** Indexes what waits, as the running server does. */
export async function searchable(): Promise<void> {
	while ((await indexWaiting()) > 0);
}

/** What an act is told: which article, and the revision that was seen. */
export function at(article: { id: string; revision: number }): { id: string; revision: number } {
	return { id: article.id, revision: article.revision };
}
