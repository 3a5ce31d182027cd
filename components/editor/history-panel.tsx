'use client';
import { HistoryList } from '@/components/history/history-list';
import { useHistory } from '@/components/history/use-history';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { PanelProps } from './panel';
import styles from './panels.module.css';

/** 历史: who changed the article when, by how much, and the way to what exactly. */
export function HistoryPanel({ article }: PanelProps) {
	const { history, trouble, isReading, reload, readOlder } = useHistory(article.id, article.revision);
	return (
		<>
			{trouble && (
				<Notice tone="error">
					历史没有读到：{trouble}
					<Button variant="quiet" onClick={reload}>
						重试
					</Button>
				</Notice>
			)}
			{!history && isReading && <p className={styles.hint}>正在读取历史…</p>}
			{history && <HistoryList id={article.id} history={history} onNamed={reload} />}
			{history?.older && (
				<Button pending={isReading && '正在读取…'} onClick={readOlder}>
					更早的改动
				</Button>
			)}
		</>
	);
}
