import { listArticlesForAct } from '@/lib/article/read';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db, isUniqueViolation } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { siteTags } from '@/lib/site/tags';
import { dateToIso, isoToDate } from '@/lib/time';
import { writeOutbox, writeTrace } from '@/lib/trace/write';
import { mustDecide } from '@/lib/workflow/workflow';
import { setState } from '@/lib/workflow/write';
import { mustBeUnlocked, type PageStage } from './page-stage';
import type {
	ChangePlacementInput,
	CreateEditionInput,
	CreatePageInput,
	EditionInput,
	MovePageInput,
	MovePlacementInput,
	PageInput,
	PlaceInput,
	TimeEditionInput,
	UnplaceInput,
	UpdateEditionInput,
	UpdatePageInput,
} from './schema';

/** 建期: a day's edition with its pages in order. */
export async function createEdition(actor: Actor, input: CreateEditionInput): Promise<{ id: string; date: string }> {
	must(actor, 'edition.plan');
	return unlessTaken(() =>
		db.$transaction(async (tx) => {
			const { paperId } = actor;
			const last = await tx.edition.aggregate({ where: { paperId }, _max: { issueNo: true } });
			const issueNo = input.issueNo ?? (last._max.issueNo ?? 0) + 1;
			const edition = { id: newId(), paperId, date: requireDate(input.date), issueNo };
			await tx.edition.create({
				data: {
					...edition,
					pages: { create: input.pages.map((name, index) => ({ id: newId(), paperId, no: index + 1, name })) },
				},
			});
			await record(tx, actor, 'create', edition, { issueNo, pages: input.pages });
			return { id: edition.id, date: input.date };
		}),
	);
}

/** Changes an unpublished edition's day or 总期号. */
export async function updateEdition(actor: Actor, input: UpdateEditionInput): Promise<void> {
	must(actor, 'edition.plan');
	await unlessTaken(() =>
		db.$transaction(async (tx) => {
			const { pages } = await requireOpen(tx, actor, { id: input.id });
			// Day and 总期号 print on every page.
			mustBeUnlocked(...pages);
			const edition = { id: input.id, date: requireDate(input.date), issueNo: input.issueNo };
			await tx.edition.update({ where: { id: input.id }, data: edition });
			await record(tx, actor, 'update', edition, { issueNo: input.issueNo });
		}),
	);
}

/** 定时出版: it is published by itself at the moment, if everything is ready then. Null takes the order back. */
export async function timeEdition(actor: Actor, { id, publishAt }: TimeEditionInput): Promise<void> {
	must(actor, 'edition.publish');
	await db.$transaction(async (tx) => {
		const edition = await requireOpen(tx, actor, { id });
		if (publishAt && publishAt <= (await databaseNow(tx))) {
			throw new Refusal('invalid', '定时要在现在之后。', { publishAt: '请选现在之后的时间' });
		}
		const data = { publishAt, publishById: publishAt && actor.userId, publishTrouble: '', publishTriedAt: null };
		await tx.edition.update({ where: { id }, data });
		await record(tx, actor, 'time', edition, { publishAt: publishAt?.toISOString() ?? '' });
	});
}

/** 停刊: an edition that will not appear; it must be empty, so that no story is stranded on it. */
export async function retireEdition(actor: Actor, input: EditionInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const edition = await requireOpen(tx, actor, { id: input.id });
		const placed = await tx.placement.count({ where: { page: { editionId: edition.id } } });
		if (placed > 0) throw new Refusal('wrong-state', `这一期还有 ${placed} 篇稿件在版面上，请先撤下。`);
		await tx.edition.update({ where: { id: edition.id }, data: { retiredAt: await databaseNow(tx) } });
		await record(tx, actor, 'retire', edition);
	});
}

export async function restoreEdition(actor: Actor, input: EditionInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const edition = await tx.edition.findFirst({ where: { id: input.id, paperId: actor.paperId } });
		if (!edition) throw new Refusal('not-found', '没有这一期。');
		await tx.edition.update({ where: { id: edition.id }, data: { retiredAt: null } });
		await record(tx, actor, 'restore', edition);
	});
}

/** 加版 at the end. */
export async function createPage(actor: Actor, input: CreatePageInput): Promise<{ id: string; no: number }> {
	must(actor, 'edition.plan');
	return unlessTaken(() =>
		db.$transaction(async (tx) => {
			const edition = await requireOpen(tx, actor, { id: input.editionId });
			mustNotCountPages(edition.pages);
			const last = await tx.page.aggregate({ where: { editionId: edition.id }, _max: { no: true } });
			const page = { id: newId(), no: (last._max.no ?? 0) + 1 };
			await tx.page.create({ data: { ...page, name: input.name, editionId: edition.id, paperId: actor.paperId } });
			await record(tx, actor, 'createPage', edition, { no: page.no, name: input.name });
			return page;
		}),
	);
}

