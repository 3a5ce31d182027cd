'use client';
import type { Editor } from '@tiptap/react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { stateNames } from '@/lib/article/article';
import type { SimilarStory } from '@/lib/check/similar/read';
import { pageLabel } from '@/lib/time';
import { ReasonForm } from './check-hit';
import styles from './check-panel.module.css';
import { type CheckStore, checkStoreOf, useChecks } from './check-store';

/** Stories of the last 30 days in which much of this one stands. */
export function SimilarList({ editor }: { editor: Editor }) {
	const { similar, ignores, may } = useChecks(editor);
	const store = checkStoreOf(editor);
	const open = similar.filter(
		({ articleId }) => !ignores.some(({ rule, text }) => rule === 'similar' && text === articleId),
	);
	if (open.length === 0) return null;
	return (
		<section aria-label="与旧稿相似">
			<h3 className={styles.heading}>
				与旧稿相似 <span className={styles.count}>{open.length}</span>
			</h3>
			<ul className={styles.list}>
				{open.map((story) => (
					<li key={story.articleId}>
						<Similar story={story} mayIgnore={may.ignore} store={store} />
					</li>
				))}
			</ul>
		</section>
	);
}

interface SimilarProps {
	story: SimilarStory;
	mayIgnore: boolean;
	store: CheckStore;
}

function Similar({ story, mayIgnore, store }: SimilarProps) {
	const [isOpen, setOpen] = useState(false);
	const { articleId, headline, published, state, authorName, percent } = story;
	return (
		<article className={styles.hit}>
			<Link href={`/desk/article/${articleId}`} target="_blank" className={styles.similar}>
				《{headline}》
			</Link>
			<p className={styles.message}>
				{published ? `${published.date} ${pageLabel(published.pageNo)}` : stateNames[state]}，{authorName}；较短的一篇有{' '}
				{percent}% 的文字相同（保存过的稿次）。
			</p>
			{mayIgnore && (
				<div className={styles.acts}>
					<Button variant="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
						忽略
					</Button>
				</div>
			)}
			{isOpen && <ReasonForm hit={{ rule: 'similar', key: articleId }} store={store} onClose={() => setOpen(false)} />}
		</article>
	);
}
