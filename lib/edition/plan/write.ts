import { must } from '@/lib/auth/can';
import type { Actor } from '@/lib/auth/roles';
import { type Db, db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import { newId } from '@/lib/id';
import { dateToIso } from '@/lib/time';
import { type OpenPage, recordEdition, requireDate, requireOpen, requireOpenPage, unlessTaken } from '../open';
import { farDeadline, isDeadlineNear, shiftDeadline } from './deadline';
import { behindAll, stepSlot, toPlace } from './fill';
import type {
	CopyEditionInput,
	CreateSlotInput,
	DeadlinesInput,
	HolderInput,
	MoveSlotInput,
	SlotInput,
	UpdateSlotInput,
} from './schema';

/** 照某期建期: a day's edition with the page names, sections, deadlines and slots of another, and no story. */
export async function copyEdition(actor: Actor, input: CopyEditionInput): Promise<{ id: string; date: string }> {
	must(actor, 'edition.plan');
	return unlessTaken(() =>
		db.$transaction(async (tx) => {
			const { paperId } = actor;
			const pages = await listPagesToCopy(tx, actor, input.from);
			const last = await tx.edition.aggregate({ where: { paperId }, _max: { issueNo: true } });
			const issueNo = input.issueNo ?? (last._max.issueNo ?? 0) + 1;
			const edition = { id: newId(), paperId, date: requireDate(input.date), issueNo };
			const create = pages.map(({ slots, deadline, ...page }) => ({
				...page,
				id: newId(),
				paperId,
				deadline: deadline && shiftDeadline(deadline, input.from, input.date),
				slots: { create: slots.map((slot) => ({ ...slot, id: newId(), paperId })) },
			}));
			await tx.edition.create({ data: { ...edition, pages: { create } } });
			const names = pages.map((page) => page.name);
			await recordEdition(tx, actor, 'create', edition, { issueNo, pages: names, copied: input.from });
			return { id: edition.id, date: input.date };
		}),
	);
}

async function listPagesToCopy(tx: Db, { paperId }: Actor, from: string) {
	const pages = await tx.page.findMany({
		where: { paperId, edition: { date: requireDate(from) } },
		orderBy: { no: 'asc' },
		select: {
			no: true,
			name: true,
			section: true,
			deadline: true,
			slots: { select: { order: true, priority: true, label: true, plannedWords: true, columnId: true } },
		},
	});
	if (pages.length > 0) return pages;
	throw new Refusal('not-found', `${from} 没有期次，或者它没有版面，不能照它建期。请另选一期。`);
}

/** 统一付印时间: one deadline for all pages of an edition that have not gone to print. */
export async function setDeadlines(actor: Actor, { id, deadline }: DeadlinesInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const edition = await requireOpen(tx, actor, { id });
		if (deadline && !isDeadlineNear(deadline, dateToIso(edition.date))) {
			throw new Refusal('invalid', farDeadline, { deadline: farDeadline });
		}
		const where = { editionId: id, stage: { not: 'locked' as const } };
		const { count } = await tx.page.updateMany({ where, data: { deadline } });
		await recordEdition(tx, actor, 'setDeadlines', edition, { pages: count, deadline: deadline?.toISOString() ?? '' });
	});
}

/** 接手 and 交出: who has a page in hand. Refused where somebody else has taken it since. */
export async function setHolder(actor: Actor, { id, holderId, seen }: HolderInput): Promise<void> {
	must(actor, 'page.compose');
	await db.$transaction(async (tx) => {
		const page = await requireOpenPage(tx, actor, id);
		if (page.holderId !== seen) {
			const now = page.holder ? `现在由${page.holder.name}负责` : '现在没有人负责';
			throw new Refusal('stale', `${page.no}版${now}，请看一眼再定。`);
		}
		if (page.holderId === holderId) return;
		const holder = await findHolder(tx, actor, holderId);
		await tx.page.update({ where: { id }, data: { holderId } });
		await recordEdition(tx, actor, holderId ? 'takePage' : 'givePage', page.edition, {
			no: page.no,
			name: page.name,
			holder: { before: page.holder?.name ?? '', after: holder?.name ?? '' },
		});
	});
}

