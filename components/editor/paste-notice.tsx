'use client';
import { Button } from '@/components/ui/button';
import styles from './editor.module.css';
import type { Paste } from './use-paste';

/** What can be done with what was just pasted: an offer, never forced. */
export function PasteNotice({ news, makeWide, undo, dismiss }: Omit<Paste, 'tell'>) {
	return (
		<div className={styles.pasted} role="status">
			{news && (
				<>
					<span>{wordsOf(news)}</span>
					{news.offered > 0 && (
						<Button variant="primary" onClick={makeWide}>
							转为全角
						</Button>
					)}
					{news.made > 0 && <Button onClick={undo}>撤销</Button>}
					<Button variant="quiet" onClick={dismiss}>
						{news.offered > 0 ? '不转' : '知道了'}
					</Button>
				</>
			)}
		</div>
	);
}

function wordsOf({ offered, made, left }: NonNullable<Paste['news']>): string {
	if (made > 0) return `已把 ${made} 处半角标点转为全角。`;
	return [left, offered > 0 ? `检测到半角标点 ${offered} 处。` : ''].join('');
}
