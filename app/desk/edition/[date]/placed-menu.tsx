'use client';
import { Button } from '@/components/ui/button';
import { Menu, MenuGroup, MenuItem, MenuRule } from '@/components/ui/menu';
import { priorityNames } from '@/lib/edition/edition';
import { figure, freeSlots } from '@/lib/edition/plan/plan';
import type { PlacedRowProps } from './placed-row';
import type { Placing } from './placing';
import { SlotMenuItems } from './slot-menu-items';
import { useSlotting } from './slotting';

/** Where a placed story can go without a mouse, and what can be done with the slot that it stands in. */
export function PlacedMenu({ story, line, page, desk, onEditSlot, placing }: PlacedRowProps & { placing: Placing }) {
	const slotting = useSlotting(page);
	const { slot } = line;
	const free = freeSlots(desk.pages);
	const others = desk.pages.filter(({ id, stage }) => id !== page.id && stage !== 'locked');
	return (
		<Menu
			trigger={
				<Button variant="quiet" aria-label={`移动或撤下《${story.headline}》`}>
					⋯
				</Button>
			}
		>
			{others.map((to) => (
				<MenuItem key={to.id} onSelect={() => placing.move(story, page.id, { pageId: to.id })}>
					移到 {to.no}版 {to.name}
				</MenuItem>
			))}
			{free.length > 0 && (
				<MenuGroup label="移进空稿位">
					{free.map(({ page: to, slot: { id, label, priority, plannedWords } }) => (
						<MenuItem key={id} onSelect={() => placing.move(story, page.id, { pageId: to.id, slotId: id })}>
							{to.no}版稿位：{label}（{priorityNames[priority]}，{figure(plannedWords)} 字）
						</MenuItem>
					))}
				</MenuGroup>
			)}
			{slot && (
				<MenuItem onSelect={() => placing.move(story, page.id, { pageId: page.id })}>移出稿位，留在本版</MenuItem>
			)}
			<MenuItem onSelect={() => placing.unplace(story, page.id)}>从版面撤下</MenuItem>
			{slot && desk.mayPlan && (
				<>
					<MenuRule />
					<SlotMenuItems slot={slot} line={line} slotting={slotting} onEdit={() => onEditSlot(slot)} />
				</>
			)}
		</Menu>
	);
}
