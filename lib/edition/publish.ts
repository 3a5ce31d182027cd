import type { Prisma } from '@/generated/prisma/client';
import { titleOf } from '@/lib/article/article';
import { type ArticleForAct, getArticleForAct, listArticlesForAct } from '@/lib/article/read';
import { staleArticle } from '@/lib/article/write';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import type { Sheet } from '@/lib/makeup/sheet';
import { siteTags } from '@/lib/site/tags';
import { dateToIso, type IsoDate } from '@/lib/time';
import { chainEnd } from '@/lib/trace/read';
import { writeOutbox, writeTrace } from '@/lib/trace/write';
import type { CorrectInput, WithdrawInput } from '@/lib/workflow/schema';
import { decide, mustDecide } from '@/lib/workflow/workflow';
import { setState } from '@/lib/workflow/write';
import { composePages, type MadeUpPage, mustFit } from './compose';
import { loadEdition } from './read';
import type { EditionInput } from './schema';

/** Makes a page up before the transaction is too long; four pages take about a second. */
const publishing = { timeout: 60_000, maxWait: 10_000 };

/**
 * 出版: all pages of the edition at once or none. Every placed story is signed at the content that
 * stands on the page; pages are made up, numbered and stored; readers see them when this commits.
 */
export async function publishEdition(actor: Actor, input: EditionInput): Promise<{ date: IsoDate; articles: number }> {
	must(actor, 'edition.publish');
	return db.$transaction(async (tx) => {
		const edition = await claimEdition(tx, actor, input.id);
		const ids = [...new Set(edition.pages.flatMap((page) => page.stories.map((story) => story.articleId)))];
		const articles = await listArticlesForAct(tx, actor, ids);
		for (const article of articles) mustBePublishable(article, actor);
		const made = await composePages(tx, { editionId: edition.id });
		mustFit(made);
		await insertPublications(tx, actor, edition, articles, made);
		await insertPageVersions(tx, actor, made);
		await markPublished(tx, actor, articles);
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
		const touched = [...articles.flatMap(tagsOf), ...(await tagsOfDay(tx, actor, edition.date))];
		await writeOutbox(tx, actor, 'edition.publish', edition.id, [...new Set(touched)]);
		return { date: edition.date, articles: articles.length };
	}, publishing);
}

/** Takes the edition for this transaction: a second publisher waits, then finds it published. */
async function claimEdition(tx: Db, actor: Actor, id: string) {
	const claimed = await tx.edition.updateMany({
		where: { id, paperId: actor.paperId, publishedAt: null, retiredAt: null },
		data: { publishedAt: await databaseNow(tx) },
	});
	const edition = claimed.count === 1 ? await loadEdition(tx, { id }) : undefined;
	if (!edition) throw new Refusal('wrong-state', '这一期已经出版、已停用或不存在，请刷新后核对。');
	if (edition.blockers.length > 0) throw new Refusal('wrong-state', `还不能出版：${edition.blockers.join('；')}。`);
	return edition;
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
	articles: readonly ArticleForAct[],
	made: readonly MadeUpPage[],
): Promise<void> {
	const places = new Map(
		[...made]
			.reverse()
			.flatMap(({ no, name, sheet, brief }) => readingOrder(sheet, brief).map((id, rank) => [id, { no, name, rank }])),
	);
	const now = await databaseNow(tx);
	await tx.publication.createMany({
		data: articles.map((article) => {
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
				publishedAt: now,
				updatedAt: now,
			};
		}),
	});
}

function readingOrder(sheet: Sheet, brief: { stories: { id: string }[] }): string[] {
	const blocks = [...sheet.blocks].sort((a, b) => a.order - b.order).map((block) => block.story);
	return [...new Set([...blocks, ...brief.stories.map((story) => story.id)])];
}

async function insertPageVersions(tx: Db, actor: Actor, made: readonly MadeUpPage[]): Promise<void> {
	const latest = await tx.pageVersion.groupBy({
		by: ['pageId'],
		where: { pageId: { in: made.map((page) => page.pageId) } },
		_max: { number: true },
	});
	const numbers = new Map(latest.map((row) => [row.pageId, row._max.number ?? 0]));
	await tx.pageVersion.createMany({
		data: made.map((page) => ({
			id: newId(),
			paperId: actor.paperId,
			pageId: page.pageId,
			number: (numbers.get(page.pageId) ?? 0) + 1,
			brief: toJson(page.brief),
			sheet: toJson(page.sheet),
		})),
	});
}

/** A plain JSON value; members that are undefined are left out. */
function toJson(value: object): Prisma.InputJsonObject {
	return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
}

