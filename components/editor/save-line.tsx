'use client';
import { Button } from '@/components/ui/button';
import { clockTime } from '@/lib/time';
import styles from './editor.module.css';
import type { SaveView } from './save-queue';
import type { Theirs } from './send-article';

interface SaveLineProps {
	view: SaveView<Theirs>;
	/** Sends at once. */
	onRetry: () => void;
	onResolve: () => void;
	/** The page to come back to after signing in. */
	path: string;
}

/** What is saved and where, in one line that is always on the screen. */
export function SaveLine({ view, onRetry, onResolve, path }: SaveLineProps) {
	const isTrouble = !['saved', 'edited', 'saving'].includes(view.kind);
	return (
		<div className={styles.saveLine}>
			<p role="status" className={isTrouble ? styles.saveTrouble : styles.saveCalm} data-save-state={view.kind}>
				{sentenceOf(view)}
			</p>
			{view.kind === 'unreachable' && <Button onClick={onRetry}>现在重试</Button>}
			{view.kind === 'refused' && <Button onClick={onRetry}>再存一次</Button>}
			{view.kind === 'conflict' && <Button onClick={onResolve}>对照处理</Button>}
			{view.kind === 'signed-out' && (
				<>
					<a href={`/login?next=${encodeURIComponent(path)}`} target="_blank" rel="noopener" className={styles.signIn}>
						在新标签页登录
					</a>
					<Button onClick={onRetry}>已登录，继续保存</Button>
				</>
			)}
		</div>
	);
}

function sentenceOf(view: SaveView<Theirs>): string {
	switch (view.kind) {
		case 'saved':
			return `已保存 ${clockTime(new Date(view.savedAt))}`;
		case 'edited':
		case 'saving':
			return '保存中…';
		case 'unreachable':
			return `未保存：${navigator.onLine ? '服务器连不上' : '离线'}，${keptWords(view.kept)}`;
		case 'signed-out':
			return `未保存：登录已失效，${keptWords(view.kept)}`;
		case 'refused':
			return `未保存：${view.message}`;
		case 'conflict':
			return `有冲突：${view.theirs.actorName}在 ${clockTime(new Date(view.theirs.savedAt))} 保存了另一版。您写的${keptWords(view.kept)}`;
		case 'taken':
			return `${view.by}接手了这篇稿件。您没有保存的${keptWords(view.kept)}`;
	}
}

function keptWords(kept: boolean): string {
	return kept ? '已存在本机' : '本机也没有存下，请不要关闭页面';
}
