'use client';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { StateMark } from '@/components/ui/state-mark';
import { priorities, priorityNames } from '@/lib/edition/edition';
import { againstPlan, figure, type PlanLine, type SlotRow } from '@/lib/edition/plan/plan';
import type { PlacedStory } from '@/lib/edition/read';
import type { Priority } from '@/lib/makeup/sheet';
import { putStory } from './drag';
import type { Desk, DeskPage } from './page-panel';
import styles from './page-panel.module.css';
import { PlacedMenu } from './placed-menu';
import type { Placing } from './placing';

export interface PlacedRowProps {
	story: PlacedStory;
	line: PlanLine;
	page: DeskPage;
	desk: Desk;
	onEditSlot: (slot: SlotRow) => void;
}

/** A story on its page: rank, headline, state, length against the plan, and what can be done with its place. */
export function PlacedRow(props: PlacedRowProps) {
	const { story, line, page, desk } = props;
	const { articleId, headline, words } = story;
	const { placing } = desk;
	const fromPageId = page.id;
	return (
		<li
			className={styles.story}
			draggable={placing !== undefined}
			onDragStart={(event) => putStory(event.dataTransfer, { articleId, fromPageId })}
		>
			<div className={styles.rank}>
				<Rank story={story} page={page} placing={placing} />
			</div>
			<div className={styles.title}>
				<Link href={`/desk/article/${articleId}`} prefetch={false} draggable={false} className={styles.headline}>
					{headline}
				</Link>
				{line.slot && (
					<p className={styles.inSlot}>
						稿位：{line.slot.label} · 计划 {figure(line.slot.plannedWords)} 字，
						{againstPlan(words, line.slot.plannedWords)}
					</p>
				)}
			</div>
			<span className={styles.state}>
				<StateMark state={story.state} />
			</span>
			<span className={styles.words}>{figure(words)} 字</span>
			{placing && (
				<div className={styles.rowActs}>
					<StepButton {...{ story, page, placing }} to="up" disabled={line.isFirst} />
					<StepButton {...{ story, page, placing }} to="down" disabled={line.isLast} />
					<PlacedMenu {...props} placing={placing} />
				</div>
			)}
		</li>
	);
}

function Rank({ story, page, placing }: { story: PlacedStory; page: DeskPage; placing: Placing | undefined }) {
	const { articleId, headline, priority } = story;
	if (!placing) return priorityNames[priority];
	return (
		<Select
			value={priority}
			aria-label={`《${headline}》的级别`}
			onChange={(event) => placing.rank(articleId, page.id, Number(event.target.value) as Priority)}
		>
			{priorities.map((rank) => (
				<option key={rank} value={rank}>
					{priorityNames[rank]}
				</option>
			))}
		</Select>
	);
}

interface StepButtonProps {
	story: PlacedStory;
	page: DeskPage;
	placing: Placing;
	to: 'up' | 'down';
	disabled: boolean;
}

/** Stays in the tab order at the ends, so that the focus is not lost by arriving there. */
function StepButton({ story, page, placing, to, disabled }: StepButtonProps) {
	const way = to === 'up' ? '上移' : '下移';
	return (
		<Button
			variant="quiet"
			aria-label={`${way}《${story.headline}》`}
			title={way}
			aria-disabled={disabled || undefined}
			onClick={() => !disabled && placing.step(story.articleId, page.id, to)}
		>
			{to === 'up' ? '↑' : '↓'}
		</Button>
	);
}
