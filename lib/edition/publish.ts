import { titleOf } from '@/lib/article/article';
import { nameRevisions } from '@/lib/article/history/write';
import { type ArticleForAct, listArticlesForAct } from '@/lib/article/read';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { IsoDate } from '@/lib/time';
import { chainEnd } from '@/lib/trace/read';
import { writeOutbox, writeTrace } from '@/lib/trace/write';
import { decide } from '@/lib/workflow/workflow';
import type { MadeUpPage, PlacedRevision } from './compose';
import { settleNotices } from './notice/write';
import { tagsOf, tagsOfDay } from './publication-tags';
import { type EditionForDesk, loadEdition } from './read';
import { readingOrder } from './reading-order';
import type { EditionInput } from './schema';
import { insertPageVersions } from './version';

/** An edition of many pages is a moment's work; who publishes at the same time waits. */
export const publishing = { timeout: 60_000, maxWait: 10_000 };

/**
 * Makes ready, inside the transaction that publishes, the stored pages that it touches, of which readers see nothing yet.
 * Answers what puts them in their places, a moment's work under a lock; undefined where that is to be done afterwards.
 */
export type Stage = (tx: Db, touched: readonly string[], at: Date) => Promise<(() => Promise<void>) | undefined>;

export interface Publishing {
	/** When readers have it: waited for, should it be still to come. Now, where nothing is said. */
	at?: Date | null;
	/** Without it, pages are purged and rendered after the publication. */
	stage?: Stage;
}

/**
 * 出版: all pages of the edition at once or none, each exactly as it was locked: nothing is made up now. Readers see them
 * when this commits.
 */
export async function publishEdition(
	actor: Actor,
	input: EditionInput,
	stage?: Stage,
): Promise<{ date: IsoDate; articles: number }> {
	must(actor, 'edition.publish');
	return db.$transaction((tx) => publishEditionIn(tx, actor, input.id, { stage }), publishing);
}

/**
 * The same inside a transaction of the caller's. What takes long, rendering and waiting, holds the rows of this edition
 * alone; the store's lock and the record's, for which others queue, are taken behind it (decision 022).
 */
export async function publishEditionIn(
	tx: Db,
	actor: Actor,
	id: string,
	{ at: due, stage }: Publishing = {},
): Promise<{ date: IsoDate; articles: number }> {
	const now = await databaseNow(tx);
	const at = due && due > now ? due : now;
	const edition = await claimEdition(tx, actor, id, at);
	const ids = [...new Set(edition.pages.flatMap((page) => page.stories.map((story) => story.articleId)))];
	const articles = await listArticlesForAct(tx, actor, ids, at);
	for (const article of articles) mustBePublishable(article, actor);
	const made = await listLockedPages(tx, edition.pages);
	await insertPublications(tx, actor, edition, { articles, made, at });
	await insertPageVersions(tx, actor, made, 'published');
	await markPublished(tx, actor, articles, at);
	await settleNotices(tx, ids);
	await nameRevisions(tx, actor, 'publish', articles);
	const tags = [...new Set([...articles.flatMap(tagsOf), ...(await tagsOfDay(tx, actor, edition.date))])];
	const show = await stage?.(tx, tags, at);
	await untilMoment(tx, at);
	await show?.();
	await recordPublication(tx, actor, edition, articles);
	await writeOutbox(tx, actor, 'edition.publish', edition.id, tags, show !== undefined);
	return { date: edition.date, articles: articles.length };
}

const longestNap = 0.5;

/** Waits by the database's clock, nap by nap: one who is stopped meanwhile is idle after the nap, and loses his claim. */
async function untilMoment(tx: Db, at: Date): Promise<void> {
	for (;;) {
		const [left] = await tx.$queryRaw<[{ seconds: number }]>`
			SELECT extract(epoch FROM ${at}::timestamptz - clock_timestamp())::float8 AS seconds`;
		if (left.seconds <= 0) return;
		await tx.$executeRaw`SELECT pg_sleep(${Math.min(left.seconds, longestNap)})`;
	}
}

async function recordPublication(
	tx: Db,
	actor: Actor,
	edition: EditionForDesk,
	articles: readonly ArticleForAct[],
): Promise<void> {
	await tx.trace.createMany({ data: articles.map((article) => publishTrace(actor, article, edition.date)) });
	await writeTrace(tx, actor, {
		act: 'edition.publish',
		subjectType: 'edition',
		subjectId: edition.id,
		subject: edition.date,
		detail: {
			pages: edition.pages.length,
			articles: articles.length,
			issueNo: edition.issueNo,
			anchor: { ...(await chainEnd(tx, actor.paperId)) },
		},
	});
}