async function markPublished(tx: Db, actor: Actor, articles: readonly ArticleForAct[]): Promise<void> {
	const changed = await tx.article.updateMany({
		where: {
			paperId: actor.paperId,
			state: 'placed',
			OR: articles.map(({ id, revision }) => ({ id, revision })),
		},
		data: { state: 'published', updatedAt: await databaseNow(tx) },
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
		detail: { from: 'placed', to: 'published', revision: article.revision, date },
	};
}

/** 更正: what was signed anew takes the place of what readers had; its page gets a new version. */
export async function correctArticle(actor: Actor, input: CorrectInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, input.id);
		const { to: state } = mustDecide('correct', article, actor);
		if (article.revision !== input.revision) throw staleArticle();
		await setState(tx, article, state);
		const before = await tx.publication.findUniqueOrThrow({
			where: { articleId: article.id },
			select: { columnId: true, seriesId: true, content: { select: { hash: true, ...peopleAndTags } } },
		});
		const now = await databaseNow(tx);
		await tx.publication.update({
			where: { articleId: article.id },
			data: {
				revision: article.revision,
				columnId: article.current.columnId,
				seriesId: article.current.seriesId,
				correction: input.note,
				correctedAt: now,
				updatedAt: now,
			},
		});
		const touched = [...tagsOf(article), ...tagsOf({ id: article.id, current: { ...before.content, ...before } })];
		await remakePages(tx, actor, article, {
			act: 'article.correct',
			note: input.note,
			touched,
			before: before.content.hash,
			state,
		});
	}, publishing);
}

/** 撤稿: readers see a notice in its place at once; the record keeps everything. */
export async function withdrawArticle(actor: Actor, input: WithdrawInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const article = await getArticleForAct(tx, actor, input.id);
		const { to: state } = mustDecide('withdraw', article, actor);
		await setState(tx, article, state);
		const published = await tx.publication.update({
			where: { articleId: article.id },
			data: { withdrawnAt: await databaseNow(tx), withdrawNote: input.note },
			select: { columnId: true, seriesId: true, content: { select: { hash: true, ...peopleAndTags } } },
		});
		const touched = [
			...tagsOf(article),
			...tagsOf({ id: article.id, current: { ...published.content, ...published } }),
		];
		await remakePages(tx, actor, article, {
			act: 'article.withdraw',
			note: input.note,
			touched,
			before: published.content.hash,
			state,
		});
	}, publishing);
}

const peopleAndTags = {
	bylines: { select: { reporterId: true } },
	tags: { select: { tagId: true } },
} as const;

/** Gives the published pages of an article a new version and records why. */
async function remakePages(
	tx: Db,
	actor: Actor,
	article: ArticleForAct,
	change: { act: string; note: string; touched: string[]; before: string; state: string },
): Promise<void> {
	const made = await composePages(tx, {
		id: { in: article.placements.map((placement) => placement.pageId) },
		edition: { publishedAt: { not: null } },
	});
	mustFit(made);
	await insertPageVersions(tx, actor, made);
	await writeTrace(tx, actor, {
		act: change.act,
		subjectType: 'article',
		subjectId: article.id,
		subject: titleOf(article.current.headline),
		before: change.before,
		after: article.current.hash,
		detail: { from: article.state, to: change.state, revision: article.revision, note: change.note },
	});
	const dates = [...new Set(made.map((page) => page.brief.page.date))];
	const touched = [...change.touched, siteTags.latest, ...dates.map(siteTags.edition)];
	await writeOutbox(tx, actor, change.act, article.id, [...new Set(touched)]);
}

interface Tagged {
	id: string;
	current: {
		columnId: string | null;
		seriesId: string | null;
		bylines: { reporterId: string | null }[];
		tags: { tagId: string }[];
	};
}

/** The tags of every stored page that shows an article. */
function tagsOf({ id, current }: Tagged): string[] {
	return [
		siteTags.article(id),
		...(current.columnId ? [siteTags.column(current.columnId)] : []),
		...(current.seriesId ? [siteTags.series(current.seriesId)] : []),
		...current.tags.map(({ tagId }) => siteTags.tag(tagId)),
		...current.bylines.flatMap(({ reporterId }) => (reporterId ? [siteTags.reporter(reporterId)] : [])),
	];
}

/** A new day touches the latest, itself, and the days beside it, whose pages link to it. */
async function tagsOfDay(tx: Db, actor: Actor, date: IsoDate): Promise<string[]> {
	const day = new Date(date);
	const published = { paperId: actor.paperId, publishedAt: { not: null } };
	const select = { date: true } as const;
	const before = await tx.edition.findFirst({
		where: { ...published, date: { lt: day } },
		orderBy: { date: 'desc' },
		select,
	});
	const after = await tx.edition.findFirst({
		where: { ...published, date: { gt: day } },
		orderBy: { date: 'asc' },
		select,
	});
	const neighbours = [before, after].flatMap((edition) => (edition ? [dateToIso(edition.date)] : []));
	return [siteTags.latest, ...[date, ...neighbours].map(siteTags.edition)];
}
