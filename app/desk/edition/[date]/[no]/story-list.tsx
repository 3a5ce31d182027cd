'use client';
import type { ReactNode } from 'react';
import { titleOf } from '@/lib/article/article';
import type { Design } from '@/lib/edition/design/schema';
import { priorityNames } from '@/lib/edition/edition';
import type { MadePage } from '@/lib/makeup/remake';
import styles from './story-list.module.css';

interface StoryListProps {
	made: MadePage;
	design: Design;
	selected: string | undefined;
	onSelect: (story: string | undefined) => void;
	/** What can be done with the chosen one; stands under its row. */
	children: ReactNode;
}

/** The stories of the page by rank: chosen here by key what a click on the page chooses. */
export function StoryList({ made: { brief, sheet }, design, selected, onSelect, children }: StoryListProps) {
	const over = new Map(sheet.free.overset.map((each) => [each.story, each]));
	if (brief.stories.length === 0) {
		return <p className={styles.empty}>这个版还没有稿件。按 A 从待上版的稿件里选，或在版面计划里上版，再来组版。</p>;
	}
	return (
		<ol className={styles.list}>
			{brief.stories.map((story) => {
				const left = over.get(story.id);
				return (
					<li key={story.id}>
						<button
							type="button"
							className={styles.row}
							aria-expanded={story.id === selected}
							onClick={() => onSelect(story.id === selected ? undefined : story.id)}
						>
							<span className={styles.rank}>{priorityNames[story.priority]}</span>
							<span className={styles.title}>{titleOf(story.headline)}</span>
							{design.stories[story.id]?.frame && <span className={styles.mark}>已锁定</span>}
							{left && <span className={styles.over}>{`溢 ${left.lines} 行`}</span>}
						</button>
						{story.id === selected && children}
					</li>
				);
			})}
		</ol>
	);
}
