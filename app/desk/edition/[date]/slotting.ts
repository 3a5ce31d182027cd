'use client';
import { useToast } from '@/components/ui/toast';
import { type ActionError, useAction } from '@/components/ui/use-action';
import type { PlannedPage, SlotRow } from '@/lib/edition/plan/plan';
import { createSlotAction, moveSlotAction, removeSlotAction, setHolderAction } from '../actions';

/** What can be done with a page's slots without a form. */
export interface Slotting {
	step: (slot: SlotRow, to: 'up' | 'down') => void;
	remove: (slot: SlotRow) => void;
	pending: boolean;
}

export function useSlotting(page: PlannedPage): Slotting {
	const { show } = useToast();
	const move = useAction(moveSlotAction);
	const remove = useAction(removeSlotAction);
	const create = useAction(createSlotAction);
	const refuse = ({ message }: ActionError) => show({ message, tone: 'error' });
	return {
		pending: move.pending || remove.pending || create.pending,
		step: ({ id }, to) => move.run({ id, to }, undefined, refuse),
		remove({ id, columnName: _columnName, articleId, ...slot }) {
			const again = { ...slot, pageId: page.id, articleId: articleId ?? undefined };
			const undo = () => create.run(again, undefined, refuse);
			remove.run({ id }, () => show({ message: `已去掉 ${page.no}版稿位“${slot.label}”`, undo }), refuse);
		},
	};
}

/** 接手 and 交出. */
export function useHolding(page: PlannedPage, me: string) {
	const { show } = useToast();
	const set = useAction(setHolderAction);
	const refuse = ({ message }: ActionError) => show({ message, tone: 'error' });
	const from = page.holder?.id ?? null;
	const to = (holderId: string | null, words: string) => {
		const undo = () => set.run({ id: page.id, holderId: from, seen: holderId }, undefined, refuse);
		set.run({ id: page.id, holderId, seen: from }, () => show({ message: words, undo }), refuse);
	};
	return {
		pending: set.pending,
		isMine: from === me,
		take: () => to(me, `${page.no}版由您负责${page.holder ? `，原来是${page.holder.name}` : ''}`),
		give: () => to(null, `已交出 ${page.no}版`),
	};
}
