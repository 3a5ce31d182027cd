'use client';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { priorityNames } from '@/lib/edition/edition';
import { figure, type PlanLine, type SlotRow } from '@/lib/edition/plan/plan';
import { suitSlot } from '@/lib/edition/plan/pool';
import type { DraggedStory } from './drag';
import type { Desk, DeskPage } from './page-panel';
import styles from './page-panel.module.css';
import { SlotMenuItems } from './slot-menu-items';
import { useSlotting } from './slotting';
import { useDrop } from './use-drop';

interface SlotRowLineProps {
	page: DeskPage;
	desk: Desk;
	line: PlanLine;
	slot: SlotRow;
	onEditSlot: (slot: SlotRow) => void;
	onDrop: ((story: DraggedStory) => void) | undefined;
}

/** A slot that waits for its story: what is wanted, and the stories that suit it. */
export function SlotRowLine({ page, desk, line, slot, onEditSlot, onDrop }: SlotRowLineProps) {
	const { over, ...drop } = useDrop(onDrop);
	const slotting = useSlotting(page);
	const { placing } = desk;
	return (
		<li {...drop} className={`${styles.story} ${styles.slot} ${over ? styles.over : ''}`}>
			<span className={styles.rank}>{priorityNames[slot.priority]}</span>
			<span className={styles.wanted}>
				<span className={styles.gap}>空稿位</span> {slot.label}
				{slot.columnName && <span className={styles.column}>{slot.columnName}</span>}
			</span>
			<span className={styles.state} />
			<span className={styles.words}>计划 {figure(slot.plannedWords)} 字</span>
			{(placing || desk.mayPlan) && (
				<div className={styles.rowActs}>
					{placing && <SuitMenu page={page} desk={desk} slot={slot} />}
					{desk.mayPlan && (
						<Menu
							trigger={
								<Button variant="quiet" aria-label={`稿位“${slot.label}”的设置`} pending={slotting.pending && '…'}>
									⋯
								</Button>
							}
						>
							<SlotMenuItems slot={slot} line={line} slotting={slotting} onEdit={() => onEditSlot(slot)} />
						</Menu>
					)}
				</div>
			)}
		</li>
	);
}

/** 选稿: signed stories that suit the slot, the best first. */
function SuitMenu({ page, desk: { pool, placing }, slot }: { page: DeskPage; desk: Desk; slot: SlotRow }) {
	const stories = suitSlot(pool, slot);
	return (
		<Menu
			trigger={
				<Button variant="quiet" aria-label={`选稿放进稿位“${slot.label}”`}>
					选稿
				</Button>
			}
		>
			{stories.length === 0 && (
				<MenuItem disabled onSelect={() => {}}>
					待上版里没有签发的稿件
				</MenuItem>
			)}
			{stories.map((story) => (
				<MenuItem
					key={story.articleId}
					onSelect={() => placing?.place(story, { pageId: page.id, slotId: slot.id }, slot.priority)}
				>
					{story.headline} · {figure(story.words)} 字{story.columnName && ` · ${story.columnName}`}
				</MenuItem>
			))}
		</Menu>
	);
}
