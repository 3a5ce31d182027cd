import { titleOf } from '@/lib/article/article';
import type { Actor } from '@/lib/auth/roles';
import type { Db } from '@/lib/db';
import { Refusal } from '@/lib/errors';
import type { Priority } from '@/lib/makeup/sheet';
import type { PageOp, PlacingOp } from '../design/schema';
import { changePlacementIn, placeArticleIn, unplaceArticleIn } from '../write';

export function isPlacing(op: PageOp): op is PlacingOp {
	return op.kind === 'place' || op.kind === 'unplace' || op.kind === 'rank';
}

/** Does an act on the plan in the transaction of its step; the act as it is kept, with what was before. */
export async function carryOut(tx: Db, actor: Actor, pageId: string, op: PlacingOp): Promise<PlacingOp> {
	const place = { articleId: op.story, pageId };
	if (op.kind === 'place') {
		const { slotId, priority } = op;
		await placeArticleIn(tx, actor, { ...place, priority, ...(slotId && { slotId }) });
		return { ...op, title: await headlineOf(tx, op.story) };
	}
	const before = await tx.placement.findUnique({
		where: { articleId_pageId: place },
		select: { priority: true, slotId: true },
	});
	if (!before) throw new Refusal('not-found', '这篇稿件已经不在这个版上。');
	const was = before.priority as Priority;
	if (op.kind === 'rank') {
		await changePlacementIn(tx, actor, { ...place, priority: op.priority });
		return { ...op, was };
	}
	await unplaceArticleIn(tx, actor, place);
	const title = await headlineOf(tx, op.story);
	return { ...op, was, title, ...(before.slotId && { slotId: before.slotId }) };
}

/** Takes it back. What the plan has made impossible since stays as it is: the steps before can be undone all the same. */
export async function takeBack(tx: Db, actor: Actor, pageId: string, op: PlacingOp): Promise<void> {
	const place = { articleId: op.story, pageId };
	const { was: priority = 3 } = op;
	try {
		if (op.kind === 'rank') await changePlacementIn(tx, actor, { ...place, priority });
		else if (op.kind === 'place') await unplaceArticleIn(tx, actor, place);
		else await placeAgain(tx, actor, { ...place, priority, slotId: op.slotId });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
	}
}

/** Into its slot where that is still free. */
async function placeAgain(
	tx: Db,
	actor: Actor,
	{ slotId, ...place }: { articleId: string; pageId: string; priority: Priority; slotId?: string },
): Promise<void> {
	const free = slotId && (await tx.slot.findFirst({ where: { id: slotId, placement: null }, select: { id: true } }));
	await placeArticleIn(tx, actor, { ...place, ...(free && { slotId }) });
}

async function headlineOf(tx: Db, id: string): Promise<string> {
	const { current } = await tx.article.findUniqueOrThrow({
		where: { id },
		select: { current: { select: { headline: true } } },
	});
	return titleOf(current.headline);
}
