'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { StateMark } from '@/components/ui/state-mark';
import type { EditedArticle } from './article-editor';
import styles from './editor.module.css';

interface TopBarProps {
	state: EditedArticle['state'];
	/** What is saved, how long it is, what can be done. */
	children: ReactNode;
}

/** The line above the text, always on the screen. */
export function TopBar({ state, children }: TopBarProps) {
	return (
		<header className={styles.top}>
			<p className={styles.place}>
				<Link href="/desk/article" prefetch={false}>
					稿件
				</Link>
				<StateMark state={state} />
			</p>
			{children}
		</header>
	);
}
