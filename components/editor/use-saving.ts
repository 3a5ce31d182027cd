'use client';
import { useEffect, useSyncExternalStore } from 'react';
import type { SaveView } from './save-queue';
import type { Theirs } from './send-article';
import type { ArticleQueue } from './use-writing';

/** What the queue says now; renders again when that changes. */
export function useSaveView(queue: ArticleQueue): SaveView<Theirs> {
	return useSyncExternalStore(
		(listener) => queue.subscribe(listener),
		() => queue.view,
	);
}

/**
 * Ties the queue to the page: keeps what is written when the page is hidden or closed, sends again when
 * the network or the writer is back, saves on Ctrl+S, and warns only where closing would lose words or
 * `isBusy` (pictures under way, which no machine keeps).
 */
export function usePageGuards(queue: ArticleQueue, isBusy: boolean): void {
	useEffect(() => {
		const onHide = () => {
			if (document.visibilityState === 'hidden') {
				queue.keepNow();
				queue.sendNow();
			} else queue.sendNow();
		};
		const onPageHide = () => queue.keepNow();
		const onBack = () => queue.sendNow();
		const onUnload = (event: BeforeUnloadEvent) => {
			queue.keepNow();
			if (!queue.isSafe || isBusy) event.preventDefault();
		};
		const onKey = (event: KeyboardEvent) => {
			if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
			event.preventDefault();
			queue.sendNow();
		};
		document.addEventListener('visibilitychange', onHide);
		document.addEventListener('keydown', onKey);
		window.addEventListener('pagehide', onPageHide);
		window.addEventListener('online', onBack);
		window.addEventListener('focus', onBack);
		window.addEventListener('beforeunload', onUnload);
		return () => {
			document.removeEventListener('visibilitychange', onHide);
			document.removeEventListener('keydown', onKey);
			window.removeEventListener('pagehide', onPageHide);
			window.removeEventListener('online', onBack);
			window.removeEventListener('focus', onBack);
			window.removeEventListener('beforeunload', onUnload);
		};
	}, [queue, isBusy]);
}