async function findHolder(tx: Db, { paperId }: Actor, id: string | null): Promise<{ name: string } | null> {
	if (!id) return null;
	const user = await tx.user.findFirst({ where: { id, paperId, disabledAt: null }, select: { name: true } });
	if (!user) throw new Refusal('not-found', '这个账号已停用或不在本报，不能负责版面。');
	return user;
}

const mostSlots = 40;

/** 加稿位, at the end of its rank or where it was. */
export async function createSlot(actor: Actor, input: CreateSlotInput): Promise<{ id: string }> {
	must(actor, 'edition.plan');
	return db.$transaction(async (tx) => {
		const { articleId, order, pageId, ...slot } = input;
		const page = await requireOpenPage(tx, actor, pageId);
		await requireColumn(tx, actor, slot.columnId);
		const { _max, _count } = await tx.slot.aggregate({ where: { pageId }, _max: { order: true }, _count: true });
		if (_count >= mostSlots) throw new Refusal('invalid', `一个版最多 ${mostSlots} 个稿位。`);
		const row = { ...slot, id: newId(), pageId, paperId: actor.paperId, order: order ?? (_max.order ?? 0) + 1 };
		await tx.slot.create({ data: row });
		// Only one that stands on the page still, in no other slot.
		if (articleId) await tx.placement.updateMany({ where: { articleId, pageId, slotId: null }, data: toPlace(row) });
		await recordSlot(tx, actor, 'createSlot', page, slot);
		return { id: row.id };
	});
}

/** Changes what a slot wants; the story in it takes its new rank. */
export async function updateSlot(actor: Actor, input: UpdateSlotInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const { id, seen, ...slot } = input;
		const { page } = await getSlot(tx, actor, id);
		await requireColumn(tx, actor, slot.columnId);
		const { count } = await tx.slot.updateMany({ where: { id, ...seen }, data: slot });
		if (count === 0) throw new Refusal('stale', '这个稿位刚被别人改过。您填的还在，核对之后再点一次“保存”。');
		await tx.placement.updateMany({ where: { slotId: id }, data: { priority: slot.priority } });
		await recordSlot(tx, actor, 'updateSlot', page, slot);
	});
}

/** One step among the slots of its rank; its story goes with it. */
export async function moveSlot(actor: Actor, { id, to }: MoveSlotInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const { page, slot } = await getSlot(tx, actor, id);
		if (!(await stepSlot(tx, slot, to))) return;
		await recordEdition(tx, actor, 'moveSlot', page.edition, { no: page.no, slot: slot.label, to });
	});
}

/** 去掉稿位; a story that stands in it stays on the page, with its rank. */
export async function removeSlot(actor: Actor, { id }: SlotInput): Promise<void> {
	must(actor, 'edition.plan');
	await db.$transaction(async (tx) => {
		const { page, slot } = await getSlot(tx, actor, id);
		const order = await behindAll(tx, page.id);
		await tx.placement.updateMany({ where: { slotId: id }, data: { slotId: null, order } });
		await tx.slot.delete({ where: { id } });
		await recordSlot(tx, actor, 'removeSlot', page, slot);
	});
}

async function getSlot(tx: Db, actor: Actor, id: string) {
	const select = { pageId: true, label: true, plannedWords: true, priority: true, order: true } as const;
	const found = await tx.slot.findFirst({ where: { id, paperId: actor.paperId }, select: { pageId: true } });
	const page = found && (await requireOpenPage(tx, actor, found.pageId));
	// Read anew: whoever held the page before may have changed or removed it.
	const slot = page && (await tx.slot.findUnique({ where: { id }, select }));
	if (!page || !slot) throw new Refusal('not-found', '没有这个稿位，可能已被去掉。');
	return { page, slot: { ...slot, id } };
}

async function requireColumn(tx: Db, { paperId }: Actor, id: string | null): Promise<void> {
	if (!id || (await tx.column.count({ where: { id, paperId } })) > 0) return;
	throw new Refusal('invalid', '没有这个栏目，请另选一个。', { columnId: '请另选一个栏目' });
}

async function recordSlot(
	tx: Db,
	actor: Actor,
	act: string,
	page: OpenPage,
	{ label, plannedWords, priority }: { label: string; plannedWords: number; priority: number },
): Promise<void> {
	await recordEdition(tx, actor, act, page.edition, { no: page.no, slot: label, plannedWords, priority });
}
