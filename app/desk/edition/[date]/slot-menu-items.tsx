'use client';
import { MenuItem } from '@/components/ui/menu';
import type { PlanLine, SlotRow } from '@/lib/edition/plan/plan';
import type { Slotting } from './slotting';

interface SlotMenuItemsProps {
	slot: SlotRow;
	line: PlanLine;
	slotting: Slotting;
	onEdit: () => void;
}

/** What can be done with a slot itself, whether a story stands in it or not. */
export function SlotMenuItems({ slot, line, slotting, onEdit }: SlotMenuItemsProps) {
	return (
		<>
			<MenuItem onSelect={onEdit}>改稿位</MenuItem>
			<MenuItem disabled={line.isFirst} onSelect={() => slotting.step(slot, 'up')}>
				稿位上移
			</MenuItem>
			<MenuItem disabled={line.isLast} onSelect={() => slotting.step(slot, 'down')}>
				稿位下移
			</MenuItem>
			<MenuItem danger onSelect={() => slotting.remove(slot)}>
				去掉稿位{slot.articleId && '，稿件留在版上'}
			</MenuItem>
		</>
	);
}
