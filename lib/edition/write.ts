import type { Prisma } from '@/generated/prisma/client';
import { listArticlesForAct } from '@/lib/article/read';
import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, databaseNow, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { dateToIso } from '@/lib/time';
import { writeTrace } from '@/lib/trace/write';
import { mustDecide } from '@/lib/workflow/workflow';
import { setState } from '@/lib/workflow/write';
import {
	claimOpen,
	listOpenPages,
	type OpenPage,
	recordEdition,
	requireDate,
	requireOpen,
	requireOpenPage,
	unlessTaken,
} from './open';
import { mustBeUnlocked, mustNotCountPages } from './page-stage';
import { farDeadline, isDeadlineNear } from './plan/deadline';
import { behindAll, requireFreeSlot, stepInRank, takePlannedWords, toPlace } from './plan/fill';
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
			await recordEdition(tx, actor, 'create', edition, { issueNo, pages: input.pages });
			return { id: edition.id, date: input.date };
		}),
	);
}

/** Changes an unpublished edition's day or 总期号; the deadlines of its pages move with the day. */
export async function updateEdition(actor: Actor, input: UpdateEditionInput): Promise<void> {
	must(actor, 'edition.plan');
	await unlessTaken(() =>
		db.$transaction(async (tx) => {
			const before = await requireOpen(tx, actor, { id: input.id });
			const edition = { id: input.id, date: requireDate(input.date), issueNo: input.issueNo };
			// Day and number are printed on every page.
			mustBeUnlocked(...before.pages);
			await tx.edition.update({ where: { id: input.id }, data: edition });
			const hours = (edition.date.getTime() - before.date.getTime()) / 3_600_000;
			await tx.$executeRaw`
				UPDATE "Page" SET "deadline" = "deadline" + make_interval(hours => ${hours}::int) WHERE "editionId" = ${input.id}`;
			await recordEdition(tx, actor, 'update', edition, { issueNo: input.issueNo });
		}),
	);
}

/** 定时出版: it is published by itself at the moment, if everything is ready then. Null takes the order back. */
export async function timeEdition(actor: Actor, { id, publishAt }: TimeEditionInput): Promise<void> {
	must(actor, 'edition.publish');
	await db.$transaction(async (tx) => {
		const edition = await claimOpen(tx, actor, { id });
		if (publishAt && publishAt <= (await databaseNow(tx))) {
			throw new Refusal('invalid', '定时要在现在之后。', { publishAt: '请选现在之后的时间' });
		}
		const data = { publishAt, publishById: publishAt && actor.userId, publishTrouble: '', publishTriedAt: null };
		await tx.edition.update({ where: { id }, data });
		await recordEdition(tx, actor, 'time', edition, { publishAt: publishAt?.toISOString() ?? '' });
	});
}

/** 停刊: an edition that will not appear; it must be empty, so that no story is stranded on it. */
export async function retireEdition(actor: Actor, input: EditionInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const edition = await claimOpen(tx, actor, { id: input.id });
		const placed = await tx.placement.count({ where: { page: { editionId: edition.id } } });
		if (placed > 0) throw new Refusal('wrong-state', `这一期还有 ${placed} 篇稿件在版面上，请先撤下。`);
		await tx.edition.update({ where: { id: edition.id }, data: { retiredAt: await databaseNow(tx) } });
		await recordEdition(tx, actor, 'retire', edition);
	});
}

export async function restoreEdition(actor: Actor, input: EditionInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const edition = await tx.edition.findFirst({ where: { id: input.id, paperId: actor.paperId } });
		if (!edition) throw new Refusal('not-found', '没有这一期。');
		await tx.edition.update({ where: { id: edition.id }, data: { retiredAt: null } });
		await recordEdition(tx, actor, 'restore', edition);
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
			await recordEdition(tx, actor, 'createPage', edition, { no: page.no, name: input.name });
			return page;
		}),
	);
}

/** 版名 版组 付印时间 责任人. What is left out stays as it is. */
export async function updatePage(actor: Actor, input: UpdatePageInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const page = await requireOpenPage(tx, actor, input.id);
		const { name, credits, section = page.section, deadline = page.deadline, seen } = input;
		if (seen && !isAsSeen(page, seen)) {
			throw new Refusal('stale', `${page.no}版的设置刚被别人改过。您填的还在，核对之后再点一次“保存”。`);
		}
		mustBeNear(page, deadline);
		await tx.page.update({ where: { id: page.id }, data: { name, credits, section, deadline } });
		await recordEdition(tx, actor, 'updatePage', page.edition, {
			no: page.no,
			name,
			...(section !== page.section && { section: { before: page.section, after: section } }),
			...(deadline?.getTime() !== page.deadline?.getTime() && { deadline: deadline?.toISOString() ?? '' }),
		});
	});
}

