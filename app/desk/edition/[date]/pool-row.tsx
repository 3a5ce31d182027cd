'use client';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { StateMark } from '@/components/ui/state-mark';
import { isSigned, type PoolStory } from '@/lib/edition/plan/pool';
import { putStory } from './drag';
import styles from './story-pool.module.css';

interface PoolRowProps {
	story: PoolStory;
	/** Where its button puts it. */
	where: string | undefined;
	onPlace: () => void;
}

/** A story of the pool; one that is not signed says why it stays. */
export function PoolRow({ story, where, onPlace }: PoolRowProps) {
	const { articleId, headline, columnName, desk, authorName, words, urgent, state } = story;
	const isReady = isSigned(story);
	return (
		<li
			className={`${styles.story} ${isReady ? '' : styles.waiting}`}
			draggable={isReady}
			onDragStart={(event) => putStory(event.dataTransfer, { articleId })}
		>
			<div className={styles.text}>
				<p className={styles.line}>
					{urgent && <strong className={styles.urgent}>急</strong>}
					<Link href={`/desk/article/${articleId}`} prefetch={false} draggable={false} className={styles.headline}>
						{headline}
					</Link>
				</p>
				<p className={styles.facts}>
					{[`${words.toLocaleString('zh-CN')} 字`, columnName, desk, authorName].filter(Boolean).join(' · ')}
				</p>
				{!isReady && (
					<p className={styles.facts}>
						<StateMark state={state} /> 签发之后才能上版
					</p>
				)}
			</div>
			{isReady && (
				<Button disabled={!where} onClick={onPlace} aria-label={`上版：《${headline}》放到 ${where ?? '版面'}`}>
					上版
				</Button>
			)}
		</li>
	);
}
