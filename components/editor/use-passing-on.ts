'use client';
import { useEffect, useRef } from 'react';
import type { EditedArticle } from './article-editor';
import type { WriterLock } from './writer-lock';

/** States in which an article waits for somebody else. */
const passedOn: ReadonlySet<EditedArticle['state']> = new Set([
	'submitted',
	'second_review',
	'final_review',
	'signed_off',
	'placed',
	'locked',
	'returned',
	'held',
]);

/**
 * Leaves the writer's place when the article was sent on, so that the next person need not ask for it. Answers what is to
 * be told of each save: one that moves the article, such as an edit of what was signed, sends nothing on.
 */
export function usePassingOn(state: EditedArticle['state'], lock: WriterLock): (saved: string) => void {
	const bySave = useRef<string>(undefined);
	const before = useRef(state);
	useEffect(() => {
		if (state === before.current) return;
		const wasActed = state !== bySave.current;
		before.current = state;
		bySave.current = undefined;
		if (wasActed && passedOn.has(state)) void lock.rest();
	}, [state, lock]);
	return (saved) => {
		bySave.current = saved;
	};
}