function isAsSeen(page: OpenPage, seen: NonNullable<UpdatePageInput['seen']>): boolean {
	const isSameDeadline = page.deadline?.getTime() === seen.deadline?.getTime();
	return page.name === seen.name && page.section === seen.section && isSameDeadline;
}

function mustBeNear({ edition, deadline: before }: OpenPage, deadline: Date | null): void {
	if (!deadline || deadline.getTime() === before?.getTime() || isDeadlineNear(deadline, dateToIso(edition.date)))
		return;
	throw new Refusal('invalid', farDeadline, { deadline: farDeadline });
}

/** 移版: swaps the page with its neighbour; stories go with it. */
export async function movePage(actor: Actor, input: MovePageInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const page = await requireOpenPage(tx, actor, input.id);
		const no = page.no + (input.to === 'up' ? -1 : 1);
		const neighbour = await tx.page.findUnique({ where: { editionId_no: { editionId: page.edition.id, no } } });
		if (!neighbour) return;
		mustBeUnlocked(neighbour);
		// Numbers are unique: step aside, swap, step in.
		await tx.page.update({ where: { id: page.id }, data: { no: 0 } });
		await tx.page.update({ where: { id: neighbour.id }, data: { no: page.no } });
		await tx.page.update({ where: { id: page.id }, data: { no } });
		await recordEdition(tx, actor, 'movePage', page.edition, { from: page.no, to: no, name: page.name });
	});
}

/** 撤版: removes an empty page with its slots; those behind it move up. A page that was ever pulled as a proof stays. */
export async function removePage(actor: Actor, input: PageInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const page = await requireOpenPage(tx, actor, input.id);
		const placed = await tx.placement.count({ where: { pageId: input.id } });
		if (placed > 0) throw new Refusal('wrong-state', `这个版还有 ${placed} 篇稿件，请先撤下。`);
		const versions = await tx.pageVersion.count({ where: { pageId: input.id } });
		if (versions > 0) {
			throw new Refusal(
				'wrong-state',
				`第${page.no}版已经出过 ${versions} 次样，记录要留着，不能撤版；可以改版名另作他用。`,
			);
		}
		const { pages } = await requireOpen(tx, actor, { id: page.edition.id });
		mustNotCountPages(pages);
		const behind = pages.filter(({ no }) => no > page.no);
		mustBeUnlocked(...behind);
		await tx.page.delete({ where: { id: input.id } });
		for (const { id, no } of behind) await tx.page.update({ where: { id }, data: { no: no - 1 } });
		await recordEdition(tx, actor, 'removePage', page.edition, { no: page.no, name: page.name });
	});
}

/** 上版: puts a signed story on a page, into a slot or behind the others; it stands on one page of an edition once. */
export async function placeArticle(actor: Actor, input: PlaceInput): Promise<void> {
	await unlessTaken(() => db.$transaction((tx) => placeArticleIn(tx, actor, input)));
}

/** The same inside a transaction of the caller's. */
export async function placeArticleIn(tx: Db, actor: Actor, input: PlaceInput): Promise<void> {
	const { article, page } = await getForPlacing(tx, actor, input);
	const slot = await requireFreeSlot(tx, page, input.slotId);
	const { to: state } = mustDecide('place', article, actor);
	await setState(tx, article, state);
	const place = slot ? toPlace(slot) : { priority: input.priority, order: await behindAll(tx, page.id) };
	await tx.placement.create({
		data: { ...place, id: newId(), paperId: actor.paperId, articleId: article.id, pageId: page.id },
	});
	await recordPlacing(tx, actor, 'place', article, {
		date: dateToIso(page.edition.date),
		no: page.no,
		priority: place.priority,
		...(slot && { slot: slot.label, ...(await takePlannedWords(tx, article.id, slot)) }),
	});
}

/** 撤下: takes a story off a page; it is signed still, and its slot is free. */
export async function unplaceArticle(actor: Actor, input: UnplaceInput): Promise<void> {
	await db.$transaction((tx) => unplaceArticleIn(tx, actor, input));
}

