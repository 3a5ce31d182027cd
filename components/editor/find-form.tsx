'use client';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useShortcut } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { TextInput } from '@/components/ui/text-input';
import type { Query } from './find';
import styles from './find.module.css';
import type { PanelProps } from './panel';
import { useFind } from './use-find';
import { useReplace } from './use-replace';

interface FindFormProps extends PanelProps {
	/** What is looked for at first. */
	words: string;
	isReplacing: boolean;
	onReplacing: () => void;
	/** Closes; the words are offered the next time. */
	onClose: (words: string) => void;
}

export function FindForm({ words, isReplacing, onReplacing, onClose, ...props }: FindFormProps) {
	const [typed, setTyped] = useState(words);
	const [query, setQuery] = useState<Query>({ text: words, isFolding: true });
	const [replacement, setReplacement] = useState('');
	const find = useFind(props, query);
	const replace = useReplace(props, find, replacement);
	const field = useRef<HTMLInputElement>(null);
	useShortcut('F3', '下一处', () => find.step(1), '稿件');
	useShortcut('Shift+F3', '上一处', () => find.step(-1), '稿件');
	useShortcut('Ctrl+G', '下一处', () => find.step(1), '稿件');

	const type = (text: string, isComposing: boolean) => {
		setTyped(text);
		// Letters that an input method is still making words of are not looked for.
		if (!isComposing) setQuery((before) => ({ ...before, text }));
	};
	const onKey = (event: KeyboardEvent<HTMLElement>) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Escape') {
			find.select();
			onClose(typed);
		} else if (event.key === 'Enter' && event.target === field.current) {
			event.preventDefault();
			find.step(event.shiftKey ? -1 : 1);
		}
	};
	return (
		<search className={styles.bar} aria-label="查找" onKeyDown={onKey}>
			<div className={styles.row}>
				<TextInput
					ref={field}
					autoFocus
					aria-label="查找"
					placeholder="查找"
					value={typed}
					maxLength={60}
					onFocus={(event) => event.target.select()}
					onChange={(event) => type(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
					onCompositionEnd={(event) => type(event.currentTarget.value, false)}
				/>
				<p role="status" className={styles.count}>
					{countWords(query, find.hits.length, find.index)}
				</p>
				<Button variant="quiet" aria-label="上一处" shortcut="⇧↵" onClick={() => find.step(-1)}>
					<span aria-hidden="true">↑</span>
				</Button>
				<Button variant="quiet" aria-label="下一处" shortcut="↵" onClick={() => find.step(1)}>
					<span aria-hidden="true">↓</span>
				</Button>
				<Button variant="quiet" shortcut="Esc" onClick={() => onClose(typed)}>
					关闭
				</Button>
			</div>
			{isReplacing && (
				<div className={styles.row}>
					<TextInput
						aria-label="替换为"
						placeholder="替换为（空着就是删去）"
						value={replacement}
						maxLength={200}
						onChange={(event) => setReplacement(event.target.value)}
						onKeyDown={(event) => {
							if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
							event.preventDefault();
							replace.one();
						}}
					/>
					<Button disabled={find.hits.length === 0} shortcut="↵" onClick={replace.one}>
						替换
					</Button>
					<Button disabled={find.hits.length === 0} onClick={replace.all}>
						全部替换
					</Button>
				</div>
			)}
			<div className={styles.row}>
				<Checkbox
					checked={query.isFolding}
					onChange={(event) => setQuery({ ...query, isFolding: event.target.checked })}
				>
					不分大小写、全半角
				</Checkbox>
				{props.writing && (
					<Button variant="quiet" aria-expanded={isReplacing} onClick={onReplacing}>
						{isReplacing ? '只查找' : '替换…'}
					</Button>
				)}
				<span className={styles.scope}>查题、电头、正文、图说</span>
			</div>
		</search>
	);
}

function countWords({ text }: Query, count: number, index: number): string {
	if (text === '') return '';
	return count === 0 ? '没有' : `${index + 1}/${count}`;
}
