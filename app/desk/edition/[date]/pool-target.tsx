'use client';
import { Fragment } from 'react';
import { Select } from '@/components/ui/select';
import { priorities, priorityNames } from '@/lib/edition/edition';
import { figure, type PlannedPage } from '@/lib/edition/plan/plan';
import type { Priority } from '@/lib/makeup/sheet';
import styles from './story-pool.module.css';
import { type TargetChoice, toValue } from './use-target';

interface PoolTargetProps {
	pages: readonly PlannedPage[];
	choice: TargetChoice;
	priority: Priority;
	onPriority: (priority: Priority) => void;
}

/** Where a story of the pool is put by its button: a page, or one of its free slots. */
export function PoolTarget({ pages, choice, priority, onPriority }: PoolTargetProps) {
	if (pages.every((page) => page.stage === 'locked'))
		return <p className={styles.target}>各版都已付印，不能再上稿。</p>;
	return (
		<div className={styles.target}>
			<label htmlFor="pool-page">放到</label>
			<Select id="pool-page" value={choice.value} onChange={(event) => choice.choose(event.target.value)}>
				{pages
					.filter((page) => page.stage !== 'locked')
					.map((page) => (
						<Fragment key={page.id}>
							<option value={page.id}>
								{page.no}版 {page.name}
							</option>
							{page.slots
								.filter((slot) => slot.articleId === null)
								.map((slot) => (
									<option key={slot.id} value={toValue({ pageId: page.id, slotId: slot.id })}>
										{page.no}版稿位：{slot.label}（{priorityNames[slot.priority]}，{figure(slot.plannedWords)} 字）
									</option>
								))}
						</Fragment>
					))}
			</Select>
			{!choice.target?.slotId && (
				<Select
					aria-label="级别"
					value={priority}
					onChange={(event) => onPriority(Number(event.target.value) as Priority)}
				>
					{priorities.map((rank) => (
						<option key={rank} value={rank}>
							{priorityNames[rank]}
						</option>
					))}
				</Select>
			)}
		</div>
	);
}