/** The same inside a transaction of the caller's. */
export async function unplaceArticleIn(tx: Db, actor: Actor, input: UnplaceInput): Promise<void> {
	const { article, page } = await getForPlacing(tx, actor, input);
	const { to } = mustDecide('unplace', article, actor);
	const removed = await tx.placement.deleteMany({ where: { articleId: article.id, pageId: page.id } });
	if (removed.count === 0) throw new Refusal('not-found', '这篇稿件已经不在这个版上。');
	const elsewhere = article.placements.some((placement) => placement.pageId !== page.id);
	await setState(tx, article, elsewhere ? article.state : to);
	await recordPlacing(tx, actor, 'unplace', article, { date: dateToIso(page.edition.date), no: page.no });
}

/** Changes a story's rank on its page, or its order among those of the same rank; its slot goes with it. */
export async function changePlacement(actor: Actor, input: ChangePlacementInput): Promise<void> {
	await db.$transaction((tx) => changePlacementIn(tx, actor, input));
}

/** The same inside a transaction of the caller's. */
export async function changePlacementIn(tx: Db, actor: Actor, input: ChangePlacementInput): Promise<void> {
	must(actor, 'edition.place');
	const { article, page } = await getForPlacing(tx, actor, input);
	const placement = await tx.placement.findUnique({
		where: { articleId_pageId: { articleId: article.id, pageId: page.id } },
	});
	if (!placement) throw new Refusal('not-found', '这篇稿件已经不在这个版上。');
	const { priority = placement.priority } = input;
	if (input.priority) {
		await tx.placement.update({ where: { id: placement.id }, data: { priority } });
		if (placement.slotId) await tx.slot.update({ where: { id: placement.slotId }, data: { priority } });
	}
	if (input.to && !(await stepInRank(tx, placement, input.to))) return;
	const detail = { date: dateToIso(page.edition.date), no: page.no, priority };
	await recordPlacing(tx, actor, 'changePlacement', article, detail);
}

/**
 * 调版: takes a story to another page that can still be changed, or to another place on its own: into a slot, whose rank
 * it takes, or behind the stories there, with the rank that it has.
 */
export async function movePlacement(actor: Actor, input: MovePlacementInput): Promise<void> {
	must(actor, 'edition.place');
	const { articleId, pageId, toPageId, toSlotId, priority } = input;
	await unlessTaken(() =>
		db.$transaction(async (tx) => {
			const pages = await listOpenPages(tx, actor, [pageId, toPageId]);
			const [from, to] = [pages.get(pageId), pages.get(toPageId)];
			if (!from || !to) throw new Refusal('not-found', '没有这个版面，可能已被撤销。');
			const article = await requireArticle(tx, actor, articleId);
			const slot = await requireFreeSlot(tx, to, toSlotId);
			const place = slot
				? toPlace(slot)
				: { slotId: null, order: await behindAll(tx, toPageId), ...(priority && { priority }) };
			const moved = await tx.placement.updateMany({
				where: { articleId, pageId },
				data: { pageId: toPageId, ...place },
			});
			if (moved.count === 0) throw new Refusal('not-found', '这篇稿件已经不在这个版上。');
			const isElsewhere = pageId !== toPageId;
			await recordPlacing(tx, actor, isElsewhere ? 'movePlacement' : 'changePlacement', article, {
				date: dateToIso(to.edition.date),
				...(isElsewhere && { from: from.no }),
				no: to.no,
				...(slot && { slot: slot.label, ...(await takePlannedWords(tx, articleId, slot)) }),
			});
		}),
	);
}

async function getForPlacing(tx: Db, actor: Actor, { articleId, pageId }: { articleId: string; pageId: string }) {
	const page = await requireOpenPage(tx, actor, pageId);
	return { page, article: await requireArticle(tx, actor, articleId) };
}

async function requireArticle(tx: Db, actor: Actor, id: string) {
	const [article] = await listArticlesForAct(tx, actor, [id]);
	if (!article) throw new Refusal('not-found', '没有这篇稿件，或者它不在本报。');
	return article;
}

async function recordPlacing(
	tx: Db,
	actor: Actor,
	act: string,
	article: { id: string; current: { headline: string; hash: string } },
	detail: Prisma.InputJsonObject,
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
