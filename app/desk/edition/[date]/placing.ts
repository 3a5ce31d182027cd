'use client';
import { useToast } from '@/components/ui/toast';
import { type ActionError, useAction } from '@/components/ui/use-action';
import { type PlannedPage, slotOf } from '@/lib/edition/plan/plan';
import type { Priority } from '@/lib/makeup/sheet';
import { changePlacementAction, movePlacementAction, placeArticleAction, unplaceArticleAction } from '../actions';

interface Story {
	articleId: string;
	headline: string;
}

/** Where a story can stand: on a page, there in a slot or behind the others. */
export interface Target {
	pageId: string;
	slotId?: string;
}

/** What can be done with stories and pages; each says what has happened and takes it back on request. */
export interface Placing {
	/** In the slot's rank, else in this one. */
	place: (story: Story, to: Target, priority: Priority) => void;
	unplace: (story: Story & { priority: Priority }, pageId: string) => void;
	/** To another place, on this page or another one. */
	move: (story: Story & { priority: Priority }, pageId: string, to: Target) => void;
	rank: (articleId: string, pageId: string, priority: Priority) => void;
	/** One step among the stories of its rank. */
	step: (articleId: string, pageId: string, to: 'up' | 'down') => void;
	pending: boolean;
}

export function usePlacing(pages: readonly PlannedPage[]): Placing {
	const { show } = useToast();
	const place = useAction(placeArticleAction);
	const unplace = useAction(unplaceArticleAction);
	const move = useAction(movePlacementAction);
	const change = useAction(changePlacementAction);
	const refuse = ({ message }: ActionError) => show({ message, tone: 'error' });
	const nameOf = (to: Target) => targetName(pages, to);
	/** Where the story stands now, to go back to. */
	const standing = (articleId: string, pageId: string): Target => {
		const page = pages.find(({ id }) => id === pageId);
		return { pageId, slotId: page && slotOf(page, articleId)?.id };
	};
	return {
		pending: place.pending || unplace.pending || move.pending || change.pending,
		place({ articleId, headline }, to, priority) {
			const undo = () => unplace.run({ articleId, pageId: to.pageId }, undefined, refuse);
			const placed = () => show({ message: `《${headline}》已上 ${nameOf(to)}`, undo });
			place.run({ articleId, ...to, priority }, placed, refuse);
		},
		unplace({ articleId, headline, priority }, pageId) {
			const from = standing(articleId, pageId);
			const undo = () => place.run({ articleId, ...from, priority }, undefined, refuse);
			const unplaced = () => show({ message: `《${headline}》已从 ${nameOf({ pageId })} 撤下`, undo });
			unplace.run({ articleId, pageId }, unplaced, refuse);
		},
		move({ articleId, headline, priority }, pageId, to) {
			const from = standing(articleId, pageId);
			const back = { toPageId: from.pageId, toSlotId: from.slotId, priority };
			const undo = () => move.run({ articleId, pageId: to.pageId, ...back }, undefined, refuse);
			const moved = () => show({ message: `《${headline}》已移到 ${nameOf(to)}`, undo });
			move.run({ articleId, pageId, toPageId: to.pageId, toSlotId: to.slotId }, moved, refuse);
		},
		rank: (articleId, pageId, priority) => change.run({ articleId, pageId, priority }, undefined, refuse),
		step: (articleId, pageId, to) => change.run({ articleId, pageId, to }, undefined, refuse),
	};
}

/** 1版, 1版稿位“侧记”. */
export function targetName(pages: readonly PlannedPage[], { pageId, slotId }: Target): string {
	const page = pages.find(({ id }) => id === pageId);
	if (!page) return '版面';
	const slot = page.slots.find(({ id }) => id === slotId);
	return slot ? `${page.no}版稿位“${slot.label}”` : `${page.no}版`;
}
