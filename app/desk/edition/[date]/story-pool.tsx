'use client';
import { useRef, useState } from 'react';
import { useFocusKeeper } from '@/components/desk/use-focus-keeper';
import { TextInput } from '@/components/ui/text-input';
import { filterPool, isSigned, type PoolStory } from '@/lib/edition/plan/pool';
import type { Priority } from '@/lib/makeup/sheet';
import type { DraggedStory } from './drag';
import { DropZone } from './drop-zone';
import type { DeskPage } from './page-panel';
import type { Placing } from './placing';
import { targetName } from './placing';
import { PoolFilters } from './pool-filters';
import { PoolRow } from './pool-row';
import { PoolTarget } from './pool-target';
import styles from './story-pool.module.css';
import { usePoolFilter } from './use-pool-filter';
import { useTarget } from './use-target';

interface StoryPoolProps {
	stories: readonly PoolStory[];
	pages: readonly DeskPage[];
	placing: Placing;
	onDrop: (story: DraggedStory) => void;
}

/** 待上版: stories on no page yet, to be put where is chosen above them; those that are not signed show what they wait for. */
export function StoryPool({ stories, pages, placing, onDrop }: StoryPoolProps) {
	const { filter, isFiltering, change, clear } = usePoolFilter();
	const [priority, setPriority] = useState<Priority>(3);
	const choice = useTarget(pages);
	const region = useRef<HTMLElement>(null);
	useFocusKeeper(region, { row: 'li', target: 'button', otherwise: 'input[type="search"]' });
	const found = filterPool(stories, filter);
	const signed = stories.filter(isSigned).length;
	const { target } = choice;
	return (
		<DropZone ref={region} className={styles.pool} aria-labelledby="pool-head" onDrop={onDrop}>
			<h2 id="pool-head" className={styles.head}>
				待上版{' '}
				<span className={styles.count}>
					签发 {signed} 篇{stories.length > signed && `，在审 ${stories.length - signed} 篇`}
				</span>
			</h2>
			<PoolTarget pages={pages} choice={choice} priority={priority} onPriority={setPriority} />
			<PoolFilters {...{ stories, filter, isFiltering }} onChange={change} onClear={clear} />
			<TextInput
				type="search"
				value={filter.text}
				onChange={(event) => change({ text: event.target.value })}
				placeholder="标题、栏目、作者"
				aria-label="在待上版里查找"
			/>
			<p className="visually-hidden" role="status">
				{isFiltering && `找到 ${found.length} 篇`}
			</p>
			{found.length > 0 && (
				<ul className={styles.list}>
					{found.map((story) => (
						<PoolRow
							key={story.articleId}
							story={story}
							where={target && targetName(pages, target)}
							onPlace={() => target && placing.place(story, target, priority)}
						/>
					))}
				</ul>
			)}
			{found.length === 0 && <p className={styles.empty}>{emptyWords(stories.length)}</p>}
		</DropZone>
	);
}

function emptyWords(stories: number): string {
	if (stories > 0) return '没有符合的稿件。';
	return '没有待上版的稿件。稿件送审之后显示在这里，值班总编签发之后就能上版。';
}
