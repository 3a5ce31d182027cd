'use client';
import { Button } from '@/components/ui/button';
import type { Suggestion } from '@/lib/article/suggestion-list';
import { suggestionWords } from '@/lib/article/suggestion-words';
import { dayAndTime } from '@/lib/time';
import { colourOf } from './colour-of';
import styles from './remarks.module.css';

export interface SuggestionActs {
	/** Left out where one may not decide. */
	accept?: () => void;
	reject?: () => void;
	/** One's own is taken back, not refused. */
	isOwn: boolean;
	keys: { accept: string; reject: string };
}

/** A suggestion in words: who, when, what, and the two answers to it. */
export function SuggestionItem({
	suggestion,
	name,
	acts,
}: {
	suggestion: Suggestion;
	name: string;
	acts: SuggestionActs;
}) {
	const { userId, at } = suggestion;
	const { accept, reject, isOwn, keys } = acts;
	return (
		<>
			<p className={styles.who} data-by={colourOf(userId)}>
				<b>{name || '同事'}</b>
				<time dateTime={at}>{dayAndTime(new Date(at))}</time>
				建议
			</p>
			<p className={styles.text}>{suggestionWords(suggestion)}</p>
			{(accept ?? reject) && (
				<div className={styles.acts}>
					{accept && (
						<Button variant="plain" shortcut={keys.accept} data-act="accept" onClick={accept}>
							采纳
						</Button>
					)}
					{reject && (
						<Button variant="quiet" shortcut={keys.reject} data-act="reject" onClick={reject}>
							{isOwn && !accept ? '撤回' : '不采纳'}
						</Button>
					)}
				</div>
			)}
		</>
	);
}
