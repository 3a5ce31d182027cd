'use client';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { priorities, priorityNames } from '@/lib/edition/edition';
import type { PoolStory } from '@/lib/edition/plan/pool';
import type { Priority } from '@/lib/makeup/sheet';
import { askDoor } from './desk-doors';
import styles from './item-dialog.module.css';
import type { PageDesk } from './use-page-desk';

/** 上稿: a signed story of the pool comes onto the page; those that are as long as what is empty stand first. */
export function StoryDialog({ desk, onClose }: { desk: PageDesk; onClose: () => void }) {
	const { pageId, sheet } = desk.page.made;
	const [pool, setPool] = useState<PoolStory[]>();
	const [trouble, setTrouble] = useState('');
	const [text, setText] = useState('');
	const [priority, setPriority] = useState<Priority>(3);
	useEffect(() => {
		askDoor<PoolStory[]>(pageId, 'pool').then((answer) => {
			if (answer.ok) setPool(answer.value);
			else setTrouble(answer.message);
		});
	}, [pageId]);
	const empty = sheet.free.holes * sheet.grid.colEm;
	const found = (pool ?? [])
		.filter(({ headline, columnName }) => `${headline} ${columnName ?? ''}`.includes(text.trim()))
		.toSorted((a, b) => (empty > 0 ? Math.abs(a.words - empty) - Math.abs(b.words - empty) : 0));
	const place = ({ articleId }: PoolStory) => {
		desk.act({ kind: 'place', story: articleId, priority });
		onClose();
	};
	return (
		<Dialog open onOpenChange={onClose} title="上稿" description="已签发、还没有上版的稿件。">
			<div className={styles.search}>
				<Field label="找标题或栏目">
					<TextInput value={text} onChange={({ target }) => setText(target.value)} />
				</Field>
				<Field label="级别">
					<Select value={priority} onChange={({ target }) => setPriority(Number(target.value) as Priority)}>
						{priorities.map((each) => (
							<option key={each} value={each}>
								{priorityNames[each]}
							</option>
						))}
					</Select>
				</Field>
			</div>
			<p role="status">{trouble || stateOf(pool, found.length, empty)}</p>
			<ul className={styles.items}>
				{found.slice(0, mostShown).map((story) => (
					<li key={story.articleId} className={styles.story}>
						<span>{`《${story.headline}》${story.words} 字${story.columnName ? `，${story.columnName}` : ''}`}</span>
						<Button variant="quiet" aria-label={`《${story.headline}》上版`} onClick={() => place(story)}>
							上版
						</Button>
					</li>
				))}
			</ul>
		</Dialog>
	);
}

const mostShown = 30;

function stateOf(pool: readonly PoolStory[] | undefined, found: number, empty: number): string {
	if (!pool) return '正在找待上版的稿件…';
	if (pool.length === 0) return '没有待上版的稿件：签发以后会出现在这里。';
	const order = empty > 0 ? `；余空约 ${empty} 字，长短接近的在前` : '';
	return `${found} 篇${found > mostShown ? `，先列 ${mostShown} 篇` : ''}${order}`;
}