/** Takes the edition for this transaction: a second publisher waits, then finds it published. */
async function claimEdition(tx: Db, actor: Actor, id: string, at: Date) {
	const claimed = await tx.edition.updateMany({
		where: { id, paperId: actor.paperId, publishedAt: null, retiredAt: null },
		data: { publishedAt: at, publishTrouble: '' },
	});
	const edition = claimed.count === 1 ? await loadEdition(tx, { id }) : undefined;
	if (!edition) throw new Refusal('wrong-state', '这一期已经出版、已停用或不存在，请刷新后核对。');
	if (edition.blockers.length > 0) throw new Refusal('wrong-state', `还不能出版：${edition.blockers.join('；')}。`);
	return edition;
}

/** The pages as they went to print, in order. */
async function listLockedPages(tx: Db, pages: EditionForDesk['pages']): Promise<MadeUpPage[]> {
	const versions = await tx.pageVersion.findMany({
		where: { OR: pages.map(({ id, lockedVersion }) => ({ pageId: id, number: lockedVersion ?? 0 })) },
		select: { pageId: true, brief: true, sheet: true, articles: true },
	});
	return pages.map(({ id: pageId, no, name }) => {
		const version = versions.find((one) => one.pageId === pageId);
		if (!version) throw new Error(`Page ${pageId} is locked without its version`);
		return {
			...{ pageId, no, name },
			// Written by the makeup engine alone, whose contract these are.
			brief: version.brief as unknown as MadeUpPage['brief'],
			sheet: version.sheet as unknown as MadeUpPage['sheet'],
			articles: version.articles as unknown as PlacedRevision[],
		};
	});
}

/** The guard's refusal, with the name of the story that it is about. */
function mustBePublishable(article: ArticleForAct, actor: Actor): void {
	const decision = decide('publish', article, actor);
	if (!('refusal' in decision)) return;
	const { code, message } = decision.refusal;
	throw new Refusal(code, `《${titleOf(article.current.headline)}》${message}`);
}

async function insertPublications(
	tx: Db,
	actor: Actor,
	edition: { date: IsoDate },
	{ articles, made, at }: { articles: readonly ArticleForAct[]; made: readonly MadeUpPage[]; at: Date },
): Promise<void> {
	const places = new Map(
		[...made]
			.reverse()
			.flatMap(({ no, name, sheet, brief }) => readingOrder(sheet, brief).map((id, rank) => [id, { no, name, rank }])),
	);
	const rows = articles.map((article) => {
		// A story on two pages is listed with the first of them.
		const place = places.get(article.id);
		if (!place) throw new Error(`Article ${article.id} is placed and stands on no made-up page`);
		return {
			articleId: article.id,
			paperId: actor.paperId,
			revision: article.revision,
			columnId: article.current.columnId,
			seriesId: article.current.seriesId,
			editionDate: new Date(edition.date),
			pageNo: place.no,
			pageName: place.name,
			rank: place.rank,
			publishedAt: at,
			updatedAt: at,
		};
	});
	const online = new Set(articles.filter((article) => article.isPublished).map((article) => article.id));
	await tx.publication.createMany({ data: rows.filter((row) => !online.has(row.articleId)) });
	await putOnPages(
		tx,
		rows.filter((row) => online.has(row.articleId)),
		at,
	);
}

/** Gives what is online already its page; it keeps the moment when readers first had it. */
async function putOnPages(tx: Db, rows: readonly object[], at: Date): Promise<void> {
	if (rows.length === 0) return;
	await tx.$executeRaw`
		UPDATE "Publication" p SET "revision" = r."revision", "columnId" = r."columnId", "seriesId" = r."seriesId",
			"editionDate" = r."editionDate", "pageNo" = r."pageNo", "pageName" = r."pageName", "rank" = r."rank",
			"updatedAt" = CASE WHEN p."revision" = r."revision" THEN p."updatedAt" ELSE ${at}::timestamptz END
		FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("articleId" text, "revision" int, "columnId" text,
			"seriesId" text, "editionDate" timestamptz, "pageNo" int, "pageName" text, "rank" int)
		WHERE p."articleId" = r."articleId"`;
}

async function markPublished(tx: Db, actor: Actor, articles: readonly ArticleForAct[], at: Date): Promise<void> {
	const changed = await tx.article.updateMany({
		where: {
			paperId: actor.paperId,
			state: 'locked',
			OR: articles.map(({ id, revision }) => ({ id, revision })),
		},
		data: { state: 'published', publishAt: null, updatedAt: at, stateSince: at },
	});
	if (changed.count !== articles.length) throw new Refusal('stale', '出版时有稿件正在修改，请核对后再出版。');
}

function publishTrace(actor: Actor, article: ArticleForAct, date: IsoDate) {
	return {
		paperId: actor.paperId,
		actorId: actor.userId,
		actorName: actor.name,
		ip: actor.ip,
		act: 'article.publish',
		subjectType: 'article',
		subjectId: article.id,
		subject: titleOf(article.current.headline),
		before: article.current.hash,
		after: article.current.hash,
		detail: { from: article.state, to: 'published', revision: article.revision, date },
	};
}
