'use client';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { useFocusKeeper } from '@/components/desk/use-focus-keeper';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { priorities, priorityNames } from '@/lib/edition/edition';
import type { PoolStory } from '@/lib/edition/read';
import type { Priority } from '@/lib/makeup/sheet';
import { type DraggedStory, putStory } from './drag';
import { DropZone } from './drop-zone';
import type { DeskPage } from './page-panel';
import type { Placing } from './placing';
import styles from './story-pool.module.css';

interface StoryPoolProps {
	stories: readonly PoolStory[];
	pages: readonly DeskPage[];
	placing: Placing;
	onDrop: (story: DraggedStory) => void;
}

/** 待上版: signed stories on no page yet, to be put on the page that is chosen above them. */
export function StoryPool({ stories, pages, placing, onDrop }: StoryPoolProps) {
	const [wanted, setWanted] = useState('');
	const [pageId, setPageId] = useState(pages[0]?.id ?? '');
	const [priority, setPriority] = useState<Priority>(3);
	const region = useRef<HTMLElement>(null);
	useFocusKeeper(region, { row: 'li', target: 'button', otherwise: 'input' });
	const page = pages.find(({ id }) => id === pageId) ?? pages[0];
	const found = stories.filter((story) => matches(story, wanted));
	return (
		<DropZone ref={region} className={styles.pool} aria-labelledby="pool-head" onDrop={onDrop}>
			<h2 id="pool-head" className={styles.head}>
				待上版 <span className={styles.count}>{stories.length} 篇</span>
			</h2>
			<div className={styles.target}>
				<label htmlFor="pool-page">放到</label>
				<Select id="pool-page" value={page?.id} onChange={(event) => setPageId(event.target.value)}>
					{pages.map(({ id, no, name }) => (
						<option key={id} value={id}>
							{no}版 {name}
						</option>
					))}
				</Select>
				<Select
					aria-label="级别"
					value={priority}
					onChange={(event) => setPriority(Number(event.target.value) as Priority)}
				>
					{priorities.map((rank) => (
						<option key={rank} value={rank}>
							{priorityNames[rank]}
						</option>
					))}
				</Select>
			</div>
			<TextInput
				type="search"
				value={wanted}
				onChange={(event) => setWanted(event.target.value)}
				placeholder="标题、栏目、作者"
				aria-label="在待上版里查找"
			/>
			<p className="visually-hidden" role="status">
				{wanted && `找到 ${found.length} 篇`}
			</p>
			<ul className={styles.list}>
				{found.map((story) => (
					<PoolRow
						key={story.articleId}
						story={story}
						page={page}
						onPlace={() => page && placing.place(story, page.id, priority)}
					/>
				))}
			</ul>
			{found.length === 0 && (
				<p className={styles.empty}>
					{stories.length === 0 ? '没有待上版的稿件。值班总编签发之后，稿件就到这里。' : '没有符合的稿件。'}
				</p>
			)}
		</DropZone>
	);
}

interface PoolRowProps {
	story: PoolStory;
	page: DeskPage | undefined;
	onPlace: () => void;
}

function PoolRow({ story, page, onPlace }: PoolRowProps) {
	const { articleId, headline, columnName, authorName, words } = story;
	return (
		<li className={styles.story} draggable onDragStart={(event) => putStory(event.dataTransfer, { articleId })}>
			<div className={styles.text}>
				<Link href={`/desk/article/${articleId}`} prefetch={false} draggable={false} className={styles.headline}>
					{headline}
				</Link>
				<p className={styles.facts}>
					{[`${words.toLocaleString('zh-CN')} 字`, columnName, authorName].filter(Boolean).join(' · ')}
				</p>
			</div>
			<Button
				disabled={!page}
				onClick={onPlace}
				aria-label={`上版：《${headline}》放到 ${page ? `${page.no}版` : '版面'}`}
			>
				上版
			</Button>
		</li>
	);
}

function matches({ headline, columnName, authorName }: PoolStory, wanted: string): boolean {
	const fold = (text: string) => text.normalize('NFKC').toLowerCase();
	return fold([headline, columnName, authorName].join(' ')).includes(fold(wanted.trim()));
}