export async function updatePage(actor: Actor, input: UpdatePageInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const edition = await requireOpen(tx, actor, { pages: { some: { id: input.id } } });
		mustBeUnlocked(...edition.pages.filter(({ id }) => id === input.id));
		const page = await tx.page.update({ where: { id: input.id }, data: { name: input.name, credits: input.credits } });
		await record(tx, actor, 'updatePage', edition, { no: page.no, name: input.name });
	});
}

/** 移版: swaps the page with its neighbour; stories go with it. */
export async function movePage(actor: Actor, input: MovePageInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const edition = await requireOpen(tx, actor, { pages: { some: { id: input.id } } });
		const page = await tx.page.findUniqueOrThrow({ where: { id: input.id } });
		const no = page.no + (input.to === 'up' ? -1 : 1);
		const neighbour = await tx.page.findUnique({ where: { editionId_no: { editionId: edition.id, no } } });
		if (!neighbour) return;
		mustBeUnlocked(page, neighbour);
		// Numbers are unique: step aside, swap, step in.
		await tx.page.update({ where: { id: page.id }, data: { no: 0 } });
		await tx.page.update({ where: { id: neighbour.id }, data: { no: page.no } });
		await tx.page.update({ where: { id: page.id }, data: { no } });
		await record(tx, actor, 'movePage', edition, { from: page.no, to: no, name: page.name });
	});
}

/** 撤版: removes an empty page; those behind it move up. */
export async function removePage(actor: Actor, input: PageInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const edition = await requireOpen(tx, actor, { pages: { some: { id: input.id } } });
		const placed = await tx.placement.count({ where: { pageId: input.id } });
		if (placed > 0) throw new Refusal('wrong-state', `这个版还有 ${placed} 篇稿件，请先撤下。`);
		const from = edition.pages.findIndex(({ id }) => id === input.id);
		mustBeUnlocked(...edition.pages.slice(from));
		mustNotCountPages(edition.pages);
		const proofs = await tx.pageVersion.count({ where: { pageId: input.id } });
		if (proofs > 0) throw new Refusal('wrong-state', '这个版已经出过样，记录要留着，不能撤版；可以改版名另用。');
		const page = await tx.page.delete({ where: { id: input.id } });
		const behind = await tx.page.findMany({
			where: { editionId: edition.id, no: { gt: page.no } },
			orderBy: { no: 'asc' },
			select: { id: true, no: true },
		});
		for (const { id, no } of behind) await tx.page.update({ where: { id }, data: { no: no - 1 } });
		await record(tx, actor, 'removePage', edition, { no: page.no, name: page.name });
	});
}

/** 上版: puts a signed story on a page; a story stands on one page of an edition once. */
export async function placeArticle(actor: Actor, input: PlaceInput): Promise<void> {
	await unlessTaken(() =>
		db.$transaction(async (tx) => {
			const { article, edition, page } = await getForPlacing(tx, actor, input);
			const { to: state } = mustDecide('place', article, actor);
			await setState(tx, article, state);
			const last = await tx.placement.aggregate({ where: { pageId: page.id }, _max: { order: true } });
			await tx.placement.create({
				data: {
					id: newId(),
					paperId: actor.paperId,
					articleId: article.id,
					pageId: page.id,
					priority: input.priority,
					order: (last._max.order ?? 0) + 1,
				},
			});
			await recordPlacing(tx, actor, 'place', article, {
				date: dateToIso(edition.date),
				no: page.no,
				priority: input.priority,
			});
		}),
	);
}

/** 撤下: takes a story off a page; it is signed still. */
export async function unplaceArticle(actor: Actor, input: UnplaceInput): Promise<void> {
	await db.$transaction(async (tx) => {
		const { article, edition, page } = await getForPlacing(tx, actor, input);
		const { to } = mustDecide('unplace', article, actor);
		const removed = await tx.placement.deleteMany({ where: { articleId: article.id, pageId: page.id } });
		if (removed.count === 0) throw new Refusal('not-found', '这篇稿件已经不在这个版上。');
		const elsewhere = article.placements.some((placement) => placement.pageId !== page.id);
		await setState(tx, article, elsewhere ? article.state : to);
		await recordPlacing(tx, actor, 'unplace', article, { date: dateToIso(edition.date), no: page.no });
	});
}

/** Changes a story's rank on its page, or its order among those of the same rank. */
export async function changePlacement(actor: Actor, input: ChangePlacementInput): Promise<void> {
	must(actor, 'edition.place');
	await db.$transaction(async (tx) => {
		const { article, edition, page } = await getForPlacing(tx, actor, input);
		const placement = await tx.placement.findUnique({
			where: { articleId_pageId: { articleId: article.id, pageId: page.id } },
		});
		if (!placement) throw new Refusal('not-found', '这篇稿件已经不在这个版上。');
		if (input.priority) await tx.placement.update({ where: { id: placement.id }, data: { priority: input.priority } });
		if (input.to) {
			const neighbour = await tx.placement.findFirst({
				where: {
					pageId: page.id,
					priority: placement.priority,
					order: input.to === 'up' ? { lt: placement.order } : { gt: placement.order },
				},
				orderBy: { order: input.to === 'up' ? 'desc' : 'asc' },
			});
			if (!neighbour) return;
			await tx.placement.update({ where: { id: placement.id }, data: { order: neighbour.order } });
			await tx.placement.update({ where: { id: neighbour.id }, data: { order: placement.order } });
		}
		const detail = { date: dateToIso(edition.date), no: page.no, priority: input.priority ?? placement.priority };
		await recordPlacing(tx, actor, 'changePlacement', article, detail);
	});
}

