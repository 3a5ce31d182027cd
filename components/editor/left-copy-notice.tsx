'use client';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { plainText } from '@/lib/article/body';
import { dayAndTime } from '@/lib/time';
import styles from './editor.module.css';
import { type ArticleCopy, openCopies } from './local-copies';

interface LeftCopyNoticeProps {
	userId: string;
	articleId: string;
	/** Whether he may write the article once nobody else does: then the text comes back by itself. */
	mayWrite: boolean;
}

/** Text that this machine keeps of an article which cannot be changed now: to be copied out, not lost. */
export function LeftCopyNotice({ userId, articleId, mayWrite }: LeftCopyNoticeProps) {
	const [left, setLeft] = useState<{ copy: ArticleCopy; drop: () => Promise<void> }>();
	useEffect(() => {
		let isGone = false;
		openCopies(userId, articleId).then(
			({ left: copy, store }) => {
				if (copy && !isGone) setLeft({ copy, drop: () => store.drop() });
			},
			// A machine that keeps nothing has nothing to show.
			() => {},
		);
		return () => {
			isGone = true;
		};
	}, [userId, articleId]);
	if (!left) return null;
	const { headline, body } = left.copy.content;
	return (
		<Notice>
			<p>
				本机还留着您在 {dayAndTime(new Date(left.copy.at))} 写的、没有保存到服务器的文字。
				{mayWrite ? '您接手以后自动恢复；现在就要，也可以复制出来。' : '稿件现在不能修改，需要时请复制出来。'}
			</p>
			<details className={styles.leftCopy}>
				<summary>查看这些文字</summary>
				<p>{`${headline}\n${plainText(body)}`}</p>
			</details>
			<Button variant="quiet" onClick={() => void left.drop().then(() => setLeft(undefined))}>
				不要了，从本机删除
			</Button>
		</Notice>
	);
}
