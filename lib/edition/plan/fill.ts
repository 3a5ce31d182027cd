import type { Prisma } from '@/generated/prisma/client';
import { titleOf } from '@/lib/article/article';
import type { Db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { OpenPage } from '../open';

/** A place of the plan that is to be filled. */
export interface FreeSlot {
	id: string;
	label: string;
	priority: number;
	order: number;
	plannedWords: number;
}

/** Added to the order of a story in a slot: less than that of any story without one. */
const beforeLoose = -10_000;

/** A story in a slot has its rank, and stands before the stories of that rank which have none. */
export function toPlace({ id, priority, order }: FreeSlot): { slotId: string; priority: number; order: number } {
	return { slotId: id, priority, order: order + beforeLoose };
}

/** The order of a story behind all others of the page. */
export async function behindAll(tx: Db, pageId: string): Promise<number> {
	const last = await tx.placement.aggregate({ where: { pageId }, _max: { order: true } });
	return Math.max(0, last._max.order ?? 0) + 1;
}

/** The slot of the page, if no story stands in it; undefined where none is named. */
export async function requireFreeSlot(
	tx: Db,
	page: Pick<OpenPage, 'id'>,
	id: string | undefined,
): Promise<FreeSlot | undefined> {
	if (!id) return undefined;
	const slot = await tx.slot.findFirst({
		where: { id, pageId: page.id },
		select: {
			id: true,
			label: true,
			priority: true,
			order: true,
			plannedWords: true,
			placement: { select: { article: { select: { current: { select: { headline: true } } } } } },
		},
	});
	if (!slot) throw new Refusal('not-found', '没有这个稿位，可能已被去掉或移到别的版。请刷新后再放。');
	if (slot.placement) {
		const headline = titleOf(slot.placement.article.current.headline);
		throw new Refusal('taken', `稿位“${slot.label}”里已经有《${headline}》，请先把它移开。`);
	}
	return slot;
}

/** The length that the plan asks for becomes the story's, if nobody has asked for one; answers what to record of it. */
export async function takePlannedWords(
	tx: Db,
	articleId: string,
	{ plannedWords }: FreeSlot,
): Promise<Prisma.InputJsonObject> {
	const taken = await tx.article.updateMany({ where: { id: articleId, plannedWords: null }, data: { plannedWords } });
	return taken.count > 0 ? { plannedWords: { before: null, after: plannedWords } } : {};
}

/** One step among the stories of its rank: in a slot with the slot, else among those without one. False at the end. */
export async function stepInRank(
	tx: Db,
	placement: { id: string; pageId: string; slotId: string | null; priority: number; order: number },
	to: 'up' | 'down',
): Promise<boolean> {
	if (placement.slotId) {
		const slot = await tx.slot.findUniqueOrThrow({ where: { id: placement.slotId } });
		return stepSlot(tx, slot, to);
	}
	const { pageId, priority } = placement;
	const neighbour = await tx.placement.findFirst({
		where: { pageId, priority, slotId: null, order: to === 'up' ? { lt: placement.order } : { gt: placement.order } },
		orderBy: { order: to === 'up' ? 'desc' : 'asc' },
		select: { id: true, order: true },
	});
	if (!neighbour) return false;
	await tx.placement.update({ where: { id: placement.id }, data: { order: neighbour.order } });
	await tx.placement.update({ where: { id: neighbour.id }, data: { order: placement.order } });
	return true;
}

/** Swaps a slot with the one before or behind it in its rank; their stories go with them. False at the end. */
export async function stepSlot(
	tx: Db,
	slot: { id: string; pageId: string; priority: number; order: number },
	to: 'up' | 'down',
): Promise<boolean> {
	const { pageId, priority } = slot;
	const neighbour = await tx.slot.findFirst({
		where: { pageId, priority, order: to === 'up' ? { lt: slot.order } : { gt: slot.order } },
		orderBy: { order: to === 'up' ? 'desc' : 'asc' },
		select: { id: true, order: true },
	});
	if (!neighbour) return false;
	await setSlotOrder(tx, slot.id, neighbour.order);
	await setSlotOrder(tx, neighbour.id, slot.order);
	return true;
}

async function setSlotOrder(tx: Db, slotId: string, order: number): Promise<void> {
	await tx.slot.update({ where: { id: slotId }, data: { order } });
	await tx.placement.updateMany({ where: { slotId }, data: { order: order + beforeLoose } });
}