/** 调版: takes a story with its rank to another page that is not published, behind the stories there. */
export async function movePlacement(actor: Actor, input: MovePlacementInput): Promise<void> {
	must(actor, 'edition.place');
	const { articleId, pageId, toPageId } = input;
	await unlessTaken(() =>
		db.$transaction(async (tx) => {
			const from = await getForPlacing(tx, actor, { articleId, pageId });
			const to = await getForPlacing(tx, actor, { articleId, pageId: toPageId });
			const last = await tx.placement.aggregate({ where: { pageId: toPageId }, _max: { order: true } });
			const moved = await tx.placement.updateMany({
				where: { articleId, pageId },
				data: { pageId: toPageId, order: (last._max.order ?? 0) + 1 },
			});
			if (moved.count === 0) throw new Refusal('not-found', '这篇稿件已经不在这个版上。');
			await recordPlacing(tx, actor, 'movePlacement', from.article, {
				date: dateToIso(to.edition.date),
				from: from.page.no,
				no: to.page.no,
			});
		}),
	);
}

async function getForPlacing(tx: Db, actor: Actor, { articleId, pageId }: { articleId: string; pageId: string }) {
	// Held until the end: whoever locks the page meanwhile waits, and then sees what was placed.
	await tx.$executeRaw`SELECT 1 FROM "Page" WHERE "id" = ${pageId} AND "paperId" = ${actor.paperId} FOR SHARE`;
	const page = await tx.page.findFirst({
		where: { id: pageId, paperId: actor.paperId },
		select: { id: true, no: true, name: true, stage: true },
	});
	if (!page) throw new Refusal('not-found', '没有这个版面，可能已被撤销。');
	const edition = await requireOpen(tx, actor, { pages: { some: { id: pageId } } });
	mustBeUnlocked(page);
	const [article] = await listArticlesForAct(tx, actor, [articleId]);
	if (!article) throw new Refusal('not-found', '没有这篇稿件，或者它不在本报。');
	return { page, edition, article };
}

async function recordPlacing(
	tx: Db,
	actor: Actor,
	act: string,
	article: { id: string; current: { headline: string; hash: string } },
	detail: { date: string; no: number; from?: number; priority?: number },
): Promise<void> {
	await writeTrace(tx, actor, {
		act: `article.${act}`,
		subjectType: 'article',
		subjectId: article.id,
		subject: article.current.headline.replace(/\n/g, ' '),
		after: article.current.hash,
		detail,
	});
}

/** The edition of the actor's paper, if it can still be changed. */
async function requireOpen(tx: Db, actor: Actor, where: { id: string } | { pages: { some: { id: string } } }) {
	const edition = await tx.edition.findFirst({
		where: { ...where, paperId: actor.paperId },
		include: { pages: { select: { id: true, no: true, stage: true }, orderBy: { no: 'asc' } } },
	});
	if (!edition) throw new Refusal('not-found', '没有这一期或这个版面，可能已被撤销。');
	if (edition.publishedAt)
		throw new Refusal('wrong-state', `${dateToIso(edition.date)} 的报纸已经出版，版面不能再改。`);
	if (edition.retiredAt) throw new Refusal('wrong-state', `${dateToIso(edition.date)} 这一期已停用，请先恢复。`);
	return edition;
}

/** The nameplate says how many pages there are. */
function mustNotCountPages(pages: readonly { no: number; stage: PageStage }[]): void {
	mustBeUnlocked(...pages.filter(({ no }) => no === 1));
}

function requireDate(iso: string): Date {
	const date = isoToDate(iso);
	if (!date) throw new Refusal('invalid', '日期不正确，应如 2026-11-22。', { date: '日期不正确' });
	return date;
}

async function unlessTaken<Value>(write: () => Promise<Value>): Promise<Value> {
	try {
		return await write();
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		throw new Refusal('taken', '这一天或这个期号已经有期次，或者稿件已在这个版上。请刷新后核对。');
	}
}

async function record(
	tx: Db,
	actor: Actor,
	act: string,
	edition: { id: string; date: Date },
	detail: Record<string, string | number | string[]> = {},
): Promise<void> {
	const date = dateToIso(edition.date);
	await writeTrace(tx, actor, {
		act: `edition.${act}`,
		subjectType: 'edition',
		subjectId: edition.id,
		subject: date,
		detail,
	});
	// An unpublished edition is seen by nobody; the row keeps other consumers informed.
	await writeOutbox(tx, actor, `edition.${act}`, edition.id, [siteTags.edition(date)]);
}
