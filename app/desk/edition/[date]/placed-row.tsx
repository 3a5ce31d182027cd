'use client';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Select } from '@/components/ui/select';
import { StateMark } from '@/components/ui/state-mark';
import { priorities, priorityNames } from '@/lib/edition/edition';
import type { PlacedStory } from '@/lib/edition/read';
import type { Priority } from '@/lib/makeup/sheet';
import { putStory } from './drag';
import type { DeskPage } from './page-panel';
import styles from './page-panel.module.css';
import type { Placing } from './placing';

interface PlacedRowProps {
	story: PlacedStory;
	page: DeskPage;
	pages: readonly DeskPage[];
	placing: Placing | undefined;
	isFirstOfRank: boolean;
	isLastOfRank: boolean;
}

/** A story on its page: rank, headline, state, length, and what can be done with its place. */
export function PlacedRow({ story, page, pages, placing, isFirstOfRank, isLastOfRank }: PlacedRowProps) {
	const { articleId, headline, priority } = story;
	const fromPageId = page.id;
	return (
		<li
			className={styles.story}
			draggable={placing !== undefined}
			onDragStart={(event) => putStory(event.dataTransfer, { articleId, fromPageId })}
		>
			<div className={styles.rank}>
				{placing ? (
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
				) : (
					priorityNames[priority]
				)}
			</div>
			<Link href={`/desk/article/${articleId}`} prefetch={false} draggable={false} className={styles.headline}>
				{headline}
			</Link>
			<span className={styles.state}>
				<StateMark state={story.state} />
			</span>
			<span className={styles.words}>{story.words.toLocaleString('zh-CN')} 字</span>
			{placing && (
				<div className={styles.rowActs}>
					<StepButton {...{ story, page, placing }} to="up" disabled={isFirstOfRank} />
					<StepButton {...{ story, page, placing }} to="down" disabled={isLastOfRank} />
					<Menu
						trigger={
							<Button variant="quiet" aria-label={`移动或撤下《${headline}》`}>
								⋯
							</Button>
						}
					>
						{pages
							.filter(({ id }) => id !== page.id)
							.map((to) => (
								<MenuItem key={to.id} onSelect={() => placing.move(story, page.id, to.id)}>
									移到 {to.no}版 {to.name}
								</MenuItem>
							))}
						<MenuItem onSelect={() => placing.unplace(story, page.id)}>从版面撤下</MenuItem>
					</Menu>
				</div>
			)}
		</li>
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
