'use client';
import { useToast } from '@/components/ui/toast';
import { type ActionError, useAction } from '@/components/ui/use-action';
import type { EditionForDesk } from '@/lib/edition/read';
import type { Priority } from '@/lib/makeup/sheet';
import { changePlacementAction, movePlacementAction, placeArticleAction, unplaceArticleAction } from '../actions';

interface Story {
	articleId: string;
	headline: string;
}

/** What can be done with stories and pages; each says what has happened and takes it back on request. */
export interface Placing {
	place: (story: Story, pageId: string, priority: Priority) => void;
	unplace: (story: Story & { priority: Priority }, pageId: string) => void;
	/** To another page. */
	move: (story: Story, pageId: string, toPageId: string) => void;
	rank: (articleId: string, pageId: string, priority: Priority) => void;
	/** One step among the stories of its rank. */
	step: (articleId: string, pageId: string, to: 'up' | 'down') => void;
	pending: boolean;
}

export function usePlacing(pages: EditionForDesk['pages']): Placing {
	const { show } = useToast();
	const place = useAction(placeArticleAction);
	const unplace = useAction(unplaceArticleAction);
	const move = useAction(movePlacementAction);
	const change = useAction(changePlacementAction);
	const nameOf = (pageId: string) => {
		const page = pages.find(({ id }) => id === pageId);
		return page ? `${page.no}版` : '版面';
	};
	const refuse = ({ message }: ActionError) => show({ message, tone: 'error' });
	const takeOff = (articleId: string, pageId: string) => unplace.run({ articleId, pageId }, undefined, refuse);
	return {
		pending: place.pending || unplace.pending || move.pending || change.pending,
		place({ articleId, headline }, pageId, priority) {
			const placed = () =>
				show({ message: `《${headline}》已上 ${nameOf(pageId)}`, undo: () => takeOff(articleId, pageId) });
			place.run({ articleId, pageId, priority }, placed, refuse);
		},
		unplace({ articleId, headline, priority }, pageId) {
			const undo = () => place.run({ articleId, pageId, priority }, undefined, refuse);
			unplace.run(
				{ articleId, pageId },
				() => show({ message: `《${headline}》已从 ${nameOf(pageId)} 撤下`, undo }),
				refuse,
			);
		},
		move({ articleId, headline }, pageId, toPageId) {
			const undo = () => move.run({ articleId, pageId: toPageId, toPageId: pageId }, undefined, refuse);
			const moved = () => show({ message: `《${headline}》已移到 ${nameOf(toPageId)}`, undo });
			move.run({ articleId, pageId, toPageId }, moved, refuse);
		},
		rank: (articleId, pageId, priority) => change.run({ articleId, pageId, priority }, undefined, refuse),
		step: (articleId, pageId, to) => change.run({ articleId, pageId, to }, undefined, refuse),
	};
}
