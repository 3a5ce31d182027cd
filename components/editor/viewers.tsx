'use client';
import styles from './editor.module.css';
import type { Writers } from './use-writer-lock';

/** Who else has the article on the screen. */
export function Viewers({ status }: Pick<Writers, 'status'>) {
	if (!status || status.others.length === 0) return null;
	const names = status.others.map(({ name, isMe }) => (isMe ? '您（另一个标签页）' : name));
	return <p className={styles.viewers}>在看：{names.join('、')}</p>;
}
