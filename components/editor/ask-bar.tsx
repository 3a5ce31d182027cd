'use client';
import { useEffect, useState } from 'react';
import { shortKeys } from '@/components/desk/shortcut';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import styles from './editor.module.css';
import type { WriterLock } from './writer-lock';

interface AskBarProps {
	lock: WriterLock;
	ask: { name: string; answerBy: number };
}

const keys = { give: 'Ctrl+Alt+G', refuse: 'Ctrl+Alt+H' };

/** Somebody asks the writer for the article. It takes no focus: words under the hands are finished first. */
export function AskBar({ lock, ask: { name, answerBy } }: AskBarProps) {
	const [isGiving, setGiving] = useState(false);
	const give = () => {
		setGiving(true);
		void lock.give();
	};
	const refuse = () => void lock.refuse();
	useShortcut(keys.give, '交出', give, '接手');
	useShortcut(keys.refuse, '稍等', refuse, '接手');
	const seconds = useSecondsUntil(answerBy);
	return (
		<div className={styles.ask}>
			<Notice tone="error">{name}请求接手这篇稿件。不答复就自动交出，写好的先保存。</Notice>
			<span className={styles.noticeActs}>
				<span aria-hidden="true" className={styles.figures}>
					{seconds} 秒
				</span>
				<Button variant="primary" pending={isGiving && '正在交出…'} shortcut={shortKeys(keys.give)} onClick={give}>
					交出
				</Button>
				<Button shortcut={shortKeys(keys.refuse)} onClick={refuse}>
					稍等
				</Button>
			</span>
		</div>
	);
}

function useSecondsUntil(moment: number): number {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), 500);
		return () => clearInterval(timer);
	}, []);
	return Math.max(0, Math.ceil((moment - now) / 1000));
}
